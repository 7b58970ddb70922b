"""Walking by weeks: the dose of WalkBack and the WHO, a limited rise, and a way of their own for who cannot walk."""

from __future__ import annotations

from typing import Any

import pytest

from psoas.assessment.assessor import assess
from psoas.core.catalogue import render
from psoas.intake.answers import IntakeAnswers, Preferences
from psoas.knowledge.pathways import WalkingWay, combine_pathways, matching_pathways
from psoas.knowledge.practice_sources import all_sources
from psoas.program.aerobic_models import RUNS, AerobicKind, AerobicPlan
from psoas.program.aerobic_rules import aerobic_rules
from psoas.program.program_models import PHASES
from psoas.program.walking_program import bout_limit, goal_minutes, ways_of
from tests.aerobic_worlds import aerobic, aerobic_of
from tests.assessment_people import allowed

RULE = aerobic_rules().minutes


def faults_of(story: IntakeAnswers, plan: AerobicPlan) -> list[str]:
    """Everything that no plan of walking may do."""
    faults, ways = [], ways_of(story)
    rests = plan.kind is AerobicKind.REST
    before = max(plan.now_min, RULE.start)
    for week in plan.weeks:
        walks = [day for day in week.days if day.kind not in RUNS]
        limit = bout_limit(ways, week.phase)
        wrong = {
            f"days hold {sum(day.minutes for day in week.days)}": week.minutes != sum(day.minutes for day in week.days),
            f"rises from {before} to {week.minutes}": week.minutes > RULE.ceiling(before) + 1e-6,
            "two of one day": len({day.weekday for day in week.days}) < len(week.days),
            "does not rest": rests and bool(week.days),
            f"only {week.minutes}": not rests and week.minutes < RULE.start,
            f"bouts of more than {limit}": bool(limit) and any(day.minutes / day.bouts > limit for day in walks),
        }
        faults += [f"week {week.number}: {fault}" for fault, holds in wrong.items() if holds]
        before = week.minutes
    last = [week.minutes for week in plan.weeks if week.phase == PHASES[-1]]
    held = rests or goal_minutes(ways) < 120
    faults += [f"the last phase holds {last}"] if last and not held and min(last) < 120 else []
    faults += [f"weeks {len(plan.weeks)}"] if len(plan.weeks) != story.wishes.weeks else []
    return faults + [f"source {one.source}" for one in plan.claims if one.source not in all_sources()]


def test_random_people_keep_every_rule() -> None:
    faults = []
    for k, story in enumerate(allowed(150, seed=77)):
        plan = aerobic_of(story)
        faults += [f"{k}: {fault}" for fault in faults_of(story, plan)]
        faults += [] if aerobic_of(story) == plan else [f"{k}: not the same twice"]
    assert faults == []


def test_a_sitting_person_goes_from_sixty_minutes_to_half_an_hour_on_five_days() -> None:
    plan = aerobic({"age": 40, "sitting_hours": 10})
    assert [week.minutes for week in plan.weeks] == [60, 75, 90, 105, 120, 135, 150, 150]
    assert [day.minutes for day in plan.weeks[-1].days] == [30] * 5  # WalkBack: half an hour, five times a week
    assert plan.weeks[0].cadence == 0 and plan.weeks[-1].cadence == 100
    assert [one.source for one in plan.claims][:3] == ["pocovi2024", "hurley2015", "who2020"]


def test_who_walks_more_than_the_goal_keeps_it() -> None:
    assert {week.minutes for week in aerobic({"age": 40, "walk_minutes_week": 240}).weeks} == {240}
    assert {week.minutes for week in aerobic({"age": 40, "walk_minutes_week": 1500}).weeks} == {RULE.most}
    assert aerobic({"age": 40, "walk_minutes_week": 90}).weeks[0].minutes == 90


@pytest.mark.parametrize("weeks", [4, 5, 6, 8, 12, 26])
def test_every_length_reaches_two_hours_in_its_last_phase(weeks: int) -> None:
    plan = aerobic({"age": 40}, weeks=weeks)
    assert min(week.minutes for week in plan.weeks if week.phase == "drive") >= 120
    assert plan.weeks[0].minutes == 60


def test_walks_take_days_without_a_session_first() -> None:
    plan = aerobic({"age": 40}, days=3)  # sessions on Monday, Wednesday, Friday
    assert {2, 4, 6, 7} < {day.weekday for day in plan.weeks[0].days}


@pytest.mark.parametrize(
    ("answers", "way", "kind"),
    [
        ({"age": 66, "illnesses": ["spinal_stenosis"]}, "stenosis", "bouts"),
        ({"age": 60, "leg_walk_pain": "eases_standing", "sciatica": True}, "vessels", "bouts"),
        ({"age": 78, "falls": 3}, "unsteady", "laps"),
        ({"age": 78, "falls": 1, "walking_aid": True}, "aid", "laps"),
        ({"age": 30, "wheelchair": True}, "wheel", "wheel"),
        ({"age": 30, "wheelchair": True, "pain_where": ["shoulder"], "pain_now": 2}, "wheel_shoulder", "wheel"),
        ({"age": 41, "panic_like": True, "panic_checked": True}, "panic", "paced"),
        ({"age": 41, "pain_where": ["low_back"], "pain_now": 8}, "sore", "easy"),
        ({"age": 33, "birth_recent": True}, "birth", "bouts"),
        ({"age": 33, "pregnant": True, "pregnant_weeks": 24}, "pregnant", "walk"),
        ({"age": 60, "hip_replacement": True}, "new_hip", "bouts"),
        ({"age": 40, "fever": True}, "hold", "rest"),
        ({"age": 20, "low_energy": True}, "low_energy", "walk"),
        ({"age": 66, "illnesses": ["heart_disease"]}, "heart", "walk"),
    ],
)
def test_each_goes_their_own_way(answers: dict[str, Any], way: str, kind: str) -> None:
    plan = aerobic(answers)
    assert (plan.way, plan.kind) == (way, kind)
    assert all("{" not in render(rule) for rule in plan.rules)


