"""Where markers sit on a body: every landmark with its spread, and points between them where clusters are worn."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import numpy as np

from psoas.body.anatomy.anatomy_tables import MIRROR
from psoas.body.anatomy.bony_landmarks import bony_landmarks
from psoas.body.model.body import Body
from psoas.core.arrays import Bools, Floats, Ints, read_only
from psoas.core.units import MM_PER_M
from psoas.kinematics.ik.marker_attachment import CLUSTER, CLUSTER_SEGMENTS, Attachment
from psoas.recording import marker_landmarks, marker_sets

SPREAD_M = {"bone": 0.020, "centre": 0.022, "soft": 0.025}
"""How far a marker lies from a landmark of which the table of worn places says nothing, by kind (assumed)."""
CLUSTER_SPREAD_M = 0.045
SHARE_OF_CLUSTERS = {"thigh": 3.0, "shank": 3.0, "foot": 0.6, "upper_arm": 1.2, "forearm": 0.7, "hand": 0.3,
                     "pelvis": 0.5, "torso": 1.0, "head": 1.2}  # fmt: skip
"""Markers of a cluster that a set puts on a segment (mean of the known sets, rounded)."""
ALONG = {
    # part: radius in metres, (from, to) along the long axis, how many, directions (x forward, z outward)
    "thigh": (0.075, (-0.08, -0.36), 5, ((1, 0), (0.7, 0.7), (0, 1), (-1, 0))),
    "shank": (0.050, (-0.03, -0.34), 5, ((1, 0), (0.7, 0.7), (0, 1), (-1, 0))),
    "upper_arm": (0.045, (-0.06, -0.24), 3, ((1, 0), (0, 1), (-1, 0))),
    "forearm": (0.035, (-0.05, -0.19), 3, ((1, 0), (0, 1), (-1, 0))),
}
POINTS = {
    "foot": ((0.07, 0.045, 0.0), (-0.01, 0.04, 0.0), (0.0, 0.02, 0.04), (0.0, 0.02, -0.03)),
    "hand": ((0.0, -0.05, 0.03), (0.0, -0.05, -0.03)),
    "pelvis": ((-0.16, 0.08, 0.0), (-0.16, -0.03, 0.0), (-0.07, 0.02, 0.15), (-0.07, 0.02, -0.15)),
    "torso": ((-0.09, 0.18, 0.09), (-0.09, 0.18, -0.09), (-0.08, 0.12, 0.0), (0.07, 0.24, 0.12), (0.07, 0.24, -0.12),
              (-0.05, 0.29, 0.13), (-0.05, 0.29, -0.13), (0.1, 0.2, 0.05), (0.1, 0.2, -0.05)),
    "head": ((-0.06, 0.14, 0.06), (-0.06, 0.14, -0.06), (0.11, 0.14, 0.0), (-0.08, 0.12, 0.0), (0.04, 0.18, 0.08),
             (0.04, 0.18, -0.08)),
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Places:
    """Points of the reference body that markers may show.

    ``names`` are landmarks or "cluster:segment" (several points share one); ``segments`` their segments; ``local``
    (C, 3) metres in those, ``axes`` (C, 3) its spread along them, ``share`` (C,) markers expected there.
    """

    names: tuple[str, ...]
    segments: tuple[str, ...]
    local: Floats
    axes: Floats
    share: Floats

    def __post_init__(self) -> None:
        for key in ("local", "axes", "share"):
            object.__setattr__(self, key, read_only(getattr(self, key)))

    @cached_property
    def spread(self) -> Floats:
        """One spread for all directions (C,), metres."""
        return read_only(np.cbrt(self.axes.prod(axis=1)))

    @cached_property
    def is_landmark(self) -> Bools:
        """Which points are landmarks (C,)."""
        return np.array([not name.startswith(CLUSTER) for name in self.names])

    def attach(self, body: Body) -> Attachment:
        """Every point on a body of its size."""
        local = self.local * np.array([body.segment_scale(s) for s in self.segments])
        return Attachment(self.names, self.names, self.segments, local, np.ones(len(self.names)))


@cache
def worn_places() -> dict[str, tuple[Floats, Floats]]:
    """Mean offset (3,) and spread (3,) of markers from their landmark, metres, in its segment's axes."""
    text = (files("psoas.kinematics.marker_recognition") / "data" / "worn_places.csv").read_text(encoding="utf-8")
    found = {}
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        offset, axes = (np.array([float(row[k + axis]) for axis in "xyz"]) / MM_PER_M for k in "ds")
        found[row["landmark"]] = (read_only(offset), read_only(axes))
        if row["landmark"].endswith("_r"):
            found[row["landmark"][:-1] + "l"] = (read_only(offset * MIRROR), read_only(axes))
    return found


@cache
def landmark_shares(technique: str, without: str = "") -> dict[str, float]:
    """How often the known sets of a technique ("markers", "video") have each landmark, between 0.02 and 0.98."""
    if technique == "both":
        one, other = landmark_shares("markers", without), landmark_shares("video", without)
        return {name: max(one[name], other[name]) for name in one}
    sets = [s for s in marker_sets().values() if s.technique == technique and s.name != without]
    shares = {}
    for name in bony_landmarks():
        found = sum(name in s.markers.values() for s in sets)
        shares[name] = (found + 0.2) / (len(sets) + 0.5)
    return shares


@cache
def places(technique: str, without: str = "", sparse: bool = False) -> Places:
    """All points for the sets of a technique; ``sparse`` takes fewer on clusters; ``without`` leaves one set out."""
    shares = landmark_shares(technique, without)
    names, segments, local, spread, share = [], [], [], [], []
    for name, mark in bony_landmarks().items():
        if name not in marker_landmarks():
            continue
        names.append(name)
        segments.append(mark.segment)
        offset, axes = worn_places().get(name, (np.zeros(3), np.full(3, SPREAD_M[marker_landmarks()[name].kind])))
        local.append(mark.at + offset)
        spread.append(axes)
        share.append(shares[name])
    for part, points in _cluster_points().items():
        for side in ("r", "l") if part in ("thigh", "shank", "foot", "upper_arm", "forearm", "hand") else ("",):
            mirror = np.array([1.0, 1.0, -1.0 if side == "l" else 1.0])
            tail = f"_{side}" if side else ""
            points_used = points[::3] if sparse and part in ALONG else points
            for point in points_used:
                names.append(f"{CLUSTER}{part}{tail}")
                segments.append(CLUSTER_SEGMENTS[part] + tail)
                local.append(np.array(point) * mirror)
                spread.append(np.full(3, CLUSTER_SPREAD_M if part in ALONG else 0.03))
                fewer = 0.3 if technique == "video" else 1.0
                share.append(fewer * SHARE_OF_CLUSTERS[part] / len(points_used))
    return Places(tuple(names), tuple(segments), np.array(local), np.array(spread), np.array(share))


def _cluster_points() -> dict[str, Floats]:
    found = {part: np.array(points) for part, points in POINTS.items()}
    for part, (radius, (start, end), count, directions) in ALONG.items():
        found[part] = np.array(
            [(radius * x, y, radius * z) for y in np.linspace(start, end, count) for x, z in directions]
        )
    return found


def index_of(names: tuple[str, ...]) -> tuple[tuple[str, ...], Ints]:
    """Distinct names in order, and the position of each of ``names`` among them."""
    distinct = tuple(dict.fromkeys(names))
    return distinct, np.array([distinct.index(name) for name in names])
