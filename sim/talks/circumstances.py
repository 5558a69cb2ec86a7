"""The nouns around the table: fronts, events, thresholds, the room and its calendar, chance and behaviour."""

from dataclasses import dataclass
from typing import Annotated

from sim.talks.actors import NEVER, Count, Day, Flag, Place, Share


@dataclass(slots=True, eq=False)
class Front:
    """A place where the war goes on during the talks."""

    place: Place = 0
    identity: Annotated[int, "address of its chance"] = 0
    violence_per_day: Annotated[float, "attacks a day, >= 0"] = 0.0
    branching: Annotated[float, "attacks begotten by one, in [0, 1)"] = 0.0
    memory_days: Annotated[float, "days, > 0"] = 1.0
    retention: Annotated[float, "of excitation from a day to the next"] = 0.0
    excitation: Annotated[float, "attacks a day that earlier ones add"] = 0.0
    monitoring: Annotated[float, "share of attacks proven"] = 0.0
    drawn_from: Day = 0
    pause_from: Day = -NEVER
    pause_days: Count = 0
    pause_last: Day = NEVER
    effect: Annotated[float, "of a pause on violence, in [0, 1]"] = 0.0
    extension: Annotated[float, "willingness to prolong, in [0, 2]"] = 0.0
    prolonged: Annotated[int, "times"] = 0
    prolonged_today: Flag = 0
    trapped: Annotated[float, "people at the start"] = 0.0
    evacuated_per_day: Annotated[float, "people a day of a pause"] = 0.0
    under_fire: Annotated[float, "factor on a day with an attack, in [0, 1]"] = 0.0
    people_spread: Annotated[float, "sd of the logarithm of people a day"] = 0.0
    out: Annotated[float, "people, so far"] = 0.0
    people: Annotated[float, "out today"] = 0.0
    attacks: Annotated[int, "today"] = 0
    author: Annotated[int, "of today's attacks if known: a delegation's row, their number for outsiders, -1"] = -1
    dated_attacks: Annotated[int, "by events, today"] = 0
    dated_author: Annotated[int, "named by an event of today, or -1"] = -1
    dated_people: Annotated[float, "by an event of today, or -1"] = -1.0
    dated_prolongation: Flag = 0


@dataclass(slots=True, eq=False)
class Authorship:
    """The part of a front's attacks that one delegation makes."""

    share: Share = 0.0


@dataclass(slots=True, eq=False)
class Event:
    """A dated fact that the case replays."""

    day: Day = 0
    kind: Annotated[int, "place in EVENTS"] = 0
    front: Place = -1
    delegation: Place = -1
    size: Annotated[float, "people, or size of an affront"] = 0.0
    until: Day = NEVER


@dataclass(slots=True, eq=False)
class Threshold:
    """A mark of progress: what must hold, by when, and the first day at whose end it held."""

    kind: Annotated[int, "place in KINDS"] = 0
    target: Annotated[int, "row of the front or issue, or a choice; -1 all"] = -1
    level: Annotated[float, "people, or a share"] = 0.0
    by: Day = -NEVER
    met_on: Day = NEVER


@dataclass(slots=True, eq=False)
class Fixture:
    """A session of the first round whose format the calendar fixes."""

    session: Count = 0
    format: Annotated[int, "place in FORMATS"] = 0


@dataclass(slots=True, eq=False)
class Luck:
    """Where chance is looked up: the seed and the replicate."""

    seed_low: int = 0
    seed_high: int = 0
    replicate_low: int = 0
    replicate_high: int = 0


@dataclass(slots=True, eq=False)
class Behaviour:
    """How people in general behave: one number for everybody."""

    backing: Share = 0.0
    hardening: Share = 0.0
    pressing: float = 0.0
    agenda_temperature: float = 1.0
    temperature: float = 1.0
    distrust: Share = 0.0
    norm: Share = 0.0
    procedure_share: Share = 0.0
    trust_loss: Share = 0.0
    severity: Share = 0.0
    half_life_days: float = 1.0
    fading: Annotated[float, "of grievance in a night: what is left"] = 1.0
    trust_gain: Share = 0.0
    relief_trust: Share = 0.0
    shuttle: Share = 0.0
    walkout_base: float = 0.0
    walkout_resolve: float = 0.0
    walkout_mismatch: float = 0.0
    walkout_stalled: float = 0.0
    walkout_joint: float = 0.0
    return_base: float = 0.0
    spread: Annotated[float, "sd of each ideal and limit about its number"] = 0.0


@dataclass(slots=True, eq=False)
class Room:
    """The room and its calendar: which day it is, who opens what, how far things are."""

    day: Day = 0
    last_day: Day = 0
    sessions_per_round: Count = 0
    rounds: Annotated[int, "to be played"] = 1
    intermission_days: Annotated[int, "days"] = 0
    opening_on: Annotated[int, "day of the next opening"] = 0
    asking_on: Annotated[int, "day on which the mediator asks again for a date"] = NEVER
    opening: Annotated[int, "an opening is tried today: 1 or 0"] = 0
    asking: Annotated[int, "for a date, now: 1 or 0"] = 0
    round: Annotated[int, "openings tried so far, no-shows too"] = 0
    opened: Annotated[int, "rounds opened so far"] = 0
    in_round: Flag = 0
    session: Annotated[int, "of the round, today; 0 none"] = 0
    held: Annotated[int, "today's session is held: 1 or 0"] = 0
    called_off: Annotated[int, "today's session, by the mediator: 1 or 0"] = 0
    format: Annotated[int, "place in FORMATS; -1 none today"] = -1
    face_to_face: Annotated[float, "the parties sit in one room today: 1 or 0"] = 0.0
    atmosphere: Annotated[float, "1 - mean grievance, as last looked at"] = 0.0
    package: Annotated[int, "linked issues that are put together today, a count"] = 0
    result: Annotated[int, "a list, an order or a text was agreed in the last session day: 1 or 0"] = 0
    stalled: Annotated[int, "sessions held in a row without a result"] = 0
    gap: Annotated[float, "distance of the offers, weighed"] = 0.0
    gap_at_start: Annotated[float, "the same before the first session"] = 0.0
    gap_closed: Annotated[float, "1 - gap / gap at the start"] = 0.0
    progress: Annotated[float, "at most 1; below 0 if the offers drifted apart"] = 0.0
    all_agreed: Flag = 0
    closed: Annotated[int, "a round ends today: 1 or 0"] = 0
    ending: Annotated[int, "of the last round that ended, place in ENDINGS; -1 none yet"] = -1
    dated_on: Annotated[int, "day on which a date for another round was first agreed"] = NEVER
    reopened_on: Annotated[int, "day on which another round first opened"] = NEVER
    sessions_held: Count = 0
    suspended: Annotated[int, "sessions called off by the mediator"] = 0
    attacks: Annotated[int, "in all"] = 0
    established: Annotated[int, "attacks whose author is known"] = 0
    over: Annotated[int, "the run has ended: 1 or 0"] = 0
