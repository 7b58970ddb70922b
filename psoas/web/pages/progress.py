"""Progress: what was practised and what changed, each in one sentence with the smallest detectable change behind it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from psoas.assessment.measures import measures_of
from psoas.assessment.read import CENTRES
from psoas.assessment.story import Story, Tested
from psoas.errors import InputError
from psoas.knowledge.questionnaires import questionnaires, score
from psoas.knowledge.reflection import centres
from psoas.session.progress import (
    Judged,
    adherence,
    judged_check_ins,
    judged_measures,
    judged_scores,
    judged_tests,
    reminder,
)
from psoas.store import records
from psoas.store.own import Own
from psoas.web import practice, told
from psoas.web.asking import number, whole
from psoas.web.decided import shown
from psoas.web.forms import Sent
from psoas.web.panels import HEIGHT, panels
from psoas.web.site import Site
from psoas.web.words import t

SIGNALS = ("pain", "stress", "sleep", "breath")
SHOWN_WEEKS = 8
MOST_OPEN = 3
"""Steps on that are offered at a time: nobody takes more."""
MOST_BACK = 6
"""Steps back that are shown, the newest: those before them stand with their items in the program."""
DRIVE, LENGTH = ("front_pull_percent",), ("hip_extension_deg", "psoas_longest_mm", "psoas_excursion_mm")


def routes(site: Site) -> APIRouter:
    """``/progress`` with its forms."""
    router = APIRouter()

    @router.get("/progress")
    def progress(request: Request) -> Response:
        """Everything over time; before there is a program, what will be here."""
        own = site.own(request)
        if elsewhere := told.instead(own):
            if elsewhere.headers["location"] == told.STOP:
                return elsewhere
            begun = told.consented(own)
            return site.page(request, "progress_empty.html", title=t("progress.title"), here="progress", begun=begun)
        return _shown(site, request, own, "")

    @router.post("/progress/check-in")
    def check_in(request: Request, form: Sent) -> Response:
        """Keep today's numbers; a second time today takes the place of the first."""
        own = site.own(request)
        if told.instead(own):
            return RedirectResponse("/progress", status_code=303)
        given = {key: str(form.get(key, "")) for key in _signals(told.story(own))}
        scores = {key: number(text) for key, text in given.items() if text}
        kept = {key: whole(one) for key, one in scores.items() if one is not None and 0 <= one <= 10}
        if not kept or len(kept) < len(scores):
            return _shown(site, request, own, t("progress.check_in_fault"))
        records.check_in(own, records.CheckIn(date.today(), kept))
        return RedirectResponse("/progress", status_code=303)

    @router.post("/progress/dose")
    def dose(request: Request, form: Sent) -> Response:
        """Take a step on, or not; or take a step back back."""
        own = site.own(request)
        if not told.instead(own):
            key = tuple(str(form.get(part, "")) for part in ("name", "side", "session"))
            practice.answer(own, key, accepted="accept" in form, today=date.today())
        return RedirectResponse("/progress", status_code=303)

    return router


def _shown(site: Site, request: Request, own: Own, fault: str) -> Response:
    today = date.today()
    now = practice.current(own, today)
    story, log, whole_log = told.story(own), practice.since(own, now.start), practice.log_of(own)
    measured = [*(one.day for one in records.self_tests(own)), *(one.day for one in records.measures(own))]
    recorded = judged_measures(_recordings(own))
    kept = adherence(whole_log, days=now.program.days, today=today)
    open_now = [one for one in practice.waiting(own, now, today) if not one.accepted]
    today_in = next((one.scores for one in records.check_ins(own) if one.day == today), {})
    return site.page(
        request,
        "progress.html",
        status=422 if fault else 200,
        title=t("progress.title"),
        here="progress",
        fault_line=fault,
        kept=kept,
        weeks=kept.weeks[-SHOWN_WEEKS:],
        days=now.program.days,
        next=practice.upcoming(now, log, today),
        over=now.week(today) > now.program.weeks,
        ask=practice.to_ask(log, today),
        open=open_now[:MOST_OPEN],
        more=max(0, len(open_now) - MOST_OPEN),
        back=[one for one in shown(now.decisions) if one.verdict == "regress"][-MOST_BACK:],
        reminder=reminder(
            start=now.start, weeks=now.program.remeasure_weeks, tests=now.program.remeasure_tests,
            measured=measured, today=today,
        ),
        parts=[
            ("pain", panels([*_only(judged_check_ins(story.check_ins), "pain"), *_function(own)])),
            ("hip", panels([*judged_tests(_tests(own)), *_only(recorded, *LENGTH)])),
            ("drive", panels(_only(recorded, *DRIVE))),
            ("life", panels(_only(judged_check_ins(story.check_ins), "breath", "stress", "sleep"))),
            ("centres", panels(_centres(story)) if story.wishes.reflection else ()),
        ],
        height=HEIGHT,
        signals=_signals(story),
        centres=centres(opted_in=story.wishes.reflection),
        given=today_in,
    )  # fmt: skip


def _signals(story: Story) -> tuple[str, ...]:
    return (*SIGNALS, *CENTRES) if story.wishes.reflection else SIGNALS


def _only(judged: tuple[Judged, ...], *names: str) -> list[Judged]:
    return [one for name in names for one in judged if one.id.partition("/")[0] == name]


def _tests(own: Own) -> list[tuple[date, Tested]]:
    return [
        (one.day, Tested(one.test, one.right, one.left, where=one.where, way=one.way))
        for one in records.self_tests(own)
    ]


def _function(own: Own) -> list[Judged]:
    """Questionnaires over the versions of the answers: a score for each day on which its answers changed."""
    found: dict[str, dict[date, float]] = {}
    last: dict[str, Any] = {}
    for version in reversed(records.answer_history(own)):
        for name, items in version.told.get("questionnaires", {}).items():
            value = score(name, items).value
            if value is not None and last.get(name) != items:
                found.setdefault(name, {})[_local(version.made_at)] = value
            last[name] = items
    return [judged_scores(name, days.items()) for name, days in found.items() if questionnaires()[name].change]


def _local(moment: datetime) -> date:
    return moment.astimezone().date()


def _recordings(own: Own) -> list[tuple[date, Any]]:
    """Recordings that can be read."""
    found = []
    for one in records.measures(own):
        try:
            found.append((one.day, measures_of(one.summary)))
        except InputError:
            continue
    return found


def _centres(story: Story) -> list[Judged]:
    """The centres of the reflection over time: shown, never judged."""
    made = []
    for key, one in centres(opted_in=True).items():
        points = tuple(sorted((c.day, float(c.values[key])) for c in story.check_ins if key in c.values))
        if points:
            words = t("progress.centre", centre=one.title, last=f"{points[-1][1]:g}")
            made.append(
                Judged(key, one.title, "of 10", tuple(sorted(points)), None, float("inf"), "", False, None, words)
            )
    return made
