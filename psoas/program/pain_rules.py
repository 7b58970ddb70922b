"""The limits of pain and effort that stop, ease or advance an exercise: defined once, for plan, player and log.

Pain is judged from a person's own usual pain. From sources: pain up to 5 of 10 and back by the next morning was safe in
training sore tendons (silbernagel2007); exercise that hurts a little did as well as exercise that does not, over many
scales and rest times (smith2017); a step of 2 of 10 is a change that counts (ostelo2008). Assumed: that usual pain and
2 more is the right limit below 5, and everything else here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from psoas.core.message import Value

SCORE_MAX = 10
"""Pain and effort are scored from 0 to this."""
PAIN_MARGIN = 2
"""So much above usual pain an exercise may go (assumed: the least change that counts, ostelo2008)."""
PAIN_CEILING = 5
"""No exercise goes on above this, whatever is usual (silbernagel2007)."""
USUAL_MAX_TO_CLIMB = PAIN_CEILING - PAIN_MARGIN
"""Usual pain above this leaves no room for the whole margin: only the lowest rung of each ladder (assumed)."""
PAIN_PROVOKES = 3
"""Told pain above this rules out what presses on its place (assumed)."""
EFFORT_MAX_TO_ADVANCE = 7
"""Above this effort a dose stays as it is (assumed)."""
GOOD_SESSIONS_TO_ADVANCE = 2
"""So many good sessions in a row make a dose go up (assumed)."""
SETS_MAX = 3
"""No dose has more sets (assumed)."""
LIMITS: dict[str, Value] = {
    "provoked": PAIN_PROVOKES,
    "ceiling": PAIN_CEILING,
    "margin": PAIN_MARGIN,
    "effort": EFFORT_MAX_TO_ADVANCE,
    "score_max": SCORE_MAX,
}
"""The limits that are the same for everybody, as values of messages."""


class PainLevel(StrEnum):
    """What usual pain leaves open."""

    OPEN = "open"
    """Every rung that the person has earned."""
    LOWEST_RUNG = "lowest_rung"
    """The lowest rung of each ladder."""
    GENTLE = "gentle"
    """The gentlest release and breath only, and a professional to see."""


@dataclass(frozen=True)
class PainLimits:
    """A person's limits.

    Args:
        usual: Usual pain, 0 to 10.
        rising: Whether it rose above what the person told: then nothing goes up.
    """

    usual: float
    rising: bool = False

    @property
    def most(self) -> float:
        """Up to this score an exercise may go on."""
        return min(float(PAIN_CEILING), self.usual + PAIN_MARGIN)

    @property
    def level(self) -> PainLevel:
        """What usual pain leaves open."""
        if self.usual > PAIN_CEILING:
            return PainLevel.GENTLE
        return PainLevel.LOWEST_RUNG if self.usual > USUAL_MAX_TO_CLIMB else PainLevel.OPEN

    @property
    def may_advance(self) -> bool:
        """Whether any dose may go up."""
        return not self.rising and self.level is not PainLevel.GENTLE

    @property
    def values(self) -> dict[str, Value]:
        """All limits, this person's and everybody's, as values of messages."""
        return {**LIMITS, "usual": self.usual, "pain": self.most}

    def is_back(self, next_day: float) -> bool:
        """Whether pain of the day after is back to usual."""
        return next_day <= self.usual

    def is_settled(self, next_day: float) -> bool:
        """Whether pain of the day after is back to usual, but for less than a change that counts."""
        return next_day < self.usual + PAIN_MARGIN


STRICTEST = PainLimits(0.0)
"""The limits of somebody without pain, and of whoever did not tell: the lowest."""


class PainPlace(StrEnum):
    """Where a person may say that an exercise hurt."""

    LOW_BACK = "low_back"
    GROIN = "groin"
    HIP_OUTSIDE = "hip_outside"
    BUTTOCK = "buttock"
    THIGH_FRONT = "thigh_front"
    KNEE = "knee"
    BELOW_KNEE = "below_knee"
    NUMB = "numb"
    BELLY = "belly"
    ELSEWHERE = "elsewhere"


NERVE_PLACES = (PainPlace.BELOW_KNEE, PainPlace.NUMB)
"""Places that point to a nerve: pain there ends an exercise whatever its score."""


def is_nerve_sign(places: tuple[str, ...]) -> bool:
    """Whether pain in any of these places points to a nerve."""
    return not set(NERVE_PLACES).isdisjoint(places)
