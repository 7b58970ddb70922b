"""From a file to a folder: the contract of summary.json, nothing half-written, and back from the folder again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

import psoas
from psoas import Analysis, InputError, Person
from psoas.analysis.analysis_io import (
    KINEMATICS,
    PAGE,
    SUMMARY,
    TABLE,
    StoredAnalysis,
    load_analysis,
    rewrite_pages,
    write_analysis,
)
from psoas.analysis.summary import summarise
from psoas.analysis.summary_model import QualityStatus
from psoas.core.catalogue import render
from psoas.core.sources import body_sources
from psoas.core.stages import Stage
from psoas.kinematics.from_coordinates import motion_from_coordinates
from psoas.recording import read
from tests.contracts import Summary
from tests.worlds import EXAMPLES, STATIC, WALK, cut, positions_of, with_positions

FRAMES = 60
LINES = 2 * (11 + 3)


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty frames of the bundled walk."""
    return cut(WALK, tmp_path_factory.mktemp("short") / "short.trc", slice(40, 40 + FRAMES))


@pytest.fixture(scope="module")
def analysed(short: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Analysis, Path]]:
    folder = tmp_path_factory.mktemp("analysed") / "deep" / "out"
    yield psoas.analyze(short, static=STATIC, person=Person.of(mass_kg=66.0), out=folder), folder


@pytest.fixture(scope="module")
def shaken(short: Path) -> Path:
    """The same with every marker shaken by centimetres: legal, and too poor to answer from."""
    positions = positions_of(short)
    noise = np.random.default_rng(3).normal(0, 0.08, positions.shape)
    return with_positions(short, positions + noise, short.with_name("shaken.trc"))


def test_the_folder_holds_what_was_promised(analysed: tuple[Analysis, Path]) -> None:
    _, folder = analysed
    assert {path.name for path in folder.iterdir()} >= {SUMMARY, KINEMATICS, TABLE, PAGE}
    assert [path.name for path in folder.parent.iterdir()] == [folder.name], "no draft is left beside it"


def test_the_summary_keeps_the_contract(analysed: tuple[Analysis, Path]) -> None:
    analysis, folder = analysed
    text = (folder / SUMMARY).read_text()
    found, summary = Summary.model_validate_json(text), json.loads(text)
    assert summary["schema"] == "psoas.summary/1"
    assert summary == summarise(analysis).to_json()
    assert (found.source.file, found.source.kind, found.source.frames) == ("short.trc", "trc", FRAMES)
    assert found.source.rate_hz == pytest.approx(100.0) and found.source.duration_s == pytest.approx(0.59)
    assert found.quality.status == "good" and found.quality.marker_rms_mm is not None
    assert found.quality.marker_rms_mm.mean < found.quality.marker_rms_mm.max < 5.0
    assert found.quality.frames_seen_percent == 100.0
    assert summary["person"]["assumed"] == ["height_m", "sex"] and summary["person"]["mass_kg"] == 66.0
    assert {"inverse_kinematics", "geometry"} <= set(found.timing_ms_per_frame)
    assert {"psoas", "mujoco"} <= set(found.versions) and found.versions["psoas"] == psoas.__version__
    assert found.sources and set(found.sources) <= set(body_sources())


def test_the_summary_tells_what_the_arrays_hold(analysed: tuple[Analysis, Path]) -> None:
    analysis, folder = analysed
    summary = json.loads((folder / SUMMARY).read_text())
    for name in ("psoas", "iliacus"):
        for side in ("right", "left"):
            group, told = analysis.mechanics.group(name, side), summary[name][side]
            length = group.whole_length * 1000
            ends = {"min": length.min(), "max": length.max(), "excursion": np.ptp(length)}
            assert told["length_mm"] == pytest.approx(ends, abs=1e-3)
            percent = group.percent_standing
            assert told["length_percent_standing"] == pytest.approx(
                {"min": percent.min(), "max": percent.max()}, abs=1e-3
            )
            arm = group.hip_arm[:, 0] * 1000
            assert told["hip_flexion_moment_arm_mm"] == pytest.approx({"min": arm.min(), "max": arm.max()}, abs=1e-3)
    hip = np.degrees(analysis.motion.of("hip_flexion_r"))
    told = summary["coordinates_deg"]["hip_flexion_r"]
    assert told["label"] == "Right hip flexion"
    assert [told[k] for k in ("min", "max", "mean")] == pytest.approx([hip.min(), hip.max(), hip.mean()], abs=1e-3)
    rotational = {c.name for c in analysis.motion.body.coordinates if c.rotational}
    assert set(summary["coordinates_deg"]) == rotational


