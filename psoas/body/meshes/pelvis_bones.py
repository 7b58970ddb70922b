"""The pelvis: two hip bones, the sacrum and the coccyx, in the pelvis frame. Drawn in millimetres."""

from __future__ import annotations

import numpy as np

from psoas.body.meshes.distance_fields import DistanceField, blend, carve, ellipsoid, mirrored_pair, rod, sheet
from psoas.body.meshes.splines import points_along, spline_curve
from psoas.body.meshes.surface_nets import extract_surface
from psoas.body.meshes.triangle_mesh import Mesh, both_sides, join
from psoas.core.arrays import Floats

HIP_CENTRE = (-71.9, -67.2, 77.3)
"""Centre of the right hip joint."""

OUT_OF_SOCKET = (-45, -102, 128)
"""Middle of a ball of 60 mm that cuts the socket open: outward, downward and a little forward of the hip."""

GROOVE = ((-46, -6, 62), (-39, -36, 71), (-37, -52, 74), (-38, -66, 78), (-46, -82, 82))
"""Where the iliopsoas crosses the brim, between the lower front spine and the pubis: a shallow bed in the bone."""

CREST = (
    (7, 19, 128),
    (-6, 50, 137),
    (-30, 77, 139),
    (-62, 95, 128),
    (-95, 98, 104),
    (-128, 84, 74),
    (-153, 59, 46),
)
"""The iliac crest from the ASIS over its top to the PSIS."""

WING = (
    ((-2, 0, 121), (-18, 28, 124), (-38, 48, 124), (-64, 60, 116), (-92, 62, 96), (-122, 52, 70), (-149, 36, 43)),
    ((-20, -26, 104), (-34, -6, 104), (-50, 8, 102), (-70, 18, 96), (-94, 24, 82), (-120, 24, 63), (-146, 16, 43)),
    ((-42, -46, 90), (-50, -38, 86), (-62, -32, 82), (-76, -26, 78), (-93, -16, 72), (-116, -2, 58), (-138, 2, 46)),
)
"""The iliac wing below its crest, row by row down to the roof of the socket and the sciatic notch."""

SACRUM = ((-94, 55, 0), (-113, 32, 0), (-136, 3, 0), (-147, -26, 0), (-145, -52, 0), (-134, -70, 0), (-122, -80, 0))
"""Front of the sacrum and coccyx at the midline, top to tip."""


def pelvis() -> Mesh:
    """Both hip bones with the sacrum."""
    return join(
        [both_sides(hip_bone()), sacrum(), extract_surface(ellipsoid((-19, -80, 0), (6, 19, 5.5), lean=-32), 4.0)]
    )


def hip_bone() -> Mesh:
    """The right hip bone: iliac wing and crest, socket, ischium and pubis around the obturator foramen."""
    wing = sheet([CREST, *WING], [[4.6] * 7, [4.3] * 7, [4.3, 4.4, 4.6, 4.6, 4.4, 4.8, 5.5], [6.0] * 7])
    crest = rod(CREST, [6.2, 5.6, 6.4, 4.8, 4.8, 5.6, 7.0])
    front_spine = rod([(-16, -22, 105), (-20, -28, 101), (-40, -48, 92)], [5.0, 6.6, 8.0])
    auricle = rod([(-150, 46, 45), (-138, 22, 46), (-142, 10, 44)], [7.0, 8.0, 6.5])
    cup = carve(3.0, ellipsoid(np.array(HIP_CENTRE) - (1, -2, 3), 36.0), ellipsoid(OUT_OF_SOCKET, 60.0))
    ischium = rod([(-92, -74, 68), (-101, -95, 63), (-106, -116, 58), (-101, -124, 54)], [17, 13.5, 14, 13])
    spine = rod([(-101, -64, 65), (-111, -69, 58), (-120, -75, 52)], [12, 9, 6.0])
    notch = rod([(-97, -28, 70), (-104, -48, 66), (-98, -66, 66)], [10, 11, 12])
    ramus = rod([(-101, -124, 52), (-78, -124, 38), (-54, -112, 22), (-34, -96, 10)], [10, 6.6, 6.0, 7.5])
    pubis = rod([(-54, -64, 66), (-34, -66, 46), (-16, -65, 27), (-12, -68, 12)], [11, 7.4, 7.0, 8.0])
    face = sheet([[(-13, -66, 9), (-15, -68, 18)], [(-30, -96, 8), (-32, -94, 14)]], [[6.4, 6], [6, 5.4]])
    brim = rod([(-30, -62, 45), (-62, -38, 62), (-98, -12, 62), (-124, 14, 52)], [4.5, 5.5, 5.5, 5.0])
    solid = blend(9.0, blend(5.0, wing, crest), cup, blend(7.0, ischium, notch, spine), ramus, blend(6.0, pubis, face))
    solid = blend(7.0, solid, front_spine, auricle, brim)
    socket = ellipsoid(HIP_CENTRE, 25.8)
    return extract_surface(carve(3.0, carve(6.0, solid, rod(GROOVE, 9.0)), socket), 5.0)


