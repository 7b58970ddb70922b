"""What is proposed for the markers of a set that nobody knows."""

from __future__ import annotations

from dataclasses import dataclass

from psoas.core.message import Message

NOTHING = ""
"""The place of a marker that shows no place of the body, or none that can be told."""


@dataclass(frozen=True)
class Alternative:
    """Another place that a marker may show, with its confidence (0 to 1)."""

    place: str
    confidence: float


@dataclass(frozen=True)
class MarkerProposal:
    """One marker: ``place`` is a landmark, "cluster:segment" or nothing; ``confidence`` 0 to 1; ``sure`` where it is
    high enough to be used without a look."""

    marker: str
    place: str
    confidence: float
    sure: bool
    alternatives: tuple[Alternative, ...] = ()

    @property
    def percent(self) -> int:
        """The confidence to show: never 100, for nothing here is certain."""
        return min(round(100 * self.confidence), 99)


@dataclass(frozen=True)
class Proposal:
    """All markers in the order of the file. ``up`` is the file's axis that points up ("y", "-z"); ``sides_sure`` where
    left and right cannot be mistaken; ``error_m`` root mean square between markers and the body that was found."""

    markers: tuple[MarkerProposal, ...]
    up: str
    sides_sure: bool
    stature_m: float
    error_m: float
    notes: tuple[Message, ...] = ()

    def mapping(self, *, sure_only: bool = False) -> dict[str, str]:
        """Marker -> landmark or cluster, of all that show a place or of the sure ones."""
        return {one.marker: one.place for one in self.markers if one.place != NOTHING and (one.sure or not sure_only)}
