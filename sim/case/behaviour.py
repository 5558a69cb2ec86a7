"""How people in general behave, in any talks."""

from typing import Annotated

from pydantic import Field

from sim.case.number import Logit, Number, Share, Within
from sim.case.record import Record


class Behaviour(Record):
    """Numbers of the rules that are the same for everybody."""

    backing: Share = Field(0.2, description="Resolve from sponsors who do not want a settlement.")
    hardening: Share = Field(0.5, description="Resolve from grievance.")
    pressing: Annotated[Number, Within(0, 2)] = Field(
        0.6, description="Resolve lost to sponsors who want a settlement, and to a mediator who manipulates."
    )
    agenda_temperature: Annotated[Number, Within(above=0, high=1000)] = Field(
        0.12, description="How much chance there is in answers on the list, the order and a date."
    )
    temperature: Annotated[Number, Within(above=0, high=1000)] = Field(
        0.06, description="How much chance there is in answers on a text."
    )
    distrust: Share = Field(0.15, description="What a text loses where nobody is trusted.")
    norm: Share = Field(0.3, description="What an adopted resolution adds to a text on an issue that it names.")
    procedure_share: Share = Field(0.5, description="The part of progress that an agreed agenda is.")
    trust_loss: Share = Field(0.05, description="Trust lost by an attack that is believed to be the other's.")
    severity: Share = Field(0.3, description="Grievance from such an attack.")
    half_life_days: Annotated[Number, Within(above=0, unit="days")] = Field(
        5.0, description="The days in which grievance fades by half."
    )
    trust_gain: Share = Field(0.5, description="Trust won by the other's concessions.")
    relief_trust: Share = Field(0.03, description="Trust won on a day on which people get out.")
    shuttle: Share = Field(0.5, description="The work of a session that is done between separate rooms.")
    walkout_base: Logit = Field(-8.0, description="The hazard of a walkout where nothing speaks for it.")
    walkout_resolve: Logit = Field(6.0, description="What full resolve adds to the hazard of a walkout.")
    walkout_mismatch: Logit = Field(2.0, description="What an agenda that does not suit at all adds to it.")
    walkout_stalled: Logit = Field(1.0, description="What a whole round without a result adds to it.")
    walkout_joint: Logit = Field(0.7, description="What sitting in one room, before an audience, adds to it.")
    return_base: Logit = Field(-2.0, description="The readiness, a day, of a delegation that walked out to return.")
