"""What was found: what needs a doctor first, then each finding with how sure it is and what speaks against it."""

from __future__ import annotations

from fastapi import Request
from markupsafe import Markup, escape

from psoas.assessment.finding import MATTER_MOST, Finding
from psoas.assessment.text_format import format_amount
from psoas.core.catalogue import render, text
from psoas.core.message import Message
from psoas.intake.intake_form import OWN_WORDS
from psoas.intake.vocabulary import EVERYDAY_SIGNALS, SIGNALS
from psoas.knowledge.practice_sources import find_source
from psoas.knowledge.questionnaires import questionnaires
from psoas.knowledge.screening import URGENCIES
from psoas.knowledge.self_tests import self_tests
from psoas.knowledge.toml_schema import EVIDENCE
from psoas.services.confidence_words import confidence_key
from psoas.services.person_data import IntakeState, PersonData
from psoas.services.timeline_chart import BREAK, ROW, sort_events, timeline_chart
from psoas.web.dependencies import Data, NotStopped, feature_router
from psoas.web.findings.context import FindingsEmptyPage, FindingsPage, FindingView, ReferralView, ScoreView
from psoas.web.page_rendering import PageResponse, page

router = feature_router()


@router.get("/findings", dependencies=[NotStopped])
def show_findings(request: Request, data: Data) -> PageResponse[FindingsPage] | PageResponse[FindingsEmptyPage]:
    """Everything found; before the questions are answered, what will be here."""
    if data.intake_state is not IntakeState.COMPLETE:
        return page(request, FindingsEmptyPage(title=text("findings.title"), begun=data.has_consented))
    return page(request, _context(data))


def _context(data: PersonData) -> FindingsPage:
    story, found = data.answers, data.assessment
    entries = found.screening.entries
    return FindingsPage(
        title=text("findings.title"),
        own_words=data.draft()["notes"].get(OWN_WORDS, ""),
        see=tuple(ReferralView(one, URGENCIES[one.urgency]) for one in entries if one.level == "see"),
        checked=tuple(one.line for one in found.screening.checked),
        mention=tuple(one for one in entries if one.level == "mention"),
        closing=found.screening.closing,
        help_lines=found.screening.help,
        findings=tuple(_view(one) for one in found.findings[:MATTER_MOST]),
        more=tuple(_view(one) for one in found.findings[MATTER_MOST:]),
        cards=found.cards,
        scores=tuple(
            ScoreView(questionnaires()[one.questionnaire].title, one) for one in found.scores if one.value is not None
        ),
        changes=tuple(one for one in found.changes if one.beyond),
        notes=tuple(link_self_tests(one) for one in found.notes),
        events=sort_events(story),
        moved=found.moved,
        moved_caution=text("assessment.caution"),
        line=timeline_chart(story, SIGNALS if story.wishes.reflection else EVERYDAY_SIGNALS),
        row=ROW,
        broken=BREAK,
    )


def _view(one: Finding) -> FindingView:
    sources = tuple(find_source(key) for key in (one.source, *one.also))
    return FindingView(one, finding_figure(one), confidence_key(one), EVIDENCE[one.evidence], sources)


def link_self_tests(note: Message) -> Markup:
    """A note whose self-tests lead to their pages: they are values of the message that says what would tell."""
    asks = dict(note.values).get("asks")
    if not isinstance(asks, Message):
        return Markup(escape(render(note)))
    marks = {name: f"\ue000{number}\ue001" for number, (name, _) in enumerate(asks.values)}
    marked = Message(asks.code, tuple(marks.items()))
    line = escape(render(Message(note.code, (*((n, v) for n, v in note.values if n != "asks"), ("asks", marked)))))
    for name, mark in marks.items():
        link = Markup('<a href="/story/tests/{}">{}</a>').format(name, self_tests()[name].title)
        line = line.replace(mark, link)
    return line


def finding_figure(one: Finding) -> str:
    """The finding's number with its uncertainty; "" where it is words alone."""
    if one.value is None:
        return ""
    off = "" if one.uncertainty is None else text("findings.off", off=format_amount(one.uncertainty, ""))
    return f"{render(one.amount) if one.amount else ''} {off}".rstrip()
