"""What changed over time, each thing judged against the smallest change beyond noise."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from psoas.assessment.recording_measures import Measures, compare_measures
from psoas.assessment.text_format import format_number
from psoas.core.message import Message, Value, literal, message
from psoas.core.sides import SIDES
from psoas.intake.answers import CheckIn, SelfTestResult
from psoas.knowledge.questionnaires import questionnaires
from psoas.knowledge.reflection import energy_centres
from psoas.knowledge.self_tests import SelfTest, judge_self_test, self_tests
from psoas.session.session_log import SessionDone

CHECK_IN_DETECTS = 3.0
"""Two answers of 0 to 10 that differ by this much are taken as a change (assumed, as for the questionnaire "days")."""
PRACTISED = 0.5
"""A day counts as practised from this part of its sets on (assumed)."""
CHECK_INS = {"pain": "lower", "stress": "lower", "sleep": "higher", "breath": "higher"}
"""Signals of check-ins and which end is better; those of reflection have none and are shown, never judged."""
SHOWN_MEASURES = ("hip_extension_deg", "psoas_longest_mm", "psoas_excursion_mm", "front_pull_percent")


@dataclass(frozen=True)
class JudgedChange:
    """One thing over time: ``points`` oldest first, ``change`` from first to last, what is needed to name one
    (``detects``, with its source), whether the change is ``beyond`` it and ``better`` (None: neither, or unknown), and
    one sentence. ``id`` is a name, with "/" and a side where it has one; ``label`` is without the side; ``of_ten`` says
    that it is a score from 0 to 10. ``then`` is what the last is compared with, where that is not the first point."""

    id: str
    label: Message
    unit: Message
    points: tuple[tuple[date, float], ...]
    change: float | None
    detects: float
    source: str
    beyond: bool
    better: bool | None
    words: Message
    then: float | None = None
    of_ten: bool = False


@dataclass(frozen=True)
class Adherence:
    """Days practised of days planned in one week, and over all; the present streak in practice days; one sentence."""

    week_done: int
    week_planned: int
    weeks: tuple[tuple[date, int], ...]
    streak: int
    rule: Message
    words: Message


@dataclass(frozen=True)
class MeasureReminder:
    """When to measure again: ``due`` on a day, whether it has come (``now``), with which tests, and one sentence."""

    due: date
    now: bool
    tests: tuple[str, ...]
    words: Message


def compute_adherence(sessions: Iterable[SessionDone], *, days: int, today: date) -> Adherence:
    """How often somebody who planned ``days`` a week practised; weeks are seven days up to ``today``, and before."""
    practised = sorted({one.day.date() for one in sessions if one.share >= PRACTISED and one.day.date() <= today})
    if not practised:
        return Adherence(0, days, (), 0, message("outcome.streak_rule"), message("outcome.practised.none"))
    weeks = []
    first = today
    while first >= practised[0]:
        start = first - timedelta(days=6)
        weeks.append((start, sum(start <= day <= first for day in practised)))
        first = start - timedelta(days=1)
    done, chain = weeks[0][1], practice_streak(practised, days=days, today=today)
    words = message("outcome.practised.more" if done > days else "outcome.practised", done=done, days=days)
    return Adherence(done, days, tuple(reversed(weeks)), chain, message("outcome.streak_rule"), words)


def practice_streak(practised: Sequence[date], *, days: int, today: date) -> int:
    """Practice days in a row that hold together: with ``days`` a week two of them may lie one missed day apart."""
    longest = timedelta(days=2 * math.ceil(7 / max(1, days)))
    chain, after = 0, today
    for day in sorted(set(practised), reverse=True):
        if after - day > longest:
            break
        chain, after = chain + 1, day
    return chain


def judge_check_ins(check_ins: Iterable[CheckIn]) -> tuple[JudgedChange, ...]:
    """Pain, stress, sleep and ease of breath from check-ins. Pain is judged by its published change, the others by an
    assumed one; from two weeks on the means of first and last week stand for their days."""
    rows = sorted(check_ins, key=lambda one: one.day)
    made = []
    for key, better in CHECK_INS.items():
        points = [(one.day, float(one.values[key])) for one in rows if key in one.values]
        if not points:
            continue
        pain = questionnaires()["pain"]
        detects, source = (pain.change, pain.change_source) if key == "pain" else (CHECK_IN_DETECTS, "assumed")
        label = message(f"outcome.signal.{key}")
        made.append(_judged(key, label, message("outcome.unit.of_ten"), points, detects, source, better, of_ten=True))
    return tuple(made)


def judge_scores(name: str, points: Iterable[tuple[date, float]]) -> JudgedChange:
    """A questionnaire's scores over time, such as "function". Where no change is published none is named."""
    one = questionnaires()[name]
    unit, detects = message("outcome.unit.points"), one.change or math.inf
    return _judged(name, literal(one.title), unit, sorted(points), detects, one.change_source, one.better)


