"""The amounts of running, read from the table ``data/aerobic.toml``: reductions, rises, the way back by rungs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.knowledge.practice_sources import all_sources
from psoas.knowledge.screening import screening_entries
from psoas.knowledge.toml_schema import TableRow
from psoas.program.aerobic_models import RunningMode
from psoas.program.aerobic_rules import aerobic_table, array_of, shipped_table, table_of
from psoas.program.program_models import PHASES


@dataclass(frozen=True)
class WalkRunRung:
    """One step of the way back: minutes run, minutes walked, and how often by turns."""

    run_min: float
    walk_min: float
    repeats: int

    @property
    def run_all(self) -> float:
        """Minutes run in all."""
        return self.run_min * self.repeats

    @property
    def minutes(self) -> float:
        """The whole of it."""
        return (self.run_min + self.walk_min) * self.repeats


@dataclass(frozen=True)
class RunningRules:
    """The table; each number is explained there. ``step_rate`` and ``strides`` hold one number for each phase."""

    km_min: float
    longest_rise: float
    memory_weeks: int
    week_rise: float
    light_every: int
    light: float
    sore_from: float
    sore_part: float
    part: float
    outer_part: float
    hold_weeks: int
    reduce_from: float
    break_run_min: float
    break_walk_min: float
    runs_keep: int
    runs_most: int
    pause_weeks: int
    walk_before: float
    examined: tuple[str, ...]
    walk_least: float
    counts: tuple[tuple[float, int], ...]
    shares: tuple[float, ...]
    step_rate: Mapping[str, tuple[float, ...]]
    strides: Mapping[str, tuple[float, ...]]
    source: str
    rungs: tuple[WalkRunRung, ...]

    def runs_for(self, km: float) -> int:
        """Runs a week for so many kilometres, where nobody said."""
        return next((runs for up_to, runs in self.counts if km <= up_to), self.counts[-1][1])

    def phase_number(self, table: Mapping[str, tuple[float, ...]], mode: RunningMode, phase: str) -> int:
        """The number of a mode and phase in ``step_rate`` or ``strides``; 0 where there is none."""
        return int(table[mode][PHASES.index(phase)]) if mode in table else 0


@cache
def running_rules() -> RunningRules:
    """The table as it is shipped."""
    return read_running_rules(shipped_table())


def read_running_rules(content: str) -> RunningRules:
    """The table from its text.

    Raises:
        InputError: Every fault, with its line.
    """
    file, faults = aerobic_table(content), list[Message]()
    row = table_of(file, "running", faults)
    made = RunningRules(
        row.number("km_min", 3, 12),
        row.number("longest_rise", 0, 1),
        row.count("memory_weeks", 1, 12),
        row.number("week_rise", 0, 1),
        row.count("light_every", 2, 12),
        row.number("light", 0.5, 1),
        row.number("sore_from", 0, 10),
        row.number("sore_part", 0, 1),
        row.number("part", 0, 1),
        row.number("outer_part", 0, 1),
        row.count("hold_weeks", 1, 12),
        row.number("reduce_from", 0, 10),
        row.number("break_run_min", 1, 60),
        row.number("break_walk_min", 1, 60),
        row.count("runs_keep", 1, 7),
        row.count("runs_most", 1, 3),
        row.count("pause_weeks", 1, 12),
        row.number("walk_before", 0, 120),
        row.choices("examined", tuple(screening_entries())),
        row.number("walk_least", 0, 300),
        tuple(zip(row.numbers("counts_km"), (int(one) for one in row.numbers("counts")), strict=False)),
        row.numbers("shares"),
        _by_phase(row, "step_rate"),
        _by_phase(row, "strides"),
        row.choice("source", all_sources()),
        _rungs(array_of(file, "rung", faults), row),
    )
    row.close()
    if faults:
        raise InputError(*faults)
    return made


def _by_phase(row: TableRow, key: str) -> dict[str, tuple[float, ...]]:
    found = row.row(key)
    made = {mode: found.numbers(mode) for mode in found.keys} if found else {}
    for mode, numbers in made.items():
        if mode not in tuple(RunningMode) or len(numbers) != len(PHASES):
            row.fault(message("running.fault.phases", mode=mode, expected=", ".join(PHASES)), key)
    return made


def _rungs(rows: Sequence[TableRow], table: TableRow) -> tuple[WalkRunRung, ...]:
    """The way back; each rung runs more than the one below."""
    made: list[WalkRunRung] = []
    for row in rows:
        made.append(
            WalkRunRung(row.number("run_min", 1, 60), row.number("walk_min", 0, 60), row.count("repeats", 1, 30))
        )
        row.close()
        if len(made) > 1 and made[-1].run_all <= made[-2].run_all:
            row.fault(message("running.fault.rungs"), "run_min")
    if not made:
        table.fault(message("running.fault.none"))
    return tuple(made)
