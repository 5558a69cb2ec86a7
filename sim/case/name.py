"""The names in a case: those that a file gives, those it refers to, and those it chooses from a family of rules."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from sim.case.text import IDENTIFIER
from sim.rules.endings import ENDINGS
from sim.rules.formats import FORMATS
from sim.rules.settlements import SETTLEMENTS
from sim.rules.styles import STYLES
from sim.rules.tactics import TACTICS

NAMING = "Names are small letters a to z, digits and _, a letter first, at most 40 characters"


@dataclass(frozen=True)
class Given:
    """A name that the file gives to a thing of one sort: an issue, a delegation, a front."""

    sort: str

    def fault(self, name: str) -> str | None:
        """Say what is wrong with a name, if anything is."""
        return None if IDENTIFIER.fullmatch(name) else f"This cannot be a name. {NAMING}."

    def _checked(self, name: str) -> str:
        wrong = self.fault(name)
        if wrong:
            raise ValueError(wrong)
        return name

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Hold it for records that are made in Python, too."""
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Write the pattern into the JSON Schema."""
        return {**handler(schema), "pattern": f"^{IDENTIFIER.pattern}$"}


@dataclass(frozen=True)
class NameOf:
    """A name that refers to a thing of one sort, which the file must hold."""

    sort: str


@dataclass(frozen=True, eq=False)
class OneOf:
    """A name out of a family: the tactics, the styles of mediation, the formats, the endings."""

    family: str
    members: Collection[str]

    def _checked(self, name: str) -> str:
        if name not in self.members:
            raise ValueError(f"There is no {self.family} of this name. There are: {', '.join(self.members)}.")
        return name

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Hold it for records that are made in Python, too."""
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Write the members into the JSON Schema."""
        return {**handler(schema), "enum": list(self.members)}


NewIssue: TypeAlias = Annotated[str, Given("issue")]
NewDelegation: TypeAlias = Annotated[str, Given("delegation")]
NewFront: TypeAlias = Annotated[str, Given("front")]
NewMember: TypeAlias = Annotated[str, Given("member of the Council")]
NewSponsor: TypeAlias = Annotated[str, Given("sponsor")]
NewEvent: TypeAlias = Annotated[str, Given("event")]
NewThreshold: TypeAlias = Annotated[str, Given("threshold")]
NewSource: TypeAlias = Annotated[str, Given("source")]

IssueName: TypeAlias = Annotated[str, NameOf("issue")]
DelegationName: TypeAlias = Annotated[str, NameOf("delegation")]
FrontName: TypeAlias = Annotated[str, NameOf("front")]
MemberName: TypeAlias = Annotated[str, NameOf("member of the Council")]
ThresholdName: TypeAlias = Annotated[str, NameOf("threshold")]

TacticName: TypeAlias = Annotated[str, OneOf("tactic", TACTICS)]
StyleName: TypeAlias = Annotated[str, OneOf("style of mediation", STYLES)]
SettlementName: TypeAlias = Annotated[str, OneOf("settlement of a text", SETTLEMENTS)]
FormatName: TypeAlias = Annotated[str, OneOf("format", FORMATS)]
EndingName: TypeAlias = Annotated[str, OneOf("ending", ENDINGS)]
