"""What a muscle can pull: the published curves, and the limits that follow from them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas import posture
from psoas.core.arrays import Floats
from psoas.mechanics.hill_muscle import (
    FASTEST,
    LONGEST_AT_REST,
    active_force_length,
    force_velocity,
    muscle_capacity,
    passive_ease,
)
from psoas.mechanics.passive_moments import capsule_hip, chest_passive, chest_stiffness, lumbar_passive, riener_hip
from tests.forces_worlds import muscled

TOP = 1.0011
"""The published bells rise a thousandth above the force at optimal length."""


def lengths_of(normalised: float) -> Floats:
    """Muscle lengths (1, M) at which every fibre is ``normalised`` of its optimum."""
    built = muscled().architecture
    along = np.sqrt(normalised**2 - np.sin(built.pennation) ** 2) * built.optimal_fibre
    return np.asarray((built.tendon_slack + along)[None])


def still(length: Floats) -> Floats:
    return np.zeros_like(length)


def test_a_fibre_at_its_optimum_gives_all_its_force_and_far_from_it_little() -> None:
    assert active_force_length(np.array(1.0)) == pytest.approx(1.0, abs=1e-12)
    fibre = np.linspace(0.2, 2.0, 1801)
    force = active_force_length(fibre)
    assert (force >= 0).all() and force.max() < TOP and abs(fibre[force.argmax()] - 1.0) < 0.02
    assert (np.diff(force[fibre < 0.99]) > 0).all() and (np.diff(force[fibre > 1.02]) < 0).all()
    assert active_force_length(np.array([0.45, 1.8])) == pytest.approx([0.0, 0.0], abs=0.05)


def test_speed_takes_force_from_shortening_and_gives_it_to_lengthening() -> None:
    """1 at rest, 0 at the fastest, and a braking fibre holds more than a resting one (De Groote 2016: about 1.8)."""
    assert force_velocity(np.array([-1.0, 0.0])) == pytest.approx([0.0, 1.0], abs=1e-12)
    speed = np.linspace(-1.0, 1.0, 401)
    assert (np.diff(force_velocity(speed)) > 0).all()
    assert 1.7 < force_velocity(np.array(1.0)) < 1.9
    assert force_velocity(np.array([-3.0, 3.0])) == pytest.approx(force_velocity(np.array([-1.0, 1.0])))


def test_the_curve_has_no_kink_at_rest() -> None:
    """Hill's curve bends where shortening turns to lengthening; this one goes through in one sweep."""
    step = 1e-4
    left, right = (force_velocity(np.array([0.0, s])) for s in (-step, step))
    assert (right[1] - right[0]) / (left[0] - left[1]) == pytest.approx(1.0, abs=0.01)


def test_every_muscle_gives_its_maximal_force_at_its_optimum_along_the_tendon() -> None:
    body = muscled()
    length = lengths_of(1.0)
    can = muscle_capacity(body.architecture, length, still(length))
    built = body.architecture
    np.testing.assert_allclose(can.active[0], built.max_force * np.cos(built.pennation), rtol=1e-9)
    np.testing.assert_allclose(can.passive, 0.0, atol=1e-9)


@given(normalised=st.floats(0.3, 1.7), speed=st.floats(-2.0, 2.0), strength=st.floats(0.2, 3.0))
def test_no_muscle_gives_more_than_its_curves_allow(normalised: float, speed: float, strength: float) -> None:
    built = muscled().architecture
    length = lengths_of(max(normalised, float(np.sin(built.pennation).max()) + 0.01))
    velocity = speed * FASTEST * built.optimal_fibre[None]
    can = muscle_capacity(built, length, velocity, strength=strength)
    most = strength * built.max_force * TOP
    assert (can.active >= 0).all() and (can.active <= most * force_velocity(np.array(1.0))).all()
    assert (can.passive >= 0).all()
    if speed <= 0:
        assert (can.active <= most).all()
    plain = muscle_capacity(built, length, velocity)
    np.testing.assert_allclose(can.active, strength * plain.active, rtol=1e-12)
    np.testing.assert_allclose(can.passive, strength * plain.passive, rtol=1e-12)


def test_shortening_weakens_and_the_fastest_shortening_leaves_nothing() -> None:
    built = muscled().architecture
    length = lengths_of(1.0)
    fastest = -FASTEST * built.optimal_fibre[None] / np.cos(built.pennation)
    assert muscle_capacity(built, length, fastest).active.max() == pytest.approx(0.0, abs=1e-9)
    half, rest, braking = (muscle_capacity(built, length, s * fastest).active for s in (0.5, 0.0, -0.5))
    assert (half < 0.5 * rest).all() and (braking > rest).all()


