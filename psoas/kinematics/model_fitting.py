"""A model that somebody brings, fitted to the person whom our body has followed, and led through the same movement.

Sizes come from our fitted body's joints, markers from where that body wears them or from the model's own of the same
name; then the model follows the markers by the same least squares as ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from psoas.body.model.body import Body
from psoas.core.arrays import Bools, Floats, finite_rows, read_only
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.core.name_lists import name_list
from psoas.kinematics.ik.calibration import TRUST
from psoas.kinematics.ik.ik_solver import IKProblem
from psoas.kinematics.ik.marker_attachment import Attachment
from psoas.kinematics.ik.start_pose import pick_frames
from psoas.kinematics.motion import CONVERGED, STOPPED, UNSEEN, Motion
from psoas.opensim_model.alike_pose import alike_pose
from psoas.opensim_model.imported_body import ImportedBody
from psoas.opensim_model.model_parts import ModelMarker, ModelParts
from psoas.opensim_model.model_scaling import scale_model

SAME = {
    "pelvis": ("pelvis",), "femur": ("femur",), "tibia": ("tibia", "shank"), "talus": ("talus",), "calcn": ("calcn",),
    "toes": ("toes",), "humerus": ("humerus",), "ulna": ("ulna",), "radius": ("radius", "ulna"), "hand": ("hand",),
    "thorax": ("torso", "thorax", "trunk"), "head": ("head", "torso", "thorax"),
}  # fmt: skip
"""Our segments and what models call theirs, best first; sides are at the end of the name."""
NEEDED = ("pelvis", "femur_r", "femur_l", "tibia_r", "tibia_l")
"""Segments without which a model cannot be fitted."""
SPANS = (
    ("femur", "femur", "tibia"), ("tibia", "tibia", "talus"), ("calcn", "calcn", "toes"),
    ("humerus", "humerus", "ulna"),
    ("ulna", "ulna", "hand"),
)  # fmt: skip
"""Part, and the two segments whose origins its length lies between."""
FOLLOWS = {"patella": "femur", "talus": "tibia", "toes": "calcn", "radius": "ulna", "hand": "ulna"}
"""Parts that grow as another."""
PLAUSIBLE = (0.5, 2.0)
OWN_BODIES, OWN_SPAN_M, OWN_SIZE, OWN_SHARE = 3, 0.05, 0.03, 0.75
"""A model is the person's own where its markers lie on so many bodies, on each at least so far apart in sum, metres,
and their distances differ by at most this share on so many of the bodies (assumed: heads move on trunks)."""
SPREAD = np.radians(30.0)
"""Weak pull to the default pose of turns that our body does not have (assumed)."""
BATCH = 256


@dataclass(frozen=True)
class ModelMotion:
    """A movement on an imported body: as ``Motion``, with the RMS marker error (T,), metres, and the markers used."""

    body: ImportedBody
    time: Floats
    values: Floats
    outcome: Floats
    rms: Floats
    markers: tuple[str, ...]
    notes: tuple[Message, ...]

    def __post_init__(self) -> None:
        for key in ("time", "values", "outcome", "rms"):
            object.__setattr__(self, key, read_only(getattr(self, key)))


def same_segments(body: ImportedBody) -> dict[str, str]:
    """Our segments with the model's segment that stands for each.

    Raises:
        InputError: The model has no pelvis, thighs or shanks by the names in use.
    """
    known = {name.lower(): name for name in body.segment_names}
    found = {}
    for ours, names in SAME.items():
        sides = ("",) if ours in {"pelvis", "thorax", "head"} else ("_r", "_l")
        for side in sides:
            theirs = next((known[name + side] for name in names if name + side in known), None)
            if theirs is not None:
                found[ours + side] = theirs
    missing = [name for name in NEEDED if name not in found]
    if missing:
        raise InputError(message("kinematics.model_segments", names=name_list(missing), known=name_list(tuple(known))))
    return found


def fit_model(parts: ModelParts, ours: Body) -> tuple[ImportedBody, tuple[Message, ...]]:
    """The model at the size and mass of the person that our body fits."""
    plain = ImportedBody(parts)
    same = same_segments(plain)
    theirs, own = (
        {name: poses.of(segment)[0][0] for name, segment in pairs.items()}
        for poses, pairs in (
            (plain.poses(alike_pose(plain)), same),
            (ours.poses(ours.default_values()), {name: name for name in same}),
        )
    )
    by_part = {}
    for part, near, far in SPANS:
        ratios = []
        for side in "rl":
            ends = f"{near}_{side}", f"{far}_{side}"
            if all(end in same for end in ends):
                spans = [float(np.linalg.norm(of[ends[1]] - of[ends[0]])) for of in (own, theirs)]
                ratios.append(spans[0] / spans[1] if spans[1] > 0.01 else 1.0)
        if ratios:
            by_part[part] = float(np.clip(np.mean(ratios), *PLAUSIBLE))
    wide = [float(abs(of["femur_r"][2] - of["femur_l"][2])) for of in (own, theirs)]
    across = float(np.clip(wide[0] / wide[1], *PLAUSIBLE)) if wide[1] > 0.01 else 1.0
    shape = ours.scale["pelvis"] / ours.scale["pelvis"][2]
    trunk = _trunk_factor(own, theirs, float(np.mean([by_part.get("femur", 1.0), across])))
    factors = {}
    for name in plain.segment_names:
        part = name.lower().removesuffix("_r").removesuffix("_l")
        part = FOLLOWS.get(part, part)
        sided = name.lower().endswith(("_r", "_l"))
        factors[name] = across * shape if part == "pelvis" else np.full(3, by_part.get(part, 1.0 if sided else trunk))
    notes = (message("kinematics.model_scaled", name=parts.name, mass=f"{ours.person.mass_kg:.1f}"),)
    return ImportedBody(scale_model(parts, factors, mass_kg=ours.person.mass_kg)), notes


def _trunk_factor(own: dict[str, Floats], theirs: dict[str, Floats], otherwise: float) -> float:
    """Height of the shoulders over the hips, over the model's; ``otherwise`` where the model has no upper arms."""
    if not {"humerus_r", "humerus_l"} <= own.keys() & theirs.keys():
        return otherwise
    heights = [np.mean([of[f"humerus_{s}"][1] - of[f"femur_{s}"][1] for s in "rl"]) for of in (own, theirs)]
    return float(np.clip(heights[0] / heights[1], *PLAUSIBLE)) if heights[1] > 0.05 else otherwise


