"""The psoas that a model has: which of its lines, and whether they come from the spine."""

from __future__ import annotations

from dataclasses import dataclass

from psoas.opensim_model.model_parts import ModelParts

PELVIS, FEMUR = "pelvis", "femur"


@dataclass(frozen=True)
class PsoasLine:
    """One line of a model's psoas; ``lumbar`` where it lies on a body above the pelvis."""

    index: int
    name: str
    side: str
    lumbar: bool


def psoas_lines(parts: ModelParts) -> tuple[PsoasLine, ...]:
    """The lines whose name says psoas, with the side that ends or begins their name, and whether they reach the
    spine."""
    found = []
    for i, muscle in enumerate(parts.muscles):
        words = muscle.name.lower().replace("-", "_").split("_")
        if not any("psoas" in word or word in {"ps", "psmaj"} for word in words):
            continue
        side = next((word for word in (words[-1], words[0]) if word in {"r", "l"}), "")
        bodies = {point.frame.body.lower() for point in muscle.points}
        lumbar = any(PELVIS not in body and FEMUR not in body for body in bodies)
        found.append(PsoasLine(i, muscle.name, side, lumbar))
    return tuple(found)
