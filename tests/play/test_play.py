"""`sim play` from the brief to the debrief, for each kind of seat, and against whatever is typed."""

import re

import pytest

from tests.play.playing import CASE, SHORT, Sim, digest_of, typed, wide

DELEGATION = ("1", "0", "1", "0", "0", "3", "0.5", "0", "0", "r")
SPONSOR = ("1", "2", "0.5", "0", "0", "r")
MEDIATOR = ("2", "0", "1", "0", "r")
HOSTILE = ("", "abc", "9" * 400, "-1", "1e9", "١", "\x1b[2J", "nan", "0.5", "DROP TABLE", "1 2", "²")


@pytest.mark.parametrize(
    ("role", "lines", "noted"),
    [
        ("opposition", DELEGATION, "Noted: accept the list of items."),
        ("russia", SPONSOR, "Noted: call a meeting of the great powers."),
        ("mediator", MEDIATOR, "Noted: seat them in: joint room."),
    ],
)
def test_a_game_from_start_to_end(sim: Sim, role: str, lines: tuple[str, ...], noted: str) -> None:
    done = sim("play", CASE, "--as", role, *SHORT, stdin=typed(*lines))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Your confidential brief: ")
    assert noted in done.stdout
    assert "Outcome: " in done.stdout
    assert "\nThe rules    " in done.stdout
    assert ("What the last texts were worth to you" in done.stdout) == (role == "opposition")
    assert ("The last texts, and the limits that were kept from you" in done.stdout) == (role != "opposition")
    assert not wide(done.stdout)


@pytest.mark.parametrize("role", ["government", "russia", "mediator"])
def test_leaving_all_to_the_rules_gives_the_digest_of_sim_run(sim: Sim, role: str) -> None:
    luck = (CASE, "--seed", "5", "--replicate", "3", *SHORT)
    played = sim("play", *luck, "--as", role, stdin=typed(*["0"] * 400))
    assert played.returncode == 0
    assert digest_of(played.stdout) == digest_of(sim("run", *luck).stdout)


@pytest.mark.parametrize("role", ["opposition", "russia", "mediator"])
def test_whatever_is_typed_is_answered_in_a_sentence(sim: Sim, role: str) -> None:
    done = sim("play", CASE, "--as", role, *SHORT, stdin=typed(*HOSTILE, *HOSTILE, "0", "2", *HOSTILE, "r"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Type a number from 0 to " in done.stdout
    assert "\x1b" not in done.stdout
    assert not wide(done.stdout)


def test_a_number_out_of_its_range_is_no_choice(sim: Sim) -> None:
    done = sim("play", CASE, "--as", "russia", *SHORT, stdin=typed("2", "0.9", "2", "nan", "2", "inf", "2", "x", "r"))
    assert done.stdout.count("Nothing chosen.") == 4
    assert "You made 0 of the choices." in done.stdout


def test_what_was_chosen_can_be_taken_back(sim: Sim) -> None:
    luck = (CASE, *SHORT)
    done = sim("play", *luck, "--as", "opposition", stdin=typed("2", "u", "r"))
    assert digest_of(done.stdout) == digest_of(sim("run", *luck).stdout)


def test_a_sponsor_reads_what_it_wanted_and_whether_the_powers_met(sim: Sim) -> None:
    done = sim("play", CASE, "--as", "russia", *SHORT, stdin=typed("1", "2", "0.5", "0", "r"))
    said = " ".join(done.stdout.partition("What you wanted")[2].split())
    assert "0.45 at first, 0.50 at the end" in said
    assert "You stood behind Government." in said
    assert "The powers met once; their cooperation was 0.40, and is 0." in said
    assert "Assad's role 0.48, not agreed. Beyond the limits of Government (0.00, a red line) and Opposition" in said


def test_a_day_without_a_session_is_not_called_one(sim: Sim) -> None:
    never = ("calendar.rounds=2", "calendar.sessions_per_round=2", "mediator.suspend_below=1")
    settings = [word for setting in never for word in ("--set", setting)]
    done = sim("play", "first_scenario", "--as", "east_orlen", *settings, stdin=typed("1", "0", "2", "0", "2", "0"))
    asked = re.findall(r"day (\d+ \w+)\. ([^:]*) you can: 1 (\w+ \w+)", " ".join(done.stdout.split()))
    assert asked == [
        ("6 May", "Before the opening", "come to"),
        ("7 May", "At the close of the round", "name a"),
        ("6 June", "Between rounds", "name a"),
        ("6 July", "Between rounds", "name a"),
    ]


def test_a_session_is_called_before_it_in_it_and_towards_its_end(sim: Sim) -> None:
    done = sim("play", CASE, "--as", "opposition", *SHORT, stdin=typed("0", "0", "5", "0", "q"))
    asked = re.findall(r"day (\d+ \w+)\. ([^:]*) you can:", done.stdout)
    assert asked == [
        ("10 February", "Before the opening"),
        ("10 February", "In the session"),
        ("10 February", "Towards the end of the session"),
        ("11 February", "Before the session"),
    ]


def test_each_text_is_put_or_held_back_beside_the_others(sim: Sim) -> None:
    done = sim("play", "first_scenario", "--as", "mediator", stdin=typed("0", "2", "4", "3", "1", "u", "4", "r"))
    noted = re.findall(r"Noted: (.*?)\. 0", " ".join(done.stdout.split()))
    bridge, prisoners = "“Bridge” and “Tolls”", "“Prisoners”"
    assert "2 hold back the text on “Bridge” and “Tolls” 3" in " ".join(done.stdout.split())
    assert noted == [
        f"put the text on {prisoners}",
        "put no text today",
        f"put the text on {prisoners}",
        "put the text on “Bridge”, “Prisoners” and “Tolls”",
        f"put the text on {bridge}",
    ]
    assert not wide(done.stdout)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((CASE,), "Whose seat?"),
        ((CASE, "--as", "oposition"), "opposition"),
        ((), "Name a scenario"),
        (("-", "--as", "mediator"), "Standard input is for your choices."),
        ((CASE, "--as", "mediator", "--save", "nowhere/game.json"), "nowhere"),
    ],
)
def test_a_seat_that_cannot_be_taken_is_refused(sim: Sim, arguments: tuple[str, ...], said: str) -> None:
    done = sim("play", *arguments, stdin=typed("r"))
    assert done.returncode in {2, 5}
    assert said in done.stderr.replace("\n", " ")
    assert done.stdout == ""
