"""The skull and the jaw, in the head frame whose origin is C7/T1. Drawn in millimetres."""

from __future__ import annotations

from psoas.body.meshes.mesh import Mesh, join
from psoas.body.meshes.solids import Solid, blend, carve, ellipsoid, paired, rod, sheet
from psoas.body.meshes.surface import skin


def skull() -> Mesh:
    """Cranium, face and jaw."""
    return join([skin(cranium(), 5.8), skin(jaw(), 5.0)])


def cranium() -> Solid:
    """The brain case and the face, with sockets, nose and cheek arches."""
    vault = blend(
        30.0,
        ellipsoid((14, 197, 0), (86, 69, 69)),
        ellipsoid((-14, 186, 0), (62, 60, 70)),
        ellipsoid((56, 190, 0), (46, 52, 52)),
    )
    base = blend(14.0, ellipsoid((6, 142, 0), (56, 20, 44)), paired(rod([(8, 140, 52), (10, 118, 52)], [13, 8])))
    condyle = paired(rod([(16, 126, 12), (26, 122, 10)], [8, 7]))
    brow = rod([(84, 175, 44), (98, 180, 30), (104, 177, 12), (105, 176, 0)], [7, 7, 8, 8])
    cheek = rod([(92, 142, 28), (86, 136, 46), (70, 141, 60)], [13, 11.5, 8])
    rim = rod([(70, 144, 60), (79, 162, 55), (84, 176, 48)], [7.5, 7, 7])
    arch = rod([(76, 139, 59), (54, 142, 68), (30, 144, 68), (18, 147, 62)], [6.5, 4.4, 4.0, 6])
    middle = ellipsoid((82, 136, 0), (26, 28, 30))
    upper_jaw = ellipsoid((82, 112, 0), (27, 16, 27))
    gum = rod([(60, 101, 27), (84, 100, 25), (101, 100, 13), (106, 100, 0)], [7.5, 7.5, 7, 7])
    nose = rod([(102, 170, 0), (111, 158, 0), (118, 149, 0)], [8, 7, 5])
    face = blend(10.0, paired(brow), paired(cheek), paired(rim), middle, upper_jaw, paired(gum), nose)
    solid = blend(12.0, vault, base, face, paired(condyle))
    solid = blend(5.0, solid, paired(arch))
    return carve(5.0, solid, *_hollows())


def _hollows() -> tuple[Solid, ...]:
    eye = paired(ellipsoid((96, 156, 32), (26, 16, 17.5), yaw=-18))
    nostril = paired(ellipsoid((108, 132, 6), (20, 16, 7)))
    temple = paired(ellipsoid((52, 172, 78), (21, 26, 12)))
    under = paired(ellipsoid((48, 118, 44), (22, 16, 12)))
    palate = ellipsoid((70, 92, 0), (24, 14, 17))
    ear = paired(ellipsoid((9, 141, 69), (5, 5, 8)))
    return (eye, nostril, temple, under, palate, ear)


def jaw() -> Solid:
    """The mandible with its teeth."""
    body = sheet(
        [
            [(30, 90, 49), (58, 82, 41), (86, 80, 27), (99, 79, 12), (102, 79, 0)],
            [(33, 66, 48), (60, 58, 40), (86, 53, 27), (99, 51, 12), (102, 51, 0)],
        ],
        [[4.5, 6.2, 6.2, 6.0, 6.0], [5.0, 6.0, 6.4, 7.2, 7.6]],
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
    teeth = rod([(56, 91, 33), (80, 90, 25), (97, 89, 12), (101, 89, 0)], [5.0, 4.8, 4.2, 4.0])
    chin = ellipsoid((103, 50, 0), (7, 9, 13))
    return blend(5.0, paired(body), paired(ramus), paired(knuckle), paired(teeth), chin)
