"""The skull and the jaw, in the head frame whose origin is C7/T1. Drawn in millimetres."""

from __future__ import annotations

from psoas.body.meshes.distance_fields import DistanceField, blend, carve, ellipsoid, mirrored_pair, rod, sheet
from psoas.body.meshes.splines import spline_curve
from psoas.body.meshes.surface_nets import extract_surface
from psoas.body.meshes.swept_tubes import tube
from psoas.body.meshes.triangle_mesh import Mesh, both_sides, join
from psoas.core.arrays import Floats

TEETH = (8.0, 6.5, 7.5, 7.0, 7.0, 9.5, 9.5)
"""Widths from the middle incisor back to the second molar, mm."""


def skull() -> Mesh:
    """Cranium, face, jaw and teeth."""
    return join([extract_surface(cranium(), 5.6), extract_surface(jaw(), 4.8), teeth()])


def cranium() -> DistanceField:
    """The brain case and the face, with sockets, nose and cheek arches."""
    vault = blend(
        30.0,
        ellipsoid((14, 197, 0), (86, 69, 69)),
        ellipsoid((-14, 186, 0), (62, 60, 70)),
        ellipsoid((56, 190, 0), (46, 52, 52)),
    )
    base = blend(14.0, ellipsoid((6, 142, 0), (56, 20, 44)), mirrored_pair(rod([(8, 140, 52), (10, 118, 52)], [13, 8])))
    condyle = mirrored_pair(rod([(16, 126, 12), (26, 122, 10)], [8, 7]))
    brow = rod([(84, 175, 44), (98, 180, 30), (104, 177, 12), (105, 176, 0)], [7, 7, 8, 8])
    cheek = rod([(92, 142, 28), (86, 136, 46), (70, 141, 60)], [13, 11.5, 8])
    rim = rod([(70, 144, 60), (79, 162, 55), (84, 176, 48)], [7.5, 7, 7])
    arch = rod([(76, 139, 59), (54, 142, 68), (30, 144, 68), (18, 147, 62)], [6.5, 4.4, 4.0, 6])
    middle = ellipsoid((82, 136, 0), (26, 28, 30))
    upper_jaw = ellipsoid((82, 112, 0), (27, 16, 27))
    gum = rod([(60, 103, 27), (83, 103, 24), (99, 103, 12), (104, 103, 0)], [7.5, 7, 6.5, 6.5])
    nose = rod([(102, 170, 0), (111, 158, 0), (118, 149, 0)], [8, 7, 5])
    face = blend(
        10.0, mirrored_pair(brow), mirrored_pair(cheek), mirrored_pair(rim), middle, upper_jaw, mirrored_pair(gum), nose
    )
    solid = blend(12.0, vault, base, face, mirrored_pair(condyle))
    solid = blend(5.0, solid, mirrored_pair(arch))
    return carve(5.0, solid, *_hollows())


def _hollows() -> tuple[DistanceField, ...]:
    eye = mirrored_pair(ellipsoid((96, 156, 32), (26, 16, 17.5), yaw=-18))
    nostril = mirrored_pair(ellipsoid((108, 132, 6), (20, 16, 7)))
    temple = mirrored_pair(ellipsoid((52, 172, 78), (21, 26, 12)))
    under = mirrored_pair(ellipsoid((48, 118, 44), (22, 16, 12)))
    palate = ellipsoid((70, 92, 0), (24, 14, 17))
    ear = mirrored_pair(ellipsoid((9, 141, 69), (5, 5, 8)))
    return (eye, nostril, temple, under, palate, ear)


def jaw() -> DistanceField:
    """The mandible with its teeth."""
    body = sheet(
        [
            [(30, 90, 49), (58, 83, 40), (82, 81, 27), (96, 80, 12), (99, 80, 0)],
            [(31, 78, 49), (59, 70, 40), (83, 67, 26), (96, 65, 11), (98, 65, 0)],
            [(33, 66, 47), (60, 58, 38), (83, 53, 24), (97, 50, 10), (100, 49, 0)],
        ],
        [[4.5, 5.6, 5.4, 5.0, 5.0], [4.6, 5.2, 4.8, 4.6, 4.4], [5.0, 5.6, 5.8, 6.0, 6.2]],
    )
    ramus = sheet(
        [
            [(22, 134, 55), (36, 118, 53), (50, 128, 51)],
            [(20, 104, 53), (34, 102, 51), (50, 100, 48)],
            [(26, 70, 49), (36, 74, 48), (52, 72, 44)],
        ],
        [[4.8, 3.4, 3.2], [4.2, 3.6, 4.2], [5.2, 5.0, 5.4]],
    )
    knuckle = rod([(20, 137, 50), (20, 137, 60)], [5.5, 5.5])
    chin = ellipsoid((103, 49, 0), (6, 8, 11))
    return blend(5.0, mirrored_pair(body), mirrored_pair(ramus), mirrored_pair(knuckle), chin)


def teeth() -> Mesh:
    """Both rows, seven teeth a side each, as small rounded pegs."""
    upper = _row(spline_curve([(108, 97, 0), (103, 97, 14), (84, 98, 26), (58, 99, 30)], 80), drop=-9.0)
    lower = _row(spline_curve([(105, 86, 0), (100, 86, 13), (82, 87, 25.5), (58, 88, 31)], 80), drop=-8.0)
    return both_sides(join([*upper, *lower]))


def _row(arch: Floats, *, drop: float) -> list[Mesh]:
    pegs = []
    for number, width in enumerate(TEETH):
        x, y, z = arch[round((sum(TEETH[:number]) + width / 2.0) / sum(TEETH) * (len(arch) - 1))]
        flat = 0.36 if number < 2 else 0.46
        path = [(x, y + 3.0, z), (x, y + drop / 2.0, z), (x, y + drop, z)]
        around = (z, 0.0, x - 55.0)
        pegs.append(tube(path, [0.42 * width, 0.52 * width, 0.46 * width], flat * 8.0, up=around, rings=3, sides=6))
    return pegs
