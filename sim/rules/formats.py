"""In which rooms the parties meet."""

from typing import Final, NamedTuple


class Format(NamedTuple):
    """A format of a session: its words, and whether the parties face each other."""

    words: str
    meaning: str
    face_to_face: bool


FORMATS: Final[dict[str, Format]] = {
    "proximity": Format("separate rooms", "proximity talks: the mediator goes between the rooms", face_to_face=False),
    "joint": Format("joint room", "a joint session: the parties sit in one room", face_to_face=True),
}
PROXIMITY, JOINT = range(2)
FACES: Final = tuple(1.0 if one.face_to_face else 0.0 for one in FORMATS.values())


def chosen_format(atmosphere: float, joint_above: float) -> int:
    """The mediator puts them in one room if the air allows: joint if atmosphere >= joint_above (place in FORMATS).

    Our assumption.
    """
    return JOINT if atmosphere >= joint_above else PROXIMITY


def face_to_face(place: int) -> float:
    """Whether the parties face each other in a format (its place in FORMATS), as our table says: 1 or 0."""
    return FACES[place]


def pace(face_to_face: bool, shuttle: float) -> float:
    """How much of a day's work is done: all face to face, `shuttle` of it between separate rooms. Ours."""
    return 1.0 if face_to_face else shuttle
