"""The intake: consent, the questions screen by screen, how far one is, and deleting everything."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.responses import RedirectResponse

from psoas.core.catalogue import text
from psoas.core.message import Message
from psoas.intake import body_size_form, pain_map
from psoas.intake.answers_draft import AnswersDraft
from psoas.intake.intake_form import (
    LONGEST,
    OWN_WORDS,
    IntakeScreen,
    checklist,
    intake_screens,
    is_screen_done,
    next_open_screen,
    relevant_screens,
)
from psoas.intake.question_flow import question_flow
from psoas.knowledge.intake_questions import Answers, read_word
from psoas.services import answers_service
from psoas.services.analysis_request import remove_measure_files, uploads_folder
from psoas.services.person_data import IntakeState, PersonData
from psoas.services.visit_service import reopen_visits
from psoas.store import person_repository, repositories
from psoas.store.person_scope import PersonScope
from psoas.web.dependencies import INTAKE, STOP, Data, NeedsConsent, Own, SentForm, Site, feature_router, see_other
from psoas.web.intake.context import (
    BodySizePage,
    ConsentPage,
    DeletePage,
    OverviewPage,
    PainMapPage,
    QuestionGroup,
    QuestionsPage,
)
from psoas.web.intake.forms import ScreenFields, kept_fields, own_words, read_screen_form, sent_fields
from psoas.web.page_rendering import PageResponse, page

SIZE = "size"
"""The screen of height and mass, which belong to the person and not to the answers."""
router = feature_router()


def _screen(name: str) -> IntakeScreen:
    if name not in intake_screens():
        raise HTTPException(404)
    return intake_screens()[name]


Screen = Annotated[IntakeScreen, Depends(_screen)]


@router.get("/story")
def show_overview(request: Request, data: Data) -> PageResponse[ConsentPage] | PageResponse[OverviewPage]:
    """How far one is; consent before anything is kept."""
    if not data.has_consented:
        return page(request, ConsentPage(title=text("story.title")))
    return page(request, _overview(data))


@router.post("/story")
def consent(own: Own, data: Data) -> RedirectResponse:
    """Keep the consent: the first version of the answers."""
    if not data.has_consented:
        answers_service.save_answers(own, data.draft())
    return see_other("/story/ask/you")


@router.get("/story/ask/size", dependencies=[NeedsConsent])
def show_body_size(request: Request, own: Own, data: Data) -> PageResponse[BodySizePage]:
    """Height and mass, for a body of one's own."""
    values = body_size_form.body_size_fields(person_repository.find_person(own))
    return _body_size_page(request, data, values, {})


@router.post("/story/ask/size")
def keep_body_size(
    request: Request, own: Own, data: Data, form: SentForm
) -> PageResponse[BodySizePage] | RedirectResponse:
    """Keep height and mass; what is left empty stays assumed."""
    size, faults = body_size_form.read_body_size(form)
    if faults:
        return _body_size_page(request, data, {key: str(form.get(key, "")) for key in body_size_form.ENDS}, faults)
    me = person_repository.find_person(own)
    person_repository.update_person(own, name=me.name, sex=me.sex, height_m=size.height_m, mass_kg=size.mass_kg)
    return see_other(_address_after(own, "you", size=True))


@router.get("/story/ask/{name}", dependencies=[NeedsConsent])
def show_screen(
    screen: Screen, request: Request, data: Data
) -> PageResponse[QuestionsPage] | PageResponse[PainMapPage] | RedirectResponse:
    """One screen of questions."""
    draft = data.draft()
    if not screen.asks(draft["answers"]):
        return see_other(INTAKE)
    return _screen_page(request, screen, draft, kept_fields(screen, draft), {})


@router.post("/story/ask/{name}", dependencies=[NeedsConsent])
def keep_screen(
    screen: Screen, request: Request, own: Own, data: Data, form: SentForm
) -> PageResponse[QuestionsPage] | PageResponse[PainMapPage] | RedirectResponse:
    """Keep a screen and go on; show it again with what is wrong."""
    draft = data.draft()
    found = read_screen_form(screen, draft["answers"], form)
    if found.faults:
        return _screen_page(request, screen, draft, sent_fields(screen, draft, form), found.faults)
    for one in screen.questions:
        draft["answers"].pop(one.id, None)
    draft["answers"] |= found.answers
    if screen.id == pain_map.OF_THE_MAP:
        draft["notes"][pain_map.NOTE] = " ".join(str(one) for one in form.getlist("place"))
    if screen.id == question_flow().own_words:
        draft["notes"][OWN_WORDS] = own_words(form)
    reopen_visits(draft, data.draft()["answers"], today=date.today())
    answers_service.save_answers(own, draft)
    if "sex" in found.answers:
        _keep_sex(own, read_word(found.answers, "sex"))
    allowed = answers_service.load_screening(own).program_allowed
    return see_other(_address_after(own, screen.id) if allowed else STOP)


