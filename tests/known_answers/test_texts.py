"""What a text is worth, and who can sign it, by hand."""

from math import isclose

import pytest

from sim.rules import texts


@pytest.mark.parametrize(
    ("ideal", "text", "worth"),
    [(0.2, 0.2, 1), (0.2, 0.6, 0.5), (0.2, 1, 0), (0.2, 0, 0.75), (1, 0.25, 0.25), (0.5, 0, 0)],
)
def test_a_text_loses_worth_with_its_distance_to_the_farther_end(ideal: float, text: float, worth: float) -> None:
    assert isclose(texts.utility(text, ideal), worth, abs_tol=1e-15)


@pytest.mark.parametrize(
    ("ideal", "limit", "signed", "refused"),
    [(0.0, 0.5, (0.0, 0.4, 0.5), (0.51, 1.0)), (0.8, 0.5, (0.5, 0.6, 0.8, 1.0), (0.0, 0.49)),
     (0.2, 0.5, (0.0, 0.5), (0.51,)), (0.5, 0.5, (0.5,), (0.0, 0.49, 0.51, 1.0))],
)  # fmt: skip
def test_a_text_can_be_signed_on_the_ideals_side_of_the_limit(
    ideal: float, limit: float, signed: tuple[float, ...], refused: tuple[float, ...]
) -> None:
    assert all(texts.within_limit(text, ideal, limit) for text in signed)
    assert not any(texts.within_limit(text, ideal, limit) for text in refused)


@pytest.mark.parametrize(
    ("text", "norm", "more"), [(0.2, 0.0, 0.4), (0.2, 0.1, 0.5), (0.8, 0.1, -0.1), (0.6, 0.0, 0.0)]
)
def test_a_text_gains_its_worth_beyond_the_limit_and_what_the_council_adds(
    text: float, norm: float, more: float
) -> None:
    assert isclose(texts.gain(text, 0.0, 0.6, norm), more, abs_tol=1e-15)


@pytest.mark.parametrize(("gains", "saliences", "yes"), [(0.3, 0.5, 0.3), (0.3, 1, 0), (-0.1, 0.5, -0.5), (0, 0, -0.3)])
def test_the_gains_of_a_package_have_to_outweigh_resolve_and_distrust(
    gains: float, saliences: float, yes: float
) -> None:
    assert isclose(texts.margin(gains, saliences, 0.1, 0.2), yes, abs_tol=1e-15)
