"""The rules in ``findings.toml``: which signs carry a finding, and how what they show becomes one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import prod
from string import Formatter
from typing import Any

from psoas.assessment.evidence import Evidence, Sign, SignResult, evaluate_sign, is_answered, parse_sign
from psoas.assessment.finding import WAYS, Finding
from psoas.core.sides import SIDES
from psoas.knowledge.intake_questions import AnswerCondition, parse_conditions
from psoas.knowledge.practice_sources import all_sources, parse_source
from psoas.knowledge.self_tests import self_tests
from psoas.knowledge.toml_schema import TableRow, read_rows

HELD = ("each", "one", "none")
"""Which sides a finding can have: right, left or both; one of them; none."""
PARTS = ("body", "days", "habits")
"""What findings are about, in the order in which they are told."""
MOST = 0.95
"""No finding is surer than this: tests at home and models are not (assumed)."""
BASELINE, HABITS = "own_baseline", "habits"


@dataclass(frozen=True)
class FindingRule:
    """One finding's rule: its ``title`` or, of what its signs showed, ``title_of``; ``part`` is what it is about, and
    it ``infers`` where it says more than the person told. Named from confidence ``least`` on, not for people whom
    ``unless`` holds; ``asks`` says what would let it be judged, a self-test as "{wall_ribs}" (not said to people whom
    ``asks_unless`` holds), ``but`` what limits how it may be read, and ``unmeasured`` what besides where no recording
    was given. ``words_seen`` are for people who have something named that is no finding."""

    id: str
    title: str
    title_of: str
    part: str
    infers: bool
    sides: str
    least: float
    unless: tuple[AnswerCondition, ...]
    signs: tuple[Sign, ...]
    words: str
    words_seen: str
    changes_by: str
    asks: str
    asks_unless: tuple[AnswerCondition, ...]
    unmeasured: str
    but: tuple[str, ...]
    source: str
    evidence: str
    also: tuple[str, ...]


@cache
def finding_rules() -> dict[str, FindingRule]:
    """All rules by finding."""
    return read_rules()


def read_rules(given: Mapping[str, Any] | None = None) -> dict[str, FindingRule]:
    """Checked rules, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("findings.toml", _rule, given=given)


def apply_rule(rule: FindingRule, evidence: Evidence) -> Finding | None:
    """The finding that the rule's signs carry, or None where they do not carry it."""
    if any(one.holds(evidence.story.answers) for one in rule.unless):
        return None
    all_shown = [one for sign in rule.signs for one in evaluate_sign(sign, evidence)]
    speaking = [one for one in all_shown if not one.sign.against]
    sides = _sides(rule, speaking)
    if sides is None:
        return None
    named = [one for one in speaking if any(one in _of(speaking, side, rule) for side in sides)]
    contrary = [one for one in all_shown if one.sign.against and (one.side in (*sides, "") or sides == ("",))]
    sure = max(_joined(_of(speaking, side, rule)) * _doubt(_of(contrary, side, rule)) for side in sides)
    side = "both" if len(sides) == 2 else sides[0]
    limits = (rule.unmeasured,) if rule.unmeasured and evidence.measures is None else ()
    return _made(rule, side, _strongest(named), _strongest(contrary), min(MOST, sure), limits)


def baseline_statement(*, seen: bool) -> Finding:
    """What is said when nothing stands out; ``seen`` where something was named that is no finding."""
    rule = finding_rules()[BASELINE]
    return Finding(
        rule.id, "", rule.title, rule.words_seen if seen else rule.words, None, None, "", "", "told", rule.least, (),
        rule.but, rule.changes_by, rule.evidence, rule.source, rule.also,
    )  # fmt: skip


def has_evidence(rule: FindingRule, evidence: Evidence) -> bool:
    """Whether anything that the rule looks at was answered, tested or measured, or the rule is not for this person."""
    spared = any(one.holds(evidence.story.answers) for one in (*rule.unless, *rule.asks_unless))
    return spared or not rule.asks or any(is_answered(sign, evidence) for sign in rule.signs if not sign.against)


def tests_of_rule(asks: str) -> tuple[str, ...]:
    """The self-tests that a rule asks for."""
    return tuple(name for _, name, _, _ in Formatter().parse(asks) if name is not None)


