"""The skeleton as smooth procedural meshes, one per segment, in reference size.

The shapes are drawn for this project from general anatomy: they are pictures. No measure rests on them, so they
carry no source keys; the body's own tables give every figure that is computed with.
"""

from __future__ import annotations

from psoas.body.meshes.skeleton import PARENTS, REFERENCE_ORIGINS, segment_meshes
from psoas.body.meshes.triangle_mesh import Mesh

__all__ = ["PARENTS", "REFERENCE_ORIGINS", "Mesh", "segment_meshes"]
