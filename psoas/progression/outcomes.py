"""What changed over time, each thing judged against the smallest change that is beyond noise, in one sentence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from psoas.assessment.recording_measures import Measures, compare_measures
from psoas.assessment.text_format import format_number
from psoas.core.catalogue import render
from psoas.core.sides import SIDES
from psoas.intake.answers import CheckIn, SelfTestResult
from psoas.knowledge.questionnaires import questionnaires
from psoas.knowledge.self_tests import SelfTest, judge_self_test, self_tests
from psoas.session.session_log import SessionDone

CHECK_IN_DETECTS = 3.0
"""Two answers of 0 to 10 that differ by this much are taken as a change (assumed, as for the questionnaire "days")."""
PRACTISED = 0.5
"""A day counts as practised from this part of its sets on (assumed)."""
STREAK_RULE = "One missed day never breaks a streak; two in a row begin a new one."
CHECK_INS = {
    "pain": ("Pain", "lower"),
    "stress": ("Strain", "lower"),
    "sleep": ("Sleep", "higher"),
    "breath": ("Ease of breath", "higher"),
}
"""Check-ins with a better end; those of reflection have none and are shown, never judged."""
SHOWN_MEASURES = ("hip_extension_deg", "psoas_longest_mm", "psoas_excursion_mm", "front_pull_percent")


@dataclass(frozen=True)
class JudgedChange:
    """One thing over time: ``points`` oldest first, ``change`` from first to last, what is needed to name one
    (``detects``, with its source), whether the change is ``beyond`` it and ``better`` (None: neither, or unknown), and
    one sentence. ``then`` is what the last is compared with, where that is not the first point."""

    id: str
    label: str
    unit: str
    points: tuple[tuple[date, float], ...]
    change: float | None
    detects: float
    source: str
    beyond: bool
    better: bool | None
    words: str
    then: float | None = None


@dataclass(frozen=True)
class Adherence:
    """Days practised of days planned in one week, and over all; the present streak in practice days; one sentence."""

    week_done: int
    week_planned: int
    weeks: tuple[tuple[date, int], ...]
    streak: int
    rule: str
    words: str


@dataclass(frozen=True)
class MeasureReminder:
    """When to measure again: ``due`` on a day, whether it has come (``now``), with which tests, and one sentence."""

    due: date
    now: bool
    tests: tuple[str, ...]
    words: str


def compute_adherence(sessions: Iterable[SessionDone], *, days: int, today: date) -> Adherence:
    """How often somebody who planned ``days`` a week practised; weeks are seven days up to ``today``, and before."""
    practised = sorted({one.day.date() for one in sessions if one.share >= PRACTISED and one.day.date() <= today})
    if not practised:
        return Adherence(0, days, (), 0, STREAK_RULE, "No session yet. The first one starts the count.")
    weeks = []
    first = today
    while first >= practised[0]:
        start = first - timedelta(days=6)
        weeks.append((start, sum(start <= day <= first for day in practised)))
        first = start - timedelta(days=1)
    done, chain = weeks[0][1], practice_streak(practised, days=days, today=today)
    said = f"You practised {done} of {days} days in the last seven."
    if done > days:
        said = f"You practised {done} days in the last seven; {days} were planned."
    return Adherence(done, days, tuple(reversed(weeks)), chain, STREAK_RULE, said)


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
    for key, (label, better) in CHECK_INS.items():
        points = [(one.day, float(one.values[key])) for one in rows if key in one.values]
        if not points:
            continue
        pain = questionnaires()["pain"]
        detects, source = (pain.change, pain.change_source) if key == "pain" else (CHECK_IN_DETECTS, "assumed")
        made.append(_judged(key, label, "of 10", points, detects, source, better))
    return tuple(made)


def judge_scores(name: str, points: Iterable[tuple[date, float]]) -> JudgedChange:
    """A questionnaire's scores over time, such as "function". Where no change is published none is named."""
    one = questionnaires()[name]
    return _judged(name, one.title, "points", sorted(points), one.change or math.inf, one.change_source, one.better)


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
        label = f"{NAMES[name]}{f', {side}' if side else ''}"
        found = compared.get((name, side))
        if found is None:
            why = "one recording" if len(rows) == 1 else "recordings that cannot be compared"
            words = f"{label}: not enough yet ({why}). Record the same movement again at the same speed."
            made.append(
                JudgedChange(f"{name}/{side}", label, UNITS[name], points, None, math.inf, "", False, None, words)
            )
        else:
            made.append(
                JudgedChange(
                    f"{name}/{side}", label, UNITS[name], points, found.change, found.detects, "computed", found.beyond,
                    None, render(found.words),
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
        when = "It is time" if now else f"On {due.day} {due:%B} it is time"
        what = "measure again" if every else "measure for the first time"
        why = "Only a second measure shows a change." if every else "Later ones are compared with it."
        words = f"{when} to {what}{f': {titles}' if titles else ''}. {why}"
        return MeasureReminder(due, now, tuple(tests), words)
    return None


COUNTS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
NAMES = {
    "hip_extension_deg": "Hip extension", "psoas_longest_mm": "Psoas at its longest",
    "psoas_excursion_mm": "Way of the psoas", "front_pull_percent": "Front of the hip in the drive",
}  # fmt: skip
UNITS = {
    "hip_extension_deg": "degrees", "psoas_longest_mm": "mm", "psoas_excursion_mm": "mm", "front_pull_percent": "%",
}  # fmt: skip


def _judged(
    key: str, label: str, unit: str, points: Sequence[tuple[date, float]], detects: float, source: str, better: str
) -> JudgedChange:
    """First against last; where both ends hold a week of answers, the means of these weeks."""
    kept = tuple(points)
    if len({day for day, _ in kept}) < 2:
        words = f"{label}: not enough yet. A second answer, a week or more from the first, shows a change."
        return JudgedChange(key, label, unit, kept, None, detects, source, False, None, words)
    (first, then), (last, now) = kept[0], kept[-1]
    means = ""
    if (last - first).days >= 14:
        begun = [value for day, value in kept if day <= first + timedelta(days=6)]
        ended = [value for day, value in kept if day >= last - timedelta(days=6)]
        then, now = sum(begun) / len(begun), sum(ended) / len(ended)
        means = _means(len(begun), len(ended))
    change = now - then
    beyond = abs(change) >= detects - 1e-9
    good = None if not beyond or better not in ("lower", "higher") else (change < 0) == (better == "lower")
    span = _span(first, last)
    known = f"a change of {format_number(detects)} or more is beyond day-to-day noise"
    if math.isinf(detects):
        known = "no smallest change is published for this, so none is named"
    elif not beyond:
        known = f"not beyond day-to-day noise, which takes {format_number(detects)} or more"
    tail = f"; {known}." if math.isinf(detects) or not beyond else f"; {known}{_way(good)}."
    words = f"{label} {format_number(then)} → {format_number(now)} over {span}{means}{tail}"
    return JudgedChange(key, label, unit, kept, change, detects, source, beyond, good, words, then)


def _judged_test(test: SelfTest, side: str, points: Sequence[tuple[date, float]]) -> JudgedChange:
    label = f"{test.title}{f', {side}' if side else ''}"
    key = f"{test.id}/{side}" if side else test.id
    detects = max(test.detects, test.detects_part * abs(points[0][1]))
    kept = tuple(points)
    if len({day for day, _ in kept}) < 2:
        words = f"{label}: not enough yet. The same test on another day shows a change."
        return JudgedChange(key, label, test.unit, kept, None, detects, test.detects_source, False, None, words)
    said = judge_self_test(test, right=kept[-1][1], baseline=(kept[0][1], None))
    change, beyond = said.change_right, said.changed_right
    good = (
        None if not beyond or test.better == "neither" else (change or 0.0) * (-1 if test.better == "lower" else 1) > 0
    )
    told = "more than this test can mistake" if beyond else "within what this test can mistake"
    words = (
        f"{label}: {format_number(kept[0][1])} → {format_number(kept[-1][1])} {test.unit} over "
        f"{_span(kept[0][0], kept[-1][0])}, "
        f"{told} ({format_number(detects)}){_way(good)}."
    )
    return JudgedChange(key, label, test.unit, kept, change, detects, test.detects_source, beyond, good, words)


def _side(one: SelfTestResult, side: str) -> float | None:
    return one.right if side == "right" else one.left


def _means(begun: int, ended: int) -> str:
    """What was compared, where it was more than one answer at an end."""
    if begun == ended:
        many = COUNTS.get(begun, begun)
        return f" (mean of the first {many} and of the last {many})" if begun > 1 else ""
    ends = [f"the {name}{f' {COUNTS.get(n, n)}' if n > 1 else ''}" for name, n in (("first", begun), ("last", ended))]
    return f" (mean of {' and of '.join(ends)})"


def _way(good: bool | None) -> str:
    return "" if good is None else (", for the better" if good else ", for the worse")


def _span(first: date, last: date) -> str:
    days = (last - first).days
    if days < 14:
        return "one day" if days == 1 else f"{days} days"
    weeks = round(days / 7)
    return f"{COUNTS.get(weeks, weeks)} weeks"
