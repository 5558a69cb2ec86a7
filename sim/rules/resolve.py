"""Resolve: the one channel through which backing, anger and pressure reach a delegation's decisions."""

from typing import NamedTuple


class Stance(NamedTuple):
    """What bears on a delegation's resolve: its backers, its anger, and who presses it (all dimensionless)."""

    backed: float
    grievance: float
    pressed: float
    cooperation: float
    mediator: float


def resolve(stance: Stance, backing: float, hardening: float, pressing: float) -> float:
    """How hard a delegation stands: backed and angry it holds out, pressed by its friends it gives way.

    backing * backed + hardening * grievance - pressing * (cooperation * pressed + mediator), where
    backed = sum over sponsors of leverage * (1 - commitment), pressed = sum of leverage * commitment, and
    `mediator` is the leverage of a manipulating mediator, else 0. It may be negative.
    Source: third-party commitment as in KTAB (Wise, Lester and Efird 2015); form ours.
    """
    pressure = stance.cooperation * stance.pressed + stance.mediator
    return backing * stance.backed + hardening * stance.grievance - pressing * pressure


def backed(leverage: float, commitment: float) -> float:
    """What a sponsor lends to holding out: leverage * (1 - commitment). Ours."""
    return leverage * (1.0 - commitment)


def pressed(leverage: float, commitment: float) -> float:
    """What a sponsor lends to settling: leverage * commitment. Ours."""
    return leverage * commitment
