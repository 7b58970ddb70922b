"""What was found: what needs a doctor first, then each finding with how sure it is and what speaks against it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from markupsafe import Markup, escape

from psoas.assessment.finding import Finding
from psoas.assessment.text_format import format_amount
from psoas.core.catalogue import render, text
from psoas.core.message import Message
from psoas.intake.intake_form import OWN_WORDS
from psoas.intake.vocabulary import SIGNALS
from psoas.knowledge.practice_sources import find_source
from psoas.knowledge.questionnaires import questionnaires
from psoas.knowledge.screening import URGENCIES
from psoas.knowledge.self_tests import self_tests
from psoas.knowledge.toml_schema import EVIDENCE
from psoas.services import answers_service
from psoas.services.timeline_chart import BREAK, ROW, sort_events, timeline_chart
from psoas.web.app_context import AppContext
from psoas.web.pages.timeline_page import DAYS

SURE = ((0.75, "high"), (0.5, "likely"), (0.3, "possible"), (0.0, "hint"))
"""From which confidence on which words (assumed)."""


def routes(site: AppContext) -> APIRouter:
    """``/findings``."""
    router = APIRouter()

    @router.get("/findings")
    def findings(request: Request) -> Response:
        """Everything found; before the questions are answered, what will be here."""
        own = site.own(request)
        if elsewhere := answers_service.require_intake(own):
            if elsewhere.headers["location"] == answers_service.STOP:
                return elsewhere
            return site.page(
                request, "findings_empty.html", title=text("findings.title"), here="findings",
                begun=answers_service.has_consented(own),
            )  # fmt: skip
        story, found = answers_service.load_answers(own), answers_service.load_assessment(own)
        entries = found.screening.entries
        return site.page(
            request,
            "findings.html",
            own_words=answers_service.load_draft(own)["notes"].get(OWN_WORDS, ""),
            title=text("findings.title"),
            here="findings",
            see=[one for one in entries if one.level == "see"],
            mention=[one for one in entries if one.level == "mention"],
            urgencies=URGENCIES,
            closing=found.screening.closing,
            help_lines=found.screening.help,
            findings=found.findings,
            sure=confidence_key,
            figure=finding_figure,
            evidence=EVIDENCE,
            source=find_source,
            scores=[(questionnaires()[one.questionnaire].title, one) for one in found.scores if one.value is not None],
            changes=[one for one in found.changes if one.beyond],
            notes=[link_self_tests(one) for one in found.notes],
            events=sort_events(story),
            moved=found.moved,
            moved_caution=text("assessment.caution"),
            line=timeline_chart(story, SIGNALS if story.wishes.reflection else DAYS),
            row=ROW,
            broken=BREAK,
        )

    return router


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


def confidence_key(one: Finding) -> str:
    """How sure a finding is, as the end of a catalogue name."""
    return next(word for least, word in SURE if one.confidence >= least)


def finding_figure(one: Finding) -> str:
    """The finding's number with its uncertainty; "" where it is words alone."""
    if one.value is None:
        return ""
    off = "" if one.uncertainty is None else text("findings.off", off=format_amount(one.uncertainty, ""))
    return f"{render(one.amount) if one.amount else ''} {off}".rstrip()
