"""Constants of a guided session that the player in the browser needs too: kinds, limits, time steps.

``scripts/typescript_rules.py`` generates their TypeScript side. Limits and places of pain are in
``psoas.program.pain_rules``.
"""

from __future__ import annotations

import math
from enum import StrEnum

SCRIPT_SCHEMA = "psoas.script/1"

TICKS_PER_S = 10
"""Durations are whole ticks, so that they add up without rounding."""
SIDES = ("", "right", "left")
"""Sides of a step or an entry; "" where there is none."""


class StepKind(StrEnum):
    """What a step asks for."""

    NEXT = "next"
    """See what comes next and get into place."""
    READY = "ready"
    """Get ready."""
    MOVE = "move"
    HOLD = "hold"
    REST = "rest"
    SWITCH = "switch"
    """Change sides."""
    BREATHE = "breathe"
    """Follow the breath."""
    PRESS = "press"
    """Press a spot."""
    TEST = "test"
    """Do a self-test."""
    ENTER = "enter"
    """Enter a test's result."""
    SETTLE = "settle"
    """Take your time."""


WORK_STEPS = (StepKind.MOVE, StepKind.HOLD, StepKind.BREATHE, StepKind.PRESS, StepKind.ENTER)
"""Steps whose block is logged as done or skipped."""


class LogKind(StrEnum):
    """What an entry of the log tells of."""

    STARTED = "started"
    STEP_DONE = "step_done"
    SKIPPED = "skipped"
    PAUSED = "paused"
    HURT = "hurt"
    EFFORT = "effort"
    PAIN_AFTER = "pain_after"
    FINISHED = "finished"
    NEXT_DAY_PAIN = "next_day_pain"
    """Comes from the page on the day after; all others come from the player."""


SCORED_KINDS = (LogKind.HURT, LogKind.EFFORT, LogKind.PAIN_AFTER, LogKind.NEXT_DAY_PAIN)
"""Entries with a ``score`` of pain or effort; a hurt may be without one."""
PLACED_KINDS = (LogKind.STEP_DONE, LogKind.SKIPPED, LogKind.HURT)
"""Entries that name an item and its side."""
UNSCORED_PAIN = math.inf
"""Pain without a score counts as more than any limit: the safe side."""

MAX_ENTRIES_AT_ONCE = 2000
"""The server takes at most so many entries in one request; a session of an hour makes about two hundred."""
ENTRIES_PER_BATCH = 500
"""The page sends its queue in batches of at most this many."""
MAX_ENTRY_LETTERS = 20_000
"""Most letters of one entry's details."""