def test_limits_of_two_ways_both_hold() -> None:
    """A woman of 72 with a narrow canal who fell once: five minutes at a time, slowly, near something to hold."""
    plan = aerobic({"age": 72, "illnesses": ["spinal_stenosis"], "falls": 1, "leg_numb": True, "osteoporosis": True})
    codes = [rule.code for rule in plan.rules]
    assert codes[:2] == ["walking-way-stenosis", "walking-also-unsteady"]
    assert all(day.minutes / day.bouts <= 5 for day in plan.weeks[0].days)
    assert {week.cadence for week in plan.weeks} == {0} and plan.weeks[-1].minutes == 120


def test_a_wheelchair_user_reaches_what_experts_advise_and_hears_nothing_of_walks() -> None:
    plan = aerobic({"age": 30, "wheelchair": True, "leg_weak": True, "falls": 2})
    assert plan.weeks[-1].minutes >= 90  # Martin Ginis 2018: 30 minutes three times a week
    assert "walk" not in " ".join(render(rule).lower() for rule in plan.rules)
    assert [rule.code for rule in plan.rules].count("walking-way-wheel") == 1


def test_whoever_eats_too_little_gets_no_more_minutes() -> None:
    plan = aerobic({"age": 20, "low_energy": True, "runs": True, "runs_km_week": 40})
    assert {week.minutes for week in plan.weeks} == {100} and plan.running and plan.running.mode == "paused"
    assert {week.minutes for week in aerobic({"age": 20, "low_energy": True}).weeks} == {60}


CAREFUL = {
    WalkingWay.ARM: (AerobicKind.WHEEL,),
    WalkingWay.INDOORS_AID: (AerobicKind.LAPS, AerobicKind.BOUTS, AerobicKind.EASY),
    WalkingWay.INTERVALS_SITTING: (AerobicKind.BOUTS, AerobicKind.LAPS, AerobicKind.EASY, AerobicKind.WHEEL),
}
"""What the most careful way of a person's pathways asks for, and kinds that give it."""


def test_ways_go_with_pathways() -> None:
    wrong = []
    for story in allowed(150, seed=78):
        ways = ways_of(story)
        found = [one.id for one in assess(story).findings]
        asked = combine_pathways(matching_pathways(story.answers, found), story.answers).walking
        if ways[0].kind is not AerobicKind.REST and ways[0].kind not in CAREFUL.get(asked, tuple(AerobicKind)):
            wrong.append((asked, ways[0].id))
    assert wrong == []


def test_the_cue_follows_the_phase() -> None:
    plan = aerobic({"age": 40})
    assert [week.cue.code.rsplit("-", 1)[1] for week in plan.weeks] == [week.phase for week in plan.weeks]
    assert "buttock" in render(plan.weeks[-1].cue)


def test_little_time_means_short_walks_and_a_lower_goal() -> None:
    """Three sessions of eight minutes a week: an hour of walking in pieces of ten minutes at most, up to ninety."""
    wishes = Preferences(minutes=8, days=3)
    plan = aerobic_of(IntakeAnswers(answers={"age": 33}, wishes=wishes))
    assert (plan.weeks[0].minutes, plan.weeks[-1].minutes, plan.goal_min) == (60, 90, 90)
    assert all(day.minutes / day.bouts <= 10 for week in plan.weeks for day in week.days)
    assert "walking-rule-few" in {rule.code for rule in plan.rules}
    more = aerobic_of(IntakeAnswers(answers={"age": 33}, wishes=Preferences(minutes=15, days=3)))
    assert more.weeks[-1].minutes == 150 and "walking-rule-few" not in {rule.code for rule in more.rules}


@pytest.mark.parametrize(
    ("answers", "rule"),
    [
        ({"wheelchair": True, "pain_where": ["shoulder"], "pain_now": 3}, "walking-rule-pain_usual"),
        ({"pregnant": True, "girdle_pain": True, "pain_now": 5}, "walking-rule-pain_usual"),
        ({"age": 15, "pain_where": ["knee"], "pain_now": 2}, "walking-rule-pain_none"),
        ({"leg_walk_pain": "eases_standing"}, "walking-rule-pain_leg"),
        ({"pain_where": ["low_back"], "pain_now": 4}, "walking-rule-pain"),
    ],
)
def test_pain_has_one_rule(answers: dict[str, Any], rule: str) -> None:
    plan = aerobic({"age": 40, **answers})
    assert [one.code for one in plan.rules if "-pain" in one.code and "-rule-" in one.code] == [rule]
    assert "ache" not in render(plan.rules[0])


def test_pain_of_four_or_five_hears_of_a_pace() -> None:
    for answers in ({"pain_where": ["low_back"]}, {"sciatica": True, "sciatica_side": "left"}):
        assert "talk" in render(aerobic({"age": 40, "pain_now": 5, **answers}).rules[0])


def test_minutes_of_a_sport_count_unless_it_waits() -> None:
    codes = {one.code for one in aerobic({"age": 35, "sport": ["cycling", "dance", "walking"]}).rules}
    assert {"walking-sport-cycling", "walking-sport-dance"} <= codes and "walking-sport-swimming" not in codes
    hungry = aerobic({"age": 21, "sport": ["dance"], "low_energy": True})
    assert not any(one.code.startswith("walking-sport") for one in hungry.rules)
