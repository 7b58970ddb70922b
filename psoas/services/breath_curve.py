"""How full the lungs are along a breath: for the pacer, and as a small drawing."""

from __future__ import annotations

from collections.abc import Sequence

from psoas.knowledge.breath_techniques import BreathPhase, BreathStep

FULL = {"in": 1.0, "top_up": 1.0, "hold_full": 1.0, "out": 0.0, "hum": 0.0, "hold_empty": 0.0, "rest": 0.0}
"""How full the lungs are at the end of each phase, 0 to 1."""
BEFORE_TOP_UP = 0.75
"""How full they are where a second sip follows (assumed: for the drawing)."""


def breath_session(phases: Sequence[BreathPhase]) -> list[dict[str, str | float | None]]:
    """Phases with how full the lungs are at the end of each; a phase "free" has none."""
    after = [*phases[1:], None]
    return [
        {
            "phase": one.phase,
            "start_s": one.start_s,
            "seconds": one.seconds,
            "full": _full(one.phase, following.phase if following else ""),
        }
        for one, following in zip(phases, after, strict=True)
    ]


def breath_curve(cycle: tuple[BreathStep, ...], *, width: float = 72.0, height: float = 24.0) -> str:
    """One breath as the points of a line: time to the right, full lungs up."""
    seconds = sum(step.seconds for step in cycle)
    x, points = 0.0, [(0.0, 0.0)]
    for i, step in enumerate(cycle):
        x += step.seconds
        points.append((x, _full(step.phase, cycle[i + 1].phase if i + 1 < len(cycle) else "") or 0.0))
    return " ".join(f"{width * at / seconds:.1f},{height * (1 - full):.1f}" for at, full in points)


def _full(phase: str, following: str) -> float | None:
    return BEFORE_TOP_UP if following == "top_up" else FULL.get(phase)
