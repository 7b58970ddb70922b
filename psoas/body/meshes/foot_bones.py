"""The bones of the right foot: talus, heel and midfoot, toes. Drawn in millimetres; medial is negative z."""

from __future__ import annotations

from psoas.body.meshes.distance_fields import blend, ellipsoid, rod
from psoas.body.meshes.surface_nets import extract_surface
from psoas.body.meshes.swept_tubes import tube
from psoas.body.meshes.triangle_mesh import Mesh, join

METATARSALS = (
    ((112, 27, -24), (148, 14, -27), (177, 3, -27), 8.0),
    ((117, 30, -9), (152, 15, -9), (182, 3, -8), 5.4),
    ((113, 27, 4), (147, 13, 6), (176, 2, 8), 5.2),
    ((104, 22, 15), (137, 10, 19), (167, 1, 22), 5.2),
    ((92, 14, 26), (124, 4, 31), (154, 0, 35), 5.2),
)
"""Base, middle and head of each metatarsal in the heel's frame, and its radius at the head, from the big toe out."""

TOES = (
    (((9, 3, -28), (30, 3, -29), (35, 1, -29), (56, -1, -30)), 7.0),
    (((11, 2, -9), (31, 5, -9), (38, 4, -9), (47, -1, -9), (51, -4, -9), (58, -6, -9)), 4.6),
    (((5, 1, 7), (23, 4, 8), (30, 3, 8), (38, -2, 9), (42, -4, 9), (49, -6, 9)), 4.4),
    (((-4, 0, 21), (12, 3, 22), (19, 2, 23), (26, -2, 23), (30, -4, 23), (37, -6, 24)), 4.2),
    (((-17, 0, 34), (-2, 2, 35), (4, 1, 36), (11, -3, 36), (15, -4, 36), (21, -6, 36)), 4.2),
)
"""Ends of the bones of each toe, two points a bone, in the toes' frame, and the radius of the first."""


def talus() -> Mesh:
    """The right talus about the ankle's centre."""
    body = ellipsoid((-2, -4, 0), (22, 13, 15.5))
    head = rod([(10, -8, -3), (24, -9, -8), (33, -11, -10)], [11, 9.5, 11])
    under = ellipsoid((-6, -14, 3), (20, 8, 13))
    return extract_surface(blend(7.0, body, head, under), 4.8)


def calcaneus() -> Mesh:
    """The heel bone with the midfoot and the metatarsals, in the heel's frame."""
    heel = rod([(10, 16, 0), (28, 22, 0), (52, 20, 4), (70, 17, 7)], [17, 15.5, 13.5, 11.5])
    shelf = ellipsoid((46, 27, -12), (12, 6, 10))
    bone = blend(8.0, heel, shelf, ellipsoid((34, 28, 2), (15, 9, 12)), ellipsoid((4, 10, 0), (9, 15, 14)))
    parts = [extract_surface(bone, 4.8), _midfoot()]
    for base, middle, head, radius in METATARSALS:
        shaft = radius * 0.72
        ends = [base, _between(base, middle, 0.35), middle, _between(middle, head, 0.7), head]
        parts.append(
            tube(ends, [radius * 1.25, shaft, shaft * 0.9, radius * 0.85, radius], radius * 0.92, rings=7, sides=6)
        )
    return join(parts)


def toes() -> Mesh:
    """The bones of the five right toes, in the toes' frame."""
    parts = []
    for ends, radius in TOES:
        for bone, (start, end) in enumerate(zip(ends[::2], ends[1::2], strict=True)):
            size = radius * (1.0 - 0.14 * bone)
            middle = _between(start, end, 0.55)
            parts.append(tube([start, middle, end], [size, size * 0.66, size * 0.84], size * 0.9, rings=4, sides=6))
    return join(parts)


def _midfoot() -> Mesh:
    navicular = ellipsoid((89, 33, -17), (7.5, 14, 16), lean=12, yaw=10)
    cuboid = rod([(82, 17, 12), (98, 19, 16)], [10.5, 9.5])
    wedges = blend(
        2.5,
        ellipsoid((103, 30, -23), (10, 12, 8)),
        ellipsoid((106, 33, -9), (9, 11, 7)),
        ellipsoid((102, 30, 3), (9, 11, 7)),
    )
    return extract_surface(blend(2.5, navicular, cuboid, wedges), 4.8)


def _between(a: tuple[float, ...], b: tuple[float, ...], share: float) -> tuple[float, ...]:
    return tuple(p + share * (q - p) for p, q in zip(a, b, strict=True))
