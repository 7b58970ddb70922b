"""What a doctor said who looked at a picture of the screening, and when that still holds.

A visit answers one picture. It holds only while nothing is new: no sign that was not there when it was written down, no
onset after its day, and, for an emergency, nothing that grows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from psoas.knowledge.intake_questions import AnswerCondition, Answers, DraftAnswer

ConditionGroups = tuple[tuple[AnswerCondition, ...], ...]
"""What makes a picture: of each group one condition has to hold."""


class VisitOutcome(StrEnum):
    """What the doctor said about exercise."""

    CLEARED = "cleared"
    LIMITS = "limits"
    NOT_CLEARED = "not_cleared"


GROWS = ("base_worse", "leg_weak_worse", "pain_worse_weekly")
"""Answers that say that something grows: an emergency with one of them is new, whatever was said before."""
_WEEKS = "_weeks"
_DAYS_A_WEEK = 7


@dataclass(frozen=True)
class DoctorVisit:
    """A doctor looked at the ``picture`` on ``day``; ``recorded`` is the day on which the person wrote that down.

    ``nothing_new`` is the person's word that nothing came or grew since. ``limits`` name what stays out of a program
    (all of it where the doctor named limits and none is written down). ``signs`` are those that made the picture when
    it was recorded; without them only the days and the person's word count.
    """

    picture: str
    day: date
    outcome: VisitOutcome
    nothing_new: bool
    recorded: date
    limits: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()

    def reopened_by(self, groups: ConditionGroups, before: Answers, after: Answers, today: date) -> bool:
        """Whether answers given ``today`` name something of the picture that began after the visit: a sign that was
        not there before, or an onset later than the day of the visit."""
        if set(list_signs(groups, after)) - set(list_signs(groups, before)):
            return True
        changed = [name for name in _dated(groups) if name in after and after[name] != before.get(name)]
        return any(_began_after(self.day, today, after[name]) for name in changed)

    def still_holds(self, groups: ConditionGroups, answers: Answers, *, emergency: bool) -> bool:
        """Whether these answers show nothing of the picture that the doctor did not see.

        Args:
            groups: The conditions of the picture.
            answers: The answers of today.
            emergency: Whether the picture cannot wait; then nothing may grow either.
        """
        if self.outcome is VisitOutcome.NOT_CLEARED or not self.nothing_new or self.day > self.recorded:
            return False
        if emergency and any(answers.get(name) for name in GROWS):
            return False
        if any(_began_after(self.day, self.recorded, answers.get(name)) for name in _dated(groups)):
            return False
        return not self.signs or set(list_signs(groups, answers)) <= set(self.signs)


def list_signs(groups: ConditionGroups, answers: Answers) -> tuple[str, ...]:
    """The signs of a picture that the answers hold: "limp", "pain_where=groin", "sciatica_side=both"; once each."""
    return tuple(dict.fromkeys(_signs(groups, answers)))


def _signs(groups: ConditionGroups, answers: Answers) -> Iterator[str]:
    for one in (one for group in groups for one in group if one.question in answers and one.holds(answers)):
        if one.compare == "has" or (one.compare == "=" and isinstance(answers[one.question], str)):
            yield f"{one.question}={one.value}"
        elif not one.compare:
            yield one.question


def _dated(groups: ConditionGroups) -> tuple[str, ...]:
    """The questions of a picture that ask since when, and since when it hurts."""
    asked = {one.question for group in groups for one in group}
    dated = {name for name in asked if name.endswith(_WEEKS) and name != "pregnant_weeks"}
    return tuple(sorted(dated | ({"pain_weeks"} if "pain_where" in asked else set())))


def _began_after(seen: date, told: date, weeks: DraftAnswer | None) -> bool:
    """Whether what began so many weeks before it was told began after the visit; a time not given tells nothing."""
    if not isinstance(weeks, int | float) or isinstance(weeks, bool):
        return False
    return weeks * _DAYS_A_WEEK < (told - seen).days
