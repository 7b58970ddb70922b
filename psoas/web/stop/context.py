"""What the stop page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from psoas.knowledge.questionnaires import QuestionnaireScore
from psoas.knowledge.screening import HelpLine, ScreeningEntry
from psoas.web.page_rendering import PageContext


@dataclass(frozen=True)
class AnswerLink:
    """A page where an answer can be changed: its ``address``, its ``title``, and the ``part`` of the questions that it
    belongs to."""

    address: str
    title: str
    part: str


@dataclass(frozen=True, kw_only=True)
class StopPage(PageContext):
    """Whom to call, and the way back for somebody who answered by mistake."""

    template: ClassVar[str] = "stop/stop.html"
    here: ClassVar[str] = "story"

    stops: tuple[ScreeningEntry, ...]
    """The reasons, the most urgent first."""
    who: str
    """Whom to see, and how soon."""
    closing: str
    """The last sentence of the screening."""
    lines: tuple[HelpLine, ...]
    """Numbers to call."""
    crisis: tuple[QuestionnaireScore, ...]
    """Scores that ask for somebody to talk to."""
    back: tuple[AnswerLink, ...]
    """The pages whose answers led here."""
