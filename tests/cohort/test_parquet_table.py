"""The columns: every number of a summary under one name, the same whatever was recorded; written whole or not."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import pytest

import psoas
from psoas.analysis.summary import summarise
from psoas.analysis.summary_model import ForceSummary, Summary, read_excerpt
from psoas.analysis.summary_parts import BySide, Items
from psoas.cohort.parquet_table import rows_to_table, write_table
from psoas.cohort.report_measures import CURVES
from psoas.cohort.table_schema import (
    FLAGS,
    TEXTS,
    describe_recording,
    flatten,
    movement_kind,
    number_columns,
    table_schema,
)
from psoas.cohort.trial_worker import mean_curves
from psoas.core.errors import InputError
from tests.cohort_worlds import failure, finished
from tests.worlds import STATIC, WALK, cut


@pytest.fixture(scope="module")
def analysis(tmp_path_factory: pytest.TempPathFactory) -> psoas.Analysis:
    """Two and a half seconds of the bundled walk."""
    short = cut(WALK, tmp_path_factory.mktemp("table") / "short.trc", slice(40, 290))
    return psoas.analyze(short, static=STATIC)


@pytest.fixture(scope="module")
def summary(analysis: psoas.Analysis) -> Summary:
    return summarise(analysis)


def leaves(part: Any) -> Iterator[float]:
    """Every number of a JSON value, booleans apart."""
    if isinstance(part, dict):
        part = list(part.values())
    if isinstance(part, list):
        for value in part:
            yield from leaves(value)
    elif isinstance(part, int | float) and not isinstance(part, bool):
        yield float(part)


APART = ("note_codes", "understood", "repair_codes")
"""Parts of the summary whose numbers stand in sentences, or in columns of their own."""


def test_every_number_of_a_summary_has_its_column(summary: Summary) -> None:
    found = flatten(summary)
    unknown = sorted(set(found) - set(number_columns()))
    assert unknown == [], "summary.json has new numbers: name them in psoas/cohort/table_schema.py"
    told = summary.to_json()
    events = {"gait": {"events": told["gait"]["events"]}}
    held = [{k: row[k] for k in ("min", "max", "mean")} for row in told["coordinates_deg"].values() if row["held"]]
    expected = sorted(leaves({key: part for key, part in told.items() if key not in APART}))
    for value in [*leaves(events), *leaves(held)]:
        expected.remove(value)
    assert sorted(v for v in found.values() if v is not None) == expected


def test_the_names_hold_path_and_unit(summary: Summary) -> None:
    found, told = flatten(summary), summary.to_json()
    assert found["psoas_right_length_mm_min"] == told["psoas"]["right"]["length_mm"]["min"]
    assert found["gait_speed_m_s"] == told["gait"]["speed_m_s"]
    assert found["gait_strides_left"] == told["gait"]["strides"]["left"]
    assert found["coordinates_deg_knee_angle_r_max"] == told["coordinates_deg"]["knee_angle_r"]["max"]
    assert found["body_scale_pelvis_y"] == told["body"]["scale"]["pelvis"][1]
    assert found["quality_frames_by_outcome_converged"] == 250
    assert describe_recording(summary)["gait_treadmill"] is False
    assert found["forces_peaks_by_choice_n_psoas_left_1"] == told["forces"]["peaks_by_choice"]["psoas"]["left"][0]
    assert describe_recording(summary)["forces_ground"] == "predicted"


def test_curves_run_from_strike_to_strike_within_the_ranges_of_the_row(
    analysis: psoas.Analysis, summary: Summary
) -> None:
    found, told = mean_curves(analysis, summary), summary.to_json()
    assert found["kind"] == "stride"
    assert found["toe_off"]["right"] == pytest.approx(told["gait"]["stance_percent"], abs=3)
    assert {name for name, _ in CURVES} == set(found["curves"])
    for side in ("right", "left"):
        names = ("psoas_length_percent_standing", "psoas_force_n")
        length, force = (np.array(found["curves"][name][side], dtype=float) for name in names)
        ends = told["psoas"][side]["length_percent_standing"]
        assert len(length) == len(force) == 101
        assert ends["min"] - 1e-3 <= length.min() < length.max() <= ends["max"] + 1e-3
        assert abs(length[0] - length[-1]) < 0.5, "a stride ends as it began"
        assert 0 <= force.min() < force.max() <= told["forces"]["psoas_peak_n"][side]["high"]


def test_a_movement_without_strides_has_no_curves(analysis: psoas.Analysis, summary: Summary) -> None:
    assert mean_curves(analysis, summary.model_copy(update={"gait": None, "repetitions": None})) == {}
    assert mean_curves(analysis, summary.model_copy(update={"psoas": None})) == {}


def test_held_coordinates_are_empty_and_not_zero(summary: Summary) -> None:
    held = summary.held
    assert "rib_flare" in held and "hip_flexion_r" not in held
    found = flatten(summary)
    assert found["coordinates_deg_rib_flare_mean"] is None
    assert found["coordinates_deg_hip_flexion_r_mean"] is not None
    assert describe_recording(summary)["held"] == "; ".join(held)


def test_numbers_that_are_not_known_stay_empty(summary: Summary) -> None:
    forces = ForceSummary(hip_contact_bw=BySide[Items[float | None]](right=(None, 2.5)))
    found = flatten(summary.model_copy(update={"forces": forces}))
    assert found["forces_hip_contact_bw_right_1"] is None
    assert found["forces_hip_contact_bw_right_2"] == 2.5
    assert "forces_mass_kg" not in found


@pytest.mark.parametrize(
    ("gait", "repetitions", "expected"),
    [
        ({"stance_percent": 62.0}, None, "walking"),
        ({"stance_percent": 38.0}, None, "running"),
        ({"stance_percent": None}, None, "walking"),
        (None, {"kind": "squat"}, "squat"),
        (None, None, "other"),
    ],
)
def test_movements_have_names(gait: Any, repetitions: Any, expected: str) -> None:
    assert movement_kind(read_excerpt({"gait": gait, "repetitions": repetitions})) == expected


def test_columns_are_the_same_whatever_the_rows_hold(summary: Summary) -> None:
    full = {"file": "a", **flatten(summary)}
    assert table_schema([]) == table_schema([full]) == table_schema([failure("b", "no").row])
    assert len(set(number_columns())) == len(number_columns())


def test_numbers_of_a_later_summary_come_last_and_are_not_lost() -> None:
    table = rows_to_table([finished("p", "a.trc", numbers={"new_thing_mm": 3.0, "gait_speed_m_s": 1.0}).row])
    assert table.column_names[:-1] == table_schema([]).names
    assert table.column("new_thing_mm").to_pylist() == [3.0]


def test_the_table_does_not_depend_on_the_order_of_the_rows() -> None:
    rows = [finished("p", f"{name}.trc", numbers={"gait_speed_m_s": i}).row for i, name in enumerate("abcdefgh")]
    mixed = rows.copy()
    random.Random(1).shuffle(mixed)
    assert mixed != rows
    assert rows_to_table(mixed) == rows_to_table(rows)
    assert rows_to_table(mixed).column("file").to_pylist() == [row["file"] for row in rows]


def test_a_table_is_written_whole_and_read_back(tmp_path: Path) -> None:
    rows = [finished("p", "a.trc", numbers={"gait_speed_m_s": 1.25}).row, failure("b.trc", "cannot").row]
    write_table(rows, tmp_path / "r.parquet")
    assert pq.read_table(tmp_path / "r.parquet") == rows_to_table(rows)
    assert [path.name for path in tmp_path.iterdir()] == ["r.parquet"]


def test_a_failed_write_leaves_the_old_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_table([finished("p", "old.trc").row], tmp_path / "r.parquet")

    def full(table: object, path: Path) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pq, "write_table", full)
    with pytest.raises(InputError, match="No space left"):
        write_table([finished("p", "new.trc").row], tmp_path / "r.parquet")
    assert pq.read_table(tmp_path / "r.parquet").column("file").to_pylist() == ["old.trc"]
    assert [path.name for path in tmp_path.iterdir()] == ["r.parquet"]


def test_the_row_says_what_was_understood(summary: Summary) -> None:
    row = describe_recording(summary)
    assert str(row["understood"]).startswith("Markers: 45 of 45 used, named as in gait2392; ")
    assert (row["up"], row["markers_used"], row["markers_named"], row["passes"], row["turns"]) == ("Y", 45, 45, 1, 0)
    assert (row["strides_right"], row["strides_left"]) == (1, 1)
    assert row["seen_s"] == pytest.approx(2.49)
    assert (row["no_stride"], row["repairs"], row["plates"]) == ("", "", 0)
    assert set(row) <= {*TEXTS, *FLAGS, *number_columns()}
