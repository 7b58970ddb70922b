"""What is said of the markers of a file: how many are used and for what, and which were left aside."""

from __future__ import annotations

from collections.abc import Mapping

from psoas.core.message import Message, message
from psoas.core.name_lists import MOST_NAMES, name_list
from psoas.recording.marker_map import near_map_names
from psoas.recording.marker_match import ConflictReason, MarkerMatch


def match_notes(match: MarkerMatch, marker_map: Mapping[str, str] | None = None) -> tuple[Message, ...]:
    """Notes on what was left aside and on what was decided against a name; model outputs are counted, not listed. Names
    of the user's own ``marker_map`` that look like a marker that was left aside are named with it."""
    notes = [conflict.note for conflict in match.conflicts if conflict.reason == ConflictReason.GEOMETRY]
    near = near_map_names(marker_map or {}, match.unused)
    notes += [message("recording.map_near", name=name, other=other) for name, other in near.items()]
    if match.calculated:
        notes.append(message("recording.centres_calculated", names=name_list(match.calculated)))
    if match.unused:
        notes.append(_unused(match))
    if match.unseen:
        notes.append(message("recording.markers_unseen", names=name_list(match.unseen), count=len(match.unseen)))
    if match.outputs:
        notes.append(message("recording.outputs_left", count=len(match.outputs)))
    if match.unnamed:
        notes.append(message("recording.unnamed_left", count=len(match.unnamed)))
    return tuple(notes)


def _unused(match: MarkerMatch) -> Message:
    """Names where they are few, else their number."""
    count = len(match.unused)
    if count <= MOST_NAMES:
        return message("recording.markers_unused", names=name_list(match.unused), count=count)
    return message("recording.markers_unused_many", count=count, named=match.named)
