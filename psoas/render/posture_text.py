"""What a posture does to low back, hip and breath: four short paragraphs from its figures."""

from __future__ import annotations

from collections.abc import Sequence

from psoas.core.catalogue import text
from psoas.core.number_format import number_text
from psoas.render.live_body import PostureFigures, PsoasSide

SAME_MM, SAME_DEG, SLACK_N = 0.5, 2.0, 1.0
"""Below these a length, an angle or a pull counts as no change, or as none at all."""
STACKED_DEG = 4.0
"""Ribs and pelvis this near to parallel count as one above the other."""


def posture_paragraphs(now: PostureFigures, standing: PostureFigures) -> dict[str, str]:
    """The paragraphs by name: psoas, back, hip, breath."""
    return {
        "psoas": _psoas(now, standing),
        "back": f"{_curve(now.lordosis, standing.lordosis)} {_pull(now)}",
        "hip": _hips(now, standing),
        "breath": f"{_ribs(now.stacking)} {_crura(now.crura, standing.crura)}",
    }


def _psoas(now: PostureFigures, standing: PostureFigures) -> str:
    right, left = (_length(a, b) for a, b in ((now.right, standing.right), (now.left, standing.left)))
    return text("feel.psoas.both", length=right) if right == left else text("feel.psoas.each", right=right, left=left)


def _length(now: PsoasSide, standing: PsoasSide) -> str:
    change = 1000 * (now.length - standing.length)
    if abs(change) < SAME_MM:
        return text("feel.psoas.same", length=number_text(1000 * now.length))
    name = "feel.psoas.longer" if change > 0 else "feel.psoas.shorter"
    return text(name, change=number_text(abs(change)), percent=number_text(now.percent, 0 if now.percent < 99 else 1))


def _curve(now: float, standing: float) -> str:
    change = now - standing
    name = "same" if abs(change) < SAME_DEG else "more" if change > 0 else "less"
    return text(
        f"feel.back.{name}", change=number_text(abs(change)), now=number_text(now), standing=number_text(standing)
    )


def _pull(now: PostureFigures) -> str:
    """Which way a hard pull would bend the low back, only where the sign is sure."""
    ways = [sure * (1 if m > 0 else -1) for m, sure in zip(now.moment, now.sure, strict=True)]
    arch, round_ = (_levels([name for name, w in zip(now.levels, ways, strict=True) if w == way]) for way in (1, -1))
    name = "both" if arch and round_ else "arch" if arch else "round" if round_ else "unsure"
    return text(f"feel.back.pull_{name}", arch=arch, round=round_)


def _levels(names: Sequence[str]) -> str:
    """ "L1 to L3" for neighbours such as L1_L2 and L2_L3; "" for none."""
    if not names:
        return ""
    return text("feel.back.levels", upper=names[0].split("_")[0], lower=names[-1].split("_")[1])


def _hips(now: PostureFigures, standing: PostureFigures) -> str:
    right, left = (_hip(side, standing.right.pull) for side in (now.right, now.left))
    if right == left:
        return text("feel.hip.both", hip=right)
    return text("feel.hip.each", right=right, left=left)


def _hip(side: PsoasSide, standing_pull: float) -> str:
    way = "straight" if abs(side.hip) < SAME_DEG else "bent" if side.hip > 0 else "back"
    rest = "slack" if side.pull < SLACK_N else "pulls"
    angle = text(f"feel.hip.{way}", angle=number_text(abs(side.hip)))
    return f"{angle} {text(f'feel.hip.{rest}', pull=number_text(side.pull), standing=number_text(standing_pull))}"


def _ribs(stacking: float) -> str:
    name = "over" if abs(stacking) < STACKED_DEG else "open" if stacking > 0 else "sunk"
    return text(f"feel.breath.{name}", angle=number_text(abs(stacking)))


def _crura(now: float, standing: float) -> str:
    return text("feel.breath.crura", pull=number_text(now), standing=number_text(standing))