@router.get("/story/delete")
def ask_to_delete(request: Request) -> PageResponse[DeletePage]:
    """Ask once more before everything is deleted."""
    return page(request, DeletePage(title=text("story.delete.title")))


@router.post("/story/delete")
def delete_everything(site: Site, own: Own) -> RedirectResponse:
    """Delete everything of this person: rows, recordings, paired phones."""
    home, folders = site.settings.folder, [one.folder for one in repositories.list_measures(own)]
    answers_service.delete_everything(own)
    for folder in (*folders, uploads_folder(own.person)):
        remove_measure_files(home, folder)
    return see_other(INTAKE)


def _address_after(own: PersonScope, name: str, *, size: bool = False) -> str:
    """Where a screen leads: the next one, and to the overview after the last. Height and mass come after the first."""
    if name == next(iter(intake_screens())) and not size:
        return f"/story/ask/{SIZE}"
    way = [one.id for one in relevant_screens(answers_service.load_draft(own)["answers"])]
    following = way[way.index(name) + 1 :] if name in way else []
    return f"/story/ask/{following[0]}" if following else INTAKE


def _place(answers: Answers, name: str) -> tuple[int, int, str]:
    """Place of a screen on the person's way, length of that way, and the address of the screen before."""
    way = [one.id for one in relevant_screens(answers)]
    way[1:1] = [SIZE]
    place = way.index(name)
    return place + 1, len(way), f"/story/ask/{way[place - 1]}" if place else INTAKE


def _screen_page(
    request: Request, screen: IntakeScreen, draft: AnswersDraft, fields: ScreenFields, faults: Mapping[str, Message]
) -> PageResponse[QuestionsPage] | PageResponse[PainMapPage]:
    title, lead = (text(f"story.screen.{screen.id}.{part}") for part in ("title", "lead"))
    place, count, back = _place(draft["answers"], screen.id)
    status = 422 if faults else 200
    if screen.id == pain_map.OF_THE_MAP:
        pain = PainMapPage(
            title=title, screen=screen, lead=lead, place=place, count=count, back=back, faults=faults,
            nothing=fields.nothing, boxes=fields.boxes, places=pain_map.pain_places(), spots=pain_map.pain_spots(),
            skin=pain_map.body_outline(), views=pain_map.VIEWS,
        )  # fmt: skip
        return page(request, pain, status=status)
    asked = screen.asks(draft["answers"])
    listed = tuple(checklist(asked))
    questions = QuestionsPage(
        title=title, screen=screen, lead=lead, place=place, count=count, back=back, faults=faults, listed=listed,
        single=tuple(one for one in asked if one not in listed), given=fields.given, nothing=fields.nothing,
        optional=question_flow().optional, longest=LONGEST,
        own_words=fields.own_words if screen.id == question_flow().own_words else None,
    )  # fmt: skip
    return page(request, questions, status=status)


def _body_size_page(
    request: Request, data: PersonData, values: Mapping[str, str], faults: Mapping[str, Message]
) -> PageResponse[BodySizePage]:
    place, count, back = _place(data.draft()["answers"], SIZE)
    context = BodySizePage(
        title=text("story.size.title"), values=values, faults=faults, place=place, count=count, back=back
    )
    return page(request, context, status=422 if faults else 200)


def _keep_sex(own: PersonScope, sex: str) -> None:
    """The tables of the body know two sexes; another leaves them at their assumption."""
    me = person_repository.find_person(own)
    person_repository.update_person(
        own, name=me.name, height_m=me.height_m, mass_kg=me.mass_kg, sex=sex if sex in ("female", "male") else None
    )


def _overview(data: PersonData) -> OverviewPage:
    draft = data.draft()
    answers = draft["answers"]
    way = relevant_screens(answers)
    groups: dict[str, list[IntakeScreen]] = {}
    for one in way:
        groups.setdefault(one.group, []).append(one)
    return OverviewPage(
        title=text("story.title"),
        left=next_open_screen(answers),
        done=sum(is_screen_done(one, answers) for one in way),
        count=len(way),
        stopped=data.intake_state is IntakeState.STOPPED,
        groups=tuple(
            QuestionGroup(title, parts[0].id, sum(is_screen_done(one, answers) for one in parts), len(parts))
            for title, parts in groups.items()
        ),
        tests=len({one.test for one in data.self_tests}),
        scores=len(draft["questionnaires"]),
        entries=len(data.events) + len(data.check_ins),
    )
