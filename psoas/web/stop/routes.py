"""The stop page: whom to call, for people who should see a doctor before anything else."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import RedirectResponse

from psoas.core.catalogue import text
from psoas.intake.intake_form import OWN_WORDS
from psoas.intake.question_flow import question_flow
from psoas.knowledge.screening import URGENCIES, mentions_self_harm
from psoas.services.person_data import IntakeState, PersonData
from psoas.services.stop_reasons import SELF_HARM, lines_to_call, screens_behind_stop
from psoas.web.dependencies import INTAKE, STOP, Data, feature_router, see_other
from psoas.web.page_rendering import PageResponse, page
from psoas.web.stop.context import AnswerLink, StopPage

router = feature_router()


@router.get(STOP)
def show_stop(request: Request, data: Data) -> PageResponse[StopPage] | RedirectResponse:
    """Whom to call, and the way back for somebody who answered wrongly."""
    if data.intake_state is not IntakeState.STOPPED:
        return see_other(INTAKE)
    found, answers = data.screening, data.draft()["answers"]
    stops = tuple(one for one in found.entries if one.level == "stop")
    crisis = tuple(one for one in data.assessment.scores if one.crisis)
    asked = tuple(
        AnswerLink(f"/story/ask/{one.id}", text(f"story.screen.{one.id}.title"), one.group)
        for one in screens_behind_stop(found, answers)
    )
    context = StopPage(
        title=text("story.stop.title"),
        stops=stops,
        who=URGENCIES[stops[0].urgency],
        closing=found.closing,
        lines=lines_to_call(stops[0], people=bool(found.help or crisis)),
        crisis=crisis,
        back=(*asked, _written(data)) if found.entries[0].id == SELF_HARM else asked,
    )
    return page(request, context)


def _written(data: PersonData) -> AnswerLink:
    """Where the words that were read can be changed."""
    part = text("story.stop.written")
    if mentions_self_harm(data.draft()["notes"].get(OWN_WORDS, "")):
        name = question_flow().own_words
        return AnswerLink(f"/story/ask/{name}", text(f"story.screen.{name}.title"), part)
    return AnswerLink("/story/time", text("story.time.title"), part)
