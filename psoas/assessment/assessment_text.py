"""An assessment in words for the terminal: lines in the current language."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from psoas.assessment.finding import MATTER_MOST, Assessment, Finding, TimelineDay
from psoas.assessment.text_format import as_message, side_message
from psoas.core.catalogue import render, text
from psoas.core.message import Message, message
from psoas.knowledge.practice_sources import find_source
from psoas.knowledge.questionnaires import QuestionnaireScore, questionnaires
from psoas.knowledge.screening import URGENCIES, HelpLine, ScreeningEntry, help_lines
from psoas.knowledge.self_tests import SelfTestJudgement, self_tests
from psoas.knowledge.toml_schema import EVIDENCE


def assessment_text(assessment: Assessment) -> list[str]:
    """First what needs a doctor, then what was found, what could not be told, and the timeline; after a stop nothing
    but the stop and whom to call."""
    lines = _screening_lines(assessment)
    lines += _section("scores", chain.from_iterable(_score_lines(one) for one in assessment.scores))
    if not assessment.screening.program_allowed:
        return lines
    first, rest = assessment.findings[:MATTER_MOST], assessment.findings[MATTER_MOST:]
    lines += _section("findings", chain.from_iterable(finding_lines(one) for one in first))
    lines += _section("findings_more", [_heading(one) for one in rest])
    lines += _section("cards", [one.title for one in assessment.cards])
    lines += _section("tests", [_test_line(one) for one in assessment.judgements if _has_comparison(one)])
    lines += _section("changes", _change_lines(assessment))
    lines += _section("limits", [render(one) for one in assessment.notes])
    linked = [text("assessment.caution"), *(render(one.words) for one in assessment.moved)] if assessment.moved else []
    lines += _section("timeline", [*(timeline_line(one) for one in assessment.timeline), *linked])
    return [*lines, "", text("assessment.end")]


def timeline_line(day: TimelineDay) -> str:
    """One day as a line: the date as files write it, then what happened and the signals."""
    return f"{day.day.isoformat()}  {'; '.join(render(one) for one in day.entries)}"


def _section(name: str, content: Sequence[str] | chain[str]) -> list[str]:
    lines = [f"  {line}" for line in content]
    return ["", text(f"assessment.section.{name}"), *lines] if lines else []


def _screening_lines(assessment: Assessment) -> list[str]:
    screening = assessment.screening
    stops = [entry for entry in screening.entries if entry.level == "stop"]
    first = stops or [entry for entry in screening.entries if entry.level == "see"]
    lines = [text(f"assessment.section.{'doctor' if first else 'health'}")]
    for entry in first:
        lines += [f"  {_entry_line(entry)}"]
        lines += [f"    {_words('assessment.urgency', urgency=URGENCIES[entry.urgency])}"]
    now = any(entry.urgency == "now" for entry in stops)
    lines += _help_lines(tuple(line for line in help_lines() if line.for_danger)) if now else []
    rest = [entry for entry in screening.entries if entry.level == "mention" and not stops]
    lines += [f"  {text('assessment.worth_naming')}"] if rest else []
    lines += [f"    {_entry_line(entry)}" for entry in rest]
    lines += [f"  {render(one.line)}" for one in screening.checked]
    people = tuple(line for line in screening.help if not now or not line.for_danger)
    return [*lines, f"  {render(as_message(screening.closing))}", *_help_lines(people)]


def _entry_line(entry: ScreeningEntry) -> str:
    return _words("assessment.screening_entry", title=entry.title, words=entry.words)


def _help_lines(people: tuple[HelpLine, ...]) -> list[str]:
    return [
        f"    {_words('assessment.help_line', place=line.place, name=line.name, call=line.call)}" for line in people
    ]


def _score_lines(one: QuestionnaireScore) -> list[str]:
    title = questionnaires()[one.questionnaire].title
    if one.value is None:
        line = _words("assessment.score_words", title=title, words=one.words)
    else:
        shown = text("assessment.score_value", amount=message("amount.of", number=one.value, high=one.high))
        line = _words("assessment.score", title=title, value=shown, words=one.words)
    return [line, *([render(as_message(one.crisis)), *_help_lines(one.help)] if one.crisis else [])]


def finding_lines(one: Finding) -> list[str]:
    """A finding as lines: what shows it, what to do, what it is read against, what limits it, how it is known."""
    sources = ", ".join(_plain(find_source(key).title) for key in (one.source, *one.also))
    return [
        _heading(one),
        f"  {text('assessment.changes_by', changes_by=one.changes_by)}",
        *([f"  {text('assessment.read_against', norm=one.norm)}"] if one.norm else []),
        *(f"  {text('assessment.but', limit=limit)}" for limit in one.against),
        f"  {_words('assessment.sources', known=_known(one), evidence=EVIDENCE[one.evidence], sources=sources)}",
    ]


def _heading(one: Finding) -> str:
    """Title, side and sentence."""
    if one.side:
        return text("assessment.heading_side", title=one.title, side=side_message(one.side), sentence=one.sentence)
    return text("assessment.heading", title=one.title, sentence=one.sentence)


def _known(one: Finding) -> str:
    """How sure a finding is and from what; no likelihood for what is only a person's own words."""
    if one.as_told:
        return text("assessment.known.words")
    return text(f"assessment.known.{one.known}", confidence=f"{one.confidence:.2f}")


def _has_comparison(one: SelfTestJudgement) -> bool:
    """Whether a judged test compares its sides or has an earlier value."""
    return any(value is not None for value in (one.difference, one.change_right, one.change_left))


def _test_line(one: SelfTestJudgement) -> str:
    words = " ".join(_plain(part) for part in one.words)
    return _words("assessment.test", title=self_tests()[one.test].title, words=words)


def _change_lines(assessment: Assessment) -> list[str]:
    """What changed beyond what two recordings tell apart, and how many measures did not."""
    beyond = [render(one.words) for one in assessment.changes if one.beyond]
    within, count = len(assessment.changes) - len(beyond), len(assessment.changes)
    return [*beyond, *([text("assessment.changes_within", within=within, count=count)] if within else [])]


def _words(key: str, **values: Message | str) -> str:
    return text(key, **values)


def _plain(words: Message | str) -> str:
    return render(as_message(words))
