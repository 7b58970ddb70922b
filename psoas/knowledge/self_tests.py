"""Tests a person can do at home, and a judge that names a change or a side difference only beyond what they detect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.core.sides import Side
from psoas.knowledge.contraindications import Contraindications, parse_contraindications
from psoas.knowledge.practice_codes import UNIT_WORDS, Better
from psoas.knowledge.practice_sources import all_sources, parse_source
from psoas.knowledge.row_words import RowText, RowTexts, WordedRow
from psoas.knowledge.toml_schema import TableRow, TomlTable, read_rows


class Way(StrEnum):
    """How a result is had: alone, with a phone as inclinometer, from a recording, with a second person."""

    HAND = "hand"
    PHONE = "phone"
    RECORDING = "recording"
    HELPER = "helper"


WAYS = tuple(Way)


@dataclass(frozen=True)
class SelfTest(WordedRow):
    """One test. A change is named beyond ``detects`` (in ``unit``) and beyond ``detects_part`` of the earlier value; a
    side difference beyond ``side`` and ``side_part`` of the larger side, never where both are 0."""

    id: str
    unit_code: str
    low: float
    high: float
    sides: bool
    better: Better
    detects: float
    detects_part: float
    side: float
    side_part: float
    detects_source: str
    norm_source: str
    ways: tuple[Way, ...]
    cautions: tuple[Contraindications, ...]
    source: str
    evidence: str

    title = RowText("")
    purpose = RowText()
    steps = RowTexts("step")
    enter = RowText()
    norm = RowText()
    cannot_say = RowText()

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"self_test.{self.id}"

    @property
    def unit(self) -> str:
        """The unit of a result, as it stands after a number."""
        return UNIT_WORDS[self.unit_code]


@dataclass(frozen=True)
class SelfTestJudgement:
    """What two numbers say: changes against the baseline (new minus old, None without one) and the side difference
    (right minus left), each with whether it is beyond what the test detects, and the ``messages`` that say so."""

    test: str
    change_right: float | None
    change_left: float | None
    changed_right: bool
    changed_left: bool
    difference: float | None
    differs: bool
    messages: tuple[Message, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """What the numbers say, and what they cannot."""
        return (*(render(one) for one in self.messages), find_self_test(self.test).cannot_say)


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
    _check(asked, {"right": right, "left": left, "baseline_right": before[0], "baseline_left": before[1]})
    change = (_minus(right, before[0]), _minus(left, before[1]))
    changed = (_changed(asked, change[0], before[0]), _changed(asked, change[1], before[1]))
    difference = _minus(right, left) if asked.sides and (asked.side or asked.side_part) else None
    larger = max(abs(right or 0.0), abs(left or 0.0))
    differs = _beyond(difference, larger, asked.side, asked.side_part)
    whose = ("right", "left") if asked.sides else ("now", "")
    said = [
        _change_message(asked, who, one, beyond)
        for who, one, beyond in zip(whose, change, changed, strict=True)
        if one is not None
    ]
    if difference is not None:
        said.append(_side_message(asked, difference, differs))
    return SelfTestJudgement(asked.id, change[0], change[1], changed[0], changed[1], difference, differs, tuple(said))


@cache
def self_tests() -> dict[str, SelfTest]:
    """All tests by id."""
    return read_self_tests()


def read_self_tests(given: TomlTable | None = None) -> dict[str, SelfTest]:
    """Checked tests, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("selftests.toml", _selftest, given=given, words="self_test")


def find_self_test(name: str) -> SelfTest:
    """One test; ``InputError`` lists the known names."""
    if name not in self_tests():
        raise InputError(message("practice.no_self_test", name=name, known=", ".join(self_tests())))
    return self_tests()[name]


def _check(test: SelfTest, values: Mapping[str, float | None]) -> None:
    faults = []
    for name, value in values.items():
        if value is not None and not test.low <= value <= test.high:
            found, low, high = f"{value:g}", f"{test.low:g}", f"{test.high:g}"
            unit = message(f"knowledge.unit.{test.unit_code}")
            faults.append(
                message(
                    "practice.result_range", name=test.id, key=name, which=message(f"practice.which.{name}"),
                    value=found, low=low, high=high, unit=unit,
                )
            )  # fmt: skip
        if value is not None and name.endswith(Side.LEFT) and not test.sides:
            faults.append(message("practice.result_no_left", name=test.id))
    if values["right"] is None and values["left"] is None:
        faults.append(message("practice.result_missing", name=test.id))
    if faults:
        raise InputError(*faults)


def _minus(new: float | None, old: float | None) -> float | None:
    return None if new is None or old is None else new - old


def _beyond(change: float | None, against: float | None, detects: float, part: float) -> bool:
    return change is not None and abs(change) > max(detects, part * abs(against or 0.0)) + 1e-9


def _changed(test: SelfTest, change: float | None, before: float | None) -> bool:
    return _beyond(change, before, test.detects, test.detects_part)


def _change_message(test: SelfTest, who: str, change: float, changed: bool) -> Message:
    good = {Better.HIGHER: change > 0, Better.LOWER: change < 0}.get(test.better)
    way = "same" if not changed else "changed" if good is None else "better" if good else "worse"
    unit = message(f"knowledge.unit.{test.unit_code}")
    return message(
        f"self_test_result.change.{way}", who=message(f"self_test_result.who.{who}"), change=f"{change:+.3g}", unit=unit
    )


def _side_message(test: SelfTest, difference: float, differs: bool) -> Message:
    unit = message(f"knowledge.unit.{test.unit_code}")
    if not differs:
        return message("self_test_result.sides_alike", difference=f"{difference:+.3g}", unit=unit)
    more = Side.RIGHT if difference > 0 else Side.LEFT
    return message(f"self_test_result.more.{more}", difference=f"{abs(difference):.3g}", unit=unit)


def _selftest(key: str, row: TableRow) -> SelfTest:
    low, high = row.number("low", -1000, 1000), row.number("high", -1000, 1000)
    if low >= high:
        row.fault(message("table.order", low="low", high="high"), "low")
    detects, part = row.number("detects", 0, 1000), row.number("detects_part", 0, 1, 0)
    if not detects and not part:
        row.fault(message("table.needs_bound"), "detects")
    sides, side, side_part = row.flag("sides"), row.number("side", 0, 1000, 0), row.number("side_part", 0, 1, 0)
    if not sides and (side or side_part):
        row.fault(message("table.side_without_sides"))
    source, evidence = parse_source(row)
    return SelfTest(
        key,
        row.choice("unit", UNIT_WORDS),
        low,
        high,
        sides,
        row.member("better", Better),
        detects,
        part,
        side,
        side_part,
        row.choice("detects_source", all_sources()),
        row.choice("norm_source", all_sources()),
        row.members("ways", Way),
        parse_contraindications(row),
        source,
        evidence,
    )
