"""Geometry against calculus and against the mirror: Jacobians, moment arms, left and right."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas import Body
from psoas.core.arrays import Bools, Floats
from tests.worlds import MIRROR, across, mirrored_values, posed, random_poses, reference

STEP = 1e-6
RELATIVE, ABSOLUTE = 1e-6, 1e-8
MOST_LEFT_OUT = 0.01


def central(function_of: Floats, minus: Floats) -> Floats:
    return (function_of - minus) / (2 * STEP)


def agrees(found: Floats, true: Floats) -> Bools:
    return np.asarray(np.abs(found - true) <= np.maximum(RELATIVE * np.abs(true), ABSOLUTE))


def touching(forward: Floats, backward: Floats) -> Bools:
    """Where the two one-sided slopes differ: the path touches a wrap on one side of the pose and not on the other."""
    return np.asarray(np.abs(forward - backward) > 1e-4)


@settings(max_examples=6)
@given(seed=st.integers(0, 2**31))
def test_moment_arms_are_minus_the_slope_of_length_for_all_muscles_and_coordinates(seed: int) -> None:
    body = reference()
    values = random_poses(body, 10, seed)
    here = body.paths(values)
    left_out = 0
    for i, name in enumerate(body.coordinate_names):
        step = STEP * np.eye(len(body.coordinate_names))[i]
        more, less = body.paths(values + step).length, body.paths(values - step).length
        apart = touching((more - here.length) / STEP, (here.length - less) / STEP)
        good = agrees(here.moment_arm[:, :, i], -central(more, less))
        wrong = np.argwhere(~good & ~apart)
        assert not len(wrong), [(body.muscle_names[m], name) for _, m in wrong]
        left_out += int(apart.sum())
    assert left_out <= MOST_LEFT_OUT * here.moment_arm.size, f"{left_out} left out at wrap touch-off"


def test_every_muscle_has_a_moment_arm_somewhere_and_none_about_the_room() -> None:
    body = reference()
    arms = np.abs(body.paths(random_poses(body, 20, seed=2)).moment_arm)
    assert (arms.max(axis=(0, 2)) > 0.005).all()
    room = [i for i, n in enumerate(body.coordinate_names) if n.startswith("pelvis_")]
    assert arms[:, :, room].max() < 1e-14


def test_lumbar_arms_are_the_levels_arms_shared_out_by_the_rhythm() -> None:
    body = reference()
    values = random_poses(body, 10, seed=5)
    paths = body.paths(values)
    i = body.coordinate_index("lumbar_extension")
    _, slope = body.rhythm.extend(values[:, i])
    np.testing.assert_allclose(np.einsum("tml,tl->tm", paths.level_arm, slope), paths.moment_arm[:, :, i], atol=1e-12)


def test_marker_velocities_from_motion_axes_are_finite_differences() -> None:
    body = reference()
    values = random_poses(body, 8, seed=6, share=0.9)
    _, axes = body.motion_axes(values)
    names = tuple(body.landmarks)
    places = body.landmark_positions(values, names)
    carries = body.carries.toarray().reshape(len(body.segment_names), len(body.coordinate_names), -1)
    for i in range(len(body.coordinate_names)):
        step = STEP * np.eye(len(body.coordinate_names))[i]
        more, less = body.landmark_positions(values + step), body.landmark_positions(values - step)
        for name in names:
            chain = carries[body.segment_names.index(body.landmarks[name].segment), i]
            twist = np.einsum("tvk,v->tk", axes, chain)
            velocity = twist[:, 3:] + np.cross(twist[:, :3], places[name])
            assert agrees(velocity, central(more[name], less[name])).all(), (name, body.coordinate_names[i])


def test_motion_axes_do_not_remember_the_pose_before() -> None:
    body = Body()
    values = random_poses(body, 2, seed=9)
    _, first = body.motion_axes(values[:1])
    body.motion_axes(values[1:])
    _, again = body.motion_axes(values[:1])
    assert np.array_equal(first, again)
    alone = body.paths(values[1:])
    both = body.paths(values)
    assert np.array_equal(alone.moment_arm[0], both.moment_arm[1])


def test_left_is_the_mirror_image_of_right_in_every_pose() -> None:
    body = reference()
    values = random_poses(body, 20, seed=3)
    flipped = mirrored_values(body, values)
    here, there = body.poses(values), body.poses(flipped)
    for name in body.segment_names:
        (position, rotation), (far, turned) = here.of(name), there.of(across(name))
        assert np.abs(far - position * MIRROR).max() < 1e-12
        assert np.abs(turned - rotation * MIRROR[:, None] * MIRROR).max() < 1e-12


def test_left_muscles_are_the_mirror_image_of_right_muscles() -> None:
    body = reference()
    values = random_poses(body, 20, seed=7)
    here, there = body.paths(values), body.paths(mirrored_values(body, values))
    other = [body.muscle_index(across(n)) for n in body.muscle_names]
    assert np.abs(there.length[:, other] - here.length).max() < 1e-12
    assert np.abs(there.level_arm[:, other] - here.level_arm).max() < 1e-12
    names = body.coordinate_names
    sign = mirrored_values(body, np.ones(len(names)))
    arms = there.moment_arm[:, other][:, :, [names.index(across(n)) for n in names]] * sign
    assert np.abs(arms - here.moment_arm).max() < 1e-12


def test_a_symmetric_pose_has_equal_sides() -> None:
    body = reference()
    paths = body.paths(posed(body, hip_flexion_r=30, hip_flexion_l=30, lumbar_extension=-10))
    other = [body.muscle_index(across(n)) for n in body.muscle_names]
    assert np.abs(paths.length[:, other] - paths.length).max() < 1e-12


def test_signs_are_opensims() -> None:
    """Positive angles move the body as the coordinate table says in words."""
    body = reference()
    words = {c.name: c.positive for c in body.coordinates}
    assert (words["pelvis_list"], words["lumbar_bending"]) == ("right side down", "bent to the right")
    stand = body.landmark_positions(body.default_values()[None])

    def moved(landmark: str, **angles: float) -> Floats:
        return np.asarray((body.landmark_positions(posed(body, **angles)[None], (landmark,))[landmark]
                           - stand[landmark])[0])  # fmt: skip

    x, y, z = 0, 1, 2
    assert moved("knee_centre_r", hip_flexion_r=20)[x] > 0.05
    assert moved("knee_centre_r", hip_adduction_r=20)[z] < -0.05
    assert moved("knee_centre_l", hip_adduction_l=20)[z] > 0.05
    assert moved("toe_r", hip_rotation_r=20)[z] < -0.03
    assert moved("heel_r", knee_angle_r=20)[x] < -0.05
    assert moved("toe_r", ankle_angle_r=20)[y] > 0.03
    assert moved("head_top", lumbar_extension=20)[x] < -0.05
    assert moved("head_top", lumbar_bending=20)[z] > 0.05
    assert moved("acromion_r", lumbar_rotation=20)[x] > 0.02
    assert moved("sternum", thorax_extension=10)[y] > 0.01
    assert moved("lower_rib_r", rib_flare=10)[y] > 0.005
    assert moved("asis_r", pelvis_tilt=10)[x] < 0.0
    assert moved("asis_r", pelvis_list=10)[y] < -0.01
    assert moved("asis_r", pelvis_rotation=10)[x] > 0.01


def test_path_points_add_up_to_the_length_and_follow_the_body() -> None:
    body = reference()
    values = random_poses(body, 6, seed=12)
    lengths = body.paths(values).length
    lines = np.concatenate([body.muscles_of("psoas", "r"), body.muscles_of("iliacus", "l")])
    together = body.path_points_of(values, lines)
    for m, muscle in enumerate(lines):
        for t, points in enumerate(body.path_points_of(values, np.array([muscle]))[:, 0]):
            straight = np.linalg.norm(np.diff(points, axis=0), axis=1).sum()
            assert straight <= lengths[t, muscle] + 1e-9  # a wrap's arc is longer than its chord, by little
            assert straight == np.float64(lengths[t, muscle]) or lengths[t, muscle] - straight < 0.012
            assert np.array_equal(together[t, m, : len(points)], points)
            assert (together[t, m, len(points) :] == points[-1]).all()
