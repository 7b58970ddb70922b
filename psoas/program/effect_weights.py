"""The documented table finding x what helps it -> weight, and what it makes of an item for a person: worth, reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from psoas.assessment.finding import Finding
from psoas.assessment.finding_rules import BASELINE, finding_rules
from psoas.core.catalogue import has
from psoas.core.errors import InputError
from psoas.core.message import Message, Value, message
from psoas.core.sides import SIDES
from psoas.exercises.exercise_simulation import EffectTable, committed_effects, effect_quantity, effect_tables
from psoas.knowledge.intake_questions import AnswerCondition, Answers, parse_conditions
from psoas.knowledge.ladders import ladders
from psoas.knowledge.practice_codes import EXERCISE_STRANDS, Pattern
from psoas.knowledge.practice_sources import all_sources
from psoas.knowledge.toml_schema import EVIDENCE, TableRow, TomlTable
from psoas.program.eligibility import PlanOption, plan_options
from psoas.program.option_patterns import option_ladder, option_patterns
from psoas.program.planning_rules import read_program_table
from psoas.program.program_models import ItemKind, ItemReason, ReasonOrigin

SIMULATION = "simulation"
"""The source of rows whose figures are computed: ``effects.toml``, see the page on exercises."""
ORIGINS = {
    "model": ReasonOrigin.SIMULATED,
    "measured": ReasonOrigin.PUBLISHED,
    "trial": ReasonOrigin.TRIAL,
    "expert": ReasonOrigin.EXPERT,
    "tradition": ReasonOrigin.TRADITION,
}
"""Where a reason is known from, by the evidence of its row."""
FILE = "table.toml"
ANY = "*"
NAMED = ("pattern", "ladder", "breath", "massage")
REASONS = 3
"""An item has at most so many reasons."""
SIMULATED_PART = 0.1
"""What a simulated figure counts beside a reason of the table: it chooses among exercises of one rung (assumed)."""


@dataclass(frozen=True)
class EffectWeight:
    """One row of the table: where ``finding`` is, ``effect`` is worth ``weight``; a simulated effect counts from 0 at
    ``low`` to 1 at ``high``, and only for exercises of ``shelves`` (the library's strands). ``when`` narrows a row
    to people who gave an answer. Its words are the message ``key``."""

    finding: str
    effect: str
    low: float
    high: float
    weight: float
    source: str
    evidence: str
    shelves: tuple[str, ...] = ()
    when: AnswerCondition | None = None

    @property
    def named(self) -> bool:
        """Whether the effect names items instead of a simulated figure."""
        return self.effect.split(".")[0] in NAMED

    @property
    def key(self) -> str:
        """The message that says what an item does about the finding."""
        finding, start = "any" if self.finding == ANY else self.finding, "why" if self.named else "plan.effect"
        return ".".join([start, finding, self.effect, *([self.when.question] if self.when else [])])


@dataclass(frozen=True)
class EffectContribution:
    """What one row contributes to the worth of one item because of one finding; ``value`` is the simulated figure
    behind it, 0 where there is none."""

    reason: EffectWeight
    finding: Finding
    value: float
    worth: float


@cache
def effect_weights() -> tuple[EffectWeight, ...]:
    """All rows, in the order of the file."""
    return read_effect_weights()


@cache
def evidence_trust() -> dict[str, float]:
    """How much a row counts, by its level of evidence."""
    return {key: float(value) for key, value in read_program_table(FILE)["trust"].items()}


def read_effect_weights(given: list[TomlTable] | None = None) -> tuple[EffectWeight, ...]:
    """Checked rows, from the file or as ``given``; ``InputError`` lists every fault."""
    faults: list[Message] = []
    rows = read_program_table(FILE)["rows"] if given is None else given
    made = tuple(_effect_weight(TableRow(f"table.toml row {k}", row, faults)) for k, row in enumerate(rows, 1))
    if faults:
        raise InputError(*faults)
    return made


def effect_contributions(
    thing: PlanOption, findings: tuple[Finding, ...], answers: Answers
) -> tuple[EffectContribution, ...]:
    """What the table gives to an item, most first. The rows of the method itself count for the surest
    finding that is one of the body."""
    found = []
    last = ["", *read_program_table(FILE)["method"]["last"]]
    apt = sorted(findings, key=lambda one: last.index(one.id) if one.id in last else 0)
    for row, amount, value in _amounts(thing):
        if row.when and not row.when.holds(answers):
            continue
        whose = apt[:1] if row.finding == ANY else [one for one in findings if one.id == row.finding]
        share = amount * row.weight * evidence_trust()[row.evidence] * (1.0 if row.named else SIMULATED_PART)
        found += [EffectContribution(row, one, value, share * (0.4 + 0.6 * one.confidence)) for one in whose]
    return tuple(sorted(found, key=lambda part: -part.worth))


def leading_side(thing: PlanOption, given: tuple[EffectContribution, ...]) -> str:
    """The side that a sided item begins with and does more of: the one the findings ask for, "both" for neither."""
    if not thing.sided:
        return "both"
    told = [part for part in given if part.reason.finding != ANY]
    right, left = (sum(part.worth for part in told if part.finding.side == side) for side in SIDES)
    if abs(right - left) < 1e-9:
        return "both"
    return "right" if right > left else "left"


def item_reasons(given: tuple[EffectContribution, ...], *, stands: bool = True) -> tuple[ItemReason, ...]:
    """Why an item is there: the weightiest reason, then those of other findings, one for each, then one simulated
    figure; a row of the method only where there is no other. In words for a person who ``stands``, or sits."""
    named = [part for part in given if part.reason.named]
    special = [part for part in named if part.reason.finding != ANY]
    said: dict[str, ItemReason] = {}
    for part in special or named[:1]:
        said.setdefault(part.finding.id, _reason(part, stands=stands))
    figures = [_reason(part, stands=stands) for part in given if not part.reason.named][:1]
    return (*tuple(said.values())[:REASONS], *figures)


def _reason(part: EffectContribution, *, stands: bool) -> ItemReason:
    row = part.reason
    side = part.finding.side if part.finding.side in SIDES else "none"
    if row.named:
        words = message(row.key, side=side, stands="yes" if stands else "no")
    else:
        figure: dict[str, Value] = {
            "value": part.value,
            "standing": effect_quantity(committed_effects()["standing"], row.effect),
        }
        words = message(row.key, **figure)
    return ItemReason(part.finding.id, words, ORIGINS[row.evidence], row.source)


@cache
def _amounts(thing: PlanOption) -> tuple[tuple[EffectWeight, float, float], ...]:
    """The rows that say anything about an item, each with how far it has the effect and the figure behind it."""
    found = ((row, *_amount(thing, row)) for row in effect_weights())
    return tuple(one for one in found if one[1] > 0)


def _amount(thing: PlanOption, row: EffectWeight) -> tuple[float, float]:
    """How far an item has a row's effect, 0 to 1, and the simulated figure behind it."""
    kind, _, name = row.effect.partition(".")
    if row.named:
        has = {"pattern": name in option_patterns(thing), "ladder": option_ladder(thing) == name}
        return float(has.get(kind, thing.kind == kind and thing.name == name)), 0.0
    if thing.kind is not ItemKind.EXERCISE or thing.shelf not in row.shelves:
        return 0.0, 0.0
    value = simulated_quantity(thing.name, row.effect, sided=thing.sided)
    return min(1.0, max(0.0, (value - row.low) / (row.high - row.low))), value


@cache
def simulated_quantity(name: str, effect: str, *, sided: bool) -> float:
    """A simulated figure of an exercise: of the working side where it has one, else the larger of both."""
    if not sided:
        return effect_quantity(committed_effects()[name], effect)
    found: float | EffectTable = effect_tables()[name]
    for key in (*effect.split("."), "right", "median"):
        found = found[key] if isinstance(found, Mapping) else found
    assert not isinstance(found, Mapping), "its median is a number"
    return float(found)


def _effect_weight(row: TableRow) -> EffectWeight:
    low, high = row.number("from", -1e5, 1e5, 0), row.number("to", -1e5, 1e5, 1)
    effect = row.text("effect")
    made = EffectWeight(
        row.choice("finding", [*finding_rules(), BASELINE, ANY]), effect, low, high, row.number("weight", 0.1, 5),
        row.choice("source", [*all_sources(), SIMULATION], SIMULATION), row.choice("evidence", EVIDENCE),
        row.choices("shelves", EXERCISE_STRANDS, ()), next(iter(parse_conditions(row, row.texts("when", ()))), None),
    )  # fmt: skip
    if made.named == bool(made.shelves):
        row.fault("a simulated effect names its 'shelves', and nothing else does")
    if low == high:
        row.fault("'from' and 'to' are the same")
    if (made.source == SIMULATION) != (not made.named) or (made.evidence == "model") != (not made.named):
        row.fault("a simulated effect has source 'simulation' and evidence 'model', and nothing else has")
    if not has(made.key):
        row.fault(f"the catalogue has no message '{made.key.replace('.', '-')}'; add it")
    if made.named:
        kind, _, name = effect.partition(".")
        known = {"pattern": {str(one) for one in Pattern}, "ladder": set(ladders())}
        if name not in known.get(kind, {t.name for t in plan_options() if t.kind == kind}):
            row.fault(f"effect '{effect}' names nothing in the library")
    else:
        try:
            effect_quantity(committed_effects()["standing"], effect)
        except InputError as error:
            row.fault(str(error))
    row.close()
    return made