def test_a_whole_walk_has_its_gait_in_the_summary() -> None:
    analysis = psoas.analyze(WALK, static=STATIC, forces=EXAMPLES / "walking_grf.mot")
    found = Summary.model_validate_json(json.dumps(summarise(analysis).to_json()))
    assert found.gait is not None
    assert found.gait.belt_m_s == 0.0 and found.gait.speed_m_s == pytest.approx(1.3, abs=0.05)
    assert found.gait.strides.right + found.gait.strides.left == 11
    assert found.gait.speed_m_s * 60 == pytest.approx(found.gait.cadence_steps_min * found.gait.step_length_m, rel=0.02)


def test_kinematics_are_the_motion_in_degrees(analysed: tuple[Analysis, Path]) -> None:
    analysis, folder = analysed
    stored = read(folder / KINEMATICS)
    assert stored.coordinates is not None and stored.coordinates.in_degrees
    assert stored.coordinates.names == analysis.motion.body.coordinate_names
    assert np.array_equal(stored.time, analysis.motion.time)
    again = motion_from_coordinates(stored, analysis.motion.body)
    np.testing.assert_allclose(again.values, analysis.motion.values, rtol=1e-13, atol=1e-15)


def test_the_table_has_a_row_for_every_frame_and_fascicle(analysed: tuple[Analysis, Path]) -> None:
    analysis, folder = analysed
    table = pq.read_table(folder / TABLE).to_pydict()
    assert len(table["frame"]) == FRAMES * LINES
    keys = set(zip(table["frame"], table["muscle"], table["side"], table["fascicle"], strict=True))
    assert len(keys) == FRAMES * LINES
    where = table["frame"].index(7), 7
    rows = [i for i, key in enumerate(zip(*(table[k] for k in ("frame", "muscle", "side", "fascicle")), strict=True))
            if key == (where[1], "psoas", "left", "L3_TP")]  # fmt: skip
    (row,) = rows
    group = analysis.mechanics.group("psoas", "left")
    line = group.fascicles.index("L3_TP")
    assert table["length_mm"][row] == pytest.approx(group.length[7, line] * 1000, rel=1e-12)
    assert table["hip_flexion_moment_arm_mm"][row] == pytest.approx(group.moment_arm[7, line, 0] * 1000, rel=1e-12)
    assert table["time_s"][row] == analysis.motion.time[7]
    assert table["normalised_fibre_length"][row] == pytest.approx(group.normalised_fibre[7, line], rel=1e-12)


def test_a_stored_analysis_gives_the_same_muscles_again(analysed: tuple[Analysis, Path]) -> None:
    analysis, folder = analysed
    stored = load_analysis(folder)
    assert stored.summary.to_json() == json.loads((folder / SUMMARY).read_text())
    length = stored.motion.body.paths(stored.motion.values).length
    lines = analysis.motion.body.muscles_of("psoas", "r")
    off = length[:, lines] - analysis.mechanics.group("psoas", "right").length
    assert np.abs(off).max() < 1e-6  # sizes are stored to six digits


def test_pages_are_made_again_from_the_folder(analysed: tuple[Analysis, Path]) -> None:
    _, folder = analysed
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    rewrite_pages(folder, lambda stored: {"extra.html": stored.summary.source.file})
    assert (folder / "extra.html").read_text() == "short.trc"
    (folder / "extra.html").unlink()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def failing(stored: StoredAnalysis) -> dict[str, str]:
    raise RuntimeError("the printer is on fire")


def test_nothing_half_written_is_left_when_a_page_fails(analysed: tuple[Analysis, Path], tmp_path: Path) -> None:
    analysis, _ = analysed
    with pytest.raises(RuntimeError):
        write_analysis(analysis, tmp_path / "new", failing)
    assert list(tmp_path.iterdir()) == []
    old = tmp_path / "old"
    old.mkdir()
    (old / SUMMARY).write_text("mine")
    with pytest.raises(RuntimeError):
        write_analysis(analysis, old, failing)
    assert [(p.name, p.read_text()) for p in old.iterdir()] == [(SUMMARY, "mine")]
    assert list(tmp_path.iterdir()) == [old]


def test_a_folder_written_twice_holds_the_second_answer_and_keeps_other_files(
    analysed: tuple[Analysis, Path], tmp_path: Path
) -> None:
    analysis, _ = analysed
    folder = tmp_path / "out"
    write_analysis(analysis, folder, lambda stored: {PAGE: "one"})
    (folder / "diary.txt").write_text("mine")
    write_analysis(analysis, folder, lambda stored: {PAGE: "two"})
    assert (folder / PAGE).read_text() == "two" and (folder / "diary.txt").read_text() == "mine"


