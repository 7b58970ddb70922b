"""Each page renders one documented context: nothing else reaches its template, and all of it is used."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import ClassVar, get_args, get_origin

import pytest
from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import DictLoader, Environment

from psoas.web.app import FEATURES
from psoas.web.dependencies import feature_router
from psoas.web.page_rendering import NAV, PHONE, FragmentContext, PageContext, PageResponse, SiteFrame, templates
from tests.web.page_contracts import PLAIN, answers, contexts, faults, page_routes, parts, undocumented, used

WEB = Path(__file__).parents[2] / "psoas/web"
FEATURE_FILES = {"routes.py", "context.py"}


@pytest.mark.parametrize("context", contexts(), ids=lambda one: one.__name__)
def test_a_template_uses_all_of_its_context_and_nothing_else(context: type[FragmentContext]) -> None:
    assert undocumented(context) == []
    assert context.__doc__
    names = {one.name for one in fields(context)}
    assert used(context.template) == names
    assert names & set(templates().globals) == set(), "hides what all templates share"


def test_the_frame_of_the_site_is_documented() -> None:
    assert undocumented(SiteFrame) == []  # type: ignore[arg-type]


def test_every_template_is_shown_by_a_context_or_part_of_one() -> None:
    every = {name for name in templates().list_templates() if name.endswith(".html")}
    shown = {one.template for one in contexts()}
    included = {name for template in shown for name in parts(template)}
    assert shown | included == every
    assert len(shown) > 30


@pytest.mark.parametrize("route", page_routes(), ids=lambda one: one.path)
def test_every_page_has_a_context(route: object) -> None:
    assert faults(route) == []  # type: ignore[arg-type]


def test_every_context_of_a_route_is_listed_and_every_plain_answer_exists() -> None:
    made = [one for route in page_routes() for one in answers(route)]
    shown = {get_args(one)[0] for one in made if get_origin(one) is PageResponse}
    assert shown <= set(contexts())
    assert set(PLAIN) <= {route.path for route in page_routes()}


def test_a_page_without_a_context_is_found() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Undocumented(PageContext):
        template: ClassVar[str] = "shared/message.html"
        bare_field: str

    def show(request: Request) -> HTMLResponse:
        return HTMLResponse("<p>")

    def guess(request: Request) -> Response:
        return Response("<p>")

    router = feature_router()
    router.get("/escaped")(show)
    router.get("/guessed")(guess)
    assert [faults(route) != [] for route in router.routes] == [True, True]  # type: ignore[arg-type]
    assert undocumented(Undocumented) == ["bare_field"]
    pair = {"a": '{% extends "b" %}{% block x %}{{ one.two }}{{ t("k") }}{% endblock %}', "b": "{{ frame.here }}"}
    environment = Environment(loader=DictLoader(pair), autoescape=True)
    environment.globals["t"] = str
    assert used("a", environment) == {"one", "frame"}


def test_every_feature_has_routes_and_a_context() -> None:
    features = {path.parent for path in WEB.rglob("*.html")} - {WEB / "shared"}
    assert len(features) > 10
    assert [path.name for path in features if not {one.name for one in path.iterdir()} >= FEATURE_FILES] == []


def test_every_router_is_served_and_every_place_stands_in_the_bar() -> None:
    found = {path.parent.name for path in WEB.glob("*/routes.py")}
    routers = {name: importlib.import_module(f"psoas.web.{name}.routes").router for name in found}
    assert [name for name, router in routers.items() if router not in FEATURES] == []
    places = {"", "session", *(key for key, _ in (*NAV, PHONE))}  # the session's player shows no bar
    pages = [context for context in contexts() if issubclass(context, PageContext)]
    assert [(page.__name__, page.here) for page in pages if page.here not in places] == []
