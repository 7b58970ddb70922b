"""``psoas posture`` in words: what a posture does to the psoas, and what it takes to hold it."""

from __future__ import annotations

from psoas.analysis.posture_model import PostureSummary, PsoasState, StaticHold
from psoas.analysis.posture_summary import posture_summary
from psoas.body.model.body import Body
from psoas.body.postures import posture
from psoas.core.catalogue import text
from psoas.core.sides import SIDES

ALIKE_MM = 0.05
"""Sides whose psoas changed by amounts closer than this are told once."""
ALIKE_BW = 0.005
"""Hips whose loads differ by less are told once, body weights."""


def posture_summary_text(found: PostureSummary) -> list[str]:
    """What the practice asks of a posture, answered as computed: length, pull on the low back and crura, stacking."""
    standing = posture_summary(Body(), posture())
    sides = [found[side].psoas for side in SIDES]
    # Against standing in a body of the same size.
    change = [one.length_mm * (1 - 100 / one.length_percent_standing) for one in sides]
    alike = abs(change[0] - change[1]) < ALIKE_MM
    return [
        text("posture_words.title", label=found.label, note=found.note),
        *(
            text(
                "posture_words.length", side="both" if alike else side, change=f"{by:+.1f}",
                percent=f"{one.length_percent_standing:.1f}",
            )
            for side, one, by in list(zip(SIDES, sides, change, strict=True))[: 1 if alike else 2]
        ),
        text(
            "posture_words.lordosis", degrees=f"{found.lordosis_deg:.0f}", standing=f"{standing.lordosis_deg:.0f}",
            stacking=f"{round(found.stacking_deg) or 0:+d}",
        ),
        _low_back(found.right.psoas),
        _crura(found.right.psoas, standing.right.psoas),
    ]  # fmt: skip


def static_hold_text(found: StaticHold) -> list[str]:
    """The forces in a few lines, as computed; one side speaks for both where they are alike."""
    level = found.lumbar_compression_n
    alike = abs(found.hip_contact_bw.right - found.hip_contact_bw.left) < ALIKE_BW
    lines = [
        text("posture_words.held", support=text(f"posture_words.support.{found.support}"), mass=f"{found.mass_kg:.0f}"),
        "  " + text("posture_words.pressed", upper=f"{level['L4_L5']:.0f}", lower=f"{level['L5_S1']:.0f}"),
    ]
    if min(level.values()) < 0:
        lines.append("  " + text("posture_words.lifted"))
    return [*lines, *(line for side in SIDES[: 1 if alike else 2] for line in _side(found, side))]


def _low_back(psoas: PsoasState) -> str:
    levels = [
        text(
            "posture_words.level", level=level.replace("_", "/"), moment=f"{moment:+.1f}",
            does=("extends" if moment > 0 else "flexes") if psoas.lumbar_moment_sign_certain[level] else "either",
        )
        for level, moment in psoas.lumbar_moment_nm_at_fmax.items()
    ]  # fmt: skip
    return text("posture_words.low_back", levels=", ".join(levels))


def _crura(psoas: PsoasState, standing: PsoasState) -> str:
    return text(
        "posture_words.crura", forward=f"{psoas.crura_forward_n:.0f}", down=f"{psoas.crura_down_n:.0f}",
        standing_forward=f"{standing.crura_forward_n:.0f}", standing_down=f"{standing.crura_down_n:.0f}",
    )  # fmt: skip


def _side(found: StaticHold, side: str) -> list[str]:
    psoas, crura = found.psoas[side], found.pull_on_crura_vertebrae_n[side]
    band = psoas.force_n
    return [
        "  " + text(
            "posture_words.psoas", side=side, median=f"{band.median:.0f}", low=f"{band.low:.0f}",
            high=f"{band.high:.0f}", active=f"{100 * psoas.activation.median:.0f}",
            forward=str(round(crura.forward)), down=str(round(crura.down)),
        ),
        "  " + text("posture_words.hip", side=side, load=f"{found.hip_contact_bw[side]:.1f}"),
    ]  # fmt: skip
