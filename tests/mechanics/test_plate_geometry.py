"""Points over plates, seen from above."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.mechanics.plate_geometry import between_feet, edge_distance, sole_distance

SQUARE = np.array([[1.0, 0, 1.0], [-1.0, 0, 1.0], [-1.0, 0, -1.0], [1.0, 0, -1.0]])


@pytest.mark.parametrize(("x", "z", "inside"), [(0, 0, 1.0), (0.9, 0, 0.1), (0.5, -0.7, 0.3), (1.2, 0, -0.2)])
def test_distance_to_the_nearest_edge(x: float, z: float, inside: float) -> None:
    assert edge_distance(np.array([x, 0.5, z]), SQUARE) == pytest.approx(inside)


@given(st.floats(-3, 3), st.floats(-2, 2), st.floats(-2, 2), st.permutations(range(4)))
def test_turning_the_room_or_the_order_of_corners_changes_nothing(
    angle: float, x: float, z: float, order: list[int]
) -> None:
    c, s = np.cos(angle), np.sin(angle)
    turn, point = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]]), np.array([x, 0.0, z])
    assert edge_distance(turn @ point, (SQUARE @ turn.T)[order]) == pytest.approx(
        edge_distance(point, SQUARE), abs=1e-9
    )


def test_the_sole_and_the_stretch_between_the_feet() -> None:
    pressure = np.array([[0.0, 0.0, 0.1], [0.5, 0.0, 0.0]])
    sole = np.zeros((2, 3, 3))
    sole[:, :, 0] = [0.0, 0.1, 0.2]
    np.testing.assert_allclose(sole_distance(pressure, sole), [0.1, 0.3])
    one, other = np.zeros((2, 3)), np.tile([1.0, 0.7, 0.0], (2, 1))
    np.testing.assert_allclose(between_feet(pressure, one, other), [0.1, 0.0], atol=1e-12)
