"""Collarbone and shoulder blade of the right side, in the thorax frame. Drawn in millimetres."""

from __future__ import annotations

from psoas.body.meshes.distance_fields import blend, carve, ellipsoid, rod, sheet
from psoas.body.meshes.surface_nets import extract_surface
from psoas.body.meshes.swept_tubes import tube
from psoas.body.meshes.triangle_mesh import Mesh, both_sides, join


def shoulders() -> Mesh:
    """Both collarbones and shoulder blades."""
    return both_sides(join([collarbone(), shoulder_blade()]))


def collarbone() -> Mesh:
    """The right clavicle, bent like an S from the breastbone to the acromion."""
    path = [(62, 287, 20), (66, 290, 45), (58, 292, 80), (30, 290, 118), (14, 285, 145), (16, 281, 166)]
    return tube(path, [9.5, 6.8, 5.6, 5.4, 5.4, 5.0], [10, 7, 6, 7, 9, 9.5], rings=18)


def shoulder_blade() -> Mesh:
    """The right scapula: a thin triangle with its spine, acromion, beak and socket."""
    blade = sheet(
        [
            [(-66, 268, 84), (-46, 268, 104), (-14, 256, 132)],
            [(-90, 236, 78), (-70, 236, 106), (-16, 240, 138)],
            [(-101, 188, 84), (-86, 190, 105), (-48, 202, 130)],
            [(-99, 142, 97), (-92, 146, 105), (-81, 152, 113)],
        ],
        [[4.6, 4.0, 6.0], [4.0, 3.7, 7.0], [4.2, 3.7, 6.0], [5.5, 4.6, 5.0]],
    )
    ridge = sheet(
        [[(-92, 238, 80), (-74, 242, 102), (-42, 246, 128)], [(-96, 242, 80), (-88, 254, 104), (-58, 268, 136)]],
        [[4.2, 4.0, 4.0], [4.2, 4.2, 4.8]],
    )
    acromion = rod([(-56, 268, 138), (-30, 277, 162), (-4, 279, 178), (14, 277, 176)], [5.0, 6.6, 7.6, 6.4])
    neck = rod([(-28, 242, 128), (-10, 242, 142), (-2, 242, 146)], [10, 13, 14])
    beak = rod([(-4, 258, 134), (14, 270, 132), (36, 262, 142), (44, 252, 148)], [8, 7, 5.6, 5])
    socket = ellipsoid((22, 242, 170), 27.0)
    return extract_surface(carve(2.0, blend(6.0, blade, ridge, acromion, neck, beak), socket), 4.8)
