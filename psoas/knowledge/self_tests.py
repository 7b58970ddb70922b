"""Tests a person can do at home, and a judge that names a change or a side difference only beyond what they detect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from psoas.core.errors import InputError
from psoas.knowledge.contraindications import Contraindications, parse_contraindications
from psoas.knowledge.practice_sources import all_sources, parse_source
from psoas.knowledge.toml_schema import TableRow, read_rows

WAYS = ("hand", "phone", "recording", "helper")
"""How a result is had: alone, with a phone as inclinometer, from a recording, with a second person."""


@dataclass(frozen=True)
class SelfTest:
    """One test. A change is named beyond ``detects`` (in ``unit``) and beyond ``detects_part`` of the earlier value; a
    side difference beyond ``side`` and ``side_part`` of the larger side, never where both are 0."""

    id: str
    title: str
    purpose: str
    steps: tuple[str, ...]
    enter: str
    unit: str
    low: float
    high: float
    sides: bool
    better: str
    detects: float
    detects_part: float
    side: float
    side_part: float
    detects_source: str
    norm: str
    norm_source: str
    cannot_say: str
    ways: tuple[str, ...]
    cautions: tuple[Contraindications, ...]
    source: str
    evidence: str


@dataclass(frozen=True)
class SelfTestJudgement:
    """What two numbers say: changes against the baseline (new minus old, None without one) and the side difference
    (right minus left), each with whether it is beyond what the test detects, and ``words``."""

    test: str
    change_right: float | None
    change_left: float | None
    changed_right: bool
    changed_left: bool
    difference: float | None
    differs: bool
    words: tuple[str, ...]


def judge_self_test(
    test: SelfTest | str,
    *,
    right: float | None = None,
    left: float | None = None,
    baseline: tuple[float | None, float | None] | None = None,
) -> SelfTestJudgement:
    """What a result says, beside the ``baseline`` (right, left) where there is one; a test without sides is entered as
    ``right``.

    Raises ``InputError`` with every value that is out of range or has no side.
    """
    asked = test if isinstance(test, SelfTest) else find_self_test(test)
    before = baseline or (None, None)
    _check(asked, {"right": right, "left": left, "baseline right": before[0], "baseline left": before[1]})
    change = (_minus(right, before[0]), _minus(left, before[1]))
    changed = (_changed(asked, change[0], before[0]), _changed(asked, change[1], before[1]))
    difference = _minus(right, left) if asked.sides and (asked.side or asked.side_part) else None
    larger = max(abs(right or 0.0), abs(left or 0.0))
    differs = _beyond(difference, larger, asked.side, asked.side_part)
    words = [_change_words(asked, name, c, one) for name, c, one in _named(asked, change, changed) if c is not None]
    if difference is not None:
        words.append(_side_words(asked, difference, differs))
    words.append(asked.cannot_say)
    return SelfTestJudgement(asked.id, change[0], change[1], changed[0], changed[1], difference, differs, tuple(words))


@cache
def self_tests() -> dict[str, SelfTest]:
    """All tests by id."""
    return read_self_tests()


def read_self_tests(given: Mapping[str, Any] | None = None) -> dict[str, SelfTest]:
    """Checked tests, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("selftests.toml", _selftest, given=given)


def find_self_test(name: str) -> SelfTest:
    """One test; ``InputError`` lists the known names."""
    if name not in self_tests():
        raise InputError(f"self-test '{name}' is not known; expected {', '.join(self_tests())}")
    return self_tests()[name]


def _check(test: SelfTest, values: Mapping[str, float | None]) -> None:
    faults = []
    for name, value in values.items():
        if value is not None and not test.low <= value <= test.high:
            faults.append(f"{test.id}: {name} is {value:g}; expected {test.low:g} to {test.high:g} {test.unit}")
        if value is not None and "left" in name and not test.sides:
            faults.append(f"{test.id}: has no left side; enter the value as right")
    if values["right"] is None and values["left"] is None:
        faults.append(f"{test.id}: no value; expected right, left or both")
    if faults:
        raise InputError(*faults)


def _minus(new: float | None, old: float | None) -> float | None:
    return None if new is None or old is None else new - old


def _beyond(change: float | None, against: float | None, detects: float, part: float) -> bool:
    return change is not None and abs(change) > max(detects, part * abs(against or 0.0)) + 1e-9


def _changed(test: SelfTest, change: float | None, before: float | None) -> bool:
    return _beyond(change, before, test.detects, test.detects_part)


def _named(
    test: SelfTest, change: tuple[float | None, float | None], changed: tuple[bool, bool]
) -> list[tuple[str, float | None, bool]]:
    names = ("Right", "Left") if test.sides else ("Now", "")
    return list(zip(names, change, changed, strict=True))


def _change_words(test: SelfTest, name: str, change: float, changed: bool) -> str:
    if not changed:
        return f"{name}: {change:+.3g} {test.unit}, within what this test can tell from chance."
    good = {"higher": change > 0, "lower": change < 0}.get(test.better)
    way = "" if good is None else (", for the better" if good else ", for the worse")
    return f"{name}: {change:+.3g} {test.unit}, a change beyond what this test can tell from chance{way}."


def _side_words(test: SelfTest, difference: float, differs: bool) -> str:
    if not differs:
        return f"Right and left do not differ by more than this test can tell ({difference:+.3g} {test.unit})."
    more = "right" if difference > 0 else "left"
    return f"Right and left differ by {abs(difference):.3g} {test.unit}, more at the {more}."


def _selftest(key: str, row: TableRow) -> SelfTest:
    low, high = row.number("low", -1000, 1000), row.number("high", -1000, 1000)
    if low >= high:
        row.fault("'low' is not below 'high'")
    detects, part = row.number("detects", 0, 1000), row.number("detects_part", 0, 1, 0)
    if not detects and not part:
        row.fault("detects everything: a change needs a bound")
    sides, side, side_part = row.flag("sides"), row.number("side", 0, 1000, 0), row.number("side_part", 0, 1, 0)
    if not sides and (side or side_part):
        row.fault("has a rule for sides and no sides")
    source, evidence = parse_source(row)
    return SelfTest(
        key,
        row.text("title"),
        row.text("purpose"),
        row.texts("steps"),
        row.text("enter"),
        row.text("unit"),
        low,
        high,
        sides,
        row.choice("better", ("higher", "lower", "neither")),
        detects,
        part,
        side,
        side_part,
        row.choice("detects_source", all_sources()),
        row.text("norm"),
        row.choice("norm_source", all_sources()),
        row.text("cannot_say"),
        row.choices("ways", WAYS),
        parse_contraindications(row),
        source,
        evidence,
    )
