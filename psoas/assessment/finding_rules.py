"""The rules in ``findings.toml``: which signs carry a finding, and how what they show becomes one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import prod

from psoas.assessment.finding import EvidenceWay, Finding, FindingPart, FindingSides
from psoas.assessment.sign import Sign
from psoas.assessment.sign_evaluation import Evidence, SignResult, evaluate_sign, is_answered
from psoas.assessment.sign_parser import parse_sign
from psoas.core.message import Message, message
from psoas.core.sides import SIDES
from psoas.knowledge.intake_questions import AnswerCondition, parse_conditions
from psoas.knowledge.practice_sources import all_sources, parse_source
from psoas.knowledge.self_tests import self_tests
from psoas.knowledge.toml_schema import TableRow, TomlTable, read_rows

MOST = 0.95
"""No finding is surer than this: tests at home and models are not (assumed)."""
BASELINE, HABITS = "own_baseline", "habits"
PARTS, WAYS = tuple(FindingPart), tuple(EvidenceWay)


@dataclass(frozen=True)
class FindingRule:
    """One finding's rule; its words stand in the catalogue under ``finding.<id>``.

    Args:
        id: Of the finding.
        named_by_signs: Its title is made of what its signs showed (``title_of``).
        part: What it is about.
        infers: It says more than the person told.
        sides: Which sides it can have.
        least: Confidence from which on it is named.
        unless: Not for people whom one of these holds.
        signs: What carries it.
        asks: The self-tests named in the sentence ``asks`` on what would let it be judged.
        asks_unless: Not asked of people whom one of these holds.
        unmeasured: A limit (``unmeasured``) is added where there was no recording.
        limits: How many limits on its reading there are (``but-1`` and so on).
        source: With ``evidence`` and ``also``: where it comes from.
        safety: Somebody should look at it, or it can lead to harm: it comes first.
        complaint: It is about what the person complains of where one of these holds.
    """

    id: str
    named_by_signs: bool
    part: FindingPart
    infers: bool
    sides: FindingSides
    least: float
    unless: tuple[AnswerCondition, ...]
    signs: tuple[Sign, ...]
    asks: tuple[str, ...]
    asks_unless: tuple[AnswerCondition, ...]
    unmeasured: bool
    limits: int
    source: str
    evidence: str
    also: tuple[str, ...]
    safety: bool
    complaint: tuple[AnswerCondition, ...]

    @property
    def title(self) -> Message:
        """Its title."""
        return self.words("title")

    def words(self, name: str) -> Message:
        """One of its words in the catalogue."""
        return message(f"finding.{self.id}.{name}")

    def limit_messages(self, *, measured: bool) -> tuple[Message, ...]:
        """What limits how it may be read."""
        without = () if measured or not self.unmeasured else (self.words("unmeasured"),)
        return (*without, *(self.words(f"but-{number}") for number in range(1, self.limits + 1)))

    def asks_message(self) -> Message:
        """What would let it be judged, with the titles of the self-tests."""
        titles = {name: message("assessment.quoted_test", title=self_tests()[name].title) for name in self.asks}
        return message(f"finding.{self.id}.asks", **titles)


@cache
def finding_rules() -> dict[str, FindingRule]:
    """All rules by finding."""
    return read_rules()


def read_rules(given: TomlTable | None = None) -> dict[str, FindingRule]:
    """Checked rules, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("findings.toml", _rule, given=given)


def apply_rule(rule: FindingRule, evidence: Evidence) -> Finding | None:
    """The finding that the rule's signs carry, or None where they do not carry it."""
    if any(one.holds(evidence.story.answers) for one in rule.unless):
        return None
    shown = [one for sign in rule.signs for one in evaluate_sign(sign, evidence)]
    speaking = [one for one in shown if not one.sign.against]
    sides = _sides(rule, speaking)
    if sides is None:
        return None
    counted = [one for one in speaking if any(one in _of_side(speaking, side, rule) for side in sides)]
    contrary = [one for one in shown if one.sign.against and (one.side in (*sides, "") or sides == ("",))]
    confidence = max(_joined(_of_side(speaking, side, rule)) * _doubt(_of_side(contrary, side, rule)) for side in sides)
    return _finding(
        rule, "both" if len(sides) == 2 else sides[0], _strongest(counted), _strongest(contrary),
        min(MOST, confidence), measured=evidence.measures is not None,
    )  # fmt: skip


def baseline_statement(*, seen: bool) -> Finding:
    """What is said when nothing stands out; ``seen`` where something was named that is no finding."""
    rule = finding_rules()[BASELINE]
    return Finding(
        rule.id, "", rule.title, (rule.words("words_seen" if seen else "words"),), None, None, "", None,
        EvidenceWay.TOLD, rule.least, (), rule.limit_messages(measured=True), rule.words("changes_by"), rule.evidence,
        rule.source, rule.also,
    )  # fmt: skip


