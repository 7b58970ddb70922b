"""Inverse kinematics on markers whose true pose is known: recovered, tolerant, within limits, told when not."""

from __future__ import annotations

import tracemalloc
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.core.arrays import Floats
from psoas.kinematics.ik.calibration import Calibration, held_coordinates
from psoas.kinematics.ik.ik_solver import IKProblem
from psoas.kinematics.ik.inverse_kinematics import NEEDED, solve_motion
from psoas.kinematics.ik.marker_attachment import Attachment
from psoas.kinematics.ik.rigid_registration import fit_rigid, pelvis_angles
from psoas.kinematics.ik.temporal_smoothing import smooth_over_time
from psoas.kinematics.motion import CONVERGED, OUTCOMES, UNSEEN, Motion
from tests.worlds import across, all_landmarks, mirrored_values, posed, poses_of, random_poses, reference, shown

STILL = tuple(c.name for c in reference().coordinates if np.isfinite(c.prior))
"""Coordinates that a weak prior pulls towards standing; poses of these worlds leave them there."""
ANGLES = np.array([c.rotational for c in reference().coordinates])
ARMS = ("arm_flex", "arm_add", "elbow_flex")
TRUE_RAD = 1e-6


def poses(count: int, seed: int, share: float = 0.3) -> Floats:
    """Poses (count, N) in the middle of what joints can do: about +-45 deg at the hip."""
    return settled(random_poses(reference(), count, seed, share))


def settled(values: Floats) -> Floats:
    body = reference()
    values = values.copy()
    values[:, [body.coordinate_index(n) for n in STILL]] = body.default_values()[
        [body.coordinate_index(n) for n in STILL]
    ]
    return values


def calibration(held: tuple[str, ...] = (), attachment: Attachment | None = None) -> Calibration:
    return Calibration(reference(), attachment or all_landmarks(reference()), held, ())


def follow(observed: Floats, *, held: tuple[str, ...] = (), smoothness: float = 0.0) -> Motion:
    return solve_motion(calibration(held), np.arange(len(observed)) / 50, observed, smoothness=smoothness)


def one_by_one(values: Floats) -> tuple[Floats, Floats]:
    """Largest error (T,) of any angle, and marker RMS (T,), of poses each followed as a recording of its own."""
    motions = [follow(seen(values[t : t + 1])) for t in range(len(values))]
    off = np.concatenate([m.values for m in motions]) - values
    off[:, ANGLES] = np.angle(np.exp(1j * off[:, ANGLES]))  # whole turns aside
    return np.abs(off).max(axis=1), np.array([m.fit.rms[0] for m in motions if m.fit])


def seen(values: Floats) -> Floats:
    return shown(reference(), all_landmarks(reference()), values)


def movement(frames: int = 40, noise_m: float = 0.0, seed: int = 1) -> tuple[Floats, Floats]:
    """A smooth swing of hips, knees and low back (T, N), and its markers with noise (T, M, 3)."""
    body, phase = reference(), np.linspace(0, 2 * np.pi, frames)
    values = np.tile(body.default_values(), (frames, 1))
    for name, size in (("hip_flexion_r", 0.5), ("knee_angle_r", 0.4), ("hip_flexion_l", -0.5), ("lumbar_bending", 0.2)):
        values[:, body.coordinate_index(name)] = size * np.sin(phase) + (0.6 if "knee" in name else 0.0)
    exact = seen(values)
    return values, exact + np.random.default_rng(seed).normal(0, noise_m, exact.shape)


@settings(max_examples=12)
@given(
    unit=st.lists(
        st.lists(st.floats(0, 1), min_size=(n := len(reference().coordinate_names)), max_size=n), min_size=1, max_size=4
    )
)
def test_exact_markers_give_back_the_pose(unit: list[list[float]]) -> None:
    error, rms = one_by_one(settled(poses_of(reference(), np.array(unit), 0.3)))
    assert error.max() < TRUE_RAD
    assert rms.max() < 1e-8


