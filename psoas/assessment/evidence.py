"""Signs: one look at one answer, self-test or measure, and what it shows on which side."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from psoas.assessment.recording_measures import UNITS, MeasureChange, Measures
from psoas.assessment.text_format import format_amount, format_number
from psoas.assessment.text_format import format_day as said
from psoas.core.sides import OTHER_SIDE, SIDES
from psoas.intake.answers import ONE_SIDE, SIDES_OF_PLACES, WHERE, IntakeAnswers, SelfTestResult
from psoas.knowledge.intake_questions import AnswerCondition, Answers, intake_questions, parse_conditions
from psoas.knowledge.practice_sources import all_sources
from psoas.knowledge.questionnaires import QuestionnaireScore, questionnaires
from psoas.knowledge.self_tests import SelfTestJudgement, self_tests
from psoas.knowledge.toml_schema import TableRow

RULES = {
    "told": ("said",),
    "scored": ("at_least", "at_most"),
    "tested": ("at_least", "at_most", "differs", "alike", "worse", "better"),
    "measured": ("at_least", "at_most", "differs", "alike", "more", "less"),
}
"""What can be looked for: a threshold, a difference of the sides (or none), a change."""
KNOWN = {"told": "told", "scored": "told", "tested": "tested", "measured": "measured"}
"""How a sign of each kind is had, as in ``finding.WAYS``."""


@dataclass(frozen=True)
class Sign:
    """One sign of a finding. ``of`` is the questionnaire, self-test or measure, or the question whose number is said;
    ``rule`` and ``bound`` what is looked for; ``weight`` how far the sign by itself carries the finding, from 0 to 1.
    Signs of one ``group`` are not independent, and the strongest counts. ``against`` speaks against the finding.
    ``item`` is one item of a questionnaire, ``over`` another by which it is divided; ``side_of`` the question that
    tells the side, for pain that of the ``places`` alone; ``worse`` whether the "lower" or "higher" side of a measure
    is the worse; ``movements`` limits it to recordings of these. ``words_side`` are said where the side is known;
    ``named`` is the word that stands for it in a title.
    """

    kind: str
    of: str
    rule: str
    bound: float
    when: tuple[tuple[AnswerCondition, ...], ...]
    item: str
    over: str
    side_of: str
    places: tuple[str, ...]
    worse: str
    movements: tuple[str, ...]
    group: str
    weight: float
    against: bool
    words: str
    words_side: str
    norm: str
    named: str


@dataclass(frozen=True)
class SignResult:
    """What a sign showed: the side ("" where it has none), the number with its half-width and norm, the sentence, and
    the answers, questionnaire, test or measure that it rests on."""

    sign: Sign
    side: str
    value: float | None
    half: float | None
    unit: str
    norm: str
    words: str
    rests_on: tuple[str, ...]

    @property
    def known(self) -> str:
        """How it was had."""
        return KNOWN[self.sign.kind]


@dataclass(frozen=True)
class Evidence:
    """All that signs look at, judged once."""

    story: IntakeAnswers
    tests: Mapping[str, tuple[SelfTestResult, SelfTestJudgement]]
    scores: Mapping[str, QuestionnaireScore]
    measures: Measures | None
    changes: tuple[MeasureChange, ...]

    def holds(self, when: tuple[tuple[AnswerCondition, ...], ...]) -> bool:
        """Whether each group has a condition that the answers meet."""
        return all(any(one.holds(self.story.answers) for one in group) for group in when)


def parse_sign(row: TableRow) -> Sign:
    """A checked sign; faults go to the ``row``."""
    kind = row.choice("kind", RULES)
    tables: dict[str, Collection[str]] = {
        "told": intake_questions(), "scored": questionnaires(), "tested": self_tests(), "measured": UNITS,
    }  # fmt: skip
    known = tables.get(kind, ())
    of = row.choice("of", known, "" if kind == "told" else None)
    rule = row.choice("rule", RULES.get(kind, ()), "said" if kind == "told" else None)
    when = tuple(parse_conditions(row, group) for group in row.list_of_lists("when")) if kind == "told" else ()
    if kind == "told" and not when:
        row.fault("'when' is empty: it would always show")
    if kind == "tested" and rule in ("differs", "alike") and of in known and not _has_sides(of):
        row.fault(f"'{of}' has no rule for sides")
    side_of = row.choice("side_of", intake_questions(), "") if kind == "told" else ""
    places = row.choices("places", intake_questions()[WHERE].options, _places(when)) if side_of == ONE_SIDE else ()
    if side_of == ONE_SIDE and not places:
        row.fault(f"'{ONE_SIDE}' of no place: neither 'when' nor 'places' names one")
    items = {one.id for one in questionnaires()[of].items} if kind == "scored" and of in known else set()
    words, words_side = row.text("words", ""), row.text("words_side", "")
    if not words and not words_side:
        row.fault("says nothing: neither 'words' nor 'words_side'")
    made = Sign(
        kind, of, rule,
        row.number("bound", -1e4, 1e4) if rule in ("at_least", "at_most") else 0.0,
        when,
        row.choice("item", items, "") if kind == "scored" else "",
        row.choice("over", items, "") if kind == "scored" else "",
        side_of, places,
        row.choice("worse", ("lower", "higher"), "lower") if kind == "measured" else "",
        row.texts("movements", ()) if kind == "measured" else (),
        row.text("group", of or (when[0][0].question if when and when[0] else "")),
        row.number("weight", 0.01, 0.95),
        row.flag("against"),
        words or words_side,
        words_side or words,
        row.text("norm", _norm(of, rule) if kind == "tested" and of in known else ""),
        row.text("named", ""),
    )  # fmt: skip
    row.choice("source", all_sources(), "assumed")
    for text in (made.words, made.words_side):
        try:
            _fill(text, "right", 1.0, 1.0, "mm", 1.0)
        except (KeyError, ValueError, IndexError) as error:
            row.fault(f"words hold {error}; expected value, size, half, bound, side, other")
    row.close()
    return made


def is_answered(sign: Sign, evidence: Evidence) -> bool:
    """Whether what the sign looks at was answered, done or measured at all."""
    if sign.kind == "told":
        return any(one.question in evidence.story.answers for group in sign.when for one in group)
    if sign.kind == "scored":
        return sign.of in evidence.scores
    if sign.kind == "tested":
        return sign.of in evidence.tests
    if sign.rule in ("more", "less"):
        return any(one.measure == sign.of for one in evidence.changes)
    return bool(_values(sign, evidence))


def evaluate_sign(sign: Sign, evidence: Evidence) -> tuple[SignResult, ...]:
    """What the sign shows, once for each side; empty where it shows nothing."""
    look = {"told": _told, "scored": _scored, "tested": _tested, "measured": _measured}[sign.kind]
    return look(sign, evidence)


def _told(sign: Sign, evidence: Evidence) -> tuple[SignResult, ...]:
    if not evidence.holds(sign.when):
        return ()
    value = evidence.story.answers.get(sign.of) if sign.of else None
    unit = intake_questions()[sign.of].unit if sign.of else ""
    asked, sides = _sides(sign, evidence.story.answers)
    number = float(value) if isinstance(value, (int, float)) else None
    hold = [one.question for group in sign.when for one in group if one.holds(evidence.story.answers)]
    told_on = evidence.story.told_on
    day = max((told_on[one] for one in (*hold, sign.of) if one in told_on), default=None)
    return tuple(
        _dated(_made(sign, one, number, None, unit, tuple(dict.fromkeys([*hold, *([asked] if one else [])]))), day)
        for one in sides
    )


def _dated(shown: SignResult, day: date | None) -> SignResult:
    """What was told, with the day on which it was, where that is known."""
    return shown if day is None else replace(shown, words=f"{shown.words.removesuffix('.')} (told on {said(day)}).")


def _sides(sign: Sign, answers: Answers) -> tuple[str, tuple[str, ...]]:
    """The question that told the side, and the sides: of the sign's own places where each has its own."""
    if sign.side_of == ONE_SIDE and (each := answers.get(SIDES_OF_PLACES)):
        told = {side for place, side in (one.split("/") for one in each) if place in sign.places}
        return SIDES_OF_PLACES, tuple(side for side in SIDES if side in told) or ("",)
    side = answers.get(sign.side_of, "") if sign.side_of else ""
    return sign.side_of, {"both": SIDES, "middle": ("",)}.get(side, (side,))