def own_markers(parts: ModelParts, worn: Attachment) -> dict[int, ModelMarker]:
    """The model's own markers by the column of the recording's marker of the same name, prefix and case aside."""
    named = {one.name.lower(): one for one in parts.markers}
    found = {i: named.get(name.rsplit(":", 1)[-1].lower()) for i, name in enumerate(worn.names)}
    return {i: mark for i, mark in found.items() if mark is not None}


def own_bodies(parts: ModelParts, worn: Attachment, observed: Floats) -> frozenset[str]:
    """Bodies of a model that is this person's already: its own markers are as far from one another on them as they were
    seen (T, M, 3). None where that holds for too few of its bodies."""
    held: dict[str, list[int]] = {}
    own = own_markers(parts, worn)
    for i, mark in own.items():
        held.setdefault(mark.body, []).append(i)
    ratios = {}
    for body, columns in held.items():
        seen, theirs = [], []
        for one, other in combinations(columns, 2):
            gap = np.linalg.norm(observed[:, one] - observed[:, other], axis=1)
            if np.isfinite(gap).any():
                seen.append(float(np.nanmedian(gap)))
                theirs.append(float(np.linalg.norm(own[one].at - own[other].at)))
        if sum(theirs) > OWN_SPAN_M:
            ratios[body] = sum(seen) / sum(theirs)
    fits = frozenset(body for body, ratio in ratios.items() if abs(ratio - 1.0) <= OWN_SIZE)
    return fits if len(fits) >= max(OWN_BODIES, OWN_SHARE * len(ratios)) else frozenset()


def follow_with_model(
    body: ImportedBody, motion: Motion, worn: Attachment, observed: Floats, *, placed: frozenset[str] = frozenset()
) -> ModelMotion:
    """Lead a fitted model through a movement.

    Args:
        body: As ``fit_model`` gives it.
        motion: The same movement on our body: where the search starts.
        worn: Where our body wears the markers, the columns of ``observed``.
        observed: Marker positions (T, M, 3), metres, NaN where not seen.
        placed: Bodies whose own markers are where this person wears them, as ``own_bodies`` finds.
    """
    attachment, rows = _attach(body, motion.body, worn)
    fixed = np.array([i in own_markers(body.parts, worn) for i in rows]) & np.isin(attachment.segments, list(placed))
    seen = observed[:, rows]
    held, priors = _held(body, motion), _priors(body, motion.body)
    usable = finite_rows(motion.values) & (np.isfinite(seen).all(axis=-1).sum(axis=1) >= 6)
    start = _start(body, motion)
    few = np.flatnonzero(usable)[pick_frames(seen[usable])]
    for trust in (_trust(worn, rows, fixed), np.ones(len(rows))):
        found = IKProblem(body, attachment.weighed(trust), held=held, priors=priors).solve(start[few], seen[few])
        local = attachment.localised(body.poses(found.values), seen[few])
        attachment = attachment.moved(np.where(fixed[:, None], attachment.local, local))
    problem = IKProblem(body, attachment, held=held, priors=priors)
    values, rms = np.full(start.shape, np.nan), np.full(len(start), np.nan)
    outcome = np.full(len(start), UNSEEN)
    frames = np.flatnonzero(usable)
    for low in range(0, len(frames), BATCH):
        at = frames[low : low + BATCH]
        solved = problem.solve(start[at], seen[at])
        values[at] = solved.values
        rms[at] = np.sqrt(np.nanmean(solved.residual**2, axis=1))
        outcome[at] = np.where(solved.converged, CONVERGED, STOPPED)
    unused = [name for i, name in enumerate(worn.names) if i not in rows]
    notes = (message("kinematics.model_markers_unused", names=name_list(unused)),) if unused else ()
    return ModelMotion(body, motion.time, values, outcome.astype(float), rms, attachment.names, notes)


