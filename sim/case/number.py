"""A number of a case: given outright, or as a distribution, and the range it must lie in."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, PlainSerializer, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from sim.case.distribution import DISTRIBUTIONS, Beta, Distribution, Normal, Pert, Triangular, Uniform, disorder

_NUMBER: dict[str, Any] = {"type": "number"}
_PAIR = {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2}
_TRIPLE = {"type": "array", "items": _NUMBER, "minItems": 3, "maxItems": 3}
_MOMENTS = {
    "type": "object",
    "properties": {"mean": _NUMBER, "sd": {"type": "number", "minimum": 0}},
    "required": ["mean", "sd"],
    "additionalProperties": False,
}
_WRITTEN = {"normal": _MOMENTS, "uniform": _PAIR, "triangular": _TRIPLE, "beta": _PAIR, "pert": _TRIPLE}


def _one_key(kind: str) -> dict[str, Any]:
    return {"type": "object", "properties": {kind: _WRITTEN[kind]}, "required": [kind], "additionalProperties": False}


DISTRIBUTION_SCHEMA: list[dict[str, Any]] = [_one_key(kind) for kind in DISTRIBUTIONS]


def _read(value: object) -> object:
    """Take a distribution as it is written in YAML: one key, its kind."""
    if isinstance(value, bool | str):
        raise ValueError("A number is wanted here.")  # noqa: TRY004 - pydantic makes a mistake of a ValueError only
    if not isinstance(value, Mapping) or len(value) != 1:
        return value
    ((kind, numbers),) = value.items()
    model = DISTRIBUTIONS.get(kind)
    if model is None:
        return value
    given = numbers if isinstance(numbers, Mapping) else dict(zip(model.model_fields, numbers, strict=True))
    return model(**given)


def written(number: float | Distribution) -> object:
    """A number as it is written in YAML: itself, or its distribution under the name of its kind."""
    if isinstance(number, float | int):
        return float(number)
    if isinstance(number, Normal):
        return {"normal": {"mean": number.mean, "sd": number.sd}}
    return {number.kind: [getattr(number, field) for field in type(number).model_fields]}


Number: TypeAlias = Annotated[
    float | Normal | Uniform | Triangular | Beta | Pert,
    BeforeValidator(_read),
    PlainSerializer(written),
    WithJsonSchema({"anyOf": [_NUMBER, *DISTRIBUTION_SCHEMA]}),
]


def centre(number: float | Distribution) -> float:
    """The one number that stands for a number or a distribution: itself, or the mean."""
    return float(number) if isinstance(number, float | int) else number.centre


def ends(number: float | Distribution) -> tuple[float, float]:
    """The least and the greatest value that a number can take."""
    return (float(number), float(number)) if isinstance(number, float | int) else number.ends


@dataclass(frozen=True)
class Within:
    """The range that a number must lie in, with its unit.

    `low` and `high` belong to the range, `above` and `below` do not. A distribution must lie in it with both
    ends, a normal one with its mean: what it draws is clipped.
    """

    low: float = -inf
    high: float = inf
    above: float = -inf
    below: float = inf
    unit: str = ""

    def __str__(self) -> str:
        """Say the range as a person would: "from 0 to 1", "above 0, at most 1", "0 or more"."""
        if self.low == self.high:
            return f"{self.low:g} only"
        if self.above > -inf:
            return f"above {self.above:g}" + (f", at most {self.high:.10g}" if self.high < inf else "")
        high = f"to below {self.below:g}" if self.below < inf else f"to {self.high:.10g}" if self.high < inf else ""
        if self.low > -inf:
            return f"from {self.low:g} {high}" if high else f"{self.low:g} or more"
        return high or "any number"

    def holds(self, value: float) -> bool:
        """Whether one value lies in the range."""
        return self.low <= value <= self.high and self.above < value < self.below

    def fault(self, number: float | Distribution) -> str | None:
        """Say what is wrong with a number, if anything is."""
        if isinstance(number, float | int):
            return None if self.holds(number) else f"{number:.10g} is out of range: {self}."
        wrong = disorder(number)
        if wrong:
            return wrong
        points = [number.mean] if isinstance(number, Normal) else number.ends
        outside = [point for point in points if not self._reaches(point)]
        return f"{outside[0]:.10g} is out of range: {self}." if outside else None

    def clip(self, value: float) -> float:
        """The value, or the end of the range that it lies beyond; an end that is left out is kept off by 1e-9."""
        low = max(self.low, self.above + 1e-9)
        return min(max(value, low), self.high, self.below - 1e-9)

    def _reaches(self, point: float) -> bool:
        """Whether an end of a distribution may lie here: an end is never drawn, so it may touch what is left out."""
        return max(self.low, self.above) <= point <= min(self.high, self.below)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Hold the range for records that are made in Python, too."""
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Write the range into the JSON Schema."""
        described = handler(schema)
        names = {"minimum": self.low, "maximum": self.high, "exclusiveMinimum": self.above}
        names["exclusiveMaximum"] = self.below
        limits = {name: limit for name, limit in names.items() if abs(limit) < inf}
        if "anyOf" in described:
            first, *rest = described["anyOf"]
            return {**described, "anyOf": [{**first, **limits}, *rest]}
        return {**described, **limits}

    def _checked(self, number: float | Distribution) -> float | Distribution:
        wrong = self.fault(number)
        if wrong:
            raise ValueError(wrong)
        return number


Share: TypeAlias = Annotated[Number, Within(0, 1)]
Logit: TypeAlias = Annotated[Number, Within(-50, 50, unit="logit")]
