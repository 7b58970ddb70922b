"""Progress: what was practised and what changed, each in one sentence with the smallest detectable change behind it."""

from __future__ import annotations

from datetime import date

from fastapi import Request
from fastapi.responses import RedirectResponse

from psoas.core.catalogue import text
from psoas.intake.answers import IntakeAnswers
from psoas.intake.vocabulary import EVERYDAY_SIGNALS, SIGNALS
from psoas.knowledge.reflection import energy_centres
from psoas.progression.dose_decisions import effective_decisions
from psoas.progression.outcomes import compute_adherence, next_measure_reminder
from psoas.services import program_service
from psoas.services.person_data import IntakeState, PersonData
from psoas.services.progress_charts import HEIGHT
from psoas.services.progress_parts import measured_days, progress_parts
from psoas.store import repositories
from psoas.web.dependencies import Data, NeedsProgress, NotStopped, Own, SentForm, feature_router, see_other
from psoas.web.page_rendering import PageResponse, page
from psoas.web.progress.context import ProgressEmptyPage, ProgressPage
from psoas.web.timeline.forms import read_scores

PROGRESS = "/progress"
SHOWN_WEEKS = 8
MOST_OPEN = 3
"""Steps on that are offered at a time: nobody takes more."""
MOST_BACK = 6
"""Steps back that are shown, the newest: those before them stand with their items in the program."""
router = feature_router()


@router.get(PROGRESS, dependencies=[NotStopped])
def show_progress(request: Request, data: Data) -> PageResponse[ProgressPage] | PageResponse[ProgressEmptyPage]:
    """Everything over time; before there is a program, what will be here."""
    if data.intake_state is not IntakeState.COMPLETE:
        return page(request, ProgressEmptyPage(title=text("progress.title"), begun=data.has_consented))
    return page(request, _context(data, ""))


@router.post("/progress/check-in", dependencies=[NeedsProgress])
def keep_check_in(
    request: Request, own: Own, data: Data, form: SentForm
) -> PageResponse[ProgressPage] | RedirectResponse:
    """Keep today's numbers; a second time today takes the place of the first."""
    scores = read_scores(form, _signals(data.answers))
    if not scores:
        return page(request, _context(data, text("progress.check_in_fault")), status=422)
    repositories.save_check_in(own, repositories.CheckInRecord(date.today(), scores))
    return see_other(PROGRESS)


@router.post("/progress/dose", dependencies=[NeedsProgress])
def answer_dose(data: Data, form: SentForm) -> RedirectResponse:
    """Take a step on, or not; or undo a step back."""
    key = tuple(str(form.get(part, "")) for part in ("name", "side", "session"))
    program_service.answer_decision(data, key, accepted="accept" in form, today=date.today())
    return see_other(PROGRESS)


def _context(data: PersonData, fault: str) -> ProgressPage:
    today = date.today()
    now = program_service.load_current_program(data, today)
    story, log = data.answers, data.sessions_since(now.start)
    kept = compute_adherence(data.sessions, days=now.program.days, today=today)
    open_now = [one for one in program_service.pending_decisions(data, now, today) if not one.accepted]
    back = [one for one in effective_decisions(now.decisions) if one.verdict == "regress"]
    return ProgressPage(
        title=text("progress.title"),
        fault_line=fault,
        kept=kept,
        weeks=kept.weeks[-SHOWN_WEEKS:],
        days=now.program.days,
        next=program_service.next_session(now, log, today),
        ask=program_service.session_to_follow_up(log, today),
        open=tuple(open_now[:MOST_OPEN]),
        more=max(0, len(open_now) - MOST_OPEN),
        back=tuple(back[-MOST_BACK:]),
        reminder=next_measure_reminder(
            start=now.start,
            weeks=now.program.remeasure_weeks,
            tests=now.program.remeasure_tests,
            measured=measured_days(data),
            today=today,
        ),
        parts=progress_parts(data),
        height=HEIGHT,
        signals=_signals(story),
        centres=energy_centres(opted_in=story.wishes.reflection),
        given=next((one.scores for one in data.check_ins if one.day == today), {}),
    )


def _signals(story: IntakeAnswers) -> tuple[str, ...]:
    return SIGNALS if story.wishes.reflection else EVERYDAY_SIGNALS