def test_a_muscle_no_longer_than_its_tendon_pulls_nothing() -> None:
    built = muscled().architecture
    slack = built.tendon_slack[None] - 1e-3
    can = muscle_capacity(built, slack, still(slack))
    np.testing.assert_array_equal(can.active, 0.0)
    np.testing.assert_array_equal(can.passive, 0.0)


def test_resting_force_starts_at_the_optimum_and_rises_without_a_step() -> None:
    built = muscled().architecture
    fibre = np.linspace(0.9, 1.6, 1401)
    force = (
        np.array([muscle_capacity(built, lengths_of(f), still(lengths_of(f))).passive[0] for f in fibre])
        / built.max_force
    )
    assert (force[fibre < 1.0 - 1e-9] == 0).all()
    assert (np.diff(force, axis=0) >= 0).all() and np.abs(np.diff(force, axis=0)).max() < 0.005


def test_easing_keeps_the_longest_fibre_at_a_length_that_people_reach() -> None:
    """A fibre that would be 1.5 long counts as 1.25; one that stays below 1.25 is left as it is."""
    built = muscled().architecture
    for normalised, expected in ((1.5, 0.5), (1.25, 1.0), (1.1, 1.0), (0.8, 1.0)):
        np.testing.assert_allclose(passive_ease(built, lengths_of(normalised)[0]), expected, rtol=1e-6)
    length = lengths_of(1.5)
    soft = muscle_capacity(built, length, still(length), ease=passive_ease(built, length[0])).passive[0]
    limit = muscle_capacity(built, lengths_of(LONGEST_AT_REST), still(length)).passive[0]
    along = [np.cos(np.arcsin(np.sin(built.pennation) / n)) for n in (1.5, LONGEST_AT_REST)]
    np.testing.assert_allclose(soft / along[0], limit / along[1], rtol=1e-6)


def test_the_front_of_the_hip_resists_extension_alone() -> None:
    angle = np.radians(np.linspace(-30.0, 90.0, 121))
    moment = capsule_hip(angle)
    assert (moment[angle >= 0] == 0).all() and (np.diff(moment[angle <= 0]) < 0).all()
    assert 1.0 < capsule_hip(np.radians(-10.0)) < 6.0 < capsule_hip(np.radians(-20.0)) < 20.0


def test_measured_hip_curves_are_those_published() -> None:
    """Riener & Edrich 1999: 8.6 N m at the neutral posture; flexing in extension, extending in deep flexion with a
    straight knee, when hamstrings are long; a bent knee spares them."""
    assert riener_hip(np.array(0.0), np.array(0.0)) == pytest.approx(8.58, abs=0.01)
    hip = np.radians(np.linspace(-20.0, 100.0, 121))
    straight, bent = riener_hip(hip, np.zeros_like(hip)), riener_hip(hip, np.full_like(hip, np.radians(90.0)))
    assert (np.diff(straight) < 0).all()
    assert straight[0] > 20.0 and straight[-1] < -60.0 < bent[-1]


def test_the_low_back_is_slack_where_people_stand_and_resists_both_ways_beyond() -> None:
    angle = np.linspace(-50.0, 20.0, 281)
    moment = lumbar_passive(np.radians(angle))
    neutral = (angle >= -25.0) & (angle <= 0.0)
    np.testing.assert_array_equal(moment[neutral], 0.0)
    assert (moment[angle < -25.1] > 0).all() and (moment[angle > 0.1] < 0).all()
    assert (np.diff(moment) <= 1e-12).all() and np.abs(np.diff(moment)).max() < 1.5
    assert lumbar_passive(np.radians(-50.0)) == pytest.approx(31.0, abs=1.0)


def test_the_foot_of_the_chest_bends_as_three_segments_one_above_another() -> None:
    """Wilke 2017: 6 to 8 deg from end to end under 7.5 N m a segment; Sis 2016: a third less when pressed together."""
    turn = np.radians(7.0 / 2 * 3 * 0.66)
    np.testing.assert_allclose(chest_passive(np.array([-turn, 0.0, turn])), [7.5, 0.0, -7.5])
    assert 0.9 < np.radians(chest_stiffness()) < 1.3, "N m a degree; between 0.7 unpressed and 1.9"


@pytest.mark.parametrize("muscle", ["glmax1", "glmax2", "glmax3", "vasint", "vaslat", "vasmed"])
@pytest.mark.parametrize("side", "rl")
def test_sitting_stretches_no_muscle_of_hip_and_knee_out_of_reach(muscle: str, side: str) -> None:
    """Lai 2017: with the earlier lengths these stood at 1.32 to 1.5 of optimal and pulled hard at rest."""
    body = muscled()
    built, sitting = body.architecture, body.paths(posture("sitting_upright").values[None]).length
    assert built.normalised_fibre(sitting)[0, body.muscle_index(f"{muscle}_{side}")] < 1.31
