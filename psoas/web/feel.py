"""What a posture does to low back, hip and breath: four short paragraphs from its figures."""

from __future__ import annotations

from collections.abc import Sequence

from psoas.report.wording import number
from psoas.web.figure import Figures, Side
from psoas.web.words import t

SAME_MM, SAME_DEG, SLACK_N = 0.5, 2.0, 1.0
"""Below these a length, an angle or a pull counts as no change, or as none at all."""
STACKED_DEG = 4.0
"""Ribs and pelvis this near to parallel count as one above the other."""


def sentences(now: Figures, standing: Figures) -> dict[str, str]:
    """The paragraphs by name: psoas, back, hip, breath."""
    return {
        "psoas": _psoas(now, standing),
        "back": f"{_curve(now.lordosis, standing.lordosis)} {_pull(now)}",
        "hip": _hips(now, standing),
        "breath": f"{_ribs(now.stacking)} {_crura(now.crura, standing.crura)}",
    }


def _psoas(now: Figures, standing: Figures) -> str:
    right, left = (_length(a, b) for a, b in ((now.right, standing.right), (now.left, standing.left)))
    return t("feel.psoas.both", length=right) if right == left else t("feel.psoas.each", right=right, left=left)


def _length(now: Side, standing: Side) -> str:
    change = 1000 * (now.length - standing.length)
    if abs(change) < SAME_MM:
        return t("feel.psoas.same", length=number(1000 * now.length))
    name = "feel.psoas.longer" if change > 0 else "feel.psoas.shorter"
    return t(name, change=number(abs(change)), percent=number(now.percent, 0 if now.percent < 99 else 1))


def _curve(now: float, standing: float) -> str:
    change = now - standing
    name = "same" if abs(change) < SAME_DEG else "more" if change > 0 else "less"
    return t(f"feel.back.{name}", change=number(abs(change)), now=number(now), standing=number(standing))


def _pull(now: Figures) -> str:
    """Which way a hard pull would bend the low back, only where the sign is sure."""
    ways = [sure * (1 if m > 0 else -1) for m, sure in zip(now.moment, now.sure, strict=True)]
    arch, round_ = (_levels([name for name, w in zip(now.levels, ways, strict=True) if w == way]) for way in (1, -1))
    name = "both" if arch and round_ else "arch" if arch else "round" if round_ else "unsure"
    return t(f"feel.back.pull_{name}", arch=arch, round=round_)


def _levels(names: Sequence[str]) -> str:
    """ "L1 to L3" for neighbours such as L1_L2 and L2_L3; "" for none."""
    if not names:
        return ""
    return t("feel.back.levels", upper=names[0].split("_")[0], lower=names[-1].split("_")[1])


def _hips(now: Figures, standing: Figures) -> str:
    right, left = (_hip(side, standing.right.pull) for side in (now.right, now.left))
    if right == left:
        return t("feel.hip.both", hip=right)
    return t("feel.hip.each", right=right, left=left)


def _hip(side: Side, standing_pull: float) -> str:
    way = "straight" if abs(side.hip) < SAME_DEG else "bent" if side.hip > 0 else "back"
    rest = "slack" if side.pull < SLACK_N else "pulls"
    angle = t(f"feel.hip.{way}", angle=number(abs(side.hip)))
    return f"{angle} {t(f'feel.hip.{rest}', pull=number(side.pull), standing=number(standing_pull))}"


def _ribs(stacking: float) -> str:
    name = "over" if abs(stacking) < STACKED_DEG else "open" if stacking > 0 else "sunk"
    return t(f"feel.breath.{name}", angle=number(abs(stacking)))


def _crura(now: float, standing: float) -> str:
    return t("feel.breath.crura", pull=number(now), standing=number(standing))
