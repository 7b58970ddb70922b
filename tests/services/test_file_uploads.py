"""Uploads: the kinds that are read, no larger than said, and nowhere but in their folder."""

from __future__ import annotations

import asyncio
import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.errors import InputError
from psoas.services.file_uploads import RECORDINGS, UploadKind, safe_name, store_upload

TRC = b"PathFileType\t4\t(X/Y/Z)\twalk.trc\n"
SMALL = (UploadKind("marker_text", (".trc",), 1000), UploadKind("c3d", (".c3d",), 1000, (b"\x50",), 1))


class Given:
    """An upload of ``data`` under ``filename`` that counts what was read of it."""

    def __init__(self, filename: str | None, data: bytes) -> None:
        self.filename, self._data, self.read_bytes = filename, io.BytesIO(data), 0

    async def read(self, size: int = -1) -> bytes:
        chunk = self._data.read(size)
        self.read_bytes += len(chunk)
        return chunk


def kept(folder: Path, name: str | None, data: bytes, kinds: tuple[UploadKind, ...] = SMALL) -> Path:
    return done(Given(name, data), folder, kinds)


def done(upload: Given, folder: Path, kinds: tuple[UploadKind, ...]) -> Path:
    """What ``keep`` gives, in a thread of its own: a browser of other tests may have a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(store_upload(upload, folder, kinds))).result()


def zipped(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b"\0" * 10_000_000)
    return made.getvalue()


def test_what_is_kept_is_what_was_given(tmp_path: Path) -> None:
    path = kept(tmp_path / "new", "Walk 1.TRC", TRC)
    assert path.read_bytes() == TRC
    assert path.name.endswith("_Walk_1.trc")
    assert path != kept(tmp_path / "new", "Walk 1.TRC", TRC)
    assert kept(tmp_path, "x.c3d", b"\x02\x50rest").suffix == ".c3d"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("walk.zip", zipped("walk.trc"), "Use .trc, .c3d"),
        ("walk.trc", zipped("walk.trc"), "does not start like"),
        ("walk.trc.exe", TRC, "Use .trc"),
        ("walk", TRC, "Use .trc"),
        (None, TRC, "Use .trc"),
        ("walk.c3d", TRC, "does not start like C3D"),
        ("walk.trc", b"", "empty"),
        ("walk.trc", TRC * 100, "larger than"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(tmp_path: Path, name: str | None, data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        kept(tmp_path, name, data)
    assert list(tmp_path.iterdir()) == []


def test_reading_stops_soon_after_the_limit(tmp_path: Path) -> None:
    upload = Given("walk.trc", b"x" * 5_000_000)
    with pytest.raises(InputError):
        done(upload, tmp_path, SMALL)
    assert upload.read_bytes < 600_000


def test_the_example_recordings_are_of_a_known_kind(tmp_path: Path, root: Path) -> None:
    for path in (root / "examples").glob("*.trc"):
        assert kept(tmp_path, path.name, path.read_bytes(), RECORDINGS).stat().st_size == path.stat().st_size


@given(st.text(max_size=200))
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert len(safe) <= 90
    assert not set(safe) - set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")
    assert not safe.startswith(".")
    assert (Path("folder") / safe).parent == Path("folder")


@pytest.mark.parametrize(
    ("given_name", "safe"),
    [
        ("../../etc/passwd.trc", "passwd.trc"),
        ("..\\..\\windows\\x.trc", "x.trc"),
        (".hidden.trc", "hidden.trc"),
        (".trc", "trc"),
        ("walk.", "walk"),
        ("a\0b.trc", "a_b.trc"),
        ("пётр.TRC", "file.trc"),
        ("", "file"),
    ],
)
def test_names_lose_their_tricks(given_name: str, safe: str) -> None:
    assert safe_name(given_name) == safe
