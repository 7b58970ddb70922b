"""What the markers of a file stand for: names first, geometry and movement for those that names do not tell."""

from __future__ import annotations

from dataclasses import dataclass

from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.kinematics.marker_recognition.proposal import Proposal
from psoas.kinematics.marker_recognition.recogniser import recognise_markers
from psoas.recording import MarkerMatch, Markers, Recording, identify_marker_set


@dataclass(frozen=True)
class MarkerReading:
    """``match`` is what the names say; ``named`` those of its places that are used; ``proposal`` covers all other
    markers, None where there are none."""

    match: MarkerMatch
    named: dict[str, str]
    proposal: Proposal | None

    def mapping(self, *, sure_only: bool = False) -> dict[str, str]:
        """Marker -> landmark or cluster, by name and by proposal."""
        return {**self.named, **(self.proposal.mapping(sure_only=sure_only) if self.proposal else {})}


def read_marker_places(recording: Recording, *, static: Recording | None = None) -> MarkerReading:
    """Find out what each marker of a recording stands for.

    Args:
        recording: With markers.
        static: Quiet standing with the same markers.

    Raises:
        InputError: There are no markers, or too few are seen together to tell a person.
    """
    markers = _markers_of(recording)
    match = identify_marker_set(markers.names, markers.positions)
    named = dict(match.mapping) if match.identified else {}
    left = {*match.outputs, *match.unseen}
    if all(name in named or name in left for name in markers.names):
        return MarkerReading(match, named, None)
    standing = _without(_markers_of(static), left) if static else None
    return MarkerReading(match, named, recognise_markers(_without(markers, left), static=standing, known=named))


def _markers_of(recording: Recording) -> Markers:
    if recording.markers is None:
        raise InputError(message("recording.no_markers", file=recording.path.name))
    return recording.markers


def _without(markers: Markers, names: set[str]) -> Markers:
    keep = [i for i, name in enumerate(markers.names) if name not in names]
    return Markers(tuple(markers.names[i] for i in keep), markers.positions[:, keep])
