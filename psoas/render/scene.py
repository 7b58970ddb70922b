"""The scene that the 3D viewer moves (``psoas.scene/1``): bones, poses and fascicles as compact JSON."""

from __future__ import annotations

import base64
from typing import NotRequired, TypedDict

import numpy as np
from numpy.typing import ArrayLike
from scipy.spatial.transform import Rotation

from psoas.body.anatomy.anatomy_tables import muscles
from psoas.body.meshes import PARENTS, Mesh, segment_meshes
from psoas.body.model.body import Body, Poses
from psoas.core.arrays import Floats, Ints
from psoas.core.catalogue import browser_words, text
from psoas.core.sides import LETTERS
from psoas.kinematics.motion import Motion
from psoas.mechanics.muscle_geometry import GROUPS

SCHEMA = "psoas.scene/1"
POINTS = 12
"""Points a fascicle's path is resampled to."""
FASTEST_HZ = 30.0
STRESS_N_M2 = 46e4
"""Force per area that turns maximal force into thickness, for the drawing (source bogduk1992)."""
BULGE = 1.47
"""The viewer's belly is this much thicker than the radius it is given."""
FLATTEN = {"psoas": 1.0, "iliacus": 0.8}
"""Three lines stand for the iliacus' whole sheet, so they are drawn thinner than their share of it."""


class SceneSegment(TypedDict):
    """One bone, disc or part of the diaphragm: its mesh as base64, its size and its name in words."""

    name: str
    kind: str
    label: str
    scale: list[float]
    vertices: str
    faces: str


class SceneFascicle(TypedDict):
    """One line of muscle that is drawn."""

    name: str
    label: str
    muscle: str
    side: str
    radius_m: float
    max_force_n: float


class SceneFrame(TypedDict):
    """What moves: poses, paths, length and pull, each base64 of 32-bit floats."""

    position: str
    quaternion: str
    points: str
    percent: str
    force: NotRequired[str]


class Scene(SceneFrame):
    """``psoas.scene/1``; ``force`` and ``force_range`` only where pulls are known."""

    schema: str
    words: dict[str, str]
    segments: list[SceneSegment]
    time: list[float]
    fascicles: list[SceneFascicle]
    percent_range: list[float]
    force_range: NotRequired[list[float]]
    floor_y: float
    heading: list[float]
    treadmill: bool


def build_scene(
    motion: Motion, *, treadmill: bool = False, max_frames: int = 300, tension: Floats | None = None
) -> Scene:
    """``motion`` as JSON-ready values, at most ``max_frames`` of its seen frames and ``FASTEST_HZ``.

    ``tension`` (T, F) holds the pull of each of the ``fascicles`` in newtons at the motion's frames, 0 where unknown.
    Raises ``ValueError`` when no frame was seen.
    """
    frames = choose_frames(motion, max_frames=max_frames)
    if not len(frames):
        raise ValueError("no frame of the motion was seen")
    body, values, time = motion.body, motion.values[frames], motion.time[frames]
    poses = body.poses(values)
    lines = drawn_fascicles(body)
    points = resample_paths(body.path_points_of(values, lines), POINTS)
    percent = 100 * body.paths(values).length[:, lines] / body.standing_length[lines]
    meshes = segment_meshes()
    owner = [body.segment_names.index(PARENTS.get(name, name)) for name in meshes]
    scene: Scene = {
        "schema": SCHEMA,
        "words": browser_words("viewer"),
        "segments": [_segment(body, name, mesh) for name, mesh in meshes.items()],
        "time": [round(float(t), 4) for t in time],
        "position": base64_f32(poses.position[:, owner]),
        "quaternion": base64_f32(Rotation.from_matrix(poses.rotation[:, owner].reshape(-1, 3, 3)).as_quat()),
        "fascicles": [_fascicle(body, int(i)) for i in lines],
        "points": base64_f32(points),
        "percent": base64_f32(percent),
        "percent_range": list(percent_range(percent)),
        "floor_y": round(floor_height(body, poses), 4),
        "heading": [round(float(x), 4) for x in pelvis_heading(poses)],
        "treadmill": treadmill,
    }
    if tension is not None:
        scene["force"] = base64_f32(tension[frames])
        scene["force_range"] = [0.0, _greatest_pull(body, tension[frames])]
    return scene


def choose_frames(motion: Motion, *, max_frames: int) -> Ints:
    """Which frames (K,) to show: seen ones, evenly thinned out."""
    seen = np.flatnonzero(np.isfinite(motion.values).all(axis=1))
    if len(seen) < 2:
        return seen
    duration = float(motion.time[seen[-1]] - motion.time[seen[0]])
    wanted = min(max_frames, len(seen), max(2, round(duration * FASTEST_HZ) + 1))
    picked = np.unique(np.linspace(0, len(seen) - 1, wanted).round().astype(int))
    return np.asarray(seen[picked], dtype=np.intp)


