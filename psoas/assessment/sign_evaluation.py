"""All evidence of a person, and what one sign shows in it: one evaluator for each kind of sign."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from psoas.assessment.finding import EvidenceWay
from psoas.assessment.recording_measures import UNITS, MeasureChange, Measures
from psoas.assessment.sign import OF_MEASURES, OF_SIDES, OF_TESTS, Conditions, Sign, SignKind, SignRule
from psoas.assessment.text_format import amount, as_message, rounded, side_message
from psoas.core.message import Message, Value, message
from psoas.core.sides import OTHER_SIDE, SIDES
from psoas.intake.answers import ONE_SIDE, SIDES_OF_PLACES, IntakeAnswers, SelfTestResult
from psoas.knowledge.intake_questions import Answers, intake_questions, read_word, read_words
from psoas.knowledge.questionnaires import QuestionnaireScore
from psoas.knowledge.self_tests import SelfTest, SelfTestJudgement, self_tests


@dataclass(frozen=True)
class SignResult:
    """What a sign showed: the side ("" where it has none), the number with its half-width and norm, the statement, and
    the answers, questionnaire, test or measure that it rests on."""

    sign: Sign
    side: str
    value: float | None
    half_width: float | None
    unit: str
    amount: Message | None
    norm: Message | None
    statement: Message
    rests_on: tuple[str, ...]

    @property
    def known(self) -> EvidenceWay:
        """How it is known."""
        return self.sign.kind.way


@dataclass(frozen=True)
class Evidence:
    """All that signs look at, judged once."""

    story: IntakeAnswers
    tests: Mapping[str, tuple[SelfTestResult, SelfTestJudgement]]
    scores: Mapping[str, QuestionnaireScore]
    measures: Measures | None
    changes: tuple[MeasureChange, ...]

    def holds(self, when: Conditions) -> bool:
        """Whether each group has a condition that the answers meet."""
        return all(any(one.holds(self.story.answers) for one in group) for group in when)


def is_answered(sign: Sign, evidence: Evidence) -> bool:
    """Whether what the sign looks at was answered, done or measured at all."""
    match sign.kind:
        case SignKind.TOLD:
            return any(one.question in evidence.story.answers for group in sign.when for one in group)
        case SignKind.SCORED:
            return sign.subject in evidence.scores
        case SignKind.TESTED:
            return sign.subject in evidence.tests
        case SignKind.MEASURED if sign.rule in OF_MEASURES:
            return any(one.measure == sign.subject for one in evidence.changes)
        case SignKind.MEASURED:
            return bool(_measured_values(sign, evidence))


def evaluate_sign(sign: Sign, evidence: Evidence) -> tuple[SignResult, ...]:
    """What the sign shows, once for each side; empty where it shows nothing."""
    return _EVALUATORS[sign.kind](sign, evidence)


def _evaluate_told(sign: Sign, evidence: Evidence) -> tuple[SignResult, ...]:
    if not evidence.holds(sign.when):
        return ()
    story = evidence.story
    value = story.answers.get(sign.subject) if sign.subject else None
    unit = intake_questions()[sign.subject].unit if sign.subject else ""
    asked, sides = _told_sides(sign, story.answers)
    number = float(value) if isinstance(value, (int, float)) else None
    given = [one for group in sign.when for one in group if one.holds(story.answers)]
    answered = [one.question for one in given if one.question in story.answers]
    day = max((story.told_on[one] for one in (*answered, sign.subject) if one in story.told_on), default=None)
    results = []
    for side in sides:
        rests_on = tuple(dict.fromkeys([*answered, *([asked] if side else [])]))
        results.append(_with_day(_result(sign, side, number, None, unit, rests_on=rests_on), day))
    return tuple(results)


def _with_day(result: SignResult, day: date | None) -> SignResult:
    """A result with the day of the answer, where that is known."""
    if day is None:
        return result
    return replace(result, statement=message("assessment.told_on", statement=result.statement, day=day))


def _told_sides(sign: Sign, answers: Answers) -> tuple[str, tuple[str, ...]]:
    """The question that gave the side, and the sides: of the sign's own places where each has its own."""
    if sign.side_of == ONE_SIDE and (boxes := read_words(answers, SIDES_OF_PLACES)):
        told = {side for place, side in (box.split("/") for box in boxes) if place in sign.places}
        return SIDES_OF_PLACES, tuple(side for side in SIDES if side in told) or ("",)
    side = read_word(answers, sign.side_of)
    return sign.side_of, {"both": SIDES, "middle": ("",)}.get(side, (side,))


