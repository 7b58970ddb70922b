"""Facts that a review found wrong, each held to what its source says; faults of self-tests that it found."""

from __future__ import annotations

import pytest

from psoas.knowledge.questionnaires import questionnaires, score_questionnaire
from psoas.knowledge.screening import help_lines, screen_answers, screening_entries
from psoas.knowledge.self_tests import judge_self_test, self_tests


def words(picture: str) -> str:
    return screening_entries()[picture].words


def test_the_thomas_norm_says_that_most_were_injured() -> None:
    """Ferber 2010: 300 people, 250 of them injured."""
    assert "250 of them injured" in self_tests()["modified_thomas"].norm


def test_a_nerve_that_is_new_is_told_apart_from_a_narrowed_canal() -> None:
    """Most new ones settle in weeks; of stenosis 50 stay, 25 get better, 25 worse (BMJ Best Practice)."""
    assert "If it is new" in words("nerve_signs")
    told = screen_answers({"age": 72, "illnesses": ["spinal_stenosis"], "sciatica": True, "pain_weeks": 100})
    course = next(one for one in told.entries if one.id == "stenosis_course")
    assert all(part in course.words for part in ("half", "a quarter get better", "a quarter get worse"))
    assert "stenosis_course" not in {one.id for one in screen_answers({"sciatica": True, "pain_weeks": 2}).entries}


def test_fragile_bones_keep_strength_and_lose_impact_only_with_fractures() -> None:
    """Brooke-Wavell 2022: strength and moderate impact without vertebral or multiple fractures."""
    plain = screen_answers({"age": 60, "osteoporosis": True})
    assert "impact" not in plain.narrows and "Strength work is good" in words("fragile_bones")
    assert "impact" in screen_answers({"age": 60, "osteoporosis": True, "spine_fracture": True}).narrows


def test_nijmegen_names_both_cut_offs() -> None:
    bands = [(one.at_least, one.words) for one in questionnaires()["nijmegen"].bands]
    assert [at_least for at_least, _ in bands] == [0, 20, 23]
    assert "20" in bands[0][1] and "23" in bands[0][1]


def test_the_artery_scan_is_named_to_women_with_risks_too() -> None:
    """NICE NG156 1.1.3: women of 70 and over with risk factors."""
    named = [one.id for one in screen_answers({"sex": "female", "age": 71, "smoked_before": True}).entries]
    assert "artery_picture_women" in named
    assert "artery_picture_women" not in {one.id for one in screen_answers({"sex": "female", "age": 71}).entries}
    assert "women" in words("aneurysm_possible")


@pytest.mark.parametrize("age", [52, 66])
def test_one_fall_with_poor_balance_is_enough(age: int) -> None:
    named = [one.id for one in screen_answers({"age": age, "falls": 1, "walk_unsteady": True}).entries]
    assert "one_fall" in named and "strength and balance" in words("one_fall")


def test_the_bridge_rule_does_not_claim_a_norm_of_floor_holds() -> None:
    norm = self_tests()["bridge_hold"].norm
    assert "no norm" in norm and "footballers" in norm and "healthy sides" not in norm


def test_roland_morris_is_unaltered_and_a_blank_counts_nothing() -> None:
    intro = questionnaires()["roland_morris"].intro
    assert intro.startswith("When your back hurts") and "leave the space blank and go on to the next one" in intro
    assert score_questionnaire("roland_morris", {}).value == 0
    found = score_questionnaire("roland_morris", {"roland_morris_3": 1, "roland_morris_17": 1})
    assert found.value == 2 and len(found.items) == 24


@pytest.mark.parametrize("name", ["gad2", "gad7", "phq2"])
def test_a_doctor_is_named_from_the_published_cut_off_on(name: str) -> None:
    asked = questionnaires()[name]
    for total in range(int(asked.range[1]) + 1):
        left, given = total, {}
        for item in asked.items:
            given[item.id] = float(min(3, left))
            left -= int(given[item.id])
        found = score_questionnaire(name, given)
        assert found.see_doctor == (total >= {"gad2": 3, "gad7": 8, "phq2": 2}[name])
        assert found.help == (help_lines() if total >= {"gad2": 6, "gad7": 15, "phq2": 2}[name] else ())


# -- self-tests


def test_a_bridge_says_which_leg_is_right() -> None:
    test = self_tests()["bridge_hold"]
    assert "right foot is on the floor" in test.enter
    assert any("right foot down" in one for one in test.steps) and any("left foot down" in one for one in test.steps)


def test_no_test_asks_for_three_hands() -> None:
    """One hand on the wall leaves one for the back; two hands on the knee leave none for a phone."""
    back = self_tests()["hip_extension_prone"].steps
    assert not any("both hands on a wall" in one for one in back) and any("one hand" in one for one in back)
    assert any("Strap the phone" in one for one in self_tests()["knees_to_chest"].steps)
    assert any("strapped" in one for one in self_tests()["modified_thomas"].steps)


def test_the_active_straight_leg_raise_is_scored_as_published() -> None:
    """Mens 2012: 0 to 5 a leg, positive from 1."""
    test = self_tests()["active_straight_leg_raise"]
    assert (test.low, test.high, test.sides) == (0, 5, True)
    assert judge_self_test(test, right=3, left=0).differs and not judge_self_test(test, right=1, left=0).differs


@pytest.mark.parametrize(
    ("name", "chance", "change"),
    [("calf_raise_count", 6.5, 7.5), ("side_plank_hold", 30, 31), ("five_sit_to_stand", 2, 3)],
)
def test_a_change_is_named_only_beyond_what_the_test_tells(name: str, chance: float, change: float) -> None:
    """Heel rises: limits of agreement 6.4; side bridge: typical error 10.95 s, so 30.4 s between two days."""
    assert not judge_self_test(name, right=20, baseline=(20 + chance, None)).changed_right
    assert judge_self_test(name, right=20, baseline=(20 + change, None)).changed_right
