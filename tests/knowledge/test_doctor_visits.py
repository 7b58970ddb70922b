"""A visit to a doctor: it lets a picture pass while nothing of it is new, and no other picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.errors import InputError
from psoas.intake.answers_parser import file_from_answers, parse_answers
from psoas.knowledge.doctor_visits import DoctorVisit, VisitOutcome, list_signs
from psoas.knowledge.intake_questions import Answers, parse_condition
from psoas.knowledge.screening import (
    NARROWS,
    ScreeningLevel,
    Urgency,
    checkable_pictures,
    screen_answers,
    screening_entries,
)
from tests.knowledge_worlds import people

TODAY = date(2026, 10, 26)
WHEN = (tuple(parse_condition(one) for one in ("limp", "pain_where has groin")), (parse_condition("pain_weeks? < 12"),))
SEEN = DoctorVisit("young_hip", TODAY - timedelta(days=20), VisitOutcome.CLEARED, True, TODAY)


def clears(*names: str, **changes: Any) -> tuple[DoctorVisit, ...]:
    return tuple(replace(SEEN, picture=name, **changes) for name in names)


def test_it_holds_while_nothing_is_new() -> None:
    answers = {"limp": True, "pain_weeks": 3}
    assert SEEN.still_holds(WHEN, answers, emergency=True)
    assert not replace(SEEN, nothing_new=False).still_holds(WHEN, answers, emergency=False)
    assert not replace(SEEN, outcome=VisitOutcome.NOT_CLEARED).still_holds(WHEN, answers, emergency=False)
    assert not replace(SEEN, day=TODAY + timedelta(days=1)).still_holds(WHEN, answers, emergency=False)


def test_an_onset_after_the_visit_opens_it_again() -> None:
    """20 days ago: what began 3 weeks ago was there, what began 2 weeks ago was not."""
    assert SEEN.still_holds(WHEN, {"limp": True, "pain_weeks": 20 / 7}, emergency=False)
    assert not SEEN.still_holds(WHEN, {"limp": True, "pain_weeks": 2}, emergency=False)


def test_what_grows_opens_an_emergency_again() -> None:
    answers = {"limp": True, "base_worse": True}
    assert SEEN.still_holds(WHEN, answers, emergency=False)
    assert not SEEN.still_holds(WHEN, answers, emergency=True)


def test_a_sign_that_was_not_there_opens_it_again() -> None:
    before: Answers = {"limp": True}
    kept = replace(SEEN, signs=list_signs(WHEN, before))
    assert kept.signs == ("limp",) and kept.still_holds(WHEN, before, emergency=False)
    after: Answers = {"limp": True, "pain_where": ["groin", "knee"]}
    assert list_signs(WHEN, after) == ("limp", "pain_where=groin")
    assert not kept.still_holds(WHEN, after, emergency=False)
    assert SEEN.reopened_by(WHEN, before, after, TODAY)


def test_the_same_sign_again_is_new_when_it_began_after_the_visit() -> None:
    before = {"limp": True, "pain_weeks": 9}
    assert not SEEN.reopened_by(WHEN, before, before, TODAY + timedelta(days=300))
    assert SEEN.reopened_by(WHEN, before, {"limp": True, "pain_weeks": 0}, TODAY + timedelta(days=300))
    assert not SEEN.reopened_by(WHEN, before, {"limp": True, "pain_weeks": 60}, TODAY + timedelta(days=300))


@given(people(), st.sets(st.sampled_from(sorted(screening_entries()))), st.sampled_from(VisitOutcome))
def test_a_visit_lets_pass_what_was_looked_at_and_nothing_else(
    answers: dict[str, Any], looked: set[str], outcome: VisitOutcome
) -> None:
    before = {one.id for one in screen_answers(answers).entries}
    after = screen_answers(answers, visits=clears(*looked, outcome=outcome))
    gone = before - {one.id for one in after.entries}
    assert gone <= looked & set(checkable_pictures())
    assert gone == {one.entry.id for one in after.checked}
    assert after.program_allowed == (not any(one.level is ScreeningLevel.STOP for one in after.entries))
    if outcome is VisitOutcome.NOT_CLEARED:
        assert not gone
    elif gone:
        assert after.level is not ScreeningLevel.NONE, "what a doctor looked at stays named"


@given(people(), st.sampled_from([one for one in screening_entries().values() if one.level is ScreeningLevel.STOP]))
def test_no_visit_hides_a_sign_that_came_after_it(answers: dict[str, Any], other: Any) -> None:
    """Every yes that came after all the visits brings its stop back."""
    visits = tuple(
        replace(SEEN, picture=one.id, signs=list_signs(one.when, answers) or ("nothing",))
        for one in screening_entries().values()
    )
    for question in {one.question for group in other.when for one in group if not one.compare} - set(answers):
        now = {**answers, question: True}
        fresh = {one.id for one in screen_answers(now).entries if question in _yes(one)}
        assert fresh <= {one.id for one in screen_answers(now, visits=visits).entries}


def _yes(entry: Any) -> set[str]:
    return {one.question for group in entry.when for one in group if not one.compare}


def test_dangers_that_are_there_and_states_pass_no_visit() -> None:
    stays = {
        "self_harm", "breathless_danger", "hip_fracture", "cannot_stand", "hernia_stuck", "testicle", "dysreflexia",
        "new_hip_fails", "leg_weakness_growing", "septic_hip", "abscess", "fever_plain", "pregnancy", "thinners",
        "skin_numb", "pressure_sore", "young",
    }  # fmt: skip
    assert not stays & set(checkable_pictures())
    mentions = {one.id for one in screening_entries().values() if one.level is ScreeningLevel.MENTION}
    assert not mentions & set(checkable_pictures())


def test_limits_stay_out_and_all_of_it_where_none_is_named() -> None:
    answers: Answers = {"aneurysm": True, "pain_where": ["low_back"], "pain_weeks": 8}
    entry = screening_entries()["aneurysm_known_pain"]
    assert entry.urgency is Urgency.NOW and not entry.narrows
    every = screen_answers(answers, visits=clears(entry.id, outcome=VisitOutcome.LIMITS))
    assert set(every.narrows) == set(NARROWS) and every.level is ScreeningLevel.SEE
    some = screen_answers(answers, visits=clears(entry.id, outcome=VisitOutcome.LIMITS, limits=("running",)))
    assert "running" in some.narrows and "massage" not in some.narrows


def test_a_visit_makes_the_way_through_an_answers_file() -> None:
    row = {"day": "2026-10-05", "outcome": "cleared", "nothing_new": True, "recorded": "2026-10-26"}
    told = parse_answers({"answers": {"age": 16}, "visits": {"young_hip": row}})
    assert told.visits == (replace(SEEN, day=date(2026, 10, 5)),)
    again = parse_answers(file_from_answers(told).model_dump(by_alias=True))
    assert again.visits == told.visits


def test_a_day_of_answers_left_out_is_today() -> None:
    row = {"day": "2026-01-05", "outcome": "cleared", "nothing_new": True}
    assert parse_answers({"visits": {"young_hip": row}}).visits[0].recorded == date.today()


@pytest.mark.parametrize(
    ("name", "row", "says"),
    [
        ("self_harm", {"day": "2026-01-05", "outcome": "cleared"}, "a doctor can let pass"),
        ("young_hp", {"day": "2026-01-05", "outcome": "cleared"}, "young_hip"),
        ("young_hip", {"day": "soon", "outcome": "cleared"}, "young_hip: day.*a date"),
        ("young_hip", {"day": "2026-01-05", "outcome": "fine"}, "cleared, limits, not_cleared"),
        ("young_hip", {"day": "2026-01-05", "outcome": "limits", "limits": ["fun"]}, "fun"),
        ("young_hip", {"day": "2026-01-05", "outcome": "cleared", "recorded": "2026-01-04"}, "after the day"),
        ("young_hip", {"outcome": "cleared"}, "day is missing"),
        ("young_hip", {"day": "2026-01-05", "outcome": "cleared", "who": "me"}, "who"),
    ],
)
def test_a_faulty_visit_says_what_would_work(name: str, row: dict[str, Any], says: str) -> None:
    with pytest.raises(InputError, match=says):
        parse_answers({"visits": {name: row}})
