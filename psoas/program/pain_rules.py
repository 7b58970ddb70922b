"""The limits of pain and effort that stop, ease or advance an exercise: defined once, for plan, player and log."""

from __future__ import annotations

from enum import StrEnum

SCORE_MAX = 10
"""Pain and effort are scored from 0 to this."""
PAIN_MAX_TO_CONTINUE = 3
"""Up to this score an exercise may go on as planned. Studies of tendons allow 5 (silbernagel2007); 3 is kept here
because nerves and backs were not studied."""
PAIN_MAX_FOR_EASIER = 5
"""Up to this score the easier neighbour is offered; above it the exercise is over for the day (silbernagel2007)."""
PAIN_MAX_NEXT_DAY = 2
"""Pain of the next day up to which it counts as settled: the scale's safe zone (silbernagel2007)."""
EFFORT_MAX_TO_ADVANCE = 7
"""Above this effort a dose stays as it is (assumed)."""
GOOD_SESSIONS_TO_ADVANCE = 2
"""So many good sessions in a row make a dose go up (assumed)."""
SETS_MAX = 3
"""No dose has more sets (assumed)."""
LIMITS = {
    "pain": PAIN_MAX_TO_CONTINUE,
    "pain_studied": PAIN_MAX_FOR_EASIER,
    "effort": EFFORT_MAX_TO_ADVANCE,
    "score_max": SCORE_MAX,
}
"""The limits as values of messages."""


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
