"""The scene for the viewer: poses, paths and colours that say the same as the body does."""

from __future__ import annotations

import base64
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.spatial.transform import Rotation

from psoas.body.meshes import PARENTS, segment_meshes
from psoas.body.model.body import Body
from psoas.body.person import Person
from psoas.body.postures import posture
from psoas.core.arrays import Floats
from psoas.kinematics.motion import CONVERGED, UNSEEN, Motion
from psoas.render.scene import (
    POINTS,
    build_scene,
    choose_frames,
    drawn_fascicles,
    floor_height,
    pelvis_heading,
    percent_range,
    resample_paths,
)


def swing(frames: int, seconds: float) -> Motion:
    """A body whose right hip bends from -20 to 100 degrees."""
    body = Body(Person.of(height_m=1.85))
    values = np.tile(body.default_values(), (frames, 1))
    values[:, body.coordinate_index("hip_flexion_r")] = np.radians(np.linspace(-20, 100, frames))
    values[:, body.coordinate_index("pelvis_rotation")] = 0.3
    return Motion(body, np.linspace(0, seconds, frames), values, np.full(frames, CONVERGED))


def floats(text: str, *shape: int) -> Floats:
    return np.frombuffer(base64.b64decode(text), "<f4").reshape(shape)


@pytest.fixture(scope="module")
def motion() -> Motion:
    return swing(40, 1.0)


@pytest.fixture(scope="module")
def made(motion: Motion) -> dict[str, Any]:
    return dict(build_scene(motion))


def test_bones_stand_where_the_body_puts_them(motion: Motion, made: dict[str, Any]) -> None:
    poses = motion.body.poses(motion.values[choose_frames(motion, max_frames=300)])
    frames, names = len(made["time"]), [s["name"] for s in made["segments"]]
    position = floats(made["position"], frames, len(names), 3)
    quaternion = floats(made["quaternion"], frames, len(names), 4)
    for i, name in enumerate(names):
        at, turned = poses.of(PARENTS.get(name, name))
        assert np.abs(position[:, i] - at).max() < 1e-6
        assert np.abs(Rotation.from_quat(quaternion[:, i]).as_matrix() - turned).max() < 1e-5


def test_every_mesh_is_there_in_the_size_of_its_segment(motion: Motion, made: dict[str, Any]) -> None:
    meshes = segment_meshes()
    assert [s["name"] for s in made["segments"]] == list(meshes)
    kinds = {s["name"]: s["kind"] for s in made["segments"]}
    assert kinds["diaphragm"] == "diaphragm" and kinds["disc_l4"] == "disc" and kinds["pelvis"] == "bone"
    for one in made["segments"]:
        mesh = meshes[one["name"]]
        assert np.allclose(floats(one["vertices"], -1, 3), mesh.vertices, atol=1e-7)
        assert (np.frombuffer(base64.b64decode(one["faces"]), "<u4").reshape(-1, 3) == mesh.faces).all()
        assert one["scale"] == pytest.approx(motion.body.segment_scale(PARENTS.get(one["name"], one["name"])), abs=1e-5)


def test_fascicles_begin_and_end_where_the_muscle_does(motion: Motion, made: dict[str, Any]) -> None:
    lines = drawn_fascicles(motion.body)
    points = floats(made["points"], len(made["time"]), len(lines), POINTS, 3)
    values = motion.values[choose_frames(motion, max_frames=300)]
    for i, line in enumerate(lines):
        for t in (0, len(values) - 1):
            path = motion.body.path_points_of(values[t], np.array([line]))[0, 0]
            assert np.allclose(points[t, i, [0, -1]], path[[0, -1]], atol=1e-6)
    names = [f["name"] for f in made["fascicles"]]
    assert names == [motion.body.muscle_names[i] for i in lines] and len(names) == 28
    assert made["fascicles"][0]["label"].startswith("Right psoas, from the L1")


