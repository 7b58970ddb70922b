"""What was found: what needs a doctor first, then each finding with how sure it is and what speaks against it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from markupsafe import Markup, escape

from psoas.assessment.finding import Finding
from psoas.assessment.saying import amount
from psoas.assessment.timeline import CAUTION, NAMES
from psoas.knowledge.load import EVIDENCE
from psoas.knowledge.questionnaires import questionnaires
from psoas.knowledge.screening import URGENCIES
from psoas.knowledge.selftests import selftests
from psoas.knowledge.sources import source
from psoas.web import told
from psoas.web.asking import OWN_WORDS
from psoas.web.lifeline import BREAK, ROW, in_order, lifeline
from psoas.web.pages.story_time import DAYS
from psoas.web.site import Site
from psoas.web.words import t

SURE = ((0.75, "high"), (0.5, "likely"), (0.3, "possible"), (0.0, "hint"))
"""From which confidence on which words (assumed)."""


def routes(site: Site) -> APIRouter:
    """``/findings``."""
    router = APIRouter()

    @router.get("/findings")
    def findings(request: Request) -> Response:
        """Everything found; before the questions are answered, what will be here."""
        own = site.own(request)
        if elsewhere := told.instead(own):
            if elsewhere.headers["location"] == told.STOP:
                return elsewhere
            return site.page(
                request, "findings_empty.html", title=t("findings.title"), here="findings",
                begun=told.consented(own),
            )  # fmt: skip
        story, found = told.story(own), told.assessed(own)
        entries = found.screening.entries
        return site.page(
            request,
            "findings.html",
            own_words=told.draft(own)["notes"].get(OWN_WORDS, ""),
            title=t("findings.title"),
            here="findings",
            see=[one for one in entries if one.level == "see"],
            mention=[one for one in entries if one.level == "mention"],
            urgencies=URGENCIES,
            closing=found.screening.closing,
            help_lines=found.screening.help,
            findings=found.findings,
            sure=sure,
            figure=figure,
            evidence=EVIDENCE,
            source=source,
            scores=[(questionnaires()[one.questionnaire].title, one) for one in found.scores if one.value is not None],
            changes=[one for one in found.changes if one.beyond],
            notes=[linked(one) for one in found.notes],
            events=in_order(story),
            moved=found.moved,
            moved_caution=CAUTION,
            line=lifeline(story, tuple(NAMES) if story.wishes.reflection else DAYS),
            row=ROW,
            broken=BREAK,
        )

    return router


def linked(note: str) -> Markup:
    """A note whose self-tests lead to their pages."""
    text = escape(note)
    for test in selftests().values():
        there = Markup('<a href="/story/tests/{}">{}</a>').format(test.id, test.title)
        text = text.replace(escape(f"\u201c{test.title}\u201d"), there)
    return text


def sure(one: Finding) -> str:
    """How sure a finding is, as the end of a catalogue name."""
    return next(word for least, word in SURE if one.confidence >= least)


def figure(one: Finding) -> str:
    """The finding's number with its uncertainty; "" where it is words alone."""
    if one.value is None:
        return ""
    off = "" if one.uncertainty is None else t("findings.off", off=amount(one.uncertainty, ""))
    return f"{amount(one.value, one.unit)} {off}".rstrip()
