"""The nouns of a case at the table, each with what it holds, its unit and range.

The same nouns live twice: as objects (the Mesa agents and what they hold) and as numpy records of the same
fields (the ensemble). A field is a number: `float`, or `int` for counts, days, places and yes (1) or no (0).
A place of -1 means none; a day of `NEVER` has not come. Days count from the start of the calendar.
"""

from dataclasses import dataclass
from typing import Annotated, Final

NEVER: Final = -(10**6)
YES, NOT_ASKED, NO = 1, 0, -1

Share = Annotated[float, "in [0, 1]"]
Day = Annotated[int, "a day"]
Flag = Annotated[int, "1 or 0"]
Answer = Annotated[int, "yes 1, not asked 0, no -1"]
Count = Annotated[int, "a count"]
Place = Annotated[int, "a row of another noun, or -1"]


@dataclass(slots=True, eq=False)
class Delegation:
    """A party at the table: how angry it is, what it demands, whether it is in the room."""

    seat: Place = 0
    identity: Annotated[int, "address of its chance"] = 0
    influence: Annotated[float, "weight of its offers, >= 0"] = 1.0
    agenda_demand: Share = 0.0
    required_progress: Share = 0.0
    blame_bias: Share = 0.0
    tactic: Annotated[int, "place in TACTICS"] = 0
    beta: Annotated[float, "> 0; below 1 concedes late"] = 1.0
    reciprocity: Share = 0.0
    grievance: Share = 0.0
    backed: Annotated[float, "sum of leverage * (1 - commitment)"] = 0.0
    pressed: Annotated[float, "sum of leverage * commitment"] = 0.0
    resolve: Annotated[float, "as last asked; may be negative"] = 0.0
    satisfaction: Annotated[float, "with the agenda, in [0, 1]"] = 1.0
    affront: Annotated[float, "of the day, in [0, 1]"] = 0.0
    away: Flag = 0
    absent: Annotated[int, "stays away from today's opening: 1 or 0"] = 0
    returned: Annotated[int, "came back today: 1 or 0"] = 0
    left: Annotated[int, "walked out today: 1 or 0"] = 0
    list_answer: Answer = 0
    list_margin: Annotated[float, "what spoke for a yes to the list, when last asked"] = 0.0
    order_answer: Answer = 0
    order_margin: Annotated[float, "what spoke for a yes to the order, when last asked"] = 0.0
    package_answer: Answer = 0
    package_margin: Annotated[float, "what spoke for a yes to the package, when last asked"] = 0.0
    date_answer: Answer = 0
    date_margin: Annotated[float, "what spoke for a date, when last asked"] = 0.0
    hazard: Annotated[float, "of a walkout today, a probability"] = 0.0
    anger: Annotated[float, "logits"] = 0.0
    sponsors: Annotated[float, "logits"] = 0.0
    agenda: Annotated[float, "logits"] = 0.0
    nothing_moves: Annotated[float, "logits"] = 0.0
    audience: Annotated[float, "logits"] = 0.0
    no_shows: Count = 0
    walkouts: Count = 0
    returns: Count = 0
    walked_on: Annotated[int, "day of its first walkout"] = NEVER
    walked_in: Annotated[int, "session of its first walkout, counted in the round; 0 none"] = 0
    walked_over: Annotated[int, "reason of its first walkout, place in REASONS"] = -1


@dataclass(slots=True, eq=False)
class Stake:
    """What one issue means to one delegation, and what it has offered."""

    identity: Annotated[int, "address of its chance"] = 0
    ideal: Share = 0.0
    limit: Share = 0.0
    salience: Share = 0.0
    red_line: Flag = 0
    concession: Annotated[float, "F: 0 the ideal is offered, 1 the limit"] = 0.0
    heading: Annotated[float, "F after this session"] = 0.0
    step: Annotated[float, "rise of F in the last session held"] = 0.0
    offer: Share = 0.0
    answer: Answer = 0
    margin: Annotated[float, "what spoke for a yes to the text, when last asked"] = 0.0


@dataclass(slots=True, eq=False)
class Bond:
    """What one delegation makes of another."""

    trust: Share = 0.0
    dawn: Annotated[float, "trust at the day's start, in [0, 1]"] = 0.0
    blamed: Annotated[float, "sum over attacks of the belief that the other did it"] = 0.0


