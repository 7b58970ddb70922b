"""What the pages of self-tests show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from psoas.intake.question_flow import SelfTestAid
from psoas.knowledge.self_tests import SelfTest
from psoas.web.page_rendering import PageContext


@dataclass(frozen=True, kw_only=True)
class SelfTestsPage(PageContext):
    """All self-tests: to do, done, and left out."""

    template: ClassVar[str] = "self_tests/list.html"
    here: ClassVar[str] = "story"

    fit: tuple[tuple[SelfTest, str], ...]
    """Tests for this person, each with its newest result in words, "" where there is none."""
    out: tuple[tuple[SelfTest, tuple[str, ...]], ...]
    """Tests that are not for this person, each with the reasons."""
    left: SelfTest | None
    """The next test to do, None when all are done."""


@dataclass(frozen=True, kw_only=True)
class SelfTestPage(PageContext):
    """One self-test with the form of its result."""

    template: ClassVar[str] = "self_tests/self_test.html"
    here: ClassVar[str] = "story"

    test: SelfTest
    """The test."""
    aid: SelfTestAid
    """What helps to take it."""
    barred: tuple[str, ...]
    """Why it is not for this person; nothing where it is."""
    asks: tuple[str, ...]
    """Cautions that ask for a doctor's word first."""
    cautions: tuple[str, ...]
    """All cautions."""
    sides: tuple[str, ...]
    """The sides that it is taken on; one for a test without sides."""
    few: tuple[float, ...]
    """The values to choose from as buttons; nothing where a number is typed."""
    ways: tuple[str, ...]
    """How the result can be had."""
    places: Sequence[str]
    """Places where it may be felt; nothing where that is not asked."""
    given: Mapping[str, str]
    """What the fields hold."""
    fault_line: str
    """What was wrong with the form that was sent, "" for nothing."""
    past: tuple[tuple[str, str], ...]
    """Earlier results: day and words, newest first."""
    said: tuple[str, ...]
    """What the newest result says beside the first."""
