"""Findings: what carries them, on which side, how sure they are, and what they never say."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.assessment.assessor import assess
from psoas.assessment.finding import Assessment, EvidenceWay, Finding
from psoas.assessment.finding_rules import apply_rule, finding_rules, read_rules
from psoas.assessment.recording_measures import UNITS
from psoas.assessment.sign import THRESHOLDS
from psoas.assessment.sign_evaluation import Evidence
from psoas.core.catalogue import keys, render, text, variables
from psoas.core.errors import InputError
from psoas.core.message import Message
from psoas.intake.answers import IntakeAnswers
from psoas.intake.answers_parser import parse_answers, read_answers
from psoas.intake.latest_answers import select_latest_answers
from psoas.knowledge.intake_questions import intake_questions, read_words
from psoas.knowledge.practice_sources import all_sources
from psoas.knowledge.questionnaires import questionnaires, score_questionnaire
from psoas.knowledge.screening import screen_answers
from psoas.knowledge.self_tests import find_self_test, judge_self_test, self_tests
from psoas.knowledge.toml_schema import EVIDENCE, read_knowledge_file
from tests.assessment_people import people, stories
from tests.worlds import EXAMPLES

FINDINGS = (
    "psoas_short_or_guarded", "hip_extension_reduced", "side_asymmetry", "hip_clicks_or_locks", "ribs_flared",
    "low_back_rounds", "low_back_arched", "front_driven_step", "gluteals_weak_or_late", "abdominal_wall_not_engaging",
    "breath_high_or_fast", "sitting_load", "stress_load", "sleep_short", "nerve_like_leg", "outer_thigh_or_knee",
    "knee_pain_front", "hip_pain", "low_back_pain", "neck_shoulder_tension", "balance_short", "training_jump",
    "habits", "own_baseline",
)  # fmt: skip
DIAGNOSES = re.compile(
    r"you have (?!a\b)|diagnos|syndrome|disease|disorder|itis\b|herniat|slipped|degenerat|dysfunction|patholog|"
    r"abnormal|impinge|radiculopath|caused by|because of|due to|suffer|cleared|too (?:short|weak|tight)",
    re.IGNORECASE,
)
MIRROR = {"right": "left", "left": "right"}


def of(story: IntakeAnswers | dict[str, Any]) -> dict[str, Finding]:
    """Findings by id."""
    told = story if isinstance(story, IntakeAnswers) else parse_answers(story)
    return {one.id: one for one in assess(told).findings}


def said_by(messages: tuple[Message, ...]) -> str:
    return " ".join(render(one) for one in messages)


def done(**tests: dict[str, float]) -> dict[str, Any]:
    return {"tests": tests}


@cache
def crowd() -> tuple[tuple[IntakeAnswers, Assessment], ...]:
    """Three hundred people and their assessments."""
    return tuple((one, assess(one)) for one in people(300, seed=7))


def test_every_finding_has_its_rule() -> None:
    assert tuple(finding_rules()) == FINDINGS


def test_any_story_gives_an_assessment_whose_parts_exist() -> None:
    known = {*intake_questions(), *self_tests(), *questionnaires(), *UNITS}
    for story, found in crowd():
        assert found.screening.program_allowed == bool(found.findings)
        for one in found.findings:
            assert one.id in FINDINGS and one.side in ("right", "left", "both", "") and one.known in tuple(EvidenceWay)
            assert set(one.rests_on) <= known and (one.rests_on or one.id == "own_baseline")
            told = {*story.answers, *story.questionnaires, *(test.test for test in story.tests)}
            assert set(one.rests_on) <= told, "rests on what nobody told"
            assert 0 < one.confidence <= 0.95 and render(one.changes_by)
            assert one.evidence in EVIDENCE and {one.source, *one.also} <= set(all_sources())
            assert one.sentence.endswith(".") and "{" not in one.sentence and "  " not in one.sentence


@settings(max_examples=25)
@given(stories())
def test_a_stop_leaves_nothing_but_the_stop(story: IntakeAnswers) -> None:
    found = assess(story)
    stopped = screen_answers(story.answers, texts=story.all_texts, visits=story.visits).level == "stop"
    assert stopped != found.screening.program_allowed
    if stopped:
        assert not (found.findings or found.judgements or found.timeline or found.moved or found.notes)
        assert all(one.crisis for one in found.scores)


def test_every_finding_is_made_for_somebody() -> None:
    lawyer = assess(read_answers(EXAMPLES / "answers.toml"))
    everyone = (lawyer, assess(parse_answers({})), *(found for _, found in crowd()))
    recorded = {"hip_extension_reduced"}
    assert {one.id for found in everyone for one in found.findings} == set(FINDINGS) - recorded


def mirrored(story: IntakeAnswers) -> IntakeAnswers:
    """The same person in a mirror."""
    answers = {
        k: MIRROR.get(v, v) if isinstance(v, str) and k.endswith("_side") else v for k, v in story.answers.items()
    }
    if each := read_words(answers, "pain_sides"):
        answers["pain_sides"] = tuple("/".join(MIRROR.get(part, part) for part in one.split("/")) for one in each)
    tests = tuple(
        replace(one, right=one.left, left=one.right, baseline=one.baseline[::-1])
        if find_self_test(one.test).sides
        else one
        for one in story.tests
    )
    return replace(story, answers=answers, tests=tests)


def swapped(text: str) -> list[str]:
    """The words of a text with the sides exchanged, in no order."""
    return sorted(MIRROR.get(word.strip(".,"), word.strip(".,")) for word in text.split())


def test_a_mirrored_story_mirrors_the_findings() -> None:
    sided = 0
    for story, found in crowd():
        other = {one.id: one for one in assess(mirrored(story)).findings}
        assert set(other) == {one.id for one in found.findings}
        for one in found.findings:
            twin = other[one.id]
            assert twin.side == MIRROR.get(one.side, one.side) and twin.confidence == one.confidence
            assert sorted(word.strip(".,") for word in twin.sentence.split()) == swapped(one.sentence)
            assert set(twin.rests_on) == set(one.rests_on)
            sided += one.side in MIRROR
    assert sided > 100


def evidence_of(story: IntakeAnswers) -> Evidence:
    tests = {t.test: (t, judge_self_test(t.test, right=t.right, left=t.left, baseline=t.baseline)) for t in story.tests}
    return Evidence(
        story, tests, {n: score_questionnaire(n, items) for n, items in story.questionnaires.items()}, None, ()
    )


@settings(max_examples=60)
@given(st.integers(0, 299), st.sampled_from([name for name in FINDINGS if name != "own_baseline"]), st.data())
def test_more_agreeing_signs_never_lower_confidence(who: int, name: str, data: st.DataObject) -> None:
    rule, told = finding_rules()[name], evidence_of(crowd()[who][0])
    agreeing = [sign for sign in rule.signs if not sign.against]
    left_out = data.draw(st.lists(st.sampled_from(agreeing), unique=True))
    fewer = replace(rule, signs=tuple(sign for sign in rule.signs if sign not in left_out))
    less, more = apply_rule(fewer, told), apply_rule(rule, told)
    assert less is None or (more is not None and more.confidence >= less.confidence)


def test_contrary_signs_are_named_and_lower_confidence() -> None:
    base = {"answers": {"sciatica": True, "sciatica_side": "right"}}
    plain, contrary = (
        of(base)["nerve_like_leg"],
        of({**base, **done(slump={"right": 0, "left": 0})})["nerve_like_leg"],
    )
    assert contrary.confidence == pytest.approx(plain.confidence * 0.7)
    assert render(contrary.against[0]) == "The slump test brought no pain in your right leg."
    wrong_side = of({**base, **done(slump={"left": 0})})["nerve_like_leg"]
    assert wrong_side.confidence == plain.confidence
    one_of_both = of({"answers": {**base["answers"], "sciatica_side": "both"}, **done(slump={"left": 0})})
    assert one_of_both["nerve_like_leg"].side == "both", "the surer side tells how sure"
    assert one_of_both["nerve_like_leg"].confidence == plain.confidence


def test_independent_signs_join_and_those_of_one_group_do_not() -> None:
    hip = {"hip_lock": True, "hip_side": "right"}
    assert of({"answers": hip})["hip_clicks_or_locks"].confidence == 0.5
    assert of({"answers": {**hip, "hip_click": True}})["hip_clicks_or_locks"].confidence == pytest.approx(1 - 0.5 * 0.6)
    sitting = {"answers": {"sitting_hours": 9}, "questionnaires": {"days": dict.fromkeys(
        ("sleep", "stress", "fear_of_movement", "sitting_hours", "sitting_stretch_min"), 9.0)}}  # fmt: skip
    assert of(sitting)["sitting_load"].confidence == 0.6


@pytest.mark.parametrize(
    ("right", "left", "side"), [(4, -9, "right"), (-9, 4, "left"), (3, 2, "both"), (-12, -11, None)]
)
def test_the_thigh_over_the_edge_names_its_side(right: float, left: float, side: str | None) -> None:
    found = of(done(modified_thomas={"right": right, "left": left})).get("psoas_short_or_guarded")
    assert (found.side if found else None) == side


def test_one_reading_of_the_thigh_over_the_edge_is_said_once_and_with_its_limit() -> None:
    told = {"answers": {"hip_hurts_straight": True}, **done(modified_thomas={"right": 9, "left": 6})}
    told["tests"]["steps_to_straighten"] = {"right": 6}
    found = of(told)
    assert "hip_extension_reduced" not in found, "the test does not tell how far a hip extends"
    said = [one.sentence for one in found.values() if "stayed level or higher (9 degrees" in one.sentence]
    assert len(said) == 1
    assert "The test only counts if you hold your pelvis still." in said_by(found["psoas_short_or_guarded"].against)


def test_a_side_is_named_only_beyond_what_the_test_tells() -> None:
    within = of(done(modified_thomas={"right": -5, "left": -14.9}))
    beyond = of(done(modified_thomas={"right": -4, "left": -14.9}))
    assert "side_asymmetry" not in within and beyond["side_asymmetry"].side == "right"
    assert "11 degrees (±10)" in beyond["side_asymmetry"].sentence
    assert beyond["side_asymmetry"].value == pytest.approx(10.9) and beyond["side_asymmetry"].uncertainty == 10


def test_of_one_group_only_the_strongest_sign_is_said() -> None:
    found = of(done(modified_thomas={"right": 4, "left": -9}))["psoas_short_or_guarded"]
    assert (
        found.sentence == "With your leg over the edge, your right thigh hung 13 degrees (±10) higher than your left."
    )


def test_a_test_outweighs_words_and_says_how_it_is_known() -> None:
    found = of({"answers": {"breath_high": True}, **done(breaths_a_minute={"right": 24})})["breath_high_or_fast"]
    assert (
        found.known == "tested" and found.value == 24 and found.sentence.startswith("You counted 24 breaths a minute")
    )
    assert of({"answers": {"breath_high": True}})["breath_high_or_fast"].known == "told"


@pytest.mark.parametrize("side", ["right", "left"])
def test_told_sides_come_from_their_own_question(side: str) -> None:
    found = of({"answers": {"pain_where": ["thigh_outside", "low_back"], "pain_side": side, "hip_click": True}})
    assert found["outer_thigh_or_knee"].side == side and f"outer {side} thigh" in found["outer_thigh_or_knee"].sentence
    assert found["hip_clicks_or_locks"].side == "" and found["low_back_pain"].side == ""


def test_each_place_keeps_its_own_sides() -> None:
    places = {"pain_where": ["low_back", "groin", "knee", "hip_outside"], "pain_side": "both"}
    told = {**places, "hip_hurts_straight": True, "knee_place": "knee_outer"}
    each = ["low_back/right", "low_back/left", "groin/right", "knee/left"]
    found = of({"answers": told | {"pain_sides": each}})
    assert found["hip_pain"].side == "right" and "left" not in found["hip_pain"].sentence
    assert "The outside of your hip hurts." in found["hip_pain"].sentence, "no side told, none said"
    assert found["outer_thigh_or_knee"].side == "left"
    assert "pain_sides" in found["hip_pain"].rests_on and "pain_side" not in found["hip_pain"].rests_on
    assert "straighten your right hip" in found["psoas_short_or_guarded"].sentence
    assert found["psoas_short_or_guarded"].side == "right", "a knee tells nothing of a hip"
    old = of({"answers": told})
    assert old["hip_pain"].side == "both" and old["outer_thigh_or_knee"].side == "both"


def test_nobody_is_told_to_do_a_test_that_is_not_for_them() -> None:
    said = said_by(assess(parse_answers({"answers": {"hip_replacement": True}})).notes)
    assert "Thigh over the edge" not in said and "physiotherapist can check" in said
    seated = said_by(assess(parse_answers({"answers": {"wheelchair": True}})).notes)
    assert not re.search(r"Standing on one leg|Step down|Wall:|walking", seated)


def test_what_could_not_be_told_names_tests_by_their_titles_and_nothing_by_its_inner_name() -> None:
    notes = assess(parse_answers({})).notes
    assert not re.search(r"\w_\w|[{}]", said_by(notes))
    assert f"Do \u201c{self_tests()['wall_ribs'].title}\u201d, and we can say more." in said_by(notes)


def test_nothing_told_means_a_baseline_and_what_would_tell_more() -> None:
    found = assess(parse_answers({}))
    assert [one.id for one in found.findings] == ["own_baseline"]
    assert found.findings[0].sentence.startswith("Nothing stands out")
    assert len(found.notes) == sum(bool(rule.signs) for rule in finding_rules().values())
    named = of({"answers": {"pregnant": True}})["own_baseline"].sentence
    assert named.startswith("Beyond what is named above")


def test_habits_come_last_and_without_a_sermon() -> None:
    found = assess(parse_answers({"answers": {"smokes": True, "alcohol_units": 30, "sitting_hours": 9}})).findings
    assert [one.id for one in found] == ["sitting_load", "habits"]
    assert found[-1].sentence == "You drink about 30 units of alcohol a week. You smoke."


def test_what_a_person_told_is_said_as_told_and_what_is_read_out_of_it_with_its_likelihood() -> None:
    hip = {"pain_where": ["low_back", "groin"], "pain_now": 4, "hip_hurts_straight": True, "hip_lock": True}
    found = of({"answers": hip | {"sitting_hours": 9, "hip_side": "right"}})
    assert found["low_back_pain"].as_told and found["hip_pain"].as_told and found["sitting_load"].as_told
    assert not found["psoas_short_or_guarded"].as_told, "nobody told us that"
    counted = of({"answers": {"breath_high": True}, **done(breaths_a_minute={"right": 24})})
    assert not counted["breath_high_or_fast"].as_told
    assert found["low_back_pain"].sentence == "Your low back hurts, 4 of 10."


def test_pain_stands_before_hours_of_sitting() -> None:
    answers = {"pain_where": ["groin"], "sitting_hours": 11, "work_kind": "desk", "sleep_hours": 5, "smokes": True}
    found = assess(parse_answers({"answers": answers})).findings
    assert [one.id for one in found] == ["hip_pain", "sitting_load", "sleep_short", "habits"]
    assert found[0].confidence < found[1].confidence


def test_safety_comes_first_then_the_complaint_then_what_is_surest() -> None:
    told = {
        "pain_where": ["low_back"], "pain_now": 4, "sciatica": True, "sciatica_side": "right",
        "sitting_hours": 11, "work_kind": "desk", "smokes": True,
    }  # fmt: skip
    found = assess(parse_answers({"answers": told} | done(modified_thomas={"right": 4, "left": -9}))).findings
    names = [one.id for one in found]
    assert names[:2] == ["nerve_like_leg", "low_back_pain"] and names[-1] == "habits"
    assert found[0].confidence < max(one.confidence for one in found)
    assert names.index("psoas_short_or_guarded") < names.index("sitting_load"), "the body before the days"


def test_ranks_count_from_one_and_stand_in_order() -> None:
    safety = {name for name, rule in finding_rules().items() if rule.safety}
    for story, found in crowd():
        assert [one.rank for one in found.findings] == list(range(1, 1 + len(found.findings)))
        first = [one.id in safety for one in found.findings]
        assert first == sorted(first, reverse=True)
        newest = select_latest_answers(story).answers
        about = [any(c.holds(newest) for c in finding_rules()[one.id].complaint) for one in found.findings]
        rest = [mine for mine, safe in zip(about, first, strict=True) if not safe]
        assert rest == sorted(rest, reverse=True)


@pytest.mark.parametrize(
    ("ticked", "title"),
    [
        (["hip_click"], "A hip that clicks"),
        (["groin_pinch"], "A hip that pinches"),
        (["hip_click", "hip_lock"], "A hip that locks and clicks"),
        (["hip_click", "hip_lock", "groin_pinch"], "A hip that locks, clicks and pinches"),
    ],
)
def test_a_hip_is_called_what_was_ticked(ticked: list[str], title: str) -> None:
    assert render(of({"answers": dict.fromkeys(ticked, True)})["hip_clicks_or_locks"].title) == title


def texts_of(finding: str) -> list[str]:
    """What the catalogue says of a finding, apart from norms, limits and what would change it."""
    names = [
        name
        for name in keys(f"finding.{finding}")
        if not re.search(r"-(norm|but-\d|unmeasured|changes_by|asks)$", name)
    ]
    return [text(name, **dict.fromkeys(variables(name), "x")) for name in names]


@pytest.mark.parametrize("name", FINDINGS)
def test_no_words_name_an_illness_or_a_cause(name: str) -> None:
    assert [text for text in texts_of(name) if DIAGNOSES.search(text)] == []


def test_the_words_list_can_fail() -> None:
    for line in ("You have sciatica.", "Your psoas is too short.", "This is due to sitting.", "Facet syndrome."):
        assert DIAGNOSES.search(line)


def test_no_finding_reads_the_pelvis_off_the_front_of_the_hip() -> None:
    for name, rule in finding_rules().items():
        assert not any(re.search(r"pelvi\w+ (?:tip|tilt)|tilt", text) for text in texts_of(name))
        assert not any(sign.subject == "pelvic_tilt_deg" for sign in rule.signs)
    limits = finding_rules()["psoas_short_or_guarded"].limit_messages(measured=True)
    assert "does not tip the pelvis" in said_by(limits)


def test_the_catalogue_has_the_words_of_every_rule_and_no_others() -> None:
    needed: dict[str, set[str]] = {}
    for name, rule in finding_rules().items():
        own = ["title", "changes_by", *(f"but-{number}" for number in range(1, rule.limits + 1))]
        own += ["asks"] if rule.signs else ["words", "words_seen"]
        own += ["title_of"] * rule.named_by_signs + ["unmeasured"] * rule.unmeasured
        needed |= {f"finding-{name}-{one}": {"shown"} if one == "title_of" else set() for one in own}
        needed[f"finding-{name}-asks"] = set(rule.asks)
        for sign in rule.signs:
            number = sign.kind != "told" or sign.subject
            known = {"value", "size"} if number else set()
            known |= {"half"} if sign.kind in ("tested", "measured") else set()
            found = {sign.sentence_key(""): known, sign.sentence_key("right"): known | {"side", "other"}}
            found |= {f"{sign.key}.norm": set()} if sign.has_norm else {}
            found |= {f"{sign.key}.named": set()} if sign.has_name else {}
            needed |= {key.replace(".", "-"): values for key, values in found.items()}
    needed.pop("finding-own_baseline-asks")
    assert set(keys("finding")) == set(needed)
    assert [name for name, values in needed.items() if not variables(name) <= values] == []


def test_every_fault_of_the_table_is_listed() -> None:
    table: dict[str, Any] = {**read_knowledge_file("findings.toml").content}
    told_wrong = {"kind": "told", "of": "sitting", "when": [["sitting_hours > many"]], "weight": 2, "id": "x"}
    wrong = dict(table["sitting_load"], source="nobody", sides="middle", signs=[
        told_wrong,
        {"kind": "tested", "of": "one_leg_stance", "rule": "differs", "weight": 0.1, "id": "y", "sentence": "loud"},
        {"kind": "measured", "of": "luck", "rule": "said", "weight": 0.1},
    ])  # fmt: skip
    with pytest.raises(InputError) as caught:
        short = dict(wrong, signs=[dict(table["habits"]["signs"][0], weight=0.1)])
        read_rules({"sitting_load": wrong, "empty": dict(wrong, signs=[]), "short": short})
    told = "\n".join(caught.value.faults)
    for word in ("'nobody'", "'middle'", "'sitting'", "compares with 'many'", "is 2;", "'loud'", "no rule for sides",
                 "'luck'", "'said'", "'id' is missing", "has no signs", "never be named"):  # fmt: skip
        assert word in told, word


def test_pairs_of_signs_that_look_at_one_thing_share_a_group() -> None:
    """Two thresholds on one number are one look; else a person would be surer for the same answer twice."""
    for rule in finding_rules().values():
        for one, other in combinations([sign for sign in rule.signs if sign.rule in THRESHOLDS], 2):
            if one.subject == other.subject and one.item == other.item and one.against == other.against:
                assert one.group == other.group, (rule.id, one.subject)
