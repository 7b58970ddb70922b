"""Where markers are on a standing body as a linear function of the sizes of its parts."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from psoas.body.anatomy.anatomy_tables import Segment, segments
from psoas.body.anatomy.bony_landmarks import bony_landmarks
from psoas.body.anatomy.proportions import PELVIS, proportions
from psoas.body.anatomy.skin_standoff import BodyBuild, marker_place
from psoas.core.arrays import Floats

SIZES = proportions().names
"""The sizes that a fit finds: three of the pelvis, one of every other group of segments."""


class StandingGeometry:
    """Markers of one body build in standing, where every segment's frame is parallel to the room.

    A place is ``rows @ sizes + fixed``: joint centres and bony places grow with sizes, what a marker stands off does
    not. The pelvis' frame is the origin.
    """

    def __init__(self, build: BodyBuild) -> None:
        self.build = build
        self._segments = {segment.name: segment for segment in segments()}

    def place(self, landmark: str) -> tuple[Floats, Floats]:
        """Rows (3, P) and fixed part (3,) of a marker on a landmark, metres."""
        segment = self._segments[bony_landmarks()[landmark].segment]
        grows, fixed = marker_place(landmark, self.build)
        return self.origin(segment) + self._grown(segment.scale, grows), fixed

    def origin(self, segment: Segment) -> Floats:
        """Rows (3, P) of where a segment begins."""
        rows = np.zeros((3, len(SIZES)))
        while segment.parent in self._segments:
            parent = self._segments[segment.parent]
            rows = rows + self._grown(parent.scale, segment.at)
            segment = parent
        return rows

    def distance(self, one: str, other: str, sizes: Floats) -> float:
        """Distance between two markers, metres."""
        (rows, fixed), (others, held) = self.place(one), self.place(other)
        return float(np.linalg.norm((rows - others) @ sizes + fixed - held))

    @staticmethod
    def _grown(group: str, at: Floats) -> Floats:
        rows = np.zeros((3, len(SIZES)))
        if group == "pelvis":
            for axis, name in enumerate(PELVIS):
                rows[axis, SIZES.index(name)] = at[axis]
        else:
            rows[:, SIZES.index(group)] = at
        return rows


def factors_by_group(sizes: Floats) -> dict[str, Floats]:
    """Factors (3,) of every group of segments from sizes (P,)."""
    found: dict[str, Floats] = {"pelvis": np.array([sizes[SIZES.index(name)] for name in PELVIS])}
    return found | {name: np.full(3, sizes[i]) for i, name in enumerate(SIZES) if name not in PELVIS}


def sizes_from_factors(scale: Mapping[str, Floats]) -> Floats:
    """Sizes (P,) from factors (3,) of every group."""
    return np.array([scale["pelvis"][PELVIS.index(name)] if name in PELVIS else np.mean(scale[name]) for name in SIZES])
