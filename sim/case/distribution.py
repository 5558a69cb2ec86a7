"""The distributions that a number may be drawn from, once a replicate."""

from math import inf
from typing import ClassVar, Final, TypeAlias

from pydantic import Field

from sim.case.record import Record


class Normal(Record):
    """A number that is probably near its mean: normal, clipped to the range of what it stands for."""

    kind: ClassVar[str] = "normal"
    mean: float = Field(description="Where it is centred.")
    sd: float = Field(ge=0, description="The standard deviation.")

    @property
    def centre(self) -> float:
        """The mean, where one number must stand for all."""
        return self.mean

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the greatest value that can be drawn, before any clipping."""
        return (self.mean, self.mean) if self.sd == 0 else (-inf, inf)


class Uniform(Record):
    """A number that may be anything between two ends, all alike."""

    kind: ClassVar[str] = "uniform"
    low: float = Field(description="The least value.")
    high: float = Field(description="The greatest value.")

    @property
    def centre(self) -> float:
        """The mean, where one number must stand for all."""
        return (self.low + self.high) / 2

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the greatest value that can be drawn."""
        return (self.low, self.high)


class Triangular(Record):
    """A number between two ends, most likely at its mode, less and less likely away from it."""

    kind: ClassVar[str] = "triangular"
    low: float = Field(description="The least value.")
    mode: float = Field(description="The likeliest value.")
    high: float = Field(description="The greatest value.")

    @property
    def centre(self) -> float:
        """The mean, where one number must stand for all."""
        return (self.low + self.mode + self.high) / 3

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the greatest value that can be drawn."""
        return (self.low, self.high)


class Pert(Triangular):
    """A number between two ends, as an expert guesses it: smooth, and nearer to its mode than a triangle."""

    kind: ClassVar[str] = "pert"

    @property
    def centre(self) -> float:
        """The mean, where one number must stand for all."""
        return (self.low + 4 * self.mode + self.high) / 6


class Beta(Record):
    """A share between 0 and 1: `a` pulls it up, `b` down, and both together make it surer."""

    kind: ClassVar[str] = "beta"
    a: float = Field(gt=0, description="The first shape, which pulls up.")
    b: float = Field(gt=0, description="The second shape, which pulls down.")

    @property
    def centre(self) -> float:
        """The mean, where one number must stand for all."""
        return self.a / (self.a + self.b)

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the greatest value that can be drawn."""
        return (0.0, 1.0)


Distribution: TypeAlias = Normal | Uniform | Triangular | Beta | Pert
DISTRIBUTIONS: Final[dict[str, type[Distribution]]] = {
    kind.kind: kind for kind in (Normal, Uniform, Triangular, Beta, Pert)
}


def parameters(drawn: Distribution) -> tuple[float, float, float]:
    """The numbers of a distribution in the order they are written; 0 for a third that there is not."""
    first, second, *third = (getattr(drawn, name) for name in type(drawn).model_fields)
    return (first, second, *third) if third else (first, second, 0.0)


def disorder(drawn: Distribution) -> str | None:
    """Say what is wrong with the numbers of a distribution among themselves, if anything is."""
    match drawn:
        case Normal(sd=sd) if sd < 0:
            return "A standard deviation is 0 or more."
        case Beta(a=a, b=b) if a <= 0 or b <= 0:
            return "Both shapes of a beta distribution are above 0."
        case Uniform(low=low, high=high) if low >= high:
            return f"The first number must be below the last: {low:g} is not below {high:g}."
        case Triangular(low=low, mode=mode, high=high) if not (low <= mode <= high and low < high):
            return f"The three numbers must rise: least, likeliest, greatest. {low:g}, {mode:g}, {high:g} do not."
    return None


def shape(kind: str) -> str:
    """How a distribution is written in YAML: `{uniform: [low, high]}`."""
    fields = list(DISTRIBUTIONS[kind].model_fields)
    if kind == Normal.kind:
        return "{normal: {" + ", ".join(f"{field}: …" for field in fields) + "}}"
    return f"{{{kind}: [{', '.join(fields)}]}}"
