"""Markers from .trc text: units, gaps, dialects, and the real trials."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.recording import check_markers_known, read
from tests.recording_worlds import NAMES, put, standing, trc_text


@pytest.mark.parametrize(("units", "per_metre"), [("mm", 1000.0), ("cm", 100.0), ("m", 1.0), ("Millimeters", 1000.0)])
def test_units_of_the_header_become_metres(tmp_path: Path, units: str, per_metre: float) -> None:
    recording = read(put(tmp_path, "a.trc", trc_text(standing() * per_metre, units=units)))
    assert recording.kind == "trc"
    assert recording.markers is not None
    assert recording.markers.names == NAMES
    np.testing.assert_allclose(recording.markers.positions, standing(), atol=1e-12)
    np.testing.assert_allclose(recording.time, [0, 0.01, 0.02, 0.03])


def test_blank_nan_and_zero_triplets_are_not_seen(tmp_path: Path) -> None:
    mm = standing() * 1000
    mm[1, 2] = np.nan  # blank cells
    mm[2, 3] = 0.0
    mm[3, 4, 0] = 12345.0
    text = trc_text(mm).replace("12345.0", "NaN")
    recording = read(put(tmp_path, "a.trc", text))
    assert recording.markers is not None
    unseen = np.isnan(recording.markers.positions).all(axis=2)
    assert set(zip(*(index.tolist() for index in np.nonzero(unseen)), strict=True)) == {(1, 2), (2, 3), (3, 4)}
    assert any("exactly 0, 0, 0" in render(note) and "R.Knee.Lat" in render(note) for note in recording.notes)
    assert any("lack one or two" in render(note) for note in recording.notes)


def test_windows_line_ends_and_endless_tabs(tmp_path: Path) -> None:
    text = trc_text(standing() * 1000)
    wide = "\r\n".join(line + "\t" * 500 for line in text.splitlines()) + "\r\n"
    plain, padded = read(put(tmp_path, "a.trc", text)), read(put(tmp_path, "b.trc", wide))
    assert plain.markers is not None and padded.markers is not None
    np.testing.assert_array_equal(plain.markers.positions, padded.markers.positions)


def test_a_row_whose_last_markers_are_missing_is_a_gap(tmp_path: Path) -> None:
    lines = trc_text(standing() * 1000).splitlines()
    lines[7] = "\t".join(lines[7].split("\t")[:-6])
    recording = read(put(tmp_path, "a.trc", "\n".join(lines) + "\n"))
    assert recording.markers is not None
    assert np.isnan(recording.markers.positions[1, -2:]).all()
    assert np.isfinite(recording.markers.positions[1, :-2]).all()


def test_vicon_header_with_subject_unlabelled_and_odd_folder(tmp_path: Path) -> None:
    names = [*(f"Anna:{name}" for name in NAMES), "*17"]
    mm = np.concatenate([standing(), standing()[:, :1]], axis=1) * 1000
    text = trc_text(mm, names=names).replace("tiny.trc", "C:\\Dr. M\xfcller\\tiny.trc", 1)
    lines = text.splitlines()
    lines[1] += "\tCreator\t\t"
    recording = read(put(tmp_path, "a.trc", ("\n".join(lines) + "\n").encode("latin-1")))
    assert recording.markers is not None
    assert recording.markers.names == tuple(names[:-1])
    assert check_markers_known(recording).key == "gait2392"
    assert any("unlabelled" in render(note) for note in recording.notes)


def test_a_single_frame_is_a_recording(tmp_path: Path) -> None:
    recording = read(put(tmp_path, "a.trc", trc_text(standing(1) * 1000)))
    assert recording.markers is not None
    assert recording.markers.positions.shape == (1, 9, 3)


def test_a_rate_that_disagrees_with_the_time_is_put_right(tmp_path: Path) -> None:
    recording = read(put(tmp_path, "a.trc", trc_text(standing() * 1000, rate="50")))
    assert any("50 frames a second and the time column 100" in render(note) for note in recording.repairs)


def test_arrays_are_read_only(tmp_path: Path) -> None:
    recording = read(put(tmp_path, "a.trc", trc_text(standing() * 1000)))
    assert recording.markers is not None
    with pytest.raises(ValueError, match="read-only"):
        recording.markers.positions[0, 0, 0] = 1.0


def test_a_cell_that_is_no_number_is_named_by_line_and_column(tmp_path: Path) -> None:
    lines = trc_text(standing() * 1000).splitlines()
    cells = lines[7].split("\t")
    cells[3] = "1,02"
    lines[7] = "\t".join(cells)
    with pytest.raises(InputError, match=r"a\.trc line 8, column 4: '1,02' is not a number; write the decimal point"):
        read(put(tmp_path, "a.trc", "\n".join(lines) + "\n"))


def test_real_walk(shared: Path) -> None:
    recording = read(shared / "walking_gait2392" / "subject01_walk1.trc")
    assert recording.markers is not None
    assert recording.markers.positions.shape == (151, 41, 3)
    assert recording.markers.names[:3] == ("R.ASIS", "L.ASIS", "V.Sacral")
    np.testing.assert_allclose(recording.markers.positions[0, 0], [0.61724762, 1.05527502, 0.17078198], atol=1e-12)
    assert recording.time[-1] == 2.5
    assert recording.notes == ()
    match = check_markers_known(recording)
    assert match.key == "gait2392"
    assert len(match.mapping) == 41
    assert match.mapping["R.ASIS"] == "asis_r"
    assert match.mapping["L.Thigh.Rear"] == "cluster:thigh_l"


def test_real_run_with_a_marker_that_was_never_seen(shared: Path) -> None:
    recording = read(shared / "running_hamner" / "subject02_running.trc")
    assert recording.markers is not None
    assert recording.markers.positions.shape == (600, 41, 3)
    gone = recording.markers.names.index("L.Bicep")
    assert np.isnan(recording.markers.positions[:, gone]).all()
    assert np.isfinite(np.delete(recording.markers.positions, gone, axis=1)).all()


@pytest.mark.parametrize("name", ["walking_gait2392/subject01_static.trc", "running_hamner/subject02_static.trc"])
def test_real_static_trials(shared: Path, name: str) -> None:
    recording = read(shared / name)
    assert recording.markers is not None
    assert recording.markers.positions.shape == (300, 49, 3)
    assert len(check_markers_known(recording).mapping) == 49