@dataclass(slots=True, eq=False)
class Wish:
    """What an item of the agenda means to one delegation."""

    objection: Annotated[float, "to the wording, in [0, 1]"] = 0.0
    strength: Annotated[float, "how much it wants changed there, >= 0"] = 0.0
    expected: Annotated[float, "share of the time it expects in a sequence"] = 0.0


@dataclass(slots=True, eq=False)
class Issue:
    """A question on which the sides differ, an axis from 0 to 1."""

    political: Annotated[int, "of the security or political track: 1 or 0"] = 1
    linked: Flag = 1
    item: Place = -1
    status_quo: Share = 0.0
    deadline: Day = 0
    named: Annotated[int, "in the council's draft: 1 or 0"] = 0
    work: Annotated[float, "done on it in this session, in [0, 1]"] = 0.0
    due: Annotated[int, "a text on it is put in this session: 1 or 0"] = 0
    text: Annotated[float, "the last text, in [0, 1]; -1 before the first"] = -1.0
    ready: Annotated[int, "the text is within every limit: 1 or 0"] = 0
    agreed: Flag = 0
    agreed_on: Day = NEVER


@dataclass(slots=True, eq=False)
class Item:
    """An item of the agenda, in the mediator's order."""

    share: Annotated[float, "of the time; they sum to 1"] = 0.0


@dataclass(slots=True, eq=False)
class Agenda:
    """What is talked about, and in which order."""

    order: Annotated[float, "1 parallel tracks, 0 a sequence"] = 1.0
    settled: Annotated[int, "agreed beforehand: 1 or 0"] = 0
    largest_share: Share = 0.0
    question: Annotated[int, "put in this session: 0 none, 1 the list, 2 the order"] = 0
    worked: Annotated[int, "item worked on in a sequence, -1 none"] = -1
    items_agreed: Flag = 0
    items_agreed_on: Day = NEVER
    order_agreed: Flag = 0
    order_agreed_on: Day = NEVER


@dataclass(slots=True, eq=False)
class Mediator:
    """Who is in the chair, and how."""

    leverage: Share = 0.0
    joint_above: Annotated[float, "atmosphere from which a joint session is called"] = 0.0
    suspend_below: Annotated[float, "atmosphere below which no session is held"] = 0.0
    agenda_step: Share = 0.0
    goodwill: Annotated[float, "factor on trust built by concessions"] = 1.0
    settlement: Annotated[int, "place in SETTLEMENTS"] = 0
    moves_order: Flag = 0
    presses: Flag = 0


@dataclass(slots=True, eq=False)
class Sponsor:
    """A power behind a delegation."""

    place: Place = 0
    commitment: Annotated[float, "wish to settle, in [0, 1]"] = 0.0
    proposes_meetings: Flag = 0


@dataclass(slots=True, eq=False)
class Leverage:
    """The hold of one sponsor over one delegation."""

    hold: Share = 0.0


@dataclass(slots=True, eq=False)
class GreatPowers:
    """The powers behind the talks, and how well they work together."""

    cooperation: Share = 0.0
    meeting_rate: Share = 0.0
    meeting_gain: Share = 0.0
    proposed: Annotated[int, "a meeting, today: 1 or 0"] = 0
    met: Annotated[int, "in this round: 1 or 0"] = 0
    met_today: Flag = 0
    meetings: Count = 0


@dataclass(slots=True, eq=False)
class Council:
    """The Security Council and the draft before it."""

    needed: Count = 0
    cooperation_weight: Share = 0.0
    temperature: Annotated[float, "> 0"] = 1.0
    refusal_cost: Share = 0.0
    strength: Share = 0.0
    softening: Share = 0.0
    sits: Annotated[int, "today: 1 or 0"] = 0
    votes: Annotated[int, "for the draft, on its last date"] = 0
    refusals: Count = 0
    adopted: Flag = 0
    adopted_on: Day = NEVER


@dataclass(slots=True, eq=False)
class Member:
    """A member of the council."""

    identity: Annotated[int, "address of its chance"] = 0
    tolerance: Annotated[float, "strength of a text that it can bear"] = 0.0
    permanent: Flag = 0
    answer: Answer = 0


@dataclass(slots=True, eq=False)
class Sitting:
    """A date on which the draft is put to the vote."""

    day: Day = 0
