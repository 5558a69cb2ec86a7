"""The JSON Schema of a scenario file, for editors: made from the same records that read it."""

from typing import Any

from sim.case.number import DISTRIBUTION_SCHEMA
from sim.case.scenario import Scenario

_PARTIAL = "Partial"
_DRAWN = "Distribution"
_ONLY_WHOLE = frozenset({"required", "minProperties", "discriminator"})


def schema() -> dict[str, Any]:
    """The JSON Schema of a scenario file.

    A file that `extends` another may leave out what it inherits, and take keys out with null.
    """
    whole = Scenario.model_json_schema(by_alias=True)
    definitions = whole.pop("$defs")
    definitions["Scenario"] = whole
    definitions = {name: _closed(_shared(each)) for name, each in definitions.items()}
    definitions[_DRAWN] = {"anyOf": DISTRIBUTION_SCHEMA}
    partial = {_PARTIAL + name: _loosened(each) for name, each in definitions.items()}
    inherits = {"type": "string", "description": "A bundled scenario, or a file beside this one, to build on."}
    partial[f"{_PARTIAL}Scenario"]["properties"]["extends"] = inherits
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Scenario",
        "if": {"required": ["extends"]},
        "then": {"$ref": f"#/$defs/{_PARTIAL}Scenario"},
        "else": {"$ref": "#/$defs/Scenario"},
        "$defs": {**definitions, **partial},
    }


def _shared(part: Any) -> Any:  # noqa: ANN401
    """The same, where the distributions that a number may be are written once for all."""
    if isinstance(part, list):
        return [_shared(each) for each in part]
    if not isinstance(part, dict):
        return part
    shared = {key: _shared(each) for key, each in part.items()}
    choices = shared.get("anyOf", [])
    if all(each in choices for each in DISTRIBUTION_SCHEMA):
        others = [each for each in choices if each not in DISTRIBUTION_SCHEMA]
        shared["anyOf"] = [*others, {"$ref": f"#/$defs/{_DRAWN}"}]
    return shared


def _closed(part: Any) -> Any:  # noqa: ANN401
    """The same, where names that are no identifiers are refused."""
    if isinstance(part, list):
        return [_closed(each) for each in part]
    if not isinstance(part, dict):
        return part
    closed = {key: _closed(each) for key, each in part.items()}
    return {"additionalProperties": False, **closed} if "patternProperties" in closed else closed


def _loosened(part: Any) -> Any:  # noqa: ANN401
    """The same, with nothing required and null allowed for every key."""
    if isinstance(part, list):
        return [_loosened(each) for each in part]
    if not isinstance(part, dict):
        return part
    loose = {key: _loosened(each) for key, each in part.items() if key not in _ONLY_WHOLE}
    if isinstance(loose.get("$ref"), str):
        loose["$ref"] = loose["$ref"].replace("#/$defs/", f"#/$defs/{_PARTIAL}")
    for named in ("properties", "patternProperties"):
        if isinstance(part.get(named), dict):
            loose[named] = {name: _or_null(each) for name, each in loose[named].items()}
    if isinstance(loose.get("additionalProperties"), dict):
        loose["additionalProperties"] = _or_null(loose["additionalProperties"])
    return loose


def _or_null(part: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [part, {"type": "null"}]}
