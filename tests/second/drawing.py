"""The numbers of one replicate: distributions drawn by their path, ideals and limits spread."""

from typing import Any

from tests.second.chance import Chance, normal, quantile
from tests.second.world import World

WIDE = {
    "influence": (0.0, 1e300),
    "pressing": (0.0, 2.0),
    "tolerance": (0.0, 2.0),
    "extension": (0.0, 2.0),
    "violence_per_day": (0.0, 1e300),
    "trapped": (0.0, 1e300),
    "evacuated_per_day": (0.0, 1e300),
    "people_spread": (0.0, 1e300),
    "people": (0.0, 1e300),
    "share": (0.0, 1e300),
    "branching": (0.0, 1 - 2.0**-53),
}
POSITIVE = {"beta", "memory_days", "half_life_days", "temperature", "agenda_temperature"}


def draw(world: World, chance: Chance) -> World:
    """Give the world of one replicate."""
    drawn = {key: numbers(value, key, chance) for key, value in world.items()}
    for name, delegation in drawn["delegations"].items():
        if not isinstance(delegation["trust"], dict):
            delegation["trust"] = dict.fromkeys(delegation["others"], delegation["trust"])
        given = world["delegations"][name]["positions"]
        for issue, position in delegation["positions"].items():
            scatter(position, given[issue], drawn["spread"], f"{name}/{issue}", chance)
        balance(delegation["positions"], given)
    return drawn


def balance(positions: World, given: World) -> None:
    """Scale saliences to sum 1 again where some of them were drawn."""
    total = sum(position["salience"] for position in positions.values())
    if total > 0 and any(isinstance(position["salience"], dict) for position in given.values()):
        for position in positions.values():
            position["salience"] /= total


def numbers(value: Any, path: str, chance: Chance) -> Any:  # noqa: ANN401 - anything that YAML can hold
    """Replace each distribution below a path by its draw; all else stays."""
    if isinstance(value, list):
        return [numbers(part, f"{path}.{k}", chance) for k, part in enumerate(value)]
    if not isinstance(value, dict):
        return value
    kind = distribution(value)
    if kind:
        given = value[kind]
        given = [given["mean"], given["sd"]] if isinstance(given, dict) else given
        return within(path, quantile(kind, given, chance.uniform(0, "number", path)))
    return {key: numbers(part, f"{path}.{key}", chance) for key, part in value.items()}


def distribution(value: World) -> str | None:
    """Name the distribution that a mapping is, if it is one."""
    if len(value) != 1:
        return None
    kind, given = next(iter(value.items()))
    if kind == "normal" and isinstance(given, dict) and set(given) == {"mean", "sd"}:
        return "normal"
    return kind if kind in ("uniform", "triangular", "beta", "pert") and isinstance(given, list) else None


def within(path: str, number: float) -> float:
    """Keep a drawn number in the range of its field."""
    name = path.rsplit(".", 1)[-1]
    if name in POSITIVE:
        return max(number, 1e-9)
    if name.startswith("walkout_") or name == "return_base":
        low, high = -50.0, 50.0
    else:
        low, high = WIDE.get(name, (0.0, 1.0))
    return min(high, max(low, number))


def scatter(position: World, given: World, spread: float, name: str, chance: Chance) -> None:
    """Spread an ideal and a limit about their numbers; red lines and distributions are not."""
    for end in ("ideal", "limit"):
        if spread and not position["red_line"] and not isinstance(given[end], dict):
            number = position[end] + spread * normal(chance.uniform(0, end, name))
            position[end] = min(1.0, max(0.0, number))
