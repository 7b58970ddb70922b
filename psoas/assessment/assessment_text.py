"""An assessment in calm words, and as JSON (``psoas.assessment/1``, see docs/assessment.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from psoas.assessment.finding import Assessment, Finding
from psoas.assessment.text_format import format_side
from psoas.assessment.timeline import CAUTION
from psoas.knowledge.practice_sources import find_source
from psoas.knowledge.questionnaires import QuestionnaireScore, questionnaires
from psoas.knowledge.screening import URGENCIES, HelpLine, help_lines
from psoas.knowledge.self_tests import self_tests
from psoas.knowledge.toml_schema import EVIDENCE

SCHEMA = "psoas.assessment/1"
IN_DANGER = "Anywhere, in danger now"
"""The line of help.toml that holds emergency numbers."""
KNOWN = {"told": "from what you told", "tested": "from your tests", "measured": "from a recording"}


def assessment_text(assessment: Assessment) -> list[str]:
    """First what needs a doctor, then what was found, what could not be told, and the timeline; after a stop nothing
    but the stop and whom to call."""
    lines = _screening(assessment)
    lines += _section("How you answered", [line for one in assessment.scores for line in _score(one)])
    if not assessment.screening.program_allowed:
        return lines
    lines += _section("What we found", [line for one in assessment.findings for line in _finding(one)])
    lines += _section("Your tests, side by side and over time", _tests(assessment))
    lines += _section("Since the earlier recording", _changes(assessment))
    lines += _section("What we could not tell", list(assessment.notes))
    moved = [CAUTION, *(one.words for one in assessment.moved)] if assessment.moved else []
    lines += _section("Your timeline", [*assessment.timeline, *moved])
    return [*lines, "", "This measures and educates. It names no illness and replaces no doctor."]


def assessment_json(assessment: Assessment) -> dict[str, Any]:
    """The assessment with plain values only."""
    screening = assessment.screening
    return {
        "schema": SCHEMA,
        "screening": {
            "level": screening.level,
            "entries": [
                {"id": e.id, "level": e.level, "urgency": e.urgency, "title": e.title, "words": e.words,
                 "narrows": list(e.narrows), "source": e.source, "evidence": e.evidence}
                for e in screening.entries
            ],
            "closing": screening.closing,
            "narrows": list(screening.narrows),
            "help": [vars(line) for line in screening.help],
        },
        "findings": [_plain(one) for one in assessment.findings],
        "scores": [_plain(one) for one in assessment.scores],
        "judgements": [_plain(one) for one in assessment.judgements],
        "timeline": list(assessment.timeline),
        "moved": [_plain(one) for one in assessment.moved],
        "changes": [_plain(one) for one in assessment.changes],
        "notes": list(assessment.notes),
    }  # fmt: skip


def _plain(one: Any) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(one).items()}


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return ["", title, *(f"  {line}" for line in lines)] if lines else []


def _screening(assessment: Assessment) -> list[str]:
    screening = assessment.screening
    stops = [entry for entry in screening.entries if entry.level == "stop"]
    first = stops or [entry for entry in screening.entries if entry.level == "see"]
    lines = ["First, what needs a doctor"] if first else ["First, the questions about your health"]
    for entry in first:
        lines += [f"  {entry.title}: {entry.words}", f"    Who and when: {URGENCIES[entry.urgency]}."]
    now = any(entry.urgency == "now" for entry in stops)
    lines += _help(tuple(line for line in help_lines() if line.place == IN_DANGER)) if now else []
    rest = [entry for entry in screening.entries if entry.level == "mention" and not stops]
    lines += ["  Worth naming when you next see someone:"] if rest else []
    lines += [f"    {entry.title}: {entry.words}" for entry in rest]
    people = tuple(line for line in screening.help if not now or line.place != IN_DANGER)
    return [*lines, f"  {screening.closing}", *_help(people)]


def _help(people: tuple[HelpLine, ...]) -> list[str]:
    return [f"    {line.place}: {line.name}, {line.call}" for line in people]


def _score(one: QuestionnaireScore) -> list[str]:
    title = questionnaires()[one.questionnaire].title
    value = "" if one.value is None else f" {one.value:g} of {one.high:g}."
    crisis = [one.crisis, *_help(one.help)] if one.crisis else []
    return [f"{title}:{value} {one.words}", *crisis]


def _finding(one: Finding) -> list[str]:
    side = f", {format_side(one.side)}" if one.side else ""
    lines = [f"{one.title}{side}. {one.sentence}"]
    if one.norm:
        lines.append(f"  Read against: {one.norm}.".replace("..", "."))
    lines += [f"  But: {text}" for text in one.against]
    sources = ", ".join(find_source(key).title for key in (one.source, *one.also))
    lines += [
        f"  What would change it: {one.changes_by}",
        f"  {_known(one)}; {EVIDENCE[one.evidence]} ({sources}).",
    ]
    return lines


def _known(one: Finding) -> str:
    """How sure a finding is and from what; of what a person told no likelihood is said."""
    return "You told us" if one.as_told else f"How sure: {one.confidence:.2f} of 1, {KNOWN[one.known]}"


def _tests(assessment: Assessment) -> list[str]:
    told = [one for one in assessment.judgements if one.difference is not None or one.change_right is not None
            or one.change_left is not None]  # fmt: skip
    return [f"{self_tests()[one.test].title}: {' '.join(one.words)}" for one in told]


def _changes(assessment: Assessment) -> list[str]:
    """What changed beyond what two recordings tell apart, and how many measures did not."""
    beyond = [one.words for one in assessment.changes if one.beyond]
    still = len(assessment.changes) - len(beyond)
    said = f"{still} of {len(assessment.changes)} measures: within what two recordings can tell apart. Measure again."
    return [*beyond, *([said] if still else [])]
