"""What the pages of measures show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from psoas.core.message import Message
from psoas.services.measure_history import STANDING, MeasureView, length_axis, ramp_stops
from psoas.store.job_queue import Job
from psoas.web.page_rendering import FragmentContext, PageContext


@dataclass(frozen=True)
class BarScale:
    """The axis of the bars of measures: its ``ends`` in percent of the standing length, and the colours along it as
    ``stops`` (percent of the axis, hex text)."""

    ends: tuple[float, float]
    stops: tuple[tuple[float, str], ...]
    standing: float = STANDING

    def along(self, value: float) -> float:
        """Where a value lies on the axis, percent of its length."""
        return round(100 * (value - self.ends[0]) / (self.ends[1] - self.ends[0]), 2)


def bar_scale(shown: Sequence[MeasureView]) -> BarScale:
    """The axis on which the bars of some measures fit."""
    ends = length_axis(shown)
    return BarScale(ends, tuple(ramp_stops(ends)))


@dataclass(frozen=True)
class JobView:
    """An analysis that has no measure yet, with the ``name`` of its recording."""

    job: Job
    name: str

    @property
    def percent(self) -> int:
        """How far it is."""
        return round(100 * self.job.progress)


@dataclass(frozen=True, kw_only=True)
class MeasuresPage(PageContext):
    """All measures over time."""

    template: ClassVar[str] = "measure/list.html"
    here: ClassVar[str] = "measure"

    shown: tuple[MeasureView, ...]
    """The measures, newest first."""
    waiting: tuple[JobView, ...]
    """Analyses without a measure yet, newest first."""
    scale: BarScale
    """The axis of all bars."""
    with_report: frozenset[UUID]
    """Ids of the measures whose report is on this machine."""


@dataclass(frozen=True, kw_only=True)
class UploadPage(PageContext):
    """The form that takes a recording."""

    template: ClassVar[str] = "measure/upload.html"
    here: ClassVar[str] = "measure"

    values: Mapping[str, str]
    """What the fields hold: height, mass, sex, day, up."""
    faults: tuple[str, ...]
    """What was wrong with the form that was sent, a line each."""
    ups: tuple[str, ...]
    """The choices for the axis that points up."""
    accept: Mapping[str, str]
    """For each file of the form, the suffixes that it may have."""
    today: str
    """Today in ISO 8601: no recording is newer."""
    first: bool
    """Whether there is no measure yet."""


@dataclass(frozen=True, kw_only=True)
class JobPage(PageContext):
    """How far an analysis is, or what went wrong with it."""

    template: ClassVar[str] = "measure/job.html"
    here: ClassVar[str] = "measure"

    view: JobView
    """The analysis."""
    before: int
    """How many others come before it."""
    faults: tuple[Message, ...]
    """Why it failed."""
    can_name: bool
    """Whether there are suggestions what its markers are."""
    unknown: bool
    """Whether it failed over their names; the faults are then those besides."""


@dataclass(frozen=True, kw_only=True)
class JobProgressPart(FragmentContext):
    """The part of ``JobPage`` that is fetched every second."""

    template: ClassVar[str] = "measure/job_progress.html"

    view: JobView
    """The analysis."""
    before: int
    """How many others come before it."""


@dataclass(frozen=True, kw_only=True)
class ReportPage(PageContext):
    """One measure with its report."""

    template: ClassVar[str] = "measure/report.html"
    here: ClassVar[str] = "measure"

    one: MeasureView
    """The measure."""
    scale: BarScale
    """The axis of its bars."""
    has_report: bool
    """Whether its report is on this machine."""
    has_map: bool
    """Whether it was analysed with a marker map, to take away."""


@dataclass(frozen=True, kw_only=True)
class DeleteMeasurePage(PageContext):
    """Asks once more before a measure is deleted."""

    template: ClassVar[str] = "measure/delete.html"
    here: ClassVar[str] = "measure"

    key: UUID
    """Id of the measure or of its analysis."""
    name: str
    """Name of the recording."""
