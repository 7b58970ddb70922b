"""What the pages of the program show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from psoas.core.message import Message
from psoas.intake.answers import Preferences
from psoas.knowledge.education_cards import EducationCard
from psoas.program.aerobic_text import AerobicView
from psoas.program.effect_bars import EffectBar
from psoas.program.program_models import Item, Phase, Program, Session
from psoas.services.current_program import CurrentProgram, NextSession
from psoas.services.item_instructions import ItemInstructions, LeftOutGroup
from psoas.session.session_log import SessionDone
from psoas.web.page_rendering import PageContext


@dataclass(frozen=True)
class ItemRow:
    """One thing of a session.

    ``group`` are its items (both sides) and ``dose`` their dose in words; ``others`` may stand in its place (name,
    label); ``decided`` is what was decided after practice ("" for nothing). ``how`` it is done; what
    comes ``above`` it on its ladder; ``bars`` show what it
    does and ``draws_in`` that it does so in place (both for exercises alone).
    """

    group: tuple[Item, ...]
    dose: str
    others: tuple[tuple[str, Message], ...]
    decided: str
    how: ItemInstructions
    above: Message | None
    bars: tuple[EffectBar, ...] = ()
    draws_in: bool = False

    @property
    def item(self) -> Item:
        """The leading side's item."""
        return self.group[0]

    @property
    def minutes(self) -> float:
        """How long it takes, both sides."""
        return sum(one.minutes for one in self.group)


@dataclass(frozen=True)
class SessionView:
    """A session of the week: on which ``days`` it is held (from 1), its ``rows``, and a sentence about time that
    practice freed (``free``, "" for none)."""

    session: Session
    days: tuple[int, ...]
    free: str
    rows: tuple[ItemRow, ...]


@dataclass(frozen=True)
class WishView:
    """A wish about an item: its ``kind`` (pin, ban, swap), the item's ``name`` and ``label``, and the label of the
    ``other`` in its place."""

    kind: str
    name: str
    label: Message
    other: Message | str = ""


@dataclass(frozen=True)
class ChangeLine:
    """What the last wish changed, in ``words``, and the ``item`` beside which that stands; both may be ""."""

    words: str = ""
    item: str = ""


@dataclass(frozen=True, kw_only=True)
class ProgramPage(PageContext):
    """The program with its weeks and items, and the forms that change it."""

    template: ClassVar[str] = "program/program.html"
    here: ClassVar[str] = "program"

    faults: tuple[str, ...]
    """What was wrong with the form that was sent, a line each."""
    said: ChangeLine
    """What the last wish changed."""
    now: CurrentProgram
    """The kept program."""
    program: Program
    """The program with its decided doses."""
    phase: Phase
    """The phase that is shown."""
    on: Phase
    """The phase that is on."""
    week: int
    """The week that is on, from 1."""
    over: bool
    """Whether the program has ended."""
    next: NextSession
    """The session that comes next."""
    ask: SessionDone | None
    """The session whose next day is asked about, None for none."""
    days: tuple[SessionView, ...]
    """The sessions of a week."""
    breaks: tuple[ItemRow, ...]
    """Things for breaks."""
    see: tuple[Message, ...]
    """Whom to see, and when."""
    aerobic: AerobicView | None
    """Walking and running; None in a program of version 0.1.0."""
    walk: str
    """Today's walk or run, "" for none."""
    phase_minutes: str
    """Minutes of walking in the phase that is shown, "" for none."""
    standing: str
    """Load on the lumbar spine in standing, newtons."""
    out: tuple[LeftOutGroup, ...]
    """What was left out, by its reason."""
    at_hand: tuple[str, ...]
    """Equipment to choose from."""
    wishes: Preferences
    """The person's wishes."""
    wished: tuple[WishView, ...]
    """Wishes about items."""
    places: Sequence[str]
    """Places to choose from."""
    limits: Mapping[str, tuple[float, float]]
    """Least and most minutes, days and weeks."""
    goals: tuple[str, ...]
    """What the person wants to get back to, in their own words, the hardest first."""
    cards: tuple[EducationCard, ...]
    """Cards that make sense of things."""
    red_flags: str
    """When to see a doctor."""
    version: str
    """Version of Psoas, for the addresses of pictures."""


@dataclass(frozen=True, kw_only=True)
class FlareUpPage(PageContext):
    """The person's own plan for a flare-up, on one page to print."""

    template: ClassVar[str] = "program/flare_up.html"
    here: ClassVar[str] = "program"

    card: EducationCard
    """The card on flare-ups."""
    usual_pain: str
    """Pain that the person is used to, of 10; "" where it is not known."""
    easy: tuple[Message, ...]
    """Names of gentle things of the person's own program."""
    goals: tuple[str, ...]
    """What the person wants to get back to."""


@dataclass(frozen=True, kw_only=True)
class ProgramEmptyPage(PageContext):
    """What will be here once the questions are answered."""

    template: ClassVar[str] = "program/empty.html"
    here: ClassVar[str] = "program"

    begun: bool
    """Whether the person has begun with the questions."""
