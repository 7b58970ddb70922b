"""The parts of ground prediction and of plates: gates, friction, owners, wrenches, and a body that stands."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.body.anatomy.contact_points import contact_points
from psoas.core.arrays import Floats
from psoas.kinematics.gait.ground_velocity import STILL
from psoas.kinematics.motion import CONVERGED, UNSEEN, Motion
from psoas.mechanics.grf_prediction import PredictedGround, friction_pyramid, predict_ground
from psoas.mechanics.inverse_dynamics import differentiate, generalized_forces
from psoas.mechanics.plate_assignment import loads_from_plates
from psoas.mechanics.smooth_step import smoothstep
from psoas.mechanics.sole_contacts import RUNNING, STANDING, WALKING, contact_gates, contact_positions
from psoas.mechanics.static_equilibrium import balance_posture
from psoas.recording import Forces, Plate
from tests.forces_worlds import muscled

WEIGHT_N = muscled().mass_kg * 9.80665
SOLE = contact_points("foot")


def standing(frames: int = 120, **change_deg: Floats) -> Motion:
    """A body that stands over its feet and moves by the given angles."""
    body = muscled()
    values = np.tile(balance_posture(body, body.default_values(), "standing"), (frames, 1))
    for name, angle in change_deg.items():
        values[:, body.coordinate_index(name)] += np.radians(angle)
    return Motion(body, np.arange(frames) / 60.0, values, np.full(frames, CONVERGED))


def pressed(motion: Motion) -> PredictedGround:
    return predict_ground(motion, STILL, running=False, recipe=STANDING)


def test_smoothstep_rises_from_nothing_to_all_without_a_kink() -> None:
    assert smoothstep(np.array([-1.0, 0.0, 0.5, 1.0, 2.0])) == pytest.approx([0, 0, 0.5, 1, 1])
    x = np.linspace(-0.5, 1.5, 2001)
    slope = np.gradient(smoothstep(x), x)
    assert (slope >= -1e-9).all() and slope.max() == pytest.approx(1.5, abs=1e-3)
    assert np.abs(np.diff(slope)).max() < 0.01


@given(friction=st.floats(0.1, 1.0))
def test_the_pyramid_holds_pushes_up_to_friction_and_never_pulls(friction: float) -> None:
    edges = friction_pyramid(friction)
    np.testing.assert_array_equal(edges[:, 1], 1.0)
    np.testing.assert_allclose(np.linalg.norm(edges[:, [0, 2]], axis=1), friction)
    np.testing.assert_allclose(edges.sum(axis=0), [0.0, 4.0, 0.0], atol=1e-12)


@given(height=st.floats(-0.02, 0.2), speed=st.floats(0.0, 3.0))
def test_a_point_may_press_less_the_higher_and_the_faster_it_is(height: float, speed: float) -> None:
    recipe = replace(WALKING, normalise=False)

    def gate(up: float, pace: float) -> float:
        floor = np.zeros((100, 1, 3))
        floor[0, 0, 1] = max(up, 0.0)
        velocity = np.zeros_like(floor)
        velocity[0, 0, 0] = pace
        found = contact_gates(floor, velocity, ground=np.zeros(3), speed=1.2, recipe=recipe)
        assert ((found >= 0) & (found <= 1)).all()
        return float(found[0, 0])

    here = gate(height, speed)
    assert gate(height + 0.02, speed) <= here and gate(height, speed + 0.2) <= here
    assert gate(recipe.near_m + 0.001, 0.0) == 0.0 and gate(0.0, 1.2 * recipe.moving + 0.01) == 0.0
    assert gate(0.0, 0.0) > 0.9


def test_on_a_belt_stillness_is_the_belts() -> None:
    position, belt = np.zeros((50, 1, 3)), np.array([-1.2, 0.0, 0.0])
    still, carried = np.zeros((50, 1, 3)), np.tile(belt, (50, 1, 1))
    recipe = replace(WALKING, normalise=False)
    assert contact_gates(position, carried, ground=belt, speed=1.2, recipe=recipe).min() > 0.9
    assert contact_gates(position, still, ground=belt, speed=1.2, recipe=recipe).max() == 0.0


def test_the_best_point_of_a_frame_counts_fully_in_walking_and_flight_stays_flight_in_running() -> None:
    position = np.full((100, 2, 3), 0.0)
    position[50:, :, 1] = [0.04, 0.05]
    still = np.zeros_like(position)
    walking = contact_gates(position, still, ground=np.zeros(3), speed=1.2, recipe=WALKING)
    running = contact_gates(position, still, ground=np.zeros(3), speed=3.0, recipe=RUNNING)
    np.testing.assert_allclose(walking.max(axis=1), 1.0)
    assert walking[60, 1] < 1.0
    assert running[60].max() < 0.3


def test_contact_points_follow_their_bones() -> None:
    body = muscled()
    values = body.default_values()[None].repeat(2, axis=0)
    values[1, body.coordinate_index("pelvis_tx")] += 0.3
    values[1, body.coordinate_index("pelvis_ty")] += 0.1
    place = contact_positions(body, SOLE, values)
    np.testing.assert_allclose(place[1] - place[0], np.tile([0.3, 0.1, 0.0], (len(SOLE), 1)), atol=1e-9)
    heel = body.landmark_positions(values[:1], ("heel_r",))["heel_r"][0]
    assert np.linalg.norm(place[0, 0] - heel) < 0.05, "the first point is the right heel's"


# -- a body that stands


def test_still_feet_carry_the_weight_half_each() -> None:
    found = pressed(standing())
    force = {side: found.loads[side].force for side in "rl"}
    total = force["r"] + force["l"]
    np.testing.assert_allclose(total[:, 1], WEIGHT_N, rtol=2e-3)
    assert np.abs(total[:, [0, 2]]).max() < 0.01 * WEIGHT_N
    np.testing.assert_allclose(force["r"][:, 1], force["l"][:, 1], rtol=1e-6)


def test_what_is_predicted_leaves_little_of_the_root_unexplained() -> None:
    time = np.arange(240) / 60.0
    dip = 15.0 * np.sin(np.pi * np.clip(time - 1.0, 0, 2) / 2) ** 2
    motion = standing(240, hip_flexion_r=dip, hip_flexion_l=dip, pelvis_tilt=-dip)
    found = pressed(motion)
    body, kinematics = motion.body, differentiate(motion, cutoff_hz=STANDING.acceleration_hz)
    left = generalized_forces(body, kinematics, found.loads)
    root = [body.coordinate_index(f"pelvis_t{k}") for k in "xyz"]
    assert np.abs(left[20:-20, root]).max() < 0.03 * WEIGHT_N
    bare = generalized_forces(body, kinematics)[:, root]
    assert np.abs(bare).max() > 0.9 * WEIGHT_N


@pytest.mark.parametrize("bend_deg", [-20.0, 20.0])
def test_the_pressure_is_under_the_centre_of_mass_and_the_nearer_foot_carries_more(bend_deg: float) -> None:
    motion = standing(120, lumbar_bending=np.full(120, bend_deg))
    found, body = pressed(motion), motion.body
    centre = body.centre_of_mass(motion.values)[60]
    force = sum(found.loads[side].force[60] for side in "rl")
    moment = sum(found.loads[side].torque[60] for side in "rl")
    floor = contact_positions(body, SOLE, motion.values)[60, :, 1].mean()
    x, z = (moment[2] + floor * force[0]) / force[1], (floor * force[2] - moment[0]) / force[1]
    assert (x, z) == pytest.approx((centre[0], centre[2]), abs=0.005)
    right, left = (found.loads[side].force[60, 1] for side in "rl")
    assert abs(centre[2]) > 0.02 and (right > 1.1 * left) == (centre[2] > 0)


def test_frames_that_were_not_seen_carry_nothing_and_say_so() -> None:
    motion = standing()
    values = motion.values.copy()
    values[40:50] = np.nan
    outcome = np.where(np.isnan(values).any(axis=1), UNSEEN, CONVERGED)
    found = pressed(replace(motion, values=values, outcome=outcome))
    assert np.isnan(found.gate[40:50]).all() and np.isnan(found.residual[40:50]).all()
    assert np.isfinite(found.gate[:40]).all() and np.isfinite(found.residual[50:]).all()
    with pytest.raises(ValueError, match="read-only"):
        found.gate[0] = 1.0


# -- plates


def plate(force: Floats, point: Floats, name: str = "one") -> Plate:
    return Plate(name, force, point, np.zeros_like(force))


def test_each_plate_goes_to_the_foot_that_stands_on_it() -> None:
    """Two plates named the wrong way round: the nearest foot owns, names do not count."""
    motion = standing()
    body, kinematics = motion.body, differentiate(motion, cutoff_hz=6.0)
    heels = body.landmark_positions(motion.values, ("heel_r", "heel_l", "toe_r", "toe_l"))
    middle = {side: (heels[f"heel_{side}"] + heels[f"toe_{side}"]) / 2 for side in "rl"}
    size = {"r": 500.0, "l": 186.0}
    up = {side: np.tile([0.0, n, 0.0], (120, 1)) for side, n in size.items()}
    forces = Forces(motion.time, (plate(up["l"], middle["l"], "right"), plate(up["r"], middle["r"], "left")))
    loads = loads_from_plates(forces, body, motion.time, kinematics, cutoff_hz=0.0)
    for side in "rl":
        np.testing.assert_allclose(loads[side].force, up[side])
        np.testing.assert_allclose(loads[side].torque, np.cross(middle[side], up[side]), atol=1e-9)
        np.testing.assert_array_equal(loads[side].point, 0.0)
        assert loads[side].segment == f"calcn_{side}"


def test_one_plate_trodden_by_both_feet_in_turn_changes_owner() -> None:
    motion = standing(240)
    body, kinematics = motion.body, differentiate(motion, cutoff_hz=6.0)
    places = body.landmark_positions(motion.values, ("toe_r", "toe_l"))
    right, left = np.arange(240) < 100, np.arange(240) > 140
    force = np.where((right | left)[:, None], [0.0, 700.0, 0.0], 0.0)
    point = np.where(right[:, None], places["toe_r"], places["toe_l"])
    loads = loads_from_plates(Forces(motion.time, (plate(force, point),)), body, motion.time, kinematics, cutoff_hz=0.0)
    np.testing.assert_allclose(loads["r"].force[:, 1], 700.0 * right)
    np.testing.assert_allclose(loads["l"].force[:, 1], 700.0 * left)


def test_noise_of_an_empty_plate_is_left_out() -> None:
    motion = standing()
    body, kinematics = motion.body, differentiate(motion, cutoff_hz=6.0)
    chance = np.random.default_rng(0)
    noise = chance.normal(0.0, 4.0, (120, 3))
    wild = chance.normal(0.0, 50.0, (120, 3))
    loads = loads_from_plates(Forces(motion.time, (plate(noise, wild),)), body, motion.time, kinematics, cutoff_hz=6.0)
    for side in "rl":
        assert np.abs(loads[side].force).max() == 0.0 and np.abs(loads[side].torque).max() == 0.0


def test_a_plates_own_clock_is_brought_to_the_frames_and_impulse_is_kept() -> None:
    motion = standing(120)
    body, kinematics = motion.body, differentiate(motion, cutoff_hz=6.0)
    fast = np.arange(2000) / 1000.0
    bump = 700.0 * np.sin(np.pi * np.clip((fast - 0.4) / 0.8, 0, 1)) ** 2
    force = np.stack([0 * bump, bump, 0 * bump], axis=1)
    place = np.tile(body.landmark_positions(motion.values[:1], ("toe_l",))["toe_l"][0], (2000, 1))
    loads = loads_from_plates(Forces(fast, (plate(force, place),)), body, motion.time, kinematics, cutoff_hz=20.0)
    assert np.trapezoid(loads["l"].force[:, 1], motion.time) == pytest.approx(np.trapezoid(bump, fast), rel=5e-3)
    assert np.abs(loads["r"].force).max() == 0.0
