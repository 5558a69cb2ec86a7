"""The page on validity has the scores that the library and negotiated issues give today."""

import pytest

from tests.backtest.tables import needs_deu
from tests.verification.pages import BLOCKS, told
from tests.verification.scores import settled


@pytest.mark.parametrize("block", ["answers", "cases", "scores", "thresholds", "reasons"])
def test_the_page_on_validity_has_this_table(block: str) -> None:
    assert told()[block] == BLOCKS[block]()


@needs_deu
def test_the_page_on_validity_has_the_back_test() -> None:
    assert told()["issues"] == BLOCKS["issues"]()


@needs_deu
@pytest.mark.parametrize("name", ["challenge", "plain_median", "weighted_median"])
def test_the_weighted_mean_is_nearer_to_what_was_decided_than_the_challenge_model_and_the_medians(name: str) -> None:
    rival = next(one for one in settled().methods if one.name == name)
    assert rival.less_ends[0] > 0


@needs_deu
def test_the_talks_are_hardly_worse_than_the_weighted_mean_and_their_interval_holds_as_often_as_it_says() -> None:
    talks = next(one for one in settled().methods if one.name == "talks")
    assert talks.less <= 0.5
    assert 0.76 <= talks.covered <= 0.84
    assert talks.apart > 1
