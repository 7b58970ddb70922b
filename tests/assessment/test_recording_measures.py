"""What a recording gives an assessment: values with their doubt, honest gaps, and change beyond what two can tell."""

from __future__ import annotations

import json
import math
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

import psoas
from psoas.assessment.assessment_text import assessment_text
from psoas.assessment.assessor import assess
from psoas.assessment.finding import Finding
from psoas.assessment.recording_measures import MOVEMENTS, UNITS, compare_measures, extract_measures, read_measures
from psoas.core.catalogue import keys, render
from psoas.core.errors import InputError
from psoas.core.message import Message
from psoas.intake.answers import IntakeAnswers
from psoas.intake.answers_parser import read_answers
from psoas.report.expected_error import WALKING
from tests.worlds import EXAMPLES, STATIC, WALK


def rendered(messages: tuple[Message, ...]) -> str:
    return " ".join(render(one) for one in messages)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled walk over its plates, analysed."""
    out = tmp_path_factory.mktemp("walk") / "out"
    person = psoas.Person.of(mass_kg=66.0, sex="female")
    psoas.analyze(WALK, static=STATIC, forces=EXAMPLES / "walking_grf.mot", person=person, out=out)
    return out


@pytest.fixture
def summary(folder: Path) -> dict[str, Any]:
    """Its summary, to change at will."""
    found: dict[str, Any] = json.loads((folder / "summary.json").read_text())
    return found


def findings(now: dict[str, Any], before: dict[str, Any] | None = None) -> dict[str, Finding]:
    """Findings of a recording alone, by id."""
    earlier = extract_measures(before) if before else None
    return {one.id: one for one in assess(IntakeAnswers(), extract_measures(now), earlier).findings}


def shorter(summary: dict[str, Any], side: str, by: float) -> dict[str, Any]:
    """The same recording with one psoas that stays shorter at its longest, millimetres."""
    changed = deepcopy(summary)
    changed["psoas"][side]["length_mm"]["max"] -= by
    return changed


def test_a_real_walk_gives_its_figures(folder: Path, summary: dict[str, Any]) -> None:
    found = read_measures(folder)
    assert found == read_measures(folder / "summary.json")
    assert (found.movement, found.file) == ("walking", "walking.trc") and found.speed_m_s == summary["gait"][
        "speed_m_s"
    ]
    assert {name for name, _ in found.values} == set(UNITS) - {"stacking_deg"}
    assert set(keys("measures.name")) == {f"measures-name-{one}" for one in UNITS}
    assert set(keys("measures.movement")) == {f"measures-movement-{one}" for one in (*MOVEMENTS, "unknown")}
    right = summary["psoas"]["right"]
    assert found.values["psoas_longest_mm", "right"].value == right["length_mm"]["max"]
    assert found.values["psoas_longest_mm", "right"].half_width == right["uncertainty"]["length_mm"]
    hip = summary["coordinates_deg"]["hip_flexion_l"]
    assert found.values["hip_extension_deg", "left"].value == -hip["min"] == pytest.approx(20, abs=2)
    assert found.values["pelvic_tilt_deg", ""].value == -summary["coordinates_deg"]["pelvis_tilt"]["mean"]


def test_the_share_of_the_front_is_as_sure_as_its_three_works(summary: dict[str, Any]) -> None:
    drive, found = summary["forces"]["drive"]["right"], extract_measures(summary).values["front_pull_percent", "right"]
    works = [drive[f"{name}_j_kg"] for name in ("hip_flexor", "hip_extensor", "ankle")]
    whole, share = sum(works), works[0] / sum(works)
    slopes = [(1 - share) / whole, -share / whole, -share / whole]
    assert found.value == pytest.approx(100 * share, abs=0.02)
    assert found.half_width == pytest.approx(100 * WALKING.work_j_kg * math.hypot(*slopes))


def test_one_usual_walk_has_no_findings_and_says_what_it_cannot_tell(summary: dict[str, Any]) -> None:
    found = assess(IntakeAnswers(), extract_measures(summary))
    assert [one.id for one in found.findings] == ["own_baseline"]
    notes = rendered(found.notes)
    assert "no comparison for your speed" in notes and "could not see your ribs" in notes


def test_what_a_recording_held_is_not_taken_for_measured(summary: dict[str, Any]) -> None:
    summary["coordinates_deg"]["hip_flexion_r"]["held"] = True
    summary["coordinates_deg"]["thorax_extension"]["held"] = False
    found = extract_measures(summary).values
    assert ("hip_extension_deg", "right") not in found and ("hip_extension_deg", "left") in found
    back, chest = (summary["coordinates_deg"][c]["uncertainty_deg"] for c in ("lumbar_extension", "thorax_extension"))
    assert found["stacking_deg", ""].half_width == pytest.approx(math.hypot(back, chest))


@pytest.mark.parametrize("side", ["right", "left"])
def test_a_psoas_is_called_shorter_only_beyond_both_uncertainties(summary: dict[str, Any], side: str) -> None:
    other = {"right": "left", "left": "right"}[side]
    half = math.hypot(*(summary["psoas"][s]["uncertainty"]["length_mm"] for s in ("right", "left")))
    summary["psoas"][side]["length_mm"]["max"] = summary["psoas"][other]["length_mm"]["max"]
    assert "psoas_short_or_guarded" not in findings(shorter(summary, side, half - 0.01))
    found = findings(shorter(summary, side, 9))["psoas_short_or_guarded"]
    assert found.side == side and found.known == "measured" and found.unit == "mm"
    assert found.value == pytest.approx(9) and found.uncertainty == pytest.approx(half)
    assert found.sentence == (
        f"In each step your {side} psoas stayed 9 mm (±3.8) shorter than your {other} at push-off."
    )


def test_a_hip_that_hardly_extends_is_read_against_other_walkers(summary: dict[str, Any]) -> None:
    for side in "rl":
        summary["coordinates_deg"][f"hip_flexion_{side}"]["min"] = 6.1
    found = findings(summary)["hip_extension_reduced"]
    assert found.side == "both" and found.norm and "11 degrees (SD 6)" in render(found.norm)
    for side in "rl":
        summary["coordinates_deg"][f"hip_flexion_{side}"]["min"] = 5.9
    assert "hip_extension_reduced" not in findings(summary)


def test_the_drive_of_one_leg_is_read_against_the_other(summary: dict[str, Any]) -> None:
    summary["forces"]["drive"]["left"] |= {"hip_flexor_j_kg": 0.25, "ankle_j_kg": 0.18, "front_pull_share": 0.57}
    assert findings(summary)["front_driven_step"].side == "left"


def test_a_change_counts_beyond_the_root_of_two_times_the_uncertainty(summary: dict[str, Any]) -> None:
    detects = math.sqrt(2) * summary["psoas"]["right"]["uncertainty"]["length_mm"]
    for by, beyond in ((detects - 0.01, False), (detects + 0.01, True)):
        found, notes = compare_measures(extract_measures(summary), extract_measures(shorter(summary, "right", by)))
        one = next(c for c in found if (c.measure, c.side) == ("psoas_longest_mm", "right"))
        assert (one.beyond, notes) == (beyond, ()) and one.change == pytest.approx(-by)
        assert one.detects == pytest.approx(detects)
        assert one.words.code == f"measures-change_{'beyond' if beyond else 'within'}"
    assert sum(one.beyond for one in found) == 1
    told = assessment_text(
        assess(IntakeAnswers(), extract_measures(shorter(summary, "right", detects + 0.01)), extract_measures(summary))
    )
    place = told.index("Since your last recording")
    assert told[place + 1].startswith("  Psoas at its longest, right: from ")
    assert told[place + 2].startswith(f"  {len(found) - 1} of {len(found)} measures changed no more")


def test_an_earlier_recording_is_an_own_baseline(summary: dict[str, Any]) -> None:
    before = deepcopy(summary)
    before["forces"]["drive"]["right"]["front_pull_share"] = 0.215
    for side in ("right", "left"):
        summary["forces"]["drive"][side]["front_pull_share"] = 0.365
    found = findings(summary, before)["front_driven_step"]
    assert found.side == "right" and found.norm and render(found.norm) == "your last recording at the same speed"
    assert found.value == pytest.approx(15, abs=0.1) and "than in your last recording" in found.sentence


def test_a_change_names_the_measure_then_the_side_then_from_what_to_what(summary: dict[str, Any]) -> None:
    now = deepcopy(summary)
    for told, angle in ((summary, -9.0), (now, -20.0)):
        told["coordinates_deg"]["hip_flexion_r"] |= {"min": angle, "uncertainty_deg": 3.5}
    found, _ = compare_measures(extract_measures(summary), extract_measures(now))
    said = next(render(one.words) for one in found if (one.measure, one.side) == ("hip_extension_deg", "right"))
    assert said == "Hip extension, right: from 9 to 20 degrees, more than two recordings can be off (4.9 degrees)."


def test_no_earlier_recording_is_asked_for_where_one_was_compared(summary: dict[str, Any]) -> None:
    now, asks = extract_measures(summary), "An earlier recording at the same speed would give one."
    assert asks in rendered(assess(IntakeAnswers(), now).notes)
    assert asks not in rendered(assess(IntakeAnswers(), now, now).notes)
    squat = extract_measures(
        summary | {"gait": None, "repetitions": {"kind": "squat", "side": "both", "intervals_s": []}}
    )
    assert asks in rendered(assess(IntakeAnswers(), now, squat).notes)


def test_recordings_that_do_not_go_together_are_not_compared(summary: dict[str, Any]) -> None:
    faster, squat = deepcopy(summary), deepcopy(summary)
    faster["gait"]["speed_m_s"] *= 1.2
    squat |= {"gait": None, "repetitions": {"kind": "squat", "side": "both", "intervals_s": []}}
    for other, word in ((faster, "too far apart"), (squat, "squat")):
        found = assess(IntakeAnswers(), extract_measures(other), extract_measures(summary))
        assert found.changes == () and word in rendered(found.notes)


def test_a_refused_recording_gives_nothing_and_says_so(summary: dict[str, Any]) -> None:
    summary["quality"] |= {"status": "refused", "reasons": ["markers swapped"]}
    found = extract_measures(summary)
    assert not found.values and "markers swapped" in render(found.notes[0])
    assert "too poor" in rendered(assess(IntakeAnswers(), found).notes)


def test_knees_to_the_chest_fill_the_self_test_on_the_side_that_moved(summary: dict[str, Any]) -> None:
    summary |= {"gait": None, "repetitions": {"kind": "knees_to_chest", "side": "left", "intervals_s": []}}
    summary["coordinates_deg"]["hip_flexion_l"]["max"] = 84.0
    found = assess(IntakeAnswers(), extract_measures(summary))
    assert [(one.test, one.difference) for one in found.judgements] == [("knees_to_chest", None)]
    rounds = next(one for one in found.findings if one.id == "low_back_rounds")
    assert rounds.value == 84 and rounds.rests_on == ("knees_to_chest",)
    summary["repetitions"]["kind"] = "squat"
    assert extract_measures(summary).tests == () and "replaces no self-test" in rendered(
        extract_measures(summary).notes
    )


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": "psoas.posture/1"}', "no json"])
def test_what_is_no_summary_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "summary.json").write_text(text)
    with pytest.raises(InputError, match=r"summary\.json"):
        read_measures(tmp_path)
    with pytest.raises(InputError, match="psoas analyze"):
        read_measures(tmp_path / "none")


def test_a_part_of_a_summary_gives_its_part_and_a_broken_one_is_refused() -> None:
    assert extract_measures({}).values == {}
    found = extract_measures({"coordinates_deg": {"hip_flexion_r": {"min": -4, "max": 30, "uncertainty_deg": 5}}})
    assert {name for name, _ in found.values} == {"hip_extension_deg", "hip_flexion_deg"}
    with pytest.raises(InputError, match="shape"):
        extract_measures({"psoas": {"right": 3}})


def test_with_a_recording_nothing_says_that_there_was_none(summary: dict[str, Any]) -> None:
    story, even = read_answers(EXAMPLES / "answers.toml"), extract_measures(summary)
    alone, beside = (
        next(one for one in assess(story, given).findings if one.id == "front_driven_step") for given in (None, even)
    )
    assert "You have no recording" in rendered(alone.against)
    assert "You have no recording" not in rendered(beside.against)
    assert "same share of the work on both sides" in rendered(beside.against)
    assert beside.confidence < alone.confidence
