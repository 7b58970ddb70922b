"""Self-tests: steps, a picture, what helps to measure, and what must be left out for whom."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from psoas.assessment.text_format import format_amount, format_number
from psoas.body.postures import posture
from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.core.sides import SIDES
from psoas.exercises.exercise_simulation import ONE_AT_A_TIME, furthest_posture, reference_body
from psoas.intake import pain_map
from psoas.intake.intake_form import intake_flow, parse_number, plain_number
from psoas.knowledge.exercise_library import find_exercise
from psoas.knowledge.intake_questions import Answers, intake_questions
from psoas.knowledge.self_tests import SelfTest, judge_self_test, self_tests
from psoas.render.body_image import ENDS
from psoas.render.rasterizer import encode_png
from psoas.render.renderer import aspect_ratio, build_subject, render_image
from psoas.services import answers_service
from psoas.store import repositories
from psoas.store.person_scope import PersonScope
from psoas.web.app_context import AppContext
from psoas.web.concurrency import run_in_background
from psoas.web.dependencies import Sent

FEW = 11
"""Up to so many whole values are shown as buttons."""
PICTURE_WIDTH, PICTURE_HEIGHT = 760, 620
FIGURE_HEIGHT = 1080


@dataclass(frozen=True)
class TestAid:
    """What helps to take a test: ``readings`` a side, which one counts (``take``), a ``tool`` and its ``most`` seconds,
    and whether ``felt`` places are asked for."""

    readings: int = 1
    take: str = "middle"
    tool: str = ""
    most: int = 0
    felt: bool = False


def routes(site: AppContext) -> APIRouter:
    """``/story/tests``, ``/story/tests/NAME``, and the pictures."""
    router = APIRouter()

    @router.get("/story/tests")
    def every(request: Request) -> Response:
        """All tests: to do, done, and left out."""
        own = site.own(request)
        if elsewhere := answers_service.require_intake(own):
            return elsewhere
        answers = answers_service.load_draft(own)["answers"]
        done = {one.test: one for one in repositories.list_self_tests(own)}
        fit = [
            (one, result_text(one, done.get(key))) for key, one in self_tests().items() if not test_bars(one, answers)
        ]
        out = [(one, why) for one in self_tests().values() if (why := test_bars(one, answers))]
        return site.page(
            request, "story_tests.html", title=text("story.tests.title"), here="story", fit=fit, out=out,
            left=next((one for one, said in fit if not said), None),
        )  # fmt: skip

    @router.get("/story/tests/{name}")
    def one(name: str, request: Request) -> Response:
        """One test."""
        own = site.own(request)
        test = _known(name)
        if elsewhere := answers_service.require_intake(own):
            return elsewhere
        return _page(site, request, own, test, {}, "")

    @router.post("/story/tests/{name}")
    def keep(name: str, request: Request, form: Sent) -> Response:
        """Keep a result of today."""
        own = site.own(request)
        test = _known(name)
        if elsewhere := answers_service.require_intake(own):
            return elsewhere
        values, fault = reading_value(test, form)
        if fault:
            given = {key: str(value) for key, value in form.items()}
            return _page(site, request, own, test, given, fault)
        felt = [str(one) for one in form.getlist("where") if one in intake_questions()["pain_where"].options]
        way = str(form.get("way", test.ways[0]))
        kept = repositories.SelfTestRecord(test.id, date.today(), values["right"], values.get("left"), tuple(felt),
                                way if way in test.ways else test.ways[0])  # fmt: skip
        repositories.add_self_test(own, kept)
        return RedirectResponse(f"/story/tests#{test.id}", status_code=303)

    @router.get("/story/picture/{name}.png")
    @run_in_background
    def drawn(name: str) -> Response:
        """The picture of a test, or the figure of the map from one side."""
        if name not in (*self_tests(), *pain_map.VIEWS):
            raise HTTPException(404)
        data = standing_figure(name) if name in pain_map.VIEWS else test_picture(name)
        return Response(data, media_type="image/png", headers={"Cache-Control": "private, max-age=86400"})

    return router


def test_aid(test: SelfTest) -> TestAid:
    """What helps with a test."""
    known = intake_flow()["tests"][test.id]
    return TestAid(**{key: known[key] for key in vars(TestAid()) if key in known})


def test_bars(test: SelfTest, answers: Answers) -> tuple[str, ...]:
    """Why a test is not for somebody, in words; empty where it is."""
    return tuple(one.words for one in test.cautions if one.bars(answers))


def reading_value(test: SelfTest, form: Mapping[str, Any]) -> tuple[dict[str, float | None], str]:
    """The value of each side from its readings, and what is wrong, or ""."""
    found: dict[str, float | None] = {}
    for side in SIDES if test.sides else SIDES[:1]:
        given = [str(form.get(f"{side}_{i}", "")) for i in range(1, test_aid(test).readings + 1)]
        values = [parse_number(text) for text in given if text.strip()]
        if any(one is None or not test.low <= one <= test.high for one in values):
            return found, text("story.fault.number", low=f"{test.low:g}", high=f"{test.high:g}", unit=f" {test.unit}")
        read = [one for one in values if one is not None]
        best = max if test.better == "higher" else min
        found[side] = (best(read) if test_aid(test).take == "best" else statistics.median(read)) if read else None
    try:
        judge_self_test(test, right=found["right"], left=found.get("left"))
    except InputError:
        return found, text("story.tests.empty")
    return found, ""


def result_text(test: SelfTest, kept: repositories.SelfTestRecord | None) -> str:
    """A kept result in words, "" where there is none."""
    if kept is None:
        return ""
    if not test.sides:
        return format_amount(kept.right or 0.0, test.unit)
    values = [(side, value) for side in SIDES if (value := getattr(kept, side)) is not None]
    said = ", ".join(
        text("story.tests.side", side=text(f"story.option.{side}"), value=format_number(v)) for side, v in values
    )
    return f"{said} {test.unit}"


@lru_cache(maxsize=32)
def test_picture(name: str) -> bytes:
    """The body in a test, as PNG; drawn once."""
    row = intake_flow()["tests"][name]
    with ONE_AT_A_TIME:
        taken_from = furthest_posture(find_exercise(row["exercise"])) if "exercise" in row else posture(row["posture"])
        values = taken_from.with_angles(row.get("angles", {})).values
        seen = build_subject(reference_body(), values, percent_ends=ENDS)
    shape = aspect_ratio(seen, "three_quarter")
    width = min(PICTURE_WIDTH, PICTURE_HEIGHT * shape)
    return encode_png(render_image(seen, view="three_quarter", width=round(width), height=round(width / shape)))


@lru_cache(maxsize=4)
def standing_figure(view: str) -> bytes:
    """The standing figure of the map from one side, as PNG; drawn once."""
    with ONE_AT_A_TIME:
        seen = build_subject(reference_body(), posture("standing").values, percent_ends=ENDS)
    width = round(FIGURE_HEIGHT * pain_map.WIDTH / pain_map.HEIGHT)
    return encode_png(render_image(seen, view=view, width=width, height=FIGURE_HEIGHT))


def _known(name: str) -> SelfTest:
    if name not in self_tests():
        raise HTTPException(404)
    return self_tests()[name]


def _page(
    site: AppContext, request: Request, own: PersonScope, test: SelfTest, given: Mapping[str, str], fault: str
) -> HTMLResponse:
    answers = answers_service.load_draft(own)["answers"]
    past = [one for one in repositories.list_self_tests(own, test.id)]
    few = test.unit_code in ("points", "of_ten") and test.high - test.low < FEW
    return site.page(
        request,
        "story_test.html",
        status=422 if fault else 200,
        title=test.title,
        here="story",
        test=test,
        aid=test_aid(test),
        barred=test_bars(test, answers),
        asks=tuple(one.words for one in test.cautions if one.asks(answers)),
        cautions=tuple(one.words for one in test.cautions),
        sides=SIDES if test.sides else SIDES[:1],
        few=tuple(plain_number(test.low + i) for i in range(int(test.high - test.low) + 1)) if few else (),
        ways=tuple(one for one in test.ways if one != "recording"),
        places=intake_questions()["pain_where"].options if test_aid(test).felt else (),
        given=given,
        fault_line=fault,
        past=[(one.day.isoformat(), result_text(test, one)) for one in reversed(past)],
        said=_said(test, past),
    )


def _said(test: SelfTest, past: list[repositories.SelfTestRecord]) -> tuple[str, ...]:
    """What the newest result says beside the first."""
    if not past:
        return ()
    now, first = past[-1], past[0]
    before = (first.right, first.left) if first.day != now.day else None
    return judge_self_test(test, right=now.right, left=now.left, baseline=before).words
