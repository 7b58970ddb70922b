"""The table of reasons: every row is checked, says where it comes from, and is shown in the documentation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from psoas.assessment.finding import Finding
from psoas.errors import InputError
from psoas.knowledge.exercises import exercises
from psoas.knowledge.simulate import effects
from psoas.program.reach import Thing, things
from psoas.program.rules import rules
from psoas.program.table import (
    ANY,
    active,
    because,
    beginnings,
    figure,
    leading,
    measured,
    parts,
    read_table,
    table,
    trust,
)
from scripts.program_table import END, START, lines

ROW: dict[str, Any] = {
    "finding": "sitting_load", "effect": "strand.desk", "weight": 1, "words": "it moves",
    "source": "waongenngarm2018", "evidence": "trial",
}  # fmt: skip
SIMULATED: dict[str, Any] = {
    "finding": "sitting_load", "effect": "psoas_length_percent", "shelves": ["release"], "from": 100, "to": 102,
    "weight": 1, "words": "{value:.0f} %", "source": "simulation", "evidence": "model",
}  # fmt: skip


def thing(name: str) -> Thing:
    return next(one for one in things() if one.name == name)


def finding(name: str, side: str = "", confidence: float = 1.0) -> Finding:
    return Finding(name, side, name, name, None, None, "", "", "told", confidence, (), (), "", "expert", "assumed")


def test_the_table_holds_and_every_finding_has_a_beginning_and_a_use() -> None:
    assert len(table()) > 60
    used = {row.finding for row in table()}
    assert used - {ANY} <= set(beginnings())
    assert set(beginnings()) - used == {"habits", "own_baseline"}, "these two give general practice alone"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"finding": "no_such"}, "expected psoas_short_or_guarded"),
        ({"effect": "strand.flying"}, "names nothing in the library"),
        ({"effect": "exercise.no_such"}, "names nothing in the library"),
        ({"effect": "psoas_colour"}, "is not known"),
        ({"words": "{value} N"}, "may hold {value} of a simulated effect"),
        ({"evidence": "model"}, "a simulated effect has source"),
        ({"source": "nobody2020"}, "nobody2020"),
        ({"weight": 9}, "'weight' is 9"),
        ({"extra": 1}, "'extra' is not known"),
        ({"when": ["flies"]}, "is not asked"),
    ],
)
def test_a_wrong_row_is_refused(change: dict[str, Any], said: str) -> None:
    assert read_table([ROW]) and read_table([SIMULATED])
    with pytest.raises(InputError) as error:
        read_table([{**ROW, **change}])
    assert said in "\n".join(error.value.faults)


def test_worth_is_weight_times_trust_times_confidence_times_how_far() -> None:
    name = "half_kneeling_lengthening"
    value = effects()[name]["psoas_length_percent"]["right"]
    found = parts(thing(name), (finding("hip_extension_reduced", "right", 0.5),), {})
    part = next(one for one in found if one.reason.effect == "psoas_length_percent")
    far = min(1.0, (value - 100) / 2.5)
    assert part.worth == pytest.approx(3 * trust()["model"] * (0.4 + 0.6 * 0.5) * far)
    assert part.value == value


def test_reasons_name_finding_figure_and_origin() -> None:
    name = "standing_lengthening"
    given = parts(thing(name), (finding("psoas_short_or_guarded", "right"),), {})
    first = because(given)[0]
    value = effects()[name]["psoas_length_percent"]["right"]
    assert first.words == (
        f"because your right psoas seems short or on guard: here the psoas reaches {value:.1f} % of its standing length"
    )
    assert (first.finding, first.origin, first.source) == ("psoas_short_or_guarded", "simulated", "simulation")
    assert leading(thing(name), given) == "right"


def test_sides_that_ask_alike_lead_to_none() -> None:
    both = (finding("gluteals_weak_or_late", "right"), finding("gluteals_weak_or_late", "left"))
    assert leading(thing("clam"), parts(thing("clam"), both, {})) == "both"
    one = (finding("gluteals_weak_or_late", "left"),)
    assert leading(thing("clam"), parts(thing("clam"), one, {})) == "left"
    assert leading(thing("bridge"), parts(thing("bridge"), one, {})) == "both"


def test_a_row_for_some_people_counts_for_them_alone() -> None:
    found = (finding("breath_high_or_fast"),)
    for answers, more in (({}, 0), ({"panic_like": True}, 1)):
        assert sum(p.reason.when is not None for p in parts(thing("counting"), found, answers)) == more


def test_every_exercise_breath_and_massage_has_a_reason_for_anybody() -> None:
    nobody = (finding("own_baseline"),)
    assert [one.name for one in things() if one.kind != "test" and not because(parts(one, nobody, {}))] == []


def test_figures_of_a_sided_exercise_are_those_of_its_working_side() -> None:
    known = effects()["side_lying_abduction"]["activation"]["gluteus_medius"]
    assert figure("side_lying_abduction", "activation.gluteus_medius", sided=True) == known["right"]
    assert (
        figure("squat", "lumbar_compression_n.L4_L5", sided=False)
        == (effects()["squat"]["lumbar_compression_n"]["L4_L5"])
    )


def test_rules_name_things_that_are() -> None:
    known = {one.name for one in things()}
    named = (
        {name for kin in rules()["families"].values() for name in kin} | set(rules()["needs"]) | set(rules()["tools"])
    )
    named |= set(rules()["work"]["suits"]) | set(rules()["sided"]["suits"]) | set(rules()["desk"])
    named |= {name for row in rules()["provokes"] for name in row.get("items", ())}
    named |= {one for key, tests in rules()["remeasure"].items() if key != "most" for one in tests}
    assert named - known == set()
    assert {key for key in rules()["remeasure"] if key != "most"} <= set(beginnings())
    assert set(exercises()) <= known


def test_the_documentation_shows_the_table_as_it_is(root: Path) -> None:
    page = (root / "docs/program.md").read_text()
    assert page[page.index(START) + len(START) : page.index(END)].strip() == "\n".join(lines()), (
        "stale: run python -m scripts.program_table"
    )


def test_what_was_measured_in_people_counts_in_place_of_what_was_simulated() -> None:
    bridge, lifted = thing("bridge"), thing("standing_abduction")
    assert measured("bridge", "activation.gluteus_maximus") == (0.25, "ekstrom2007")
    assert measured("standing_abduction", "activation.gluteus_medius") == (0.0, "")
    assert active(bridge, "gluteus_maximus") == 0.25
    assert (
        active(lifted, "gluteus_medius") == figure("standing_abduction", "activation.gluteus_medius", sided=True) > 0.2
    )


def test_standing_is_told_as_it_is_simulated() -> None:
    standing = f"{effects()['standing']['lumbar_compression_n']['L4_L5']:.0f}"
    rows = [row for row in table() if row.effect == "lumbar_compression_n.L4_L5"]
    assert {f"{row.low:.0f}" for row in rows} == {standing}
    assert all(f"against {standing} N in standing" in row.words for row in rows) and len(rows) == 2
