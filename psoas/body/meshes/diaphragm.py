"""The diaphragm in the thorax frame: two domes hung from the lower ribs, and the crura down the lumbar spine.

Drawn in millimetres as a single sheet, to be shown thin and translucent from both sides.
"""

from __future__ import annotations

import numpy as np
from scipy.interpolate import CubicSpline

from psoas.body.meshes.swept_tubes import tube
from psoas.body.meshes.triangle_mesh import Mesh, join
from psoas.core.arrays import Floats, Ints

RIM = (
    (97, 140, 0),
    (93, 118, 38),
    (86, 82, 66),
    (66, 42, 92),
    (26, 10, 106),
    (-22, 2, 104),
    (-58, -8, 80),
    (-58, -18, 48),
    (-34, -26, 26),
    (-14, -18, 0),
)
"""Where the right half is attached: from the tip of the breastbone along the costal margin to the lumbar spine."""

TOP = 172.0
"""Height of the right dome, mm; the left one stands a finger lower."""

RINGS, SPOKES = 12, 48


def diaphragm() -> Mesh:
    """The dome with both crura."""
    crus_r = [(-10, 30, 6), (8, -2, 9), (7, -36, 10), (9, -72, 9), (9, -100, 8)]
    crus_l = [(-10, 30, -6), (8, -2, -9), (7, -36, -10), (8, -66, -9), (8, -74, -8)]
    tall, thick = [9, 8, 7, 5, 2.5], [2.4, 2.6, 2.6, 2.2, 1.2]
    crura = [tube(path, tall, thick, up=(0, 0, 1), rings=10) for path in (crus_r, crus_l)]
    return join([_dome(), *crura])


def _dome() -> Mesh:
    rim = _rim()
    share = np.linspace(0.0, 1.0, RINGS + 1)[1:]
    middle = np.array([8.0, 0.0, 0.0])
    flat = rim * np.array([1.0, 0.0, 1.0])
    rings = middle + (share[:, None, None] ** 0.8) * (flat - middle)[None]
    lateral = rings[..., 2]
    crest = TOP - 9.0 * (lateral < 0) * np.clip(-lateral / 50.0, 0, 1) - 14.0 * np.exp(-((lateral / 30.0) ** 2))
    fall = share[:, None] ** 3.4
    rings[..., 1] = crest * (1.0 - fall) + rim[None, :, 1] * fall
    centre = np.array([[8.0, TOP - 14.0, 0.0]])
    return Mesh.from_mm(np.concatenate([rings.reshape(-1, 3), centre]), _disc_faces())


def _rim() -> Floats:
    """The closed line of attachment (SPOKES, 3), right half first."""
    half = np.array(RIM, dtype=float)
    whole = np.concatenate([half, (half * [1, 1, -1])[-2:0:-1], half[:1]])
    at = np.linspace(0.0, 1.0, len(whole))
    return np.asarray(CubicSpline(at, whole, bc_type="periodic")(np.linspace(0, 1, SPOKES, endpoint=False)))


def _disc_faces() -> Ints:
    ring, spoke = np.meshgrid(np.arange(RINGS - 1), np.arange(SPOKES), indexing="ij")
    after = (spoke + 1) % SPOKES
    a, b = ring * SPOKES + spoke, ring * SPOKES + after
    c, d = a + SPOKES, b + SPOKES
    walls = np.concatenate([np.stack([a, b, c], -1).reshape(-1, 3), np.stack([b, d, c], -1).reshape(-1, 3)])
    spokes = np.arange(SPOKES)
    fan = np.stack([np.full(SPOKES, RINGS * SPOKES), (spokes + 1) % SPOKES, spokes], -1)
    return np.concatenate([walls, fan])
