"""Running of runners: kept, reduced or brought back; a longest run, a weekly rise, rest days; never while barred."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from psoas.assessment.assessor import assess
from psoas.core.catalogue import render
from psoas.intake.answers import IntakeAnswers, Preferences
from psoas.knowledge.contraindications import contraindications
from psoas.knowledge.doctor_visits import DoctorVisit, VisitOutcome
from psoas.knowledge.practice_sources import all_sources
from psoas.knowledge.screening import screen_answers
from psoas.program.aerobic_models import RUNS, AerobicKind, AerobicPlan, RunningMode
from psoas.program.running_gate import SETS, is_runner, running_gate
from psoas.program.running_rules import running_rules
from tests.aerobic_worlds import aerobic, aerobic_of
from tests.assessment_people import people
from tests.program.test_walking_program import faults_of

RULES = running_rules()
BARS: dict[str, Any] = {
    "pregnant": True, "birth_recent": True, "hip_replacement": True, "osteoporosis": True, "limp": True,
    "walking_aid": True, "surgery_recent": True, "low_energy": True, "leg_weak": True, "pelvic_floor_signs": True,
    "pain_now": 7,
}  # fmt: skip
"""Answers that bar running for as long as they hold."""
SEEN: tuple[dict[str, Any], ...] = (
    {"cancer": True, "pain_where": ["low_back"], "pain_now": 2},
    {"hands_clumsy": True},
    {"trauma_severe": True, "trauma_weeks": 12},
)
"""What a doctor should see first and no caution names: screening alone takes running out."""
SEEN_BY_A_DOCTOR = tuple(
    DoctorVisit(one, date(2026, 3, 1), VisitOutcome.CLEARED, True, date(2026, 3, 2)) for one in RULES.examined
)
AUTHOR: dict[str, Any] = {
    "age": 35, "runs": True, "runs_km_week": 45, "sport": ["running"], "hip_lock": True, "hip_side": "right",
    "sciatica": True, "sciatica_side": "right", "pain_where": ["low_back", "groin"], "pain_now": 4, "sitting_hours": 9,
}  # fmt: skip
OUTER_KNEE: dict[str, Any] = {
    "age": 31, "runs": True, "runs_km_week": 40, "load_jump": True, "sport": ["running"], "pain_side": "right",
    "pain_where": ["thigh_outside", "knee"], "pain_now": 4, "groin_on_loading": False,
}  # fmt: skip
TRAINING: dict[str, float] = {
    "training_days": 5, "week_km": 48, "longest_run_month_km": 16, "longest_run_week_km": 21, "pain_in_training": 5,
    "pain_next_morning": 3,
}  # fmt: skip
"""The review's runner: 5 of 10 in training, and a longest run that jumped by 31 percent."""


def running_faults(story: IntakeAnswers, plan: AerobicPlan) -> list[str]:
    """Everything that no plan of running may do."""
    found = assess(story)
    gate = running_gate(story, found)
    barred = [one for key in SETS for one in contraindications()[key].bars(story.answers)]
    never = [one for one in barred if one != "birth_weeks < 12"]
    born = story.answers.get("birth_weeks")
    narrowed = set(SETS) & set(found.screening.narrows)
    if plan.running is None:
        return [f"week {week.number}: runs" for week in plan.weeks if week.run_days]
    faults, longest, before, run_min = [], [plan.running.longest_km], 0.0, 0.0
    walked = 0.0
    outer = "running-why-outer" in {rule.code for rule in plan.running.rules}
    spaced = plan.running.mode in (RunningMode.REDUCE, RunningMode.RETURN)
    for week in plan.weeks:
        days = [day.weekday for day in week.run_days]
        most = max((day.km for day in week.days), default=0.0)
        timed = [day for day in week.run_days if not day.km]
        ran = max((_minutes_run(day.minutes, day.run_min, day.walk_min) for day in timed), default=0.0)
        reduced = plan.running.mode is RunningMode.REDUCE and before > 0
        wrong = {
            f"runs although {never} and {narrowed} bar it": bool(days) and bool(never or narrowed),
            "runs before twelve weeks": bool(days) and isinstance(born, float) and born + week.number - 1 < 12,
            "runs in a week that is barred": bool(days) and bool(gate.bars(week.number)),
            f"a run of {most} km": most > (1 + RULES.longest_rise) * max(longest[-RULES.memory_weeks :]) + 1e-6,
            f"a run of {most} km, {week.longest_km} allowed": most > week.longest_km + 1e-6,
            f"runs by turns after a walk of {walked}": bool(timed) and walked < RULES.walk_before,
            "a week without a day off runs and walks": bool(days) and len(week.days) == 7 and story.wishes.days < 5,
            f"starts with {most} km on a sore knee": outer and not before and most > plan.running.usual_km / 2,
            f"{before} to {week.run_km} km": reduced and week.run_km > (1 + RULES.week_rise) * before + 1e-6,
            f"more than usual: {week.run_km} km": week.run_km > plan.running.usual_km + 1e-6,
            f"runs on {days}": spaced and any(b - a == 1 for a, b in pairwise(days)),
            f"{run_min} to {ran} minutes": ran > max(run_min + 6, (1 + RULES.longest_rise) * run_min),
            "strides before the third phase": week.phase in ("release", "engage") and any(d.strides for d in week.days),
        }
        faults += [f"week {week.number}: {fault}" for fault, holds in wrong.items() if holds]
        walked = max([walked, *(day.minutes / day.bouts for day in week.days if day.kind not in RUNS)])
        longest.append(most)
        before, run_min = week.run_km or before, ran or run_min
    return faults


