"""Fits the body to a person: sizes from landmarks, then every marker where this person wears it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
from scipy.optimize import minimize_scalar

from psoas.body.anatomy.skin_standoff import BodyBuild
from psoas.body.model.body import Body
from psoas.body.model.fibre_length_check import check_tendons
from psoas.body.person import Person
from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.kinematics.ik.ik_solver import PRIOR_MARKER_M, IKProblem, IKSolution
from psoas.kinematics.ik.marker_attachment import CLUSTER, Attachment, attach_markers
from psoas.kinematics.ik.quiet_standing import StandingTrial
from psoas.kinematics.ik.segment_scaling import SegmentSizes, measure_segments
from psoas.kinematics.ik.start_pose import FRAMES, STANDING, initial_pose, pick_frames
from psoas.kinematics.ik.static_agreement import check_static, moved_notes, place_from_movement

ROUNDS = 2
"""Times that markers are placed again when there is no static trial."""
LEG_SEARCH = 0.12
"""Leg length is sought within this share of what the stature predicts (assumed)."""
LEG_SPREAD = 0.05
"""Spread of the log of a leg length that is sought, about what stature and the rest predict (assumed, as `thigh`)."""
TRUST = {"pelvis": 10.0, "thorax": 0.3, "head": 0.1, "humerus": 0.1, "radius": 0.1}
"""Weight of a landmark's nominal place by segment, others 1: pelvic bone is palpated, the shoulder girdle floats
(assumed)."""
HYPEREXTENSION_M = 0.2
"""While leg length is sought a knee beyond straight costs as a marker error of this many metres a radian (assumed)."""


QUIET = {
    f"{name}_{side}": np.radians(10.0) for name in ("knee_angle", "ankle_angle", "subtalar_angle") for side in "rl"
}
"""In a trial of quiet standing these joints are taken to be near straight too, within this spread (assumed)."""


@dataclass(frozen=True)
class LeftOutMarker:
    """A marker that nothing rests on, and why."""

    marker: str
    reason: Message


@dataclass(frozen=True)
class Calibration:
    """A person's body with the markers attached, the coordinates that they cannot see, and the markers left out.

    Markers that were left out keep their row in ``attachment``, without a place. ``mapping`` is what remains: marker ->
    landmark or cluster.
    """

    body: Body
    attachment: Attachment
    held: tuple[str, ...]
    notes: tuple[Message, ...]
    left_out: tuple[LeftOutMarker, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def held_coordinates(body: Body, landmarks: set[str]) -> tuple[str, ...]:
    """Coordinates that need a landmark of which none is recorded."""
    return tuple(c.name for c in body.coordinates if c.sees and not landmarks.intersection(c.sees))


def _nominal(body: Body, known: Attachment, held: tuple[str, ...], *, quiet: bool) -> IKProblem:
    """The problem for landmarks at their nominal places, weighed by how far such a place can be trusted."""
    trust = np.array([TRUST.get(s.removesuffix("_r").removesuffix("_l"), 1.0) for s in known.segments])
    return IKProblem(body, known.weighed(trust), held=held, priors=STANDING | QUIET if quiet else STANDING)


def _place(
    body: Body, build: BodyBuild, mapping: dict[str, str], observed: Floats, held: tuple[str, ...], rounds: int
) -> tuple[Attachment, IKSolution]:
    """Attach landmarks at their nominal places, solve, then move every marker to where it was seen; ``rounds``
    times, once in quiet standing."""
    nominal = attach_markers(body, mapping, build)
    seen = np.flatnonzero(np.isfinite(observed).all(axis=-1).any(axis=0))
    rows = tuple(i for i in nominal.placed if i in seen)
    known = nominal.only(rows)
    solution = _nominal(body, known, held, quiet=rounds == 1).solve(
        initial_pose(body, known, observed[:, rows]), observed[:, rows]
    )
    attachment = nominal.moved(nominal.localised(body.poses(solution.values), observed))
    for _ in range(rounds - 1):
        worn = attachment.placed
        solution = IKProblem(body, attachment.only(worn), held=held).solve(solution.values, observed[:, worn])
        attachment = attachment.moved(attachment.localised(body.poses(solution.values), observed))
    return attachment, solution


def _fit_legs(
    person: Person,
    sizes: SegmentSizes,
    mapping: dict[str, str],
    observed: Floats,
    groups: list[str],
) -> dict[str, Floats]:
    """Factors with the leg length, where no landmark gives it, that lets hips and feet be met best."""
    scale = dict(sizes.scale)
    base = {g: scale[g] for g in groups}
    few = observed[pick_frames(observed, FRAMES // 2)]

    def cost(factor: float) -> float:
        body = Body(person, scale={**scale, **{g: factor * base[g] for g in groups}})
        held = held_coordinates(body, set(mapping.values()))
        _, solution = _place(body, sizes.build, mapping, few, held, 2)
        knees = [body.coordinate_index(f"knee_angle_{side}") for side in "rl"]
        beyond = np.minimum(solution.values[:, knees], 0.0)
        unusual = (PRIOR_MARKER_M * np.log(factor) / LEG_SPREAD) ** 2 / len(mapping)
        return float(np.nanmean(solution.residual**2) + np.mean((HYPEREXTENSION_M * beyond) ** 2) + unusual)

    best = minimize_scalar(cost, bounds=(1 - LEG_SEARCH, 1 + LEG_SEARCH), method="bounded", options={"xatol": 2e-3})
    return scale | {group: best.x * base[group] for group in groups}


def calibrate(
    mapping: dict[str, str],
    observed: Floats,
    *,
    person: Person,
    static: StandingTrial | None = None,
    widths: Mapping[str, float] | None = None,
    lumbar_rhythm: str = "pearcy1984",
) -> Calibration:
    """Fit a body and the places of the markers to a person.

    Args:
        mapping: Marker -> landmark or cluster, for the columns of ``observed``.
        observed: Marker positions (T, M, 3), metres, Y up.
        person: What is known of the person.
        static: The same two for a trial of quiet standing. Without one, frames spread over the recording are used, and
            the notes say so.
        widths: Widths across the bones of "knee_r", "ankle_l" and so on that were measured by hand, metres.
        lumbar_rhythm: Key of the rhythm by which the low back bends.

    Raises:
        BodyError: A tendon of the fitted body has no length.
    """
    notes, strayed = list[Message](), set[str]()
    if static:
        static, strayed, notes = check_static(static, mapping, observed)
    used_mapping, used = (dict(static.mapping), static.positions) if static else (mapping, observed)
    used, quiet = used[pick_frames(used)], static is not None and static.quiet
    sizes = _sizes(used_mapping, used, person, widths, quiet=quiet)
    left_out = _left_out(sizes, mapping | used_mapping)
    gone = {one.marker for one in left_out}
    used, observed = _without(used_mapping, used, gone), _without(mapping, observed, gone)
    notes += [*sizes.notes, *(one.reason for one in left_out)]
    scale, open_groups = dict(sizes.scale), [g for g in ("thigh", "shank") if g not in sizes.measured]
    if open_groups:
        scale = _fit_legs(person, sizes, used_mapping, used, open_groups)
        segments = tuple(message(f"kinematics.segment.{group}") for group in open_groups)
        notes.append(message("kinematics.legs_fitted", segments=segments))
    if "height_m" in person.assumed or sizes.height_refuted:
        person = Person(sizes.height_m, person.mass_kg, person.sex, person.assumed)
    body = check_tendons(Body(person, scale=scale, lumbar_rhythm=lumbar_rhythm))
    remaining = {name: place for name, place in mapping.items() if name not in gone}
    held = held_coordinates(body, set(remaining.values()))
    if "lumbar_extension" in held:
        notes.append(message("kinematics.low_back_held"))
    # The static trial may show joints (knee, ankle) that the movement's own markers do not; both share the held list.
    attachment, _ = _place(body, sizes.build, used_mapping, used, held, 1 if quiet else ROUNDS)
    if static:
        worn = _match(attachment, attach_markers(body, mapping, sizes.build))
        attachment, moved = place_from_movement(body, worn, observed[pick_frames(observed)], held)
        notes += [*moved_notes(static.file, strayed | moved), message("kinematics.shoulders_from_movement")]
    return Calibration(body, attachment, held, tuple(notes), left_out, MappingProxyType(remaining))


def _sizes(
    mapping: dict[str, str], observed: Floats, person: Person, widths: Mapping[str, float] | None, *, quiet: bool
) -> SegmentSizes:
    """What the landmarks among some markers tell of a person's sizes."""
    points = {
        mark: observed[:, i]
        for i, mark in enumerate(mapping.values())
        if not mark.startswith(CLUSTER) and np.isfinite(observed[:, i]).any()
    }
    height = None if "height_m" in person.assumed else person.height_m
    mass = None if "mass_kg" in person.assumed else person.mass_kg
    return measure_segments(points, height_m=height, mass_kg=mass, widths=widths, quiet=quiet)


