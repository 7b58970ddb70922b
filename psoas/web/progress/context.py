"""What the pages of progress show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from psoas.knowledge.reflection import EnergyCentre
from psoas.progression.dose_decisions import DoseDecision
from psoas.progression.outcomes import Adherence, MeasureReminder
from psoas.services.current_program import NextSession
from psoas.services.progress_charts import ProgressPanel
from psoas.session.session_log import SessionDone
from psoas.web.page_rendering import PageContext


@dataclass(frozen=True, kw_only=True)
class ProgressPage(PageContext):
    """What was practised and what changed, harder and easier steps, and today's check-in."""

    template: ClassVar[str] = "progress/progress.html"
    here: ClassVar[str] = "progress"

    fault_line: str
    """What was wrong with the form that was sent, "" for nothing."""
    kept: Adherence
    """How much was practised."""
    weeks: tuple[tuple[date, int], ...]
    """The last weeks: first day, and on how many days one practised."""
    days: int
    """Planned days a week."""
    next: NextSession
    """The session that comes next."""
    ask: SessionDone | None
    """The session whose next day is asked about, None for none."""
    open: tuple[DoseDecision, ...]
    """Harder steps that wait for an answer."""
    more: int
    """How many more wait."""
    back: tuple[DoseDecision, ...]
    """The newest steps back."""
    reminder: MeasureReminder | None
    """When to measure again, None when all is done."""
    parts: Mapping[str, tuple[ProgressPanel, ...]]
    """Charts by part of the page."""
    height: int
    """Height of a chart, pixels."""
    signals: tuple[str, ...]
    """The signals of a check-in."""
    centres: Mapping[str, EnergyCentre]
    """The centres; nothing without the reflection."""
    given: Mapping[str, float]
    """Today's numbers, by signal."""


@dataclass(frozen=True, kw_only=True)
class ProgressEmptyPage(PageContext):
    """What will be here once there is a program."""

    template: ClassVar[str] = "progress/empty.html"
    here: ClassVar[str] = "progress"

    begun: bool
    """Whether the person has begun with the questions."""
