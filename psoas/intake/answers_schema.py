"""The published form of answers, ``psoas.answers/1``: an answers file, and answers as JSON.

These models hold shapes, types and ranges; what the knowledge base has to say (is this a question, is that a self-test)
is checked by ``psoas.intake.answers_rules``.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SkipValidation,
    Strict,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from psoas.intake.answers import SCHEMA
from psoas.intake.limits import DAYS, MINUTES, SIGNAL, WEEKS
from psoas.intake.vocabulary import EventKind, Signal
from psoas.knowledge.doctor_visits import VisitOutcome
from psoas.knowledge.intake_questions import Answer
from psoas.knowledge.practice_codes import PLACES

NOT_DATE, NOT_WHOLE, EMPTY, NOT_PLACE = "not_date", "not_whole", "empty_check_in", "not_place"
"""Types of the faults that are found here, beside those of pydantic."""


def _day(value: object) -> object:
    """A date, also from a time of day or from "2025-03-01"; numbers are none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise PydanticCustomError(NOT_DATE, "not a date") from None


def _whole(value: object) -> object:
    """A whole number, also as 4.0."""
    if isinstance(value, float) and value == value // 1:
        return int(value)
    if isinstance(value, float):
        raise PydanticCustomError(NOT_WHOLE, "not a whole number")
    return value


def _place(value: object) -> object:
    """One of the places where somebody practises."""
    if value not in PLACES:
        raise PydanticCustomError(NOT_PLACE, "not a place")
    return value


def _fixed(value: object) -> object:
    """A list as a tuple, which nobody can change."""
    return tuple(value) if isinstance(value, list) else value


Day = Annotated[date, BeforeValidator(_day)]
Number = Annotated[float, Strict()]
Flag = Annotated[bool, Strict()]
SignalValue = Annotated[float, Strict(), Field(ge=SIGNAL[0], le=SIGNAL[1])]
Whole = Annotated[int, Strict(), BeforeValidator(_whole)]
Words = tuple[str, ...]
AnswerValue = Annotated[SkipValidation[Answer], BeforeValidator(_fixed)]
"""What a question of the intake is answered with; which of them, the question says."""


class Part(BaseModel):
    """A part of an answers file: no unknown keys, no numbers that are not finite."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class SelfTestPart(Part):
    """One self-test: values in its unit, the same from an earlier day, where it was felt, and how it was done."""

    right: Number | None = None
    left: Number | None = None
    baseline_right: Number | None = None
    baseline_left: Number | None = None
    where: Words = ()
    way: str = "hand"


class VisitPart(Part):
    """A doctor looked at a picture of the screening: on which day, what they said, and whether nothing is new since.
    ``recorded`` is the day of these answers, today where it is left out; ``limits`` name what stays out."""

    day: Day
    outcome: VisitOutcome
    nothing_new: Flag = False
    recorded: Day | None = None
    limits: Words = ()
    signs: Words = ()


class EventPart(Part):
    """One event of the timeline; ``centre`` is a centre of the reflection that the person gave it."""

    day: Day
    kind: EventKind
    words: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    centre: Literal["", Signal.ROOT, Signal.SACRAL, Signal.SOLAR_PLEXUS] = ""


class CheckInPart(Part):
    """Numbers from 0 to 10 on one day; at least one of them."""

    day: Day
    pain: SignalValue | None = None
    stress: SignalValue | None = None
    sleep: SignalValue | None = None
    breath: SignalValue | None = None
    root: SignalValue | None = None
    sacral: SignalValue | None = None
    solar_plexus: SignalValue | None = None

    @model_validator(mode="after")
    def _holds_something(self) -> CheckInPart:
        if not self.values():
            raise PydanticCustomError(EMPTY, "holds nothing")
        return self

    def values(self) -> dict[Signal, float]:
        """What was given, by signal."""
        found = {signal: getattr(self, signal) for signal in Signal}
        return {signal: value for signal, value in found.items() if value is not None}


class WishesPart(Part):
    """What is asked of a plan."""

    place: Annotated[str, BeforeValidator(_place), WithJsonSchema({"type": "string", "enum": list(PLACES)})] = "home"
    minutes: Annotated[float, Strict(), Field(ge=MINUTES[0], le=MINUTES[1])] = 20.0
    days: Annotated[Whole, Field(ge=DAYS[0], le=DAYS[1])] = 4
    weeks: Annotated[Whole, Field(ge=WEEKS[0], le=WEEKS[1])] = 8
    equipment: Words = ("mat", "chair", "wall")
    reflection: Flag = False
    pin: Words = ()
    ban: Words = ()
    swap: dict[str, str] = Field(default_factory=dict)


class AnswersFile(Part):
    """All answers of a person; every part may be left out."""

    schema_: Literal["psoas.answers/1"] = Field(default=SCHEMA, alias="schema")
    answers: dict[str, AnswerValue] = Field(default_factory=dict)
    tests: dict[str, SelfTestPart] = Field(default_factory=dict)
    questionnaires: dict[str, dict[str, Number]] = Field(default_factory=dict)
    visits: dict[str, VisitPart] = Field(default_factory=dict)
    belly_check: dict[str, Flag] = Field(default_factory=dict)
    events: tuple[EventPart, ...] = ()
    check_ins: tuple[CheckInPart, ...] = ()
    notes: dict[str, str] = Field(default_factory=dict)
    wishes: WishesPart = WishesPart()
    told_on: dict[str, Day] = Field(default_factory=dict)
