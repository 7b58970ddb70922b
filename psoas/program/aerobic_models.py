"""Walking, running and other ways to be out of breath, by weeks and days: what stands beside a program's sessions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from psoas.core.message import Message


class AerobicKind(StrEnum):
    """What is done on a day."""

    WALK = "walk"
    PACED = "paced"
    """A walk at a pace that is set from outside: steps counted with the breath."""
    BOUTS = "bouts"
    """A walk in parts, with a sit-down or a stand between them."""
    LAPS = "laps"
    """Short walks near something to hold, with the walking aid."""
    WHEEL = "wheel"
    """Propelling the wheelchair, or arm work."""
    EASY = "easy"
    """Whatever hurts least: a bicycle, water, or a short walk."""
    RUN = "run"
    WALK_RUN = "walk_run"
    """Walking and running by turns."""
    REST = "rest"
    """Nothing beyond what the day needs."""


RUNS = (AerobicKind.RUN, AerobicKind.WALK_RUN)
"""Kinds in which the feet leave the ground."""


class RunningMode(StrEnum):
    """What happens to a runner's running."""

    KEEP = "keep"
    """It stays, with limits and a drill."""
    REDUCE = "reduce"
    """Less, on alternate days, and back up by a tenth a week."""
    RETURN = "return"
    """A pause, then walking and running by turns."""
    PAUSED = "paused"
    """No running in this program: something bars it."""


@dataclass(frozen=True)
class AerobicDay:
    """One day's walk, run or other bout.

    Args:
        weekday: 1 Monday to 7 Sunday.
        kind: What is done.
        minutes: In all, walking breaks of a run included.
        bouts: In how many parts.
        km: Of a run, 0 where it goes by minutes.
        run_min: Minutes run in a row, 0 without walking breaks.
        walk_min: Minutes walked after each of them.
        strides: Short relaxed accelerations at the end of a run.
    """

    weekday: int
    kind: AerobicKind
    minutes: float
    bouts: int = 1
    km: float = 0.0
    run_min: float = 0.0
    walk_min: float = 0.0
    strides: int = 0


@dataclass(frozen=True)
class AerobicWeek:
    """One week.

    Args:
        number: From 1.
        phase: The phase that it belongs to.
        minutes: The sum of its days.
        days: In the order of the week.
        cue: What to think of while moving this week.
        cadence: Steps a minute of a brisk walk, 0 for the person's own pace.
        longest_km: No single run of this week is longer, km; 0 without runs that go by distance.
        step_rate_percent: How many more steps a minute than usual a run takes, percent.
        run_cue: What to think of in a run, None without runs.
    """

    number: int
    phase: str
    minutes: float
    days: tuple[AerobicDay, ...]
    cue: Message
    cadence: int = 0
    longest_km: float = 0.0
    step_rate_percent: int = 0
    run_cue: Message | None = None

    @property
    def run_days(self) -> tuple[AerobicDay, ...]:
        """The days with a run."""
        return tuple(one for one in self.days if one.kind in RUNS)

    @property
    def run_km(self) -> float:
        """Kilometres run by distance."""
        return sum(one.km for one in self.days)


@dataclass(frozen=True)
class AerobicClaim:
    """What is known, in words to the person, with its evidence and source."""

    words: Message
    evidence: str
    source: str


@dataclass(frozen=True)
class RunningPlan:
    """What happens to a runner's running.

    Args:
        mode: Kept, reduced, paused and brought back, or paused for the whole program.
        usual_km: Kilometres of a usual week before the program, 0 where not known.
        longest_km: The longest run of the month before, as answered or estimated; 0 where not known.
        rules: What holds for every run, the most important first.
        asks: What a clinician should be asked about first.
    """

    mode: RunningMode
    usual_km: float
    longest_km: float
    rules: tuple[Message, ...]
    asks: tuple[Message, ...] = ()


@dataclass(frozen=True)
class AerobicPlan:
    """The whole of it.

    Args:
        way: The name of the way in ``aerobic.toml``.
        kind: What most days hold.
        now_min: Minutes a week before the program, running included; 0 where nobody said.
        goal_min: Minutes a week that it leads to.
        rules: How to do it, the most important first.
        claims: What is known about it, and how well.
        weeks: Week by week.
        running: For runners.
    """

    way: str
    kind: AerobicKind
    now_min: float
    goal_min: float
    rules: tuple[Message, ...]
    claims: tuple[AerobicClaim, ...]
    weeks: tuple[AerobicWeek, ...]
    running: RunningPlan | None = None

    def week(self, number: int) -> AerobicWeek | None:
        """A week by its number; None where there is none."""
        return next((one for one in self.weeks if one.number == number), None)

    def minutes_of(self, weeks: tuple[int, int]) -> tuple[float, float]:
        """The least and the most minutes of the weeks from the first to the last of ``weeks``."""
        found = [one.minutes for one in self.weeks if weeks[0] <= one.number <= weeks[1]]
        return (min(found), max(found)) if found else (0.0, 0.0)
