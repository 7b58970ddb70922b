"""What forces are worth: how far they moved between measured and predicted ground where both could be tried."""

from __future__ import annotations

from dataclasses import dataclass

from psoas.analysis.summary_model import ForceSummary
from psoas.core.number_format import measure_text, number_text
from psoas.report.report_context import ReportContext


@dataclass(frozen=True)
class ExpectedError:
    """Largest differences seen: of the psoas' peak as a share of the larger, of a burst of work, of a hip's peak; and
    how far predicted ground forces were off in percent of their range, up and down, fore and aft, sideways."""

    peak_share: float
    work_j_kg: float
    hip_bw: float
    ground_percent: tuple[int, int, int]


WALKING = ExpectedError(1 / 3, 0.03, 0.9, (4, 7, 14))
RUNNING = ExpectedError(0.75, 0.17, 1.4, (5, 10, 15))
"""One walk and one run over plates, both tried with and without them (docs/forces.md); nothing else was."""


def expected_error(reading: ReportContext) -> ExpectedError:
    """What to expect of this recording; the worse where its kind of movement was never tried."""
    return WALKING if reading.walking else RUNNING


def ground_text(reading: ReportContext) -> str:
    """Measured or predicted ground and what it is worth, and the mass that forces scale with, amber when assumed."""
    forces = reading.forces
    up, fore, side = expected_error(reading).ground_percent
    said = (
        "Nothing under your feet measured how hard they pressed; that was worked out from the movement "
        f"(<b>predicted ground</b>{reading.cite('fluit2014', 'maus2010')}). "
    )
    if forces.ground == "measured":
        said = (
            "Force plates measured how hard your feet pressed (<b>measured ground</b>). Plates and movement never "
            "agree wholly: how that is settled moves the turning force at the hip by 0.15 N m for each kg of body."
        )
    elif reading.summary.gait:
        said += f"Expect it to be off by {up} % of its range up and down, {fore} % fore and aft, {side} % sideways."
    else:
        said += "That was tried on walking and running only, so how far it is off here is not known."
    mass = weight_text(forces)
    weight = f"Body mass: {mass}."
    if forces.mass_assumed:
        weight = f'<span class="tag">Assumed body mass: {mass}.</span>'
    return f'<p class="note">{said}</p><p class="note">{weight} Every force here grows and shrinks with it.</p>'


def hip_peaks_text(reading: ReportContext) -> str:
    """How far hip peaks moved where plates and prediction were both tried."""
    kind = "walk" if reading.walking else "run"
    return (
        f"The peak at push-off is the less certain: in the {kind} that was tried with plates and without, peaks of the "
        f"hip differed by up to {number_text(expected_error(reading).hip_bw, 1)} body weights."
    )


def weight_text(forces: ForceSummary) -> str:
    """The mass that forces were computed with."""
    return measure_text(forces.mass_kg, "kg", digits=0 if forces.mass_assumed else 1)
