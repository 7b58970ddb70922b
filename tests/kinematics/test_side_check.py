"""Right and left exchanged: said where front and back of the body show it, and never for a poor fit."""

from __future__ import annotations

import numpy as np

from psoas.kinematics.side_check import sides_are_exchanged
from psoas.recording import check_markers_known, read
from tests.worlds import WALK, across


def test_a_walk_is_not_exchanged_and_its_swapped_names_are() -> None:
    recording = read(WALK)
    assert recording.markers is not None
    mapping = dict(check_markers_known(recording).mapping)
    positions = recording.markers.positions[:, [recording.markers.names.index(name) for name in mapping]]
    swapped = {name: across(place) for name, place in mapping.items()}
    assert not sides_are_exchanged(mapping, positions)
    assert sides_are_exchanged(swapped, positions)
    noise = np.random.default_rng(1).normal(0, 0.05, positions.shape)
    assert not sides_are_exchanged(mapping, positions + noise)
    half = dict(swapped)
    for name, place in mapping.items():
        if "asis" in place or "psis" in place:
            half[name] = place
    assert not sides_are_exchanged(half, positions), "only the legs are swapped: the pelvis says no"


def test_without_front_and_back_nothing_is_said() -> None:
    mapping = {"a": "hip_centre_r", "b": "hip_centre_l", "c": "knee_centre_r"}
    assert not sides_are_exchanged(mapping, np.zeros((5, 3, 3)))
    assert not sides_are_exchanged({"c": "knee_centre_r"}, np.zeros((5, 1, 3)))
