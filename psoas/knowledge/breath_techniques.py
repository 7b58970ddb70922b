"""Breath techniques as patterns in seconds, and a session of one: phases that add up to its minutes exactly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import accumulate

from psoas.core.coded_words import CodedWords
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.knowledge.contraindications import Contraindications, find_bars, parse_contraindications
from psoas.knowledge.intake_questions import Answers
from psoas.knowledge.practice_sources import parse_source
from psoas.knowledge.row_words import RowText, RowTexts, WordedRow
from psoas.knowledge.screening import screen_answers
from psoas.knowledge.toml_schema import TableRow, TomlTable, read_rows


class PhaseKind(StrEnum):
    """A part of a breath."""

    IN = "in"
    TOP_UP = "top_up"
    HOLD_FULL = "hold_full"
    OUT = "out"
    HUM = "hum"
    HOLD_EMPTY = "hold_empty"
    REST = "rest"
    FREE = "free"


PHASES = CodedWords("knowledge.breath_phase", [str(one) for one in PhaseKind])
"""What a phase asks for."""
HELD = (PhaseKind.HOLD_FULL, PhaseKind.HOLD_EMPTY)
TICKS = 10
"""Durations are whole tenths of a second, so that they add up without rounding."""


@dataclass(frozen=True)
class BreathStep:
    """One phase of a cycle: what to do, and for how many seconds at the target pace."""

    phase: PhaseKind
    seconds: float


@dataclass(frozen=True)
class BreathPhase:
    """One phase of a session: what to do, when it starts and how long it lasts, seconds."""

    phase: PhaseKind
    start_s: float
    seconds: float


@dataclass(frozen=True)
class BreathTechnique(WordedRow):
    """One technique: a ``cycle`` of phases, and a ramp from ``ramp_from`` (part of each duration) to the full one over
    ``ramp_min`` minutes."""

    id: str
    cycle: tuple[BreathStep, ...]
    ramp_from: float
    ramp_min: float
    minutes: float
    most_minutes: float
    cautions: tuple[Contraindications, ...]
    source: str
    evidence: str

    title = RowText("")
    purpose = RowText()
    posture = RowText()
    how = RowTexts()
    supports = RowText()
    does_not = RowText()

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"breath_technique.{self.id}"

    @property
    def per_minute(self) -> float:
        """Breaths a minute at the target pace."""
        return 60 / sum(step.seconds for step in self.cycle)

    @property
    def held(self) -> bool:
        """Whether the breath is held anywhere."""
        return any(step.phase in HELD for step in self.cycle)

    def bars(self, answers: Answers) -> tuple[str, ...]:
        """What in the answers speaks against the technique; empty where nothing known does."""
        return find_bars(self.cautions, answers)

    def unasked(self, answers: Answers) -> tuple[str, ...]:
        """Questions that decide on a contraindication and have no answer yet."""
        return tuple(dict.fromkeys(one for part in self.cautions for one in part.unasked(answers)))


def breath_pattern(technique: BreathTechnique | str, minutes: float) -> tuple[BreathPhase, ...]:
    """The phases of a session of ``minutes``: whole cycles along the ramp, the rest free; durations add up exactly to
    the minutes, rounded to a tenth of a second.

    Raises ``InputError`` for an unknown technique, and for fewer minutes than one cycle or more than it allows.
    """
    asked = technique if isinstance(technique, BreathTechnique) else find_technique(technique)
    whole = round(minutes * 60 * TICKS) if minutes == minutes and abs(minutes) < 1e6 else 0
    if not sum(_cycle(asked, 0.0)) <= whole <= asked.most_minutes * 60 * TICKS:
        least = sum(_cycle(asked, 0.0)) / TICKS / 60
        raise InputError(
            message("practice.minutes", name=asked.id, minutes=f"{minutes:g}", low=f"{least:.2g}",
                    high=f"{asked.most_minutes:g}")
        )  # fmt: skip
    ticks: list[tuple[PhaseKind, int]] = []
    at = 0
    while at + sum(cycle := _cycle(asked, at / TICKS / 60)) <= whole:
        ticks += [(step.phase, length) for step, length in zip(asked.cycle, cycle, strict=True)]
        at += sum(cycle)
    return _timed([*ticks, (PhaseKind.FREE, whole - at)] if whole > at else ticks)


def offer_techniques(answers: Answers) -> tuple[BreathTechnique, ...]:
    """The techniques within reach: no red flag takes them out, nothing known speaks against them, and where the breath
    is held nothing that decides on it is left unasked.

    Raises ``InputError`` with every answer that is unknown, out of range or of the wrong type.
    """
    found = screen_answers(answers)
    if not found.program_allowed:
        return ()
    free = [one for one in list_breath_techniques().values() if not one.bars(answers)]
    held_out = "breath_holds" in found.narrows
    return tuple(one for one in free if not (one.held and (held_out or one.unasked(answers))))


@cache
def list_breath_techniques() -> dict[str, BreathTechnique]:
    """All techniques by id."""
    return read_techniques()


def read_techniques(given: TomlTable | None = None) -> dict[str, BreathTechnique]:
    """Checked techniques, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("breath.toml", _technique, given=given, words="breath_technique")


def find_technique(name: str) -> BreathTechnique:
    """One technique; ``InputError`` lists the known names."""
    if name not in list_breath_techniques():
        raise InputError(message("practice.no_technique", name=name, known=", ".join(list_breath_techniques())))
    return list_breath_techniques()[name]


def _cycle(technique: BreathTechnique, at_min: float) -> list[int]:
    """Ticks of each phase of the cycle that starts at ``at_min``."""
    along = min(at_min / technique.ramp_min, 1.0) if technique.ramp_min else 1.0
    part = technique.ramp_from + (1 - technique.ramp_from) * along
    return [max(1, round(step.seconds * part * TICKS)) for step in technique.cycle]


def _timed(ticks: list[tuple[PhaseKind, int]]) -> tuple[BreathPhase, ...]:
    starts = accumulate((length for _, length in ticks), initial=0)
    return tuple(BreathPhase(one, at / TICKS, length / TICKS) for (one, length), at in zip(ticks, starts, strict=False))


def _technique(key: str, row: TableRow) -> BreathTechnique:
    cycle = tuple(_step(one) for one in row.rows("cycle"))
    sets = parse_contraindications(row)
    if not any(step.phase is PhaseKind.IN for step in cycle):
        row.fault(message("table.no_breath_in"), "cycle")
    if any(step.phase in HELD for step in cycle) and "breath_holds" not in {one.id for one in sets}:
        row.fault(message("table.no_cautions_for_holds"), "cautions")
    source, evidence = parse_source(row)
    return BreathTechnique(
        key,
        cycle,
        row.number("ramp_from", 0.3, 1, 1),
        row.number("ramp_min", 0, 20, 0),
        row.number("minutes", 0.5, 60),
        row.number("most_minutes", 0.5, 60),
        sets,
        source,
        evidence,
    )


def _step(row: TableRow) -> BreathStep:
    made = BreathStep(row.member("phase", PhaseKind), row.number("seconds", 0.5, 30))
    row.close()
    return made
