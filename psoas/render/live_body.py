"""The live body: a posture in, the place of every bone and strand out, and what it means for the psoas."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.spatial.transform import Rotation

from psoas.analysis.posture_summary import CRURA, JOINT_CENTRE_M
from psoas.body.meshes import PARENTS, segment_meshes
from psoas.body.model.body import Body, Poses
from psoas.body.model.muscle_paths import MusclePaths
from psoas.body.person import Person
from psoas.body.posture_angles import lordosis_deg, stacking_deg
from psoas.body.postures import Posture, posture
from psoas.core.arrays import Floats
from psoas.core.sides import SIDE_LETTER
from psoas.kinematics.motion import Motion
from psoas.render.scene import POINTS, Scene, SceneFrame, base64_f32, build_scene, drawn_fascicles, resample_paths

PERCENT_ENDS = (76.0, 104.0)
"""Ends of the colour scale, percent of standing: about knees to the chest, and a hip as far back as it goes."""
PULL_TOP = 6.0
"""Deep end of the scale of pulls at rest, percent of a strand's greatest force."""
SPREAD = 64
"""Directions in which each bone's outermost point is kept, to find the floor below it."""


@dataclass(frozen=True)
class PsoasSide:
    """The psoas of one side: length in metres and in percent of standing, pull at rest in newtons, how far the hip is
    bent in degrees."""

    length: float
    percent: float
    pull: float
    hip: float


@dataclass(frozen=True)
class PostureFigures:
    """A posture in figures; lordosis and stacking in degrees. Of the right psoas at full force: the ``moment`` (5,) on
    each of ``levels``, N m, + arching, whether its sign is ``sure``, and the forward pull on the vertebrae of the
    crura, N."""

    right: PsoasSide
    left: PsoasSide
    lordosis: float
    stacking: float
    levels: tuple[str, ...]
    moment: tuple[float, ...]
    sure: tuple[bool, ...]
    crura: float


@dataclass(frozen=True)
class _SolvedPosture:
    """One posture, solved: poses, paths, the drawn strands' points (F, K, 3); of all lines (M,) length in percent of
    standing and pull at rest in newtons."""

    poses: Poses
    paths: MusclePaths
    points: Floats
    percent: Floats
    pull: Floats


