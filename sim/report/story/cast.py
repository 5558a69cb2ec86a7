"""Who is called what in the story of a case, and in which ink."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sim.case.days import listed
from sim.case.names import party, topic
from sim.report.terminal.ink import inked, side
from sim.rules.endings import ENDINGS
from sim.rules.styles import STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sim.case.scenario import Scenario


@dataclass(frozen=True)
class Cast:
    """The names of a case."""

    case: "Scenario"

    @cached_property
    def places(self) -> dict[str, int]:
        """The delegations' places, in the order of the case, which give them their inks."""
        return {key: place for place, key in enumerate(self.case.delegations)}

    def name(self, delegation: str) -> str:
        """A delegation's name, or who is meant by `outsiders`."""
        if delegation not in self.places:
            return "outsiders, none of the parties"
        return party(delegation, self.case.delegations[delegation])

    def side(self, delegation: str) -> str:
        """A delegation's name in its ink."""
        return inked(self.name(delegation), side(self.places[delegation]))

    def sides(self, delegations: "Iterable[str]") -> str:
        """Several delegations in a sentence."""
        return listed([self.side(key) for key in delegations])

    @property
    def all_sides(self) -> str:
        """All delegations together."""
        return "Both sides" if len(self.places) == 2 else "All sides"

    @property
    def mediator(self) -> str:
        """The mediator, as a sentence begins."""
        name = self.case.mediator.name
        return name[:1].upper() + name[1:]

    def front(self, key: str) -> str:
        """A front."""
        return party(key, self.case.ground[key])

    def issue(self, key: str) -> str:
        """An issue."""
        return topic(key, self.case.issues[key])

    def quoted(self, issues: "Iterable[str]") -> str:
        """Issues in a sentence, each in quotation marks."""
        return listed([f"“{self.issue(key)}”" for key in issues])

    @cached_property
    def linked(self) -> list[str]:
        """The issues that are agreed together or not at all: a package, if they are several."""
        return [key for key, issue in self.case.issues.items() if issue.is_linked]

    @property
    def package(self) -> str:
        """The text on the linked issues; the only one is called by its name."""
        return "the package" if len(self.linked) > 1 else self.quoted(self.linked)

    def sponsor(self, key: str) -> str:
        """A sponsor."""
        return party(key, self.case.sponsors[key])

    def member(self, key: str) -> str:
        """A member of the council."""
        return party(key, self.case.council.members[key]) if self.case.council else key

    def threshold(self, key: str) -> str:
        """A threshold."""
        return topic(key, self.case.thresholds[key])

    def event(self, key: str) -> str:
        """How the story tells a dated event; empty if the case leaves that to us."""
        return self.case.events[key].name or ""

    @property
    def settled(self) -> bool:
        """Whether the agenda was agreed beforehand: there is no list to agree on."""
        return self.case.agenda is None or self.case.agenda.settled

    def ending(self, key: str) -> str:
        """An ending in a table."""
        if self.settled and key == "adjourned_without_date":
            return "no deal, no date"
        return ENDINGS[key].words

    def reason(self, key: str, *, holds_back: bool = False) -> str:
        """Why a delegation walks out, or what holds it back."""
        war = f"anger over {self.war}" if self.war else "anger"
        return {
            "anger": war,
            "sponsors": f"pressure by {listed(self.pressing)}" if holds_back else "backing by sponsors",
            "agenda": "an agenda that does not suit it",
            "nothing_moves": "nothing moves",
            "audience": "an audience in the joint room",
        }[key]

    @property
    def pressing(self) -> list[str]:
        """Who presses the delegations to settle."""
        presses = STYLES[self.case.mediator.style].presses
        return ["sponsors"] * bool(self.case.sponsors) + ["the mediator"] * presses

    @property
    def war(self) -> str:
        """What the anger is over: the one front, the war on several, nothing where there is none."""
        fronts = list(self.case.ground)
        return self.front(fronts[0]) if len(fronts) == 1 else "the war" if fronts else ""
