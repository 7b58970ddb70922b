"""Which notes of an analysis say what the answer does not rest on: shown wherever only a few lines are."""

from __future__ import annotations

from collections.abc import Iterable

from psoas.core.message import Message, message_id

LEFT_OUT = frozenset(
    message_id(code)
    for code in (
        "recording.unlabelled_dropped",
        "recording.storage_dropped",
        "recording.c3d_events_dropped",
        "recording.c3d_plate_dropped",
        "kinematics.columns_dropped",
        "kinematics.marker_misplaced",
        "kinematics.marker_strayed",
        "kinematics.markers_exchanged",
        "kinematics.marker_off",
        "kinematics.names_exchanged",
        "kinematics.static_marker_moved",
        "kinematics.static_other",
        "kinematics.stride_dropped",
        "kinematics.repetition_open",
        "mechanics.too_few_frames",
        "mechanics.unexplained",
        "recording.markers_unused",
        "recording.markers_unused_many",
        "recording.markers_unseen",
        "recording.outputs_left",
        "recording.unnamed_left",
        "recording.conflict.geometry",
        "recording.conflict.geometry_unused",
    )
)
"""Codes of these notes."""


def left_out(notes: Iterable[Message]) -> tuple[Message, ...]:
    """The notes that say what was left out, and markers that were found to be wrong."""
    return tuple(note for note in notes if note.code in LEFT_OUT)
