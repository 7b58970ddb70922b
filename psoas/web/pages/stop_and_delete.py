"""What ends a story: the stop page, and taking everything out again."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from psoas.assessment.assessment_text import IN_DANGER
from psoas.core.catalogue import text
from psoas.intake.intake_form import OWN_WORDS, IntakeScreen, intake_flow, relevant_screens
from psoas.knowledge.screening import URGENCIES, HelpLine, Screening, ScreeningEntry, help_lines, mentions_self_harm
from psoas.services import answers_service
from psoas.services.analysis_request import remove_measure_files, uploads_folder
from psoas.store import repositories
from psoas.store.person_scope import PersonScope
from psoas.web.app_context import AppContext

SELF_HARM = "self_harm"
"""The entry that comes from a person's own words."""


def routes(site: AppContext) -> APIRouter:
    """``/story/stop`` and ``/story/delete``."""
    router = APIRouter()

    @router.get("/story/stop")
    def stop(request: Request) -> Response:
        """Whom to call, and the way back for somebody who answered wrongly."""
        own = site.own(request)
        found = answers_service.load_screening(own)
        if found.program_allowed:
            return RedirectResponse("/story", status_code=303)
        stops = [one for one in found.entries if one.level == "stop"]
        back = _led_here(found, answers_service.load_draft(own)["answers"])
        crisis = [one for one in answers_service.load_assessment(own).scores if one.crisis]
        return site.page(
            request,
            "story_stop.html",
            title=text("story.stop.title"),
            here="story",
            stops=stops,
            who=URGENCIES[stops[0].urgency],
            closing=found.closing,
            lines=_lines(stops[0], people=bool(found.help or crisis)),
            crisis=crisis,
            written=_written(own) if found.entries[0].id == SELF_HARM else (),
            back=[(one, text(f"story.screen.{one.id}.title")) for one in back],
        )

    @router.get("/story/delete")
    def ask(request: Request) -> HTMLResponse:
        """Ask once more before everything is taken out."""
        return site.page(request, "story_delete.html", title=text("story.delete.title"), here="story")

    @router.post("/story/delete")
    def delete(request: Request) -> Response:
        """Take out everything of this person: rows, recordings, paired phones."""
        own = site.own(request)
        home, folders = site.settings.folder, [one.folder for one in repositories.list_measures(own)]
        answers_service.delete_everything(own)
        for folder in (*folders, uploads_folder(own.person)):
            remove_measure_files(home, folder)
        return RedirectResponse("/story", status_code=303)

    return router


def _written(own: PersonScope) -> list[tuple[str, str]]:
    """Where what was written can be changed, and what that place is called."""
    if mentions_self_harm(answers_service.load_draft(own)["notes"].get(OWN_WORDS, "")):
        name = intake_flow()[OWN_WORDS]
        return [(f"/story/ask/{name}", text(f"story.screen.{name}.title"))]
    return [("/story/time", text("story.time.title"))]


def _lines(first: ScreeningEntry, *, people: bool) -> tuple[HelpLine, ...]:
    """Whom to call: everybody where a person to talk to is asked for, emergency numbers alone where it cannot wait."""
    danger = tuple(line for line in help_lines() if line.place == IN_DANGER)
    rest = tuple(line for line in help_lines() if line not in danger)
    return (*danger, *rest) if people else danger if first.urgency == "now" else ()


def _led_here(found: Screening, answers: dict[str, object]) -> list[IntakeScreen]:
    """The screens whose answers made the stop, in order."""
    asked = {
        one.question
        for entry in found.entries
        if entry.level == "stop"
        for group in entry.when
        for one in group
        if one.holds(answers)
    }
    return [one for one in relevant_screens(answers) if asked & {question.id for question in one.questions}]
