"""The moving picture of an exercise: bones and psoas between its keyframes, small enough to send with a session.

It moves the bones of a scene that is already on the page (``psoas.scene/1``), so it holds no meshes. Lengths are those
of the reference body.
"""

from __future__ import annotations

import base64
import threading
from functools import cache, lru_cache
from typing import TypedDict

import numpy as np
from numpy.typing import ArrayLike
from scipy.spatial.transform import Rotation

from psoas.body.anatomy.coordinates import coordinates
from psoas.body.meshes import PARENTS, segment_meshes
from psoas.body.model.body import Body, Poses
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.core.sides import SIDES, SUFFIXES, find_suffix, swap_suffix
from psoas.knowledge.exercise import Exercise
from psoas.knowledge.exercise_library import find_exercise
from psoas.mechanics.static_equilibrium import balance_posture
from psoas.render.scene import POINTS, drawn_fascicles, resample_paths

SCHEMA = "psoas.figure/1"
FRAMES = 16
"""Pictures from the first keyframe to the last; between them the viewer blends (a millimetre off at most)."""
METRE, WHOLE, PERCENT = 8000, 32767, 100
"""Steps of a metre, of a unit quaternion and of a percent in 16-bit numbers: an eighth of a millimetre."""
ACROSS = (
    "pelvis_tz",
    "pelvis_list",
    "pelvis_rotation",
    "lumbar_bending",
    "lumbar_rotation",
    "neck_bending",
    "neck_rotation",
)
"""Coordinates whose sign turns in a mirror."""
ON_FEET = (
    "standing",
    "split",
    "wall_sit",
    "half_kneeling",
    "bridge",
    "leaning_seat",
    "front_plank",
    "one_foot_plank",
    "push_up",
)
"""Supports in which the feet stay where they are and the rest moves; in all others the pelvis does."""
LOW = 0.8
"""Lower than this part of its length, a body lies (assumed; the drawings were looked at)."""
FORWARD_M = 0.02
"""Bones that go further forwards or back than this, on the mean, are hard to see from in front (assumed, likewise)."""
_lock = threading.Lock()


class Animation(TypedDict):
    """``psoas.figure/1``; arrays are base64 of little-endian 16-bit numbers."""

    schema: str
    name: str
    side: str
    label: str
    at_s: list[float]
    keyframes: list[int]
    segments: list[str]
    metre: int
    whole: int
    hundred: int
    position: str
    quaternion: str
    points: str
    percent: str
    view: str


def exercise_animation(name: str, side: str = "right") -> Animation:
    """The picture of an exercise done by one side, JSON-ready: ``at_s`` of each frame, ``keyframes`` as frame numbers,
    and base64 of little-endian 16-bit numbers: ``position`` (T, S, 3) and ``points`` (T, F, P, 3) in 1/``metre`` m,
    ``quaternion`` (T, S, 4) in 1/``whole``, ``percent`` of standing length (T, F) in 1/``hundred``; the lowest bone
    stands at height 0. ``view`` shows most of the movement.

    Raises ``InputError`` for an unknown exercise or side.
    """
    if side not in SIDES:
        raise InputError(message("practice.no_side", side=side))
    return {**_animation(name, side), "label": find_exercise(name).label}


@lru_cache(maxsize=256)
def _animation(name: str, side: str) -> Animation:
    """The picture without words, which are of the language of the moment."""
    with _lock:
        return _figure(find_exercise(name), side)


def mirror_coordinates(values: Floats) -> Floats:
    """Coordinates (..., N) of the mirror image: right and left change places."""
    names = [c.name for c in coordinates()]
    place = [names.index(swap_suffix(name)) for name in names]
    sign = np.array([-1.0 if name in ACROSS else 1.0 for name in names])
    return np.asarray(values[..., place] * sign)


@cache
def _body() -> Body:
    return Body()


