"""The timeline: a line a day, and what moved together, over how many entries, without a cause."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import spearmanr

from psoas.assessment import timeline
from psoas.assessment.story import CheckIn, Event, Story, Wishes

FIRST = date(2025, 1, 1)


def checked(*columns: list[float], names: tuple[str, ...] = ("pain", "stress", "root")) -> Story:
    """One check-in a day; the columns are the signals of ``names``."""
    rows = zip(*columns, strict=True)
    return Story(
        check_ins=tuple(
            CheckIn(FIRST + timedelta(days=i), dict(zip(names, row, strict=False))) for i, row in enumerate(rows)
        )
    )


def notes(story: Story) -> tuple[str, ...]:
    return timeline.notes(story, timeline.moved(story))


def test_events_and_signals_stand_side_by_side_a_line_a_day() -> None:
    story = Story(
        events=(Event(FIRST, "life", "Moved house", "root"), Event(FIRST - timedelta(days=400), "body", "Hip clicked")),
        check_ins=(CheckIn(FIRST, {"stress": 7, "pain": 4.5, "root": 2}),),
    )
    assert timeline.lines(story) == (
        "2023-11-28  body: Hip clicked",
        "2025-01-01  life: Moved house; pain 4.5, strain 7",
    )
    asked = Story(events=story.events, check_ins=story.check_ins, wishes=Wishes(reflection=True))
    assert timeline.lines(asked)[1] == "2025-01-01  life: Moved house (root); pain 4.5, strain 7, root 2"


def test_eight_check_ins_are_needed_and_fewer_say_how_many_more() -> None:
    seven, eight = [float(i) for i in range(7)], [float(i) for i in range(8)]
    assert timeline.moved(checked(seven, seven)) == ()
    assert notes(checked(seven, seven)) == (
        "What moved together cannot be told yet: 1 more check-in with two signals each would let it.",
    )
    assert len(timeline.moved(checked(eight, eight))) == 1
    assert "Pairs of signals looked at: 1" in notes(checked(eight, eight))[0]
    assert notes(checked(eight, [1.0] * 8)) == ("Over 8 check-ins no two signals clearly moved together.",)
    assert notes(Story()) == ()


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=8, max_size=30))
def test_the_rank_is_spearmans_and_its_range_the_published_one(pairs: list[tuple[int, int]]) -> None:
    first, second = ([float(one) for one in column] for column in zip(*pairs, strict=True))
    found = timeline.moved(checked(first, second))
    if len(set(first)) == 1 or len(set(second)) == 1:
        assert found == ()
        return
    rank, count = float(spearmanr(first, second).statistic), len(pairs)
    half = 1.959964 * math.sqrt((1 + rank**2 / 2) / (count - 3))
    ends = [math.tanh(math.atanh(max(-0.999, min(0.999, rank))) + side * half) for side in (-1, 1)]
    if abs(min(map(abs, ends))) > 1e-3:
        assert bool(found) == (ends[0] > 0 or ends[1] < 0)
    for one in found:
        assert one.entries == count and one.rank == pytest.approx(rank, abs=1e-3)
        assert [one.low, one.high] == pytest.approx(ends, abs=1e-3)
        assert f"Over {count} check-ins" in one.words and "cannot tell" in one.words
        assert ("together" in one.words) == (rank > 0)


def test_centres_count_only_where_they_were_asked_for() -> None:
    rising = [float(i) for i in range(9)]
    story = checked(rising, rising[::-1], rising)
    assert [(one.first, one.second) for one in timeline.moved(story)] == [("pain", "stress")]
    asked = Story(check_ins=story.check_ins, wishes=Wishes(reflection=True))
    assert {(one.first, one.second) for one in timeline.moved(asked)} == {
        ("pain", "stress"), ("pain", "root"), ("stress", "root"),
    }  # fmt: skip


def test_only_check_ins_that_hold_both_signals_count() -> None:
    rising = [float(i) for i in range(8)]
    story = checked(rising, rising)
    lone = Story(check_ins=(*story.check_ins, CheckIn(FIRST, {"pain": 9.0})))
    assert timeline.moved(lone)[0].entries == 8
