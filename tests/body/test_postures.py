"""Named postures: what they do to the psoas, the contract they are told in, and the command that tells it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner, Result

from psoas import Body, InputError, Person, posture, postures
from psoas.analysis.posture_summary import posture_summary
from psoas.analysis.posture_words import posture_summary_text
from psoas.body.postures import Posture
from psoas.cli import app
from psoas.core.catalogue import render
from psoas.core.sources import body_sources
from tests.contracts import PostureAnswer
from tests.worlds import across, reference

ASKED = ("standing", "sitting_upright", "sitting_slumped", "arched", "sway", "knees_to_chest", "lunge", "supine")
LEVELS = ("L1_L2", "L2_L3", "L3_L4", "L4_L5", "L5_S1")
FASCICLES = {"L1_VB", "L1_TP", "L1_L2", "L2_TP", "L2_L3", "L3_TP", "L3_L4", "L4_TP", "L4_L5", "L5_TP", "L5_VB"}


@cache
def told(name: str = "standing") -> dict[str, Any]:
    return summary_json(reference(), posture(name))


def summary_json(body: Body, taken: Posture) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(posture_summary(body, taken).json_text())
    return found


def command(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["posture", *arguments])


def length(name: str, side: str = "right") -> float:
    return float(told(name)[side]["psoas"]["length_mm"])


@pytest.mark.parametrize("name", list(postures()))
def test_every_posture_keeps_the_contract(name: str) -> None:
    found = told(name)
    assert found["schema"] == "psoas.posture/1" and found["posture"] == name
    contract = PostureAnswer.model_validate_json(json.dumps(found, allow_nan=False))
    for side in (contract.right, contract.left):
        assert set(side.psoas.fascicles) == FASCICLES
        assert len(side.iliacus.fascicles) >= 3
    assert set(contract.coordinates_deg) == {c.name for c in reference().coordinates if c.rotational}


@pytest.mark.parametrize("name", list(postures()))
def test_whole_figures_are_means_by_maximal_force(name: str) -> None:
    for side in ("right", "left"):
        for muscle in ("psoas", "iliacus"):
            found = told(name)[side][muscle]
            lines = list(found["fascicles"].values())
            force = np.array([f["max_force_n"] for f in lines])
            assert found["length_mm"] == pytest.approx(np.average([f["length_mm"] for f in lines], weights=force))
            for axis, arm in found["moment_arm_mm"].items():
                mean = np.average([f["moment_arm_mm"][axis] for f in lines], weights=force)
                assert arm == pytest.approx(mean, abs=1e-5)
            assert found["passive_force_n"] == pytest.approx(sum(f["passive_force_n"] for f in lines), abs=1e-3)


def test_the_postures_asked_for_are_there_labelled_and_sourced() -> None:
    assert set(ASKED) <= set(postures())
    for found in postures().values():
        assert render(found.label) and render(found.note)
        assert found.source == "assumed" or found.source in body_sources(), found.name


def test_standing_is_every_coordinate_0_and_says_so() -> None:
    assert not np.any(posture().values)
    assert "Every coordinate 0" in render(posture().note)
    for side in ("right", "left"):
        for muscle in ("psoas", "iliacus"):
            assert told()[side][muscle]["length_percent_standing"] == pytest.approx(100.0, abs=1e-9)


@pytest.mark.parametrize("name", [n for n in postures() if n != "lunge"])
def test_symmetric_postures_have_equal_sides(name: str) -> None:
    right, left = told(name)["right"]["psoas"], told(name)["left"]["psoas"]
    for key in ("length_mm", "passive_force_n", "length_percent_standing"):
        assert right[key] == pytest.approx(left[key], abs=1e-5)
    assert right["moment_arm_mm"] == pytest.approx(left["moment_arm_mm"], abs=1e-5)
    for vertebra, pull in right["pull_on_vertebrae"].items():
        other = left["pull_on_vertebrae"][vertebra]
        assert [pull[k] for k in pull] == pytest.approx([other[k] for k in pull], abs=1e-2)


def test_a_lunge_is_mirrored_when_its_sides_are_swapped() -> None:
    values = dict(zip(reference().coordinate_names, posture("lunge").values, strict=True))
    swapped = {across(n): float(np.degrees(v)) for n, v in values.items() if n[-2:] in ("_r", "_l")}
    other = summary_json(reference(), posture().with_angles(swapped))
    assert other["left"]["psoas"]["length_mm"] == pytest.approx(length("lunge"), abs=1e-6)
    assert length("lunge") > length("standing") > length("lunge", "left")


def test_sitting_shortens_the_psoas_and_by_how_much() -> None:
    assert -48 <= length("sitting_upright") - length("standing") <= -33
    assert -48 <= length("sitting_slumped") - length("standing") <= -30
    assert told("sitting_upright")["right"]["psoas"]["length_percent_standing"] < 92


def test_sitting_loses_the_published_lordosis() -> None:
    for name in ("sitting_upright", "sitting_slumped"):
        assert 16.5 <= told()["lordosis_deg"] - told(name)["lordosis_deg"] <= 39
    assert 45 <= told()["lordosis_deg"] <= 65


def test_knees_to_the_chest_shorten_it_most() -> None:
    assert min(postures(), key=length) == "knees_to_chest"


def test_popped_ribs_and_an_arched_back_are_two_things() -> None:
    ribs, arched, plain = told("popped_ribs"), told("arched"), told()
    assert ribs["lordosis_deg"] == pytest.approx(plain["lordosis_deg"], abs=1e-6)
    assert ribs["stacking_deg"] > 10
    assert ribs["right"]["psoas"]["length_mm"] == pytest.approx(length("standing"), abs=1e-9)
    assert arched["lordosis_deg"] > plain["lordosis_deg"] + 10 and arched["stacking_deg"] > 10
    stacked = summary_json(reference(), posture().with_angles({"lumbar_extension": 15, "thorax_extension": -15}))
    assert stacked["stacking_deg"] == pytest.approx(0, abs=1e-6)
    assert stacked["lordosis_deg"] == pytest.approx(plain["lordosis_deg"] + 15, abs=1e-6)


def test_an_uncertain_sign_says_so() -> None:
    moments, certain = (told()["right"]["psoas"][f"lumbar_moment_{k}"] for k in ("nm_at_fmax", "sign_certain"))
    assert set(certain) == set(moments) == set(LEVELS)
    assert not all(certain.values()) and any(certain.values())
    for level in LEVELS:
        if not certain[level]:
            assert abs(moments[level]) < 6
    lines = posture_summary_text(posture_summary(reference(), posture()))
    (line,) = (line for line in lines if line.startswith("Pull on the low back"))
    assert line.count("either way") == sum(not c for c in certain.values())


def test_the_pull_on_each_vertebra_adds_up_to_its_fascicles_force_at_most() -> None:
    found = told()["right"]["psoas"]
    pulls = found["pull_on_vertebrae"]
    assert set(pulls) == {"L1", "L2", "L3", "L4", "L5"}
    for vertebra, pull in pulls.items():
        size = np.linalg.norm([pull[f"{way}_n_at_fmax"] for way in ("forward", "down", "outward")])
        force = sum(f["max_force_n"] for name, f in found["fascicles"].items() if name.startswith(vertebra))
        assert 0.95 * force < size <= force + 1e-2
        assert pull["down_n_at_fmax"] > 0 and pull["outward_n_at_fmax"] > 0
        assert pull["carries_crura"] is (vertebra in ("L1", "L2", "L3"))


def test_what_is_set_wins_over_the_posture_and_a_bare_name_means_both_sides() -> None:
    taken = posture("sitting_upright").with_angles({"hip_flexion": 90, "knee_angle_l": 30})
    found = summary_json(reference(), taken)["coordinates_deg"]
    assert (found["hip_flexion_r"], found["hip_flexion_l"]) == (90, 90)
    assert (found["knee_angle_r"], found["knee_angle_l"]) == (90, 30)
    assert found["lumbar_extension"] == -16.6


def test_what_was_set_is_said_and_millimetres_are_against_the_same_size() -> None:
    taken = posture().with_angles({"hip_flexion_r": 90})
    assert render(taken.label) == "Standing, changed" and render(taken.note) == "With hip_flexion_r 90."
    assert render(posture("sitting_upright").label) == "Sitting upright"
    tall = Body(Person.of(height_m=1.9))
    assert "100.0 % of its standing length (+0.0 mm)" in posture_summary_text(posture_summary(tall, posture()))[1]


def test_faults_of_angles_are_told_together() -> None:
    with pytest.raises(InputError) as caught:
        posture().with_angles({"hip_flexion_r": 300, "hip_flexon_r": 10, "knee_angle": float("nan")})
    one, two, *knees = caught.value.faults
    assert one == "hip_flexion_r = 300 is out of range; expected -45 to 150"
    assert two.startswith("coordinate 'hip_flexon_r' is not known; expected hip_flexion_r")
    assert len(knees) == 2 and "knee_angle_l = nan" in knees[1]
    with pytest.raises(InputError, match="posture 'yoga' is not known; expected standing, sitting_upright"):
        posture("yoga")


def test_the_command_lists_the_postures() -> None:
    found = command()
    assert found.exit_code == 0
    assert [line.split()[0] for line in found.stdout.splitlines()] == list(postures())


@pytest.mark.parametrize("name", list(postures()))
def test_the_command_answers_in_words(name: str) -> None:
    found = command(name)
    assert found.exit_code == 0 and found.stderr == ""
    assert found.stdout.startswith(render(postures()[name].label))
    for told_of in ("% of its standing length", "lordosis", "Pull on the low back", "diaphragm"):
        assert told_of in found.stdout
    for side in ("right", "left"):
        percent, change = told(name)[side]["psoas"]["length_percent_standing"], length(name, side) - length("standing")
        assert f"{percent:.1f} % of its standing length ({change:+.1f} mm)" in found.stdout


def test_the_command_prints_json_alone_and_sets_from_standing() -> None:
    found = command("--set", "hip_flexion_r=90", "--set", "lumbar_extension=-20", "--json")
    assert found.exit_code == 0 and found.stderr == ""
    answer = json.loads(found.stdout)
    PostureAnswer.model_validate_json(found.stdout)
    assert answer["posture"] == "standing"
    moved = {k: v for k, v in answer["coordinates_deg"].items() if v}
    assert moved == {"hip_flexion_r": 90.0, "lumbar_extension": -20.0}
    change = answer["right"]["psoas"]["length_mm"] - length("standing")
    assert -48 <= change <= -33
    assert json.loads(command("--json").stdout)["right"] == told()["right"]


def test_the_command_takes_either_rhythm() -> None:
    found = json.loads(command("sitting_slumped", "--rhythm", "christophy2012", "--json").stdout)
    assert found["lumbar_rhythm"] == "christophy2012"
    assert found["right"]["psoas"]["length_mm"] == pytest.approx(
        summary_json(Body(lumbar_rhythm="christophy2012"), posture("sitting_slumped"))["right"]["psoas"]["length_mm"]
    )
    assert found["right"]["psoas"]["length_mm"] != pytest.approx(length("sitting_slumped"), abs=0.1)


@pytest.mark.parametrize(
    ("arguments", "told_of"),
    [
        (["yoga"], ["posture 'yoga' is not known; expected standing"]),
        (["--rhythm", "jazz"], ["lumbar rhythm 'jazz' is not known; expected pearcy1984 or"]),
        (["standing", "--rhythm", "jazz"], ["lumbar rhythm 'jazz' is not known; expected pearcy1984 or"]),
        (["--set", "hip=20"], ["coordinate 'hip' is not known"]),
        (["--set", "hip_flexion_r"], ["--set hip_flexion_r: expected NAME=DEGREES"]),
        (["--set", "knee_angle=inf"], ["knee_angle_r = inf is out of range", "knee_angle_l = inf is out of range"]),
        (
            ["--set", "hip_flexion_r=x", "--set", "hip_flexion_l=400", "--set", "nose=3"],
            [
                "--set hip_flexion_r=x: expected",
                "hip_flexion_l = 400 is out of range",
                "coordinate 'nose' is not known",
            ],
        ),
    ],
    ids=["posture", "rhythm alone", "rhythm", "name", "number", "infinite", "all together"],
)
def test_bad_use_ends_with_2_and_all_faults(arguments: list[str], told_of: list[str]) -> None:
    found = command(*arguments)
    assert found.exit_code == 2 and found.stdout == ""
    lines = found.stderr.splitlines()
    assert len(lines) == len(told_of)
    for line, part in zip(lines, told_of, strict=True):
        assert part in line


def test_the_picture_is_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "sitting.png"
    found = command("sitting_upright", "--png", str(path))
    assert found.exit_code == 0 and f"Picture: {path}" in found.stdout
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) > 10_000
    wide, high = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    assert wide >= 300 and high >= 300


def test_a_picture_that_cannot_be_written_ends_with_2(tmp_path: Path) -> None:
    found = command("standing", "--png", str(tmp_path / "nowhere" / "a.png"))
    assert found.exit_code == 2 and found.stdout == ""
    assert "a.png" in found.stderr and "Traceback" not in found.stderr


def test_pictures_are_png_and_a_lunge_tells_both_sides(tmp_path: Path) -> None:
    run = CliRunner().invoke(app, ["posture", "slumped", "--png", str(tmp_path / "x.jpg")])
    assert run.exit_code == 2 and "give a name such as x.png" in run.output and not list(tmp_path.iterdir())
    said = CliRunner().invoke(app, ["posture", "lunge", "--forces"]).output
    assert "right hip" in said and "left hip" in said and "-0" not in said
    alike = CliRunner().invoke(app, ["posture", "--forces"]).output
    assert "Standing." in alike and "right hip" in alike and "left hip" not in alike


def test_a_pulled_disc_is_said() -> None:
    said = CliRunner().invoke(app, ["posture", "supine", "--forces", "--bracing", "1"]).output
    assert "below 0: the pressure in the belly lifts" in said
