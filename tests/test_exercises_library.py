"""The exercise library is whole: every entry checked, sourced and linked, and true to what it claims."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from psoas.body.sources import KINDS, STATUS, sources
from psoas.errors import InputError
from psoas.knowledge.exercises import (
    PROGRESSIONS,
    STRANDS,
    Exercise,
    easier,
    exercise,
    exercise_sources,
    exercises,
    read_exercise,
)
from psoas.knowledge.simulate import GROUPS, effects, quantity, ranked

LIBRARY = list(exercises().values())
OF_STRAND = {strand: [one for one in LIBRARY if one.strand == strand] for strand in STRANDS}
HARDER = [one for one in LIBRARY if one.harder]
DATA = Path(__file__).resolve().parents[1] / "psoas/knowledge/data/exercises"
ENTRY: dict[str, Any] = {
    "label": "Stand", "strand": "gait", "purpose": "To stand.", "position": "Standing.", "working_side": "both",
    "start": "standing", "support": "standing", "keyframes": [{"at_s": 0}, {"at_s": 2, "hip_flexion_r": 10}],
    "steps": ["Stand."], "cues": ["Tall"], "errors": ["Slack"], "breath": "Easy.", "equipment": [], "places": ["home"],
    "cautions": [], "stop": ["Pain"], "evidence": "model", "source": "assumed", "basis": "None.",
    "dose": {"sets": 1, "reps": 1, "hold_s": 1.0, "tempo": "slow", "rest_s": 0.0},
}  # fmt: skip


def faults_of(**changed: Any) -> list[str]:
    """What the reader says of a good entry with some values changed."""
    faults: list[str] = []
    found = read_exercise("stand", ENTRY | changed, where="x.toml", faults=faults)
    assert (found is None) == bool(faults)
    return faults


def test_every_strand_has_exercises() -> None:
    assert len(LIBRARY) >= 40
    assert min(len(rows) for rows in OF_STRAND.values()) >= 3


@pytest.mark.parametrize("one", LIBRARY, ids=lambda one: one.name)
def test_an_exercise_says_all_it_should(one: Exercise) -> None:
    assert one.source in set(sources()) | set(exercise_sources())
    assert set(one.published) <= set(exercise_sources())
    assert {muscle for figures in one.published.values() for muscle in figures} <= set(GROUPS)
    assert all(0 < percent < 150 for figures in one.published.values() for percent in figures.values())
    assert (one.evidence in ("measured", "trial")) <= (one.source != "assumed")
    assert one.dose.sets > 0 and one.dose.reps > 0 and one.dose.hold_s >= 0 and one.dose.rest_s >= 0
    assert any("numbness" in word for word in one.stop), "nerve signs stop every exercise"
    assert all(0 <= frame.bracing <= 0.3 for frame in one.keyframes)
    text = " ".join([one.purpose, one.basis, *one.steps, *one.cues, *one.errors, *one.cautions])
    assert not re.search(
        r"\b(cures?|heals?|diagnos\w+|guarantee\w*)\b", text.replace("causes or cures pain is not", "")
    )


def test_sources_of_the_library_say_what_they_are() -> None:
    used = {one.source for one in LIBRARY} | {study for one in LIBRARY for study in one.published}
    assert set(exercise_sources()) <= used, "a source that nothing uses"
    assert not set(exercise_sources()) & set(sources()), "one key, one entry"
    for key, row in exercise_sources().items():
        assert row["kind"] in KINDS and row["status"] in STATUS, key
        assert row["title"] and row["use"] and row["citation"].endswith(".") and str(row["year"]) in row["citation"]


def test_no_name_is_a_fault_and_the_nearest_is_named() -> None:
    assert exercise("bridge").label == "Bridge"
    with pytest.raises(InputError, match="bridge"):
        exercise("brigde")


def test_a_good_entry_is_read_in_radians_and_seconds() -> None:
    faults: list[str] = []
    found = read_exercise("stand", ENTRY, where="x.toml", faults=faults)
    assert found is not None and faults == []
    assert [frame.at_s for frame in found.keyframes] == [0.0, 2.0]
    assert found.keyframes[1].posture.values.max() == pytest.approx(0.17453293)
    assert found.keyframes[0].support == "standing" and found.harder is None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"strand": "magic"}, "strand 'magic'"),
        ({"evidence": "sure"}, "evidence 'sure'"),
        ({"start": "floating"}, "start 'floating'"),
        ({"support": "air"}, "support 'air'"),
        ({"steps": []}, "'steps' is empty"),
        ({"places": ["moon"]}, "place 'moon'"),
        ({"dose": {"sets": 1}}, "dose needs"),
        ({"colour": "red"}, "'colour' is not known"),
        ({"keyframes": [{"at_s": 1}]}, "rise from 0"),
        ({"keyframes": [{"at_s": 0}, {"at_s": 0}]}, "rise from 0"),
        ({"keyframes": []}, "rise from 0"),
        ({"keyframes": [{"at_s": 0, "hip_flexion_r": 400}]}, "out of range"),
        ({"keyframes": [{"at_s": 0, "hip_bend": 4}]}, "hip_bend"),
        ({"harder": {"exercise": "bridge", "by": "luck", "quantity": "x"}}, "harder needs"),
    ],
)
def test_a_bad_entry_says_what_is_wrong(changed: dict[str, Any], said: str) -> None:
    faults = faults_of(**changed)
    assert len(faults) == 1 and said in faults[0] and faults[0].startswith("x.toml, stand: ")


def test_all_faults_come_together() -> None:
    assert len(faults_of(strand="magic", evidence="sure", steps=[])) == 3
    assert faults_of() == []


# -- claims against computed effects


def test_effects_are_those_of_the_library() -> None:
    assert set(effects()) == {"standing", *exercises()}


@pytest.mark.parametrize("one", OF_STRAND["release"], ids=lambda one: one.name)
def test_a_release_lengthens_the_psoas_or_lets_it_go(one: Exercise) -> None:
    found, still = effects()[one.name], effects()["standing"]
    longer = max(found["psoas_length_percent"].values()) > 100.5
    assert longer or quantity(found, "psoas_force_n") < quantity(still, "psoas_force_n")


@pytest.mark.parametrize("one", OF_STRAND["gluteal"], ids=lambda one: one.name)
def test_a_gluteal_exercise_asks_gluteals_more_than_psoas(one: Exercise) -> None:
    active = effects()[one.name]["activation"]
    gluteal = max(quantity(active, "gluteus_maximus"), quantity(active, "gluteus_medius"))
    assert gluteal > quantity(active, "psoas")


@pytest.mark.parametrize("one", HARDER, ids=lambda one: one.name)
def test_the_harder_neighbour_asks_for_more_of_what_it_says(one: Exercise) -> None:
    assert one.harder is not None and one.harder.by in PROGRESSIONS
    less, more = (quantity(effects()[name], one.harder.quantity) for name in (one.name, one.harder.exercise))
    assert more > 1.05 * less
    assert one.name in easier(one.harder.exercise)


def test_there_is_somewhere_to_go_from_easy() -> None:
    assert len(HARDER) >= 10
    for one in HARDER:
        assert one.harder is not None and one.harder.exercise != one.name


def test_ranking_goes_from_most_to_least() -> None:
    rows = ranked("lumbar_compression_n.L4_L5")
    values = [value for _, value in rows]
    assert values == sorted(values, reverse=True) and len(rows) == len(LIBRARY)
    with pytest.raises(InputError, match="lumbar_compression_n"):
        ranked("compression")
    with pytest.raises(InputError, match=r"activation\.psoas"):
        ranked("activation")


def test_the_order_of_loads_on_the_low_back_is_the_published_one() -> None:
    """Lying below standing; bird dog above one leg on hands and knees, that above the curl-up (Callaghan 1998's and
    Axler 1997's order, of exercises that are here); resting least."""
    load = {name: quantity(row, "lumbar_compression_n.L4_L5") for name, row in effects().items()}
    assert load["bird_dog"] > load["quadruped_hip_extension"] > load["curl_up"] > load["legs_on_chair"]
    assert load["legs_on_chair"] < load["standing"] < load["side_plank"]


def test_a_leg_raise_asks_the_psoas_more_than_a_curl_up_and_that_more_than_standing() -> None:
    """Juker 1998's order."""
    asked = {name: quantity(row, "activation.psoas") for name, row in effects().items()}
    assert asked["straight_leg_raise"] > asked["curl_up"] > asked["standing"]


def test_every_family_file_holds_its_own_strand() -> None:
    for path in DATA.glob("*.toml"):
        strands = set(re.findall(r'^strand = "(\w+)"', path.read_text(), re.MULTILINE))
        assert strands == (set() if path.stem == "sources" else {path.stem})
