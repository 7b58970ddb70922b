"""What the page of a visit to a doctor shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from psoas.knowledge.screening import ScreeningEntry
from psoas.web.page_rendering import PageContext


@dataclass(frozen=True)
class VisitFields:
    """What the form holds: chosen ``pictures`` and ``limits``, the ``day``, the ``outcome``, whether something is new
    ("yes", "no" or "" for open)."""

    pictures: frozenset[str] = frozenset()
    day: str = ""
    outcome: str = ""
    limits: frozenset[str] = frozenset()
    new: str = ""


@dataclass(frozen=True, kw_only=True)
class VisitPage(PageContext):
    """Asks what a doctor looked at, when, and what they said about exercise."""

    template: ClassVar[str] = "visit/visit.html"
    here: ClassVar[str] = "story"

    offered: tuple[ScreeningEntry, ...]
    """The pictures that a doctor may let pass, the most urgent first."""
    stays: tuple[ScreeningEntry, ...]
    """Stops that no visit lifts: the answer itself has to change."""
    outcomes: tuple[str, ...]
    """What a doctor may have said."""
    limit_names: tuple[str, ...]
    """What a doctor may have ruled out."""
    given: VisitFields
    """What the form holds."""
    faults: Mapping[str, str]
    """What was wrong with the form that was sent, by field."""
    today: str
    """Today in ISO 8601: no visit is later."""