def _sides(rule: FindingRule, speaking: list[SignResult]) -> tuple[str, ...] | None:
    """The sides that reach what the rule asks for, right first; ("",) without a side; None where none does."""
    candidates = [side for side in SIDES if any(one.side == side for one in speaking)]
    if rule.sides == "none" or not candidates:
        candidates = [""]
    strengths = {side: _joined(_of(speaking, side, rule)) for side in candidates}
    reached = tuple(side for side in candidates if strengths[side] >= rule.least - 1e-9)
    if rule.sides == "one" and len(reached) == 2:
        right, left = (strengths[side] for side in SIDES)
        return ("",) if abs(right - left) < 1e-9 else (SIDES[left > right],)
    return reached or None


def _of(speaking: list[SignResult], side: str, rule: FindingRule) -> list[SignResult]:
    everything = rule.sides == "none" or (rule.sides == "one" and not side)
    return speaking if everything else [one for one in speaking if one.side in (side, "")]


def _joined(some: list[SignResult]) -> float:
    """How far signs carry a finding together: as independent ones, the strongest of each group."""
    return 1 - prod(1 - weight for weight in _weights(some).values())


def _doubt(some: list[SignResult]) -> float:
    """What contrary signs leave of a finding."""
    return prod(1 - weight for weight in _weights(some).values())


def _weights(some: list[SignResult]) -> dict[str, float]:
    found: dict[str, float] = {}
    for one in some:
        found[one.sign.group] = max(found.get(one.sign.group, 0.0), one.sign.weight)
    return found


def _strongest(some: list[SignResult]) -> list[SignResult]:
    """The strongest sign of each group, a sign of both sides once for each; the best known first, then the heaviest."""
    heaviest = _weights(some)
    kept = [one for one in some if one.sign.weight >= heaviest[one.sign.group] - 1e-9]
    ordered = sorted(kept, key=lambda one: (-WAYS.index(one.known), -one.sign.weight))
    return list({one.words: one for one in ordered}.values())


def _made(
    rule: FindingRule,
    side: str,
    signs: list[SignResult],
    contrary: list[SignResult],
    sure: float,
    limits: tuple[str, ...],
) -> Finding:
    lead = next((one for one in signs if one.value is not None and one.known == signs[0].known), signs[0])
    signs = [lead, *(one for one in signs if one is not lead)]
    return Finding(
        rule.id, side, _title(rule, signs),
        " ".join(one.words for one in signs),
        lead.value, lead.half, lead.unit, lead.norm, lead.known,
        round(sure, 2),
        tuple(dict.fromkeys(name for one in signs for name in one.rests_on)),
        (*(one.words for one in contrary), *limits, *rule.but),
        rule.changes_by, rule.evidence, rule.source, rule.also,
        as_told=lead.known == WAYS[0] and not rule.infers,
    )  # fmt: skip


def _title(rule: FindingRule, signs: list[SignResult]) -> str:
    """The rule's title, or what was shown: "A hip that locks and clicks"."""
    *names, last = [one.sign.named for one in signs]
    return rule.title_of.format(" and ".join([", ".join(names), last] if names else [last])) if last else rule.title


def _rule(key: str, row: TableRow) -> FindingRule:
    signs = tuple(parse_sign(one) for one in row.rows("signs"))
    source, evidence = parse_source(row)
    made = FindingRule(
        key,
        row.text("title"),
        row.text("title_of", ""),
        row.choice("part", PARTS, PARTS[0]),
        row.flag("infers"),
        row.choice("sides", HELD),
        row.number("least", 0.1, 0.9),
        parse_conditions(row, row.texts("unless", ())),
        signs,
        row.text("words", ""),
        row.text("words_seen", ""),
        row.text("changes_by"),
        row.text("asks", ""),
        parse_conditions(row, row.texts("asks_unless", ())),
        row.text("unmeasured", ""),
        row.texts("but"),
        source,
        evidence,
        row.choices("also", all_sources(), ()),
    )
    for name in tests_of_rule(made.asks):
        if name not in self_tests():
            row.fault(f"'asks' names '{name}', which is no self-test")
    if not signs and not made.words:
        row.fault("has neither signs nor words: it would say nothing")
    if 1 - prod(1 - one.weight for one in signs if not one.against) < made.least and signs:
        row.fault("all its signs together do not reach 'least': it would never be named")
    return made
