"""Files that are no text, too long, or no files at all."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.case import Mistakes, Unknown, bundled, digest, read
from tests.reading.written import BRIDGE


def only_mistake(path: str) -> str:
    """What is said of a file with one mistake, without its name."""
    with pytest.raises(Mistakes) as caught:
        read(path)
    (mistake,) = caught.value.items
    return str(mistake).removeprefix(path)


def test_a_byte_that_is_not_utf_8_is_pointed_at(written: Callable[..., str]) -> None:
    said = only_mistake(written(b"title: A bridge\r\nsummary: caf\xe9\r\n"))
    assert said == ":2:13: This is not UTF-8: the byte e9. Save the file as UTF-8."


@pytest.mark.parametrize("raw", [b"\xff\xfet\x00i\x00", b"a: \xed\xa0\x80", b"a: \xc0\x80", b"a: \xf5\x80\x80\x80"])
def test_other_encodings_are_refused(written: Callable[..., str], raw: bytes) -> None:
    assert "This is not UTF-8" in only_mistake(written(raw))


def test_one_byte_more_than_a_mebibyte_is_refused(written: Callable[..., str]) -> None:
    most = BRIDGE + "#" * (2**20 - len(BRIDGE))
    assert read(written(most)).title == "A bridge"
    assert only_mistake(written(most + "#")) == ":1:1: A scenario has at most 1 MiB. This is more."


@pytest.mark.parametrize("empty", ["", "\ufeff", "\n\n", "# nothing yet\n", "---\n...\n"])
def test_an_empty_file_is_told_how_to_begin(written: Callable[..., str], empty: str) -> None:
    assert "sim new FILE" in only_mistake(written(empty))


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    with pytest.raises(Unknown, match="not a regular file"):
        read(str(pipe))


@pytest.mark.parametrize("path", [".", "/dev/null", "/dev/zero"])
def test_folders_and_devices_are_refused(path: str) -> None:
    with pytest.raises(Unknown, match=r"not a regular file|cannot be read"):
        read(path)


@pytest.mark.parametrize("path", ["no_such_file.yaml", "a\0b", "x" * 5000, "~nobody/case.yaml", ""])
def test_a_path_that_leads_nowhere_is_named(path: str) -> None:
    with pytest.raises(Unknown) as caught:
        read(path)
    assert "\n" not in str(caught.value)


def test_a_bundled_name_that_is_nearly_right_is_put_right() -> None:
    with pytest.raises(Unknown, match=r"Did you mean geneva_ii_round_2\?"):
        read("geneva_ii_round2")


def test_a_case_can_be_piped_in(monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BytesIO(BRIDGE.encode())

    monkeypatch.setattr(sys, "stdin", Piped)
    assert read("-").title == "A bridge"


def test_every_bundled_case_is_found_by_its_name() -> None:
    assert "geneva_ii_round_2" in bundled()
    for name, path in bundled().items():
        assert digest(read(name)) == digest(read(str(path)))


def test_a_character_that_no_text_has_is_pointed_at_wherever_it_stands(written: Callable[..., str]) -> None:
    with pytest.raises(Mistakes) as caught:
        read(written("title: A\x00 bridge\n# a comment\x1b[31m\nsummary: \u2028\n"))
    assert [(item.line, item.column) for item in caught.value.items] == [(1, 9), (2, 12), (3, 10)]


def test_names_in_other_scripts_are_welcome_where_people_read_them(written: Callable[..., str]) -> None:
    scenario = read(written(BRIDGE.replace("A bridge", "جسر على النهر / גשר על הנהר")))
    assert scenario.title == "جسر على النهر / גשר על הנהר"


def test_texts_are_kept_in_one_normal_form(written: Callable[..., str]) -> None:
    apart = read(written(BRIDGE.replace("A bridge", "Cafe\u0301")))
    assert apart.title == "Café"
    assert digest(apart) == digest(read(written(BRIDGE.replace("A bridge", "Café"))))