def test_percent_is_the_length_against_standing(motion: Motion, made: dict[str, Any]) -> None:
    lines = drawn_fascicles(motion.body)
    percent = floats(made["percent"], len(made["time"]), len(lines))
    values = motion.values[choose_frames(motion, max_frames=300)]
    expected = 100 * motion.body.paths(values).length[:, lines] / motion.body.standing_length[lines]
    assert np.abs(percent - expected).max() < 1e-4
    low, high = made["percent_range"]
    assert low <= percent.min() and percent.max() <= high


def test_the_floor_is_under_the_heels_and_rises_with_the_body() -> None:
    body = Body(Person.of(height_m=1.85))
    values = np.tile(body.default_values(), (2, 1))
    heel = float(body.landmark_positions(values, ("heel_r",))["heel_r"][0, 1])
    floor = floor_height(body, body.poses(values))
    assert heel - 0.08 < floor < heel
    values[:, body.coordinate_index("pelvis_ty")] += 0.95
    assert floor_height(body, body.poses(values)) == pytest.approx(floor + 0.95)


def test_the_heading_is_where_the_pelvis_faces(made: dict[str, Any]) -> None:
    assert made["heading"] == pytest.approx([np.cos(0.3), -np.sin(0.3)], abs=1e-4)
    body = Body()
    assert pelvis_heading(body.poses(posture("supine").values)).tolist() == [1.0, 0.0]


def test_long_recordings_are_thinned_and_unseen_frames_left_out() -> None:
    long = swing(3000, 30.0)
    assert len(choose_frames(long, max_frames=300)) == 300
    assert len(choose_frames(swing(500, 2.0), max_frames=300)) == 61
    values = long.values.copy()
    values[100:400] = np.nan
    outcome = np.where(np.isnan(values[:, 0]), UNSEEN, CONVERGED)
    kept = choose_frames(Motion(long.body, long.time, values, outcome), max_frames=300)
    assert not ((kept >= 100) & (kept < 400)).any()
    assert (kept[0], kept[-1]) == (0, 2999)


def test_a_motion_never_seen_is_an_error() -> None:
    unseen = swing(5, 1.0)
    with pytest.raises(ValueError, match="no frame"):
        build_scene(Motion(unseen.body, unseen.time, np.full_like(unseen.values, np.nan), np.full(5, UNSEEN)))


def test_one_pose_makes_a_still_scene() -> None:
    assert build_scene(swing(1, 0.0))["time"] == [0.0]


@given(arrays(float, (2, 5, 3), elements=st.floats(-1, 1, width=32)), st.integers(2, 20))
def test_resampling_keeps_the_ends_and_never_lengthens(paths: Floats, count: int) -> None:
    out = resample_paths(paths, count)
    assert np.allclose(out[:, [0, -1]], paths[:, [0, -1]], atol=1e-9)
    length = np.linalg.norm(np.diff(paths, axis=1), axis=2).sum(axis=1)
    assert (np.linalg.norm(np.diff(out, axis=1), axis=2).sum(axis=1) <= length + 1e-9).all()


def test_a_straight_path_is_cut_into_equal_steps_though_points_repeat() -> None:
    path = np.array([[0.0, 0, 0], [3, 0, 0], [10, 0, 0], [10, 0, 0]])
    assert np.allclose(resample_paths(path[None], 6)[0, :, 0], [0, 2, 4, 6, 8, 10])


@given(arrays(float, (4,), elements=st.floats(40, 160)))
def test_the_colour_scale_holds_everything_and_standing(percent: Floats) -> None:
    low, high = percent_range(percent)
    assert low <= min(percent.min(), 98) and high >= max(percent.max(), 102)
    assert low % 2 == high % 2 == 0


def test_all_paths_at_once_are_the_paths_one_by_one() -> None:
    body, values = Body(), posture("knees_to_chest").values
    lines = body.muscles_of("psoas", "r")
    for line, points in zip(lines, body.path_points_of(values, lines)[0], strict=True):
        alone = body.path_points_of(values, np.array([line]))[0, 0]
        assert np.allclose(points[: len(alone)], alone) and np.allclose(points[len(alone) :], alone[-1])
