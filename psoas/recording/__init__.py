"""Every way in: files of markers, coordinates and forces become one checked ``Recording``; and back."""

from __future__ import annotations

from psoas.recording.c3d_outputs import C3DOutput, joint_angle_outputs, output_name, scalar_outputs
from psoas.recording.c3d_writer import write_c3d
from psoas.recording.file_writers import write_forces, write_mot, write_sto, write_text, write_trc
from psoas.recording.joint_coordinates import knee_sign, pelvis_frame, to_radians
from psoas.recording.loader import read
from psoas.recording.marker_identification import identify_marker_set, missing_pelvis_markers
from psoas.recording.marker_map import load_marker_map
from psoas.recording.marker_match import OWN_MAP, ConflictReason, MarkerConflict, MarkerMatch
from psoas.recording.marker_notes import match_notes
from psoas.recording.marker_sets import CLUSTER, MarkerLandmark, MarkerSet, marker_landmarks, marker_sets
from psoas.recording.recording import Coordinates, Forces, Markers, Plate, RecordedEvent, Recording
from psoas.recording.recording_validation import check_markers_known
from psoas.recording.subject import Subject
from psoas.recording.vertical_axis import Up

__all__ = [
    "CLUSTER",
    "OWN_MAP",
    "C3DOutput",
    "ConflictReason",
    "Coordinates",
    "Forces",
    "MarkerConflict",
    "MarkerLandmark",
    "MarkerMatch",
    "MarkerSet",
    "Markers",
    "Plate",
    "RecordedEvent",
    "Recording",
    "Subject",
    "Up",
    "check_markers_known",
    "identify_marker_set",
    "joint_angle_outputs",
    "knee_sign",
    "load_marker_map",
    "marker_landmarks",
    "marker_sets",
    "match_notes",
    "missing_pelvis_markers",
    "output_name",
    "pelvis_frame",
    "read",
    "scalar_outputs",
    "to_radians",
    "write_c3d",
    "write_forces",
    "write_mot",
    "write_sto",
    "write_text",
    "write_trc",
]
