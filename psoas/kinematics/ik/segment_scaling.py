"""The size of each part of a person, from distances between landmarks that were recorded."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from psoas.body.model.body import Body
from psoas.body.model.mujoco_model import SCALE_GROUPS
from psoas.body.person import REFERENCE_HEIGHT_M
from psoas.core.arrays import Floats
from psoas.core.sides import SUFFIXES
from psoas.kinematics.ik.rigid_registration import fit_rigid

MEASURED = {
    # group: ways to measure it, best first; each is (landmark, landmark) whose distance sizes the group.
    "thigh": (("hip_centre", "knee_centre"),),
    "shank": (("knee_centre", "ankle_centre"),),
    "foot": (("heel", "toe"), ("heel", "big_toe"), ("heel", "toe_lateral"), ("heel", "metatarsal_2")),
    "upper_arm": (("shoulder_centre", "elbow_centre"),),
    "forearm": (("elbow_centre", "wrist_centre"),),
}
MIDDLES = {
    # landmark: two landmarks in whose middle it lies
    "knee_centre": ("knee_lateral", "knee_medial"),
    "ankle_centre": ("ankle_lateral", "ankle_medial"),
    "elbow_centre": ("elbow_lateral", "elbow_medial"),
    "wrist_centre": ("wrist_radial", "wrist_ulnar"),
}
PLAUSIBLE = (0.6, 1.5)
"""A factor outside this range of the person's stature is a mislabelled marker rather than an anatomy (assumed)."""

Points = Mapping[str, Floats]
"""Landmark -> positions (T, 3) in the room, metres."""


def _with_middles(points: Points) -> dict[str, Floats]:
    found = dict(points)
    for name, (one, other) in MIDDLES.items():
        for side in SUFFIXES:
            if name + side not in found and one + side in found and other + side in found:
                found[name + side] = (found[one + side] + found[other + side]) / 2
    if "psis_r" in found and "psis_l" in found:
        found["mid_psis"] = (found["psis_r"] + found["psis_l"]) / 2
    if "asis_r" in found and "asis_l" in found:
        found["mid_asis"] = (found["asis_r"] + found["asis_l"]) / 2
    if "acromion_r" in found and "acromion_l" in found:
        found["mid_acromion"] = (found["acromion_r"] + found["acromion_l"]) / 2
    return found


def _distance(points: Points, one: str, other: str) -> float:
    """Median distance between two landmarks, metres; NaN when one is missing."""
    if one not in points or other not in points:
        return float("nan")
    gap = np.linalg.norm(points[one] - points[other], axis=1)
    return float(np.median(gap[np.isfinite(gap)])) if np.isfinite(gap).any() else float("nan")


def _ratio(points: Points, reference: Points, one: str, other: str) -> float:
    return _distance(points, one, other) / _distance(reference, one, other)


def _pelvis(points: Points, reference: Points, default: float) -> Floats:
    """Width from the ASISs, depth from ASIS to sacrum or PSIS, height as their mean; what is missing follows the
    rest."""
    wide = _ratio(points, reference, "asis_r", "asis_l")
    if not np.isfinite(wide):
        wide = _ratio(points, reference, "hip_centre_r", "hip_centre_l")
    deeper = [_ratio(points, reference, "mid_asis", back) for back in ("sacrum", "mid_psis")]
    deeper = [r for r in deeper if np.isfinite(r)]
    deep = float(np.mean(deeper)) if deeper else float("nan")
    known = [float(v) for v in (wide, deep) if np.isfinite(v)] or [default]
    mean = float(np.mean(known))
    return np.array([deep if np.isfinite(deep) else mean, mean, wide if np.isfinite(wide) else mean])


def _hip_centres(points: dict[str, Floats], body: Body) -> None:
    """Adds hip centres from the pelvic landmarks by a rigid fit, where they are not recorded themselves."""
    names = [n for n in ("asis_r", "asis_l", "psis_r", "psis_l", "sacrum") if n in points]
    if len(names) < 3:
        return
    observed = np.stack([points[n] for n in names], axis=1)
    seen = np.isfinite(observed).all(axis=-1).astype(float)
    rotation, position = fit_rigid(np.array([body.local(n)[1] for n in names]), observed, seen)
    bad = seen.sum(axis=1) < 3
    for side in SUFFIXES:
        centre = position + rotation @ body.local("hip_centre" + side)[1]
        centre[bad] = np.nan
        points.setdefault("hip_centre" + side, centre)


def stature_factor(points: Points, reference: Points) -> float:
    """Stature over the reference body's, from the height of head or shoulders above the feet; NaN when not to be
    seen."""
    feet = [
        n
        for n in ("heel_r", "heel_l", "toe_r", "toe_l", "big_toe_r", "big_toe_l", "ankle_lateral_r", "ankle_lateral_l")
        if n in points
    ]
    tops = [n for n in ("head_top", "mid_acromion", "shoulder_centre_r") if n in points]
    if not feet or not tops:
        return float("nan")

    def height(of: Points) -> float:
        lowest = np.nanmin([np.nanmin(of[n][:, 1]) for n in feet])
        return float(np.nanmedian(of[tops[0]][:, 1]) - lowest)

    return height(points) / height(reference)


def measure_segments(points: Points, *, height_m: float | None) -> tuple[dict[str, Floats], tuple[str, ...], float]:
    """Scale factors of every group, the groups that were really measured, and the stature in metres used for the rest.

    Both sides are averaged, so that a left-right difference of the marker placement does not become one of the bones.
    """
    body = Body()
    reference_body = Body(scale={g: np.ones(3) for g in SCALE_GROUPS})
    found = _with_middles(points)
    # A middle of two landmarks is compared with the same middle on the body, not with the joint centre near it.
    nominal = reference_body.landmark_positions(body.default_values())
    recorded = {name: nominal[name] for name in nominal if name in points or name.startswith("hip_centre")}
    reference = _with_middles(recorded)
    stature = height_m / REFERENCE_HEIGHT_M if height_m else stature_factor(found, reference)
    default = stature if np.isfinite(stature) else 1.0
    scale = {group: np.full(3, default) for group in SCALE_GROUPS}
    scale["pelvis"] = _pelvis(found, reference, default)
    measured = ["pelvis"] if "asis_r" in found or "hip_centre_r" in found else []
    _hip_centres(found, Body(scale={**scale, "pelvis": scale["pelvis"]}))
    for group, ways in MEASURED.items():
        for one, other in ways:
            ratios = [_ratio(found, reference, one + s, other + s) for s in SUFFIXES]
            ratios = [r for r in ratios if PLAUSIBLE[0] * default < r < PLAUSIBLE[1] * default]
            if ratios:
                scale[group] = np.full(3, np.mean(ratios))
                measured.append(group)
                break
    return scale, tuple(measured), default * REFERENCE_HEIGHT_M