def _left_out(sizes: SegmentSizes, mapping: dict[str, str]) -> tuple[LeftOutMarker, ...]:
    """Markers whose landmark is not where they are, with the reason."""
    found = []
    for one in sizes.misplaced:
        for name in (name for name, place in mapping.items() if place == one.landmark):
            part, percent = message(f"kinematics.segment.{one.sizes}"), f"{100 * one.factor:.0f}"
            why = message(
                "kinematics.marker_misplaced", marker=name, landmark=one.landmark, segment=part, percent=percent
            )
            if one.off_m:
                distance = f"{1000 * one.off_m:.0f}"
                why = message("kinematics.marker_off", marker=name, landmark=one.landmark, distance=distance)
            found.append(LeftOutMarker(name, why))
    return tuple(found)


def _without(mapping: dict[str, str], observed: Floats, gone: set[str]) -> Floats:
    """Marker positions (T, M, 3) with some markers never seen."""
    seen = np.array(observed)
    seen[:, [name in gone for name in mapping]] = np.nan
    return seen


def _match(worn: Attachment, nominal: Attachment) -> Attachment:
    """The movement's markers at the places that the static trial showed; nominal where it did not."""
    local = nominal.local.copy()
    for i, name in enumerate(nominal.names):
        if name in worn.names:
            local[i] = worn.local[worn.names.index(name)]
    return nominal.moved(local)
