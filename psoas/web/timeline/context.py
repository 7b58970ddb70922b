"""What the timeline and the reflection show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from psoas.knowledge.reflection import EnergyCentre
from psoas.web.page_rendering import PageContext


@dataclass(frozen=True)
class TimelineRow:
    """One line of the timeline: an event of some ``kind`` with the ``id`` by which it can be removed, or the numbers of
    a day (kind "day", no id); ``centre`` is the one that an event belongs to, "" for none."""

    day: date
    kind: str
    words: str
    centre: str = ""
    id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class TimelinePage(PageContext):
    """What happened and how it was, with the forms of a day and of an event."""

    template: ClassVar[str] = "timeline/timeline.html"
    here: ClassVar[str] = "story"

    rows: tuple[TimelineRow, ...]
    """Events and days, newest first."""
    kinds: Sequence[str]
    """The kinds of events."""
    signals: tuple[str, ...]
    """The signals of a check-in."""
    centres: Mapping[str, EnergyCentre]
    """The centres; nothing without the reflection."""
    today: str
    """Today in ISO 8601: no entry is newer."""
    given: Mapping[str, str]
    """What the form that was sent held."""
    fault_line: str
    """What was wrong with it, "" for nothing."""
    at: str
    """Which form was sent: "day", "event", or "" for none."""
    longest: int
    """The most letters of an event."""


@dataclass(frozen=True, kw_only=True)
class ReflectionPage(PageContext):
    """What the reflection is, and its prompts for those who asked for them."""

    template: ClassVar[str] = "timeline/reflection.html"
    here: ClassVar[str] = "story"

    on: bool
    """Whether the person asked for it."""
    welcome: str
    """What it is."""
    centres: Mapping[str, EnergyCentre]
    """The centres; nothing before it is on."""
