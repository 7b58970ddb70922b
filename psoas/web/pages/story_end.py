"""What ends a story: the stop page, and taking everything out again."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from psoas.assessment.wording import IN_DANGER
from psoas.knowledge.screening import URGENCIES, Entry, HelpLine, Screening, help_lines, speaks_of_self_harm
from psoas.store import records
from psoas.store.own import Own
from psoas.web import told
from psoas.web.asking import OWN_WORDS, Screen, path, plan
from psoas.web.order import folder_of, remove
from psoas.web.site import Site
from psoas.web.words import t

SELF_HARM = "self_harm"
"""The entry that comes from a person's own words."""


def routes(site: Site) -> APIRouter:
    """``/story/stop`` and ``/story/delete``."""
    router = APIRouter()

    @router.get("/story/stop")
    def stop(request: Request) -> Response:
        """Whom to call, and the way back for somebody who answered wrongly."""
        own = site.own(request)
        found = told.screening(own)
        if found.program_allowed:
            return RedirectResponse("/story", status_code=303)
        stops = [one for one in found.entries if one.level == "stop"]
        back = _led_here(found, told.draft(own)["answers"])
        crisis = [one for one in told.assessed(own).scores if one.crisis]
        return site.page(
            request,
            "story_stop.html",
            title=t("story.stop.title"),
            here="story",
            stops=stops,
            who=URGENCIES[stops[0].urgency],
            closing=found.closing,
            lines=_lines(stops[0], people=bool(found.help or crisis)),
            crisis=crisis,
            written=_written(own) if found.entries[0].id == SELF_HARM else (),
            back=[(one, t(f"story.screen.{one.id}.title")) for one in back],
        )

    @router.get("/story/delete")
    def ask(request: Request) -> HTMLResponse:
        """Ask once more before everything is taken out."""
        return site.page(request, "story_delete.html", title=t("story.delete.title"), here="story")

    @router.post("/story/delete")
    def delete(request: Request) -> Response:
        """Take out everything of this person: rows, recordings, paired phones."""
        own = site.own(request)
        home, folders = site.settings.folder, [one.folder for one in records.measures(own)]
        told.forget(own)
        for folder in (*folders, folder_of(own.person)):
            remove(home, folder)
        return RedirectResponse("/story", status_code=303)

    return router


def _written(own: Own) -> list[tuple[str, str]]:
    """Where what was written can be changed, and what that place is called."""
    if speaks_of_self_harm(told.draft(own)["notes"].get(OWN_WORDS, "")):
        name = plan()[OWN_WORDS]
        return [(f"/story/ask/{name}", t(f"story.screen.{name}.title"))]
    return [("/story/time", t("story.time.title"))]


def _lines(first: Entry, *, people: bool) -> tuple[HelpLine, ...]:
    """Whom to call: everybody where a person to talk to is asked for, emergency numbers alone where it cannot wait."""
    danger = tuple(line for line in help_lines() if line.place == IN_DANGER)
    rest = tuple(line for line in help_lines() if line not in danger)
    return (*danger, *rest) if people else danger if first.urgency == "now" else ()


def _led_here(found: Screening, answers: dict[str, object]) -> list[Screen]:
    """The screens whose answers made the stop, in order."""
    asked = {
        one.question
        for entry in found.entries
        if entry.level == "stop"
        for group in entry.when
        for one in group
        if one.holds(answers)
    }
    return [one for one in path(answers) if asked & {question.id for question in one.questions}]
