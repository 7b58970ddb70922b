"""My story: consent, the questions screen by screen, and where one is on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from psoas.core.catalogue import text
from psoas.core.message import Message, message
from psoas.intake import body_size_form, pain_map
from psoas.intake.intake_form import (
    LONGEST,
    NONE,
    OWN_WORDS,
    FormReading,
    IntakeScreen,
    checklist,
    intake_flow,
    intake_screens,
    is_screen_done,
    next_open_screen,
    read_form,
    relevant_screens,
)
from psoas.services import answers_service
from psoas.store import person_repository, repositories
from psoas.store.person_scope import PersonScope
from psoas.web.app_context import AppContext
from psoas.web.dependencies import Sent
from psoas.web.pages import questionnaire_pages, self_test_pages, stop_and_delete, timeline_page

SIZE = "size"
"""The screen of height and mass, which belong to the person and not to the answers."""


def routes(site: AppContext) -> APIRouter:
    """Everything under ``/story``."""
    router = APIRouter()
    for part in (stop_and_delete, self_test_pages, questionnaire_pages, timeline_page):
        router.include_router(part.routes(site))

    @router.get("/story")
    def overview(request: Request) -> HTMLResponse:
        """Where one is; consent before anything is kept."""
        own = site.own(request)
        if not answers_service.has_consented(own):
            return site.page(request, "story_consent.html", title=text("story.title"), here="story")
        return site.page(request, "story.html", title=text("story.title"), here="story", **_overview(own))

    @router.post("/story")
    def agree(request: Request) -> Response:
        """Keep the consent: the first version of the answers."""
        own = site.own(request)
        if not answers_service.has_consented(own):
            answers_service.save_answers(own, answers_service.load_draft(own))
        return _to("/story/ask/you")

    @router.get("/story/ask/size")
    def own_size(request: Request) -> Response:
        """Height and mass, for a body of one's own."""
        own = site.own(request)
        if not answers_service.has_consented(own):
            return _to("/story")
        values = body_size_form.body_size_fields(person_repository.find_person(own))
        return _size(site, request, values, {})

    @router.post("/story/ask/size")
    def keep_size(request: Request, form: Sent) -> Response:
        """Keep height and mass; what is left empty stays assumed."""
        own = site.own(request)
        told_size, faults = body_size_form.read_body_size(form)
        if faults:
            given = {key: str(form.get(key, "")) for key in body_size_form.ENDS}
            return _size(site, request, given, faults, 422)
        me = person_repository.find_person(own)
        person_repository.update_person(
            own, name=me.name, sex=me.sex, height_m=told_size.height_m, mass_kg=told_size.mass_kg
        )
        return _to(_after(own, "you", size=True))

    @router.get("/story/ask/{name}")
    def ask(name: str, request: Request) -> Response:
        """One screen of questions."""
        own = site.own(request)
        screen = _screen(name)
        draft = answers_service.load_draft(own)
        if not answers_service.has_consented(own) or not screen.asks(draft["answers"]):
            return _to("/story")
        return _asked(site, request, screen, draft, FormReading(draft["answers"], {}))

    @router.post("/story/ask/{name}")
    def keep(name: str, request: Request, form: Sent) -> Response:
        """Keep a screen and go on; show it again with what is wrong."""
        own = site.own(request)
        screen = _screen(name)
        draft = answers_service.load_draft(own)
        if not answers_service.has_consented(own):
            return _to("/story")
        filled, words = read_form(screen, draft["answers"], form), str(form.get(OWN_WORDS, "")).strip()
        if len(words) > LONGEST:
            too_long = message("story.own_words.fault", most=LONGEST)
            filled = replace(filled, faults={**filled.faults, OWN_WORDS: too_long})
        if filled.faults:
            return _asked(site, request, screen, draft, filled, form)
        for one in screen.questions:
            draft["answers"].pop(one.id, None)
        draft["answers"] |= filled.answers
        if screen.id == pain_map.OF_THE_MAP:
            draft["notes"][pain_map.NOTE] = " ".join(str(one) for one in form.getlist("place"))
        if screen.id == intake_flow()[OWN_WORDS]:
            draft["notes"][OWN_WORDS] = words
        answers_service.save_answers(own, draft)
        if "sex" in filled.answers:
            _tell_sex(own, filled.answers["sex"])
        return _to(
            answers_service.STOP if not answers_service.load_screening(own).program_allowed else _after(own, screen.id)
        )

    return router


def _screen(name: str) -> IntakeScreen:
    if name not in intake_screens():
        raise HTTPException(404)
    return intake_screens()[name]


def _to(path: str) -> RedirectResponse:
    return RedirectResponse(path, status_code=303)


