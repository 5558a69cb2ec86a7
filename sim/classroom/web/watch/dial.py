"""What can be moved on the page: a number on a slider, or a choice of a few ways."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from sim.case.days import number
from sim.study.values import is_number, plain

AS_IT_WAS: Final = "as it was"
TIMES: Final = {0.0: "none", 1.0: AS_IT_WAS, 2.0: "twice", 3.0: "three times"}
LONGEST: Final = 40
"""No number that a slider gives has more signs than this."""


class Refused(Exception):  # noqa: N818 - what it says
    """Something was asked for that the page does not have; says what, in a sentence."""


@dataclass(frozen=True)
class Slider:
    """A number of the case: its path, what it is called, and what its two ends mean.

    What the slider shows, from 0 to `high`, is in parts of `unit`; `was` is where it stood in the case, and `said`
    how that is told. Where the case has a distribution, `was` is its mean.
    """

    path: str
    name: str
    ends: tuple[str, str]
    was: float
    said: str
    high: float = 1.0
    step: float = 0.05
    unit: float = 1.0
    in_times: bool = False
    """Whether the number is told as so many times what it was."""

    @property
    def start(self) -> str:
        """Where it stands while the number is as it was."""
        return self._notch(self.was)

    def place(self, setting: str) -> str:
        """Where it stands while a setting makes the number."""
        return self._notch(self.value(setting) / self.unit) if setting else self.start

    def typed(self, text: str) -> str:
        """The setting that a place of the slider makes; none if that is where it stood.

        Raises
        ------
        Refused
            It is no place of the slider.

        """
        return "" if text == self.start else self.put(plain(round(self._number(text) * self.unit, 9)))

    def put(self, text: str) -> str:
        """The setting that makes this the number; none if it is as it was.

        Raises
        ------
        Refused
            It is no number, or beyond the ends of the slider.

        """
        value, most = self._number(text), round(self.high * self.unit, 9)
        if not 0 <= value <= most:
            raise Refused(f"“{self.name}” goes from 0 to {number(most)}; {text} lies beyond.")
        return "" if number(value) == self.said else f"{self.path}={plain(value)}"

    def value(self, setting: str) -> float:
        """The number that a setting makes."""
        return float(setting.removeprefix(f"{self.path}="))

    def words(self, setting: str) -> str:
        """The number in words or digits."""
        if not setting:
            return self.said
        value = round(self.value(setting) / self.unit, 4)
        return TIMES.get(value, f"{number(value)} times") if self.in_times else number(value)

    def _notch(self, value: float) -> str:
        return plain(round(round(value / self.step) * self.step, 6))

    def _number(self, text: str) -> float:
        if len(text) > LONGEST or not is_number(text):
            raise Refused(f"“{self.name}” takes a number, such as 0.45.")
        return float(text)


@dataclass(frozen=True)
class Choice:
    """One of a few ways: each has its words, and the setting that makes it so; the case's own has none."""

    path: str
    name: str
    ways: tuple[tuple[str, str], ...]

    def place(self, setting: str) -> str:
        """Which of the ways a setting makes."""
        return str([each for _, each in self.ways].index(setting))

    def typed(self, text: str) -> str:
        """The setting of the way at this place.

        Raises
        ------
        Refused
            There is none.

        """
        if text not in map(str, range(len(self.ways))):
            raise Refused(f"“{self.name}” can be one of {len(self.ways)} things, and this is none of them.")
        return self.ways[int(text)][1]

    def words(self, setting: str) -> str:
        """What the way is called that a setting makes."""
        return self.ways[int(self.place(setting))][0]


Dial: TypeAlias = Slider | Choice
