"""Ribs, costal cartilage and breastbone, in the thorax frame. Drawn in millimetres.

A rib leaves its vertebra backward, turns at its angle, and runs round and down to the front; ribs 1-7 reach the
breastbone, 8-10 lean on the cartilage above, 11 and 12 end free.
"""

from __future__ import annotations

from dataclasses import dataclass

from psoas.body.meshes.distance_fields import blend, carve, ellipsoid, rod, sheet
from psoas.body.meshes.spine_bones import Level, thoracic_levels
from psoas.body.meshes.surface_nets import extract_surface
from psoas.body.meshes.swept_tubes import tube
from psoas.body.meshes.triangle_mesh import Mesh, both_sides, join

Point = tuple[float, float, float]


@dataclass(frozen=True)
class Rib:
    """One rib of the right side: half-width, the widest point's (x, y), where bone ends, and where cartilage goes."""

    width: float
    side: tuple[float, float]
    end: Point
    cartilage: tuple[Point, ...]
    angle: tuple[float, float]


RIBS = (
    Rib(60, (4, 288), (44, 274, 42), ((53, 274, 28),), (-66, 31)),
    Rib(88, (2, 262), (66, 251, 52), ((73, 249, 22),), (-84, 44)),
    Rib(107, (0, 236), (80, 221, 60), ((85, 227, 20),), (-92, 53)),
    Rib(119, (-1, 209), (89, 190, 68), ((90, 196, 48), (92, 206, 20)), (-96, 59)),
    Rib(127, (-1, 182), (94, 160, 76), ((97, 164, 54), (98, 186, 20)), (-98, 64)),
    Rib(132, (-1, 154), (93, 128, 85), ((100, 130, 62), (103, 162, 34), (101, 169, 19)), (-99, 68)),
    Rib(135, (-3, 124), (86, 94, 94), ((98, 94, 74), (107, 126, 42), (102, 156, 18)), (-98, 71)),
    Rib(135, (-6, 94), (74, 60, 103), ((89, 57, 86), (101, 82, 67), (105, 106, 54)), (-96, 72)),
    Rib(132, (-10, 64), (58, 28, 109), ((74, 23, 97), (88, 44, 83), (95, 66, 74)), (-92, 72)),
    Rib(126, (-15, 36), (36, 0, 113), ((54, -6, 107), (70, 8, 97), (80, 26, 91)), (-86, 70)),
    Rib(113, (-32, 16), (-2, -6, 112), ((5, -10, 111),), (-76, 66)),
    Rib(78, (-62, -2), (-54, -14, 86), ((-51, -17, 89),), (-60, 54)),
)
"""First to twelfth."""


def upper_ribs() -> Mesh:
    """Ribs 1-6 of both sides with their cartilage, and the breastbone."""
    return join([*_ribs(range(1, 7)), breastbone()])


def lower_ribs() -> Mesh:
    """Ribs 7-12 of both sides with the costal margin."""
    return join(_ribs(range(7, 13)))


def breastbone() -> Mesh:
    """The sternum: handle, body and tip."""
    handle = sheet(
        [
            [(59, 283, -24), (56, 281, 0), (59, 283, 24)],
            [(66, 268, -24), (68, 268, 0), (66, 268, 24)],
            [(74, 249, -15), (76, 249, 0), (74, 249, 15)],
        ],
        [[5.0, 5.4, 5.0], [4.8, 5.0, 4.8], [4.6, 5.0, 4.6]],
    )
    body = sheet(
        [
            [(76, 247, -13), (78, 247, 0), (76, 247, 13)],
            [(89, 215, -14), (90, 215, 0), (89, 215, 14)],
            [(97, 185, -17), (98, 185, 0), (97, 185, 17)],
            [(101, 158, -11), (102, 156, 0), (101, 158, 11)],
        ],
        [[4.2, 4.6, 4.2]] * 4,
    )
    tip = rod([(101, 156, 0), (101, 140, 0), (98, 130, 0)], [5.5, 4.4, 3.0])
    notch = ellipsoid((58, 292, 0), (20, 10, 13))
    return extract_surface(carve(4.0, blend(3.0, handle, body, tip), notch), 4.8)


def _ribs(numbers: range) -> list[Mesh]:
    levels = thoracic_levels()
    return [both_sides(part) for number in numbers for part in _rib(number, levels[number - 1])]


def _rib(number: int, level: Level) -> list[Mesh]:
    """The bone of right rib ``number`` and the cartilage at its end."""
    free = number >= 11
    path = rib_path(number, level)
    flat = 5.6 if free else 8.0 if number == 1 else 6.4
    tall = [4.5, 4.4, *[flat] * (len(path) - 3), 3.2 if free else 0.95 * flat]
    thick = [3.8, 3.6, *[3.4] * (len(path) - 3), 3.6]
    up = (0.0, 0.25, 1.0) if number == 1 else (0.0, 1.0, 0.0)
    bone = tube(path, tall, thick, up=up, rings=9 if free else 15, sides=6)
    return [bone, _cartilage(RIBS[number - 1], path, start=tall[-1], end=2.2 if free else 4.6)]


def _cartilage(rib: Rib, path: list[Point], *, start: float, end: float) -> Mesh:
    """From just inside the end of the bone on, ``start`` mm tall there and ``end`` from its first bend."""
    count = len(rib.cartilage)
    return tube([_inset(path), *rib.cartilage], [start] + [end] * count, 3.5, rings=3 + 3 * count, sides=6)


def rib_path(number: int, level: Level) -> list[Point]:
    """The middle line of right rib ``number`` (1-12) from its vertebra at ``level`` to the end of its bone, mm."""
    rib = RIBS[number - 1]
    head: Point = (level.x - 8, level.y + 6, 15)
    tubercle: Point = (level.x - 29, level.y + 3, 34)
    side_x, side_y = rib.side
    angle_x, angle_z = rib.angle
    drop = level.y - side_y
    angle: Point = (angle_x, level.y - 0.22 * drop - 2, angle_z)
    if number == 12:
        return [head, tubercle, angle, (side_x, side_y, rib.width), rib.end]
    back: Point = ((angle_x + side_x) / 2 - 0.16 * rib.width, level.y - 0.6 * drop, 0.865 * rib.width)
    if number == 11:
        return [head, tubercle, angle, back, (side_x, side_y, rib.width), rib.end]
    front_x, front_y, front_z = rib.end
    front: Point = (
        side_x + 0.62 * (front_x - side_x),
        side_y + 0.58 * (front_y - side_y),
        rib.width + 0.38 * (front_z - rib.width),
    )
    return [head, tubercle, angle, back, (side_x, side_y, rib.width), front, rib.end]


def _inset(path: list[Point]) -> Point:
    """A point just inside the end of the bone, so that cartilage and bone overlap."""
    (ax, ay, az), (bx, by, bz) = path[-2], path[-1]
    return (bx + 0.06 * (ax - bx), by + 0.06 * (ay - by), bz + 0.06 * (az - bz))
