"""Stacking vertebrae into the lumbar, thoracic and cervical spine. Millimetres and degrees in the tables."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import CubicSpline

from psoas.body.meshes.triangle_mesh import Mesh, join
from psoas.body.meshes.vertebrae import LUMBAR_SIZE, THORACIC_SIZE, cervical, disc, lumbar, thoracic
from psoas.core.arrays import Floats


@dataclass(frozen=True)
class LumbarLevel:
    """How one lumbar vertebra is drawn in its own frame, whose origin is the disc below it.

    ``centre`` of the body (x, y) and ``size`` (depth, height, width) in mm; ``lean`` (+ backward) in degrees;
    ``wedge`` is the growth of height towards the front, a share a mm.
    """

    centre: tuple[float, float]
    lean: float
    size: tuple[float, float, float]
    wedge: float


LUMBAR = {
    "l5": LumbarLevel((1.5, 15.5), -24.0, (35.5, 27.0, 52.0), 0.008),
    "l4": LumbarLevel((2.5, 15.8), -9.0, (35.0, 27.5, 50.0), 0.004),
    "l3": LumbarLevel((-3.0, 16.4), 2.0, (34.5, 27.5, 47.5), 0.002),
    "l2": LumbarLevel((-3.6, 14.6), 9.0, (33.5, 26.0, 45.0), 0.001),
    "l1": LumbarLevel((-4.6, 15.0), 16.0, (32.0, 25.5, 43.0), 0.0),
}
"""Poses read off the joint centres of the standing body."""

THORACIC_KNOTS = ((0.0, 0.0), (-25.0, 70.0), (-45.0, 130.0), (-55.0, 187.0), (-50.0, 245.0), (-30.0, 315.0))
"""The thoracic curve from T12/L1 to C7/T1, (x, y) mm in the thorax frame."""

THORACIC_PITCH = np.linspace(31.5, 21.0, 12)
"""Height of one vertebra with its disc from T12 up to T1, mm."""

CERVICAL_KNOTS = ((0.0, 0.0), (8.0, 30.0), (16.0, 65.0), (18.0, 98.0), (18.0, 122.0))
"""The cervical curve from C7/T1 to the skull's base, (x, y) mm in the head frame."""


@dataclass(frozen=True)
class Level:
    """The centre (x, y) mm of a vertebral body and its lean in degrees, + backward."""

    x: float
    y: float
    lean: float


def lumbar_vertebra(name: str) -> Mesh:
    """Vertebra ``name`` (l1..l5) in its own frame."""
    level = LUMBAR[name]
    stretch = np.array(level.size) / LUMBAR_SIZE
    return lumbar().scaled(*stretch).bent(level.wedge).leaned(level.lean).moved_mm(*level.centre)


def lumbar_disc(name: str) -> Mesh:
    """The disc below vertebra ``name`` (l1..l5), in that vertebra's frame."""
    level = LUMBAR[name]
    lean = {"l5": -34.0, "l4": -18.0, "l3": -4.0, "l2": 5.0, "l1": 12.5}[name]
    return disc().scaled(level.size[0] / 36.5, 1.0, level.size[2] / 50.0).leaned(lean)


def thoracic_levels() -> tuple[Level, ...]:
    """T1 to T12 in the thorax frame, first T1."""
    pitch = THORACIC_PITCH * THORACIC_KNOTS[-1][1] / THORACIC_PITCH.sum()
    tops = np.cumsum(pitch)
    return tuple(_levels(THORACIC_KNOTS, tops - pitch / 2.0))[::-1]


def thoracic_spine() -> Mesh:
    """T1 to T12 with their discs, in the thorax frame."""
    parts = []
    for number, level in enumerate(thoracic_levels(), start=1):
        share = (number - 1) / 11.0
        size = np.array([19.0 + 11.5 * share, 16.5 + 8.5 * share, 30.0 - 4.0 * np.sin(np.pi * share) + 11.0 * share**3])
        parts.append(_placed(_thoracic_kind(number), size / THORACIC_SIZE, level))
        flat = np.array([size[0] / 35.0, 0.55, size[2] / 48.0])
        below = _levels(THORACIC_KNOTS, np.array([level.y - size[1] * 0.6]))[0]
        if number < 12:
            parts.append(_placed(disc(), flat, below))
    return join(parts)


def thoracic_disc() -> Mesh:
    """The T12/L1 disc in the thorax frame."""
    return disc().scaled(0.9, 0.85, 0.9).leaned(18.0)


def cervical_spine() -> Mesh:
    """C7 to C1 with their discs, in the head frame."""
    heights = np.linspace(9.0, 112.0, 7)
    parts = []
    for number, level in zip(range(7, 0, -1), _levels(CERVICAL_KNOTS, heights), strict=True):
        wide = {7: 1.15, 1: 1.45}.get(number, 1.0)
        spine = {7: 1.3, 2: 1.1, 1: 0.72}.get(number, 0.9)
        parts.append(_placed(cervical(), np.array([spine, 1.0, wide]), level))
        parts.append(_placed(disc(), np.array([0.42, 0.42, 0.38]), Level(level.x, level.y - 8.0, level.lean)))
    return join(parts)


def _thoracic_kind(number: int) -> Mesh:
    """Upper and lowest thoracic spines point back more than the middle ones, which slope down."""
    slope = {1: 14.0, 2: 10.0, 3: 4.0, 10: 6.0, 11: 14.0, 12: 18.0}.get(number, 0.0)
    if not slope:
        return thoracic()
    raised = thoracic().vertices.copy()
    behind = np.clip(-raised[:, 0] - 0.034, 0.0, None)
    raised[:, 1] += behind * np.tan(np.deg2rad(slope * 2.2))
    if number == 12:
        raised[:, 2] *= np.where(np.abs(raised[:, 2]) > 0.02, 0.72, 1.0)
    return Mesh(raised, thoracic().faces)


def _placed(mesh: Mesh, stretch: Floats, level: Level) -> Mesh:
    return mesh.scaled(*stretch).leaned(level.lean).moved_mm(level.x, level.y)


def _levels(knots: tuple[tuple[float, float], ...], heights: Floats) -> list[Level]:
    """Places on the curve through ``knots`` at ``heights`` (N,), leaning along it."""
    points = np.array(knots)
    course = CubicSpline(points[:, 1], points[:, 0], bc_type="natural")
    leans = np.rad2deg(np.arctan(-course(heights, 1)))
    return [Level(float(x), float(y), float(a)) for x, y, a in zip(course(heights), heights, leans, strict=True)]
