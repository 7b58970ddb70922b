"""A triangle mesh that cannot be changed behind its back, and the few moves that drawing bones needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from psoas.core.arrays import Floats, Ints, read_only

MIRROR = np.array([1.0, 1.0, -1.0])
"""Right becomes left: the Z axis points to the person's right."""


@dataclass(frozen=True, eq=False)
class Mesh:
    """Triangles in the frame of one segment.

    ``vertices`` is (V, 3) in metres, ``faces`` is (F, 3) with counter-clockwise corners seen from outside.
    """

    vertices: Floats
    faces: Ints

    def __post_init__(self) -> None:
        object.__setattr__(self, "vertices", read_only(self.vertices))
        object.__setattr__(self, "faces", read_only(self.faces, dtype=np.intp))

    @classmethod
    def from_mm(cls, vertices: ArrayLike, faces: ArrayLike) -> Mesh:
        """A mesh from vertices (V, 3) in millimetres, the unit that the drawings are written in."""
        return cls(np.asarray(vertices, dtype=float) / 1000.0, np.asarray(faces))

    def mirrored(self) -> Mesh:
        """The other side of the body: Z changes sign, and the corner order with it."""
        return Mesh(self.vertices * MIRROR, self.faces[:, ::-1])

    def scaled(self, x: float, y: float, z: float) -> Mesh:
        """Stretched along the axes about the origin; factors must be positive."""
        return Mesh(self.vertices * np.array([x, y, z]), self.faces)

    def leaned(self, degrees: float) -> Mesh:
        """Turned about Z through the origin; positive leans the top backward."""
        angle = np.deg2rad(degrees)
        c, s = np.cos(angle), np.sin(angle)
        turn = np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])
        return Mesh(self.vertices @ turn.T, self.faces)

    def moved_mm(self, x: float, y: float, z: float = 0.0) -> Mesh:
        """Shifted by (x, y, z) millimetres."""
        return Mesh(self.vertices + np.array([x, y, z]) / 1000.0, self.faces)

    def bent(self, millimetres_per_mm: float) -> Mesh:
        """Wedged: height grows with x by this factor per millimetre, as a vertebral body is taller in front."""
        grown = self.vertices.copy()
        grown[:, 1] *= 1.0 + millimetres_per_mm * 1000.0 * grown[:, 0]
        return Mesh(grown, self.faces)


def join(meshes: Sequence[Mesh]) -> Mesh:
    """One mesh that holds all of ``meshes`` (at least one), each keeping its own vertices."""
    offsets = np.cumsum([0, *(len(m.vertices) for m in meshes[:-1])])
    faces = [m.faces + offset for m, offset in zip(meshes, offsets, strict=True)]
    return Mesh(np.concatenate([m.vertices for m in meshes]), np.concatenate(faces))


def both_sides(mesh: Mesh) -> Mesh:
    """A right-hand mesh together with its mirror image."""
    return join([mesh, mesh.mirrored()])
