"""What following markers and inverse dynamics ask of a body: ours, or one that somebody brings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from scipy.sparse import csr_matrix

from psoas.body.anatomy.coordinates import Coordinate
from psoas.body.model.body import Poses
from psoas.body.model.required_forces import RequiredForces
from psoas.core.arrays import Floats, Ints


class PosedBody(Protocol):
    """A tree of joints that coordinates (T, N) move; see ``Body`` for each member."""

    @property
    def coordinates(self) -> tuple[Coordinate, ...]:
        """The coordinates, N of them."""

    @property
    def coordinate_names(self) -> tuple[str, ...]:
        """Their names."""

    @property
    def segment_names(self) -> tuple[str, ...]:
        """Names of the segments, S of them."""

    @property
    def limits(self) -> Floats:
        """Least and greatest value of each coordinate (N, 2)."""

    @property
    def joint_coordinate(self) -> Ints:
        """Which coordinate drives each joint (V,)."""

    @property
    def joint_tree(self) -> tuple[Ints, Ints]:
        """The next joint towards the room of each joint (V,), and the last joint that carries each segment (S,)."""

    @property
    def carries(self) -> csr_matrix:
        """Which joint carries which segment for which coordinate (S * N, V)."""

    @property
    def reaction_names(self) -> tuple[str, ...]:
        """Joints whose contact force is computed."""

    def default_values(self) -> Floats:
        """The resting pose (N,)."""

    def poses(self, values: Floats) -> Poses:
        """Where every segment is."""

    def motion_axes(self, values: Floats) -> tuple[Poses, Floats]:
        """Poses, and how each joint moves what it carries (T, V, 6)."""

    def inverse_dynamics(self, values: Floats, velocity: Floats, acceleration: Floats) -> RequiredForces:
        """Forces that a movement asks for, with nothing touching the body."""

    def loads(self, values: Floats, given: Iterable[tuple[str, Floats, Floats, Floats]]) -> RequiredForces:
        """What forces from outside need."""
