"""Paths over surfaces against closed forms, and the properties that hold on every surface."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from psoas.opensim_model import ImportedBody
from tests.opensim_model.small_models import Place, body, built, coordinate, document, joint, muscle, point, wrap

RADIUS = 0.03
CYLINDER = f"<radius>{RADIUS}</radius><length>0.5</length>"


def over(
    folder: Path, kind: str, size: str, near: Place, far: Place, *, quadrant: str = "all", method: str = "hybrid"
) -> ImportedBody:
    """A line from ``near`` on ground to ``far`` on a body that slides along X and turns about Z, over one surface."""
    shape = wrap(kind, "round", size, quadrant=quadrant)
    joints = joint("CustomJoint", "j", "ground", "it", coordinate("x") + coordinate("turn"), more=SLIDE)
    line = muscle("line", point("a", "ground", near) + point("b", "it", far), ["round"], method=method)
    return built(folder, document(body("it"), joints, line, ground=shape))


LINE = "<LinearFunction><coefficients>1 0</coefficients></LinearFunction>"
SLIDE = (
    f'<SpatialTransform><TransformAxis name="rotation1"><coordinates>turn</coordinates><axis>0 0 1</axis>{LINE}'
    f'</TransformAxis><TransformAxis name="translation1"><coordinates>x</coordinates><axis>1 0 0</axis>{LINE}'
    "</TransformAxis></SpatialTransform>"
)


def length(model: ImportedBody) -> float:
    return float(model.paths(np.zeros((1, 2))).length[0, 0])


def bent(near: float, far: float, apart: float) -> float:
    """Length around a circle between points ``near`` and ``far`` from its middle, ``apart`` radians."""
    around = apart - math.acos(RADIUS / near) - math.acos(RADIUS / far)
    return math.sqrt(near**2 - RADIUS**2) + math.sqrt(far**2 - RADIUS**2) + RADIUS * around


def test_a_line_around_a_cylinder_is_two_tangents_and_an_arc(tmp_path: Path) -> None:
    near, far = (-0.1, 0.02, 0.0), (0.12, 0.01, 0.0)
    apart = math.atan2(near[1], near[0]) - math.atan2(far[1], far[0])
    model = over(tmp_path, "WrapCylinder", CYLINDER, near, far)
    assert length(model) == pytest.approx(bent(math.hypot(*near), math.hypot(*far), apart), abs=1e-12)


def test_a_line_that_climbs_is_the_shortest_on_the_unrolled_cylinder(tmp_path: Path) -> None:
    near, far = (-0.1, 0.02, -0.1), (0.12, 0.01, 0.1)
    flat = over(tmp_path, "WrapCylinder", CYLINDER, (*near[:2], 0.0), (*far[:2], 0.0))
    climbing = length(over(tmp_path, "WrapCylinder", CYLINDER, near, far))
    # Unrolled, the shortest path climbs evenly: OpenSim's slides its tangents in a plane, a little longer.
    shortest = math.hypot(length(flat), 0.2)
    assert shortest - 1e-12 <= climbing < shortest + 1e-4


@pytest.mark.parametrize(("kind", "size"), [("WrapCylinder", CYLINDER), ("WrapSphere", f"<radius>{RADIUS}</radius>")])
def test_what_passes_by_or_begins_inside_is_straight(tmp_path: Path, kind: str, size: str) -> None:
    for near, far in (((-0.1, 0.04, 0.0), (0.12, 0.05, 0.0)), ((-0.01, 0.0, 0.0), (0.12, 0.01, 0.0))):
        straight = math.dist(near, far)
        assert length(over(tmp_path, kind, size, near, far)) == pytest.approx(straight, abs=1e-12)


def test_a_cylinder_may_be_used_on_one_half_only(tmp_path: Path) -> None:
    near, far = (-0.1, 0.02, 0.0), (0.12, 0.01, 0.0)
    apart = math.atan2(near[1], near[0]) - math.atan2(far[1], far[0])
    reach = math.hypot(*near), math.hypot(*far)
    for quadrant, angle in (("y", apart), ("+Y", apart), ("-y", 2 * math.pi - apart)):
        model = over(tmp_path, "WrapCylinder", CYLINDER, near, far, quadrant=quadrant)
        assert length(model) == pytest.approx(bent(*reach, angle), abs=1e-9)


def test_beyond_the_end_of_a_cylinder_nothing_bends(tmp_path: Path) -> None:
    near, far = (-0.1, 0.0, 0.3), (0.1, 0.001, 0.3)
    short = over(tmp_path, "WrapCylinder", f"<radius>{RADIUS}</radius><length>0.5</length>", near, far)
    assert length(short) == pytest.approx(math.dist(near, far))
    long = over(tmp_path, "WrapCylinder", f"<radius>{RADIUS}</radius><length>0.7</length>", near, far)
    assert length(long) > math.dist(near, far) + 1e-3


def test_a_line_over_a_sphere_lies_in_the_plane_of_its_middle(tmp_path: Path) -> None:
    near, far = np.array([-0.1, 0.01, 0.01]), np.array([0.12, 0.0, 0.015])
    apart = math.acos(near @ far / np.linalg.norm(near) / np.linalg.norm(far))
    expected = bent(float(np.linalg.norm(near)), float(np.linalg.norm(far)), apart)
    model = over(tmp_path, "WrapSphere", f"<radius>{RADIUS}</radius>", tuple(near.tolist()), tuple(far.tolist()))
    assert length(model) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("method", ["midpoint", "hybrid", "axial"])
def test_an_ellipsoid_of_equal_axes_is_a_sphere(tmp_path: Path, method: str) -> None:
    near, far = (-0.1, 0.004, 0.006), (0.12, 0.002, 0.003)
    ball = length(over(tmp_path, "WrapSphere", f"<radius>{RADIUS}</radius>", near, far))
    size = f"<dimensions>{RADIUS} {RADIUS} {RADIUS}</dimensions>"
    found = length(over(tmp_path, "WrapEllipsoid", size, near, far, method=method))
    # Measured in chords of 1 mm, and in a plane that need not go through the middle.
    assert found == pytest.approx(ball, abs=1e-4)


def test_a_long_ellipsoid_across_is_its_section(tmp_path: Path) -> None:
    """In the plane across the long axis the section is a circle, and chords of about 1 mm are all that differs."""
    near, far = (-0.1, 0.004, 0.0), (0.12, 0.002, 0.0)
    apart = math.atan2(near[1], near[0]) - math.atan2(far[1], far[0])
    size = f"<dimensions>{RADIUS} {RADIUS} {4 * RADIUS}</dimensions>"
    found = length(over(tmp_path, "WrapEllipsoid", size, near, far, method="midpoint"))
    assert found == pytest.approx(bent(math.hypot(*near), math.hypot(*far), apart), abs=1e-5)


def test_a_torus_holds_a_line_in_its_ring(tmp_path: Path) -> None:
    size = "<inner_radius>0.01</inner_radius><outer_radius>0.05</outer_radius>"
    inside = over(tmp_path, "WrapTorus", size, (0.0, 0.02, -0.1), (0.0, 0.02, 0.1))
    assert length(inside) == pytest.approx(0.2)
    pressed = over(tmp_path, "WrapTorus", size, (0.0, 0.1, -0.1), (0.0, 0.1, 0.1))
    # Past the inner edge of the tube, 0.04 m from the middle: over a circle of 0.01 m around (0, 0.05).
    reach = math.hypot(0.05, 0.1)
    around = 2 * (math.pi / 2 + math.atan2(0.05, 0.1) - math.acos(0.01 / reach))
    assert length(pressed) == pytest.approx(2 * math.sqrt(reach**2 - 0.01**2) + 0.01 * around, abs=1e-9)


@pytest.mark.parametrize(
    ("kind", "size"), [("WrapCylinder", CYLINDER), ("WrapSphere", f"<radius>{RADIUS}</radius>")]
)  # fmt: skip
def test_moment_arms_over_surfaces_are_slopes_of_length(tmp_path: Path, kind: str, size: str) -> None:
    model = over(tmp_path, kind, size, (-0.1, 0.01, -0.02), (0.12, 0.004, 0.0))
    values, step = np.array([[0.0, 0.0], [0.02, 0.05], [-0.01, -0.1]]), 1e-6
    assert (model.paths(values).length[:, 0] > 0.2).all()
    for i in range(2):
        shift = step * np.eye(2)[i]
        slope = (model.paths(values + shift).length - model.paths(values - shift).length) / (2 * step)
        # The lever of the path as it lies; a helix of OpenSim's is not quite the shortest.
        assert model.paths(values).moment_arm[:, :, i] == pytest.approx(-slope, abs=1e-4)