def sacrum() -> Mesh:
    """The sacrum with its wings, four pairs of holes, crest and coccyx."""
    spread = np.array([51.0, 52.0, 43.0, 30.0, 22.0, 9.0, 4.0])
    across = np.array([-1.0, -0.62, 0.0, 0.62, 1.0])
    front = np.array(SACRUM, dtype=float)
    inward = _backward(front)
    swept = np.array([1.0, 0.6, 0.25, 0.2, 0.2, 0.0, 0.0])
    grid = np.stack([front + inward * (9.0 - 0.0 * spread[:, None]) for _ in across], axis=1)
    grid[:, :, 2] = spread[:, None] * across
    grid += inward[:, None, :] * (10.0 * swept[:, None] * np.abs(across) ** 1.5)[:, :, None]
    thickness = np.outer([9.0, 9.0, 8.0, 7.0, 6.0, 4.4, 3.4], [0.95, 1.0, 1.05, 1.0, 0.95])
    plate = sheet(grid, thickness)
    top = rod([(-99, 47, 0), (-118, 28, 0)], [19, 17])
    table = blend(6.0, plate, _stretched_top(), top)
    crest_line = front + inward * np.array([24, 23, 19, 16, 13, 9, 6])[:, None]
    crest = rod(crest_line[1:5], [4.5, 5.0, 4.6, 4.0])
    horns = rod([(-118, 42, 25), (-126, 58, 22)], [8, 4.8])
    holes = [_hole(front, inward, share, side) for share, side in ((0.255, 17.5), (0.4, 17), (0.54, 15), (0.66, 12.5))]
    return extract_surface(carve(3.0, blend(6.0, table, crest, mirrored_pair(horns)), *holes), 4.6)


def _stretched_top() -> DistanceField:
    """The S1 body with its promontory."""
    return ellipsoid((-103, 43, 0), (17.5, 14.5, 27.0), lean=-41)


def _hole(front: Floats, inward: Floats, share: float, side: float) -> DistanceField:
    """A pair of sacral holes right through the plate, ``share`` of the way down and ``side`` mm from the midline."""
    count = 101
    row = round(share * (count - 1))
    middle = spline_curve(front, count)[row]
    deep = np.array([points_along(front, inward[:, axis], count)[row] for axis in range(3)])
    start, end = middle - 12.0 * deep, middle + 40.0 * deep
    start[2] = end[2] = side
    return mirrored_pair(rod([start, end], [4.6, 4.0]))


def _backward(front: Floats) -> Floats:
    """Unit normals (N, 3) of the sacrum's front, pointing backward."""
    down = np.gradient(front, axis=0)
    normal = np.stack([down[:, 1], -down[:, 0], np.zeros(len(down))], axis=-1)
    return np.asarray(normal / np.linalg.norm(normal, axis=1, keepdims=True))