def _after(own: PersonScope, name: str, *, size: bool = False) -> str:
    """Where a screen leads: the next one, and home after the last. Height and mass come after the first."""
    if name == next(iter(intake_screens())) and not size:
        return f"/story/ask/{SIZE}"
    way = [one.id for one in relevant_screens(answers_service.load_draft(own)["answers"])]
    following = way[way.index(name) + 1 :] if name in way else []
    return f"/story/ask/{following[0]}" if following else "/story"


def _way(answers: dict[str, Any], name: str) -> dict[str, Any]:
    """How far one is, and the way back."""
    way = [one.id for one in relevant_screens(answers)]
    way[1:1] = [SIZE]
    place = way.index(name)
    back = f"/story/ask/{way[place - 1]}" if place else "/story"
    return {"place": place + 1, "count": len(way), "back": back}


def _asked(
    site: AppContext,
    request: Request,
    screen: IntakeScreen,
    draft: dict[str, Any],
    filled: FormReading,
    form: FormData | None = None,
) -> HTMLResponse:
    asked = screen.asks(draft["answers"])
    listed = checklist(asked)
    if form is None:
        given = {k: [str(x) for x in v] if isinstance(v, list) else v for k, v in draft["answers"].items()}
        empty = listed or [one for one in asked if one.kind == "many"]
        nothing = bool(empty) and all(one.id in given and not given[one.id] for one in empty)
        boxes = pain_map.boxes_from_answers(draft["answers"], draft["notes"].get(pain_map.NOTE, ""))
        words = draft["notes"].get(OWN_WORDS, "")
    else:
        given = {one.id: _typed(one.kind, form.getlist(one.id)) for one in asked}
        nothing, boxes = form.get(NONE) is not None, frozenset(str(one) for one in form.getlist("place"))
        words = str(form.get(OWN_WORDS, ""))
    return site.page(
        request,
        "story_map.html" if screen.id == pain_map.OF_THE_MAP else "story_ask.html",
        status=422 if filled.faults else 200,
        title=text(f"story.screen.{screen.id}.title"),
        here="story",
        screen=screen,
        single=[one for one in asked if one not in listed],
        listed=listed,
        given=given,
        nothing=nothing,
        faults=filled.faults,
        lead=text(f"story.screen.{screen.id}.lead"),
        boxes=boxes,
        optional=intake_flow()["optional"],
        own_words=words if screen.id == intake_flow()[OWN_WORDS] else None,
        longest=LONGEST,
        places=pain_map.pain_places(),
        spots=pain_map.pain_spots(),
        skin=pain_map.body_outline(),
        views=pain_map.VIEWS,
        **_way(draft["answers"], screen.id),
    )


def _typed(kind: str, values: list[Any]) -> Any:
    """A field as it was sent, for showing it again."""
    texts = [str(one) for one in values]
    if kind == "yes":
        return {"yes": True, "no": False}.get("".join(texts))
    return texts if kind == "many" else "".join(texts[-1:])


def _size(
    site: AppContext, request: Request, values: dict[str, str], faults: dict[str, Message], status: int = 200
) -> HTMLResponse:
    answers = answers_service.load_draft(site.own(request))["answers"]
    return site.page(
        request,
        "story_size.html",
        status=status,
        title=text("story.size.title"),
        here="story",
        values=values,
        faults=faults,
        **_way(answers, SIZE),
    )


def _tell_sex(own: PersonScope, sex: str) -> None:
    """The tables of the body know two sexes; another leaves them at their assumption."""
    me = person_repository.find_person(own)
    person_repository.update_person(
        own, name=me.name, height_m=me.height_m, mass_kg=me.mass_kg, sex=sex if sex in ("female", "male") else None
    )


def _overview(own: PersonScope) -> dict[str, Any]:
    """The parts of the story, each with how much of it there is."""
    draft = answers_service.load_draft(own)
    way = relevant_screens(draft["answers"])
    left = next_open_screen(draft["answers"])
    groups: dict[str, list[IntakeScreen]] = {}
    for one in way:
        groups.setdefault(one.group, []).append(one)
    return {
        "left": left,
        "done": sum(is_screen_done(one, draft["answers"]) for one in way),
        "count": len(way),
        "stopped": not answers_service.load_screening(own).program_allowed,
        "groups": [
            (title, parts[0].id, sum(is_screen_done(p, draft["answers"]) for p in parts), len(parts))
            for title, parts in groups.items()
        ],
        "tests": len({one.test for one in repositories.list_self_tests(own)}),
        "scores": len(draft["questionnaires"]),
        "entries": len(repositories.list_events(own)) + len(repositories.list_check_ins(own)),
    }
