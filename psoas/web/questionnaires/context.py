"""What the pages of questionnaires show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from psoas.knowledge.questionnaires import Questionnaire, QuestionnaireScore
from psoas.web.page_rendering import PageContext

Rows = tuple[tuple[Questionnaire, str], ...]
"""Questionnaires, each with its kept score in words, "" where there is none."""


@dataclass(frozen=True, kw_only=True)
class QuestionnairesPage(PageContext):
    """All questionnaires."""

    template: ClassVar[str] = "questionnaires/list.html"
    here: ClassVar[str] = "story"

    fit: Rows
    """Those that fit the answers."""
    rest: Rows
    """The others."""
    left: Questionnaire | None
    """The first that fits and is not answered, None when all are."""


@dataclass(frozen=True, kw_only=True)
class QuestionnairePage(PageContext):
    """One questionnaire as a form."""

    template: ClassVar[str] = "questionnaires/questionnaire.html"
    here: ClassVar[str] = "story"

    one: Questionnaire
    """The questionnaire."""
    given: Mapping[str, str]
    """What the fields hold."""
    fault_line: str
    """What was wrong with the form that was sent, "" for nothing."""
    named: bool
    """Whether the person names the items."""
    ticks: bool
    """Whether the items are boxes to tick."""
    values: Mapping[str, tuple[float, ...]]
    """The values to choose from, by item."""


@dataclass(frozen=True, kw_only=True)
class ScorePage(PageContext):
    """What the answers to a questionnaire say."""

    template: ClassVar[str] = "questionnaires/score.html"
    here: ClassVar[str] = "story"

    one: Questionnaire
    """The questionnaire."""
    found: QuestionnaireScore
    """Its score."""
    left: Questionnaire | None
    """The next one, None when all that fit are answered."""
