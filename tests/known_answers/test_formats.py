"""In which room the parties sit, by hand."""

import pytest

from sim.rules.formats import FORMATS, chosen_format, face_to_face


@pytest.mark.parametrize(("atmosphere", "name"), [(0.29, "proximity"), (0.3, "joint"), (0.31, "joint")])
def test_one_room_is_chosen_from_the_air_on_that_is_asked_for(atmosphere: float, name: str) -> None:
    assert list(FORMATS)[chosen_format(atmosphere, 0.3)] == name


@pytest.mark.parametrize(("name", "faces"), [("proximity", 0.0), ("joint", 1.0)])
def test_the_parties_face_each_other_in_a_joint_room_alone(name: str, faces: float) -> None:
    assert face_to_face(list(FORMATS).index(name)) == faces
