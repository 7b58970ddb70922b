"""Which way a person faces, from markers of the two sides."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.arrays import Floats
from psoas.kinematics.gait.heading import estimate_heading

FRONT = {"RASI": "asis_r", "LASI": "asis_l"}
BOTH = {**FRONT, "RSHO": "acromion_r", "LSHO": "acromion_l"}


def pair(angle: float, frames: int = 5) -> Floats:
    """Right and left marker (frames, 2, 3) of one who faces ``angle`` from +X towards -Z."""
    right = 0.12 * np.array([np.sin(angle), 0.0, np.cos(angle)])
    return np.tile(np.array([0.0, 1.0, 0.0]) + np.stack([right, -right]), (frames, 1, 1))


@given(st.floats(-3.1, 3.1))
def test_the_angle_is_found(angle: float) -> None:
    assert estimate_heading(FRONT, pair(angle)) == pytest.approx(angle, abs=1e-9)


def test_markers_in_one_place_or_above_one_another_show_no_direction() -> None:
    none = np.zeros((5, 2, 3))
    none[:, 0, 1] = 0.2
    assert estimate_heading(FRONT, none) == 0.0
    assert estimate_heading(BOTH, np.concatenate([none, pair(1.0)], axis=1)) == pytest.approx(1.0)
    assert estimate_heading(FRONT, np.full((5, 2, 3), np.nan)) == 0.0