def _places(when: tuple[tuple[AnswerCondition, ...], ...]) -> tuple[str, ...]:
    """The places of a pain that conditions name."""
    return tuple(one.value for group in when for one in group if one.question == WHERE)


def _scored(sign: Sign, evidence: Evidence) -> tuple[SignResult, ...]:
    found = evidence.scores.get(sign.of)
    if found is None:
        return ()
    value = found.items.get(sign.item) if sign.item else found.value
    if value is not None and sign.over:
        whole = found.items.get(sign.over)
        value = value / whole if whole else None
    if value is None or not _beyond(sign, value):
        return ()
    unit = "" if sign.item else f"of {format_number(found.high)}"
    return (_made(sign, "", value, None, unit),)


def _tested(sign: Sign, evidence: Evidence) -> tuple[SignResult, ...]:
    if sign.of not in evidence.tests:
        return ()
    (done, judged), test = evidence.tests[sign.of], self_tests()[sign.of]
    values = dict(zip(SIDES, (done.right, done.left), strict=True))
    if sign.rule in ("differs", "alike"):
        if judged.difference is None or judged.differs != (sign.rule == "differs"):
            return ()
        larger = max(abs(done.right or 0.0), abs(done.left or 0.0))
        half = max(test.side, test.side_part * larger)
        side = "" if sign.rule == "alike" else _worse(judged.difference, test.better)
        return (_made(sign, side, abs(judged.difference), half, test.unit),)
    if sign.rule in ("worse", "better"):
        moved = zip(SIDES, (judged.change_right, judged.change_left), (judged.changed_right, judged.changed_left),
                    strict=True)  # fmt: skip
        good = {"higher": 1.0, "lower": -1.0, "neither": 0.0}[test.better] * (1.0 if sign.rule == "better" else -1.0)
        return tuple(
            _made(sign, side if test.sides else "", abs(change), test.detects, test.unit)
            for side, change, changed in moved
            if changed and change is not None and change * good > 0
        )
    return tuple(
        _made(sign, side if test.sides else "", value,
              max(test.detects, test.detects_part * abs(value)) / math.sqrt(2), test.unit)
        for side, value in values.items()
        if value is not None and _beyond(sign, value)
    )  # fmt: skip


