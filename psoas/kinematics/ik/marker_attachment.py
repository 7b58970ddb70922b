"""Where each marker sits on the body."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from psoas.body.anatomy.bony_landmarks import bony_landmarks
from psoas.body.anatomy.skin_standoff import BodyBuild, marker_place
from psoas.body.model.body import Body, Poses
from psoas.core.arrays import Floats, read_only
from psoas.core.sides import SUFFIXES

CLUSTER = "cluster:"
CLUSTER_SEGMENTS = {
    "pelvis": "pelvis", "torso": "thorax", "head": "head", "thigh": "femur", "shank": "tibia", "foot": "calcn",
    "upper_arm": "humerus", "forearm": "radius", "hand": "hand",
}  # fmt: skip

BOTH = {"knee": ("femur", "tibia"), "ankle": ("tibia", "calcn"), "hip": ("pelvis", "femur"),
        "elbow": ("humerus", "radius")}  # fmt: skip
"""Landmarks near a joint stay put on both segments."""


@dataclass(frozen=True)
class Attachment:
    """Markers on segments: ``local`` (M, 3) in each marker's segment frame, metres, NaN while not known; ``weight``
    (M,)."""

    names: tuple[str, ...]
    landmarks: tuple[str, ...]
    segments: tuple[str, ...]
    local: Floats
    weight: Floats

    def __post_init__(self) -> None:
        for key in ("local", "weight"):
            object.__setattr__(self, key, read_only(getattr(self, key)))

    @property
    def placed(self) -> tuple[int, ...]:
        """Markers whose place is known."""
        return tuple(int(i) for i in np.flatnonzero(np.isfinite(self.local).all(axis=1)))

    def moved(self, local: Floats) -> Attachment:
        """The same markers at other places."""
        return replace(self, local=local)

    def weighed(self, weight: Floats) -> Attachment:
        """The same markers with other weights (M,)."""
        return replace(self, weight=weight)

    def only(self, rows: tuple[int, ...]) -> Attachment:
        """Some of the markers."""
        pick = list(rows)

        def some(names: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(names[i] for i in pick)

        return Attachment(
            some(self.names), some(self.landmarks), some(self.segments), self.local[pick], self.weight[pick]
        )

    def positions(self, poses: Poses) -> Floats:
        """Where the markers are in the room (T, M, 3)."""
        index = [poses.names.index(s) for s in self.segments]
        return np.asarray(poses.position[:, index] + np.einsum("tmij,mj->tmi", poses.rotation[:, index], self.local))

    def localised(self, poses: Poses, observed: Floats) -> Floats:
        """Mean place (M, 3) of observed markers (T, M, 3) in their segments' frames; NaN where never seen."""
        index = [poses.names.index(s) for s in self.segments]
        local = np.einsum("tmji,tmj->tmi", poses.rotation[:, index], observed - poses.position[:, index])
        seen = np.isfinite(local)
        count = seen.sum(axis=0)
        mean = np.where(seen, local, 0.0).sum(axis=0) / np.maximum(count, 1)
        return np.asarray(np.where(count > 0, mean, np.nan))


def cluster_segment(place: str) -> str:
    """The body's segment of a place such as "cluster:thigh_r"."""
    part, side = place.removeprefix(CLUSTER), ""
    if part.endswith(SUFFIXES):
        part, side = part[:-2], part[-2:]
    return CLUSTER_SEGMENTS[part] + side


def segments_of(place: str) -> tuple[str, ...]:
    """Segments on which a marker on a landmark or of a cluster stays put."""
    if place.startswith(CLUSTER):
        return (cluster_segment(place),)
    segment = bony_landmarks()[place].segment
    side = segment[-2:] if segment[-2:] in SUFFIXES else place[-2:]
    return tuple(name if name == "pelvis" else name + side for name in BOTH.get(place.split("_")[0], ())) or (segment,)


def attach_markers(body: Body, mapping: dict[str, str], build: BodyBuild | None = None) -> Attachment:
    """Markers (name -> landmark or "cluster:segment") on their nominal places; clusters are left open.

    With a ``build`` markers stand off the bones as they do on such a person; without one their places grow with the
    bones.
    """
    names = tuple(mapping)
    segments, local = [], []
    for landmark in mapping.values():
        if landmark.startswith(CLUSTER):
            segments.append(cluster_segment(landmark))
            local.append(np.full(3, np.nan))
        else:
            segment, at = body.local(landmark)
            if build is not None:
                grows, fixed = marker_place(landmark, build)
                at = grows * body.segment_scale(segment) + fixed
            segments.append(segment)
            local.append(at)
    return Attachment(names, tuple(mapping.values()), tuple(segments), np.array(local), np.ones(len(names)))
