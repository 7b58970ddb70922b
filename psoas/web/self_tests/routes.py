"""Self-tests: steps, a picture, what helps to measure, and what must be left out for whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.responses import RedirectResponse

from psoas.core.catalogue import text
from psoas.intake import pain_map
from psoas.intake.intake_form import plain_number
from psoas.knowledge.intake_questions import intake_questions
from psoas.knowledge.self_tests import SelfTest, self_tests
from psoas.services.person_data import PersonData
from psoas.services.self_test_aids import (
    draw_self_test,
    find_aid,
    newest_result_words,
    reasons_against,
    result_text,
    sides_of,
    standing_figure,
)
from psoas.store import repositories
from psoas.web.concurrency import run_in_background
from psoas.web.dependencies import Data, FileBytes, NeedsIntake, Own, SentForm, feature_router, see_other
from psoas.web.page_rendering import PageResponse, page
from psoas.web.self_tests.context import SelfTestPage, SelfTestsPage
from psoas.web.self_tests.forms import read_result, reading_value

FEW = 11
"""Up to so many whole values are shown as buttons."""
router = feature_router()


def _test(name: str) -> SelfTest:
    if name not in self_tests():
        raise HTTPException(404)
    return self_tests()[name]


Test = Annotated[SelfTest, Depends(_test)]


@router.get("/story/tests", dependencies=[NeedsIntake])
def list_tests(request: Request, data: Data) -> PageResponse[SelfTestsPage]:
    """All tests: to do, done, and left out."""
    answers = data.draft()["answers"]
    done = {one.test: one for one in data.self_tests}
    bars = {key: reasons_against(one, answers) for key, one in self_tests().items()}
    fit = tuple((one, result_text(one, done.get(key))) for key, one in self_tests().items() if not bars[key])
    context = SelfTestsPage(
        title=text("story.tests.title"),
        fit=fit,
        out=tuple((one, bars[key]) for key, one in self_tests().items() if bars[key]),
        left=next((one for one, said in fit if not said), None),
    )
    return page(request, context)


@router.get("/story/tests/{name}", dependencies=[NeedsIntake])
def show_test(test: Test, request: Request, data: Data) -> PageResponse[SelfTestPage]:
    """One test."""
    return _test_page(request, data, test, {}, "")


@router.post("/story/tests/{name}", dependencies=[NeedsIntake])
def keep_result(
    test: Test, request: Request, own: Own, data: Data, form: SentForm
) -> PageResponse[SelfTestPage] | RedirectResponse:
    """Keep a result of today."""
    values, fault = reading_value(test, form)
    if fault:
        return _test_page(request, data, test, {key: str(value) for key, value in form.items()}, fault)
    repositories.add_self_test(own, read_result(test, values, form))
    return see_other(f"/story/tests#{test.id}")


@router.get("/story/picture/{name}.png")
@run_in_background
def draw_picture(name: str) -> FileBytes:
    """The picture of a test, or the figure of the map from one side."""
    if name not in (*self_tests(), *pain_map.VIEWS):
        raise HTTPException(404)
    data = standing_figure(name) if name in pain_map.VIEWS else draw_self_test(name)
    return FileBytes(data, media_type="image/png", headers={"Cache-Control": "private, max-age=86400"})


def _test_page(
    request: Request, data: PersonData, test: SelfTest, given: Mapping[str, str], fault: str
) -> PageResponse[SelfTestPage]:
    answers, aid = data.draft()["answers"], find_aid(test)
    past = [one for one in data.self_tests if one.test == test.id]
    few = test.unit_code in ("points", "of_ten") and test.high - test.low < FEW
    context = SelfTestPage(
        title=test.title,
        test=test,
        aid=aid,
        barred=reasons_against(test, answers),
        asks=tuple(one.words for one in test.cautions if one.asks(answers)),
        cautions=tuple(one.words for one in test.cautions),
        sides=sides_of(test),
        few=tuple(plain_number(test.low + i) for i in range(int(test.high - test.low) + 1)) if few else (),
        ways=tuple(one for one in test.ways if one != "recording"),
        places=intake_questions()["pain_where"].options if aid.felt else (),
        given=given,
        fault_line=fault,
        past=tuple((one.day.isoformat(), result_text(test, one)) for one in reversed(past)),
        said=newest_result_words(test, past),
    )
    return page(request, context, status=422 if fault else 200)
