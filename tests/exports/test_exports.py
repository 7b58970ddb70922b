"""Exports say what the analysis says, in every format, and other programs' readers read them."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pyarrow.csv as arrow_csv
import pyarrow.parquet as pq
import pytest
from scipy.io import loadmat
from typer.testing import CliRunner

import psoas
from psoas.analysis.cycle_normalization import CycleLayout
from psoas.cli import app
from psoas.core.errors import InputError
from psoas.exports import exporter
from psoas.exports.cycle_tables import cycle_table, mean_cycle_table
from psoas.exports.exporter import ExportFormat, export_results
from psoas.exports.matlab_file import field_name
from psoas.exports.results import Results, load_results
from psoas.recording import read

NONE = np.empty((0, 2))


@pytest.fixture(scope="module")
def walk(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled walk over its plates, analysed."""
    out = tmp_path_factory.mktemp("exports") / "walk"
    psoas.analyze(root / "examples" / "walking.trc", forces=root / "examples" / "walking_grf.mot", out=out)
    return out


@pytest.fixture(scope="module")
def results(walk: Path) -> Results:
    return load_results(walk)


@pytest.fixture(scope="module")
def exported(walk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("exported")
    files = export_results(walk, out)
    assert files and all(file.stat().st_size > 100 for file in files)
    return out


def test_frames_hold_angles_muscles_and_loads_of_every_frame(results: Results) -> None:
    frames, motion = results.frames, results.stored.motion
    assert len(frames) == len(motion.time)
    np.testing.assert_allclose(frames["hip_flexion_r_deg"].to_numpy(), np.degrees(motion.of("hip_flexion_r")))
    assert np.array_equal(frames["pelvis_ty_m"].to_numpy(), motion.of("pelvis_ty"))
    known, forces = results.summary.psoas, results.summary.forces
    assert known is not None and forces is not None and forces.psoas_peak_n is not None
    length, ends = frames["psoas_right_length_mm"].to_numpy(), known["right"].length_mm
    assert [length.min(), length.max()] == pytest.approx([ends.min, ends.max], abs=1e-3)
    assert np.nanmax(frames["psoas_right_n"].to_numpy()) == pytest.approx(forces.psoas_peak_n["right"].median, rel=0.15)


def test_cycles_are_the_strides_and_their_mean(results: Results) -> None:
    gait = results.summary.gait
    assert gait is not None and gait.events.right and gait.strides.right and gait.strides.left
    cycles, mean = results.tables["cycles"], results.tables["cycles_mean"]
    strides = gait.strides.right + gait.strides.left
    assert len(cycles) == 101 * strides and len(mean) == 202
    right = cycles.to_pandas().query("side == 'right'")
    by_hand = right.groupby("percent")["hip_flexion_r_deg"].agg(["mean", "std"])
    own = mean.to_pandas().query("side == 'right'").set_index("percent")
    np.testing.assert_allclose(own["hip_flexion_r_deg_mean"], by_hand["mean"])
    np.testing.assert_allclose(own["hip_flexion_r_deg_sd"], by_hand["std"])
    first = right.query("cycle == 1")
    assert first["time_s"].iloc[0] == pytest.approx(gait.events.right[0].start_s, abs=1e-4)
    assert first["time_s"].iloc[-1] == pytest.approx(gait.events.right[0].end_s, abs=1e-4)


def test_a_walk_with_strides_of_one_side_alone_has_tables_too(results: Results) -> None:
    one_sided = CycleLayout("stride", np.linspace(0, 100, 101), {"right": np.array([[1.0, 2.0]]), "left": NONE}, {})
    cycles = cycle_table(results.frames, one_sided)
    assert set(cycles["side"].to_pylist()) == {"right"} and len(cycles) == 101
    assert len(mean_cycle_table(cycles)) == 101


def test_every_export_says_which_ground_was_measured(exported: Path, results: Results) -> None:
    """A column in tables, a scalar in C3D."""
    import ezc3d

    loads = pq.read_table(results.stored.folder / "loads.parquet")
    share = {"measured": 1.0, "blended": 0.5, "predicted": 0.0}
    plates = read(results.stored.folder / "ground_forces.mot").forces
    assert plates is not None
    points = ezc3d.c3d(str(exported / "c3d" / "results.c3d"))
    labels = points["parameters"]["POINT"]["LABELS"]["value"]
    for plate, side in zip(plates.plates, ("right", "left"), strict=True):
        named = [share[name] for name in loads[f"ground_{side}"].to_pylist()]
        assert max(named) == 1.0
        frames = results.frames[f"ground_{side}_measured"].to_numpy()
        seen = np.isfinite(frames)
        np.testing.assert_array_equal(frames[seen], named)
        sto = table(exported / "opensim" / "ground_measured.sto")
        np.testing.assert_allclose(sto[f"ground_{side[0]}_measured"], named)
        scalar = points["data"]["points"][0, labels.index(f"{side[0].upper()}GroundMeasured")]
        np.testing.assert_allclose(scalar[seen], named)
        force = results.frames[f"ground_force_{side}_y_n"].to_numpy()
        on = plate.force[:, 1] > 10.0
        np.testing.assert_allclose(force[on], plate.force[on, 1], rtol=1e-4)


def test_pandas_and_xarray_are_one_line_away(results: Results) -> None:
    data, frame = results.to_xarray(), results.frames.to_pandas()
    assert data["psoas_right_length_mm"].dims == ("time_s",)
    np.testing.assert_array_equal(data["knee_angle_l_deg"], frame["knee_angle_l_deg"])
    cycles = data["hip_flexion_r_deg_cycle"]
    assert cycles.dims == ("side", "cycle", "percent")
    mean = results.tables["cycles_mean"].to_pandas().query("side == 'left'")["hip_flexion_r_deg_mean"]
    np.testing.assert_allclose(cycles.sel(side="left").mean("cycle"), mean)


def test_csv_parquet_and_matlab_hold_the_same_numbers(exported: Path, results: Results) -> None:
    from_csv = arrow_csv.read_csv(exported / "csv" / "frames.csv")
    from_parquet = pq.read_table(exported / "parquet" / "frames.parquet")
    from_matlab = loadmat(exported / "matlab" / "psoas.mat", squeeze_me=True, struct_as_record=False)
    assert from_csv.column_names == from_parquet.column_names == results.frames.column_names
    for name in ("time_s", "hip_flexion_r_deg", "psoas_left_length_mm", "compression_L4_L5_n", "hip_l_moment_arm"):
        if name in results.frames.column_names:
            truth = results.frames[name].to_numpy()
            for found in (from_csv[name].to_numpy(), from_parquet[name].to_numpy()):
                np.testing.assert_allclose(found, truth, rtol=1e-12)
            np.testing.assert_array_equal(getattr(from_matlab["frames"], name), truth)
    assert set(from_matlab["cycles"].side) == {"right", "left"}


@pytest.mark.parametrize("name", ["a b", "1st", "x" * 90, "compression_L4_L5_n"])
def test_names_of_fields_are_ones_that_matlab_allows(name: str) -> None:
    found = field_name(name)
    assert found.isidentifier() and found[0].isalpha() and len(found) <= 63


def test_opensim_tables_read_back_and_balance(exported: Path, results: Results) -> None:
    angles = read(exported / "opensim" / "kinematics.mot").coordinates
    assert angles is not None and angles.in_degrees
    knee = angles.values[:, angles.names.index("knee_angle_r")]
    np.testing.assert_allclose(knee, np.degrees(results.stored.motion.of("knee_angle_r")))
    moments, activations, forces, contact = (
        table(exported / "opensim" / f"{name}.sto")
        for name in ("joint_moments", "muscle_activations", "muscle_forces", "joint_reactions")
    )
    per_kg = results.frames["hip_flexion_right_nm_kg"].to_numpy()
    seen = np.isfinite(per_kg)
    mass = results.summary.person.mass_kg
    np.testing.assert_allclose(moments["hip_flexion_r_moment"], per_kg[seen] * mass, rtol=1e-4)
    assert moments.keys() >= {"pelvis_ty_force", "knee_angle_l_moment", "pelvis_tilt_moment"}
    assert activations.keys() == forces.keys() and max(a.max() for n, a in activations.items() if n != "time") <= 1.0
    size = np.sqrt(sum(contact[f"hip_r_f{k}"] ** 2 for k in "xyz"))
    weight = mass * 9.80665
    np.testing.assert_allclose(size / weight, results.frames["hip_contact_right_bw"].to_numpy()[seen], rtol=1e-4)


def table(path: Path) -> dict[str, np.ndarray]:
    head, _, rows = path.read_text().partition("endheader\n")[2].partition("\n")
    values = np.loadtxt(rows.splitlines(), ndmin=2)
    return dict(zip(head.split("\t"), values.T, strict=True))


def test_c3d_holds_points_plates_and_angles_for_another_reader(exported: Path, results: Results) -> None:
    import ezc3d

    path = exported / "c3d" / "results.c3d"
    theirs = ezc3d.c3d(str(path), extract_forceplat_data=True)
    labels = theirs["parameters"]["POINT"]["LABELS"]["value"]
    motion = results.stored.motion
    hip = theirs["data"]["points"][0, labels.index("RHipAngles")]
    np.testing.assert_allclose(hip, np.degrees(motion.of("hip_flexion_r")), atol=1e-3)
    heel = theirs["data"]["points"][:3, labels.index("heel_l")].T / 1000
    np.testing.assert_allclose(heel, motion.body.landmark_positions(motion.values, ("heel_l",))["heel_l"], atol=1e-5)
    pull = theirs["data"]["points"][0, labels.index("LPsoasForce")]
    own = results.frames["psoas_left_n"].to_numpy()
    np.testing.assert_allclose(pull[np.isfinite(own)], own[np.isfinite(own)], atol=1e-2)
    vertical = theirs["data"]["platform"][0]["force"][1]
    assert np.abs(vertical).max() == pytest.approx(read_plate(results), rel=1e-3)


def read_plate(results: Results) -> float:
    forces = read(results.stored.folder / "ground_forces.mot").forces
    assert forces is not None
    return float(np.abs(forces.plates[0].force[:, 1]).max())


def test_figures_stand_alone(exported: Path) -> None:
    drawings = sorted((exported / "figures").glob("*.svg"))
    assert len(drawings) > 15
    for drawing in drawings:
        said = drawing.read_text(encoding="utf-8")
        assert "var(" not in said and "http://www.w3.org/2000/svg" in said
        picture = drawing.with_suffix(".png").read_bytes()
        width, height = struct.unpack(">II", picture[16:24])
        assert picture[:8] == b"\x89PNG\r\n\x1a\n" and width > 800
        assert len(picture) > width * height / 150, "more than paper"


def test_an_export_that_fails_leaves_nothing(walk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> list[Path]:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(exporter._WRITERS, ExportFormat.MATLAB, fails)
    with pytest.raises(InputError, match="No space left on device"):
        export_results(walk, tmp_path / "out", [ExportFormat.CSV, ExportFormat.MATLAB])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_analysed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="psoas analyze"):
        export_results(tmp_path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_command_names_an_unknown_format_and_writes_one(walk: Path, tmp_path: Path) -> None:
    wrong = CliRunner().invoke(app, ["export", str(walk), "--format", "xlsx"])
    assert wrong.exit_code == 2 and "xlsx" in wrong.output and "parquet" in wrong.output
    right = CliRunner().invoke(app, ["export", str(walk), "--format", "csv", "--out", str(tmp_path / "here")])
    assert right.exit_code == 0 and "3 files" in right.output
    assert sorted(p.name for p in (tmp_path / "here").iterdir()) == [ExportFormat.CSV.value]