def _evaluate_scored(sign: Sign, evidence: Evidence) -> tuple[SignResult, ...]:
    score = evidence.scores.get(sign.subject)
    if score is None:
        return ()
    value = score.items.get(sign.item) if sign.item else score.value
    if value is not None and sign.over:
        whole = score.items.get(sign.over)
        value = value / whole if whole else None
    if value is None or not _beyond(sign, value):
        return ()
    if sign.item:
        return (_result(sign, "", value, None, ""),)
    of = message("amount.of", number=rounded(value), high=rounded(score.high))
    return (_result(sign, "", value, None, f"of {rounded(score.high)}", shown=of),)


def _evaluate_tested(sign: Sign, evidence: Evidence) -> tuple[SignResult, ...]:
    if sign.subject not in evidence.tests:
        return ()
    done, judged = evidence.tests[sign.subject]
    test = self_tests()[sign.subject]
    if sign.rule in OF_SIDES:
        return _test_sides(sign, test, done, judged)
    if sign.rule in OF_TESTS:
        return _test_change(sign, test, judged)
    return tuple(
        _result(sign, side if test.sides else "", value, _test_error(test, value), test.unit)
        for side, value in zip(SIDES, (done.right, done.left), strict=True)
        if value is not None and _beyond(sign, value)
    )


def _test_sides(sign: Sign, test: SelfTest, done: SelfTestResult, judged: SelfTestJudgement) -> tuple[SignResult, ...]:
    """A difference between the sides, or that there is none."""
    if judged.difference is None or judged.differs != (sign.rule is SignRule.DIFFERS):
        return ()
    larger = max(abs(done.right or 0.0), abs(done.left or 0.0))
    side = "" if sign.rule is SignRule.ALIKE else _worse_side(judged.difference, test.better)
    return (_result(sign, side, abs(judged.difference), max(test.side, test.side_part * larger), test.unit),)


def _test_change(sign: Sign, test: SelfTest, judged: SelfTestJudgement) -> tuple[SignResult, ...]:
    """A change against the earlier value, for the better or the worse."""
    good = {"higher": 1.0, "lower": -1.0, "neither": 0.0}[test.better]
    wanted = good if sign.rule is SignRule.BETTER else -good
    changes = (judged.change_right, judged.changed_right), (judged.change_left, judged.changed_left)
    return tuple(
        _result(sign, side if test.sides else "", abs(change), test.detects, test.unit)
        for side, (change, changed) in zip(SIDES, changes, strict=True)
        if changed and change is not None and change * wanted > 0
    )


def _test_error(test: SelfTest, value: float) -> float:
    """Half-width of one value: two of them differ beyond ``detects`` = sqrt(2) times this."""
    return max(test.detects, test.detects_part * abs(value)) / math.sqrt(2)