def _minutes_run(minutes: float, run: float, walk: float) -> float:
    return minutes * run / (run + walk) if run else minutes


def runners(count: int, seed: int) -> list[IntakeAnswers]:
    """Runners of every kind, some of them with something that bars it."""
    rng, found = np.random.default_rng(seed), list[IntakeAnswers]()
    while len(found) < count:
        km = float(rng.choice([0, 2, 5, 12, 25, 40, 70, 120]))
        answers: dict[str, Any] = {"age": int(rng.integers(14, 75)), "runs": True, "runs_km_week": km, "pain_now": 0}
        answers |= {"walk_minutes_week": float(rng.integers(0, 400)), "sex": "female", "falls": 0}
        for name in ("hip_lock", "sciatica", "load_jump", "panic_like", "groin_pinch"):
            answers[name] = bool(rng.random() < 0.2)
        if rng.random() < 0.4:
            answers |= {"pain_where": ["thigh_outside"], "pain_now": int(rng.integers(0, 8))}
        if rng.random() < 0.2:
            answers["birth_weeks"] = float(rng.integers(1, 40))
        for told in [{name: value} for name, value in BARS.items()] + list(SEEN):
            if rng.random() < 0.04:
                answers |= told
        scored: dict[str, dict[str, float]] = {}
        if rng.random() < 0.6:
            month = float(rng.integers(1, 30))
            training = {"training_days": float(rng.integers(0, 8)), "longest_run_month_km": month, "week_km": km}
            training |= {"longest_run_week_km": month * float(rng.choice([1.0, 1.31])), "pain_next_morning": 0.0}
            training["pain_in_training"] = float(rng.integers(0, 9))
            scored["training"] = training
        wishes = Preferences(weeks=int(rng.integers(1, 27)), days=int(rng.integers(1, 8)))
        if screen_answers(answers).program_allowed:
            found.append(IntakeAnswers(answers=answers, questionnaires=scored, wishes=wishes))
    return found


def test_random_runners_keep_every_rule() -> None:
    faults, modes = [], set()
    for k, story in enumerate(runners(150, seed=11)):
        plan = aerobic_of(story)
        faults += [f"{k}: {fault}" for fault in (*running_faults(story, plan), *faults_of(story, plan))]
        modes |= {plan.running.mode} if plan.running else set()
    assert faults == []
    assert modes == set(RunningMode)


def test_nobody_runs_who_does_not_run() -> None:
    allowed = (one for one in people(400, seed=9) if screen_answers(one.answers, texts=one.texts).program_allowed)
    walkers = [one for one in allowed if not is_runner(one.answers)][:40]
    assert len(walkers) > 10
    for story in walkers:
        plan = aerobic_of(story)
        assert plan.running is None and not any(week.run_days for week in plan.weeks)


