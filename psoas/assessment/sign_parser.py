"""A row of ``findings.toml`` -> ``Sign``: one parser for each kind; faults go to the row."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from psoas.assessment.recording_measures import UNITS
from psoas.assessment.sign import (
    OF_MEASURES,
    OF_SIDES,
    OF_TESTS,
    THRESHOLDS,
    Conditions,
    SentenceForm,
    Sign,
    SignKind,
    SignRule,
)
from psoas.intake.answers import ONE_SIDE, WHERE
from psoas.knowledge.intake_questions import intake_questions, parse_conditions
from psoas.knowledge.practice_sources import all_sources
from psoas.knowledge.questionnaires import questionnaires
from psoas.knowledge.self_tests import self_tests
from psoas.knowledge.toml_schema import TableRow


def parse_sign(row: TableRow, finding: str) -> Sign | None:
    """The sign of a ``finding``'s row; None where not even its kind is known."""
    kind = row.choice("kind", tuple(SignKind))
    if kind not in tuple(SignKind):
        return None
    sentence = row.choice("sentence", tuple(SentenceForm), SentenceForm.PLAIN)
    made = Sign(
        key=f"finding.{finding}.{row.text('id')}",
        kind=SignKind(kind),
        sentence=SentenceForm(sentence) if sentence in tuple(SentenceForm) else SentenceForm.PLAIN,
        weight=row.number("weight", 0.01, 0.95),
        group="",
        against=row.flag("against"),
        has_norm=row.flag("norm"),
        has_name=row.flag("named"),
    )
    made = _PARSERS[made.kind](row, made)
    made = replace(made, group=row.text("group", made.subject or _first_question(made.when)))
    row.choice("source", all_sources(), "assumed")
    row.close()
    return made


def _parse_told(row: TableRow, sign: Sign) -> Sign:
    when = tuple(parse_conditions(row, group) for group in row.list_of_lists("when"))
    if not when:
        row.fault("'when' is empty: it would always show")
    side_of = row.choice("side_of", intake_questions(), "")
    places: tuple[str, ...] = ()
    if side_of == ONE_SIDE:
        places = row.choices("places", intake_questions()[WHERE].options, _named_places(when))
        if not places:
            row.fault(f"'{ONE_SIDE}' of no place: neither 'when' nor 'places' names one")
    subject = row.choice("of", intake_questions(), "")
    return replace(sign, subject=subject, when=when, side_of=side_of, places=places)


def _parse_scored(row: TableRow, sign: Sign) -> Sign:
    sign = _with_rule(row, sign, questionnaires(), THRESHOLDS)
    known = questionnaires().get(sign.subject)
    items = tuple(one.id for one in known.items) if known else ()
    return replace(sign, item=row.choice("item", items, ""), over=row.choice("over", items, ""))


def _parse_tested(row: TableRow, sign: Sign) -> Sign:
    sign = _with_rule(row, sign, self_tests(), (*THRESHOLDS, *OF_SIDES, *OF_TESTS))
    test = self_tests().get(sign.subject)
    if test and sign.rule in OF_SIDES and not (test.side or test.side_part):
        row.fault(f"'{test.id}' has no rule for sides")
    return sign


def _parse_measured(row: TableRow, sign: Sign) -> Sign:
    sign = _with_rule(row, sign, UNITS, (*THRESHOLDS, *OF_SIDES, *OF_MEASURES))
    worse = row.choice("worse", ("lower", "higher"), "lower")
    return replace(sign, worse=worse, movements=row.texts("movements", ()))


_PARSERS: dict[SignKind, Callable[[TableRow, Sign], Sign]] = {
    SignKind.TOLD: _parse_told,
    SignKind.SCORED: _parse_scored,
    SignKind.TESTED: _parse_tested,
    SignKind.MEASURED: _parse_measured,
}


def _with_rule(row: TableRow, sign: Sign, subjects: Collection[str], rules: tuple[SignRule, ...]) -> Sign:
    """A sign with its subject, its rule and, for a threshold, its bound."""
    subject, rule = row.choice("of", subjects), row.choice("rule", rules)
    bound = row.number("bound", -1e4, 1e4) if rule in THRESHOLDS else 0.0
    return replace(sign, subject=subject, rule=SignRule(rule) if rule in rules else rules[0], bound=bound)


def _first_question(when: Conditions) -> str:
    return when[0][0].question if when and when[0] else ""


def _named_places(when: Conditions) -> tuple[str, ...]:
    """The places of a pain that conditions name."""
    return tuple(one.value for group in when for one in group if one.question == WHERE)