def _evaluate_measured(sign: Sign, evidence: Evidence) -> tuple[SignResult, ...]:
    unit = UNITS[sign.subject]
    if sign.rule in OF_MEASURES:
        wanted = 1.0 if sign.rule is SignRule.MORE else -1.0
        return tuple(
            _result(sign, one.side, abs(one.change), one.detects, unit)
            for one in evidence.changes
            if one.measure == sign.subject and one.beyond and one.change * wanted > 0
        )
    values = _measured_values(sign, evidence)
    if sign.rule in OF_SIDES:
        return _measured_sides(sign, values, unit)
    to_bound = 1.0 if sign.rule is SignRule.AT_MOST else -1.0
    return tuple(
        _result(sign, side, value, half, unit)
        for side, (value, half) in values.items()
        if _beyond(sign, value + to_bound * half)
    )


def _measured_sides(sign: Sign, values: Mapping[str, tuple[float, float]], unit: str) -> tuple[SignResult, ...]:
    """A difference between the sides beyond both errors, or that there is none."""
    if {"right", "left"} - set(values):
        return ()
    (right, half_right), (left, half_left) = values["right"], values["left"]
    half = math.hypot(half_right, half_left)
    if (abs(right - left) > half) != (sign.rule is SignRule.DIFFERS):
        return ()
    better = "higher" if sign.worse == "lower" else "lower"
    side = "" if sign.rule is SignRule.ALIKE else _worse_side(right - left, better)
    return (_result(sign, side, abs(right - left), half, unit),)


def _measured_values(sign: Sign, evidence: Evidence) -> dict[str, tuple[float, float]]:
    """Values by side with their half-widths; nothing of another movement, nothing whose error is not known."""
    found = evidence.measures
    if found is None or (sign.movements and found.movement not in sign.movements):
        return {}
    return {
        side: (one.value, one.half_width)
        for side in (*SIDES, "")
        if (one := found.values.get((sign.subject, side))) is not None and one.half_width is not None
    }


_EVALUATORS: dict[SignKind, Callable[[Sign, Evidence], tuple[SignResult, ...]]] = {
    SignKind.TOLD: _evaluate_told,
    SignKind.SCORED: _evaluate_scored,
    SignKind.TESTED: _evaluate_tested,
    SignKind.MEASURED: _evaluate_measured,
}


def _beyond(sign: Sign, value: float) -> bool:
    return value >= sign.bound if sign.rule is SignRule.AT_LEAST else value <= sign.bound


def _worse_side(difference: float, better: str) -> str:
    """The worse side of a difference right minus left; "" where neither end is the better."""
    if better == "neither":
        return ""
    return "left" if (difference > 0) == (better == "higher") else "right"


def sign_norm(sign: Sign) -> Message | None:
    """What a sign is compared with: its own norm; for a self-test else that of the test, or from when on the test names
    a difference or a change."""
    if sign.has_norm:
        return message(f"{sign.key}.norm")
    if sign.kind is not SignKind.TESTED:
        return None
    test = self_tests()[sign.subject]
    if sign.rule in OF_TESTS:
        return message("assessment.norm.earlier")
    if sign.rule not in OF_SIDES:
        return as_message(test.norm) if test.norm else None
    bound = amount(test.side, test.unit)
    if not test.side_part:
        return message("assessment.norm.sides", bound=bound)
    return message("assessment.norm.sides_part", bound=bound, percent=round(100 * test.side_part))


def _result(
    sign: Sign,
    side: str,
    value: float | None,
    half_width: float | None,
    unit: str,
    *,
    rests_on: tuple[str, ...] = (),
    shown: Message | None = None,
) -> SignResult:
    """A result with its statement; ``shown`` is the value in words where the unit alone does not give them."""
    number = shown or (None if value is None else amount(value, unit))
    values: dict[str, Value] = {}
    if value is not None and number is not None:
        values |= {"value": number, "size": shown or amount(abs(value), unit)}
    if half_width is not None:
        values["half"] = amount(half_width, "")
    if side:
        values |= {"side": side_message(side), "other": side_message(OTHER_SIDE[side])}
    statement = message(sign.sentence_key(side), **values)
    return SignResult(
        sign, side, value, half_width, unit, number, sign_norm(sign), statement, rests_on or (sign.subject,)
    )
