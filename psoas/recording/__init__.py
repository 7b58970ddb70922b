"""Every way in: files of markers, coordinates and forces become one checked ``Recording``; and back."""

from __future__ import annotations

from psoas.recording.coordinates import in_radians, knee_sign
from psoas.recording.door import check_markers_known
from psoas.recording.marker_sets import (
    CLUSTER,
    Landmark,
    MarkerSet,
    identify,
    landmarks,
    load_marker_map,
    marker_sets,
    pelvis_lacks,
)
from psoas.recording.reader import read
from psoas.recording.recording import Coordinates, Event, Forces, Markers, Plate, Recording
from psoas.recording.up import Up
from psoas.recording.write import write_forces, write_mot, write_sto, write_trc

__all__ = [
    "CLUSTER",
    "Coordinates",
    "Event",
    "Forces",
    "Landmark",
    "MarkerSet",
    "Markers",
    "Plate",
    "Recording",
    "Up",
    "check_markers_known",
    "identify",
    "in_radians",
    "knee_sign",
    "landmarks",
    "load_marker_map",
    "marker_sets",
    "pelvis_lacks",
    "read",
    "write_forces",
    "write_mot",
    "write_sto",
    "write_trc",
]
