"""What studies and cases found that the model should show too; `found` plays one of them."""

from functools import cache
from typing import Final

from tests.verification.fact import Fact, Found
from tests.verification.facts_of_agreement import pressure, procedure
from tests.verification.facts_of_process import parting, process
from tests.verification.facts_of_talks import mediation, vetoes
from tests.verification.facts_of_time import late_concessions, late_deals, returns
from tests.verification.facts_of_war import carrying_over, excitation, monitoring

FACTS: Final[dict[str, Fact]] = {
    "S2": Fact(
        "Manipulation brings most agreements, facilitation lowers tension most lastingly.",
        "Beardsley, Quinn, Biswas and Wilkenfeld (2006)",
        "Trust stands in for tension. That a facilitator builds more of it is written into the styles, after this very "
        "study; that it outweighs the trust built by the others' deals is not. Where each run ends it does not "
        "outweigh it: manipulation brings more runs to another round, where they end before the war wears trust away.",
        mediation,
    ),
    "S3": Fact(
        "The more actors must approve a settlement, the harder it is to reach.",
        "Cunningham (2006)",
        "The sign is built in, since a deal needs everybody. That wars last longer for it, which is what the study "
        "measured, is not modelled.",
        vetoes,
    ),
    "S4": Fact(
        "Up to 37 to 50 of 100 attacks are begotten by others, and the effect lasts two to six weeks at most.",
        "Lewis, Mohler, Brantingham and Bertozzi (2012)",
        "Both numbers of the front were taken from this study; what is shown is that the attacks as played have them.",
        excitation,
    ),
    "S6a": Fact(
        "Before a deadline, concessions come late.",
        "cases: Dayton (1995), Good Friday (1998), Minsk II (2015)",
        "Built in by the clock of the tactic, for whoever has a beta below 1. The last tenth is the fullest, but "
        "with the beta of the case not by much.",
        late_concessions,
    ),
    "S6b": Fact(
        "Agreements come at the last moment.",
        "Roth, Murnighan and Schoumaker (1988); the same cases",
        "Answers do not look ahead. A text is signed on the first day on which it is good enough, and none is refused "
        "because a better one may come; only concessions know the clock.",
        late_deals,
    ),
    "S7": Fact(
        "Most walkouts are temporary.",
        "cases: FARC (2014), 24 days; the opposition of Syria (2016), ten months",
        "The rule of returns was written with the first of these in view.",
        returns,
    ),
    "S9": Fact(
        "Humanitarian success does not carry over to political deals.",
        "case: Homs (2014), 1,400 people out and no political movement",
        "Less than one deal more in a hundred at the trust of the case, more where there is more trust; where there is "
        "most, the deals come without it. That a little carries over at all needs softened red lines.",
        carrying_over,
    ),
    "S12": Fact(
        "Attacks that are cleared up cost less trust, anger less, and drive fewer out.",
        "our expectation",
        "`joint_above` was set so that walkouts fall; trust and anger were not fitted to it. Attacks do not react to "
        "blame here, so that fewer escalate cannot be shown.",
        monitoring,
    ),
    "S13": Fact(
        "Where no text suits both sides, no mediator's leverage makes a political deal.",
        "cases: Geneva (2014), Kuwait (2016)",
        "Built in: a red line is never signed away.",
        pressure,
    ),
    "S14": Fact(
        "What is to be talked about is easier to agree than in which order.",
        "case: Geneva II, second round (Xinhua, 15 February 2014)",
        "The order is only asked where there is a list, so more lists than orders would show nothing. Compared are the "
        "lists among all runs and the orders among those with a list.",
        procedure,
    ),
    "S17a": Fact(
        "Agenda and process matter more than readiness at the start.",
        "Arévalo (2026), of a model, Negotiation Lab 1.0",
        "Of the variance between 36 starts, order and format explain more than trust and grievance while these stay "
        "near the case, and less where they go from 0 to 1. Anger reaches every answer by way of resolve, order and "
        "format only some. So it depends on the range, and does not hold over all of it.",
        process,
    ),
    "S17b": Fact("Identical starts part widely.", "Arévalo (2026), of a model, Negotiation Lab 1.0", "", parting),
}


@cache
def found(key: str) -> Found:
    """Play a fact, once."""
    return Found(FACTS[key], tuple(FACTS[key].play()))
