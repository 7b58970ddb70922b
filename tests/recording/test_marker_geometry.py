"""Distances that tell a joint's centre from a marker on the skin."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.arrays import Floats
from psoas.recording.marker_geometry import distance, hips_are_centres, pair_is_swapped


def point(x: float, y: float, z: float) -> Floats:
    return np.array([[x, y, z]])


def pelvis(half_hips: float, *, half_asis: float = 0.12, scale: float = 1.0) -> dict[str, Floats]:
    """Front corners of the pelvis, hips and knees, standing."""
    return {
        name + side: scale * point(x, y, sign * half)
        for side, sign in (("_r", 1.0), ("_l", -1.0))
        for name, x, y, half in (("asis", 0.05, 1.0, half_asis), ("hip", 0.0, 0.92, half_hips), ("knee", 0, 0.5, 0.1))
    }


@given(st.floats(0.5, 1000))
def test_hips_inside_the_pelvis_are_centres_whatever_the_size(scale: float) -> None:
    # Bell et al. 1990: each centre lies 14 % of the width of the ASIS inwards of its ASIS.
    assert hips_are_centres(pelvis(0.12 * 0.72, scale=scale)) is True
    assert hips_are_centres(pelvis(0.17, scale=scale)) is False


def test_thighs_tell_where_no_asis_is_seen() -> None:
    for half, centre in ((0.085, True), (0.19, False)):
        points = {key: at for key, at in pelvis(half).items() if not key.startswith("asis")}
        assert hips_are_centres(points) is centre


def test_hips_alone_tell_nothing() -> None:
    assert hips_are_centres({key: at for key, at in pelvis(0.1).items() if key.startswith("hip")}) is None
    assert hips_are_centres({}) is None


def test_the_inner_markers_of_two_knees_are_nearer_to_each_other() -> None:
    points = {"lateral_r": point(0, 0.5, 0.15), "lateral_l": point(0, 0.5, -0.15),
              "medial_r": point(0, 0.5, 0.05), "medial_l": point(0, 0.5, -0.05)}  # fmt: skip
    swapped = {key: points[key.replace("lateral", "x").replace("medial", "lateral").replace("x", "medial")]
               for key in points}  # fmt: skip
    assert pair_is_swapped(points) is False
    assert pair_is_swapped(swapped) is True
    assert pair_is_swapped({}) is None


def test_distance_is_taken_where_both_are_seen() -> None:
    one = np.array([[0.0, 0, 0], [np.nan] * 3, [0, 0, 0]])
    other = np.array([[1.0, 0, 0], [1, 0, 0], [np.nan] * 3])
    assert distance({"a": one, "b": other}, "a", "b") == pytest.approx(1.0)
    assert np.isnan(distance({"a": one}, "a", "b"))
    assert np.isnan(distance({"a": one, "b": one}, "a", "b"))


def test_two_markers_in_one_place_tell_nothing() -> None:
    assert hips_are_centres(pelvis(0.085, half_asis=0.0)) is True  # the thighs tell
    assert hips_are_centres({key: 0 * at for key, at in pelvis(0.1).items()}) is None
