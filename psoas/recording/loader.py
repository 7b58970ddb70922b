"""One door for every format: the content decides, the suffix only where the content is silent."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from psoas.core.message import message
from psoas.recording.c3d_reader import read_c3d
from psoas.recording.file_bytes import read_bytes
from psoas.recording.recording import Recording
from psoas.recording.recording_validation import Faults
from psoas.recording.storage_reader import read_storage
from psoas.recording.trc_reader import read_trc
from psoas.recording.vertical_axis import Up, turn_y_up

KNOWN_SUFFIXES = (".trc", ".c3d", ".mot", ".sto")
HEAD = 100_000
"""Bytes from the start of a file that tell its format."""


def read(path: Path | str, *, up: Up = "auto", marker_map: Mapping[str, str] | None = None) -> Recording:
    """Read a recording from ``.trc``, ``.c3d``, ``.mot`` or ``.sto`` and check it.

    Args:
        path: The file; its content decides the format, its suffix only where the content does not tell.
        up: The axis of the file that points up; "auto" finds it.
        marker_map: Marker -> landmark (see ``load_marker_map``), for marker names of no known set. It helps to find the
            vertical axis and to check the size of the person.

    Returns:
        The recording in metres, newtons and seconds, Y up.

    Raises:
        InputError: The file cannot be used; carries every fault, and no other exception is raised.
    """
    path = Path(path)
    kind = _format(path)
    readers = {"c3d": read_c3d, "trc": read_trc, "storage": read_storage}
    recording = readers[kind](path, marker_map=marker_map)
    return turn_y_up(recording, up=up, marker_map=marker_map)


def _format(path: Path) -> str:
    data = read_bytes(path, HEAD)
    suffix = path.suffix.lower()
    head = data[:4096].lstrip(b' "\t\r\n').lower()
    if head.startswith(b"pathfiletype"):
        return "trc"
    if len(data) > 1 and data[1] == 0x50 and b"\0" in data[:512]:
        return "c3d"
    if b"endheader" in data.lower():
        return "storage"
    if suffix not in KNOWN_SUFFIXES:
        Faults(path).stop(message("recording.unknown_kind", known=", ".join(KNOWN_SUFFIXES)))
    return suffix[1:] if suffix in (".trc", ".c3d") else "storage"
