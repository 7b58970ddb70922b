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

from psoas.assessment.saying import amount, plain
from psoas.body.posture import posture
from psoas.errors import InputError
from psoas.knowledge.exercises import exercise
from psoas.knowledge.intake import Answers, questions
from psoas.knowledge.selftests import SelfTest, judge, selftests
from psoas.knowledge.simulate import ONE_AT_A_TIME, furthest, reference_body
from psoas.report.picture import ENDS
from psoas.report.raster import png
from psoas.report.shade import aspect, picture, subject
from psoas.store import records
from psoas.store.own import Own
from psoas.web import bodymap, told
from psoas.web.asking import number, plan, whole
from psoas.web.forms import Sent
from psoas.web.pool import beside
from psoas.web.site import Site
from psoas.web.words import t

SIDES = ("right", "left")
FEW = 11
"""Up to so many whole values are shown as buttons."""
PICTURE_WIDTH, PICTURE_HEIGHT = 760, 620
FIGURE_HEIGHT = 1080


@dataclass(frozen=True)
class Aid:
    """What helps to take a test: ``readings`` a side, which one counts (``take``), a ``tool`` and its ``most`` seconds,
    and whether ``felt`` places are asked for."""

    readings: int = 1
    take: str = "middle"
    tool: str = ""
    most: int = 0
    felt: bool = False


def routes(site: Site) -> APIRouter:
    """``/story/tests``, ``/story/tests/NAME``, and the pictures."""
    router = APIRouter()

    @router.get("/story/tests")
    def every(request: Request) -> Response:
        """All tests: to do, done, and left out."""
        own = site.own(request)
        if elsewhere := told.instead(own):
            return elsewhere
        answers = told.draft(own)["answers"]
        done = {one.test: one for one in records.self_tests(own)}
        fit = [(one, result(one, done.get(key))) for key, one in selftests().items() if not reasons(one, answers)]
        out = [(one, why) for one in selftests().values() if (why := reasons(one, answers))]
        return site.page(
            request, "story_tests.html", title=t("story.tests.title"), here="story", fit=fit, out=out,
            left=next((one for one, said in fit if not said), None),
        )  # fmt: skip

    @router.get("/story/tests/{name}")
    def one(name: str, request: Request) -> Response:
        """One test."""
        own = site.own(request)
        test = _known(name)
        if elsewhere := told.instead(own):
            return elsewhere
        return _page(site, request, own, test, {}, "")

    @router.post("/story/tests/{name}")
    def keep(name: str, request: Request, form: Sent) -> Response:
        """Keep a result of today."""
        own = site.own(request)
        test = _known(name)
        if elsewhere := told.instead(own):
            return elsewhere
        values, fault = taken(test, form)
        if fault:
            given = {key: str(value) for key, value in form.items()}
            return _page(site, request, own, test, given, fault)
        felt = [str(one) for one in form.getlist("where") if one in questions()["pain_where"].options]
        way = str(form.get("way", test.ways[0]))
        kept = records.SelfTest(test.id, date.today(), values["right"], values.get("left"), tuple(felt),
                                way if way in test.ways else test.ways[0])  # fmt: skip
        records.add_self_test(own, kept)
        return RedirectResponse(f"/story/tests#{test.id}", status_code=303)

    @router.get("/story/picture/{name}.png")
    @beside
    def drawn(name: str) -> Response:
        """The picture of a test, or the figure of the map from one side."""
        if name not in (*selftests(), *bodymap.VIEWS):
            raise HTTPException(404)
        data = figure(name) if name in bodymap.VIEWS else picture_of(name)
        return Response(data, media_type="image/png", headers={"Cache-Control": "private, max-age=86400"})

    return router


def aid(test: SelfTest) -> Aid:
    """What helps with a test."""
    known = plan()["tests"][test.id]
    return Aid(**{key: known[key] for key in vars(Aid()) if key in known})


def reasons(test: SelfTest, answers: Answers) -> tuple[str, ...]:
    """Why a test is not for somebody, in words; empty where it is."""
    return tuple(one.words for one in test.cautions if one.bars(answers))


