"""The table of reasons: every row is checked, says where it comes from, and is shown in the documentation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from psoas.assessment.assessor import assess
from psoas.assessment.finding import EvidenceWay, Finding
from psoas.assessment.finding_rules import BASELINE, finding_rules
from psoas.core.catalogue import render, text
from psoas.core.errors import InputError
from psoas.core.message import literal
from psoas.exercises.exercise_simulation import committed_effects
from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.exercise_library import exercises
from psoas.program.effect_weights import (
    ANY,
    SIMULATED_PART,
    effect_contributions,
    effect_weights,
    evidence_trust,
    item_reasons,
    leading_side,
    read_effect_weights,
    simulated_quantity,
)
from psoas.program.eligibility import PlanOption, plan_options
from psoas.program.planning_rules import planning_rules
from scripts.program_table import END, START, lines

ROW: dict[str, Any] = {
    "finding": "sitting_load", "effect": "pattern.mobility", "weight": 1,
    "source": "waongenngarm2018", "evidence": "trial",
}  # fmt: skip
SIMULATED: dict[str, Any] = {
    "finding": "sitting_load", "effect": "psoas_length_percent", "shelves": ["release"], "from": 100, "to": 102,
    "weight": 1, "source": "simulation", "evidence": "model",
}  # fmt: skip


def thing(name: str) -> PlanOption:
    return next(one for one in plan_options() if one.name == name)


def finding(name: str, side: str = "", confidence: float = 1.0) -> Finding:
    words = literal(name)
    return Finding(
        name, side, words, (words,), None, None, "", None, EvidenceWay.TOLD, confidence, (), (), words, "expert",
        "assumed",
    )  # fmt: skip


def test_the_table_holds_and_every_finding_has_a_beginning_and_a_use() -> None:
    assert len(effect_weights()) > 60
    used = {row.finding for row in effect_weights()}
    assert used - {ANY} <= {*finding_rules(), BASELINE}
    findings = {*finding_rules(), BASELINE}
    assert findings - used == {"habits", "own_baseline"}, "these two give general practice alone"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"finding": "no_such"}, "expected psoas_short_or_guarded"),
        ({"effect": "pattern.flying"}, "names nothing in the library"),
        ({"effect": "ladder.no_such"}, "names nothing in the library"),
        ({"effect": "psoas_colour"}, "is not known"),
        ({"effect": "pattern.gait"}, "add it"),
        ({"evidence": "model"}, "a simulated effect has source"),
        ({"source": "nobody2020"}, "nobody2020"),
        ({"weight": 9}, "'weight' is 9"),
        ({"extra": 1}, "'extra' is not known"),
        ({"when": ["flies"]}, "is not asked"),
    ],
)
def test_a_wrong_row_is_refused(change: dict[str, Any], said: str) -> None:
    assert read_effect_weights([ROW]) and read_effect_weights([SIMULATED])
    with pytest.raises(InputError) as error:
        read_effect_weights([{**ROW, **change}])
    assert said in "\n".join(error.value.faults)


def test_worth_is_weight_times_trust_times_confidence_times_how_far() -> None:
    name = "half_kneeling_lengthening"
    value = committed_effects()[name]["psoas_length_percent"]["right"]
    found = effect_contributions(thing(name), (finding("hip_extension_reduced", "right", 0.5),), {})
    part = next(one for one in found if one.reason.effect == "psoas_length_percent")
    far = min(1.0, (value - 100) / 2.5)
    assert part.worth == pytest.approx(SIMULATED_PART * 3 * evidence_trust()["model"] * (0.4 + 0.6 * 0.5) * far)
    assert part.value == value
    named = next(one for one in found if one.reason.effect == "pattern.front_hip_release")
    assert named.worth == pytest.approx(3 * evidence_trust()["expert"] * (0.4 + 0.6 * 0.5))


def test_what_was_measured_in_a_laboratory_ranks_nothing() -> None:
    found = (finding("gluteals_weak_or_late"),)
    bridge, march = (effect_contributions(thing(name), found, {}) for name in ("bridge", "bridge_march"))
    named = [sum(one.worth for one in given if one.reason.named) for given in (bridge, march)]
    assert named[0] == named[1] and exercises()["bridge"].published and not exercises()["bridge_march"].published


def test_the_first_reason_is_one_sentence_and_the_figure_comes_after_it() -> None:
    name = "standing_lengthening"
    given = effect_contributions(thing(name), (finding("psoas_short_or_guarded", "right"),), {})
    first, *_, last = item_reasons(given)
    assert render(first.words) == "This lets the front of your right hip lengthen."
    assert (first.finding, first.origin, first.source) == ("psoas_short_or_guarded", "expert", "practice_consensus")
    value = committed_effects()[name]["psoas_length_percent"]["right"]
    assert f"{value:.1f} %" in render(last.words) and (last.origin, last.source) == ("simulated", "simulation")
    assert leading_side(thing(name), given) == "right"


def test_every_reason_is_a_whole_sentence_with_its_spaces() -> None:
    for row in effect_weights():
        for side in ("right", "left", "none") if row.named else ():
            words = text(row.key, side=side, stands="yes")
            assert words[0].isupper() and words.endswith(".") and "  " not in words and "{" not in words, words


def test_sides_that_ask_alike_lead_to_none() -> None:
    both = (finding("gluteals_weak_or_late", "right"), finding("gluteals_weak_or_late", "left"))
    assert leading_side(thing("clam"), effect_contributions(thing("clam"), both, {})) == "both"
    one = (finding("gluteals_weak_or_late", "left"),)
    assert leading_side(thing("clam"), effect_contributions(thing("clam"), one, {})) == "left"
    assert leading_side(thing("bridge"), effect_contributions(thing("bridge"), one, {})) == "both"


def test_a_row_for_some_people_counts_for_them_alone() -> None:
    found = (finding("breath_high_or_fast"),)
    for answers, more in (({}, 0), ({"panic_like": True}, 1)):
        assert sum(p.reason.when is not None for p in effect_contributions(thing("counting"), found, answers)) == more


def test_every_exercise_breath_and_massage_has_a_reason_for_anybody() -> None:
    nobody = (finding("own_baseline"),)
    assert [
        one.name
        for one in plan_options()
        if one.kind != "test" and not item_reasons(effect_contributions(one, nobody, {}))
    ] == []


def test_figures_of_a_sided_exercise_are_those_of_its_working_side() -> None:
    known = committed_effects()["side_lying_abduction"]["activation"]["gluteus_medius"]
    assert simulated_quantity("side_lying_abduction", "activation.gluteus_medius", sided=True) == known["right"]
    assert (
        simulated_quantity("squat", "lumbar_compression_n.L4_L5", sided=False)
        == (committed_effects()["squat"]["lumbar_compression_n"]["L4_L5"])
    )


def test_rules_name_things_that_are() -> None:
    known = {one.name for one in plan_options()}
    named = (
        {name for kin in planning_rules()["families"].values() for name in kin}
        | set(planning_rules()["needs"])
        | set(planning_rules()["tools"])
    )
    named |= (
        set(planning_rules()["work"]["suits"]) | set(planning_rules()["sided"]["suits"]) | set(planning_rules()["desk"])
    )
    named |= {name for row in planning_rules()["provokes"] for name in row.get("items", ())}
    remeasured = {
        key: rows for key, rows in planning_rules()["remeasure"].items() if key not in ("most", "after", "anybody")
    }
    named |= {one for tests in remeasured.values() for one in tests} | set(planning_rules()["remeasure"]["anybody"])
    named |= {one for row in planning_rules()["remeasure"]["after"] for one in (row["test"], *row["tests"])}
    assert named - known == set()
    assert set(remeasured) <= {*finding_rules(), BASELINE}
    assert set(exercises()) <= known


def test_the_documentation_shows_the_table_as_it_is(root: Path) -> None:
    page = (root / "docs/program.md").read_text()
    assert page[page.index(START) + len(START) : page.index(END)].strip() == "\n".join(lines()), (
        "stale: run python -m scripts.program_table"
    )


def test_standing_is_told_as_it_is_simulated() -> None:
    standing = f"{committed_effects()['standing']['lumbar_compression_n']['L4_L5']:.0f}"
    rows = [row for row in effect_weights() if row.effect == "lumbar_compression_n.L4_L5"]
    assert {f"{row.low:.0f}" for row in rows} == {standing}
    told = [text(row.key, value=1.0, standing=float(standing)) for row in rows]
    assert all(f"In standing it carries {standing} N." in one for one in told) and len(rows) == 2


def test_pain_at_the_front_of_a_knee_gives_that_side_the_larger_share() -> None:
    told = IntakeAnswers({"age": 33, "pain_where": ["knee"], "pain_side": "right", "knee_place": "knee_front"})
    found = {one.id: one for one in assess(told).findings}
    assert found["knee_pain_front"].side == "right" and "outer_thigh_or_knee" not in found
    options = {one.name: one for one in plan_options()}
    for name in ("standing_abduction", "low_step_up"):
        assert (
            leading_side(options[name], effect_contributions(options[name], tuple(found.values()), told.answers))
            == "right"
        )
