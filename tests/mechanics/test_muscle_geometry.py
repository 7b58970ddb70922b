"""Muscles over a movement: the same figures as one pose at a time, NaN where nothing was seen, and their doubt."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from psoas import Body, Motion
from psoas.body.posture_angles import posture_measures
from psoas.core.sides import SIDE_LETTER, SIDES
from psoas.kinematics.motion import CONVERGED, UNSEEN
from psoas.mechanics.muscle_geometry import GROUPS, HIP, Mechanics, compute_mechanics
from psoas.mechanics.uncertainty import ANGLE_DEG, Uncertainty, compute_uncertainties
from tests.worlds import posed, random_poses, reference

LOST = (3, 4)


def swing(frames: int = 12, *, body: Body | None = None, lost: tuple[int, ...] = LOST) -> Motion:
    """Both hips through 50 deg in opposite directions, the low back bending; some frames not seen."""
    body, phase = body or reference(), np.linspace(0, 2 * np.pi, frames)
    values = np.array([posed(body, lumbar_extension=-10.0 * np.cos(p)) for p in phase])
    for side, sign in (("r", 1.0), ("l", -1.0)):
        values[:, body.coordinate_index(f"hip_flexion_{side}")] = np.radians(10.0 + sign * 25.0 * np.sin(phase))
    outcome = np.full(frames, CONVERGED)
    values[list(lost)], outcome[list(lost)] = np.nan, UNSEEN
    return Motion(body, np.arange(frames) / 10, values, outcome)


@cache
def found() -> Mechanics:
    return compute_mechanics(swing())


@cache
def doubt() -> dict[tuple[str, str], Uncertainty]:
    return compute_uncertainties(swing())


def test_a_movement_is_its_poses_one_by_one() -> None:
    motion, body = swing(), reference()
    for t in (t for t in range(len(motion.time)) if t not in LOST):
        paths = body.paths(motion.values[t])
        measures = posture_measures(body, motion.values[t][None])
        assert found().lordosis_deg[t] == pytest.approx(measures["lordosis_deg"][0], abs=1e-12)
        assert found().stacking_deg[t] == pytest.approx(measures["stacking_deg"][0], abs=1e-12)
        for name in GROUPS:
            for side, letter in SIDE_LETTER.items():
                lines = body.muscles_of(name, letter)
                group = found().group(name, side)
                assert np.array_equal(group.length[t], paths.length[0, lines])
                axes = [body.coordinate_index(f"{axis}_{letter}") for axis in HIP]
                assert np.array_equal(group.moment_arm[t], paths.moment_arm[0][lines][:, axes])
                assert np.array_equal(group.level_arm[t], paths.level_arm[0, lines].astype(np.float32))


def test_a_fibre_beyond_its_range_is_a_note_of_the_frames_that_show_it() -> None:
    assert found().notes == ()
    iliacus = found().group("iliacus", "left")
    fibre = np.array(iliacus.normalised_fibre)
    fibre[5, 1] = 0.41
    changed = replace(iliacus, normalised_fibre=fibre)
    (note,) = replace(found(), groups={**found().groups, ("iliacus", "left"): changed}).notes
    assert note["muscle"] == f"iliacus_{iliacus.fascicles[1]}_l"
    assert (note["fibre"], note["percent"], note["lines"]) == ("0.41", "10", 1)


def test_what_was_not_seen_is_nan_and_nothing_else_is() -> None:
    lost = np.isin(np.arange(12), LOST)
    arrays = [found().lordosis_deg, found().stacking_deg]
    for group in found().groups.values():
        arrays += [
            group.length,
            group.normalised_fibre,
            group.passive_force,
            group.moment_arm,
            group.level_arm.astype(float),
        ]
        arrays += [group.whole_length, group.percent_standing, group.hip_arm, group.level_moment_at_fmax]
    for array in arrays:
        assert np.isnan(array[lost]).all() and np.isfinite(array[~lost]).all()


def test_the_moment_arm_turns_hip_motion_into_length() -> None:
    """Length change is the integral of minus the moment arm over the hip angle, the low back held."""
    body, angles = reference(), np.radians(np.linspace(-15, 70, 200))
    values = np.tile(body.default_values(), (len(angles), 1))
    values[:, body.coordinate_index("hip_flexion_r")] = angles
    motion = Motion(body, np.arange(len(angles)) / 100, values, np.zeros(len(angles), int))
    group = compute_mechanics(motion).group("psoas", "right")
    arm = group.hip_arm[:, 0]
    work = -np.sum((arm[1:] + arm[:-1]) / 2 * np.diff(angles))
    assert group.whole_length[-1] - group.whole_length[0] == pytest.approx(work, abs=2e-6)
    assert np.ptp(compute_mechanics(motion).group("psoas", "left").whole_length) < 1e-12


def test_names_and_shapes_are_those_documented() -> None:
    for (name, side), group in found().groups.items():
        assert (group.name, group.side) == (name, side)
        lines = len(group.fascicles)
        assert group.length.shape == group.normalised_fibre.shape == group.passive_force.shape == (12, lines)
        assert group.moment_arm.shape == (12, lines, 3) and group.level_arm.shape == (12, lines, 5)
        assert not any(fascicle.endswith(("_r", "_l")) for fascicle in group.fascicles)
        assert (group.level_arm[~np.isnan(group.level_arm)] == 0).all() == (name == "iliacus")
    assert set(found().groups) == {(n, s) for n in ("psoas", "iliacus") for s in ("right", "left")}


def test_arrays_are_read_only() -> None:
    with pytest.raises(ValueError, match="read-only"):
        found().group("psoas", "right").length[0, 0] = 1.0


def test_the_scale_of_the_person_carries_through() -> None:
    tall = Body(scale={g: 1.2 * f for g, f in reference().scale.items()})
    one, two = (compute_mechanics(swing(body=body, lost=())).group("psoas", "left") for body in (reference(), tall))
    np.testing.assert_allclose(two.whole_length, 1.2 * one.whole_length, rtol=1e-9)
    np.testing.assert_allclose(two.percent_standing, one.percent_standing, rtol=1e-9)
    np.testing.assert_allclose(two.normalised_fibre, one.normalised_fibre, rtol=1e-8)


def test_doubt_is_named_for_both_muscles_and_sides_and_is_of_a_sensible_size() -> None:
    assert set(doubt()) == {(n, s) for n in GROUPS for s in SIDES}
    for (name, _), one in doubt().items():
        assert 0.0005 < one.length < 0.02
        assert 0.0 <= one.excursion < 0.01
        assert one.moment_arm < 0.012
        if name == "psoas":
            assert one.moment_arm > 0.001, "the open models differ by more"


def test_a_length_is_in_doubt_by_the_pelvis_at_least() -> None:
    for (name, side), one in doubt().items():
        arm = np.nanmean(np.abs(found().group(name, side).hip_arm[:, 0]))
        assert one.length >= arm * np.radians(ANGLE_DEG) * 0.999


def test_a_still_person_has_no_doubt_about_the_excursion() -> None:
    body = reference()
    still = Motion(body, np.arange(5) / 10, np.tile(posed(body, hip_flexion_r=20.0), (5, 1)), np.zeros(5, int))
    assert max(one.excursion for one in compute_uncertainties(still).values()) < 1e-15


def test_doubt_of_nothing_seen_is_nothing() -> None:
    assert compute_uncertainties(swing(frames=6, lost=tuple(range(6)))) == {}
    empty = compute_mechanics(swing(frames=6, lost=tuple(range(6))))
    assert np.isnan(empty.group("psoas", "right").whole_length).all()


def test_random_movements_have_finite_figures_everywhere() -> None:
    body = reference()
    values = random_poses(body, 40, seed=21, share=0.7)
    whole = compute_mechanics(Motion(body, np.arange(40) / 10, values, np.zeros(40, int)))
    for group in whole.groups.values():
        for array in (group.length, group.normalised_fibre, group.passive_force, group.moment_arm):
            assert np.isfinite(array).all()
        assert (group.passive_force >= 0).all() and (group.normalised_fibre > 0).all()
