"""Progress: what was practised and what changed, each in one sentence with the smallest detectable change behind it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from psoas.assessment.recording_measures import extract_measures
from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.intake.answers import IntakeAnswers, SelfTestResult
from psoas.intake.intake_form import parse_number, plain_number
from psoas.intake.vocabulary import CENTRES, EVERYDAY_SIGNALS
from psoas.knowledge.questionnaires import questionnaires, score_questionnaire
from psoas.knowledge.reflection import energy_centres
from psoas.progression.dose_decisions import effective_decisions
from psoas.progression.outcomes import (
    JudgedChange,
    compute_adherence,
    judge_check_ins,
    judge_measures,
    judge_scores,
    judge_self_tests,
    next_measure_reminder,
    show_centres,
)
from psoas.services import answers_service, program_service
from psoas.services.progress_charts import HEIGHT, progress_panels
from psoas.store import repositories
from psoas.store.person_scope import PersonScope
from psoas.web.app_context import AppContext
from psoas.web.dependencies import Sent

SIGNALS = EVERYDAY_SIGNALS
SHOWN_WEEKS = 8
MOST_OPEN = 3
"""Steps on that are offered at a time: nobody takes more."""
MOST_BACK = 6
"""Steps back that are shown, the newest: those before them stand with their items in the program."""
DRIVE, LENGTH = ("front_pull_percent",), ("hip_extension_deg", "psoas_longest_mm", "psoas_excursion_mm")


def routes(site: AppContext) -> APIRouter:
    """``/progress`` with its forms."""
    router = APIRouter()

    @router.get("/progress")
    def progress(request: Request) -> Response:
        """Everything over time; before there is a program, what will be here."""
        own = site.own(request)
        if elsewhere := answers_service.require_intake(own):
            if elsewhere.headers["location"] == answers_service.STOP:
                return elsewhere
            begun = answers_service.has_consented(own)
            return site.page(request, "progress_empty.html", title=text("progress.title"), here="progress", begun=begun)
        return _shown(site, request, own, "")

    @router.post("/progress/check-in")
    def check_in(request: Request, form: Sent) -> Response:
        """Keep today's numbers; a second time today takes the place of the first."""
        own = site.own(request)
        if answers_service.require_intake(own):
            return RedirectResponse("/progress", status_code=303)
        given = {key: str(form.get(key, "")) for key in _signals(answers_service.load_answers(own))}
        scores = {key: parse_number(text) for key, text in given.items() if text}
        kept = {key: plain_number(one) for key, one in scores.items() if one is not None and 0 <= one <= 10}
        if not kept or len(kept) < len(scores):
            return _shown(site, request, own, text("progress.check_in_fault"))
        repositories.save_check_in(own, repositories.CheckInRecord(date.today(), kept))
        return RedirectResponse("/progress", status_code=303)

    @router.post("/progress/dose")
    def dose(request: Request, form: Sent) -> Response:
        """Take a step on, or not; or take a step back back."""
        own = site.own(request)
        if not answers_service.require_intake(own):
            key = tuple(str(form.get(part, "")) for part in ("name", "side", "session"))
            program_service.answer_decision(own, key, accepted="accept" in form, today=date.today())
        return RedirectResponse("/progress", status_code=303)

    return router


def _shown(site: AppContext, request: Request, own: PersonScope, fault: str) -> Response:
    today = date.today()
    now = program_service.load_current_program(own, today)
    story, log, whole_log = (
        answers_service.load_answers(own),
        program_service.sessions_since(own, now.start),
        program_service.load_session_log(own),
    )
    measured = [
        *(one.day for one in repositories.list_self_tests(own)),
        *(one.day for one in repositories.list_measures(own)),
    ]
    recorded = judge_measures(_recordings(own))
    kept = compute_adherence(whole_log, days=now.program.days, today=today)
    open_now = [one for one in program_service.pending_decisions(own, now, today) if not one.accepted]
    today_in = next((one.scores for one in repositories.list_check_ins(own) if one.day == today), {})
    return site.page(
        request,
        "progress.html",
        status=422 if fault else 200,
        title=text("progress.title"),
        here="progress",
        fault_line=fault,
        kept=kept,
        weeks=kept.weeks[-SHOWN_WEEKS:],
        days=now.program.days,
        next=program_service.next_session(now, log, today),
        over=now.week(today) > now.program.weeks,
        ask=program_service.session_to_follow_up(log, today),
        open=open_now[:MOST_OPEN],
        more=max(0, len(open_now) - MOST_OPEN),
        back=[one for one in effective_decisions(now.decisions) if one.verdict == "regress"][-MOST_BACK:],
        reminder=next_measure_reminder(
            start=now.start, weeks=now.program.remeasure_weeks, tests=now.program.remeasure_tests,
            measured=measured, today=today,
        ),
        parts=[
            ("pain", progress_panels([*_only(judge_check_ins(story.check_ins), "pain"), *_function(own)])),
            ("hip", progress_panels([*judge_self_tests(_tests(own)), *_only(recorded, *LENGTH)])),
            ("drive", progress_panels(_only(recorded, *DRIVE))),
            ("life", progress_panels(_only(judge_check_ins(story.check_ins), "breath", "stress", "sleep"))),
            ("centres", progress_panels(show_centres(story.check_ins)) if story.wishes.reflection else ()),
        ],
        height=HEIGHT,
        signals=_signals(story),
        centres=energy_centres(opted_in=story.wishes.reflection),
        given=today_in,
    )  # fmt: skip


def _signals(story: IntakeAnswers) -> tuple[str, ...]:
    return (*SIGNALS, *CENTRES) if story.wishes.reflection else SIGNALS


def _only(judged: tuple[JudgedChange, ...], *names: str) -> list[JudgedChange]:
    return [one for name in names for one in judged if one.id.partition("/")[0] == name]


def _tests(own: PersonScope) -> list[tuple[date, SelfTestResult]]:
    return [
        (one.day, SelfTestResult(one.test, one.right, one.left, where=one.where, way=one.way))
        for one in repositories.list_self_tests(own)
    ]


def _function(own: PersonScope) -> list[JudgedChange]:
    """Questionnaires over the versions of the answers: a score for each day on which its answers changed."""
    found: dict[str, dict[date, float]] = {}
    last: dict[str, Any] = {}
    for version in reversed(repositories.answer_history(own)):
        for name, items in version.told.get("questionnaires", {}).items():
            value = score_questionnaire(name, items).value
            if value is not None and last.get(name) != items:
                found.setdefault(name, {})[_local(version.made_at)] = value
            last[name] = items
    return [judge_scores(name, days.items()) for name, days in found.items() if questionnaires()[name].change]


def _local(moment: datetime) -> date:
    return moment.astimezone().date()


def _recordings(own: PersonScope) -> list[tuple[date, Any]]:
    """Recordings that can be read."""
    found = []
    for one in repositories.list_measures(own):
        try:
            found.append((one.day, extract_measures(one.summary)))
        except InputError:
            continue
    return found
