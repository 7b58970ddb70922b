"""Whatever bytes come: a recording or an InputError, and nothing else (warnings count as errors)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psoas.core.errors import InputError
from psoas.recording import check_markers_known, knee_sign, load_marker_map, read, to_radians
from tests.recording_worlds import put, standing, storage_text, trc_text, write_c3d

# Few each time: scripts/fuzz_files.py reads damaged files by the thousand.
FUZZ = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
CELLS = st.sampled_from([
    "", "nan", "inf", "-1e308", "1e-320", "1_0", "0", "\t", "\n", "\n\n", "\r", "time", "endheader\n", "nRows=",
    "datarows 9", "\xb2", "\u0663", "=", "*", ":", "mm", "-5", "9" * 30, "0x10", " ", "\x0b", "\x85",
])  # fmt: skip
FORCE = ["time", *(f"ground_force_{k}" for k in ("vx", "vy", "vz", "px", "py", "pz")), "hip_flexion_r"]


def small(kind: str, folder: Path) -> bytes:
    """A small legal file of the kind."""
    if kind == "trc":
        return trc_text(standing(3) * 1000).encode()
    if kind == "mot":
        return storage_text(["time", "pelvis_tx", "knee_angle_r"], [[0.0, 0.1, 20.5], [0.1, 0.2, 21.5]]).encode()
    if kind == "sto":
        old = ["name t", "datacolumns 8", "datarows 2", "range 0 1", "endheader"]
        return storage_text(
            FORCE, [[0.0, 1, 700, 3, 0.4, 0, 0.6, 0], [0.1, 1, 700, 3, 0.4, 0, 0.6, 0]], header=old
        ).encode()
    return write_c3d(folder / "small.c3d", frames=2).read_bytes()


@st.composite
def mutations(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """One to six changes: bytes flipped, pieces cut out, doubled, put in, or the end cut off."""
    steps = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["flip", "cut", "twice", "insert", "word", "end", "header"]),
                st.floats(0, 1, exclude_max=True),
                st.integers(0, 255),
                CELLS,
            ),
            min_size=1,
            max_size=6,
        )
    )

    def change(data: bytes) -> bytes:
        for what, share, number, cell in steps:
            at = int(share * len(data))
            if what == "header":
                at = int(share * min(len(data), 1100))
            if what in ("flip", "header"):
                data = data[:at] + bytes([number]) + data[at + 1 :]
            elif what == "cut":
                data = data[:at] + data[at + number :]
            elif what == "twice":
                data = data[:at] + data[at : at + number] + data[at:]
            elif what == "insert":
                data = data[:at] + bytes([number]) * (number % 7) + data[at:]
            elif what == "word":
                data = data[:at] + cell.encode() + data[at + number % 9 :]
            else:
                data = data[:at]
        return data

    return change


def read_or_refuse(path: Path) -> None:
    """Read, and use what was read as a later stage would."""
    try:
        recording = read(path)
    except InputError as error:
        assert error.faults and all(path.name in fault and "\n" not in fault for fault in error.faults)
        return
    assert np.isfinite(recording.time).all() and (np.diff(recording.time) > 0).all()
    assert np.isfinite([recording.rate_hz, recording.duration_s]).all()
    assert (recording.markers, recording.coordinates, recording.forces) != (None, None, None)
    if recording.coordinates is not None:
        assert recording.coordinates.values.shape == (len(recording.time), len(recording.coordinates.names))
        assert to_radians(recording.coordinates).shape == recording.coordinates.values.shape
        assert knee_sign(recording.coordinates) in (1, -1)
    if recording.markers is not None:
        assert not np.isinf(recording.markers.positions).any()
        try:
            check_markers_known(recording)
        except InputError as error:
            assert error.faults
    if recording.forces is not None:
        for plate in recording.forces.plates:
            assert plate.force.shape == plate.point.shape == plate.torque.shape == (len(recording.forces.time), 3)


@pytest.mark.parametrize("kind", ["trc", "mot", "sto", "c3d"])
def test_the_small_files_are_legal(tmp_path: Path, kind: str) -> None:
    assert len(read(put(tmp_path, f"a.{kind}", small(kind, tmp_path))).time) > 1


@pytest.mark.parametrize("kind", ["trc", "mot", "sto", "c3d"])
@FUZZ
@given(change=mutations())
def test_mutated_files(tmp_path: Path, kind: str, change: Callable[[bytes], bytes]) -> None:
    source = tmp_path / "legal"
    if not source.exists():
        source.write_bytes(small(kind, tmp_path))
    read_or_refuse(put(tmp_path, f"a.{kind}", change(source.read_bytes())))


@pytest.mark.parametrize("kind", ["trc", "mot", "sto", "c3d"])
@FUZZ
@given(data=st.one_of(st.binary(max_size=2000), st.text(max_size=500).map(str.encode)))
def test_random_content(tmp_path: Path, kind: str, data: bytes) -> None:
    starts = {"trc": b"PathFileType\t4\n", "mot": b"a\nendheader\n", "sto": b"", "c3d": b"\x02\x50"}
    for start in (b"", starts[kind]):
        read_or_refuse(put(tmp_path, f"a.{kind}", start + data))


@FUZZ
@given(change=mutations())
def test_mutated_marker_maps(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    legal = b'[markers]\nRASI = "asis_r"\n"L KNEE" = "knee_lateral_l"\nT1 = "cluster:thigh_r"\n'
    try:
        assert load_marker_map(put(tmp_path, "map.toml", change(legal)))
    except InputError as error:
        assert error.faults