def has_evidence(rule: FindingRule, evidence: Evidence) -> bool:
    """Whether anything that the rule looks at was answered, tested or measured, or the rule is not for this person."""
    spared = any(one.holds(evidence.story.answers) for one in (*rule.unless, *rule.asks_unless))
    return spared or not rule.signs or any(is_answered(sign, evidence) for sign in rule.signs if not sign.against)


def _sides(rule: FindingRule, speaking: list[SignResult]) -> tuple[str, ...] | None:
    """The sides that reach what the rule asks for, right first; ("",) without a side; None where none does."""
    candidates = [side for side in SIDES if any(one.side == side for one in speaking)]
    if rule.sides is FindingSides.NONE or not candidates:
        candidates = [""]
    strengths = {side: _joined(_of_side(speaking, side, rule)) for side in candidates}
    reached = tuple(side for side in candidates if strengths[side] >= rule.least - 1e-9)
    if rule.sides is FindingSides.ONE and len(reached) == 2:
        right, left = (strengths[side] for side in SIDES)
        return ("",) if abs(right - left) < 1e-9 else (SIDES[left > right],)
    return reached or None


def _of_side(speaking: list[SignResult], side: str, rule: FindingRule) -> list[SignResult]:
    everything = rule.sides is FindingSides.NONE or (rule.sides is FindingSides.ONE and not side)
    return speaking if everything else [one for one in speaking if one.side in (side, "")]


def _joined(results: list[SignResult]) -> float:
    """How far signs carry a finding together: as independent ones, the strongest of each group."""
    return 1 - prod(1 - weight for weight in _weights(results).values())


def _doubt(results: list[SignResult]) -> float:
    """What contrary signs leave of a finding."""
    return prod(1 - weight for weight in _weights(results).values())


def _weights(results: list[SignResult]) -> dict[str, float]:
    found: dict[str, float] = {}
    for one in results:
        found[one.sign.group] = max(found.get(one.sign.group, 0.0), one.sign.weight)
    return found


def _strongest(results: list[SignResult]) -> list[SignResult]:
    """The strongest sign of each group, a sign of both sides once for each; the best known first, then the heaviest."""
    heaviest = _weights(results)
    kept = [one for one in results if one.sign.weight >= heaviest[one.sign.group] - 1e-9]
    ordered = sorted(kept, key=lambda one: (-WAYS.index(one.known), -one.sign.weight))
    return list({one.statement: one for one in ordered}.values())


def _finding(
    rule: FindingRule, side: str, signs: list[SignResult], contrary: list[SignResult], confidence: float, *,
    measured: bool,
) -> Finding:  # fmt: skip
    """A finding of what counts: led by the first sign of the best way that holds a number."""
    lead = next((one for one in signs if one.value is not None and one.known == signs[0].known), signs[0])
    signs = [lead, *(one for one in signs if one is not lead)]
    return Finding(
        rule.id, side, _title(rule, signs), tuple(one.statement for one in signs),
        lead.value, lead.half_width, lead.unit, lead.norm, lead.known, round(confidence, 2),
        tuple(dict.fromkeys(name for one in signs for name in one.rests_on)),
        (*(one.statement for one in contrary), *rule.limit_messages(measured=measured)),
        rule.words("changes_by"), rule.evidence, rule.source, rule.also,
        as_told=lead.known is EvidenceWay.TOLD and not rule.infers,
        amount=lead.amount,
    )  # fmt: skip


def _title(rule: FindingRule, signs: list[SignResult]) -> Message:
    """The rule's title, or what was shown: "A hip that locks and clicks"."""
    if not rule.named_by_signs or not all(one.sign.has_name for one in signs):
        return rule.title
    names = tuple(dict.fromkeys(message(f"{one.sign.key}.named") for one in signs))
    return message(f"finding.{rule.id}.title_of", shown=names)


def _rule(key: str, row: TableRow) -> FindingRule:
    signs = tuple(sign for one in row.rows("signs") if (sign := parse_sign(one, key)))
    source, evidence = parse_source(row)
    part, sides = row.choice("part", PARTS, PARTS[0]), row.choice("sides", tuple(FindingSides))
    made = FindingRule(
        key,
        row.flag("title_of"),
        FindingPart(part) if part in PARTS else PARTS[0],
        row.flag("infers"),
        FindingSides(sides) if sides in tuple(FindingSides) else FindingSides.NONE,
        row.number("least", 0.1, 0.9),
        parse_conditions(row, row.texts("unless", ())),
        signs,
        row.choices("asks", self_tests(), ()),
        parse_conditions(row, row.texts("asks_unless", ())),
        row.flag("unmeasured"),
        int(row.number("but", 0, 9)),
        source,
        evidence,
        row.choices("also", all_sources(), ()),
        row.flag("safety"),
        parse_conditions(row, row.texts("complaint", ())),
    )
    if not signs and key != BASELINE:
        row.fault("has no signs: it would never be named")
    if 1 - prod(1 - one.weight for one in signs if not one.against) < made.least and signs:
        row.fault("all its signs together do not reach 'least': it would never be named")
    return made
