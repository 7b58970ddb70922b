"""What forces are worth: how far they moved between measured and predicted ground where both could be tried."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from psoas.analysis.summary_model import ForceSummary
from psoas.core.catalogue import text
from psoas.core.number_format import measure_text, number_text
from psoas.core.sides import SIDES
from psoas.report.html_parts import EMPTY, join_html, paragraph, rich, tag
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


def trial_name(reading: ReportContext) -> str:
    """ "walk" or "run": the trial that the expected error comes from, as it ends keys of the catalogue."""
    return "walk" if reading.walking else "run"


def ground_text(reading: ReportContext) -> Markup:
    """Measured or predicted ground and what it is worth, and the mass that forces scale with, amber when assumed."""
    up, fore, side = expected_error(reading).ground_percent
    forces, cited = reading.forces, reading.cite("fluit2014", "maus2010")  # numbered alike with and without plates
    if forces.ground == "measured":
        said = rich("report.ground.measured")
    else:
        worth = text("report.ground.predicted_other")
        if reading.summary.gait:
            worth = text("report.ground.predicted_gait", up=up, fore=fore, side=side)
        predicted = rich("report.ground.predicted", cite=cited)
        if forces.ground == "mixed":
            measured = forces.stance_measured_percent
            shares = {side: f"{measured.get(side) or 0:.0f}" for side in SIDES}
            predicted = rich("report.ground.mixed", cite=cited, right=shares["right"], left=shares["left"])
        said = join_html((predicted, " ", worth))
    return paragraph(said, "note") + paragraph(
        join_html((mass_text(forces), " ", text("report.ground.mass_scales"))), "note"
    )


def mass_text(forces: ForceSummary) -> Markup:
    """The mass that forces were computed with, as an amber remark when it was assumed."""
    mass = measure_text(forces.mass_kg, "kg", digits=0 if forces.mass_assumed else 1)
    if forces.mass_assumed:
        return tag(text("report.ground.mass_assumed", mass=mass))
    return EMPTY + text("report.ground.mass", mass=mass)


def hip_peaks_text(reading: ReportContext) -> str:
    """How far hip peaks moved where plates and prediction were both tried."""
    off = number_text(expected_error(reading).hip_bw, 1)
    return text(f"report.ground.hip_{trial_name(reading)}", off=off)
