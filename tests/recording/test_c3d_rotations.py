"""Segment poses (Theia): the origin of each segment and points on its axes become markers."""

from __future__ import annotations

from pathlib import Path

import ezc3d
import numpy as np

from psoas.core.arrays import Floats
from psoas.core.catalogue import render
from psoas.recording import check_markers_known, read
from tests.c3d_encoder import C3DWorld, Value, encode_c3d
from tests.recording_worlds import put

LABELS = ["pelvis_4X4", "l_thigh_4X4"]
FRAMES = 6


def poses() -> Floats:
    """Two segments (frames, 2, 17): matrices column by column, mm; the second is not seen in the third frame."""
    turned = np.array([[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    found = np.zeros((FRAMES, 2, 17))
    for frame in range(FRAMES):
        for segment, (R, place) in enumerate([(np.eye(3), (frame, 0.0, 900.0)), (turned, (frame, 90.0, 880.0))]):
            matrix = np.eye(4)
            matrix[:3, :3], matrix[:3, 3] = R, place
            found[frame, segment, :16] = matrix.ravel(order="F")
    found[2, 1, 16] = -1
    return found


def test_poses_become_points_on_the_segments(tmp_path: Path) -> None:
    parameters: dict[str, Value] = {
        "ROTATION:USED": 2, "ROTATION:RATIO": 1, "ROTATION:RATE": 100.0, "ROTATION:LABELS": LABELS,
        "ANALOG:GEN_SCALE": 1.0, "ANALOG:SCALE": np.zeros(0), "ANALOG:OFFSET": np.zeros(0, dtype=int),
    }  # fmt: skip
    world = C3DWorld(np.full((FRAMES, 1, 3), 500.0), ["extra"], parameters=parameters, rotations=poses())
    path = put(tmp_path, "a.c3d", encode_c3d(world))
    recording = read(path, up="y")
    assert recording.markers is not None
    assert recording.markers.names == (
        "extra",
        *(f"{label}{end}" for label in LABELS for end in ("", "_x", "_y", "_z")),
    )
    x = recording.markers.positions
    np.testing.assert_allclose(
        x[4, 1:5], [[0.004, 0, 0.9], [0.104, 0, 0.9], [0.004, 0.1, 0.9], [0.004, 0, 1.0]], atol=1e-6
    )
    np.testing.assert_allclose(x[4, 6], [0.004, 0.19, 0.88], atol=1e-6)  # its x axis points along the lab's y
    assert np.isnan(x[2, 5:]).all() and np.isfinite(x[3:]).all()
    assert any("poses of 2 segments" in render(note) for note in recording.notes)
    theirs = ezc3d.c3d(str(path))["data"]["rotations"]
    np.testing.assert_allclose(theirs[:3, 3, 1, 4] / 1000, x[4, 5], atol=1e-6)


def test_a_theia_file_names_its_landmarks(tmp_path: Path) -> None:
    """Origins are joint centres; the laboratory's own pose is no segment."""
    labels = [
        "worldbody_4X4",
        "pelvis_4X4",
        *(f"{s}_{part}_4X4" for s in "rl" for part in ("thigh", "shank", "foot", "uarm")),
    ]
    heights = [0.0, 950.0, *(900.0, 480.0, 80.0, 1400.0) * 2]
    found = np.zeros((FRAMES, len(labels), 17))
    for segment, (label, height) in enumerate(zip(labels, heights, strict=True)):
        matrix = np.eye(4)
        matrix[:3, 3] = (0.0, {"r": -90.0, "l": 90.0}.get(label[0], 0.0), height)
        found[:, segment, :16] = matrix.ravel(order="F")
    parameters: dict[str, Value] = {"ROTATION:USED": len(labels), "ROTATION:RATIO": 1, "ROTATION:LABELS": labels}
    world = C3DWorld(np.empty((FRAMES, 0, 3)), [], parameters=parameters, rotations=found)
    recording = read(put(tmp_path, "a.c3d", encode_c3d(world)))
    match = check_markers_known(recording)
    assert match.mapping["r_thigh_4X4"] == "hip_centre_r" and match.mapping["l_foot_4X4"] == "ankle_centre_l"
    assert match.mapping["pelvis_4X4_x"] == "cluster:pelvis" and match.mapping["r_shank_4X4_z"] == "cluster:shank_r"
    assert recording.markers is not None and not any(name.startswith("world") for name in recording.markers.names)
    at = recording.markers.names.index("r_thigh_4X4")
    np.testing.assert_allclose(recording.markers.positions[0, at], [0.0, 0.9, 0.09], atol=1e-6)