def test_wild_poses_of_trunk_and_legs_are_found_too() -> None:
    """Anywhere in the middle eight tenths of every joint's range; the arms hang, for from behind they look alike."""
    body = reference()
    values = poses(60, seed=11, share=0.8)
    values[:, [body.coordinate_index(f"{n}_{side}") for n in ARMS for side in "rl"]] = 0.0
    values[:, [body.coordinate_index(f"pelvis_{k}") for k in ("tilt", "list", "rotation")]] *= 0.4
    error, rms = one_by_one(values)
    assert (error < TRUE_RAD).mean() >= 0.95
    assert ((error < TRUE_RAD) == (rms < 1e-6)).all(), "a wrong pose never looks right"


def test_missing_markers_are_tolerated() -> None:
    values, observed = movement()
    names = all_landmarks(reference()).names
    spare = [
        i for i, n in enumerate(names) if n in ("asis_r", "knee_lateral_l", "heel_r", "acromion_l", "midfoot_top_r")
    ]
    for t in range(len(values)):
        observed[t, spare[t % len(spare)]] = np.nan
    motion = follow(observed)
    assert np.abs(motion.values - values).max() < TRUE_RAD
    assert motion.fit is not None
    assert np.array_equal(np.isnan(motion.fit.residual), np.isnan(observed).any(axis=2))


def test_a_frame_with_too_few_markers_is_nan_and_says_so() -> None:
    values, observed = movement(frames=20)
    observed[8, NEEDED - 1 :] = np.nan
    observed[19] = np.nan
    motion = follow(observed)
    lost = np.isin(np.arange(20), (8, 19))
    assert np.array_equal(motion.outcome, np.where(lost, UNSEEN, CONVERGED))
    assert OUTCOMES[UNSEEN] == "too few markers seen"
    assert motion.fit is not None
    assert np.isnan(motion.values[lost]).all() and np.isnan(motion.fit.rms[lost]).all()
    assert np.abs(motion.values[~lost] - values[~lost]).max() < TRUE_RAD


def test_nothing_seen_at_all_is_an_empty_answer_not_an_error() -> None:
    motion = follow(np.full((3, len(all_landmarks(reference()).names), 3), np.nan))
    assert (motion.outcome == UNSEEN).all() and np.isnan(motion.values).all()


def test_joint_limits_are_kept_exactly() -> None:
    """Markers that ask for 30 deg more than the knee and the subtalar joint have."""
    body = reference()
    beyond = posed(body, knee_angle_r=-40.0, subtalar_angle_l=65.0, hip_flexion_l=20.0)[None]
    motion = follow(seen(beyond))
    low, high = body.limits.T
    assert (motion.values >= low).all() and (motion.values <= high).all()
    assert motion.of("knee_angle_r")[0] == low[body.coordinate_index("knee_angle_r")]
    assert motion.of("subtalar_angle_l")[0] == high[body.coordinate_index("subtalar_angle_l")]
    assert motion.outcome[0] == CONVERGED


def test_the_pose_found_is_a_minimum_of_the_marker_error() -> None:
    """With noise no exact pose exists; every small step away from the answer makes the sum of squares larger."""
    body, attachment = reference(), all_landmarks(reference())
    observed = seen(poses(3, seed=4)) + np.random.default_rng(5).normal(0, 0.005, (3, len(attachment.names), 3))
    problem = IKProblem(body, attachment, held=STILL)
    motion = follow(observed, held=STILL)

    def cost(values: Floats) -> Floats:
        return np.asarray((problem.residual(values, observed) ** 2).sum(axis=1))

    least = cost(motion.values)
    for direction in np.random.default_rng(6).normal(size=(20, len(body.coordinate_names))):
        direction[[body.coordinate_index(n) for n in STILL]] = 0.0
        assert (cost(motion.values + 1e-4 * direction) > least).all()