def taken(test: SelfTest, form: Mapping[str, Any]) -> tuple[dict[str, float | None], str]:
    """The value of each side from its readings, and what is wrong, or ""."""
    found: dict[str, float | None] = {}
    for side in SIDES if test.sides else SIDES[:1]:
        given = [str(form.get(f"{side}_{i}", "")) for i in range(1, aid(test).readings + 1)]
        values = [number(text) for text in given if text.strip()]
        if any(one is None or not test.low <= one <= test.high for one in values):
            return found, t("story.fault.number", low=f"{test.low:g}", high=f"{test.high:g}", unit=f" {test.unit}")
        read = [one for one in values if one is not None]
        best = max if test.better == "higher" else min
        found[side] = (best(read) if aid(test).take == "best" else statistics.median(read)) if read else None
    try:
        judge(test, right=found["right"], left=found.get("left"))
    except InputError:
        return found, t("story.tests.empty")
    return found, ""


def result(test: SelfTest, kept: records.SelfTest | None) -> str:
    """A kept result in words, "" where there is none."""
    if kept is None:
        return ""
    if not test.sides:
        return amount(kept.right or 0.0, test.unit)
    values = [(side, value) for side in SIDES if (value := getattr(kept, side)) is not None]
    said = ", ".join(t("story.tests.side", side=t(f"story.option.{side}"), value=plain(v)) for side, v in values)
    return f"{said} {test.unit}"


@lru_cache(maxsize=32)
def picture_of(name: str) -> bytes:
    """The body in a test, as PNG; drawn once."""
    row = plan()["tests"][name]
    with ONE_AT_A_TIME:
        taken_from = furthest(exercise(row["exercise"])) if "exercise" in row else posture(row["posture"])
        values = taken_from.with_angles(row.get("angles", {})).values
        seen = subject(reference_body(), values, percent_ends=ENDS)
    shape = aspect(seen, "three_quarter")
    width = min(PICTURE_WIDTH, PICTURE_HEIGHT * shape)
    return png(picture(seen, view="three_quarter", width=round(width), height=round(width / shape)))


@lru_cache(maxsize=4)
def figure(view: str) -> bytes:
    """The standing figure of the map from one side, as PNG; drawn once."""
    with ONE_AT_A_TIME:
        seen = subject(reference_body(), posture("standing").values, percent_ends=ENDS)
    width = round(FIGURE_HEIGHT * bodymap.WIDTH / bodymap.HEIGHT)
    return png(picture(seen, view=view, width=width, height=FIGURE_HEIGHT))


def _known(name: str) -> SelfTest:
    if name not in selftests():
        raise HTTPException(404)
    return selftests()[name]


def _page(site: Site, request: Request, own: Own, test: SelfTest, given: Mapping[str, str], fault: str) -> HTMLResponse:
    answers = told.draft(own)["answers"]
    past = [one for one in records.self_tests(own, test.id)]
    few = test.unit in ("points", "of 10") and test.high - test.low < FEW
    return site.page(
        request,
        "story_test.html",
        status=422 if fault else 200,
        title=test.title,
        here="story",
        test=test,
        aid=aid(test),
        barred=reasons(test, answers),
        asks=tuple(one.words for one in test.cautions if one.asks(answers)),
        cautions=tuple(one.words for one in test.cautions),
        sides=SIDES if test.sides else SIDES[:1],
        few=tuple(whole(test.low + i) for i in range(int(test.high - test.low) + 1)) if few else (),
        ways=tuple(one for one in test.ways if one != "recording"),
        places=questions()["pain_where"].options if aid(test).felt else (),
        given=given,
        fault_line=fault,
        past=[(one.day.isoformat(), result(test, one)) for one in reversed(past)],
        said=_said(test, past),
    )


def _said(test: SelfTest, past: list[records.SelfTest]) -> tuple[str, ...]:
    """What the newest result says beside the first."""
    if not past:
        return ()
    now, first = past[-1], past[0]
    before = (first.right, first.left) if first.day != now.day else None
    return judge(test, right=now.right, left=now.left, baseline=before).words
