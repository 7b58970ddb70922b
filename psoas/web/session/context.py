"""What the pages around a guided session show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from psoas.program.program_models import Program
from psoas.progression.dose_decisions import DoseDecision
from psoas.services.current_program import NextSession
from psoas.session.session_log import SessionDone
from psoas.web.page_rendering import PageContext


@dataclass(frozen=True, kw_only=True)
class PlayerPage(PageContext):
    """A session to be led through; the player does the rest."""

    template: ClassVar[str] = "session/player.html"
    here: ClassVar[str] = "session"
    bare: ClassVar[bool] = True

    data: Markup
    """All that the player needs, as JSON that is safe within HTML."""


@dataclass(frozen=True, kw_only=True)
class AfterPage(PageContext):
    """What was done, what changes because of it, and what is next."""

    template: ClassVar[str] = "session/after.html"
    here: ClassVar[str] = "program"

    last: SessionDone
    """The session that was done."""
    hurt: bool
    """Whether something hurt."""
    nerve: bool
    """Whether something went down the leg, or numbness came."""
    changed: tuple[DoseDecision, ...]
    """What changes because of it."""
    open: int
    """How many changes wait for an answer."""
    next: NextSession
    """The session that comes next."""
    program: Program
    """The program."""