def _trust(worn: Attachment, rows: list[int], fixed: Bools) -> Floats:
    """Weight of each marker's place (M,) while the others are being placed: as in calibration, and most where the model
    wears it as this person does."""
    parts = [worn.segments[i].removesuffix("_r").removesuffix("_l") for i in rows]
    nominal = np.array([TRUST.get(part, 1.0) for part in parts])
    return np.where(fixed, 10.0, np.minimum(nominal, 0.1) if fixed.any() else nominal)


def _attach(body: ImportedBody, ours: Body, worn: Attachment) -> tuple[Attachment, list[int]]:
    """Markers on the model: its own of the same name, else where our body wears them; and which of them."""
    same = same_segments(body)
    named = own_markers(body.parts, worn)
    at_rest, theirs = ours.poses(ours.default_values()), body.poses(alike_pose(body))
    middles = [
        np.mean([poses.of(names[f"femur_{s}"])[0][0] for s in "rl"], axis=0)
        for poses, names in ((at_rest, {name: name for name in same}), (theirs, same))
    ]
    rows, segments, local = [], [], []
    for i, (segment, at) in enumerate(zip(worn.segments, worn.local, strict=True)):
        mark = named.get(i)
        if mark is not None:
            segments.append(mark.body)
            local.append(mark.at)
        elif segment in same and np.isfinite(at).all():
            place, turn = theirs.of(same[segment])
            own_place, _ = at_rest.of(segment)
            trunk = segment in {"thorax", "head"}
            apart = own_place[0] - middles[0] + middles[1] - place[0] if trunk else np.zeros(3)
            segments.append(same[segment])
            local.append(turn[0].T @ (at + apart))
        else:
            continue
        rows.append(i)
    names = tuple(worn.names[i] for i in rows)
    marks = tuple(worn.landmarks[i] for i in rows)
    return Attachment(names, marks, tuple(segments), np.array(local), np.ones(len(rows))), rows


def _held(body: ImportedBody, motion: Motion) -> tuple[str, ...]:
    """Coordinates that the model locks, or that our body could not see."""
    return tuple(dict.fromkeys([*body.locked, *(name for name in motion.held if name in body.coordinate_names)]))


def _priors(body: ImportedBody, ours: Body) -> dict[str, float]:
    """Spread of the pull to the default pose: our body's where it has the coordinate, weak for other turns but those
    of the root."""
    known = {one.name: one.prior for one in ours.coordinates}
    root = {move.coordinate for joint in body.parts.joints if joint.parent.body == "ground" for move in joint.moves}
    return {
        one.name: known.get(one.name, SPREAD if one.rotational and one.name not in root else np.inf)
        for one in body.coordinates
    }


def _start(body: ImportedBody, motion: Motion) -> Floats:
    """Our coordinates under the model's names (T, N), knees by the model's sign; the default pose elsewhere."""
    values, apart = np.tile(body.default_values(), (len(motion.time), 1)), alike_pose(body)
    for i, name in enumerate(body.coordinate_names):
        if name not in motion.body.coordinate_names:
            continue
        turn = model_knee_sign(body) if name.startswith("knee_angle") else 1
        values[:, i] = turn * motion.of(name) + apart[i]
    return np.clip(values, *body.limits.T)


def model_knee_sign(body: ImportedBody) -> int:
    """-1 where the model's knees flex negatively, by the range of the first that it has; else +1."""
    for i, name in enumerate(body.coordinate_names):
        if name in ("knee_angle_r", "knee_angle_l"):
            low, high = body.ranges[i]
            return -1 if abs(low) > abs(high) else 1
    return 1
