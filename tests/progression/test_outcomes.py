"""Progress in plain sentences, streaks that forgive, and the next dose."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.assessment.recording_measures import MeasuredValue, Measures
from psoas.core.catalogue import render
from psoas.core.message import message
from psoas.intake.answers import CheckIn
from psoas.intake.answers import SelfTestResult as Result
from psoas.knowledge.exercise_library import exercises
from psoas.program.pain_rules import PainLimits
from psoas.progression.dose_progression import performance_history, propose_doses
from psoas.progression.ladder_steps import PracticeReach
from psoas.progression.outcomes import (
    compute_adherence,
    judge_check_ins,
    judge_measures,
    judge_scores,
    judge_self_tests,
    next_measure_reminder,
    practice_streak,
)
from psoas.session.session_log import ItemDone, SessionDone
from psoas.session.session_rules import UNSCORED_PAIN
from tests.session_items import longest, shortest

TODAY = date(2025, 4, 30)


def day(back: int) -> date:
    return TODAY - timedelta(days=back)


def session(
    back: int, *items: ItemDone, share: float = 1.0, effort: float | None = 5, pain: float | None = 1,
    next_day: float | None = 1,
) -> SessionDone:  # fmt: skip
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 18, tzinfo=UTC) - timedelta(days=back)
    made = round(10 * share)
    return SessionDone(UUID(int=1000 - back), at, 10, made, effort, pain, next_day, True, share == 1, items)


def test_adherence_says_days_of_days_planned() -> None:
    found = compute_adherence(
        [session(0), session(2), session(4), session(9), session(5, share=0.3)], days=4, today=TODAY
    )
    assert (found.week_done, found.week_planned) == (3, 4)
    assert render(found.words) == "You practised 3 of 4 days in the last seven."
    assert [count for _, count in found.weeks] == [1, 3]
    assert found.rule == message("outcome.streak_rule")
    assert compute_adherence([], days=4, today=TODAY).words == message("outcome.practised.none")


@given(st.sets(st.integers(0, 60), min_size=1), st.integers(1, 7))
def test_one_missed_day_never_breaks_a_streak(back: set[int], days: int) -> None:
    practised = sorted(day(one) for one in back)
    chain = practice_streak(practised, days=days, today=TODAY)
    assert 0 <= chain <= len(practised)
    pace = math.ceil(7 / days)
    perfect = [day(pace * k) for k in range(10)]
    assert practice_streak(perfect, days=days, today=TODAY) == 10
    one_missed = [one for k, one in enumerate(perfect) if k != 4]
    assert practice_streak(one_missed, days=days, today=TODAY) == 9
    two_missed = [one for k, one in enumerate(perfect) if k not in (4, 5)]
    assert practice_streak(two_missed, days=days, today=TODAY) == 4


def test_pain_is_judged_by_its_published_change() -> None:
    (pain,) = judge_check_ins([CheckIn(day(28), {"pain": 4}), CheckIn(day(0), {"pain": 2})])
    assert render(pain.words) == ("Pain 4 → 2 over four weeks. A change of 2 or more is a real change, for the better.")
    assert (pain.change, pain.beyond, pain.better, pain.source) == (-2, True, True, "ostelo2008")
    (noise,) = judge_check_ins([CheckIn(day(28), {"pain": 4}), CheckIn(day(0), {"pain": 3})])
    assert render(noise.words) == "Pain 4 → 3 over four weeks. That may be day-to-day noise: only 2 or more counts."
    assert (noise.beyond, noise.better) == (False, None)
    (worse,) = judge_check_ins([CheckIn(day(7), {"stress": 3}), CheckIn(day(0), {"stress": 6})])
    assert render(worse.words).endswith("for the worse.")


def test_weeks_of_answers_are_compared_by_their_means() -> None:
    first = [CheckIn(day(28 - k), {"pain": value}) for k, value in enumerate((9, 3, 3))]
    last = [CheckIn(day(k), {"pain": value}) for k, value in enumerate((1, 3, 2))]
    (pain,) = judge_check_ins([*last, *first])
    assert pain.change == pytest.approx(2 - 5)


def test_one_answer_is_not_enough_yet() -> None:
    (pain,) = judge_check_ins([CheckIn(TODAY, {"pain": 4, "root": 3})])
    assert pain.change is None
    assert "too early to say" in render(pain.words)
    assert judge_check_ins([]) == ()


def test_a_questionnaire_without_a_published_change_names_none() -> None:
    found = judge_scores("nijmegen", [(day(20), 30.0), (day(0), 10.0)])
    assert (found.beyond, found.better) == (False, None)
    assert "Nobody has published how much counts" in render(found.words)
    function = judge_scores("function", [(day(20), 3.0), (day(0), 6.0)])
    assert (function.beyond, function.better) == (True, True)


def test_self_tests_are_judged_by_their_own_rule_and_side() -> None:
    rows = [(day(14), Result("modified_thomas", 16, -8)), (day(0), Result("modified_thomas", 4, -9))]
    right, left = judge_self_tests(rows)
    assert (right.id, right.change, right.beyond, right.better) == ("modified_thomas/right", -12, True, True)
    assert "16 → 4 degrees over two weeks. That is more than the test can be off (10), for" in render(right.words)
    assert (left.beyond, left.better) == (False, None)
    assert "The test can be off by that much (10)." in render(left.words)
    (alone,) = judge_self_tests([(day(0), Result("breaths_a_minute", 14))])
    assert alone.change is None


def test_recordings_are_judged_by_how_sure_they_are() -> None:
    def recorded(extension: float, speed: float = 1.3) -> Measures:
        return Measures("walk.trc", "walking", speed, {("hip_extension_deg", "right"): MeasuredValue(extension, 3.0)})

    (found,) = judge_measures([(day(30), recorded(5)), (day(0), recorded(12))])
    assert (found.change, found.beyond) == (7, True)
    assert found.detects == pytest.approx(3 * math.sqrt(2))
    (apart,) = judge_measures([(day(30), recorded(5)), (day(0), recorded(12, speed=2.0))])
    assert apart.change is None
    assert "too early to say" in render(apart.words)
    assert judge_measures([]) == ()


def test_what_is_compared_is_said_where_it_is_a_mean() -> None:
    days = [(0, 2), (3, 2), (6, 3), (20, 9), (50, 5), (53, 6), (56, 5)]
    (pain,) = judge_check_ins([CheckIn(day(ago), {"pain": score}) for ago, score in days])
    assert render(pain.words).startswith(
        "Pain 5.3 → 2.3 over eight weeks (mean of the first three and of the last three). "
    )
    assert pain.then == pytest.approx(16 / 3) and pain.change == pytest.approx(-3)
    rows = [(0, 2), *days[3:]]
    (few,) = judge_check_ins([CheckIn(day(ago), {"pain": score}) for ago, score in rows])
    assert "(mean of the first three and of the last)" in render(few.words)


def test_whoever_measured_nothing_measures_for_the_first_time() -> None:
    asked = next_measure_reminder(start=day(1), weeks=(2,), tests=("modified_thomas",), measured=[], today=TODAY)
    assert asked is not None
    assert render(asked.words).startswith("Measure for the first time on ") and ": Thigh" in render(asked.words)
    again = next_measure_reminder(start=day(1), weeks=(2,), tests=("modified_thomas",), measured=[day(5)], today=TODAY)
    assert again is not None and again.due == asked.due
    assert render(again.words).startswith("Measure again on ") and ": Thigh" in render(again.words)


def test_measuring_again_is_due_and_then_done() -> None:
    begun = day(20)
    asked = next_measure_reminder(
        start=begun, weeks=(2, 4), tests=("modified_thomas",), measured=[day(30)], today=TODAY
    )
    assert asked is not None
    assert (asked.due, asked.now) == (begun + timedelta(weeks=2), True)
    assert render(asked.words).startswith("It's time to measure again: Thigh over the edge")
    done = next_measure_reminder(
        start=begun, weeks=(2, 4), tests=(), measured=[begun + timedelta(days=13)], today=TODAY
    )
    assert done is not None
    assert (done.due, done.now) == (begun + timedelta(weeks=4), False)
    assert next_measure_reminder(start=begun, weeks=(2,), tests=(), measured=[TODAY], today=TODAY) is None


SQUAT = shortest("squat")[0]
REACH = PracticeReach(exercises(), limits=PainLimits(1.0), spare_min=9.0)


def squat(hurt: float | None = None, *, done: int = 1, skipped: int = 0, leg: bool = False) -> ItemDone:
    return ItemDone("squat", "", done, skipped, hurt, leg)


@pytest.mark.parametrize(
    ("log", "verdict", "reason", "said"),
    [
        ([session(0, squat())], "hold", "wait", "until two sessions in a row were good"),
        (
            [session(2, squat()), session(0, squat())],
            "advance",
            "good_twice",
            "two good sessions in a row. Take 2 sets.",
        ),
        ([session(2, squat()), session(0, squat(5))], "regress", "hurt", "it hurt 5 of 10"),
        ([session(2, squat()), session(0, squat(UNSCORED_PAIN))], "regress", "hurt_unscored", "it hurt. Take"),
        (
            [session(2, squat()), session(0, squat(), next_day=4)],
            "regress",
            "not_settled",
            "well above your usual 1",
        ),
        ([session(2, squat()), session(0, squat(), effort=9)], "hold", "effort", "effort was above 7 of 10"),
        (
            [session(2, squat()), session(0, squat(done=0, skipped=1, hurt=1, leg=True))],
            "regress",
            "nerve",
            "Leave it out",
        ),
        ([session(2, squat()), session(0, squat(skipped=1))], "hold", "sets_left", "until all its sets are done"),
    ],
)
def test_the_next_dose_follows_the_log(log: list[SessionDone], verdict: str, reason: str, said: str) -> None:
    (found,) = propose_doses([SQUAT], reversed(log), REACH)
    assert (found.verdict, found.reason.code) == (verdict, f"decision-reason-{reason}")
    assert said in render(found.words)


def test_a_step_back_is_one_set_less_then_an_easier_neighbour() -> None:
    whole, one = longest("dead_bug")[0], shortest("dead_bug")[0]
    hurt = [session(0, ItemDone("dead_bug", "right", 1, 0, 4.0, False))]
    (less,) = propose_doses([whole], hurt, REACH)
    assert (less.sets, less.item, less.ask) == (whole.sets - 1, "", True)
    (easier,) = propose_doses([one], hurt, REACH)
    assert easier.item == "dead_bug_hold"


def test_what_was_not_practised_gets_no_proposal() -> None:
    assert propose_doses([SQUAT], [session(0, ItemDone("clam", "right", 1, 0, None, False))], REACH) == ()
    assert performance_history(SQUAT, [session(0, squat(done=0, skipped=2))]) == ()


def test_pain_that_nobody_told_of_the_next_day_is_not_taken_for_settled_when_it_was_high() -> None:
    (high,) = performance_history(SQUAT, [session(0, squat(), pain=5, next_day=None)])
    (low,) = performance_history(SQUAT, [session(0, squat(), pain=2, next_day=None)])
    assert (high.settled, low.settled) == (False, True)