def test_gradient_and_curvature_of_the_cost_are_those_of_the_cost() -> None:
    """The gradient against finite differences; the Gauss-Newton curvature where the residual is zero."""
    body, attachment = reference(), all_landmarks(reference())
    problem = IKProblem(body, attachment)
    values = random_poses(body, 2, seed=14, share=0.4)
    off = seen(values) + np.random.default_rng(7).normal(0, 0.01, (2, len(attachment.names), 3))
    weight = np.ones(off.shape[:2])
    _, _, gradient = problem.evaluate(values, off, weight)
    _, curvature, _ = problem.evaluate(values, seen(values), weight)
    for f, i in enumerate(problem.free):
        step = 1e-6 * np.eye(len(body.coordinate_names))[i]
        more, less = (problem.evaluate(values + s, off, weight)[0] for s in (step, -step))
        np.testing.assert_allclose(gradient[:, f], (more - less) / 2e-6, rtol=1e-5, atol=1e-7)
        more, less = (problem.evaluate(values + s, seen(values), weight)[2] for s in (step, -step))
        np.testing.assert_allclose(curvature[:, f], (more - less) / 2e-6, rtol=1e-4, atol=1e-5)


def test_a_heavier_marker_is_followed_more_closely() -> None:
    body, attachment = reference(), all_landmarks(reference())
    observed = seen(posed(body)[None])
    i = attachment.names.index("knee_lateral_r")
    observed[0, i] += [0.0, 0.0, 0.03]
    weight = np.ones(len(attachment.names))
    plain = IKProblem(body, attachment).solve(body.default_values()[None], observed)
    weight[i] = 100.0
    heavy = IKProblem(body, attachment).solve(body.default_values()[None], observed, weight)
    assert heavy.residual[0, i] < 0.3 * plain.residual[0, i]


def test_held_coordinates_stay_at_standing() -> None:
    values = poses(4, seed=8)
    motion = follow(seen(values), held=("lumbar_rotation", "hip_rotation_r"))
    assert set(motion.held) >= {"lumbar_rotation", "hip_rotation_r"}
    assert (motion.of("lumbar_rotation") == 0).all() and (motion.of("hip_rotation_r") == 0).all()


def test_coordinates_that_no_marker_moves_are_held_by_name() -> None:
    body, attachment = reference(), all_landmarks(reference())
    legs = tuple(i for i, s in enumerate(attachment.segments) if s in ("pelvis", "femur_r", "tibia_r", "calcn_r"))
    problem = IKProblem(body, attachment.only(legs))
    assert "hip_flexion_r" not in problem.held and {"hip_flexion_l", "neck_extension", "mtp_angle_r"} <= set(
        problem.held
    )
    assert {"thorax_extension", "rib_flare"} <= set(held_coordinates(body, {"asis_r", "asis_l", "sacrum"}))
    assert "rib_flare" not in held_coordinates(body, {"lower_rib_r"})


def test_mirrored_markers_give_the_mirrored_pose() -> None:
    body, attachment = reference(), all_landmarks(reference())
    _, observed = movement(noise_m=0.004)
    flipped = observed[:, [attachment.names.index(across(n)) for n in attachment.names]] * [1, 1, -1]
    one, other = follow(observed), follow(flipped)
    assert np.abs(mirrored_values(body, one.values) - other.values).max() < 1e-9


def test_no_smoothness_leaves_every_frame_alone() -> None:
    _, observed = movement(noise_m=0.004)
    together = follow(observed)
    alone = follow(observed[13:14])
    assert np.abs(together.values[13] - alone.values[0]).max() < 1e-7
    problem = IKProblem(reference(), all_landmarks(reference()))
    same = smooth_over_time(problem, np.array(together.values), observed, rate_hz=50.0, price=0.0)
    assert np.array_equal(same, together.values)


def test_a_higher_price_on_acceleration_buys_less_of_it_and_costs_marker_error() -> None:
    _, observed = movement(frames=20, noise_m=0.004)
    motions = [follow(observed, smoothness=price) for price in (0.0, 1e-5, 1e-4, 1e-3)]
    shaking = [float((np.diff(m.values, 2, axis=0) ** 2).sum()) for m in motions]
    error = [float(np.nansum(m.fit.residual**2)) for m in motions if m.fit]
    assert all(a > b for a, b in pairwise(shaking)), shaking
    assert all(a <= b for a, b in pairwise(error)), error
    assert shaking[-1] < 0.05 * shaking[0]