def drawn_fascicles(body: Body) -> Ints:
    """The lines that are drawn (F,): psoas, then iliacus, right before left."""
    return np.concatenate([body.muscles_of(group, side) for group in GROUPS for side in LETTERS])


def resample_paths(paths: Floats, count: int) -> Floats:
    """Paths (..., K, 3) as ``count`` points at equal steps of their length (..., count, 3)."""
    flat = paths.reshape(-1, *paths.shape[-2:])
    reach = np.cumsum(np.linalg.norm(np.diff(flat, axis=1), axis=2), axis=1)
    reach = np.concatenate([np.zeros((len(flat), 1)), reach], axis=1)
    wanted = reach[:, -1:] * np.linspace(0, 1, count)
    piece = np.clip((reach[:, None, :] <= wanted[:, :, None]).sum(axis=2) - 1, 0, flat.shape[1] - 2)
    row = np.arange(len(flat))[:, None]
    start, size = reach[row, piece], reach[row, piece + 1] - reach[row, piece]
    share = np.where(size > 0, (wanted - start) / np.where(size > 0, size, 1.0), 0.0)[..., None]
    found = flat[row, piece] * (1 - share) + flat[row, piece + 1] * share
    return np.asarray(found.reshape(*paths.shape[:-2], count, 3))


def percent_range(percent: Floats) -> tuple[float, float]:
    """The colour scale's ends in even percents: everything seen, standing in the middle unless one way prevails."""
    short, long = max(100 - float(percent.min()), 2.0), max(float(percent.max()) - 100, 2.0)
    if max(short, long) <= 2 * min(short, long):
        short = long = max(short, long)
    return 100 - 2 * float(np.ceil(short / 2)), 100 + 2 * float(np.ceil(long / 2))


def _greatest_pull(body: Body, tension: Floats) -> float:
    """Where the colour scale of the pull (K, F), newtons, ends: percent of each fascicle's greatest force."""
    top = float((100 * tension / body.architecture.max_force[drawn_fascicles(body)]).max())
    return max(5.0, 5.0 * float(np.ceil(top / 5.0)))


def floor_height(body: Body, poses: Poses) -> float:
    """Height (m) that the lowest bone reaches again and again: the floor."""
    lowest = np.full(len(poses.position), np.inf)
    for name, mesh in segment_meshes().items():
        segment = PARENTS.get(name, name)
        position, rotation = poses.of(segment)
        own = mesh.vertices[::3] * body.segment_scale(segment)
        lowest = np.minimum(lowest, (rotation[:, 1] @ own.T).min(axis=1) + position[:, 1])
    return float(np.percentile(lowest, 5))


def pelvis_heading(poses: Poses) -> Floats:
    """Direction (x, z) that the pelvis mostly faces, of length 1; lying down, forward."""
    ahead = poses.of("pelvis")[1][:, [0, 2], 0].mean(axis=0)
    size = float(np.linalg.norm(ahead))
    return np.asarray(ahead / size) if size > 0.2 else np.array([1.0, 0.0])


def belly_radius(muscle: int) -> float:
    """Radius (m) to draw a fascicle's belly with: its maximal force as a round cross-section."""
    line = muscles()[muscle]
    return float(np.sqrt(line.max_force / STRESS_N_M2 / np.pi)) * FLATTEN.get(line.group, 1.0)


def base64_f32(values: ArrayLike) -> str:
    """Little-endian 32-bit floats as base64 text."""
    return base64.b64encode(np.ascontiguousarray(values, "<f4").tobytes()).decode("ascii")


def _segment(body: Body, name: str, mesh: Mesh) -> SceneSegment:
    kind = next((k for k in ("diaphragm", "disc") if name.startswith(k)), "bone")
    return {
        "name": name,
        "kind": kind,
        "label": text(f"bone.{name}"),
        "scale": [round(float(x), 5) for x in body.segment_scale(PARENTS.get(name, name))],
        "vertices": base64_f32(mesh.vertices),
        "faces": base64.b64encode(np.ascontiguousarray(mesh.faces, "<u4").tobytes()).decode("ascii"),
    }


def _fascicle(body: Body, index: int) -> SceneFascicle:
    line = muscles()[index]
    side = "right" if line.name.endswith("_r") else "left"
    return {
        "name": line.name,
        "label": f"{side.capitalize()} {line.group}, {line.label}",
        "muscle": line.group,
        "side": side,
        "radius_m": round(belly_radius(index) / BULGE, 5),
        "max_force_n": round(float(body.architecture.max_force[index]), 2),
    }
