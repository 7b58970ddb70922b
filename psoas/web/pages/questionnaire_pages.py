"""Questionnaires: the published items, the result at once, and people to talk to where it asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from psoas.core.catalogue import text
from psoas.intake.intake_form import conditions_hold, intake_flow, parse_condition_groups, parse_number, plain_number
from psoas.knowledge.intake_questions import Answers
from psoas.knowledge.questionnaires import Questionnaire, QuestionnaireItem, questionnaires, score_questionnaire
from psoas.services import answers_service
from psoas.store.person_scope import PersonScope
from psoas.web.app_context import AppContext
from psoas.web.dependencies import Sent

OWN_WORDS = "function"
"""The questionnaire whose items a person names; the names are kept as notes."""
TICKS = 2
"""Two labels are a box to tick."""


def routes(site: AppContext) -> APIRouter:
    """``/story/questions`` and ``/story/questions/NAME``."""
    router = APIRouter()

    @router.get("/story/questions")
    def every(request: Request) -> Response:
        """Those that fit the answers, then the others."""
        own = site.own(request)
        if elsewhere := answers_service.require_intake(own):
            return elsewhere
        draft = answers_service.load_draft(own)
        fit = offer_questionnaires(draft["answers"])
        rows = [(one, _said(one, draft)) for one in fit]
        return site.page(
            request, "story_questions.html", title=text("story.questions.title"), here="story", fit=rows,
            rest=[(one, _said(one, draft)) for one in questionnaires().values() if one not in fit],
            left=next((one for one, said in rows if not said), None),
        )  # fmt: skip

    @router.get("/story/questions/{name}")
    def one(name: str, request: Request) -> Response:
        """One questionnaire."""
        own = site.own(request)
        asked = _known(name)
        if elsewhere := answers_service.require_intake(own):
            return elsewhere
        draft = answers_service.load_draft(own)
        given = {key: f"{value:g}" for key, value in draft["questionnaires"].get(name, {}).items()}
        return _page(site, request, asked, given | _names(draft), "")

    @router.post("/story/questions/{name}")
    def keep(name: str, request: Request, form: Sent) -> Response:
        """Keep the answers and show what they say."""
        own = site.own(request)
        asked = _known(name)
        if elsewhere := answers_service.require_intake(own):
            return elsewhere
        found, fault = read_questionnaire_form(asked, form)
        if fault:
            return _page(site, request, asked, {key: str(value) for key, value in form.items()}, fault)
        draft = answers_service.load_draft(own)
        draft["questionnaires"][name] = found
        if name == OWN_WORDS:
            draft["notes"] |= {one.id: str(form.get(f"name_{one.id}", ""))[:200] for one in asked.items}
        answers_service.save_answers(own, draft)
        ended = not answers_service.load_screening(own).program_allowed
        return RedirectResponse(answers_service.STOP if ended else f"/story/questions/{name}/result", status_code=303)

    @router.get("/story/questions/{name}/result")
    def result(name: str, request: Request) -> Response:
        """What the answers say; where they ask for it, people to talk to, first."""
        own = site.own(request)
        asked = _known(name)
        given = answers_service.load_draft(own)["questionnaires"].get(name)
        if given is None:
            return RedirectResponse(f"/story/questions/{name}", status_code=303)
        return site.page(
            request,
            "story_score.html",
            title=asked.title,
            here="story",
            one=asked,
            found=score_questionnaire(asked, given),
            left=_next(own),
        )

    return router


def offer_questionnaires(answers: Answers) -> list[Questionnaire]:
    """The questionnaires that fit the answers, in order."""
    return [
        questionnaires()[key]
        for key, groups in intake_flow()["offer"].items()
        if conditions_hold(parse_condition_groups(groups), answers)
    ]


def read_questionnaire_form(asked: Questionnaire, form: Mapping[str, Any]) -> tuple[dict[str, float], str]:
    """Answers by item, and one line that says what is wrong, or ""."""
    found: dict[str, float] = {}
    for place, item in enumerate(asked.items, 1):
        entered = str(form.get(item.id, "")).strip()
        if is_checkbox_item(item):
            found[item.id] = 1 if entered else 0
            continue
        value = parse_number(entered)
        if value is not None and item.low <= value <= item.high and (not item.labels or value == int(value)):
            found[item.id] = plain_number(value)
        elif entered:
            return found, text("story.questions.range", place=place, low=f"{item.low:g}", high=f"{item.high:g}")
        elif asked.at_least_items == len(asked.items):
            return found, text("story.questions.missing", place=place)
    enough = len(found) >= asked.at_least_items
    return found, "" if enough else text("story.questions.least", least=asked.at_least_items)


def is_checkbox_item(item: QuestionnaireItem) -> bool:
    """Whether an item is a box to tick."""
    return len(item.labels) == TICKS


def _page(
    site: AppContext, request: Request, asked: Questionnaire, given: Mapping[str, str], fault: str
) -> HTMLResponse:
    return site.page(
        request,
        "story_questionnaire.html",
        status=422 if fault else 200,
        title=asked.title,
        here="story",
        one=asked,
        given=given,
        fault_line=fault,
        named=asked.id == OWN_WORDS,
        ticks=is_checkbox_item(asked.items[0]),
        values={
            item.id: [plain_number(item.low + i) for i in range(int(item.high - item.low) + 1)] for item in asked.items
        },
    )


def _known(name: str) -> Questionnaire:
    if name not in questionnaires():
        raise HTTPException(404)
    return questionnaires()[name]


def _names(draft: Mapping[str, Any]) -> dict[str, str]:
    names = (item.id for item in questionnaires()[OWN_WORDS].items)
    return {f"name_{key}": draft["notes"].get(key, "") for key in names}


def _said(one: Questionnaire, draft: Mapping[str, Any]) -> str:
    """The score that is kept, in words; "" where there is none."""
    given = draft["questionnaires"].get(one.id)
    if given is None:
        return ""
    found = score_questionnaire(one, given)
    return text("story.questions.kept") if found.value is None else text(
        "story.questions.score", value=f"{found.value:.3g}", high=f"{found.high:g}"
    )  # fmt: skip


def _next(own: PersonScope) -> Questionnaire | None:
    draft = answers_service.load_draft(own)
    return next((one for one in offer_questionnaires(draft["answers"]) if one.id not in draft["questionnaires"]), None)
