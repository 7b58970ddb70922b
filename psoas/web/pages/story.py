"""My story: consent, the questions screen by screen, and where one is on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from psoas.store import people, records
from psoas.store.own import Own
from psoas.web import bodymap, size, told
from psoas.web.asking import (
    LONGEST,
    NONE,
    OWN_WORDS,
    Filled,
    Screen,
    checklist,
    is_done,
    open_screen,
    path,
    plan,
    read_form,
    screens,
)
from psoas.web.forms import Sent
from psoas.web.pages import story_end, story_questions, story_tests, story_time
from psoas.web.site import Site
from psoas.web.words import t

SIZE = "size"
"""The screen of height and mass, which belong to the person and not to the answers."""


def routes(site: Site) -> APIRouter:
    """Everything under ``/story``."""
    router = APIRouter()
    for part in (story_end, story_tests, story_questions, story_time):
        router.include_router(part.routes(site))

    @router.get("/story")
    def overview(request: Request) -> HTMLResponse:
        """Where one is; consent before anything is kept."""
        own = site.own(request)
        if not told.consented(own):
            return site.page(request, "story_consent.html", title=t("story.title"), here="story")
        return site.page(request, "story.html", title=t("story.title"), here="story", **_overview(own))

    @router.post("/story")
    def agree(request: Request) -> Response:
        """Keep the consent: the first version of the answers."""
        own = site.own(request)
        if not told.consented(own):
            told.save(own, told.draft(own))
        return _to("/story/ask/you")

    @router.get("/story/ask/size")
    def own_size(request: Request) -> Response:
        """Height and mass, for a body of one's own."""
        own = site.own(request)
        if not told.consented(own):
            return _to("/story")
        values = size.fields(people.me(own))
        return _size(site, request, values, {})

    @router.post("/story/ask/size")
    def keep_size(request: Request, form: Sent) -> Response:
        """Keep height and mass; what is left empty stays assumed."""
        own = site.own(request)
        told_size, faults = size.read(form)
        if faults:
            given = {key: str(form.get(key, "")) for key in size.ENDS}
            return _size(site, request, given, faults, 422)
        me = people.me(own)
        people.tell(own, name=me.name, sex=me.sex, height_m=told_size.height_m, mass_kg=told_size.mass_kg)
        return _to(_after(own, "you", size=True))

    @router.get("/story/ask/{name}")
    def ask(name: str, request: Request) -> Response:
        """One screen of questions."""
        own = site.own(request)
        screen = _screen(name)
        draft = told.draft(own)
        if not told.consented(own) or not screen.asks(draft["answers"]):
            return _to("/story")
        return _asked(site, request, screen, draft, Filled(draft["answers"], {}))

    @router.post("/story/ask/{name}")
    def keep(name: str, request: Request, form: Sent) -> Response:
        """Keep a screen and go on; show it again with what is wrong."""
        own = site.own(request)
        screen = _screen(name)
        draft = told.draft(own)
        if not told.consented(own):
            return _to("/story")
        filled, words = read_form(screen, draft["answers"], form), str(form.get(OWN_WORDS, "")).strip()
        if len(words) > LONGEST:
            filled = replace(filled, faults={**filled.faults, OWN_WORDS: t("story.own_words.fault", most=LONGEST)})
        if filled.faults:
            return _asked(site, request, screen, draft, filled, form)
        for one in screen.questions:
            draft["answers"].pop(one.id, None)
        draft["answers"] |= filled.answers
        if screen.id == bodymap.OF_THE_MAP:
            draft["notes"][bodymap.NOTE] = " ".join(str(one) for one in form.getlist("place"))
        if screen.id == plan()[OWN_WORDS]:
            draft["notes"][OWN_WORDS] = words
        told.save(own, draft)
        if "sex" in filled.answers:
            _tell_sex(own, filled.answers["sex"])
        return _to(told.STOP if not told.screening(own).program_allowed else _after(own, screen.id))

    return router


def _screen(name: str) -> Screen:
    if name not in screens():
        raise HTTPException(404)
    return screens()[name]


def _to(path: str) -> RedirectResponse:
    return RedirectResponse(path, status_code=303)


