"""Every encoding of C3D: what our own encoder wrote comes back, and as ezc3d reads it where ezc3d can."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import ezc3d
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.recording import Recording, read
from psoas.recording.c3d_file import parse
from psoas.recording.recording_validation import Faults
from tests.c3d_encoder import C3DWorld, Value, encode_c3d
from tests.recording_worlds import NAMES, put, standing, z_up

HARMLESS = (
    "locked", "groups last", "small letters", "one block", "no frames", "no data start", "no analog rate", "zero end",
    "unpadded",
)  # fmt: skip
"""What writers do and no reader minds: nothing is to be repaired."""
MENDED = (
    "sign",
    "no rate",
    "moved",
    "zeros",
    "processor",
    "points by header",
    "frames by header",
    "points by parameter",
)
"""What is wrong in the file, with one reading that is right: each gives one repair."""
MANY = 67
"""Frames: enough that a wrong count of points does not fit into the padding of the last block."""


def world(frames: int = MANY) -> C3DWorld:
    """The standing figure in a Z-up lab in millimetres; the second marker is not seen in the third frame."""
    points = z_up(standing(frames)) * 1000
    points[2, 1] = np.nan
    return C3DWorld(points, NAMES)


def check(recording: Recording, written: C3DWorld) -> None:
    """The recording is what was written, in metres with Y up."""
    assert recording.markers is not None and recording.markers.names == NAMES
    expected = standing(len(written.points))
    expected[2, 1] = np.nan
    step = 1e-6 if written.real else 0.51e-3 * written.scale
    np.testing.assert_allclose(recording.markers.positions, expected, atol=step, equal_nan=True)
    np.testing.assert_allclose(recording.time, (written.first - 1 + np.arange(len(written.points))) / written.rate)


@pytest.mark.parametrize("processor", ["intel", "dec", "mips"])
@pytest.mark.parametrize("real", [True, False])
@pytest.mark.parametrize("fault", ["", *HARMLESS, *MENDED, "scale", "no start at all"])
def test_every_encoding_with_every_fault(tmp_path: Path, processor: str, real: bool, fault: str) -> None:
    written = replace(world(), processor=processor, real=real, faults=frozenset([fault]))
    recording = read(put(tmp_path, "a.c3d", encode_c3d(written)))
    check(recording, written)
    assert len(recording.repairs) == (fault in MENDED), [render(one) for one in recording.repairs]


def test_mips_sample_of_the_standard_ends_in_a_wild_offset(tmp_path: Path) -> None:
    written = replace(world(), processor="mips", real=False, faults=frozenset(["wild end"]))
    recording = read(put(tmp_path, "a.c3d", encode_c3d(written)))
    check(recording, written)
    assert recording.repairs == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    processor=st.sampled_from(["intel", "dec", "mips"]),
    real=st.booleans(),
    frames=st.integers(20, 90),
    first=st.integers(1, 400),
    samples=st.integers(0, 4),
    channels=st.integers(1, 7),
    faults=st.frozensets(st.sampled_from([*HARMLESS, "no rate", "moved", "zeros", "processor"]), max_size=4),
)
def test_any_mixture(
    tmp_path: Path,
    processor: str,
    real: bool,
    frames: int,
    first: int,
    samples: int,
    channels: int,
    faults: frozenset[str],
) -> None:
    analogs = np.arange(frames * samples * channels, dtype=float).reshape(frames, samples, channels) % 900
    written = replace(world(frames), processor=processor, real=real, first=first, analogs=analogs, faults=faults)
    data = encode_c3d(written)
    check(read(put(tmp_path, "a.c3d", data)), written)


@pytest.mark.parametrize("processor", ["intel", "dec"])
@pytest.mark.parametrize("real", [True, False])
def test_ezc3d_reads_the_same(tmp_path: Path, processor: str, real: bool) -> None:
    analogs = np.arange(MANY * 4 * 6, dtype=float).reshape(MANY, 4, 6) % 700 - 300
    extra: dict[str, Value] = {
        "ANALOG:SCALE": np.linspace(0.5, 1, 6),
        "ANALOG:OFFSET": np.arange(6),
        "ANALOG:UNITS": ["N"] * 6,
    }
    written = replace(world(), processor=processor, real=real, analogs=analogs, parameters=extra)
    path = put(tmp_path, "a.c3d", encode_c3d(written))
    other = ezc3d.c3d(str(path))
    check(read(path), written)
    theirs = other["data"]["points"][:3].transpose(2, 1, 0)
    ours = read(path, up="y").markers
    assert ours is not None
    np.testing.assert_allclose(ours.positions, theirs / 1000, atol=1e-6, equal_nan=True)
    channels = parse(path.read_bytes(), Faults(path)).analogs(range(6))
    np.testing.assert_allclose(channels, other["data"]["analogs"][0].T, atol=1e-4)


def test_integers_are_unsigned_only_where_the_file_has_integers(tmp_path: Path) -> None:
    """FORMAT "UNSIGNED" in a file of reals must not add 65536 to every negative value."""
    analogs = np.full((MANY, 2, 1), -100.0)
    for real, expected in ((True, -100.0), (False, 65436.0)):
        written = replace(world(), real=real, analogs=analogs, parameters={"ANALOG:FORMAT": "UNSIGNED"})
        file = parse(encode_c3d(written), Faults(tmp_path / "a.c3d"))
        np.testing.assert_array_equal(file.analogs([0]), np.full((2 * MANY, 1), expected))


def test_more_markers_and_frames_than_sixteen_bits_or_one_parameter_hold(tmp_path: Path) -> None:
    names = [*NAMES, *(f"extra{i}" for i in range(300))]
    points = np.concatenate([z_up(standing(4)) * 1000, np.ones((4, 300, 3)) * 500], axis=1)
    recording = read(put(tmp_path, "a.c3d", encode_c3d(C3DWorld(points, names))))
    assert recording.markers is not None and recording.markers.names == tuple(names)
    long = replace(world(70_000), parameters={"TRIAL:ACTUAL_START_FIELD": np.array([1, 0])})
    recording = read(put(tmp_path, "b.c3d", encode_c3d(long)))
    assert len(recording.time) == 70_000 and recording.repairs == ()


@pytest.mark.parametrize("cut", [0, 10])
def test_whole_frames_are_used_and_a_frame_cut_short_is_refused(tmp_path: Path, cut: int) -> None:
    data = encode_c3d(replace(world(), faults=frozenset(["unpadded"])))
    frame = 4 * 4 * len(NAMES)
    path = put(tmp_path, "a.c3d", data[: len(data) - 7 * frame - cut])
    if cut:
        with pytest.raises(InputError, match="says 67 frames and the file holds 59"):
            read(path)
    else:
        recording = read(path)
        assert len(recording.time) == 60
        assert "says 67 frames and the file holds 60: all 60 are used" in render(recording.repairs[0])


@pytest.mark.parametrize("padded", [True, False])
def test_frames_that_only_the_header_counts_too_low_are_all_used(tmp_path: Path, padded: bool) -> None:
    """The header says 64 and the file holds 67; with ten times as many points that is more than a block of padding."""
    names = [*NAMES, *(f"extra{i}" for i in range(90))]
    points = np.concatenate([z_up(standing(MANY)) * 1000, np.full((MANY, 90, 3), 500.0)], axis=1)
    faults = {"no frames", "frames by header", *([] if padded else ["unpadded"])}
    recording = read(put(tmp_path, "a.c3d", encode_c3d(C3DWorld(points, names, faults=frozenset(faults)))))
    assert len(recording.time) == MANY
    assert "says 64 frames and the file holds 67: all 67 are used" in render(recording.repairs[0])


def test_frames_beyond_sixteen_bits_that_no_parameter_counts(tmp_path: Path) -> None:
    """LONG_FRAMES is missing: the count stands still at 65535, but the file goes on."""
    data = encode_c3d(replace(world(66_000), faults=frozenset(["no frames"])))
    recording = read(put(tmp_path, "a.c3d", data.replace(b"LONG_FRAMES", b"LONG_FRAMEX")))
    assert len(recording.time) == 66_000


@pytest.mark.parametrize(
    ("header", "said", "analog", "used"),
    [(50.0, 100.0, 400.0, 100.0), (100.0, 50.0, 400.0, 100.0), (50.0, 100.0, 0.0, 100.0), (99.95, 100.0, 400.0, 100.0)],
)
def test_rates_that_disagree(tmp_path: Path, header: float, said: float, analog: float, used: float) -> None:
    rates: dict[str, Value] = {"POINT:RATE": said, "ANALOG:RATE": analog}
    written = replace(world(), header_rate=header, analogs=np.ones((MANY, 4, 2)), parameters=rates)
    recording = read(put(tmp_path, "a.c3d", encode_c3d(written)))
    assert recording.rate_hz == pytest.approx(used)
    assert len(recording.repairs) == (abs(header - said) > 1)


def test_two_readings_that_fit_are_refused(tmp_path: Path) -> None:
    """Two frames: with nine points or ten they fit into the last block, and no label decides."""
    written = replace(world(3), faults=frozenset(["points by header"]), parameters={"POINT:LABELS": [*NAMES[:8]]})
    with pytest.raises(InputError, match="more than one reading fits"):
        read(put(tmp_path, "a.c3d", encode_c3d(written)))


def test_sizes_claimed_are_checked_before_anything_is_allocated(tmp_path: Path) -> None:
    huge = C3DWorld(np.zeros((1, 1, 3)), ["a"], parameters={"POINT:FRAMES": 65535})
    data = bytearray(encode_c3d(huge))
    data[2:10] = b"\xff\xff\xff\xff\x01\x00\xff\xff"
    with pytest.raises(InputError):
        read(put(tmp_path, "a.c3d", bytes(data)))
