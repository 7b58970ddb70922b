"""The right thigh bone, kneecap, shin bone and fibula, each in its own segment's frame. Drawn in millimetres."""

from __future__ import annotations

from psoas.body.meshes.distance_fields import blend, carve, ellipsoid, rod, sheet
from psoas.body.meshes.surface_nets import extract_surface
from psoas.body.meshes.swept_tubes import tube
from psoas.body.meshes.triangle_mesh import Mesh, join


def femur() -> Mesh:
    """The right femur: head, neck, both trochanters, a shaft bowed forward, two condyles."""
    head = ellipsoid((0, 0, 0), 24.0)
    neck = rod([(0, -2, 6), (-2, -14, 22), (-4, -28, 40)], [16.5, 15.0, 18.0])
    great = ellipsoid((-12, -16, 56), (19, 22, 13.5), lean=12)
    tip = rod([(-14, -4, 54), (-20, 4, 50)], [11, 7.5])
    crest = rod([(-22, -2, 50), (-25, -26, 36), (-21, -50, 18)], [6.5, 6.5, 7.5])
    small = ellipsoid((-17, -56, 16), (9.5, 14, 8.5))
    shaft = rod(
        [(-4, -36, 46), (-4, -70, 38), (5, -140, 28), (9, -210, 18), (5, -290, 8), (-1, -345, 1), (-4, -385, -2)],
        [21, 16.5, 13.8, 13.4, 14.5, 19.0, 24.0],
    )
    rough = rod([(-13, -95, 33), (-7, -200, 18), (-10, -300, 8)], [4.0, 4.5, 3.6])
    outer = ellipsoid((-8, -403, 24.5), (31, 23, 14.5))
    inner = ellipsoid((-10, -405, -26), (32, 24, 14.5), yaw=6)
    flare = sheet([[(-4, -356, -16), (-4, -356, 16)], [(-3, -398, -36), (-3, -396, 36)]], [[13, 13], [9, 9]])
    front = ellipsoid((8, -392, 2), (19, 22, 25))
    groove = ellipsoid((36, -396, 2), (13, 40, 9))
    notch = ellipsoid((-24, -420, -1), (26, 24, 10))
    top = blend(10.0, head, neck, blend(8.0, great, tip), crest, small)
    low = blend(8.0, outer, inner, flare, front)
    return extract_surface(
        carve(5.0, blend(12.0, top, blend(3.0, shaft, rough), low), groove, notch), 5.8, calm=(-345, -85, 11.0)
    )


def patella() -> Mesh:
    """The right kneecap about its origin."""
    return extract_surface(
        blend(8.0, ellipsoid((-12, 13, 0), (9.5, 16, 20)), ellipsoid((-13, 1, 0), (7.5, 15, 10))), 4.8
    )


def tibia() -> Mesh:
    """The right tibia and fibula from the plateau to the ankle."""
    outer = ellipsoid((-6, -38, 21), (23, 13.5, 18))
    inner = ellipsoid((-7, -38, -20), (25, 13.5, 19))
    neck = rod([(-4, -44, 0), (-4, -72, 0), (-2, -110, 0)], [24, 19, 14.5])
    tubercle = rod([(15, -60, 3), (17, -78, 3), (11, -110, 1)], [7.5, 8.5, 5])
    shaft = rod(
        [(-2, -100, 0), (0, -180, -1), (-2, -280, -3), (-6, -350, -4), (-9, -384, -3)], [15, 12.4, 10.8, 12.5, 18]
    )
    shin = rod([(13, -110, 1), (11, -200, -2), (6, -300, -6)], [3.6, 3.4, 3.0])
    ankle = ellipsoid((-10, -382, -3), (19, 13, 20))
    malleolus = rod([(-8, -384, -20), (-7, -400, -24), (-8, -407, -24)], [11, 7.5, 5.5])
    spines = rod([(-8, -28, -5), (-9, -28, 5)], [6, 6])
    solid = blend(10.0, outer, inner, neck, tubercle, blend(7.0, shaft, shin), ankle, malleolus)
    return join([extract_surface(blend(4.0, solid, spines), 6.0, calm=(-350, -100, 11.0)), fibula()])


def fibula() -> Mesh:
    """The right fibula in the tibia's frame."""
    path = [
        (-24, -44, 40),
        (-25, -62, 41),
        (-23, -110, 40),
        (-20, -220, 36),
        (-17, -330, 28),
        (-15, -375, 25),
        (-14, -400, 25),
        (-15, -416, 24),
    ]
    return tube(path, [8, 9.5, 5.5, 5.5, 5.5, 7, 9, 5], [8, 8, 5.5, 5.5, 5.5, 6, 7, 4.5], up=(1, 0, 0), rings=22)