def _after(own: Own, name: str, *, size: bool = False) -> str:
    """Where a screen leads: the next one, and home after the last. Height and mass come after the first."""
    if name == next(iter(screens())) and not size:
        return f"/story/ask/{SIZE}"
    way = [one.id for one in path(told.draft(own)["answers"])]
    following = way[way.index(name) + 1 :] if name in way else []
    return f"/story/ask/{following[0]}" if following else "/story"


def _way(answers: dict[str, Any], name: str) -> dict[str, Any]:
    """How far one is, and the way back."""
    way = [one.id for one in path(answers)]
    way[1:1] = [SIZE]
    place = way.index(name)
    back = f"/story/ask/{way[place - 1]}" if place else "/story"
    return {"place": place + 1, "count": len(way), "back": back}


def _asked(
    site: Site, request: Request, screen: Screen, draft: dict[str, Any], filled: Filled, form: FormData | None = None
) -> HTMLResponse:
    asked = screen.asks(draft["answers"])
    listed = checklist(asked)
    if form is None:
        given = {k: [str(x) for x in v] if isinstance(v, list) else v for k, v in draft["answers"].items()}
        empty = listed or [one for one in asked if one.kind == "many"]
        nothing = bool(empty) and all(one.id in given and not given[one.id] for one in empty)
        boxes = bodymap.boxes_of(draft["answers"], draft["notes"].get(bodymap.NOTE, ""))
        words = draft["notes"].get(OWN_WORDS, "")
    else:
        given = {one.id: _typed(one.kind, form.getlist(one.id)) for one in asked}
        nothing, boxes = form.get(NONE) is not None, frozenset(str(one) for one in form.getlist("place"))
        words = str(form.get(OWN_WORDS, ""))
    return site.page(
        request,
        "story_map.html" if screen.id == bodymap.OF_THE_MAP else "story_ask.html",
        status=422 if filled.faults else 200,
        title=t(f"story.screen.{screen.id}.title"),
        here="story",
        screen=screen,
        single=[one for one in asked if one not in listed],
        listed=listed,
        given=given,
        nothing=nothing,
        faults=filled.faults,
        lead=t(f"story.screen.{screen.id}.lead"),
        boxes=boxes,
        optional=plan()["optional"],
        own_words=words if screen.id == plan()[OWN_WORDS] else None,
        longest=LONGEST,
        places=bodymap.places(),
        spots=bodymap.spots(),
        skin=bodymap.skin(),
        views=bodymap.VIEWS,
        **_way(draft["answers"], screen.id),
    )


def _typed(kind: str, values: list[Any]) -> Any:
    """A field as it was sent, for showing it again."""
    texts = [str(one) for one in values]
    if kind == "yes":
        return {"yes": True, "no": False}.get("".join(texts))
    return texts if kind == "many" else "".join(texts[-1:])


def _size(
    site: Site, request: Request, values: dict[str, str], faults: dict[str, str], status: int = 200
) -> HTMLResponse:
    answers = told.draft(site.own(request))["answers"]
    return site.page(
        request,
        "story_size.html",
        status=status,
        title=t("story.size.title"),
        here="story",
        values=values,
        faults=faults,
        **_way(answers, SIZE),
    )


def _tell_sex(own: Own, sex: str) -> None:
    """The tables of the body know two sexes; another leaves them at their assumption."""
    me = people.me(own)
    people.tell(
        own, name=me.name, height_m=me.height_m, mass_kg=me.mass_kg, sex=sex if sex in ("female", "male") else None
    )


def _overview(own: Own) -> dict[str, Any]:
    """The parts of the story, each with how much of it there is."""
    draft = told.draft(own)
    way = path(draft["answers"])
    left = open_screen(draft["answers"])
    groups: dict[str, list[Screen]] = {}
    for one in way:
        groups.setdefault(one.group, []).append(one)
    return {
        "left": left,
        "done": sum(is_done(one, draft["answers"]) for one in way),
        "count": len(way),
        "stopped": not told.screening(own).program_allowed,
        "groups": [
            (title, parts[0].id, sum(is_done(p, draft["answers"]) for p in parts), len(parts))
            for title, parts in groups.items()
        ],
        "tests": len({one.test for one in records.self_tests(own)}),
        "scores": len(draft["questionnaires"]),
        "entries": len(records.events(own)) + len(records.check_ins(own)),
    }
