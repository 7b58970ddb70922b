"""Markers of any known set on a made-up person who walks, squats or stands up from a chair.

Every person has limbs of their own, places each marker a little off its landmark, has skin that moves over the bone,
and is recorded with noise and gaps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from psoas.body.model.body import Body
from psoas.body.person import REFERENCE_HEIGHT_M, Person
from psoas.core.arrays import Floats
from psoas.core.sides import strip_suffix
from psoas.kinematics.from_coordinates import motion_from_coordinates
from psoas.kinematics.ik.marker_attachment import CLUSTER_SEGMENTS
from psoas.kinematics.ik.size_measures import MIDDLES
from psoas.recording import CLUSTER, Markers, marker_sets, read

WALK = Path(__file__).resolve().parents[1] / "examples" / "walking_truth.mot"
RATE_HZ = 50
SECONDS = 4.0
LIMB_SPREAD = 0.04
PLACEMENT_M, SKIN_M, NOISE_M = 0.010, 0.006, 0.001
GAPS_PER_MARKER, GAP_FRAMES = 1.0, 10
AROUND = {
    # part: radius, (from, to) along the long axis, metres on the reference body
    "thigh": (0.075, -0.10, -0.32),
    "shank": (0.05, -0.06, -0.30),
    "upper_arm": (0.045, -0.08, -0.22),
    "forearm": (0.035, -0.06, -0.18),
}
ON = {
    "pelvis": ((-0.16, 0.08, 0.03), (-0.15, -0.02, -0.03), (-0.07, 0.03, 0.15), (-0.07, 0.03, -0.15)),
    "torso": ((-0.08, 0.2, 0.09), (-0.08, 0.14, -0.08), (0.08, 0.24, 0.1), (-0.06, 0.28, -0.13)),
    "head": ((-0.06, 0.14, 0.06), (-0.06, 0.14, -0.06), (0.11, 0.14, 0.0), (0.04, 0.18, 0.08)),
    "foot": ((0.06, 0.045, 0.0), (-0.01, 0.04, 0.0), (0.0, 0.02, 0.04)),
    "hand": ((0.0, -0.05, 0.03), (0.0, -0.05, -0.03)),
}
SQUAT = {"hip_flexion": 95, "knee_angle": 110, "ankle_angle": 28, "pelvis_tilt": -25, "lumbar_extension": -15,
         "arm_flex": 70}  # fmt: skip
SEATED = {"hip_flexion": 80, "knee_angle": 92, "ankle_angle": 5}
LEANING = {"hip_flexion": 105, "knee_angle": 95, "ankle_angle": 15, "pelvis_tilt": -30, "arm_flex": 20}
MOVEMENTS = ("walk", "squat", "sit_to_stand")


@dataclass(frozen=True)
class MadeUp:
    """Markers under names that say nothing, and the place that each shows."""

    markers: Markers
    truth: dict[str, str]


def movement(body: Body, name: str, random: np.random.Generator) -> Floats:
    """Coordinates (T, N) of a movement on a body, feet on the floor, facing anywhere."""
    time = np.arange(int(SECONDS * RATE_HZ)) / RATE_HZ
    if name == "walk":
        truth = motion_from_coordinates(read(WALK), body)
        step = round(1.0 / (RATE_HZ * float(np.median(np.diff(truth.time)))))
        values = truth.values[:: max(step, 1)][: len(time)].copy()
    else:
        ends = [_posture(body, way) for way in ({}, SQUAT if name == "squat" else LEANING, SEATED)]
        share = 0.5 - 0.5 * np.cos(2 * np.pi * 0.4 * time)
        if name == "squat":
            values = ends[0] + share[:, None] * (ends[1] - ends[0])
        else:
            low, high = np.clip(share * 2, 0, 1)[:, None], np.clip(share * 2 - 1, 0, 1)[:, None]
            values = ends[0] + low * (ends[1] - ends[0]) + high * (ends[2] - ends[1])
    for coordinate in ("arm_flex", "arm_add", "elbow_flex", "hip_adduction", "hip_rotation", "pro_sup"):
        for side in "rl":
            start = 45.0 if coordinate == "pro_sup" else 4.0 if coordinate == "elbow_flex" else 0.0
            values[:, body.coordinate_index(f"{coordinate}_{side}")] += np.radians(start + abs(random.normal(0, 4)))
    feet = [n for n in body.landmarks if strip_suffix(n) in ("heel", "toe_medial", "toe_lateral")]
    at = np.stack(list(body.landmark_positions(values, tuple(feet)).values()), axis=1)
    values[:, body.coordinate_index("pelvis_ty")] -= at[..., 1].min(axis=1)
    return values


def _posture(body: Body, angles: Mapping[str, float]) -> Floats:
    values = body.default_values()
    for name in body.coordinate_names:
        if (base := strip_suffix(name)) in angles:
            values[body.coordinate_index(name)] = np.radians(angles[base])
    return values


def made_up(set_name: str, movement_name: str, *, height_m: float, seed: int, gaps: bool = True) -> MadeUp:
    """A made-up person of a height who wears a known set; Z may be up and the person may face anywhere."""
    random = np.random.default_rng(seed)
    size = height_m / REFERENCE_HEIGHT_M
    person = Person.of(height_m=height_m)
    scale = {g: np.full(3, size * (1 + random.normal(0, LIMB_SPREAD))) for g in Body(person).scale}
    body = Body(person, scale=scale)
    poses = body.poses(movement(body, movement_name, random))
    worn = _distinct_places(marker_sets()[set_name].markers)
    positions = []
    for place in worn.values():
        segment, at = _worn_at(body, place, random)
        position, rotation = poses.of(segment)
        sway = _skin(len(position), random)
        positions.append(position + np.einsum("tij,tj->ti", rotation, at + sway))
    seen = np.stack(positions, axis=1) + random.normal(0, NOISE_M, (len(positions[0]), len(positions), 3))
    if gaps:
        _make_gaps(seen, random)
    turn = random.uniform(0, 2 * np.pi)
    c, s = np.cos(turn), np.sin(turn)
    seen = seen @ np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]]).T
    if seed % 2:
        seen = seen[..., [2, 0, 1]]  # Z up
    order = random.permutation(len(worn))
    names = tuple(f"M{i:02}" for i in range(len(worn)))
    places = [tuple(worn.values())[i] for i in order]
    return MadeUp(Markers(names, seen[:, order]), dict(zip(names, places, strict=True)))


def _distinct_places(markers: Mapping[str, str]) -> dict[str, str]:
    """The set's markers, each landmark once: names that mean the same are spellings of one marker. A centre between two
    marked sides of a joint is left out."""
    taken: set[str] = set()
    there = set(markers.values())
    found = {}
    for name, place in markers.items():
        base, side = strip_suffix(place), place[len(strip_suffix(place)) :]
        spare = base in MIDDLES and all(one + side in there for one in MIDDLES[base])
        if place.startswith(CLUSTER) or (place not in taken and not spare):
            taken.add(place)
            found[name] = place
    return found


def _worn_at(body: Body, place: str, random: np.random.Generator) -> tuple[str, Floats]:
    """Segment and place (3,) in it where somebody puts a marker, metres."""
    if not place.startswith(CLUSTER):
        segment, at = body.local(place)
        return segment, at + random.normal(0, PLACEMENT_M, 3)
    part = place.removeprefix(CLUSTER)
    base, side = strip_suffix(part), part[len(strip_suffix(part)) :]
    mirror = np.array([1.0, 1.0, -1.0 if side == "_l" else 1.0])
    if base in AROUND:
        radius, start, end = AROUND[base]
        angle, along = random.uniform(-np.pi / 2, np.pi), random.uniform(end, start)
        at = np.array([radius * np.cos(angle), along, radius * np.sin(angle)])
    else:
        at = np.array(ON[base][random.integers(len(ON[base]))]) + random.normal(0, 0.01, 3)
    segment = CLUSTER_SEGMENTS[base] + side
    return segment, at * mirror * body.segment_scale(segment)


def _skin(frames: int, random: np.random.Generator) -> Floats:
    """Slow movement (T, 3) of skin over bone, metres."""
    time = np.arange(frames) / RATE_HZ
    phase, speed = random.uniform(0, 2 * np.pi, 3), random.uniform(0.5, 2.0, 3)
    return np.asarray(random.normal(0, SKIN_M, 3) * np.sqrt(2) * np.sin(2 * np.pi * speed * time[:, None] + phase))


def _make_gaps(seen: Floats, random: np.random.Generator) -> None:
    """Stretches in which a marker is not seen, put into positions (T, M, 3)."""
    for m in range(seen.shape[1]):
        for _ in range(random.poisson(GAPS_PER_MARKER)):
            start = random.integers(0, len(seen) - GAP_FRAMES)
            seen[start : start + GAP_FRAMES, m] = np.nan
