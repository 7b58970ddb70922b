"""What a runner does now, and how it feels: from the intake and the questionnaire on training."""

from __future__ import annotations

import math
from dataclasses import dataclass

from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.intake_questions import read_number
from psoas.program.running_rules import running_rules

GRID_KM, FINE_KM, FINE_BELOW_KM, SHORT_RUN_KM = 0.5, 0.1, 20.0, 6.0
"""Distances are given in halves of a kilometre; in tenths for people who run fewer than so many a week, and for runs so
short that a tenth more is less than half a kilometre."""


@dataclass(frozen=True)
class RunnerHabits:
    """What a runner does now, and how it feels.

    Args:
        km: Kilometres of a usual week, 0 where nobody said.
        runs: Runs a week.
        longest: Longest run of the month before the last jump, km.
        jumped: Whether training was raised clearly of late.
        pain: Pain in training, 0 to 10.
        morning: Pain the next morning.
    """

    km: float
    runs: int
    longest: float
    jumped: bool
    pain: float
    morning: float

    @property
    def usual_run(self) -> float:
        """Kilometres of a usual run."""
        return self.km / self.runs

    def down(self, km: float) -> float:
        """A distance rounded down to the steps that suit this runner."""
        grid = GRID_KM if self.km >= FINE_BELOW_KM and abs(km) >= SHORT_RUN_KM else FINE_KM
        return round(math.floor(km / grid + 1e-6) * grid, 1)


def runner_habits(story: IntakeAnswers) -> RunnerHabits:
    """What a runner does now, from the intake and the questionnaire on training; what nobody said is estimated."""
    rules, told = running_rules(), story.questionnaires.get("training", {})
    km = read_number(story.answers, "runs_km_week") or told.get("week_km", 0.0)
    runs = min(7, max(1, int(told.get("training_days", 0)) or rules.runs_for(km)))
    estimated = round(km * rules.shares[min(runs, len(rules.shares)) - 1], 1)
    month, week = told.get("longest_run_month_km", 0.0), told.get("longest_run_week_km", 0.0)
    jumped = bool(story.answers.get("load_jump")) or (month > 0 and week > (1 + rules.longest_rise) * month)
    return RunnerHabits(
        km, runs, month or estimated, jumped, told.get("pain_in_training", 0.0), told.get("pain_next_morning", 0.0)
    )