def show_centres(check_ins: Iterable[CheckIn]) -> tuple[JudgedChange, ...]:
    """The centres of the reflection over time: shown, never judged."""
    rows, made = sorted(check_ins, key=lambda one: one.day), []
    for key, centre in energy_centres(opted_in=True).items():
        points = tuple((one.day, float(one.values[key])) for one in rows if key in one.values)
        if points:
            label, unit = literal(centre.title), message("outcome.unit.of_ten")
            words = message("outcome.centre", label=label, last=format_number(points[-1][1]))
            made.append(JudgedChange(key, label, unit, points, None, math.inf, "", False, None, words, of_ten=True))
    return tuple(made)


def judge_self_tests(results: Iterable[tuple[date, SelfTestResult]]) -> tuple[JudgedChange, ...]:
    """Self-tests over time, each side by itself, judged by the test's own rule."""
    rows = sorted(results, key=lambda row: row[0])
    made = []
    for name in dict.fromkeys(tested.test for _, tested in rows):
        test = self_tests()[name]
        for side in SIDES if test.sides else ("right",):
            points = [(day, value) for day, one in rows if one.test == name and (value := _side(one, side)) is not None]
            if points:
                made.append(_judged_test(test, side if test.sides else "", points))
    return tuple(made)


def judge_measures(recordings: Iterable[tuple[date, Measures]]) -> tuple[JudgedChange, ...]:
    """What recordings measured over time: hip extension, psoas length, drive of the step. First and last are compared,
    where they are the same movement at the same speed, by how sure each of them is."""
    rows = sorted(recordings, key=lambda row: row[0])
    if not rows:
        return ()
    compared = {(c.measure, c.side): c for c in compare_measures(rows[0][1], rows[-1][1])[0]} if len(rows) > 1 else {}
    made = []
    for name, side in rows[-1][1].values:
        if name not in SHOWN_MEASURES:
            continue
        points = tuple((day, m.values[name, side].value) for day, m in rows if (name, side) in m.values)
        label, unit = message(f"outcome.measure.{name}"), message(f"outcome.unit.{name}")
        found = compared.get((name, side))
        if found is None:
            code = "outcome.one_recording" if len(rows) == 1 else "outcome.not_comparable"
            words = message(code, label=_sided(label, side))
            made.append(JudgedChange(f"{name}/{side}", label, unit, points, None, math.inf, "", False, None, words))
        else:
            made.append(
                JudgedChange(
                    f"{name}/{side}", label, unit, points, found.change, found.detects, "computed", found.beyond,
                    None, found.words,
                )
            )  # fmt: skip
    return tuple(made)


def next_measure_reminder(
    *, start: date, weeks: Sequence[int], tests: Sequence[str], measured: Iterable[date], today: date
) -> MeasureReminder | None:
    """The next time to measure again: the end of the first of ``weeks`` since ``start`` that no measure after it
    covers; None once all are done. A week early counts. Without any of ``measured``, it is for the first time."""
    every = sorted(measured)
    days = [day for day in every if day > start]
    for week in sorted(weeks):
        due = start + timedelta(weeks=week)
        if any(due - timedelta(days=7) <= day for day in days):
            continue
        titles = ", ".join(self_tests()[one].title for one in tests)
        now = today >= due
        named = message("outcome.remind.tests", titles=titles) if titles else message("outcome.remind.no_tests")
        code = f"outcome.remind.{'again' if every else 'first'}_{'now' if now else 'later'}"
        day = message("outcome.day", day=due.day, month=due.month)
        return MeasureReminder(due, now, tuple(tests), message(code, tests=named, day=day))
    return None


