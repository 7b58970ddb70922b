"""What the page of the belly check shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from psoas.core.message import Message
from psoas.knowledge.belly_check import BellyQuestion
from psoas.web.page_rendering import PageContext


@dataclass(frozen=True, kw_only=True)
class BellyCheckPage(PageContext):
    """A short list of yes or no, and what comes of it."""

    template: ClassVar[str] = "belly_check/belly_check.html"
    here: ClassVar[str] = "story"

    asked: tuple[BellyQuestion, ...]
    """The questions that the answers do not decide."""
    agrees: bool
    """Whether a doctor's word is asked for as well."""
    given: Mapping[str, bool]
    """What was said, by question."""
    reasons: tuple[Message, ...]
    """Why the belly is left alone; nothing before the check."""
    opens: bool
    """Whether the belly release is within reach."""
    fault_line: str
    """What was wrong with the form that was sent, "" for nothing."""
