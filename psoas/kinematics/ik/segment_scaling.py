"""The size of each part of a person, from distances between markers, stature and how people are built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from psoas.body.anatomy.skin_standoff import USUAL_BMI, BodyBuild
from psoas.body.person import REFERENCE_HEIGHT_M
from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.kinematics.ik.pelvis_shape import misplaced_on_pelvis
from psoas.kinematics.ik.size_fit import SizeFit, SizeProblem
from psoas.kinematics.ik.size_measures import Points, collect_measures, hip_centres, joint_widths
from psoas.kinematics.ik.size_outliers import MisplacedLandmark, fit_plausible
from psoas.kinematics.ik.standing_geometry import factors_by_group

ROUNDS = 3
"""Times that hip centres and sizes are found from each other; they change by less than 1 mm after that."""
HEIGHT_OFF = 0.12
"""A given stature further than this share from what the markers measure is not theirs: feet for metres, or another
person's (assumed)."""


@dataclass(frozen=True)
class SegmentSizes:
    """Factors (3,) of every group of segments, the groups that distances size, stature in metres, the body's build,
    landmarks that were left out, notes, and whether a stature that was given is not this person's."""

    scale: Mapping[str, Floats]
    measured: tuple[str, ...]
    height_m: float
    build: BodyBuild
    misplaced: tuple[MisplacedLandmark, ...] = ()
    notes: tuple[Message, ...] = ()
    height_refuted: bool = False


def measure_segments(
    points: Points,
    *,
    height_m: float | None,
    mass_kg: float | None,
    widths: Mapping[str, float] | None = None,
    quiet: bool = False,
) -> SegmentSizes:
    """Sizes of every group of segments.

    Args:
        points: Landmark -> positions (T, 3), metres, of markers.
        height_m: Stature, None where nobody said it: then the parts give it.
        mass_kg: Body mass, for the tissue under the markers; None where nobody said it.
        widths: Widths across the bones by joint ("knee_r"), metres, where they were measured by hand.
        quiet: Whether they stand quietly.
    """
    told, notes = MappingProxyType(dict(widths or {})), list[Message]()
    found = _fitted(points, _build(None, None, told), None, quiet=quiet)
    refuted = height_m is not None and bool(found.measured) and abs(found.height_m / height_m - 1) > HEIGHT_OFF
    if height_m is not None and refuted:
        values = {"given": f"{height_m:.2f}", "measured": f"{found.height_m:.2f}"}
        notes.append(message("kinematics.height_conflict", **values))
    known = None if refuted else height_m
    if known is not None or mass_kg is not None:
        # the markers have told the stature, so that a given mass tells the tissue under them
        found = _fitted(points, _build(known or found.height_m, mass_kg, told), known, quiet=quiet)
    left = {one.landmark for one in found.misplaced}
    width = joint_widths({name: at for name, at in points.items() if name not in left}, told)
    return replace(found, build=replace(found.build, widths=width), notes=tuple(notes), height_refuted=refuted)


def _build(height_m: float | None, mass_kg: float | None, told: Mapping[str, float]) -> BodyBuild:
    """What tells how far markers stand off, with the usual body mass index where the person's is not known."""
    if height_m is None or mass_kg is None:
        return BodyBuild(USUAL_BMI, told)
    return BodyBuild(mass_kg / height_m**2, told)


def _fitted(points: Points, build: BodyBuild, height_m: float | None, *, quiet: bool) -> SegmentSizes:
    """Hip centres and sizes in turn: each needs the other."""
    problem = SizeProblem(build, height_m=height_m)
    left: dict[str, MisplacedLandmark] = {}
    pelvis = [one for one in collect_measures(points) if one.sizes == "pelvis"]
    fit, _, out = fit_plausible(problem, pelvis)
    left |= {one.landmark: one for one in out}
    measured: tuple[str, ...] = ()
    for _ in range(ROUNDS):
        fit, measured = _round(points, problem, fit, left, quiet=quiet)
    trusted = {name: at for name, at in points.items() if name not in left}
    if (odd := misplaced_on_pelvis(trusted, build, fit.stature)) is not None:
        left[odd.landmark] = odd
        for _ in range(ROUNDS):
            fit, measured = _round(points, problem, fit, left, quiet=quiet)
    return SegmentSizes(
        factors_by_group(fit.sizes), measured, fit.stature * REFERENCE_HEIGHT_M, build, tuple(left.values())
    )


def _round(
    points: Points, problem: SizeProblem, fit: SizeFit, left: dict[str, MisplacedLandmark], *, quiet: bool
) -> tuple[SizeFit, tuple[str, ...]]:
    """One fit with hip centres where the last one has them; adds to ``left`` what it leaves out."""
    trusted = {name: at for name, at in points.items() if name not in left}
    trusted |= hip_centres(trusted, factors_by_group(fit.sizes), problem.geometry.build)
    fit, kept, out = fit_plausible(problem, collect_measures(trusted, quiet=quiet))
    left |= {one.landmark: one for one in out if one.landmark in points}
    return fit, tuple(dict.fromkeys(one.sizes for one in kept))
