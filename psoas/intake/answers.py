"""A person's answers: the intake, self-tests, questionnaires, life events, check-ins, and wishes for a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from psoas.intake.vocabulary import EventKind
from psoas.knowledge.doctor_visits import DoctorVisit
from psoas.knowledge.intake_questions import Answers

SCHEMA: Literal["psoas.answers/1"] = "psoas.answers/1"
WHERE, ONE_SIDE, SIDES_OF_PLACES = "pain_where", "pain_side", "pain_sides"
"""Questions on where it hurts, on which side, and on which side of each place."""
GOALS = "function"
"""The questionnaire in which a person names and rates activities (patient-specific function)."""
EVENT_KINDS = tuple(EventKind)


@dataclass(frozen=True)
class SelfTestResult:
    """One self-test as entered: values in the test's unit (a test without sides as ``right``), the same from an
    earlier day where there is one, ``where`` it was felt, and the ``way`` it was had (as in ``selftests.WAYS``)."""

    test: str
    right: float | None = None
    left: float | None = None
    baseline: tuple[float | None, float | None] = (None, None)
    where: tuple[str, ...] = ()
    way: str = "hand"

    @property
    def highest(self) -> float:
        """The higher value of both sides, 0 without any."""
        return max((one for one in (self.right, self.left) if one is not None), default=0.0)


@dataclass(frozen=True)
class LifeEvent:
    """One entry of the timeline; ``centre`` is a reflective centre that the person gave it, or ""."""

    day: date
    kind: str
    words: str
    centre: str = ""


@dataclass(frozen=True)
class CheckIn:
    """Numbers from 0 to 10 on one day: ``pain``, ``stress``, ``sleep``, ``breath`` and the three centres."""

    day: date
    values: Mapping[str, float]


@dataclass(frozen=True)
class Preferences:
    """What the person, or a practitioner with them, asks of a plan; ``swap`` maps an item to what to take instead."""

    place: str = "home"
    minutes: float = 20.0
    days: int = 4
    weeks: int = 8
    equipment: tuple[str, ...] = ("mat", "chair", "wall")
    reflection: bool = False
    pin: tuple[str, ...] = ()
    ban: tuple[str, ...] = ()
    swap: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class IntakeAnswers:
    """All answers of a person. ``answers`` by question of the intake, ``questionnaires`` by name and item; ``texts``
    are free words, which only the screening reads; ``told_on`` holds the day of an answer, by question, where it is
    known; ``visits`` say which pictures of the screening a doctor looked at; ``belly_check`` holds
    yes or no by question of the safety check before pressure on the belly; ``goals`` are the activities that the person
    named to get back to, by item of that questionnaire."""

    answers: Answers = field(default_factory=dict)
    tests: tuple[SelfTestResult, ...] = ()
    questionnaires: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    events: tuple[LifeEvent, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    texts: tuple[str, ...] = ()
    wishes: Preferences = Preferences()
    told_on: Mapping[str, date] = field(default_factory=dict)
    visits: tuple[DoctorVisit, ...] = ()
    belly_check: Mapping[str, bool] = field(default_factory=dict)
    goals: Mapping[str, str] = field(default_factory=dict)

    @property
    def goal_names(self) -> tuple[str, ...]:
        """The named activities, the hardest now first."""
        rated = self.questionnaires.get(GOALS, {})
        return tuple(self.goals[item] for item in sorted(self.goals, key=lambda one: (rated.get(one, 0.0), one)))

    @property
    def all_texts(self) -> tuple[str, ...]:
        """Everything that a person wrote in their own words, which the screening reads."""
        return (*self.texts, *(event.words for event in self.events))
