"""A game without a terminal: what may be chosen can be, what is chosen happens, and the rules change no bit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.case import read
from sim.classroom.table.game import STAGES, Game
from sim.classroom.table.options import Option
from sim.classroom.table.texts import in_all
from sim.talks.model import Talks
from sim.talks.seats import Refused, Value
from tests.model.cases import EVERYTHING, World, made
from tests.model.generated import worlds
from tests.play.playing import CASE


def by_the_rules(game: Game) -> list[bytes]:
    talks = Talks(game.case, game.seed, game.replicate, collect=False)
    told = []
    while talks.running:
        talks.step()
        told.append(talks.vector().tobytes())
    talks.disperse()
    return told


def seats_of(game: Game) -> list[str]:
    return [*game.talks.seated.delegations, *game.talks.seated.sponsors, "mediator"]


def asked_and_left(game: Game) -> list[bytes]:
    """Look at all options of each day, and leave them to the rules."""
    told = []
    while game.running:
        for stage in range(len(STAGES)):
            game.asked(stage)
        game.pass_day()
        told.append(game.talks.vector().tobytes())
    return told


@pytest.mark.parametrize("role", ["government", "opposition", "russia", "mediator"])
@pytest.mark.parametrize("replicate", [0, 7])
def test_leaving_everything_to_the_rules_changes_no_bit(role: str, replicate: int) -> None:
    case = read(CASE, ["calendar.horizon_days=25"])
    game = Game(case, role, 3, replicate)
    assert asked_and_left(game) == by_the_rules(game)


@given(world=worlds(), place=st.integers(0, 99))
@settings(max_examples=15)
def test_looking_at_the_options_changes_no_bit_of_any_case(world: World, place: int) -> None:
    case = made(world)
    roles = seats_of(Game(case, "mediator"))
    game = Game(case, roles[place % len(roles)])
    assert asked_and_left(game) == by_the_rules(game)


def some(option: Option) -> Value:
    return (option.low + option.high) / 2 if option.value is None else option.value


@pytest.mark.parametrize("role", ["hills", "ports", "mediator"])
def test_each_option_alone_can_be_chosen(role: str) -> None:
    game = Game(read(EVERYTHING), role)
    tried = set()
    while game.running:
        for stage in range(len(STAGES)):
            for option in game.asked(stage):
                game.take(option.name, some(option))
                refused = refusal(game, stage)
                game.take_back()
                assert not refused or option.name in {"date", "walkout"}, (option, refused)
                tried.add(option.name.partition(":")[0])
        game.pass_day()
    assert len(tried) > 2


def refusal(game: Game, stage: int) -> str:
    try:
        game.asked(stage)
    except Refused as problem:
        return str(problem)
    return ""


def test_every_selection_of_many_texts_can_be_put() -> None:
    case = read(CASE, [f"issues.{key}.linked=false" for key in read(CASE).issues] + ["agenda.settled=true"])
    game = Game(case, "mediator", 1, 5)
    while len(options := game.asked(2)) < 10:
        game.pass_day()
    every_other = [option for place, option in enumerate(options) if place % 4 == 1]
    for option in every_other:
        assert option.held
        game.take(option.name, in_all(option, game.chosen()))
    held = {key for option in every_other for key in some_keys(option)}
    due = [key for key, _ in options[0].texts]
    assert game.chosen() == {"texts_put": tuple(key for key in due if key not in held)}
    game.pass_day()
    issues = zip(game.talks.seated.issues, game.talks.nouns["issues"], strict=True)
    assert {key for key, issue in issues if issue.due} == set(due) - held


def some_keys(option: Option) -> tuple[str, ...]:
    assert isinstance(option.value, tuple)
    return option.value


def test_what_is_chosen_happens() -> None:
    game = Game(read(CASE), "opposition")
    while game.talks.nouns["room"].session == 0:
        game.pass_day()
    game.take("walkout", value=True)
    game.pass_day()
    assert game.talks.nouns["delegations"][game.talks.seated.delegations.index("opposition")].left


def test_the_same_world_by_the_rules_is_the_run_by_the_rules() -> None:
    game = Game(read(CASE, ["calendar.horizon_days=25"]), "opposition")
    assert game.otherwise().talks.vector().tobytes() == by_the_rules(game)[-1]
