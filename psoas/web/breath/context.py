"""What the pages of breathing show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from psoas.core.sources import Source
from psoas.knowledge.breath_techniques import BreathTechnique
from psoas.services.breath_upload import BreathStatement
from psoas.web.page_rendering import PageContext


@dataclass(frozen=True, kw_only=True)
class BreathPage(PageContext):
    """One technique with its pacer, in the list of all."""

    template: ClassVar[str] = "breath/breath.html"
    here: ClassVar[str] = "breath"

    techniques: tuple[tuple[BreathTechnique, str], ...]
    """Every technique with one breath of it as the points of a line."""
    one: BreathTechnique
    """The technique that is shown."""
    minutes: tuple[int, ...]
    """The lengths to choose from."""
    evidence: str
    """What the technique's level of evidence means."""
    source: Source
    """The literature that it comes from."""
    said: tuple[BreathStatement, ...]
    """What a recorded signal shows; nothing before one was sent."""
    faults: tuple[str, ...]
    """What was wrong with the signal that was sent, a line each."""
    values: Mapping[str, str]
    """What the fields of the signal's form hold."""
    accept: str
    """The suffixes that a signal's file may have."""
