"""What the markers of a file were found to stand for, and what decided where names left a choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from psoas.core.message import Message, message
from psoas.recording.marker_sets import CLUSTER, NEEDED, leg_landmarks

OWN_MAP = "own map"
"""Stands in ``MarkerMatch.sets`` for the map that the user gave."""


class ConflictReason(StrEnum):
    """What decided about a marker that could stand for more than one place."""

    BEST_SET = "best_set"
    """The set that knows the most of the file's names reads it so."""
    PARTNER = "partner"
    """The marker on the inner side of the joint is there: this one is on the outer side and no centre."""
    CENTRE_SPARED = "centre_spared"
    """A centre beside markers on both sides of the joint: it follows its segment and gives no length."""
    GEOMETRY = "geometry"
    """The distances in the recording fit one of the places only."""
    TAKEN = "taken"
    """Another marker stands for the same landmark already."""


@dataclass(frozen=True)
class MarkerConflict:
    """One marker that could stand for two places: it was taken for ``place``, "" for nothing, and not ``rejected``."""

    marker: str
    place: str
    rejected: str
    reason: ConflictReason

    @property
    def note(self) -> Message:
        """The conflict in words."""
        values = {"marker": self.marker, "place": self.place, "rejected": self.rejected}
        unused = self.reason == ConflictReason.GEOMETRY and not self.place
        return message(f"recording.conflict.{self.reason}{'_unused' if unused else ''}", **values)


@dataclass(frozen=True)
class MarkerMatch:
    """What the markers of a file stand for.

    ``sets`` are the keys of the marker sets that contributed, the one that named the most first (``OWN_MAP`` before
    all). ``mapping`` is marker -> landmark or "cluster:segment". Every other marker of the file is in exactly one of
    ``unused`` (named, place not known or taken), ``unseen`` (in no frame), ``outputs`` (computed by a model) and
    ``unnamed``. ``calculated`` are those used markers that stand for a joint's centre and that no camera saw.
    """

    sets: tuple[str, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    calculated: tuple[str, ...] = ()
    conflicts: tuple[MarkerConflict, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "mapping", MappingProxyType(dict(self.mapping)))

    @property
    def key(self) -> str:
        """The set that contributed most, or ``OWN_MAP``; "" when nothing was recognised."""
        return self.sets[0] if self.sets else ""

    @property
    def landmarks(self) -> tuple[str, ...]:
        """Markers that stand for a landmark of the body."""
        return tuple(name for name, place in self.mapping.items() if not place.startswith(CLUSTER))

    @property
    def clusters(self) -> tuple[str, ...]:
        """Markers that follow a segment and have no known place on the bone."""
        return tuple(name for name, place in self.mapping.items() if place.startswith(CLUSTER))

    @property
    def named(self) -> int:
        """How many named markers are seen in the file: those used and those not."""
        return len(self.mapping) + len(self.unused)

    @property
    def identified(self) -> bool:
        """Whether enough landmarks of pelvis and legs are named."""
        return len(leg_landmarks(self.mapping)) >= NEEDED
