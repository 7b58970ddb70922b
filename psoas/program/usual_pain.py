"""A person's usual pain: what they told, and what their check-ins say since. It rises by itself and never falls so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from psoas.core.message import Message, message
from psoas.intake.answers import CheckIn, IntakeAnswers
from psoas.program.pain_rules import PAIN_MARGIN, PainLevel, PainLimits

QUESTIONS = ("pain_usual", "pain_now")
"""Answers that tell usual pain, the better one first."""
RECENT_DAYS = 7
LEAST_DAYS = 3
"""Usual pain from check-ins is the middle of those of a week with so many days or more (assumed)."""


@dataclass(frozen=True)
class UsualPain:
    """Usual pain from 0 to 10: as ``told``, and as ``recent`` check-ins have it; None where nobody said."""

    told: float | None
    recent: float | None

    @property
    def value(self) -> float:
        """What counts: the higher of the two; 0 where nobody said, for that gives the lowest limits."""
        return max((one for one in (self.told, self.recent) if one is not None), default=0.0)

    @property
    def is_rising(self) -> bool:
        """Whether check-ins are above what was told."""
        return self.told is not None and self.recent is not None and self.recent > self.told

    @property
    def is_falling(self) -> bool:
        """Whether check-ins are so far below what was told that the person should be asked."""
        return self.told is not None and self.recent is not None and self.recent <= self.told - PAIN_MARGIN

    @property
    def limits(self) -> PainLimits:
        """The limits that follow."""
        return PainLimits(self.value, rising=self.is_rising)

    @property
    def rule(self) -> tuple[Message, ...]:
        """The rule of pain in this person's own numbers."""
        values = self.limits.values
        unsaid = self.told is None and self.recent is None
        made = [message(f"plan.rule.pain.{'unsaid' if unsaid else self.limits.level}", **values)]
        if self.is_rising:
            made.append(message("plan.rule.pain_rising", **values, told=self.told or 0.0))
        if self.is_falling:
            made.append(message("plan.rule.pain_falling", **values, recent=self.recent or 0.0))
        return tuple(made)

    @property
    def needs_professional(self) -> bool:
        """Whether it is so high that a professional should see it."""
        return self.limits.level is PainLevel.GENTLE


def find_usual_pain(story: IntakeAnswers) -> UsualPain:
    """The usual pain of a person."""
    question = next((one for one in QUESTIONS if one in story.answers), "")
    told = story.answers.get(question)
    since = story.told_on.get(question)
    later = [one for one in story.check_ins if since is None or one.day >= since]
    return UsualPain(None if told is None else float(str(told)), _recent(later))


def _recent(check_ins: Iterable[CheckIn]) -> float | None:
    """The middle of the pain of the last week that has any, None with too few days."""
    told = {one.day: one.values["pain"] for one in check_ins if "pain" in one.values}
    if not told:
        return None
    first = max(told) - timedelta(days=RECENT_DAYS - 1)
    week = [score for day, score in told.items() if day >= first]
    return float(int(median(week) + 0.5)) if len(week) >= LEAST_DAYS else None
