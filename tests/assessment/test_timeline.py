"""The timeline: a line a day, and what moved together, over how many entries, without a cause."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import spearmanr

from psoas.assessment import timeline
from psoas.assessment.assessment_text import assessment_text, timeline_line
from psoas.assessment.assessor import assess
from psoas.core.catalogue import render
from psoas.intake.answers import CheckIn, IntakeAnswers, LifeEvent, Preferences

FIRST = date(2025, 1, 1)


def checked(*columns: list[float], names: tuple[str, ...] = ("pain", "stress", "root")) -> IntakeAnswers:
    """One check-in a day; the columns are the signals of ``names``."""
    rows = zip(*columns, strict=True)
    return IntakeAnswers(
        check_ins=tuple(
            CheckIn(FIRST + timedelta(days=i), dict(zip(names, row, strict=False))) for i, row in enumerate(rows)
        )
    )


def notes(story: IntakeAnswers) -> tuple[str, ...]:
    found = timeline.describe_missing_checkins(story, timeline.find_linked_signals(story))
    return tuple(render(one) for one in found)


def days(story: IntakeAnswers) -> tuple[str, ...]:
    return tuple(timeline_line(one) for one in timeline.describe_days(story))


def test_events_and_signals_stand_side_by_side_a_line_a_day() -> None:
    story = IntakeAnswers(
        events=(
            LifeEvent(FIRST, "life", "Moved house", "root"),
            LifeEvent(FIRST - timedelta(days=400), "body", "Hip clicked"),
        ),
        check_ins=(CheckIn(FIRST, {"stress": 7, "pain": 4.5, "root": 2}),),
    )
    assert days(story) == (
        "2023-11-28  body: Hip clicked",
        "2025-01-01  life: Moved house; pain 4.5 and stress 7",
    )
    asked = IntakeAnswers(events=story.events, check_ins=story.check_ins, wishes=Preferences(reflection=True))
    assert days(asked)[1] == "2025-01-01  life: Moved house (root); pain 4.5, stress 7 and root 2"


WAVE = [5.0, 7.0, 4.0, 6.0, 2.0, 5.0, 9.0, 3.0, 4.0, 8.0, 1.0, 6.0]
"""Twelve days without a trend."""


def test_twelve_check_ins_are_needed_and_fewer_say_how_many_more() -> None:
    assert timeline.find_linked_signals(checked(WAVE[:11], WAVE[:11])) == ()
    assert notes(checked(WAVE[:11], WAVE[:11])) == (
        "We can't tell yet what changes together. For that we need 1 more check-in with at least two signals.",
    )
    assert len(timeline.find_linked_signals(checked(WAVE, WAVE))) == 1
    assert notes(checked(WAVE, WAVE))[0].startswith("We compared 1 pair of signals")
    assert notes(checked(WAVE, [1.0] * 12))[0].endswith("No two clearly changed together.")
    assert notes(IntakeAnswers()) == ()


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=12, max_size=30))
def test_the_rank_is_spearmans_of_the_changes_and_its_range_the_published_one(pairs: list[tuple[int, int]]) -> None:
    columns = [[float(one) for one in column] for column in zip(*pairs, strict=True)]
    found = timeline.find_linked_signals(checked(*columns))
    first, second = (np.diff(column) for column in columns)
    if np.ptp(first) == 0 or np.ptp(second) == 0:
        assert found == ()
        return
    rank, count = float(spearmanr(first, second).statistic), len(pairs)
    half = 1.959964 * math.sqrt((1 + rank**2 / 2) / ((count - 1) / 1.5 - 3))
    ends = [math.tanh(math.atanh(max(-0.999, min(0.999, rank))) + side * half) for side in (-1, 1)]
    if abs(min(map(abs, ends))) > 1e-3:
        assert bool(found) == (ends[0] > 0 or ends[1] < 0)
    for one in found:
        assert one.entries == count and one.rank == pytest.approx(rank, abs=1e-3)
        assert [one.low, one.high] == pytest.approx(ends, abs=1e-3)
        assert one.words["count"] == count
        assert (one.words.code == "assessment-linked_together") == (rank > 0)


def drawn(rng: np.random.Generator, kind: str, days: int) -> list[list[float]]:
    """Four signals that have nothing to do with each other from day to day, as whole numbers from 0 to 10."""
    noise, along = rng.normal(size=(4, days)), np.linspace(-0.5, 0.5, days)
    made = {
        "walks": 5 + np.cumsum(0.8 * noise, axis=1),
        "one trend": 5 + 5 * along + noise,
        "trends both ways": 5 + rng.choice([-5, 5], size=(4, 1)) * along + noise,
        "plain": 5 + 1.5 * noise,
    }[kind]
    return [[float(one) for one in row] for row in np.clip(np.round(made), 0, 10)]


@pytest.mark.parametrize("kind", ["walks", "one trend", "trends both ways", "plain"])
@pytest.mark.parametrize("days", [12, 19, 40])
def test_of_people_in_whom_nothing_moves_together_at_most_one_in_twenty_is_told_so(kind: str, days: int) -> None:
    rng, names, people = np.random.default_rng(days), ("pain", "stress", "sleep", "breath"), 200
    told = sum(bool(timeline.find_linked_signals(checked(*drawn(rng, kind, days), names=names))) for _ in range(people))
    assert told <= 0.05 * people


def test_a_link_from_day_to_day_is_found_and_a_trend_does_not_hide_it() -> None:
    rng, found = np.random.default_rng(2), 0
    for _ in range(100):
        strain = 6 - 3 * np.linspace(0, 1, 30) + 1.5 * rng.normal(size=30)
        linked = [float(one) for one in np.clip(np.round(strain - 1 + 0.5 * rng.normal(size=30)), 0, 10)]
        others = drawn(rng, "one trend", 30)[:2]
        told = [float(one) for one in np.clip(np.round(strain), 0, 10)]
        moved = timeline.find_linked_signals(
            checked(linked, told, *others, names=("pain", "stress", "sleep", "breath"))
        )
        found += bool(moved) and (moved[0].first, moved[0].second) == ("pain", "stress")
    assert found >= 80


def test_at_most_three_are_told_the_strongest_first_and_the_caution_before_them() -> None:
    rng = np.random.default_rng(0)
    rows = [[value + off for value, off in zip(WAVE * 3, 0.2 * k * rng.normal(size=36), strict=True)] for k in range(4)]
    story = checked(*rows, names=("pain", "stress", "sleep", "breath"))
    found = timeline.find_linked_signals(story)
    assert len(found) == 3 and [abs(one.rank) for one in found] == sorted(
        (abs(one.rank) for one in found), reverse=True
    )
    said = assessment_text(assess(story))
    assert said[said.index("  " + render(found[0].words)) - 1] == "  None of this shows that one caused the other."


def test_the_order_of_the_check_ins_is_that_of_their_days() -> None:
    story = checked(WAVE, [one + k for one, k in zip(WAVE, [0, 0, 2, 0, 0, 1] * 2, strict=True)])
    mixed = (*story.check_ins[::2], *story.check_ins[1::2])
    assert timeline.find_linked_signals(replace(story, check_ins=mixed)) == timeline.find_linked_signals(story)
    assert timeline.describe_missing_checkins(
        replace(story, check_ins=mixed), ()
    ) == timeline.describe_missing_checkins(story, ())


def test_centres_count_only_where_they_were_asked_for() -> None:
    story = checked(WAVE * 2, [10 - one for one in WAVE * 2], WAVE * 2)
    assert [(one.first, one.second) for one in timeline.find_linked_signals(story)] == [("pain", "stress")]
    asked = IntakeAnswers(check_ins=story.check_ins, wishes=Preferences(reflection=True))
    assert {(one.first, one.second) for one in timeline.find_linked_signals(asked)} == {
        ("pain", "stress"), ("pain", "root"), ("stress", "root"),
    }  # fmt: skip


def test_only_check_ins_that_hold_both_signals_count() -> None:
    story = checked(WAVE, WAVE)
    lone = IntakeAnswers(check_ins=(*story.check_ins, CheckIn(FIRST, {"pain": 9.0})))
    assert timeline.find_linked_signals(lone)[0].entries == 12
