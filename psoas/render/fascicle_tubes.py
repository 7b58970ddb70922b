"""Fascicles as tapered tubes for still pictures: the same shape that the 3D viewer draws."""

from __future__ import annotations

import numpy as np
from scipy.interpolate import CubicSpline

from psoas.body.meshes import Mesh
from psoas.core.arrays import Floats, Ints

RINGS, EDGES = 26, 9


def tube_thickness(at: Floats) -> Floats:
    """Thickness along a fascicle, 0 at the spine to 1 at the thigh, in shares of its radius: a belly, then a tendon."""
    belly = np.exp(-(((at - 0.4) / 0.27) ** 2))
    root = np.minimum(1.0, at / 0.07)
    tendon = 0.42 - 0.1 * np.maximum(0.0, (at - 0.75) / 0.25)
    return np.asarray((0.35 + 0.65 * np.sqrt(root)) * (tendon + 1.05 * belly))


def fascicle_tube(path: Floats, radius: float) -> Mesh:
    """A tube along ``path`` (P, 3), metres, with a belly of about 1.5 times ``radius``."""
    share = np.linspace(0, 1, RINGS)
    curve = CubicSpline(np.linspace(0, 1, len(path)), path)
    ahead = _unit(curve(share, 1))
    side = _unit(np.cross(ahead, [1.0, 0.0, 0.0]) + 1e-9)
    over = np.cross(side, ahead)
    turn = np.arange(EDGES) * 2 * np.pi / EDGES
    out = np.cos(turn)[None, :, None] * side[:, None] + np.sin(turn)[None, :, None] * over[:, None]
    vertices = curve(share)[:, None] + (radius * tube_thickness(share))[:, None, None] * out
    return Mesh(vertices.reshape(-1, 3), _faces())


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=-1, keepdims=True))


def _faces() -> Ints:
    ring, side = np.divmod(np.arange((RINGS - 1) * EDGES), EDGES)
    a, b = ring * EDGES + side, ring * EDGES + (side + 1) % EDGES
    return np.concatenate([np.stack([a, a + EDGES, b], 1), np.stack([b, a + EDGES, b + EDGES], 1)])