def _judged(
    key: str,
    label: Message,
    unit: Message,
    points: Sequence[tuple[date, float]],
    detects: float,
    source: str,
    better: str,
    *,
    of_ten: bool = False,
) -> JudgedChange:
    """First against last; where both ends hold a week of answers, the means of these weeks."""
    kept = tuple(points)
    if len({day for day, _ in kept}) < 2:
        words = message("outcome.one_answer", label=label)
        return JudgedChange(key, label, unit, kept, None, detects, source, False, None, words, of_ten=of_ten)
    (first, then), (last, now) = kept[0], kept[-1]
    span = _span(first, last)
    if (last - first).days >= 14:
        begun = [value for day, value in kept if day <= first + timedelta(days=6)]
        ended = [value for day, value in kept if day >= last - timedelta(days=6)]
        then, now = sum(begun) / len(begun), sum(ended) / len(ended)
        if len(begun) > 1 or len(ended) > 1:
            span = message("outcome.span.means", span=span, means=_means(len(begun), len(ended)))
    change = now - then
    beyond = abs(change) >= detects - 1e-9
    good = None if not beyond or better not in ("lower", "higher") else (change < 0) == (better == "lower")
    values: dict[str, Value] = {
        "label": label, "first": format_number(then), "last": format_number(now), "span": span,
    }  # fmt: skip
    if math.isinf(detects):
        words = message("outcome.no_threshold", **values)
    elif beyond:
        words = message("outcome.beyond", **values, detects=format_number(detects), way=_way(good))
    else:
        words = message("outcome.within", **values, detects=format_number(detects))
    return JudgedChange(key, label, unit, kept, change, detects, source, beyond, good, words, then, of_ten)


def _judged_test(test: SelfTest, side: str, points: Sequence[tuple[date, float]]) -> JudgedChange:
    label, unit = literal(test.title), literal(test.unit)
    key = f"{test.id}/{side}" if side else test.id
    detects = max(test.detects, test.detects_part * abs(points[0][1]))
    kept = tuple(points)
    if len({day for day, _ in kept}) < 2:
        words = message("outcome.one_test", label=_sided(label, side))
        return JudgedChange(key, label, unit, kept, None, detects, test.detects_source, False, None, words)
    said = judge_self_test(test, right=kept[-1][1], baseline=(kept[0][1], None))
    change, beyond = said.change_right, said.changed_right
    good = (
        None if not beyond or test.better == "neither" else (change or 0.0) * (-1 if test.better == "lower" else 1) > 0
    )
    values: dict[str, Value] = {
        "label": _sided(label, side), "first": format_number(kept[0][1]), "last": format_number(kept[-1][1]),
        "unit": unit, "span": _span(kept[0][0], kept[-1][0]), "detects": format_number(detects),
    }  # fmt: skip
    words = (
        message("outcome.test_beyond", **values, way=_way(good)) if beyond else message("outcome.test_within", **values)
    )
    return JudgedChange(key, label, unit, kept, change, detects, test.detects_source, beyond, good, words)


def _sided(label: Message, side: str) -> Message:
    return message("outcome.sided", label=label, side=side) if side else label


def _side(one: SelfTestResult, side: str) -> float | None:
    return one.right if side == "right" else one.left


def _means(begun: int, ended: int) -> Message:
    """What was compared, where it was more than one answer at an end."""
    if begun == ended:
        return message("outcome.means.same", count=begun)
    first, last = message("outcome.means.first", count=begun), message("outcome.means.last", count=ended)
    return message("outcome.means.both", first=first, last=last)


def _way(good: bool | None) -> Message:
    return message("outcome.way.none" if good is None else "outcome.way.better" if good else "outcome.way.worse")


def _span(first: date, last: date) -> Message:
    days = (last - first).days
    if days < 14:
        return message("outcome.span.days", days=days)
    return message("outcome.span.weeks", weeks=round(days / 7))
