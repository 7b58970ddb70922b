"""Files that a person hands in: how large they may be, what they must be, and where they may lie."""

from __future__ import annotations

import re
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from psoas.core.errors import InputError
from psoas.core.message import message

MB = 1_000_000
MOST_BYTES = 500 * MB
"""Ten minutes of 41 markers at 250 frames a second are some 360 MB of text."""
CHUNK = 256 * 1024
LONGEST_NAME, LONGEST_SUFFIX = 80, 8


@dataclass(frozen=True)
class UploadKind:
    """One kind of file.

    Args:
        name: What it is called, below ``measure.file_kind`` in the catalogue.
        suffixes: Endings of its names.
        most: The most bytes.
        starts: Bytes that it starts with, any of them at ``offset``; text files have none and must hold no zero byte
            at the start.
        offset: Where those stand.
    """

    name: str
    suffixes: tuple[str, ...]
    most: int
    starts: tuple[bytes, ...] = ()
    offset: int = 0


RECORDINGS = (
    UploadKind("c3d", (".c3d",), MOST_BYTES, (b"\x50",), 1),
    UploadKind("marker_text", (".trc",), MOST_BYTES),
    UploadKind("motion_text", (".mot", ".sto"), MOST_BYTES),
)
"""What the engine reads (C3D: the second byte is 80, in the C3D user guide's words the key of the format)."""


class UploadStream(Protocol):
    """What is read from: an upload of FastAPI is one."""

    filename: str | None

    async def read(self, size: int = -1) -> bytes:
        """At most ``size`` bytes, b"" at the end."""
        ...


async def store_upload(upload: UploadStream, folder: Path, kinds: tuple[UploadKind, ...] = RECORDINGS) -> Path:
    """Write an upload into ``folder`` under a safe name and return its path; the folder is made when missing.

    Raises ``InputError`` when it is of no known kind, too large or empty, and leaves nothing behind. Never unpacks
    anything: an archive is of no known kind.
    """
    name = safe_name(upload.filename or "")
    kind = kind_of(name, kinds)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{secrets.token_hex(4)}_{name}"
    try:
        await _write(upload, path, kind, name)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def safe_name(given: str) -> str:
    """The last part of a name with plain letters only: no folders, no hidden files, no tricks of an alphabet."""
    last = PurePosixPath(given.replace("\\", "/")).name
    stem, dot, suffix = last.rpartition(".")
    stem, suffix = _plain(stem or suffix), _plain(suffix if stem else "")
    return (stem or "file")[:LONGEST_NAME] + (dot and suffix and f".{suffix[:LONGEST_SUFFIX].lower()}")


def _plain(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "_", text).strip("._")


def kind_of(name: str, kinds: tuple[UploadKind, ...]) -> UploadKind:
    """The kind that a name's ending says; ``InputError`` lists the endings that would work."""
    for kind in kinds:
        if name.endswith(kind.suffixes):
            return kind
    endings = ", ".join(suffix for kind in kinds for suffix in kind.suffixes)
    raise InputError(message("measure.file_fault.suffix", file=name, expected=endings))


async def _write(upload: UploadStream, path: Path, kind: UploadKind, name: str) -> None:
    size = 0
    with path.open("xb") as file:
        async for chunk in _chunks(upload):
            if size == 0 and not _looks_like(kind, chunk):
                raise InputError(
                    message("measure.file_fault.start", file=name, kind=message(f"measure.file_kind.{kind.name}"))
                )
            size += len(chunk)
            if size > kind.most:
                raise InputError(message("measure.file_fault.large", file=name, most=kind.most // MB))
            file.write(chunk)
    if size == 0:
        raise InputError(message("measure.file_fault.empty", file=name))


def _looks_like(kind: UploadKind, first: bytes) -> bool:
    if not kind.starts:
        return b"\0" not in first[:4096]
    return any(first[kind.offset :].startswith(start) for start in kind.starts)


async def _chunks(upload: UploadStream) -> AsyncIterator[bytes]:
    while chunk := await upload.read(CHUNK):
        yield chunk
