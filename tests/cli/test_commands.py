"""The command line: what it prints where, what it leaves behind, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner, Result

import psoas
from psoas.cli import app
from psoas.core.sources import STATUS
from psoas.knowledge.practice_sources import all_sources
from tests.contracts import Summary
from tests.recording_worlds import standing, storage_text, trc_text
from tests.worlds import EXAMPLES, STATIC, WALK, cut, positions_of, with_positions

WRITTEN = {"summary.json", "kinematics.mot", "psoas.parquet", "report.html"}
MM = standing() * 1000


def command(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every command runs in an empty folder of its own."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cut(WALK, tmp_path_factory.mktemp("short") / "short.trc", slice(40, 80))


def test_analyze_writes_a_folder_beside_you_and_says_what_it_found(short: Path, elsewhere: Path) -> None:
    found = command("analyze", short, "--static", STATIC, "--mass", "66")
    assert found.exit_code == 0, found.stderr
    assert [path.name for path in elsewhere.iterdir()] == ["short_psoas"]
    assert {path.name for path in (elsewhere / "short_psoas").iterdir()} >= WRITTEN
    *understood, good, right, left, last = found.stdout.splitlines()
    sides = [right, left]
    assert understood == [
        "short.trc: 40 frames at 100 Hz, 0.4 s",
        "  Markers: 45 of 45 used, named as in gait2392",
        f"  Static trial: {STATIC.name}",
        "  Person: 1.70 m (measured), 66 kg (given), female (assumed)",
        "  Up in the file: Y (measured)",
        "  Seen: all 0.4 s",
        "  Movement: walking",
        "  Strides: none, because the walk is seen for 0.4 s only and no foot strikes twice",
    ]
    assert good == "short.trc: good, 100 % of frames seen"
    assert [line.split()[0] for line in sides] == ["right", "left"] and all("% of standing" in line for line in sides)
    assert last == "Report: short_psoas/report.html"
    assert found.stderr == ""
    table = pq.read_table(elsewhere / "short_psoas" / "psoas.parquet")
    assert table.num_rows == 40 * 2 * 14


def test_json_is_alone_on_standard_output_of_the_real_command(short: Path, tmp_path: Path) -> None:
    script = Path(sys.executable).parent / "psoas"
    found = subprocess.run(
        [script, "analyze", short, "--static", STATIC, "--json", "--out", tmp_path / "out"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stderr
    assert found.stderr == ""
    Summary.model_validate_json(found.stdout)
    assert json.loads(found.stdout) == json.loads((tmp_path / "out" / "summary.json").read_text())


def test_report_makes_the_page_anew_and_nothing_else(short: Path, elsewhere: Path) -> None:
    assert command("analyze", short, "--static", STATIC, "--out", "mine").exit_code == 0
    folder = elsewhere / "mine"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    (folder / "report.html").unlink()
    found = command("report", "mine")
    assert (found.exit_code, found.stdout) == (0, "Report: mine/report.html\n")
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert set(after) == set(before) >= WRITTEN
    assert {n: b for n, b in after.items() if n != "report.html"} == {
        n: b for n, b in before.items() if n != "report.html"
    }
    assert "short.trc" in after["report.html"].decode()


def test_report_of_something_else_ends_with_2(elsewhere: Path) -> None:
    found = command("report", "nowhere")
    assert found.exit_code == 2 and found.stdout == "" and "expected a folder that psoas analyze wrote" in found.stderr
    (elsewhere / "half").mkdir()
    (elsewhere / "half" / "summary.json").write_text('{"schema": "psoas.summary/1"}')
    found = command("report", "half")
    assert found.exit_code == 2 and all(line.startswith("half/summary.json") for line in found.stderr.splitlines())


def test_several_recordings_get_a_folder_each(short: Path, elsewhere: Path) -> None:
    other = cut(WALK, short.with_name("other.trc"), slice(100, 130))
    found = command("analyze", short, other, "--static", STATIC, "--out", "all", "--json")
    assert found.exit_code == 0, found.stderr
    one, two = json.loads(found.stdout)
    assert (one["source"]["file"], two["source"]["file"]) == ("short.trc", "other.trc")
    assert {path.name for path in (elsewhere / "all").iterdir()} == {"short_psoas", "other_psoas"}
    for folder in (elsewhere / "all").iterdir():
        assert {path.name for path in folder.iterdir()} >= WRITTEN


def test_one_bad_recording_among_several_writes_nothing_and_all_faults_are_told(short: Path, elsewhere: Path) -> None:
    (elsewhere / "empty.trc").write_text("")
    found = command("analyze", short, "empty.trc", "gone.trc", "--static", STATIC, "--out", "all")
    assert found.exit_code == 2 and found.stdout == ""
    assert [line.split(":")[0] for line in found.stderr.splitlines()] == ["empty.trc", "gone.trc"]
    assert [path.name for path in elsewhere.iterdir()] == ["empty.trc"]


def test_two_recordings_of_one_name_are_refused(short: Path, elsewhere: Path) -> None:
    found = command("analyze", short, short)
    assert found.exit_code == 2 and "same name" in found.stderr
    assert list(elsewhere.iterdir()) == []


def test_a_poor_recording_ends_with_3_and_its_reasons_and_is_written(short: Path, elsewhere: Path) -> None:
    positions = positions_of(short)
    noise = np.random.default_rng(3).normal(0, 0.08, positions.shape)
    shaken = with_positions(short, positions + noise, short.with_name("shaken.trc"))
    found = command("analyze", shaken, "--static", STATIC, "--json")
    assert found.exit_code == 3
    summary = Summary.model_validate_json(found.stdout)
    assert summary.quality.status == "refused" and summary.psoas is None
    assert found.stderr.splitlines() == [f"shaken.trc: {reason}" for reason in summary.quality.reasons]
    assert {path.name for path in (elsewhere / "shaken_psoas").iterdir()} >= WRITTEN
    assert command("analyze", shaken, "--static", STATIC).exit_code == 3


def test_a_person_from_a_file_or_from_options_is_the_same(short: Path, elsewhere: Path) -> None:
    (elsewhere / "anna.toml").write_text('height_m = 1.70\nmass_kg = 66\nsex = "male"\n')
    by_file = command("analyze", short, "--static", STATIC, "--person", "anna.toml", "--json")
    by_hand = command(
        "analyze", short, "--static", STATIC, "--height", "1.7", "--mass", "66", "--sex", "male", "--json"
    )
    one, two = json.loads(by_file.stdout), json.loads(by_hand.stdout)
    assert one["person"] == two["person"] == {"height_m": 1.7, "mass_kg": 66.0, "sex": "male", "assumed": []}
    assert one["psoas"] == two["psoas"]


def test_conflicting_ways_to_name_the_person_are_refused(short: Path, elsewhere: Path) -> None:
    (elsewhere / "anna.toml").write_text("mass_kg = 66\n")
    for option, value in (("--mass", "66"), ("--height", "1.7"), ("--sex", "male")):
        found = command("analyze", short, "--person", "anna.toml", option, value)
        assert found.exit_code == 2 and "both given" in found.stderr
    assert [path.name for path in elsewhere.iterdir()] == ["anna.toml"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--mass", "-5"], "mass -5 kg is not plausible"),
        (["--height", "170"], "height 170 m is not plausible"),
        (["--sex", "x"], "sex 'x' is not known"),
        (["--rhythm", "jazz"], "lumbar rhythm 'jazz' is not known; expected pearcy1984 or christophy2012"),
        (["--up", "w"], "--up w is not known; expected auto"),
        (["--person", "nobody.toml"], "nobody.toml: cannot be read (No such file or directory); expected a TOML file"),
        (["--static", "gone.trc"], "gone.trc: no such file"),
        (["--static", str(EXAMPLES / "walking_truth.mot")], "holds no markers; a static trial is"),
        (["--forces", str(EXAMPLES / "walking_truth.mot")], "holds no ground forces"),
        (["--markers", "gone.toml"], "gone.toml: cannot be read"),
        (["--smoothness", "-1"], "--smoothness"),
        (["--mass", "heavy"], "--mass"),
        (["--speed", "3"], "--speed"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_bad_use_ends_with_2_and_nothing_written(short: Path, elsewhere: Path, options: list[str], told: str) -> None:
    found = command("analyze", short, *options)
    assert found.exit_code == 2 and found.stdout == ""
    assert told in found.stderr and "Traceback" not in found.stderr
    assert list(elsewhere.iterdir()) == []


def cell(row: int, column: int) -> Callable[[str], str]:
    """Removes one cell of a line of the text."""

    def without(text: str) -> str:
        lines = text.splitlines()
        cells = lines[row].split("\t")
        del cells[column]
        lines[row] = "\t".join(cells)
        return "\n".join(lines) + "\n"

    return without


BLIND = np.where(np.arange(9)[:, None] < 2, MM, np.nan)
NAMES = [f"M{i}" for i in range(9)]
BAD = {
    "empty": ("", "the file is empty"),
    "truncated": (trc_text(MM)[:-40], "truncated"),
    "wrong_units": (trc_text((standing() - [0.0, 0.02, 0.0]) * 1e8), "no usual unit fits"),
    "no_time": (trc_text(MM).replace("\tTime\t", "\tClock\t", 1), "no time column"),
    "backwards": (trc_text(MM, time=[0.0, 0.01, 0.005, 0.02]), "time runs backwards"),
    "duplicates": (trc_text(MM, names=["R.ASIS", "R.ASIS", *NAMES[2:]]), "'R.ASIS' appears 2 times"),
    "nothing_seen": (trc_text(MM * np.nan), "no marker is seen in any frame"),
    "unknown_set": (trc_text(MM, names=NAMES), "marker names are of none of the"),
    "too_few": (trc_text(BLIND), "no frame shows more than 2 markers"),
    "ragged": (cell(7, 5)(trc_text(MM)), "line 8"),
}


@pytest.mark.parametrize("name", list(BAD))
def test_every_bad_recording_ends_with_2_a_line_and_nothing_written(elsewhere: Path, name: str) -> None:
    text, told = BAD[name]
    path = elsewhere / f"{name}.trc"
    path.write_text(text)
    for options in ((), ("--json",)):
        found = command("analyze", path, *options)
        assert found.exit_code == 2 and found.stdout == ""
        assert told in found.stderr and "Traceback" not in found.stderr
        assert all(line.startswith(path.name) for line in found.stderr.splitlines())
        assert list(elsewhere.iterdir()) == [path]


def test_bad_coordinates_end_with_2_too(elsewhere: Path) -> None:
    for name, text, told in (
        (
            "knee.mot",
            storage_text(["time", "knee_angle_r"], [[0.0, 1.0], [0.1, 2.0]]),
            "no hip_flexion_r or hip_flexion_l",
        ),
        ("nan.sto", storage_text(["time", "hip_flexion_r"], [[0.0, np.nan]]), "every coordinate is NaN"),
    ):
        (elsewhere / name).write_text(text)
        found = command("analyze", name)
        assert found.exit_code == 2 and told in found.stderr and found.stdout == ""
    found = command("analyze", EXAMPLES / "walking_grf.mot")
    assert found.exit_code == 2 and "holds ground forces alone" in found.stderr
    assert {path.name for path in elsewhere.iterdir()} == {"knee.mot", "nan.sto"}


def test_many_faults_are_six_lines_and_a_count(elsewhere: Path) -> None:
    path = elsewhere / "words.trc"
    path.write_text(trc_text(standing(20) * 1000).replace("\t1450.0\t", "\tshoulder\t"))
    lines = command("analyze", path).stderr.splitlines()
    assert len(lines) == 7 and lines[-1] == "and 34 more"


def test_an_output_folder_that_cannot_be_is_refused(short: Path, elsewhere: Path) -> None:
    (elsewhere / "taken").write_text("mine")
    found = command("analyze", short, "--static", STATIC, "--out", "taken")
    assert found.exit_code == 2 and found.stdout == "" and "taken: cannot be written" in found.stderr
    assert (elsewhere / "taken").read_text() == "mine" and len(list(elsewhere.iterdir())) == 1


def test_coordinates_from_a_file_need_no_inverse_kinematics(elsewhere: Path) -> None:
    found = command("analyze", EXAMPLES / "walking_truth.mot", "--json")
    assert found.exit_code == 0, found.stderr
    summary = Summary.model_validate_json(found.stdout)
    assert summary.quality.marker_rms_mm is None and "inverse_kinematics" not in summary.timing_ms_per_frame
    assert summary.gait is not None and summary.gait.strides.right >= 5


def test_own_marker_names_need_a_map(short: Path, elsewhere: Path) -> None:
    text = short.read_text()
    renamed = {name: f"m{i}" for i, name in enumerate(text.splitlines()[3].split("\t")[2::3]) if name}
    lines = text.splitlines()
    lines[3] = "\t".join(renamed.get(part, part) for part in lines[3].split("\t"))
    (elsewhere / "own.trc").write_text("\n".join(lines) + "\n")
    assert "markers map.toml" in command("analyze", "own.trc").stderr
    known = psoas.recording.marker_sets()["gait2392"].markers
    rows = [f'"{own}" = "{known[name]}"' for name, own in renamed.items() if name in known]
    (elsewhere / "map.toml").write_text("\n".join(["[markers]", *rows]) + "\n")
    by_map = command("analyze", "own.trc", "--markers", "map.toml", "--json")
    plain = command("analyze", short, "--json")
    assert by_map.exit_code == plain.exit_code == 0, by_map.stderr
    assert json.loads(by_map.stdout)["psoas"] == json.loads(plain.stdout)["psoas"]


def test_smoothness_reaches_the_solver(short: Path) -> None:
    plain, smooth = (
        json.loads(command("analyze", short, "--static", STATIC, "--smoothness", price, "--json").stdout)
        for price in ("0", "0.0001")
    )
    rms = [answer["quality"]["marker_rms_mm"]["mean"] for answer in (plain, smooth)]
    assert rms[0] < rms[1] < 2 * rms[0]


def test_sources_say_where_figures_come_from() -> None:
    every = command("sources")
    lines = every.stdout.splitlines()
    assert every.exit_code == 0 and [line.split(":")[0] for line in lines if line[0] != "["] == list(all_sources())
    assert [line.split("]")[0][1:] for line in lines if line[0] == "["] == list(STATUS), "what the marks mean"
    one = command("sources", "ward2009")
    assert one.stdout.startswith("ward2009: ") and "Ward" in one.stdout and len(one.stdout.splitlines()) == 2
    bad = command("sources", "ward2010", "me")
    assert bad.exit_code == 2 and len(bad.stderr.splitlines()) == 2 and bad.stdout == ""


def test_version_and_help() -> None:
    assert command("--version").stdout == f"psoas {psoas.__version__}\n"
    for arguments in (["--help"], ["analyze", "--help"], ["posture", "--help"], ["report", "--help"]):
        assert command(*arguments).exit_code == 0