@pytest.mark.parametrize("answer", BARS)
def test_what_bars_running_pauses_it_and_says_why(answer: str) -> None:
    told = {"age": 34, "sex": "female", "runs": True, "runs_km_week": 30, "sport": ["running"], answer: BARS[answer]}
    plan = aerobic(told)
    assert plan.running and plan.running.mode is RunningMode.PAUSED
    assert not any(week.run_days for week in plan.weeks)
    assert len(plan.running.rules) == 3 and len(render(plan.running.rules[1])) > 10
    least = 60 if answer == "low_energy" else 120
    assert plan.weeks[-1].minutes >= least, "whoever may not run still walks"


@pytest.mark.parametrize("told", SEEN)
def test_what_screening_narrows_pauses_running(told: dict[str, Any]) -> None:
    plan = aerobic({"age": 34, "runs": True, "runs_km_week": 30, **told})
    assert plan.running and plan.running.mode is RunningMode.PAUSED
    assert [rule.code for rule in plan.running.rules][1] == "running-bar-screening"
    assert not any(week.run_days for week in plan.weeks)


def test_a_teenager_with_knee_pain_does_not_run() -> None:
    plan = aerobic(
        {"age": 16, "runs": True, "runs_km_week": 20, "sport": ["running"], "pain_where": ["knee"], "pain_now": 2}
    )
    assert plan.running and plan.running.mode is RunningMode.PAUSED and plan.way == "young_hip"


def test_nothing_is_dated_before_somebody_has_looked() -> None:
    """A locking hip and a sore nerve: walks only, and the way back in words, until visits for both are written down."""
    plan = aerobic(AUTHOR)
    assert plan.running and plan.running.mode is RunningMode.PAUSED
    assert not any(week.run_days for week in plan.weeks) and plan.weeks[-1].minutes == 150
    assert [rule.code for rule in plan.running.rules] == [
        "running-mode-examined", "running-why-lock", "running-why-nerve", "running-rule-examined",
        "running-rule-way_back", "running-rule-later", "running-rule-bone",
    ]  # fmt: skip
    assert " week 4" not in " ".join(render(rule) for rule in plan.running.rules)
    assert max(day.minutes / day.bouts for day in plan.weeks[-1].days) >= RULES.walk_before
    half = aerobic_of(IntakeAnswers(answers=AUTHOR, visits=SEEN_BY_A_DOCTOR[:1]))
    assert half.running and half.running.mode is RunningMode.PAUSED
    assert "running-why-lock" not in {rule.code for rule in half.running.rules}


def test_the_author_stops_walks_and_comes_back_by_turns() -> None:
    """Runs 45 km a week on a locking hip with sciatica, both seen by a doctor: no run before a walk of half an hour in
    the first week of the second phase, then a rung a week, the 45 km later."""
    plan = aerobic_of(IntakeAnswers(answers=AUTHOR, visits=SEEN_BY_A_DOCTOR, wishes=Preferences(weeks=12)))
    assert plan.running and plan.running.mode is RunningMode.RETURN
    assert [bool(week.run_days) for week in plan.weeks] == [False] * 4 + [True] * 8
    assert [week.minutes for week in plan.weeks[:4]] == [150] * 4, "walking takes the place of running"
    first, last = plan.weeks[4].run_days[0], plan.weeks[-1].run_days[0]
    assert (first.kind, first.run_min, first.walk_min, first.minutes) == (AerobicKind.WALK_RUN, 1, 4, 30)
    assert (last.kind, last.minutes, last.km) == (AerobicKind.RUN, 36, 0)
    codes = [rule.code for rule in plan.running.rules]
    assert codes[:5] == ["running-mode-return", "running-why-lock", "running-why-nerve", "running-rule-before",
                         "running-rule-rung"]  # fmt: skip
    assert "week 5" in render(plan.running.rules[0]) and "week 4" in render(plan.running.rules[3])