def _measured(sign: Sign, evidence: Evidence) -> tuple[SignResult, ...]:
    unit = UNITS[sign.of]
    if sign.rule in ("more", "less"):
        wanted = 1.0 if sign.rule == "more" else -1.0
        return tuple(
            _made(sign, one.side, abs(one.change), one.detects, unit)
            for one in evidence.changes
            if one.measure == sign.of and one.beyond and one.change * wanted > 0
        )
    values = _values(sign, evidence)
    if sign.rule in ("differs", "alike"):
        if {"right", "left"} - set(values):
            return ()
        (right, half_r), (left, half_l) = values["right"], values["left"]
        half = math.hypot(half_r, half_l)
        if (abs(right - left) > half) != (sign.rule == "differs"):
            return ()
        side = "" if sign.rule == "alike" else _worse(right - left, "higher" if sign.worse == "lower" else "lower")
        return (_made(sign, side, abs(right - left), half, unit),)
    sure = {side: value + (half if sign.rule == "at_most" else -half) for side, (value, half) in values.items()}
    return tuple(_made(sign, side, *values[side], unit) for side in values if _beyond(sign, sure[side]))


def _values(sign: Sign, evidence: Evidence) -> dict[str, tuple[float, float]]:
    """Values by side with their half-widths; nothing of another movement, nothing whose error is not known."""
    found = evidence.measures
    if found is None or (sign.movements and found.movement not in sign.movements):
        return {}
    return {
        side: (one.value, one.half)
        for side in (*SIDES, "")
        if (one := found.values.get((sign.of, side))) is not None and one.half is not None
    }


def _beyond(sign: Sign, value: float) -> bool:
    return value >= sign.bound if sign.rule == "at_least" else value <= sign.bound


def _worse(difference: float, better: str) -> str:
    """The worse side of a difference right minus left; "" where neither end is the better."""
    if better == "neither":
        return ""
    return "left" if (difference > 0) == (better == "higher") else "right"


def _has_sides(test: str) -> bool:
    return bool(self_tests()[test].side or self_tests()[test].side_part)


def _norm(test: str, rule: str) -> str:
    """The norm of a self-test, or from when on it names a difference or a change."""
    asked = self_tests()[test]
    if rule in ("differs", "alike"):
        part = f" and {100 * asked.side_part:.0f} %" if asked.side_part else ""
        return f"a side difference counts beyond {format_amount(asked.side, asked.unit)}{part}"
    return "your own earlier value" if rule in ("worse", "better") else asked.norm


def _made(
    sign: Sign, side: str, value: float | None, half: float | None, unit: str, rests_on: tuple[str, ...] = ()
) -> SignResult:
    text = _fill(sign.words_side if side else sign.words, side, value, half, unit, sign.bound)
    return SignResult(sign, side, value, half, unit, sign.norm, text, rests_on or (sign.of,))


def _fill(text: str, side: str, value: float | None, half: float | None, unit: str, bound: float) -> str:
    return text.format(
        value="" if value is None else format_amount(value, unit),
        size="" if value is None else format_amount(abs(value), unit),
        half="" if half is None else format_number(half),
        bound=format_amount(bound, unit),
        side=side,
        other=OTHER_SIDE.get(side, ""),
    )