class LiveBody:
    """One person's body that takes postures; safe to ask from several threads."""

    def __init__(self, person: Person | None = None) -> None:
        self.body = Body(person)
        self._lines = drawn_fascicles(self.body)
        self._lock = threading.Lock()
        self._owner = [self.body.segment_names.index(PARENTS.get(name, name)) for name in segment_meshes()]

    def scene(self) -> Scene:
        """The whole scene for the viewer (``psoas.scene/1``), standing, with colour scales for every posture."""
        values = posture().values[None]
        with self._lock:
            still = Motion(self.body, np.zeros(1), values, np.zeros(1, int))
            found = build_scene(still, tension=np.zeros((1, len(self._lines))))
        found["percent_range"], found["force_range"], found["floor_y"] = list(PERCENT_ENDS), [0.0, PULL_TOP], 0.0
        return {**found, **self.frame(self.solve(posture()))}

    def solve(self, taken: Posture) -> _SolvedPosture:
        """Everything that MuJoCo says of a posture; the only part that cannot run twice at once."""
        values, body = taken.values[None], self.body
        with self._lock:
            poses, paths = body.poses(values), body.paths(values)
            points = body.path_points_of(values, self._lines)[0]
        percent = 100 * paths.length[0] / body.standing_length
        pull = body.architecture.passive_force(paths.length)[0]
        return _SolvedPosture(poses, paths, points, percent, pull)

    def frame(self, solved: _SolvedPosture) -> SceneFrame:
        """What the viewer needs for one posture, standing, sitting or lying on a floor at height 0."""
        up = np.array([0.0, -self._lowest(solved.poses), 0.0])
        turned = Rotation.from_matrix(solved.poses.rotation[0, self._owner]).as_quat()
        return {
            "position": base64_f32(solved.poses.position[:, self._owner] + up),
            "quaternion": base64_f32(turned),
            "points": base64_f32(resample_paths(solved.points, POINTS) + up),
            "percent": base64_f32(solved.percent[self._lines]),
            "force": base64_f32(solved.pull[self._lines]),
        }

    def figures(self, taken: Posture, solved: _SolvedPosture) -> PostureFigures:
        """A posture in figures."""
        body = self.body
        right = body.muscles_of("psoas", SIDE_LETTER["right"])
        arm, strength = solved.paths.level_arm[0, right], body.architecture.max_force[right]
        moment = strength @ arm
        # A moment's sign may turn when a joint lies where other models place it (as `psoas posture` says it).
        margin = JOINT_CENTRE_M * strength @ (arm != 0)
        return PostureFigures(
            self._side("right", taken, solved),
            self._side("left", taken, solved),
            float(lordosis_deg(solved.poses)[0]),
            float(stacking_deg(solved.poses)[0]),
            tuple(body.rhythm.levels),
            tuple(float(m) for m in moment),
            tuple(bool(sure) for sure in np.abs(moment) > margin),
            self._crura(solved),
        )

    def _side(self, side: str, taken: Posture, solved: _SolvedPosture) -> PsoasSide:
        """One side's psoas as a whole: lengths are means weighted by strength."""
        body, lines = self.body, self.body.muscles_of("psoas", SIDE_LETTER[side])
        weight = body.architecture.max_force[lines] / body.architecture.max_force[lines].sum()
        length = float(solved.paths.length[0, lines] @ weight)
        hip = taken.values[body.coordinate_index(f"hip_flexion_{SIDE_LETTER[side]}")]
        standing = float(body.standing_length[lines] @ weight)
        return PsoasSide(length, 100 * length / standing, float(solved.pull[lines].sum()), float(np.rad2deg(hip)))

    @cached_property
    def standing(self) -> PostureFigures:
        """The figures of standing, that all others are told against."""
        return self.figures(posture(), self.solve(posture()))

    def _crura(self, solved: _SolvedPosture) -> float:
        """Forward pull (N) of the right psoas at full force on the vertebrae that carry the diaphragm's crura, in each
        vertebra's own axes."""
        total = 0.0
        for place, line in enumerate(self._lines):
            name = self.body.muscle_names[line]
            level = name.removeprefix("psoas_")[:2]
            if name.startswith("psoas_") and name.endswith("_r") and level in CRURA:
                first = solved.points[place, 1] - solved.points[place, 0]
                ahead = solved.poses.of(level.lower())[1][0][:, 0]
                total += float(self.body.architecture.max_force[line] * (first @ ahead) / np.linalg.norm(first))
        return total

    def _lowest(self, poses: Poses) -> float:
        """Height (m) of the lowest bone."""
        low = np.inf
        for segment, own in self._outermost.items():
            position, rotation = poses.of(segment)
            low = min(low, float((own @ rotation[0, 1]).min() + position[0, 1]))
        return low

    @cached_property
    def _outermost(self) -> dict[str, Floats]:
        """Points (K, 3) of each segment that lie outermost in some direction."""
        turn = np.arange(SPREAD) * np.pi * (3 - np.sqrt(5))  # a golden spiral spreads directions evenly
        y = 1 - (2 * np.arange(SPREAD) + 1) / SPREAD
        flat = np.sqrt(1 - y**2)
        directions = np.stack([flat * np.cos(turn), y, flat * np.sin(turn)])
        found: dict[str, list[Floats]] = {}
        for name, mesh in segment_meshes().items():
            segment = PARENTS.get(name, name)
            own = mesh.vertices * self.body.segment_scale(segment)
            found.setdefault(segment, []).append(own[np.unique((own @ directions).argmax(axis=0))])
        return {segment: np.concatenate(parts) for segment, parts in found.items()}
