"""The safety check before pressure on the belly: a short list, and yes or no with the reason."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import Request
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from psoas.core.catalogue import text
from psoas.intake.intake_form import settled_questions
from psoas.knowledge.belly_check import AGREED, BellyQuestion, belly_questions, judge_belly_check
from psoas.knowledge.intake_questions import Answers
from psoas.services import answers_service
from psoas.services.item_instructions import BELLY
from psoas.services.person_data import PersonData
from psoas.web.belly_check.context import BellyCheckPage
from psoas.web.dependencies import Data, NeedsConsent, NotStopped, Own, SentForm, feature_router, see_other
from psoas.web.page_rendering import PageResponse, page

router = feature_router()
WORDS = {"yes": True, "no": False}


@router.get(BELLY, dependencies=[NeedsConsent, NotStopped])
def show_check(request: Request, data: Data) -> PageResponse[BellyCheckPage]:
    """The list, and the outcome where it was answered."""
    return _check_page(request, data, data.draft()["belly_check"], "")


@router.post(BELLY, dependencies=[NeedsConsent, NotStopped])
def keep_check(
    request: Request, own: Own, data: Data, form: SentForm
) -> PageResponse[BellyCheckPage] | RedirectResponse:
    """Keep what was said; show the list again where something is open."""
    draft = data.draft()
    asked = _asked(draft["answers"])
    said = _said(form, asked)
    if any(one.id not in said for one in asked):
        return _check_page(request, data, said, text("belly_check.fault"))
    draft["belly_check"] = said
    answers_service.save_answers(own, draft)
    return see_other(BELLY)


def _asked(answers: Answers) -> tuple[BellyQuestion, ...]:
    """The questions that the answers do not decide."""
    settled = settled_questions(answers)
    return tuple(one for one in belly_questions().values() if one.answered(answers, {}, settled) is None)


def _said(form: FormData, asked: tuple[BellyQuestion, ...]) -> dict[str, bool]:
    """What a form says, by question."""
    names = (*(one.id for one in asked), AGREED)
    return {name: WORDS[str(form[name])] for name in names if form.get(name) in WORDS}


def _check_page(
    request: Request, data: PersonData, said: Mapping[str, bool], fault: str
) -> PageResponse[BellyCheckPage]:
    answers = data.draft()["answers"]
    found = judge_belly_check(answers, said, data.screening, settled_questions(answers))
    asked = _asked(answers)
    asks_first = [one for one in belly_questions().values() if one.ask_first]
    asks_only = set(found.reasons) <= {one.why for one in asks_first}  # a doctor's word is asked for in the list
    context = BellyCheckPage(
        title=text("belly_check.title"),
        asked=asked,
        agrees=any(one in asked or one.answered(answers, {}, ()) for one in asks_first),
        given=said,
        reasons=() if fault or (found.open and asks_only) else found.reasons,
        opens=found.opens,
        fault_line=fault,
    )
    return page(request, context, status=422 if fault else 200)
