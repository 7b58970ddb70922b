"""Distances between markers that tell the sizes of a person's parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from psoas.body.anatomy.skin_standoff import MARKER_RADIUS_M, BodyBuild, marker_place, placement_error
from psoas.core.arrays import Floats
from psoas.core.sides import SUFFIXES
from psoas.kinematics.ik.rigid_registration import fit_rigid

Points = Mapping[str, Floats]
"""Landmark -> positions (T, 3) in the room, metres."""
Place = tuple[str, ...]
"""Landmarks in whose middle a point lies."""

PELVIC = ("asis_r", "asis_l", "psis_r", "psis_l", "sacrum", "iliac_crest_r", "iliac_crest_l")
"""Landmarks whose distances size the pelvis, and of which any three give the hip centres."""
MIDDLES = {
    # landmark: two landmarks in whose middle it lies
    "knee_centre": ("knee_lateral", "knee_medial"),
    "ankle_centre": ("ankle_lateral", "ankle_medial"),
    "elbow_centre": ("elbow_lateral", "elbow_medial"),
    "wrist_centre": ("wrist_radial", "wrist_ulnar"),
}
SIDES_OF = tuple(MIDDLES.values())
KNEE, ANKLE, ELBOW, WRIST = (((centre,), sides) for centre, sides in MIDDLES.items())
LATERAL_KNEE, LATERAL_ANKLE = ("knee_lateral",), ("ankle_lateral",)
SHARED_M = 0.006
"""Error that all distances of one kind share, because people differ from the body in more than size (assumed)."""
SIDED: tuple[tuple[str, tuple[Place, ...], tuple[Place, ...], bool, float], ...] = (
    # what it sizes; ways to find either end, best first; whether all of them count; further error, metres
    ("thigh", (("hip_centre",),), (*KNEE, LATERAL_KNEE), False, 0.0),
    ("thigh", (("greater_trochanter",),), (*KNEE, LATERAL_KNEE), False, 0.010),
    ("shank", (*KNEE, LATERAL_KNEE), (*ANKLE, LATERAL_ANKLE), False, 0.0),
    ("foot", (("heel",),), (("toe",), ("big_toe",), ("toe_lateral",), ("toe_medial",), ("metatarsal_2",)), True, 0.010),
    ("upper_arm", (("shoulder_centre",),), (*ELBOW, ("elbow_lateral",)), False, 0.015),
    ("thigh", (("knee_lateral",),), (("knee_medial",),), False, 0.012),
    ("shank", (("ankle_lateral",),), (("ankle_medial",),), False, 0.010),
    ("upper_arm", (("elbow_lateral",),), (("elbow_medial",),), False, 0.012),
    ("forearm", (("wrist_radial",),), (("wrist_ulnar",),), False, 0.012),
    ("forearm", (*ELBOW, ("elbow_lateral",)), (*WRIST, ("wrist_radial",), ("wrist_ulnar",)), False, 0.008),
)
TRUNK: tuple[tuple[str, Place, Place, float], ...] = (
    # bends and shrugs between these: a wide error (assumed)
    ("thorax", ("hip_centre_r", "hip_centre_l"), ("c7",), 0.030),
    ("thorax", ("hip_centre_r", "hip_centre_l"), ("acromion_r", "acromion_l"), 0.045),
    ("thorax", ("hip_centre_r", "hip_centre_l"), ("shoulder_centre_r", "shoulder_centre_l"), 0.040),
    ("head", ("acromion_r", "acromion_l"), ("head_top",), 0.050),
)
QUIET: tuple[tuple[str, Place, Place, float], ...] = (
    # in quiet standing also from top to foot: the knee may be 5 degrees off straight, the back bent a little (assumed)
    ("legs", ("hip_centre_r",), ("ankle_centre_r",), 0.0),
    ("legs", ("hip_centre_r",), ("ankle_lateral_r", "ankle_medial_r"), 0.0),
    ("legs", ("hip_centre_r",), ("ankle_lateral_r",), 0.0),
    ("legs", ("hip_centre_l",), ("ankle_centre_l",), 0.0),
    ("legs", ("hip_centre_l",), ("ankle_lateral_l", "ankle_medial_l"), 0.0),
    ("legs", ("hip_centre_l",), ("ankle_lateral_l",), 0.0),
    ("stature", ("head_top",), ("heel_r", "heel_l"), 0.020),
    ("stature", ("acromion_r", "acromion_l"), ("heel_r", "heel_l"), 0.030),
)


@dataclass(frozen=True)
class SizeMeasure:
    """A distance between two points in metres, what it sizes, and its standard error in metres."""

    sizes: str
    one: Place
    other: Place
    metres: float
    error_m: float

    @property
    def landmarks(self) -> frozenset[str]:
        """All landmarks that it takes."""
        return frozenset((*self.one, *self.other))

    @property
    def is_width(self) -> bool:
        """Whether it is the distance between the two sides of one joint."""
        return any({self.one, self.other} == {(pair[0] + s,), (pair[1] + s,)} for pair in SIDES_OF for s in SUFFIXES)


def collect_measures(points: Points, *, quiet: bool = False) -> list[SizeMeasure]:
    """Every distance that sizes something, from landmarks that were recorded (and hip centres, if they are there).

    ``quiet``: the frames show quiet standing.
    """
    found = list(_pelvic(points))
    for sizes, ones, others, every, more in SIDED:
        for side in SUFFIXES:
            ends = list(_pairs(points, ones, others, side, every=every))
            found += [_measure(points, sizes, one, other, more) for one, other in ends]
    taken = set[tuple[str, str]]()
    for sizes, one, other, more in (*TRUNK, *(QUIET if quiet else ())):
        key = sizes, one[0] if sizes == "legs" else ""
        if key not in taken and _has(points, one) and _has(points, other):
            taken.add(key)
            found.append(_measure(points, sizes, one, other, more))
    return [one for one in found if np.isfinite(one.metres) and one.metres > 0]


def middle(points: Points, place: Place) -> Floats:
    """The middle (T, 3) of some landmarks."""
    return np.asarray(np.mean([points[name] for name in place], axis=0))


def typical_distance(points: Points, one: Place, other: Place) -> float:
    """Median distance between two points, metres; NaN where they are never seen together."""
    gap = np.linalg.norm(middle(points, one) - middle(points, other), axis=1)
    return float(np.median(gap[np.isfinite(gap)])) if np.isfinite(gap).any() else float("nan")


def joint_widths(points: Points, given: Mapping[str, float]) -> dict[str, float]:
    """Widths across knees and ankles under the skin by joint, metres: ``given`` ones, else between the two markers."""
    found = {}
    for joint in ("knee", "ankle"):
        for side in SUFFIXES:
            pair = (f"{joint}_lateral{side}",), (f"{joint}_medial{side}",)
            if all(_has(points, place) for place in pair):
                found[joint + side] = typical_distance(points, *pair) - 2 * MARKER_RADIUS_M
    return found | dict(given)


def hip_centres(points: Points, factors: Mapping[str, Floats], build: BodyBuild) -> dict[str, Floats]:
    """Hip centres (T, 3) from at least three markers of the pelvis by a rigid fit; none where fewer were recorded."""
    names = [name for name in PELVIC if name in points]
    if len(names) < 3:
        return {}
    local = []
    for name in names:
        grows, fixed = marker_place(name, build)
        local.append(grows * factors["pelvis"] + fixed)
    observed = np.stack([points[name] for name in names], axis=1)
    seen = np.isfinite(observed).all(axis=-1).astype(float)
    rotation, position = fit_rigid(np.array(local), observed, seen)
    found = {}
    for side in SUFFIXES:
        grows, _ = marker_place("hip_centre" + side, build)
        found["hip_centre" + side] = position + rotation @ (grows * factors["pelvis"])
        found["hip_centre" + side][seen.sum(axis=1) < 3] = np.nan
    return found


def _pelvic(points: Points) -> list[SizeMeasure]:
    """All distances on the pelvis; they share markers, so together they count as much as two (width and depth)."""
    names = [name for name in PELVIC if name in points]
    if len(names) < 3:
        names += [name for name in ("hip_centre_r", "hip_centre_l") if name in points]
    found = [_measure(points, "pelvis", (one,), (other,), 0.0) for one, other in combinations(names, 2)]
    share = np.sqrt(max(len(found) / 2, 1.0))
    return [replace(one, error_m=float(share * one.error_m)) for one in found]


def _pairs(
    points: Points, ones: Iterable[Place], others: Iterable[Place], side: str, *, every: bool
) -> Iterator[tuple[Place, Place]]:
    """The ends that were recorded on one side: all of them, or the best of each alone."""
    first, second = (
        [at for way in ways if _has(points, at := tuple(name + side for name in way))] for ways in (ones, others)
    )
    for one in first if every else first[:1]:
        for other in second if every else second[:1]:
            yield one, other


def _has(points: Points, place: Place) -> bool:
    return all(name in points for name in place)


def _measure(points: Points, sizes: str, one: Place, other: Place, more: float) -> SizeMeasure:
    error = np.hypot(SHARED_M, more)
    for place in (one, other):
        error = np.hypot(error, np.sqrt(np.mean([placement_error(name) ** 2 for name in place]) / len(place)))
    return SizeMeasure(sizes, one, other, typical_distance(points, one, other), float(error))
