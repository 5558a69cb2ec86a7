"""The talks and the war outside: day by day and session by session, until they close."""

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from tests.vectorised.case import DAY, Flags, Floats, column, drawn, normal, read

NEVER, MOST, TINY, SIGHT = np.nan, 200, 1e-300, 1e-12
DATES = ("list_agreed_on", "order_agreed_on", "next_round_agreed_on", "next_round_opened_on", "adopted_on")
COUNTS = ("progress", "gap_closed", "sessions_held", "suspended", "meetings", "attacks", "established", "stalled",
          "tried", "opened", "began", "next_on")
NEW = dict.fromkeys(("joint", "sitting", "met", "resulted", "called_off", "dated", "empty"), False)
ENDS = ("comprehensive", "partial", "no_show", "walkout", "suspended", "adjourned_with_date", "adjourned_without_date")
STYLES = {"facilitation": (1.5, 0, 0), "formulation": (1, 1, 0), "manipulation": (.5, 1, 1)}  # warmth, pull, press


class Room(SimpleNamespace):
    """Who sits in the room, and all that changes while they talk, replicate by replicate."""

    def __init__(self, facts: dict[str, Any], seed: int, n: int) -> None:
        """Seat the scenario: sort the names, draw the positions, read the clocks; it is the evening before."""
        self.calendar, self.how, self.mediator, self.powers, self.council, agenda = (SimpleNamespace(
            **facts[key]) for key in ("calendar", "behaviour", "mediator", "great_powers", "council", "agenda"))
        super().__init__(luck=lambda *at: drawn(seed, n, *at), day=lambda when: (when - self.calendar.start).days)
        self.names, self.issues = sorted(facts["delegations"]), sorted(facts["issues"])
        parties, about = ([facts[kind][name] for name in sorted(facts[kind])] for kind in ("delegations", "issues"))
        self.others, tactics, items = 1 - np.eye(len(parties)), [party["tactic"] for party in parties], agenda.items
        self.events = {(self.day(one["date"]), one.get("at"), one["kind"]): one for one in facts["events"].values()}
        pause = {"from": self.calendar.start, "days": 0, "effect": 0, "extension": 0}
        fronts = [{**pause, **place, **place.get("pause", {}), "name": name} for name, place in facts["ground"].items()]
        self.first = min([0, *(self.day(place["from"]) for place in fronts), *(key[0] for key in self.events)])
        self.fronts = [SimpleNamespace(**{
            **place, "out": f"out.{place['name']}", "excitation": np.zeros(n), "prolonged": 0,
            "begins": self.day(place["from"]), "last": self.day(place["from"]) + place["days"] - 1,
            "drawn_from": self.day(place["drawn_from"]) if "drawn_from" in place else self.first}) for place in fronts]
        sponsors = [{**sponsor, **sponsor["leverage"]} for sponsor in facts.get("sponsors", {}).values()]
        hold, wish = np.array([column(sponsors, name) for name in self.names]), column(sponsors, "commitment", .5)
        self.backing, self.pressure, meetings = hold @ (1 - wish), hold @ wish, column(sponsors, "proposes_meetings")
        self.bias, self.influence, self.demand, self.required, grievance, trust = (column(parties, key) for key in (
            "blame_bias", "influence", "agenda_demand", "required_progress", "grievance", "trust"))
        self.beta, self.give = column(tactics, "beta", .5)[:, None], column(tactics, "reciprocity", .4)[:, None]
        self.warmth, self.pull, self.press = STYLES[self.mediator.style]
        self.rate, self.sessions = self.powers.meeting_rate * meetings.any(), self.calendar.sessions_per_round
        self.moves = np.array([[{"time_dependent": 1, "fixed": 0}[tactic["name"]]] for tactic in tactics])
        self.salience, ideal, limit, red = (
            np.array([column([party["positions"][issue] for issue in self.issues], key) for party in parties])
            for key in ("salience", "ideal", "limit", "red_line"))
        pairs, spread = [f"{name}/{issue}" for name in self.names for issue in self.issues], facts["spread"] * (1 - red)
        first, second = (spread * normal(self.luck(purpose, pairs)).reshape(n, *red.shape) for purpose in (1, 2))
        self.ideal, self.limit = np.clip(ideal + first, 0, 1), np.clip(limit + second, 0, 1)
        self.red_line, self.humanitarian = red > 0, np.array([issue["track"] == "humanitarian" for issue in about])
        self.deadline = np.array([self.day(issue.get("deadline", self.calendar.deadline)) for issue in about])
        self.about, self.settled = np.array([np.isin(self.issues, item["about"]) for item in items]), agenda.settled
        self.share = column(items, "share", 1) / column(items, "share", 1).sum()
        objections = [[item.get("objections", {}).get(name, 0) for item in items] for name in self.names]
        self.welcome = 1 - np.array(objections).sum(axis=1) - self.demand
        self.wish = (self.salience * np.abs(self.ideal - column(about, "status_quo"))) @ self.about.T
        none, unknown = np.zeros(len(parties), dtype=int), np.full(len(about), NEVER)
        starts = {
            **dict.fromkeys(DATES, NEVER), **dict.fromkeys(COUNTS, 0), **NEW, "dated": True, "live": True, "ending": "",
            "last_day": self.calendar.horizon_days, "cooperation": self.powers.cooperation, "grievance": grievance,
            "order": {"parallel": 1.0, "in_sequence": 0.0}.get(agenda.order, agenda.order), "away": none > 0,
            **{place.out: 0 for place in self.fronts}, "trust": trust[:, None] + 0 * self.others, "text": unknown,
            **dict.fromkeys(("walkouts", "returns", "no_shows"), none), "conceded": 0 * ideal, "agreed_on": unknown,
            "ready": unknown > 0, "blamed": 0 * self.others, "strength": self.council.draft["strength"]}
        vars(self).update({key: np.tile(np.array(one), (n, *[1] * np.ndim(one))) for key, one in starts.items()})
        self.put(self.live)
        self.apart, self.named = self.gap, np.isin(self.issues, self.council.draft["names"])

    def put(self, where: Flags, **changes: Any) -> None:  # noqa: ANN401
        """Let something be so from now on where it happened, and see what follows from it (5, 11, 14, 15)."""
        if not where.any():
            return
        for key, value in changes.items():
            vars(self)[key] = np.where(where.T, np.transpose(value), vars(self)[key].T).T
        self.atmosphere, how, order = 1 - self.grievance.mean(axis=1), self.how, self.order[:, None, None]
        self.listed, self.ordered = ~np.isnan(self.list_agreed_on), ~np.isnan(self.order_agreed_on)
        self.agreed, self.here = ~np.isnan(self.agreed_on), ~self.away.any(axis=1)
        self.mean_trust = (self.trust * self.others).sum(axis=2) / (len(self.names) - 1)
        pressure = self.mediator.leverage * self.press + self.cooperation[:, None] * self.pressure
        self.resolve = how.backing * self.backing + how.hardening * self.grievance - how.pressing * pressure
        self.offer = self.ideal + self.conceded * (self.limit - self.ideal)
        differ = np.abs(self.offer[:, :, None] - self.offer[:, None]) * ~self.agreed[:, None, None]
        self.gap = (differ * (self.salience[:, None] + self.salience) / 4).sum(axis=(1, 2, 3))
        time = self.share * self.mean_trust[:, :, None] ** np.arange(len(self.share))
        time = order * self.share + (1 - order) * time / np.maximum(time.sum(axis=2, keepdims=True), TINY)
        self.satisfaction = (self.wish * time).sum(axis=2) / np.maximum(self.wish.max(axis=2), TINY)
        urge = how.walkout_base + how.walkout_stalled * self.stalled / self.sessions + how.walkout_joint * self.joint
        self.urge = urge[:, None] + how.walkout_mismatch * (1 - self.satisfaction) + how.walkout_resolve * self.resolve

    def yes(self, purpose: int, margin: Floats, step: int | Floats | None = None, names: Sequence[str] = ()) -> Flags:
        """Ask: one says yes as soon as the probability exceeds the number one has for the question."""
        luck = self.luck(purpose, names or self.names, self.tried if step is None else step)
        return np.asarray(luck < 1 / (1 + np.exp(-np.clip(margin, -700, 700))))

    def fight(self, front: SimpleNamespace, day: int) -> Floats:
        """Let attacks breed attacks; who made them is known, or believed of those one trusts least (1, 2)."""
        moved, attack = (self.events.get((day, front.name, kind)) for kind in ("prolongation", "attack"))
        if moved:
            front.last, front.prolonged = self.day(moved["until"]), front.prolonged + 1
        front.active, front.paused = day >= front.drawn_from, (front.begins <= day) & (day <= front.last)
        rate = front.violence_per_day * (1 - front.effect * front.paused) + front.excitation
        chance, author, proof = (self.luck(purpose, [front.name], day + DAY)[:, 0] for purpose in (3, 4, 5))
        front.attacks, term, below, memory = 0 * rate, np.exp(-rate), np.exp(-rate), np.exp(-1 / front.memory_days)
        while (more := front.active & (below < chance) & (front.attacks < MOST)).any():
            front.attacks, term = front.attacks + more, term * rate / (front.attacks + 1)
            below = below + term
        front.attacks = front.attacks + (attack is not None)
        front.excitation = memory * front.excitation + front.branching * (1 - memory) * front.attacks
        shares, front.known = np.array([front.authors.get(name, 0) for name in self.names]), proof < front.monitoring
        who = (author[:, None] >= np.cumsum(shares)).sum(axis=1)
        if attack:
            who[:], front.known[:] = self.names.index(attack["by"]) if "by" in attack else 0, "by" in attack
        suspicion = (self.bias / np.maximum(self.others @ shares, TINY))[:, None] * shares * (1 - self.trust)
        proven, known = who[:, None, None] == np.arange(len(shares)), front.known[:, None, None]
        return np.asarray(np.where(known, proven, suspicion) * self.others)

    def wait(self, day: int) -> None:
        """Let a day of the war go by, people leave in a pause, and the Council vote (1 to 4)."""
        un, trust, calm = self.council, self.trust, 1 - self.grievance * .5 ** (1 / self.how.half_life_days)
        for front in self.fronts:
            belief, times = self.fight(front, day), front.attacks[:, None, None]
            trust = trust * (1 - self.how.trust_loss * belief) ** times
            calm = calm * ((1 - self.how.severity * belief) ** times).prod(axis=2)
            self.put(self.live, attacks=self.attacks + front.attacks, blamed=self.blamed + times * belief,
                     established=self.established + front.attacks * front.known)
        if affront := self.events.get((day, None, "affront")):
            calm = calm * (1 - affront["size"] * np.isin(self.names, affront["to"]))
        self.put(self.live, trust=trust, grievance=1 - calm)
        for front in self.fronts:
            moved, convoy = (self.events.get((day, front.name, kind)) for kind in ("prolongation", "evacuation"))
            luck, chance = (self.luck(purpose, [front.name], day + DAY)[:, 0] for purpose in (6, 7))
            people = front.evacuated_per_day * np.exp(front.people_spread * normal(luck) - front.people_spread**2 / 2)
            people = people * np.where(front.attacks > 0, front.under_fire, 1) * (front.paused & front.active)
            people = np.minimum(convoy["people"] if convoy else people, front.trapped - vars(self)[front.out])
            relief = self.how.relief_trust * (people / (front.evacuated_per_day or np.inf))[:, None, None]
            trust = np.minimum(1, self.trust + relief * self.trust * (1 - self.trust))
            self.put(self.live, trust=trust, **{front.out: vars(self)[front.out] + people})
            longer = front.active & (front.last == day) & (moved is None) & (
                chance < np.minimum(1, front.extension * self.atmosphere / (1 + front.prolonged)))
            front.last, front.prolonged = front.last + longer * front.days, front.prolonged + longer
        if day in map(self.day, un.draft["dates"]):
            names, seats = zip(*sorted(un.members.items()), strict=True)
            wish = (un.cooperation_weight * self.cooperation - self.strength)[:, None] + column(seats, "tolerance", 1.2)
            yes, due = self.yes(8, wish / un.temperature, 0, names), self.live & np.isnan(self.adopted_on)
            adopted = (yes.sum(axis=1) >= un.needed) & (yes | (column(seats, "permanent") == 0)).all(axis=1)
            self.put(due & adopted, adopted_on=day)
            self.put(due & ~adopted, cooperation=self.cooperation * (1 - un.refusal_cost),
                     strength=self.strength * (1 - un.draft["softening"]))

    def date(self, which: Flags, day: int) -> Flags:
        """Ask for a date, which one who is away does not name (16)."""
        margin = (self.progress[:, None] - self.required - self.resolve) / self.how.agenda_temperature
        yes = which & self.here & self.yes(16, margin).all(axis=1)
        self.put(which, next_on=day + self.calendar.intermission_days, dated=yes)
        self.put(yes, next_round_agreed_on=np.fmin(self.next_round_agreed_on, day))
        return np.asarray(yes)

    def come(self, day: int) -> None:
        """Let absent ones return, ask again for a date, and see who comes (6, 7, 16)."""
        back = self.yes(14, self.how.return_base - self.how.walkout_resolve * self.resolve, day + DAY)
        self.put(back & self.away & self.live[:, None], away=False, returns=self.returns + 1)
        due, again = self.live & ~self.sitting & (self.next_on == day), day + self.calendar.intermission_days
        opening = (due & self.dated) | self.date(due & ~self.dated, day)
        self.put(opening, tried=self.tried + 1, next_on=again, stalled=0, began=day, **NEW)
        stays = opening[:, None] & (self.away | self.yes(15, self.urge))
        came, counts = opening & ~stays.any(axis=1), self.tried <= self.calendar.rounds
        self.put(stays, no_shows=self.no_shows + 1)
        self.put(came & (self.tried > 1), next_round_opened_on=np.fmin(self.next_round_opened_on, day))
        self.put(came & ~counts, live=False, last_day=day)
        self.put(opening & counts, sitting=came, empty=~came, opened=self.opened + came)
        self.put(came & counts & self.settled & ~self.listed, list_agreed_on=day, order_agreed_on=day)

    def negotiate(self, day: int, held: Flags) -> None:
        """Concede as far as there is work to do, write the texts, and put those that are due (12, 13)."""
        how, order, ideal, limit = self.how, self.order[:, None], self.ideal, self.limit
        left, open_ = ((~self.agreed & ~self.ready)[:, None, :] & self.about).any(axis=2), held[:, None] & ~self.agreed
        first, off = left & (left.cumsum(axis=1) == 1), ~self.about.any(axis=0)
        turn = self.ordered[:, None] * (order * self.share / self.share.max() + (1 - order) * first)
        due = off | (self.ordered[:, None] & ((order >= .5) | (first @ self.about)))
        work = np.where(off, 1, turn @ self.about) * np.where(self.joint, 1, how.shuttle)[:, None] * open_
        clock = np.where(self.deadline <= day, 1, (day + 1) / np.maximum(day + 1, self.deadline + 1)) ** (1 / self.beta)
        answer = (self.trust * self.others) @ self.conceded / (len(self.names) - 1)
        aim = (1 - self.give) * clock * np.maximum(0, 1 - self.resolve)[:, :, None] + self.give * answer
        step = work[:, None, :] * np.maximum(0, np.clip(aim * self.moves, 0, 1) - self.conceded)
        gift = how.trust_gain * self.warmth * (self.salience * step).sum(axis=2)[:, None, :] * self.others
        self.put(held, conceded=self.conceded + step, trust=self.trust + gift * (1 - self.trust))
        weight = np.where((care := self.influence[:, None] * self.salience).sum(axis=0) * self.pull > 0, care, 1)
        text, side = ((self.offer * weight).sum(axis=1) / weight.sum(axis=0))[:, None, :], np.sign(ideal - limit)
        fits = np.where(side == 0, -np.abs(text - ideal), side * (text - limit)) >= -SIGHT
        self.put(open_, text=text[:, 0], ready=fits.all(axis=1))
        norm = self.named * (how.norm * self.strength * ~np.isnan(self.adopted_on))[:, None, None]
        better = (np.abs(limit - ideal) - np.abs(text - ideal)) / np.maximum(ideal, 1 - ideal) + norm
        for package in [linked := ~self.humanitarian, *np.eye(len(self.issues), dtype=bool)[~linked]]:
            one, together, care = package.argmax(), package is linked, self.salience * package
            gain = (better * care).sum(axis=2) / np.maximum(care.sum(axis=1), SIGHT)
            margin = (gain - self.resolve - how.distrust * (1 - self.mean_trust)) / how.temperature
            names = self.names if together else [f"{name}/{self.issues[one]}" for name in self.names]
            yes = self.yes(12, margin, None, names) & (fits | ~(self.red_line & package)).all(axis=2)
            signed = yes.all(axis=1) & open_[:, one] & (self.ordered if together else due[:, one])
            self.put(signed[:, None] & package, agreed_on=day)

    def sit(self, day: int) -> None:
        """Hold a session, or call it off, and close the round on its last day (8 to 16)."""
        how, powers, mediator, sits = self.how, self.powers, self.mediator, self.live & self.sitting
        bad, quiet, before = self.atmosphere < mediator.suspend_below, ~self.resulted & ~self.met, self.agreed
        held, place = sits & self.here & ~bad, np.where(self.opened == 1, day - self.began + 1, 0)
        self.put(sits, called_off=bad, resulted=False, suspended=self.suspended + (self.here & bad))
        meets = self.luck(9, [""], day + DAY)[:, 0] < self.rate * self.cooperation
        self.put(meets & held & quiet, met=True, meetings=self.meetings + 1,
                 cooperation=self.cooperation + powers.meeting_gain * (1 - self.cooperation))
        self.put(held, joint=self.atmosphere >= mediator.joint_above, sessions_held=self.sessions_held + 1)
        for number, kind in self.calendar.fixed_formats.items():
            self.put(held & (place == int(number)), joint=kind == "joint")
        due, heat = held & self.listed & ~self.ordered, how.agenda_temperature
        listed = held & ~self.listed & self.yes(10, (self.welcome - self.resolve) / heat).all(axis=1)
        ordered = due & self.yes(11, (self.satisfaction - self.demand - self.resolve) / heat).all(axis=1)
        self.put(listed, list_agreed_on=day)
        self.put(ordered, order_agreed_on=day)
        self.put(due & ~ordered, order=self.order + self.pull * mediator.agenda_step * (1 - self.order))
        self.negotiate(day, held)
        result = listed | ordered | (self.agreed & ~before).any(axis=1)
        closed, share = 1 - self.gap / np.maximum(self.apart, TINY), how.procedure_share * (not self.settled)
        self.put(held, progress=share * (self.listed / 2 + self.ordered / 2) + (1 - share) * closed, gap_closed=closed,
                 resulted=result, stalled=np.where(result, 0, self.stalled + 1))
        done, last = self.agreed.all(axis=1), self.began + self.sessions - 1 == day
        leaves = (held & ~done)[:, None] & self.yes(13, self.urge, day + DAY)
        self.put(leaves, away=True, walkouts=self.walkouts + 1)
        self.date(sits & last & ~done, day)
        part, closes = (self.agreed & ~self.humanitarian).any(axis=1), last | done | (day == self.calendar.horizon_days)
        fits = [done, part, self.empty, ~self.here, self.called_off, self.dated, self.listed]
        self.put(self.empty | (sits & closes), ending=np.select(fits, ENDS, "stalemate"), sitting=False, empty=False)
        self.put(sits & done, live=False, last_day=day)


def played(path: Path, settings: Sequence[str] = (), replicates: int = 1000, seed: int = 1) -> dict[str, Any]:
    """Play a case so many times, and say how each ended; days count from the start, and nan is never."""
    room = Room(read(path, settings), seed, replicates)
    for day in range(room.first, room.calendar.horizon_days + 1):
        room.wait(day)
        room.come(day)
        if (room.sitting | room.empty).any():
            room.sit(day)
    return {key: value for key, value in vars(room).items() if isinstance(value, np.ndarray)}
