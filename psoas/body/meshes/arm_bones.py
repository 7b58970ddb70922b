"""The right arm hanging at the side, palm inward: humerus, ulna, radius and hand. Drawn in millimetres."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from psoas.body.meshes.distance_fields import blend, carve, ellipsoid, rod
from psoas.body.meshes.surface_nets import extract_surface
from psoas.body.meshes.swept_tubes import tube
from psoas.body.meshes.triangle_mesh import Mesh, join

FINGERS = (
    ((21, -22, -2), (27, -86, 0), (30, -128, -9), (30, -152, -18), (29, -171, -26), 5.6),
    ((8, -20, 0), (9, -88, 1), (10, -135, -9), (9, -164, -20), (9, -184, -29), 5.6),
    ((-4, -22, 0), (-8, -82, 0), (-11, -126, -10), (-11, -153, -21), (-11, -173, -30), 5.2),
    ((-15, -24, -1), (-24, -74, -3), (-29, -108, -12), (-29, -128, -20), (-28, -145, -28), 4.8),
)
"""Index to little finger: metacarpal base, knuckle, two finger joints, tip, in the hand's frame; base radius."""

THUMB = ((18, -14, -12), (44, -46, -22), (58, -76, -28), (64, -102, -32))
"""Thumb: base, two joints, tip."""

CARPALS = (
    ((12, -4, -2), (8, 7, 8)),
    ((0, -2, -2), (7, 7, 8)),
    ((-13, -5, -3), (7, 7, 7)),
    ((17, -14, -6), (7, 6, 7)),
    ((6, -14, -1), (7, 8, 8)),
    ((-8, -15, -2), (8, 7, 8)),
)
"""Centres and radii of the wrist bones, eight drawn as six."""


def humerus() -> Mesh:
    """The right humerus from its ball to the elbow's hinge."""
    ball = ellipsoid((-3, 2, -2), (22.5, 22.5, 22))
    tubercle = ellipsoid((5, -3, 16), (14, 17, 10))
    small = ellipsoid((17, -8, 4), (8, 12, 8))
    neck = rod([(0, -6, 6), (1, -34, 10), (3, -70, 10)], [20, 15, 11.5])
    shaft = rod([(3, -60, 10), (5, -140, 6), (8, -210, -2), (10, -255, -8)], [11.8, 10.6, 10.2, 11])
    flare = rod([(9, -264, -28), (11, -260, -10), (10, -264, 8)], [5.5, 9, 5.5])
    hinge = rod([(12, -284, -27), (12, -284, -16), (12, -285, -8), (14, -285, 4)], [9.5, 7.2, 8, 9.2])
    inner = rod([(8, -266, -26), (5, -275, -39)], [6, 5])
    outer = rod([(9, -266, 6), (10, -276, 13)], [5.5, 5])
    pit = ellipsoid((-6, -268, -12), (9, 11, 10))
    solid = blend(6.0, blend(9.0, ball, tubercle, small, neck, shaft), flare, hinge, inner, outer)
    return extract_surface(carve(4.0, solid, pit), 4.8, calm=(-245, -60, 11.0))


def ulna() -> Mesh:
    """The right ulna, from the point of the elbow to the little-finger side of the wrist."""
    elbow = rod([(-16, 16, -2), (-19, 0, -1), (-13, -18, 0), (-9, -40, 2)], [8.5, 11, 11, 8])
    beak = rod([(-8, 16, -2), (-14, 18, -2)], [6, 8])
    lip = rod([(-8, -16, -1), (4, -14, -2)], [9, 6.5])
    cut = ellipsoid((3, 2, -2), (12.5, 12.5, 40))
    top = extract_surface(carve(3.0, blend(7.0, elbow, beak, lip), cut), 4.6)
    path = [(-10, -34, 2), (-12, -80, 8), (-20, -150, 20), (-29, -215, 34), (-33, -238, 39), (-34, -246, 40)]
    return join([top, tube(path, [8, 6.6, 5.8, 5.0, 7.0, 5.0], [7.5, 6, 5.4, 4.8, 6.6, 4.6], up=(1, 0, 0), rings=14)])


def radius() -> Mesh:
    """The right radius, from the elbow to the thumb side of the wrist."""
    path = [
        (4, 3, 0),
        (4, -6, 0),
        (3, -18, 0),
        (1, -40, -1),
        (9, -120, 10),
        (10, -190, 16),
        (3, -220, 16),
        (-2, -231, 15),
    ]
    tall = [10.5, 10.8, 7, 8, 6.6, 7.5, 15, 16.5]
    thick = [10.5, 10.8, 7, 7.5, 6.2, 6.6, 9.5, 10]
    return tube(path, tall, thick, up=(1, 0, 0), rings=24, sides=10)


def hand() -> Mesh:
    """The right hand, fingers slightly curled, in its own frame below the wrist."""
    wrist = blend(1.8, *(ellipsoid(centre, radii) for centre, radii in CARPALS))
    parts = [extract_surface(wrist, 4.4)]
    for *joints, size in FINGERS:
        parts += _digit(joints, size)
    return join([*parts, *_digit(THUMB, 6.0)])


def _digit(joints: Sequence[tuple[float, float, float]], size: float) -> list[Mesh]:
    bones = []
    for number, (start, end) in enumerate(pairwise(joints)):
        a, b = np.array(start, dtype=float), np.array(end, dtype=float)
        gap = 0.045 * (b - a)
        head = size * (1.0 - 0.17 * number)
        bone = [a + gap, a + 0.45 * (b - a), b - gap]
        bones.append(tube(bone, [head, 0.62 * head, 0.84 * head], 0.85 * head, up=(1, 0, 0), rings=4, sides=6))
    return bones
