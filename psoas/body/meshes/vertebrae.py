"""Vertebrae and discs: a drum with an arch, two wings, four facets and a spine. Drawn in millimetres.

Three prototypes are drawn (lumbar, thoracic, cervical) about the centre of the vertebral body, and stretched to
each level by whoever stacks them.
"""

from __future__ import annotations

from functools import cache

from psoas.body.meshes.distance_fields import blend, carve, drum, ellipsoid, mirrored_pair, rod, sheet
from psoas.body.meshes.surface_nets import extract_surface
from psoas.body.meshes.triangle_mesh import Mesh

LUMBAR_SIZE = (34.0, 27.5, 47.0)
"""Depth, height and width of the drawn lumbar body, mm."""

THORACIC_SIZE = (27.0, 20.5, 30.0)
"""Depth, height and width of the drawn thoracic body, mm."""

CERVICAL_SIZE = (16.0, 13.0, 20.0)
"""Depth, height and width of the drawn cervical body, mm."""


@cache
def lumbar() -> Mesh:
    """A middle lumbar vertebra about the centre of its body."""
    depth, height, width = LUMBAR_SIZE
    body = carve(
        6.0,
        drum(depth=depth, width=width, height=height, waist=0.12, edge=4.0),
        rod([(-24, -40, 0), (-24, 40, 0)], [10, 10]),
    )
    pedicle = rod([(-11, 5, 14.5), (-20, 5.5, 16), (-28, 4, 16)], [6.2, 5.2, 5.5])
    lamina = sheet([[(-28, 9, 15), (-38, 8, 3)], [(-31, -9, 13), (-41, -7, 3)]], [[3.2, 3.2], [3.0, 3.2]])
    wing = rod([(-25, 4, 17), (-30, 6, 30), (-34, 8, 45)], [5.0, 3.6, 3.0])
    facet_up = rod([(-28, 3, 17), (-30, 12, 19), (-31, 18.5, 18.5)], [5.0, 5.4, 4.6])
    facet_down = rod([(-33, -5, 12.5), (-38, -14, 13), (-39.5, -20.5, 13)], [4.6, 4.8, 4.4])
    spine = sheet(
        [[(-37, 6, 0), (-52, 3, 0), (-68, 0, 0)], [(-39, -8, 0), (-54, -13, 0), (-70, -18, 0)]],
        [[3.4, 3.0, 4.2], [3.6, 3.2, 4.6]],
    )
    arch = blend(
        5.0,
        mirrored_pair(pedicle),
        mirrored_pair(lamina),
        mirrored_pair(wing),
        mirrored_pair(facet_up),
        mirrored_pair(facet_down),
        spine,
    )
    return extract_surface(blend(6.0, body, arch), 3.7)


@cache
def thoracic() -> Mesh:
    """A middle thoracic vertebra about the centre of its body, its spine sloping down."""
    depth, height, width = THORACIC_SIZE
    body = carve(
        5.0,
        drum(depth=depth, width=width, height=height, waist=0.1, edge=3.5),
        rod([(-20, -30, 0), (-20, 30, 0)], [8, 8]),
    )
    pedicle = rod([(-8, 4, 9.5), (-20, 4, 11.5)], [4.4, 4.2])
    lamina = sheet([[(-20, 8, 12), (-31, 6, 2)], [(-23, -9, 10), (-33, -8, 2)]], [[2.8, 3.0], [2.6, 3.0]])
    wing = rod([(-20, 4, 10), (-28, 4, 22), (-35, 7, 33)], [4.6, 4.2, 4.8])
    facets = rod([(-22, 13, 9.5), (-23, 4, 10), (-25, -13, 9)], [3.2, 4.0, 3.2])
    spine = rod([(-30, 1, 0), (-44, -10, 0), (-59, -25, 0)], [4.2, 3.2, 3.0])
    arch = blend(6.0, mirrored_pair(pedicle), mirrored_pair(lamina), mirrored_pair(wing), mirrored_pair(facets), spine)
    return extract_surface(blend(5.0, body, arch), 4.5)


@cache
def cervical() -> Mesh:
    """A middle cervical vertebra about the centre of its body."""
    depth, height, width = CERVICAL_SIZE
    body = drum(depth=depth, width=width, height=height, waist=0.06, edge=3.0)
    side = rod([(-2, -1, 11), (-8, -1, 19), (-15, 0, 22)], [3.2, 3.4, 5.2])
    lamina = rod([(-15, 0, 19), (-26, -1, 10), (-31, -2, 0)], [4.8, 4.2, 4.2])
    spine = rod([(-30, -2, 0), (-44, -7, 0)], [3.8, 3.4])
    return extract_surface(blend(4.0, body, mirrored_pair(side), mirrored_pair(lamina), spine), 4.2)


@cache
def disc() -> Mesh:
    """A disc of depth 34, height 11 and width 46 mm about its centre, slightly bulging."""
    return extract_surface(ellipsoid((0, 0, 0), (17.2, 8.6, 23.4)), 5.6)
