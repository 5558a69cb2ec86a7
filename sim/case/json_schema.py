"""The JSON Schema of a scenario file, for editors: made from the same records that read it."""

from typing import Any

from sim.case.scenario import Scenario

_PARTIAL = "Partial"


def schema() -> dict[str, Any]:
    """The JSON Schema of a scenario file.

    A file that `extends` another may leave out what it inherits, and take keys out with null.
    """
    whole = Scenario.model_json_schema(by_alias=True)
    definitions = whole.pop("$defs")
    definitions["Scenario"] = whole
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


def _loosened(part: Any) -> Any:  # noqa: ANN401
    """The same, with nothing required and null allowed for every key."""
    if isinstance(part, list):
        return [_loosened(each) for each in part]
    if not isinstance(part, dict):
        return part
    loose = {
        key: _loosened(each) for key, each in part.items() if key not in {"required", "minProperties", "discriminator"}
    }
    if "$ref" in loose:
        loose["$ref"] = loose["$ref"].replace("#/$defs/", f"#/$defs/{_PARTIAL}")
    if isinstance(part.get("properties"), dict):
        loose["properties"] = {name: _or_null(each) for name, each in loose["properties"].items()}
    if isinstance(loose.get("additionalProperties"), dict):
        loose["additionalProperties"] = _or_null(loose["additionalProperties"])
    return loose


def _or_null(part: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [part, {"type": "null"}]}
