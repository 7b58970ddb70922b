"""The body: with its lines the only owner of MuJoCo state. All else hands it coordinates and gets plain arrays back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

import mujoco
import numpy as np
from scipy.sparse import csr_matrix

from psoas.body.anatomy.anatomy_tables import REACTIONS, Dof, Muscle, joints_of_segment, segments
from psoas.body.anatomy.bony_landmarks import BonyLandmark, bony_landmarks
from psoas.body.anatomy.coordinates import Coordinate, Expansion, coordinates
from psoas.body.anatomy.lumbar_rhythm import DEFAULT, find_lumbar_rhythm
from psoas.body.anatomy.muscle_architecture import MuscleArchitecture, scale_architecture
from psoas.body.anatomy.trunk_muscles import muscles_of_body
from psoas.body.model.joint_muscle_map import JointMuscleMap
from psoas.body.model.mujoco_model import SCALE_GROUPS, Scale, build_skeleton
from psoas.body.model.muscle_paths import MusclePaths
from psoas.body.model.required_forces import RequiredForces
from psoas.body.person import REFERENCE_HEIGHT_M, Person
from psoas.body.postures import flexibility_postures, postures
from psoas.core.arrays import Floats, Ints, read_only, row_blocks
from psoas.core.errors import InputError
from psoas.core.message import message

if TYPE_CHECKING:
    from psoas.body.model.muscle_jacobian import MuscleLines


@dataclass(frozen=True)
class Poses:
    """Where every segment is: ``position`` (T, S, 3) metres and ``rotation`` (T, S, 3, 3), ground from segment."""

    names: tuple[str, ...]
    position: Floats
    rotation: Floats

    def of(self, name: str) -> tuple[Floats, Floats]:
        """Position (T, 3) and rotation (T, 3, 3) of one segment."""
        i = self.names.index(name)
        return self.position[:, i], self.rotation[:, i]


_GATHERED: dict[tuple[bool, str], JointMuscleMap] = {}
"""The map of joints and muscles by ``trunk`` and rhythm: it depends on the tables alone, not on a person's size."""


