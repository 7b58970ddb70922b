"""The drive of the step: what pushed the body on, per side, as three bars; joint powers and the buttock's muscles."""

from __future__ import annotations

import math

from psoas.report.bars import Bar, bars_svg
from psoas.report.charts import Panel
from psoas.report.expected import expected, ground_words
from psoas.report.panels import key, small
from psoas.report.pull import banded
from psoas.report.reading import SIDES, Reading
from psoas.report.sections import section
from psoas.report.summary import Json
from psoas.report.wording import NBSP, escape, measure, number

BURSTS = (
    ("hip_extensor_j_kg", "Push by the back of the hip, early in the step (hip extensors, H1)"),
    ("hip_flexor_j_kg", "Pull by the front of the hip, as the foot leaves (hip flexors, H3)"),
    ("ankle_j_kg", "Push-off by the calf (ankle, A2)"),
)
SHORT = ("Back of the hip pushes (H1)", "Front of the hip pulls (H3)", "Calf pushes off (A2)")
POWERS = (
    ("hip_flexion", "Power at the hip, W/kg", "+ the hip's muscles and tissue drive, below 0 they brake"),
    ("knee_angle", "Power at the knee, W/kg", "+ the knee's muscles drive, below 0 they brake"),
    ("ankle_angle", "Power at the ankle, W/kg", "+ the calf drives, below 0 it brakes"),
)
GLUTEI = (
    ("gluteus_maximus", "Pull of the gluteus maximus, N", "the big muscle of the buttock: straightens the hip"),
    ("gluteus_medius", "Pull of the gluteus medius, N", "on the side of the hip: keeps the pelvis level"),
)


def drive(reading: Reading) -> str:
    """Bars, shares, powers and glutei; nothing without forces or without a whole stride."""
    found = {side: one for side in SIDES if (one := (reading.forces.get("drive") or {}).get(side))}
    if not found:
        return ""
    off = expected(reading).work_j_kg
    charts = f'<div class="wide">{_bars(found, off, 640)}</div><div class="narrow">{_bars(found, off, 340)}</div>'
    figure = f'<div><figure class="panel">{charts}</figure></div>'
    aside = f'<div class="aside">{_aside(reading, found)}</div>'
    grid = f'{key()}<div class="grid">{_powers(reading)}{_glutei(reading)}</div>'
    lead = f'<p class="lead">{_lead(found, off)}</p>'
    return section("The drive of your step", lead, f'<div class="split">{figure}{aside}</div>', grid, name="drive")


def share_off(one: Json, off: float) -> float:
    """Half-width of ``front_pull_share`` when each of the three works may be off by ``off`` on its own."""
    total = sum(one[name] for name, _ in BURSTS)
    share = one["hip_flexor_j_kg"] / total
    return float(math.sqrt((1 - share) ** 2 + 2 * share**2) * off / total)


def _bars(found: dict[str, Json], off: float, width: int) -> str:
    groups = []
    for (name, words), brief in zip(BURSTS, SHORT, strict=True):
        passive = name == "hip_flexor_j_kg"
        bars = [
            Bar(side, one[name], off, (one["hip_flexor_passive_share"] or 0.0) if passive else 0.0)
            for side, one in found.items()
        ]
        groups.append((words if width > 400 else brief, bars))
    return bars_svg("Work that drove each stride", "J/kg", groups, width=width)


def _lead(found: dict[str, Json], off: float) -> str:
    said = [
        f"<b>{measure(100 * one['front_pull_share'], '%', 100 * share_off(one, off))}</b> on the {side}"
        for side, one in found.items()
        if one["front_pull_share"] is not None
    ]
    return (
        "Three bursts of work drive a step: the back of the hip pushes, the front of the hip pulls, the calf pushes "
        f"off. The front of the hip did {' and '.join(said)} of the three together."
    )


def _aside(reading: Reading, found: dict[str, Json]) -> str:
    baseline = (
        "Whether that is much cannot be said from one recording: it changes with speed, and no band of walkers at your "
        "speed is stored here. Your own earlier recording at the same speed, as a baseline, would allow a comparison."
    )
    ends = [(side, one["hip_flexor_passive_share_range"]) for side, one in found.items()]
    passive = "; ".join(
        f"{side} {number(100 * e['low'])} to {measure(100 * e['high'], '%')}" for side, e in ends if e is not None
    )
    hatched = (
        "Hatched: what stretched muscle and the front of the hip's capsule gave back, not effort"
        f"{reading.cite('yoon1982', 'riener1999')}. Its share of the pull differs by how it is reckoned: {passive}."
    )
    kind = "walk" if reading.walking else "run"
    whiskers = (
        f"Whiskers: ±{number(expected(reading).work_j_kg, 2)}{NBSP}J/kg, the most by which plates and prediction "
        f"differed in the {kind} that was tried. The names are Winter's{reading.cite('winter1991')}."
    )
    notes = "".join(f'<p class="note">{text}</p>' for text in (baseline, hatched, whiskers))
    return notes + ground_words(reading)


def _powers(reading: Reading) -> str:
    figures = []
    for joint, title, words in POWERS:
        curves = {side: cut for side in SIDES if len(cut := reading.cut(f"{joint}_{side}_w_kg", side))}
        figures.append(small(Panel(title, reading.layout, curves, least_span=1.0, from_zero=True), words))
    return "".join(figures)


def _glutei(reading: Reading) -> str:
    return "".join(banded(reading, group, title, escape(words)) for group, title, words in GLUTEI)
