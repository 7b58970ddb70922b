"""Questionnaires: the published items, the result at once, and people to talk to where it asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.responses import RedirectResponse

from psoas.core.catalogue import text
from psoas.intake.answers_draft import AnswersDraft
from psoas.intake.intake_form import plain_number
from psoas.knowledge.questionnaires import Questionnaire, questionnaires, score_questionnaire
from psoas.services import answers_service
from psoas.services.questionnaire_offer import offer_questionnaires
from psoas.web.dependencies import STOP, Data, NeedsIntake, Own, SentForm, feature_router, see_other
from psoas.web.page_rendering import PageResponse, page
from psoas.web.questionnaires.context import QuestionnairePage, QuestionnairesPage, Rows, ScorePage
from psoas.web.questionnaires.forms import is_checkbox_item, read_item_names, read_questionnaire_form

NAMED = "function"
"""The questionnaire whose items a person names; the names are kept as notes."""
router = feature_router()


def _questionnaire(name: str) -> Questionnaire:
    if name not in questionnaires():
        raise HTTPException(404)
    return questionnaires()[name]


Asked = Annotated[Questionnaire, Depends(_questionnaire)]


@router.get("/story/questions", dependencies=[NeedsIntake])
def list_questionnaires(request: Request, data: Data) -> PageResponse[QuestionnairesPage]:
    """Those that fit the answers, then the others."""
    draft = data.draft()
    offered = offer_questionnaires(draft["answers"])
    fit = _rows(offered, draft)
    context = QuestionnairesPage(
        title=text("story.questions.title"),
        fit=fit,
        rest=_rows([one for one in questionnaires().values() if one not in offered], draft),
        left=next((one for one, said in fit if not said), None),
    )
    return page(request, context)


@router.get("/story/questions/{name}", dependencies=[NeedsIntake])
def show_questionnaire(asked: Asked, request: Request, data: Data) -> PageResponse[QuestionnairePage]:
    """One questionnaire."""
    draft = data.draft()
    given = {key: f"{value:g}" for key, value in draft["questionnaires"].get(asked.id, {}).items()}
    names = {f"name_{item.id}": draft["notes"].get(item.id, "") for item in questionnaires()[NAMED].items}
    return _form_page(request, asked, given | names, "")


@router.post("/story/questions/{name}", dependencies=[NeedsIntake])
def keep_questionnaire(
    asked: Asked, request: Request, own: Own, data: Data, form: SentForm
) -> PageResponse[QuestionnairePage] | RedirectResponse:
    """Keep the answers and show what they say."""
    found, fault = read_questionnaire_form(asked, form)
    if fault:
        return _form_page(request, asked, {key: str(value) for key, value in form.items()}, fault)
    draft = data.draft()
    draft["questionnaires"][asked.id] = found
    if asked.id == NAMED:
        draft["notes"] |= read_item_names(asked, form)
    answers_service.save_answers(own, draft)
    allowed = answers_service.load_screening(own).program_allowed
    return see_other(f"/story/questions/{asked.id}/result" if allowed else STOP)


@router.get("/story/questions/{name}/result")
def show_score(asked: Asked, request: Request, data: Data) -> PageResponse[ScorePage] | RedirectResponse:
    """What the answers say; where they ask for it, people to talk to, first."""
    draft = data.draft()
    given = draft["questionnaires"].get(asked.id)
    if given is None:
        return see_other(f"/story/questions/{asked.id}")
    open_now = (one for one in offer_questionnaires(draft["answers"]) if one.id not in draft["questionnaires"])
    context = ScorePage(
        title=asked.title, one=asked, found=score_questionnaire(asked, given), left=next(open_now, None)
    )
    return page(request, context)


def _form_page(
    request: Request, asked: Questionnaire, given: Mapping[str, str], fault: str
) -> PageResponse[QuestionnairePage]:
    context = QuestionnairePage(
        title=asked.title,
        one=asked,
        given=given,
        fault_line=fault,
        named=asked.id == NAMED,
        ticks=is_checkbox_item(asked.items[0]),
        values={
            item.id: tuple(plain_number(item.low + i) for i in range(int(item.high - item.low) + 1))
            for item in asked.items
        },
    )
    return page(request, context, status=422 if fault else 200)


def _rows(some: list[Questionnaire], draft: AnswersDraft) -> Rows:
    return tuple((one, _score_text(one, draft["questionnaires"].get(one.id))) for one in some)


def _score_text(one: Questionnaire, given: Mapping[str, float] | None) -> str:
    """The score that is kept, in words; "" where there is none."""
    if given is None:
        return ""
    found = score_questionnaire(one, given)
    if found.value is None:
        return text("story.questions.kept")
    return text("story.questions.score", value=f"{found.value:.3g}", high=f"{found.high:g}")
