"""What the pages show that say that something went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from psoas.web.page_rendering import PageContext


@dataclass(frozen=True, kw_only=True)
class MessagePage(PageContext):
    """A page that is not there, or that failed: what happened, and the way to the first page."""

    template: ClassVar[str] = "shared/message.html"

    explanation: str
    """What happened, and what to do."""


@dataclass(frozen=True, kw_only=True)
class RefusalPage(MessagePage):
    """The same for those whom the security middleware turns away: without the navigation bar."""

    bare: ClassVar[bool] = True
