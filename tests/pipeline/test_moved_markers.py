"""A static trial whose markers were exchanged with others of the same segment, through the whole pipeline."""

from __future__ import annotations

from pathlib import Path

import numpy as np

import psoas
from psoas.core.catalogue import render
from psoas.recording import read
from tests.worlds import STATIC, WALK, cut, positions_of, with_positions

MOVED = "L.Thigh.Front"


def test_a_marker_that_was_moved_after_the_static_trial_is_placed_anew_and_said(tmp_path: Path) -> None:
    markers = read(STATIC).markers
    assert markers is not None
    positions, column = positions_of(STATIC), markers.names.index(MOVED)
    positions[:, column] += np.array([-0.12, 0.03, 0.0])
    moved = with_positions(STATIC, positions, tmp_path / "static.trc")
    walk = cut(WALK, tmp_path / "walk.trc", slice(60, 120))
    true, found = (psoas.analyze(walk, static=static, with_forces=False) for static in (STATIC, moved))
    said = [note for note in found.notes if note.code == "kinematics-static_marker_moved"]
    assert [render(note).endswith(f"come from the movement: {MOVED}.") for note in said] == [True]
    assert not any(note.code == "kinematics-static_marker_moved" for note in true.notes)
    assert found.understood.markers is not None and found.understood.markers.left_out == ()
    apart = np.degrees(found.motion.of("hip_flexion_l") - true.motion.of("hip_flexion_l"))
    assert np.abs(apart).max() < 3.0