def test_the_outer_knee_runner_halves_spaces_and_builds_back() -> None:
    plan = aerobic(OUTER_KNEE, TRAINING)
    assert plan.running and plan.running.mode is RunningMode.REDUCE
    first, last = plan.weeks[0], plan.weeks[-1]
    # less than half of the usual run of 8 km, three times
    assert len(first.run_days) == 3 and 2 <= first.longest_km <= RULES.outer_part * 8 < 4 and first.run_km <= 12
    assert all(day.run_min == 5 and day.walk_min == 1 for day in first.run_days)
    assert first.run_km * 1.4 < last.run_km < 24 and first.longest_km < last.longest_km < 8
    assert [week.step_rate_percent for week in plan.weeks] == [5] * 4 + [10] * 4
    codes = {rule.code for rule in plan.running.rules}
    assert {"running-why-pain", "running-why-jump", "running-why-outer", "running-rule-flat"} <= codes
    assert {"running-rule-alternate", "running-rule-outer", "running-rule-step_rate"} <= codes
    assert "running-rule-pain" not in codes, "one rule on pain"
    assert "silbernagel2007" not in {one.source for one in plan.claims}


def test_a_prevention_runner_keeps_the_week_with_a_limit_and_strides_later() -> None:
    plan = aerobic({"age": 38, "runs": True, "runs_km_week": 30, "sport": ["running"], "pain_now": 0})
    assert plan.running and plan.running.mode is RunningMode.KEEP
    assert [week.run_km for week in plan.weeks] == [30, 30, 30, 25.5, 30, 30, 30, 25.5]
    assert [sum(day.strides for day in week.days) for week in plan.weeks] == [0, 0, 0, 0, 4, 4, 6, 6]
    assert plan.weeks[0].step_rate_percent == 0


def test_a_jump_without_pain_goes_back_to_the_longest_run_before_it() -> None:
    training: dict[str, float] = {
        "training_days": 5,
        "longest_run_month_km": 16,
        "longest_run_week_km": 26,
        "pain_in_training": 0,
    }
    training |= {"week_km": 66, "pain_next_morning": 0}
    plan = aerobic({"age": 30, "runs": True, "runs_km_week": 60, "pain_now": 0}, training)
    assert plan.running and plan.running.mode is RunningMode.KEEP
    assert plan.weeks[0].longest_km == 16 and max(week.longest_km for week in plan.weeks) <= 17.6
    assert "16 km" in render(plan.running.rules[1])


def test_after_a_birth_running_waits_for_its_week() -> None:
    """Twelve weeks at least (Goom 2019), and a walk of half an hour first: a plan that starts in week 8 after the birth
    reaches that walk in its fifth week and runs from the sixth on."""
    plan = aerobic({"age": 30, "sex": "female", "runs": True, "runs_km_week": 20, "birth_weeks": 8})
    assert plan.running and plan.running.mode is RunningMode.RETURN
    assert [bool(week.run_days) for week in plan.weeks] == [False] * 5 + [True] * 3
    assert "running-why-birth" in {rule.code for rule in plan.running.rules}


def test_claims_name_their_sources() -> None:
    plan = aerobic(OUTER_KNEE, TRAINING)
    assert (
        {"frandsen2025", "heiderscheit2011", "anderson2022"}
        <= {one.source for one in plan.claims}
        <= set(all_sources())
    )


def test_a_runner_keeps_a_day_of_rest_and_hears_of_it() -> None:
    plan = aerobic({"age": 30, "runs": True, "runs_km_week": 60, "pain_now": 0})
    assert {5, 3} - {day.weekday for day in plan.weeks[0].days}, "a day without a session stays free of runs and walks"
    assert "walking-rule-rest" in {rule.code for rule in plan.rules}
    training = TRAINING | {"training_days": 7, "longest_run_week_km": 16, "pain_in_training": 0, "pain_next_morning": 0}
    daily = aerobic({"age": 30, "runs": True, "runs_km_week": 70, "pain_now": 0}, training)
    assert {len(week.run_days) for week in daily.weeks} == {RULES.runs_keep}
    assert all(len(week.days) < 7 for week in daily.weeks)


def test_before_the_first_run_after_a_birth_comes_a_walk_of_half_an_hour() -> None:
    plan = aerobic({"age": 34, "sex": "female", "birth_weeks": 16, "pelvic_floor_signs": False, "runs": True})
    assert plan.way == "birth_later" and [bool(week.run_days) for week in plan.weeks] == [False] * 3 + [True] * 5
    assert [max(day.minutes for day in week.days) for week in plan.weeks[:3]][-1] == 30