def test_an_output_that_cannot_be_a_folder_is_refused(analysed: tuple[Analysis, Path], tmp_path: Path) -> None:
    analysis, _ = analysed
    taken = tmp_path / "taken"
    taken.write_text("a file")
    with pytest.raises(InputError, match="taken: cannot be written"):
        write_analysis(analysis, taken, lambda stored: {})
    with pytest.raises(InputError, match="cannot be written"):
        write_analysis(analysis, taken / "inside", lambda stored: {})
    assert taken.read_text() == "a file" and list(tmp_path.iterdir()) == [taken]


def test_a_folder_that_is_none_of_ours_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no summary\.json"):
        load_analysis(tmp_path)
    for text, told in (
        ("{", "is not JSON"),
        ("[]", "schema None"),
        ('{"schema": "psoas.summary/9"}', "'psoas.summary/9'"),
    ):
        (tmp_path / SUMMARY).write_text(text)
        with pytest.raises(InputError, match=told):
            load_analysis(tmp_path)


def test_a_poor_recording_is_refused_with_its_reason_and_no_figures(shaken: Path, tmp_path: Path) -> None:
    analysis = psoas.analyze(shaken, static=STATIC, out=tmp_path / "out")
    assert analysis.quality.status == "refused"
    found = Summary.model_validate_json((tmp_path / "out" / SUMMARY).read_text())
    assert found.quality.status == "refused" and "mm apart on average" in found.quality.reasons[0]
    assert found.psoas is None and found.iliacus is None and found.gait is None and found.coordinates_deg == {}
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {SUMMARY, KINEMATICS, TABLE, PAGE}


def test_a_recording_with_many_blind_frames_is_judged_by_what_was_seen(short: Path, tmp_path: Path) -> None:
    """Ten of sixty frames show four markers: read with a note, left out by name, and fair at best."""
    positions = positions_of(short)
    positions[20:30, 4:] = np.nan
    analysis = psoas.analyze(with_positions(short, positions, tmp_path / "blind.trc"), static=STATIC)
    assert analysis.quality.seen == pytest.approx(50 / 60) and analysis.quality.status == "fair"
    assert "83% of the frames" in render(analysis.quality.reasons[0])
    assert np.isnan(analysis.motion.values[20:30]).all() and np.isfinite(analysis.motion.values[:20]).all()
    summary = Summary.model_validate_json(json.dumps(summarise(analysis).to_json()))
    assert summary.quality.frames_seen_percent == pytest.approx(100 * 50 / 60, abs=0.1)


def renamed(path: Path, names: dict[str, str], out: Path) -> Path:
    """The same recording with some markers under other names."""
    head = path.read_text().splitlines(keepends=True)
    head[3] = "\t".join(names.get(cell.strip(), cell) for cell in head[3].split("\t"))
    out.write_text("".join(head if head[3].endswith("\n") else [*head[:3], head[3] + "\n", *head[4:]]))
    return out


def test_misspelt_pelvis_markers_are_named_and_cost_the_good_mark(short: Path, tmp_path: Path) -> None:
    path = renamed(short, {"V.Sacral": "V.Sacrel"}, tmp_path / "typo.trc")
    analysis = psoas.analyze(path, with_forces=False)
    assert analysis.quality.status == "fair"
    assert any("Without V.Sacral the pelvis can tilt unseen" in render(reason) for reason in analysis.quality.reasons)
    assert any(note.code == "recording-markers_unused" and "V.Sacrel" in render(note) for note in analysis.notes)
    whole = psoas.analyze(short, with_forces=False)
    assert whole.quality.status == "good" and not any(note.code == "recording-markers_unused" for note in whole.notes)


def test_exchanged_sides_are_refused_in_walking(tmp_path: Path) -> None:
    names = read_names(WALK)
    twin = {"R": "L", "L": "R"}
    swapped = {n: twin[n[0]] + n[1:] for n in names if n[:2] in ("R.", "L.")}
    analysis = psoas.analyze(renamed(WALK, swapped, tmp_path / "swapped.trc"), with_forces=False)
    assert analysis.quality.status == "refused"
    assert any("Right and left are exchanged" in render(reason) for reason in analysis.quality.reasons)


