"""A doctor has looked at what the screening found: write down what, when, and what they said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fastapi import Request
from fastapi.responses import RedirectResponse

from psoas.core.catalogue import text
from psoas.knowledge.doctor_visits import VisitOutcome
from psoas.knowledge.screening import NARROWS, ScreeningLevel
from psoas.services import answers_service
from psoas.services.person_data import PersonData
from psoas.services.visit_service import offer_pictures, record_visit
from psoas.web.dependencies import INTAKE, STOP, VISIT, Data, NeedsConsent, Own, SentForm, feature_router, see_other
from psoas.web.page_rendering import PageResponse, page
from psoas.web.visit.context import VisitFields, VisitPage
from psoas.web.visit.forms import read_visit, sent_fields

router = feature_router()


@router.get(VISIT, dependencies=[NeedsConsent])
def show_visit(request: Request, data: Data) -> PageResponse[VisitPage]:
    """What a doctor may have looked at."""
    return _visit_page(request, data, VisitFields(), {})


@router.post(VISIT, dependencies=[NeedsConsent])
def keep_visit(request: Request, own: Own, data: Data, form: SentForm) -> PageResponse[VisitPage] | RedirectResponse:
    """Keep what the doctor said, and go on where that lets one."""
    draft, given = data.draft(), sent_fields(form)
    found = read_visit(given, [one.id for one in offer_pictures(draft["answers"])], today=date.today())
    if found.visit is None:
        return _visit_page(request, data, given, found.faults)
    record_visit(draft, given.pictures, found.visit)
    answers_service.save_answers(own, draft)
    return see_other(INTAKE if answers_service.load_screening(own).program_allowed else STOP)


def _visit_page(
    request: Request, data: PersonData, given: VisitFields, faults: Mapping[str, str]
) -> PageResponse[VisitPage]:
    stops = [one for one in data.screening.entries if one.level is ScreeningLevel.STOP]
    context = VisitPage(
        title=text("visit.title"),
        offered=offer_pictures(data.draft()["answers"]),
        stays=tuple(one for one in stops if not one.checkable),
        outcomes=tuple(VisitOutcome),
        limit_names=NARROWS,
        given=given,
        faults=faults,
        today=date.today().isoformat(),
    )
    return page(request, context, status=422 if faults else 200)