def _figure(one: Exercise, side: str) -> Animation:
    body = _body()
    held = np.array([balance_posture(body, frame.posture.values, frame.support) for frame in one.keyframes])
    times, keys = _times([frame.at_s for frame in one.keyframes])
    values = np.stack([np.interp(times, [f.at_s for f in one.keyframes], column) for column in held.T], axis=1)
    if side == "left":
        values = mirror_coordinates(values)
    poses, lines = body.poses(values), drawn_fascicles(body)
    shift = _shift(body, poses, one.keyframes[-1].support, side)
    owner = [body.segment_names.index(PARENTS.get(name, name)) for name in segment_meshes()]
    position = poses.position[:, owner] + shift[:, None]
    points = resample_paths(body.path_points_of(values, lines), POINTS) + shift[:, None, None]
    percent = 100 * body.paths(values).length[:, lines] / body.standing_length[lines]
    turned = Rotation.from_matrix(poses.rotation[:, owner].reshape(-1, 3, 3)).as_quat().reshape(len(times), -1, 4)
    return {
        "schema": SCHEMA,
        "name": one.name,
        "side": side,
        "label": "",
        "at_s": [round(float(t), 3) for t in times],
        "keyframes": keys,
        "segments": list(segment_meshes()),
        "metre": METRE,
        "whole": WHOLE,
        "hundred": PERCENT,
        "position": _base64_i16(position * METRE),
        "quaternion": _base64_i16(turned * WHOLE),
        "points": _base64_i16(points * METRE),
        "percent": _base64_i16(percent * PERCENT),
        "view": _view(position),
    }


def _times(at_s: list[float]) -> tuple[Floats, list[int]]:
    """Times (T,) of the frames, every keyframe among them, and the frame number of each keyframe."""
    if len(at_s) == 1:
        return np.zeros(1), [0]
    each = max(1, round((FRAMES - 1) / (len(at_s) - 1)))
    times = np.interp(np.arange(each * (len(at_s) - 1) + 1) / each, np.arange(len(at_s)), at_s)
    return times, [each * k for k in range(len(at_s))]


def _shift(body: Body, poses: Poses, support: str, side: str) -> Floats:
    """What to move each frame by (T, 3): what bears the body stays in its place, and the floor is at height 0."""
    lowest = _lowest(body, poses)
    if not support.startswith(ON_FEET):
        up = np.full(len(lowest), -lowest.min())
        return np.stack([np.zeros_like(up), up, np.zeros_like(up)], axis=1)
    foot = find_suffix(support)
    if support.startswith("half_kneeling"):
        foot = swap_suffix(foot)
    if side == "left" and foot:
        foot = swap_suffix(foot)
    feet = [foot] if foot else SUFFIXES
    place = np.mean([poses.of(f"calcn{one}")[0] for one in feet], axis=0)
    moved = place[0] - place
    return np.stack([moved[:, 0], -lowest, moved[:, 2]], axis=1)


def _lowest(body: Body, poses: Poses) -> Floats:
    """Height (T,) of the lowest bone."""
    found = np.full(len(poses.position), np.inf)
    for name, mesh in segment_meshes().items():
        position, rotation = poses.of(PARENTS.get(name, name))
        own = mesh.vertices[::3] * body.segment_scale(PARENTS.get(name, name))
        found = np.minimum(found, (rotation[:, 1] @ own.T).min(axis=1) + position[:, 1])
    return found


def _view(position: Floats) -> str:
    """Where bones (T, S, 3) are seen best from. Nobody is seen along the body: who lies on the back, on the front or
    on all fours is seen from the "side", who lies on the side from in front and "above". Who stands is seen from the
    "front" when moving sideways; whoever is upright and moves forwards or back, "turned" well to the side; all others
    a little turned."""
    along, up, across = np.ptp(position[0], axis=0)
    if up < LOW * max(along, across):
        return "above" if across > along else "side"
    way = np.abs(position - position[0]).max(axis=0).mean(axis=0)
    if across > along and way[2] > 1.5 * way[0]:
        return "front"
    return "turned" if way[0] > FORWARD_M else "start"


def _base64_i16(values: ArrayLike) -> str:
    return base64.b64encode(np.ascontiguousarray(np.round(np.asarray(values, float)), "<i2").tobytes()).decode("ascii")