def test_a_recording_that_never_shows_enough_for_a_pose_is_bad_input(short: Path, tmp_path: Path) -> None:
    """Five known markers are seen all the time: enough for a file, too few for a body."""
    positions, names = positions_of(short), list(read_names(short))
    kept = [names.index(n) for n in ("R.ASIS", "L.ASIS", "V.Sacral", "R.Knee.Lat", "L.Knee.Lat")]
    blind = np.full_like(positions, np.nan)
    blind[:, kept] = positions[:, kept]
    path = with_positions(short, blind, tmp_path / "few.trc")
    for static in (STATIC, None):
        with pytest.raises(
            InputError, match=r"few\.trc: no frame shows more than 5 known markers at once; a pose needs 6"
        ):
            psoas.analyze(path, static=static, out=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_marker_that_is_named_but_never_seen_counts_for_nothing(short: Path, tmp_path: Path) -> None:
    """Columns of NaN for the whole head: the neck is held as if they were not in the file, and all else is the same."""
    positions, names = positions_of(short), list(read_names(short))
    head = [i for i, name in enumerate(names) if name.endswith(("Head", "Temple"))]
    assert len(head) == 3
    positions[:, head] = np.nan
    for static in (STATIC, None):
        found = psoas.analyze(with_positions(short, positions, tmp_path / "bare.trc"), static=static)
        assert found.quality.status == "good" and "neck_extension" in found.motion.held
        assert found.motion.fit is not None and not {names[i] for i in head} & set(found.motion.fit.names)
        assert (found.motion.of("neck_extension") == 0).all()


def test_a_static_trial_may_face_another_way(short: Path, analysed: tuple[Analysis, Path], tmp_path: Path) -> None:
    away = with_positions(STATIC, positions_of(STATIC) * [-1.0, 1.0, -1.0], tmp_path / "away.trc")
    found, usual = psoas.analyze(short, static=away, person=Person.of(mass_kg=66.0)), analysed[0]
    assert np.degrees(np.abs(found.motion.values - usual.motion.values).max()) < 1e-4


def read_names(path: Path) -> tuple[str, ...]:
    markers = read(path).markers
    assert markers is not None
    return markers.names


def test_static_trials_and_forces_that_do_not_fit_are_refused_before_anything_is_written(
    short: Path, tmp_path: Path
) -> None:
    angles = WALK.with_name("walking_truth.mot")
    late = tmp_path / "late.mot"
    late.write_text((EXAMPLES / "walking_grf.mot").read_text().replace("\n0.", "\n9000."))
    for options, told in (
        ({"static": angles}, "holds no markers; a static trial"),
        ({"forces": angles}, "holds no ground forces"),
        ({"static": tmp_path / "none.trc"}, "none.trc: no such file"),
        ({"markers": tmp_path / "none.toml"}, "none.toml: cannot be read"),
    ):
        with pytest.raises(InputError, match=told):
            psoas.analyze(short, out=tmp_path / "out", **options)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="holds ground forces alone; give the markers too"):
        psoas.analyze(EXAMPLES / "walking_grf.mot", out=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_forces_of_another_time_are_refused(tmp_path: Path) -> None:
    early = cut(WALK, tmp_path / "early.trc", slice(0, 40))
    recording = read(EXAMPLES / "walking_grf.mot")
    assert recording.forces is not None
    shifted = type(recording.forces)(recording.forces.time + 100.0, recording.forces.plates)
    path = psoas.recording.write_forces(shifted, tmp_path / "late.mot")
    with pytest.raises(InputError, match="does not meet the recording's"):
        psoas.analyze(early, forces=path)


def test_assumed_figures_are_named() -> None:
    analysis = psoas.analyze(EXAMPLES / "walking_truth.mot")
    assert summarise(analysis).person.assumed == ("height_m", "mass_kg", "sex")
    assert any("Angles came from the file" in render(note) for note in analysis.notes)


def test_progress_is_told_stage_by_stage(short: Path) -> None:
    told: list[tuple[Stage, int, int]] = []
    psoas.analyze(short, static=STATIC, progress=lambda *step: told.append(step))
    assert [stage for stage, _, _ in told][1:3] == [Stage.CALIBRATION, Stage.INVERSE_KINEMATICS]
    assert told[2][1:] == (FRAMES, FRAMES)


def test_an_analysis_is_a_frozen_result(analysed: tuple[Analysis, Path]) -> None:
    analysis, _ = analysed
    with pytest.raises(AttributeError):
        analysis.quality.status = QualityStatus.GOOD  # type: ignore[misc]
    with pytest.raises(ValueError, match="read-only"):
        analysis.motion.values[0, 0] = 0.0


def test_the_example_script_runs_and_prints_what_it_found() -> None:
    found = subprocess.run(
        [sys.executable, str(EXAMPLES / "use_psoas.py")], capture_output=True, text=True, check=False, env=os.environ
    )
    assert found.returncode == 0, found.stderr
    assert found.stderr == ""
    for told in (
        "walking.trc: good",
        "right psoas",
        "left psoas",
        "% of standing",
        "knees to the chest",
        "steps a minute",
    ):
        assert told in found.stdout
    assert len((EXAMPLES / "use_psoas.py").read_text().splitlines()) <= 60


def test_options_that_would_do_nothing_are_refused(tmp_path: Path) -> None:
    psoas.analyze(cut(WALK, tmp_path / "short.trc", slice(FRAMES)), with_forces=False, out=tmp_path / "out")
    with pytest.raises(InputError, match=r"kinematics.mot: holds joint angles already"):
        psoas.analyze(tmp_path / "out" / KINEMATICS, static=STATIC, with_forces=False)
