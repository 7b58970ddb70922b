"""What lies at a path: links, pipes and files of other kinds are told in one line, text of spreadsheets is read."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.catalogue import visible
from psoas.core.errors import InputError
from psoas.recording import read
from psoas.recording.file_bytes import MOST_BYTES, read_lines
from tests.recording_worlds import put, standing, storage_text, trc_text

TEXT = trc_text(standing(6) * 1000)
COORDINATES = storage_text(["time", "pelvis_tx", "knee_angle_r"], [[0.0, 0.1, 20.5], [0.1, 0.2, 21.5]])


def fault(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read(path)
    (one,) = caught.value.faults
    assert "\n" not in one and one.startswith(visible(path.name))
    return one


def zipped(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, TEXT)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [(gzip.compress(TEXT.encode()), "gzip"), (zipped("walk.trc"), "zip"), (zipped("xl/workbook.xml"), "Excel workbook"),
     (b"\x89PNG\r\n\x1a\n" + bytes(600), "PNG"), (b"\xff\xd8\xff\xe0" + bytes(600), "JPEG"), (b"%PDF-1.7\n", "PDF"),
     (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "Git LFS"),
     (b"Trajectories\r\n100\r\n,,Anna:LASI,,\r\nFrame,Sub Frame,X,Y,Z\r\n,,mm,mm,mm\r\n1,0,1,2,3\r\n", "Vicon Nexus"),
     (b"NO_OF_FRAMES\t2\nNO_OF_CAMERAS\t9\nMARKER_NAMES\tLASI\n1\t2\t3\n", "Qualisys Track Manager"),
     (b"Format Version,1.23,Take Name,walk,Length Units,Meters\n\n,,Marker\n", "OptiTrack Motive"),
     (b"HIERARCHY\nROOT Hips\n{\n", "BVH")],
    ids=["gzip", "zip", "xlsx", "png", "jpeg", "pdf", "lfs", "nexus", "qualisys", "motive", "bvh"],
)  # fmt: skip
@pytest.mark.parametrize("suffix", ["trc", "c3d", "mot", "gz"])
def test_a_file_of_another_kind_is_named(tmp_path: Path, suffix: str, data: bytes, words: str) -> None:
    assert words in fault(put(tmp_path, f"a.{suffix}", data))


def test_pipes_devices_and_links_to_nothing_end_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.trc")
    (tmp_path / "device.trc").symlink_to("/dev/zero")
    (tmp_path / "a.trc").symlink_to(tmp_path / "b.trc")
    (tmp_path / "b.trc").symlink_to(tmp_path / "a.trc")
    (tmp_path / "gone.trc").symlink_to(tmp_path / "nowhere.trc")
    for name in ("pipe.trc", "device.trc"):
        assert "pipe or a device" in fault(tmp_path / name)
    for name in ("a.trc", "gone.trc"):
        assert "link" in fault(tmp_path / name) and "mean" not in fault(tmp_path / name)


def test_a_file_larger_than_memory_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.c3d").open("wb") as file:
        file.truncate(MOST_BYTES + 1)  # holds no bytes on the disk
    assert "2 GB" in fault(tmp_path / "a.c3d")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
@pytest.mark.parametrize("text", [TEXT, COORDINATES], ids=["trc", "mot"])
def test_unicode_text_of_a_spreadsheet_is_read(tmp_path: Path, text: str, encoding: str) -> None:
    suffix = "trc" if text is TEXT else "mot"
    plain, other = (
        read(put(tmp_path, f"{name}.{suffix}", data))
        for name, data in (("plain", text.encode()), ("other", text.replace("\n", "\r\n").encode(encoding)))
    )
    np.testing.assert_array_equal(plain.time, other.time)
    assert plain.repairs == other.repairs
    if plain.markers is not None and other.markers is not None:
        np.testing.assert_array_equal(plain.markers.positions, other.markers.positions)


@pytest.mark.parametrize("sign", ["\t", ";", ","])
def test_cells_in_quotes_and_lines_filled_up_are_read(tmp_path: Path, sign: str) -> None:
    quoted = "\n".join(sign.join(f'"{cell}"' for cell in line.split("\t")) for line in TEXT.split("\n"))
    found, plain = read(put(tmp_path, "q.trc", quoted)).markers, read(put(tmp_path, "p.trc", TEXT)).markers
    assert found is not None and plain is not None and found.names == plain.names
    np.testing.assert_array_equal(found.positions, plain.positions)
    filled = [line + sign * (i < 6) * 3 for i, line in enumerate(COORDINATES.replace("\t", sign).split("\n"))]
    recording = read(put(tmp_path, "f.mot", "\n".join(filled)))
    assert recording.coordinates is not None and recording.coordinates.values[0, 1] == 20.5
    assert recording.repairs == ()


def test_a_quoted_cell_that_may_be_two_stays(tmp_path: Path) -> None:
    assert read_lines(put(tmp_path, "a.txt", '"0,5"\t"a"\t6" tube\t"'))[0] == '"0,5"\ta\t6" tube\t"'


@given(lines=st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters='"')), max_size=4))
def test_utf_16_is_the_same_text(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    path = tmp_path_factory.getbasetemp() / "utf16.txt"
    path.write_bytes("\r\n".join(["a", *lines]).encode("utf-16"))
    assert read_lines(path) == ["a", *lines]


def test_a_name_of_a_file_stays_on_one_line(tmp_path: Path) -> None:
    assert fault(tmp_path / "a\nb\x1b[31m.trc").startswith("a\\nb\\x1b[31m.trc: no such file")
