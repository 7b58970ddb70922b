"""From a path to bytes or lines of text: what is no regular file, no recording or no text ends here, with one line."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from psoas.core.message import Message, message
from psoas.recording.recording_validation import Faults

MOST_BYTES = 2**31
"""A larger file is refused: reading it would take the memory of the whole machine (assumed)."""
_PACKED = {b"\x1f\x8b": "gzip", b"7z\xbc\xaf": "7z", b"Rar!": "rar", b"BZh": "bzip2", b"\xfd7zXZ": "xz"}
_ZIP, _SHEET = b"PK\x03\x04", (b"[Content_Types].xml", b"xl/")
_FOREIGN = {
    b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"%PDF": "PDF", b"MATLAB 5.0": "MATLAB",
    b"\x89HDF": "HDF5", b"\xd0\xcf\x11\xe0": "Excel (xls)", b"PAR1": "Parquet", b"version https://git-lfs": "Git LFS",
}  # fmt: skip
"""How files begin that people take for recordings (the formats' own signatures)."""
_EXPORTS = {
    "nexus": re.compile(rb"(trajectories|devices|model outputs|joints|segments)[,;\s]*\n[\d.]+[,;\s]*\n", re.I),
    "qualisys": re.compile(rb"no_of_frames\s+\d+\s", re.I),
    "motive": re.compile(rb"format version,", re.I),
    "bvh": re.compile(rb"hierarchy\s+root\s", re.I),
}
"""How tables and skeletons begin that are exported by programs which export .trc or .c3d too."""
UTF16, BOM = (b"\xff\xfe", b"\xfe\xff"), b"\xef\xbb\xbf"
"""Marks of UTF-16 and UTF-8 at the beginning of a file."""
HEAD = 4096
"""So many bytes tell what a file is."""
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")
_QUOTED = re.compile(r"""(?:^|(?<=[\t,;]))[ ]*"([^"\t,;]*)"[ ]*(?=[\t,;]|$)""")
"""A cell in quotes, as spreadsheets write it; one that holds a sign which may separate cells stays as it is."""


def read_bytes(path: Path, most: int = -1) -> bytes:
    """Read a file.

    Args:
        path: The file.
        most: Read only so many bytes from its start, as UTF-8 where they are UTF-16; the whole file when negative.

    Returns:
        The bytes; at least one byte of a whole file is not a blank.

    Raises:
        InputError: It is missing, no regular file, unreadable, empty, too large, or of a kind that is no recording.
    """
    faults = Faults(path)
    try:
        if path.is_dir():
            faults.stop(message("recording.is_folder"))
        if path.is_symlink() and not path.exists():
            faults.stop(message("recording.link_to_nothing"))
        if not path.exists():
            faults.stop(_missing_file(path))
        if not path.is_file():  # a pipe or a device may never end
            faults.stop(message("recording.no_regular_file"))
        if path.stat().st_size > MOST_BYTES:
            faults.stop(message("recording.too_large", gigabytes=MOST_BYTES // 2**30))
        with path.open("rb") as file:
            data = file.read(most)
    except (OSError, ValueError) as error:
        faults.stop(message("recording.unreadable", reason=str(error)))
    if not data or (data.isspace() and len(data) != most):
        faults.stop(message("recording.empty"))
    if fault := _foreign(data):
        faults.stop(fault)
    utf16 = data.startswith(UTF16) and most >= 0
    return data.decode("utf-16", "replace").encode() if utf16 else data.removeprefix(BOM)


def _foreign(data: bytes) -> Message | None:
    """The fault of a file that its first bytes tell to be something else."""
    if data.startswith(_ZIP):
        sheet = any(name in data[:4096] for name in _SHEET)
        return message("recording.workbook") if sheet else message("recording.packed", kind="zip")
    for kinds, code in ((_PACKED, "recording.packed"), (_FOREIGN, "recording.foreign")):
        for start, kind in kinds.items():
            if data.startswith(start):
                return message(code, kind=kind)
    text = data[:HEAD].removeprefix(BOM).lstrip()
    export = next((kind for kind, start in _EXPORTS.items() if start.match(text)), None)
    return message("recording.other_export", kind=export) if export else None


def _missing_file(path: Path) -> Message:
    """The fault of a file that does not exist, with a file of the same stem that does."""
    try:
        others = sorted(other.name for other in path.parent.iterdir() if other.stem == path.stem)
    except OSError:
        return message("recording.no_folder", folder=repr(os.fspath(path.parent)))
    return message("recording.no_file_near", other=others[0]) if others else message("recording.no_file")


def read_lines(path: Path) -> list[str]:
    """Read the lines of a text file.

    Args:
        path: The file, UTF-8 except in its first line, or UTF-16 with its mark; cells may stand in quotes.

    Returns:
        Lines without line ends and without quotes around cells; the last is empty when a line end closes the file.

    Raises:
        InputError: As ``read_bytes``, or it is not UTF-8 text.
    """
    read_bytes(path, HEAD)
    faults, fault = Faults(path), None
    lines: list[str] = []
    for number, raw in enumerate(_raw_lines(path), start=1):
        if _CONTROL.search(raw):
            faults.stop(message("recording.binary"))
        try:
            lines.append(raw.decode("utf-8"))
        except UnicodeDecodeError as error:
            lines.append(raw.decode("latin-1"))  # line 1 only names a file, often with a folder in local letters
            if number > 1 and fault is None:
                fault = number, message("recording.not_utf8", byte=error.start + 1)
        if '"' in lines[-1]:
            lines[-1] = _QUOTED.sub(r"\1", lines[-1])
    if not any(line.strip() for line in lines):
        faults.stop(message("recording.empty"))
    if fault:
        faults.stop(fault[1], line=fault[0])
    return lines


def _raw_lines(path: Path) -> Iterator[bytes]:
    """Lines of a file one after another without line ends (LF, CR LF or CR) and without a mark of the encoding."""
    whole = b"\n"
    try:
        for i, whole in enumerate(_in_utf8(path)):
            yield from (whole if i else whole.removeprefix(BOM)).splitlines()
    except OSError as error:
        Faults(path).stop(message("recording.unreadable", reason=str(error)))
    except UnicodeError:
        Faults(path).stop(message("recording.binary"))
    if whole.endswith((b"\n", b"\r")):
        yield b""


def _in_utf8(path: Path) -> Iterator[bytes]:
    """Lines of a file as they are, or in UTF-8 where its mark says UTF-16."""
    with path.open("rb") as file:
        if file.read(2) not in UTF16:
            file.seek(0)
            yield from file
            return
    with path.open(encoding="utf-16", newline="") as text:
        yield from (line.encode("utf-8") for line in text)
