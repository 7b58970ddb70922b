"""Markers that were moved or exchanged between the static trial and the movement."""

from __future__ import annotations

import numpy as np
import pytest

from psoas.core.catalogue import render
from psoas.kinematics.ik.static_places import moved_markers, without_moved
from psoas.kinematics.motion import MarkerFit

NAMES = tuple("abcdefgh")


def fit_of(apart_mm: dict[str, float], *, unseen: str = "") -> MarkerFit:
    """Every marker 8 mm from its place for 20 frames, but for some."""
    residual = np.full((20, len(NAMES)), 0.008)
    for name, value in apart_mm.items():
        residual[:, NAMES.index(name)] = value / 1000
    for name in unseen:
        residual[:, NAMES.index(name)] = np.nan
    return MarkerFit(NAMES, residual, residual.mean(axis=1), 1)


@pytest.mark.parametrize(
    ("apart", "static", "found"),
    [
        ({}, NAMES, ()),
        ({"b": 110.0, "c": 80.0}, NAMES, ("b", "c")),
        ({"b": 110.0, "c": 80.0}, ("a", "b"), ("b",)),
        ({"b": 40.0}, NAMES, ()),
        (dict.fromkeys("abc", 110.0), NAMES, ()),
        (dict.fromkeys(NAMES, 30.0) | {"b": 110.0}, NAMES, ()),
    ],
    ids=["all fit", "two moved", "only those of the static trial", "skin moves", "too many", "nothing fits"],
)
def test_which_markers_were_moved(apart: dict[str, float], static: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert moved_markers(fit_of(apart), static) == found


def test_a_marker_that_strays_for_a_moment_and_one_never_seen_were_not_moved() -> None:
    fit = fit_of({}, unseen="h")
    residual = np.array(fit.residual)
    residual[:9, 1] = 0.2
    assert moved_markers(MarkerFit(NAMES, residual, fit.rms, 1), NAMES) == ()


def test_they_are_left_out_and_named_with_how_far_they_are_off() -> None:
    kept, note = without_moved(("b", "c"), fit_of({"b": 110.0, "c": 90.0}), np.zeros((20, len(NAMES), 3)))
    assert np.isnan(kept[:, 1:3]).all() and np.isfinite(np.delete(kept, [1, 2], axis=1)).all()
    assert "b, c" in render(note) and "100 mm" in render(note)