class Body:
    """A person's body. Coordinates are arrays (N,) or (T, N) in radians and metres; all 0 is standing. ``trunk`` adds
    the muscles of the trunk after those of the legs; ``muscles`` lists all lines of this body."""

    def __init__(
        self,
        person: Person | None = None,
        *,
        scale: Scale | None = None,
        lumbar_rhythm: str = DEFAULT,
        hip_wrap_m: float | None = None,
        trunk: bool = False,
    ) -> None:
        self.person = person or Person()
        default = self.person.height_m / REFERENCE_HEIGHT_M
        given = scale or {}
        self.scale: dict[str, Floats] = {g: read_only(given.get(g, np.full(3, default))) for g in SCALE_GROUPS}
        self.rhythm = find_lumbar_rhythm(lumbar_rhythm)
        self._model = build_skeleton(self.person, self.scale, trunk=trunk)
        self._data = mujoco.MjData(self._model)
        self._hip_wrap_m = hip_wrap_m
        self.coordinates: tuple[Coordinate, ...] = coordinates()
        self.coordinate_names = tuple(c.name for c in self.coordinates)
        self.segment_names = tuple(s.name for s in segments())
        self.trunk = trunk
        self.muscles: tuple[Muscle, ...] = muscles_of_body(trunk=trunk)
        self.muscle_names = tuple(m.name for m in self.muscles)
        dofs = tuple(dof for s in segments() for dof in joints_of_segment(s, reactions=trunk))
        # Sliding joints inside the knee grow with the thigh; those of the pelvis are metres in the room.
        grow = np.array([np.mean(self.scale["thigh"]) if d.kind == "slide" and d.curve else 1.0 for d in dofs])
        self.expansion = Expansion(self._in_model_order(dofs), self.coordinate_names, self.rhythm, self._reorder(grow))

    # -- naming

    def coordinate_index(self, name: str) -> int:
        """Position of a coordinate such as ``hip_flexion_r``; ``InputError`` lists the known names."""
        if name not in self.coordinate_names:
            known = ", ".join(self.coordinate_names)
            raise InputError(message("anatomy.coordinate_index_unknown", name=name, known=known))
        return self.coordinate_names.index(name)

    def muscle_index(self, name: str) -> int:
        """Position of a muscle by its name."""
        return self.muscle_names.index(name)

    def muscles_of(self, group: str, side: str) -> Ints:
        """Positions of a muscle group's lines on one side, "r" or "l"; ``InputError`` lists the groups of this body."""
        found = [i for i, m in enumerate(self.muscles) if m.group == group and m.name.endswith(f"_{side}")]
        if not found:
            known = ", ".join(sorted({m.group for m in self.muscles}))
            raise InputError(message("anatomy.muscle_group_unknown", group=repr(group), side=repr(side), known=known))
        return np.array(found)

    def default_values(self) -> Floats:
        """Standing (N,): radians and metres."""
        return np.array([c.default for c in self.coordinates])

    @cached_property
    def limits(self) -> Floats:
        """Joint limits (N, 2), radians and metres."""
        return read_only([[c.low, c.high] for c in self.coordinates])

    @property
    def landmarks(self) -> Mapping[str, BonyLandmark]:
        """Landmarks by name, in their segment's frame for the reference size."""
        return bony_landmarks()

    def local(self, name: str) -> tuple[str, Floats]:
        """A landmark's segment and its place (3,) in that segment's frame, metres, for this body's size."""
        mark = bony_landmarks()[name]
        return mark.segment, mark.at * self.segment_scale(mark.segment)

    def segment_scale(self, name: str) -> Floats:
        """Size factors (3,) of one segment."""
        return self.scale[next(s.scale for s in segments() if s.name == name)]

    @property
    def mass_kg(self) -> float:
        """Total mass of the model."""
        return float(self._model.body_subtreemass[0])

    # -- poses

    def poses(self, values: Floats) -> Poses:
        """Where every segment is, for coordinates (T, N)."""
        joints, _ = self.expansion(np.atleast_2d(values))
        model, data = self._model, self._data
        position, rotation = np.empty((len(joints), model.nbody, 3)), np.empty((len(joints), model.nbody, 9))
        angles, xpos, xmat = data.qpos, data.xpos, data.xmat
        for t, row in enumerate(joints):
            angles[:] = row
            mujoco.mj_kinematics(model, data)
            position[t], rotation[t] = xpos, xmat
        return self._poses(position, rotation)

    def _poses(self, position: Floats, rotation: Floats) -> Poses:
        """Of all of MuJoCo's bodies (T, B, 3) and (T, B, 9), the segments."""
        turned = np.take(rotation, self._bodies, axis=1).reshape(len(rotation), len(self._bodies), 3, 3)
        return Poses(self.segment_names, np.take(position, self._bodies, axis=1), turned)

    def landmark_positions(self, values: Floats, names: tuple[str, ...] | None = None) -> dict[str, Floats]:
        """Positions (T, 3) of landmarks in the room, metres, for coordinates (T, N); of all by default."""
        names = names or tuple(bony_landmarks())
        places = [self.local(name) for name in names]
        index, at = [self.segment_names.index(segment) for segment, _ in places], np.array([x for _, x in places])
        every = self._by_block(
            values, lambda p: p.position[:, index] + np.einsum("tnij,nj->tni", p.rotation[:, index], at)
        )
        return {name: every[:, i] for i, name in enumerate(names)}

    def _by_block(self, values: Floats, measure: Callable[[Poses], Floats]) -> Floats:
        """``measure`` of the poses of coordinates (T, N), some frames at a time: all poses of a long recording are
        gigabytes."""
        values = np.atleast_2d(values)
        return np.concatenate([measure(self.poses(values[block])) for block in row_blocks(len(values))])

    def centre_of_mass(self, values: Floats, *, without: tuple[str, ...] = ()) -> Floats:
        """Centre of mass (T, 3), metres; segments whose names begin as one of ``without`` do not count."""
        mass, at = self._model.body_mass[self._bodies].copy(), self._model.body_ipos[self._bodies]
        if without:
            mass[[name.startswith(without) for name in self.segment_names]] = 0.0
        weight = mass / mass.sum()
        return self._by_block(
            values, lambda p: np.einsum("s,tsi->ti", weight, p.position + np.einsum("tsij,sj->tsi", p.rotation, at))
        )

    def motion_axes(self, values: Floats) -> tuple[Poses, Floats]:
        """Poses, and how each joint moves what it carries, for coordinates (T, N).

        Returns:
            The poses, and of each joint (T, V, 6), per unit of its coordinate, the angular velocity w and the linear
            velocity v of the point at the room's origin. A point p that the joint carries moves with ``v + w x p``.
        """
        poses, axes, slope = self._joint_axes(np.atleast_2d(values))
        return poses, axes * slope[..., None]

    def _joint_axes(self, values: Floats) -> tuple[Poses, Floats, Floats]:
        """Poses, motion per unit of each joint (T, V, 6) and of each joint per unit of its coordinate (T, V)."""
        joints, slope = self.expansion(values)
        model, data = self._model, self._data
        position, rotation = np.empty((len(joints), model.nbody, 3)), np.empty((len(joints), model.nbody, 9))
        axes = np.empty((*joints.shape, 6))
        centre = np.empty((len(joints), 3))
        angles, xpos, xmat, cdof, middle = data.qpos, data.xpos, data.xmat, data.cdof, data.subtree_com[self._bodies[0]]
        for t, row in enumerate(joints):
            angles[:] = row
            mujoco.mj_kinematics(model, data)
            mujoco.mj_comPos(model, data)  # motion axes are expressed at the centre of mass: without it stale
            position[t], rotation[t], axes[t], centre[t] = xpos, xmat, cdof, middle
        (wx, wy, wz), (x, y, z) = np.moveaxis(axes[..., :3], -1, 0), centre.T[..., None]
        axes[..., 3] -= wy * z - wz * y  # several times as fast as np.cross
        axes[..., 4] -= wz * x - wx * z
        axes[..., 5] -= wx * y - wy * x
        return self._poses(position, rotation), axes, slope

    @property
    def joint_coordinate(self) -> Ints:
        """Which coordinate drives each joint (V,)."""
        return self.expansion.coordinate

    @cached_property
    def carries(self) -> csr_matrix:
        """Which joint carries which segment for which coordinate: (S * N, V), ones and zeros."""
        rows, columns = [], []
        owner = self._model.dof_bodyid
        n = len(self.coordinate_names)
        for s, body in enumerate(self._bodies):
            chain = set()
            while body:
                chain.add(int(body))
                body = self._model.body_parentid[body]
            for v, coordinate in enumerate(self.expansion.coordinate):
                if int(owner[v]) in chain:
                    rows.append(s * n + coordinate)
                    columns.append(v)
        return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(self._bodies) * n, self._model.nv))

    @cached_property
    def joint_tree(self) -> tuple[Ints, Ints]:
        """The next joint towards the room of each joint (V,), -1 for none, and the last joint that carries each segment
        (S,)."""
        model, last = self._model, np.full(self._model.nbody, -1)
        for body in range(1, model.nbody):  # a segment without joints goes with its parent
            count = int(model.body_dofnum[body])
            last[body] = model.body_dofadr[body] + count - 1 if count else last[model.body_parentid[body]]
        return np.array(model.dof_parentid, np.intp), last[self._bodies]

    # -- forces

    def inverse_dynamics(self, values: Floats, velocity: Floats, acceleration: Floats) -> RequiredForces:
        """Forces that make the body move, gravity included, with nothing touching it.

        ``values`` (T, N) with first and second derivative in time. Joints follow coordinates through curves, so the
        acceleration of a joint has a part from the bend of its curve.
        """
        joints, slope = self.expansion(values)
        step = 1e-4
        bend = (self.expansion(values + step)[1] - self.expansion(values - step)[1]) / (2 * step)
        by = self.expansion.coordinate
        rate = slope * velocity[:, by]
        change = slope * acceleration[:, by] + bend * velocity[:, by] ** 2
        model, data = self._model, self._data
        force, result = np.empty_like(joints), np.empty(model.nv)
        for t, row in enumerate(joints):
            data.qpos[:], data.qvel[:], data.qacc[:] = row, rate[t], change[t]
            mujoco.mj_kinematics(model, data)
            mujoco.mj_comPos(model, data)
            mujoco.mj_comVel(model, data)
            mujoco.mj_rne(model, data, 1, result)
            force[t] = result
        data.qvel[:], data.qacc[:] = 0.0, 0.0
        return self._required(force, slope)

    def load(self, values: Floats, segment: str, point: Floats, force: Floats, torque: Floats) -> RequiredForces:
        """What a ``force`` (T, 3) at ``point`` (T, 3) and a ``torque`` (T, 3) on a segment need, in the room's axes."""
        return self.loads(values, [(segment, point, force, torque)])

    def loads(self, values: Floats, given: Iterable[tuple[str, Floats, Floats, Floats]]) -> RequiredForces:
        """What several forces do together; each a segment, point, force and torque as in ``load``."""
        _, axes, slope = self._joint_axes(values)
        power = np.zeros(slope.shape)
        n = len(self.coordinate_names)
        for segment, point, force, torque in given:
            wrench = np.concatenate([np.cross(point, force) + torque, force], axis=1)
            s = self.segment_names.index(segment)
            carrying = np.asarray(self.carries[s * n : (s + 1) * n].sum(axis=0)).reshape(-1)
            power += (axes @ wrench[..., None])[..., 0] * carrying
        return self._required(power, slope)

    def _required(self, force: Floats, slope: Floats) -> RequiredForces:
        """Joint forces (T, V) summed by coordinate, and those along the joints that only carry."""
        return RequiredForces(
            (force * slope) @ self._by_coordinate,
            force[:, self._reactions].reshape(len(force), len(self.reaction_names), 3),
        )

    @property
    def reaction_names(self) -> tuple[str, ...]:
        """Joints whose contact force is computed, in the order of every ``reaction`` array; empty without ``trunk``."""
        return tuple(REACTIONS.values()) if self.trunk else ()

    @cached_property
    def _reactions(self) -> Ints:
        """Joints that only carry, three for each of ``reaction_names``."""
        place = {d.reaction: v for v, d in enumerate(self.expansion.dofs) if d.reaction}
        return np.array([place[f"{name}/{k}"] for name in self.reaction_names for k in "xyz"], dtype=int)

    @cached_property
    def _by_coordinate(self) -> Floats:
        """Sums joints into coordinates (V, N)."""
        table = np.zeros((len(self.expansion.coordinate), len(self.coordinate_names)))
        table[np.arange(len(table)), self.expansion.coordinate] = 1.0
        return table

    # -- muscles

    def paths(self, values: Floats) -> MusclePaths:
        """Lengths and moment arms of every muscle, for coordinates (T, N)."""
        joints, slope = self.expansion(np.atleast_2d(values))
        gather, lines, data = self._gather, self._lines, self._data
        length = np.empty((len(joints), len(self.muscles)))
        found = np.empty((len(joints), len(gather.joint)))
        axes, centre = data.cdof, data.subtree_com[self._bodies[0]]
        for t, row in enumerate(joints):
            length[t] = self._bend(row)
            mujoco.mj_comPos(self._model, data)
            lines.stretch(axes, centre, gather, found[t])
        return MusclePaths(length, found, slope, gather)

    def path_points_of(self, values: Floats, muscles: Ints) -> Floats:
        """Lines of K muscles as points (T, K, P, 3) in the room, metres; shorter lines repeat their last point."""
        joints, _ = self.expansion(np.atleast_2d(values))
        points = []
        for row in joints:
            self._bend(row)
            points.append(self._lines.points(muscles))
        return np.array(points)

    def _bend(self, row: Floats) -> Floats:
        """Bring skeleton and lines to joint positions (V,); the lines' lengths (M,)."""
        data = self._data
        data.qpos[:] = row
        mujoco.mj_kinematics(self._model, data)
        return self._lines.bend(data.xpos[self._bodies], data.xquat[self._bodies])

    @cached_property
    def _lines(self) -> MuscleLines:
        from psoas.body.model.muscle_jacobian import MuscleLines  # brings the compiler: only where it is used

        return MuscleLines(self.scale, hip_wrap_m=self._hip_wrap_m, trunk=self.trunk)

    @cached_property
    def _gather(self) -> JointMuscleMap:
        key = (self.trunk, self.rhythm.name)
        if key not in _GATHERED:
            _GATHERED[key] = JointMuscleMap.of(self.expansion, self.carries, self.muscles, self._reactions)
        return _GATHERED[key]

    @cached_property
    def architecture(self) -> MuscleArchitecture:
        """Fibre, tendon and force of every muscle, from the published figures by a stated rule."""
        return scale_architecture(self.muscles, self.standing_length, _reference_length(trunk=self.trunk))

    @cached_property
    def standing_length(self) -> Floats:
        """Length (M,) of every muscle in standing, metres."""
        return read_only(self.paths(self.default_values()).length[0])

    @cached_property
    def longest(self) -> Floats:
        """Length (M,) of every muscle in the posture of everyday life that stretches it most, metres, on whichever side
        the posture is drawn."""
        known = (*postures().values(), *flexibility_postures())
        longest = self.paths(np.array([p.values for p in known])).length.max(axis=0)
        twins = [self.muscle_index(name[:-1] + ("l" if name.endswith("r") else "r")) for name in self.muscle_names]
        return read_only(np.maximum(longest, longest[twins]))

    def ready(self) -> Body:
        """This body, with all that does not depend on a pose computed: later calls cost time by frames only."""
        _ = self.architecture, self.longest, self.carries, self._by_coordinate
        return self

    # -- MuJoCo's order

    @cached_property
    def _bodies(self) -> Ints:
        return np.array([self._model.body(name).id for name in self.segment_names])

    @cached_property
    def _order(self) -> Ints:
        """Table position of each joint of the model: MuJoCo numbers joints by depth-first order of bodies."""
        from psoas.body.model.mujoco_model import joint_name

        names = [joint_name(s, d) for s in segments() for d in joints_of_segment(s, reactions=self.trunk)]
        return np.array([names.index(self._model.joint(v).name) for v in range(self._model.njnt)])

    def _in_model_order(self, rows: tuple[Dof, ...]) -> tuple[Dof, ...]:
        return tuple(rows[i] for i in self._order)

    def _reorder(self, array: Floats) -> Floats:
        return array[self._order]


@cache
def _reference_length(*, trunk: bool) -> Floats:
    """Standing muscle lengths (M,) of the reference body."""
    return Body(Person.of(height_m=REFERENCE_HEIGHT_M), trunk=trunk).standing_length