def test_a_little_smoothness_brings_a_noisy_movement_nearer_the_truth() -> None:
    values, observed = movement(noise_m=0.006)

    def off(smoothness: float) -> float:
        return float(np.sqrt(((follow(observed, smoothness=smoothness, held=STILL).values - values) ** 2).mean()))

    assert off(3e-5) < 0.85 * off(0.0)


def test_smoothness_never_reaches_across_frames_without_a_pose() -> None:
    _, observed = movement(frames=20, noise_m=0.004)
    observed[9:12] = np.nan
    motion = follow(observed, smoothness=1e-4)
    first = follow(observed[:9], smoothness=1e-4)
    assert np.abs(motion.values[:9] - first.values).max() < 1e-6
    assert np.isnan(motion.values[9:12]).all()


@settings(max_examples=20)
@given(seed=st.integers(0, 2**31), tilt=st.floats(-3.1, 3.1), lean=st.floats(-1.5, 1.5), turn=st.floats(-3.1, 3.1))
def test_rigid_fits_and_pelvis_angles_are_inverse_to_the_body(seed: int, tilt: float, lean: float, turn: float) -> None:
    body = reference()
    values = body.default_values()[None].copy()
    values[0, [body.coordinate_index(f"pelvis_{k}") for k in ("tilt", "list", "rotation")]] = tilt, lean, turn
    position, rotation = body.poses(values).of("pelvis")
    np.testing.assert_allclose(pelvis_angles(rotation), [[tilt, lean, turn]], atol=1e-9)
    local = np.random.default_rng(seed).normal(size=(5, 3))
    points = position[:, None] + local @ rotation.transpose(0, 2, 1)
    points[0, 4] = np.nan
    found, place = fit_rigid(local, points, np.array([[1.0, 1.0, 1.0, 1.0, 0.0]]))
    np.testing.assert_allclose(found, rotation, atol=1e-9)
    np.testing.assert_allclose(place, position, atol=1e-9)


def test_results_are_read_only() -> None:
    motion = follow(seen(poses(2, seed=1)))
    with pytest.raises(ValueError, match="read-only"):
        motion.values[0, 0] = 1.0


def test_the_smooth_movement_is_a_minimum_of_what_it_prices() -> None:
    """No small change of the whole movement lowers marker error and price of acceleration together."""
    body, attachment, price, rate = reference(), all_landmarks(reference()), 1e-4, 50.0
    _, observed = movement(frames=12, noise_m=0.004)
    problem = IKProblem(body, attachment, held=STILL)

    def cost(values: Floats) -> float:
        bend = np.diff(values[:, problem.free], 2, axis=0) * rate**2
        seen_all = np.ones(observed.shape[:2])
        return float(problem.evaluate(values, observed, seen_all)[0].sum() + 0.5 * ((price * bend) ** 2).sum())

    found = follow(observed, held=STILL, smoothness=price).values
    least = cost(np.array(found))
    for direction in np.random.default_rng(9).normal(size=(20, *found.shape)):
        moved = np.array(found)
        moved[:, problem.free] += 1e-4 * direction[:, problem.free]
        assert cost(moved) > least


def test_a_long_recording_is_smoothed_frame_after_frame_not_all_against_all() -> None:
    """The memory that smoothing takes grows with the frames, not with their square."""
    body, attachment = reference(), all_landmarks(reference())
    legs = tuple(i for i, s in enumerate(attachment.segments) if s == "pelvis")
    some = attachment.only(legs)
    problem = IKProblem(body, some)
    peaks = []
    for frames in (300, 1200):
        values = np.tile(body.default_values(), (frames, 1))
        observed = shown(body, some, values) + np.random.default_rng(1).normal(0, 0.001, (frames, len(legs), 3))
        tracemalloc.start()
        smooth_over_time(problem, values, observed, rate_hz=100.0, price=1e-5)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 6 * peaks[0]
