"""``psoas exercise`` and ``psoas exercises`` say what the library holds, in words and as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from psoas.cli import BAD_INPUT, app
from psoas.exercises.exercise_json import effect_origins
from psoas.exercises.exercise_simulation import committed_effects, furthest_posture
from psoas.exercises.exercise_text import exercise_text
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.exercise_tables import STATED
from psoas.knowledge.practice_codes import Origin


def run(*words: str) -> tuple[int, str]:
    """Exit code and everything said."""
    found = CliRunner().invoke(app, list(words))
    return found.exit_code, found.output


@pytest.mark.parametrize("name", exercises())
def test_every_exercise_is_told_with_its_stop_rules_and_figures(name: str) -> None:
    text = "\n".join(exercise_text(exercises()[name]))
    assert "Stop if you notice: " in text and "hospital" in text and "L4/L5" in text and "None" not in text
    assert f"{committed_effects()[name]['lumbar_compression_n']['L4_L5']:.0f} N" in text
    assert re.search(r"About \d+ min\. .*\nYou need: [a-z]", text)


def test_one_exercise_in_words_names_its_neighbours() -> None:
    code, text = run("exercise", "side_plank")
    assert code == 0 and "(side_plank_knees)." in text and "(side_plank_abduction), by load." in text
    assert "ekstrom2007" in text and "gluteus medius 74" in text


def test_an_exercise_is_listed_and_found_by_the_name_that_people_search_for() -> None:
    code, text = run("exercises")
    assert code == 0 and "90/90 rest (also: Rest with the calves on a chair)" in text
    code, text = run("exercise", "90/90 rest")
    assert code == 0 and "Also called: Rest with the calves on a chair.\n" in text
    row = next(row for row in json.loads(run("exercises", "--json")[1]) if row["name"] == "legs_on_chair")
    assert (row["label"], row["also_called"]) == ("90/90 rest", ["Rest with the calves on a chair"])


def test_one_exercise_as_json_holds_keyframes_in_degrees() -> None:
    code, text = run("exercise", "side_lying_abduction", "--json")
    found = json.loads(text)
    assert code == 0 and found["effects"] == committed_effects()["side_lying_abduction"]
    assert found["keyframes"][-1]["angles_deg"]["hip_adduction_r"] == -28.0
    assert found["keyframes"][-1]["support"] == "side_lying_l" and found["effects_origin"] == "simulated"


def test_every_effect_has_an_origin() -> None:
    code, text = run("exercise", "seated_belly_breath", "--json")
    rows = json.loads(text)["origins"]
    assert code == 0 and {row["origin"] for row in rows} == {"simulated", "trial", "expert"}
    assert {row["effect"] for row in rows if row["origin"] == "simulated"} == set(
        committed_effects()["seated_belly_breath"]
    )
    assert any(row["effect"] == "bracing" and "15 %" in row.get("words", "") for row in rows)
    quadruped = {
        (r["side"], r["percent_mvic"]) for r in effect_origins(exercises()["quadruped_hip_extension"]) if "side" in r
    }
    assert {("working", 60.0), ("other", 22.0)} <= quadruped
    for one in exercises().values():
        assert all(row["origin"] in list(Origin) and row["source"] and row["effect"] for row in effect_origins(one))
        assert all("value" not in row for row in effect_origins(one) if row["effect"] in STATED)


def test_the_library_is_listed_and_ranked() -> None:
    code, text = run("exercises")
    assert code == 0 and {line.split()[0] for line in text.splitlines()} == set(exercises())
    code, text = run("exercises", "--sort", "hip_load_bw.right", "--json")
    values = [row["effects"]["hip_load_bw"]["right"] for row in json.loads(text)]
    assert code == 0 and values == sorted(values, reverse=True) and len(values) == len(exercises())
    code, text = run("exercises", "--sort", "psoas_force_n")
    shown = [float(line.split()[0]) for line in text.splitlines()]
    assert code == 0 and shown == sorted(shown, reverse=True)


def test_what_is_not_known_is_refused_with_what_is() -> None:
    assert run("exercise", "brigde")[0] == BAD_INPUT and "bridge" in run("exercise", "brigde")[1]
    code, text = run("exercises", "--sort", "calm")
    assert code == BAD_INPUT and "hip_load_bw" in text


def test_the_picture_is_of_the_furthest_keyframe(tmp_path: Path) -> None:
    code, text = run("exercise", "sphinx", "--png", str(tmp_path / "sphinx.png"))
    assert code == 0 and "Picture" in text
    assert (tmp_path / "sphinx.png").read_bytes()[:4] == b"\x89PNG"
    assert (
        furthest_posture(exercises()["sphinx"]).values.tolist()
        == exercises()["sphinx"].keyframes[-1].posture.values.tolist()
    )
