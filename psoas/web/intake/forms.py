"""The forms of the intake: what was sent for a screen, and what a page shows of it again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.datastructures import FormData

from psoas.core.message import message
from psoas.intake import pain_map
from psoas.intake.answers_draft import AnswersDraft
from psoas.intake.intake_form import LONGEST, NONE, OWN_WORDS, FormReading, IntakeScreen, checklist, read_form
from psoas.knowledge.intake_questions import Answers
from psoas.web.intake.context import Given


@dataclass(frozen=True)
class ScreenFields:
    """What the fields of a screen hold: answers ``given`` by question, whether "none of these" is chosen
    (``nothing``), the chosen ``boxes`` of the pain map, and the person's ``own_words``."""

    given: Given
    nothing: bool
    boxes: frozenset[str]
    own_words: str


def read_screen_form(screen: IntakeScreen, answers: Answers, form: FormData) -> FormReading:
    """Answers and faults of a screen that was sent."""
    found = read_form(screen, answers, form)
    if len(own_words(form)) > LONGEST:
        too_long = message("story.own_words.fault", most=LONGEST)
        return replace(found, faults={**found.faults, OWN_WORDS: too_long})
    return found


def own_words(form: FormData) -> str:
    """What the person said in their own words."""
    return str(form.get(OWN_WORDS, "")).strip()


def kept_fields(screen: IntakeScreen, draft: AnswersDraft) -> ScreenFields:
    """The fields of a screen as the kept answers fill them."""
    answers, notes = draft["answers"], draft["notes"]
    asked = screen.asks(answers)
    given = {key: list(value) if isinstance(value, list | tuple) else value for key, value in answers.items()}
    ticked = checklist(asked) or [one for one in asked if one.kind == "many"]
    return ScreenFields(
        given,
        bool(ticked) and all(one.id in given and not given[one.id] for one in ticked),
        pain_map.boxes_from_answers(answers, notes.get(pain_map.NOTE, "")),
        notes.get(OWN_WORDS, ""),
    )


def sent_fields(screen: IntakeScreen, draft: AnswersDraft, form: FormData) -> ScreenFields:
    """The fields of a screen as they were sent, to show them again."""
    asked = screen.asks(draft["answers"])
    return ScreenFields(
        {one.id: _sent(one.kind, [str(value) for value in form.getlist(one.id)]) for one in asked},
        form.get(NONE) is not None,
        frozenset(str(one) for one in form.getlist("place")),
        str(form.get(OWN_WORDS, "")),
    )


def _sent(kind: str, values: list[str]) -> str | bool | list[str] | None:
    """A field as it was sent."""
    if kind == "yes":
        return {"yes": True, "no": False}.get("".join(values))
    return values if kind == "many" else "".join(values[-1:])
