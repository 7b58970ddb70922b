"""What every joint does to the length of every muscle's line, from the points that the line bends over.

Moving joint v, a piece of a line from p to q lengthens by ``u . (dq - dp)``, ``u`` its direction. Only a joint that
moves one end and not the other changes it, and by the joint's motion against the wrench ``(p x u, u)`` of a unit pull.

Importing this module imports numba: import it where it is used.
"""

from __future__ import annotations

import math

import mujoco
import numpy as np

from psoas.body.model.joint_muscle_map import JointMuscleMap
from psoas.body.model.mujoco_model import Scale, build_lines
from psoas.core.arrays import Floats, Ints
from psoas.core.numba_jit import PLACES, SMALL_PLACES, TABLE, VECTOR, compile_function


@compile_function(
    TABLE, SMALL_PLACES, SMALL_PLACES, SMALL_PLACES, TABLE, VECTOR, PLACES, PLACES, PLACES, VECTOR, VECTOR
)
def fill_muscle_jacobian(
    points: Floats,
    kinds: Ints,
    starts: Ints,
    counts: Ints,
    axes: Floats,
    centre: Floats,
    joint: Ints,
    first: Ints,
    entry: Ints,
    sign: Floats,
    out: Floats,
) -> None:
    """Fill ``out`` (E,), metres per unit of each entry's ``joint`` (E,), for one pose.

    Line m bends over ``counts[m]`` of ``points`` from ``starts[m]`` on; ``kinds`` is below 0 for its own points, else
    the point is one of two on a wrap. Both halves of piece k, of all pieces in order, have the terms ``first[2 k]`` to
    ``first[2 k + 2]``: an ``entry`` and the ``sign`` with which the half adds to it. ``axes`` (V, 6) are the joints'
    angular and linear motion at ``centre`` (3,).
    """
    for e in range(len(out)):
        out[e] = 0.0
    half = 0
    for m in range(len(starts)):
        k, last = starts[m], starts[m] + counts[m] - 1
        while k < last:
            bent = kinds[k + 1] >= 0
            for second in range(2):
                if first[half] < first[half + 1]:
                    p = k + 2 if bent and second else k
                    q = points[p + 1]
                    x, y, z = points[p, 0] - centre[0], points[p, 1] - centre[1], points[p, 2] - centre[2]
                    dx, dy, dz = q[0] - points[p, 0], q[1] - points[p, 1], q[2] - points[p, 2]
                    size = math.sqrt(dx * dx + dy * dy + dz * dz)
                    if size > 0.0:
                        dx, dy, dz = dx / size, dy / size, dz / size
                    mx, my, mz = y * dz - z * dy, z * dx - x * dz, x * dy - y * dx
                    for i in range(first[half], first[half + 1]):
                        a = axes[joint[entry[i]]]
                        turned = a[0] * mx + a[1] * my + a[2] * mz
                        out[entry[i]] += sign[i] * (turned + a[3] * dx + a[4] * dy + a[5] * dz)
                half += 1
            k += 3 if bent else 1


@compile_function(TABLE, TABLE, PLACES, PLACES, TABLE)
def sum_moment_arms(entries: Floats, factor: Floats, of: Ints, column: Ints, out: Floats) -> None:
    """Add ``entries`` (T, E) times ``factor[:, of]`` to their ``column`` (E,) of ``out``; -1 is left out."""
    for t in range(len(entries)):
        for e in range(len(column)):
            if column[e] >= 0:
                out[t, column[e]] += entries[t, e] * factor[t, of[e]]


class MuscleLines:
    """The muscles' lines of one body, bent by MuJoCo on a model of their own (see ``build_lines``)."""

    def __init__(self, scale: Scale, *, hip_wrap_m: float | None, trunk: bool) -> None:
        self._model = build_lines(scale, hip_wrap_m=hip_wrap_m, trunk=trunk)
        self._data = data = mujoco.MjData(self._model)
        self._points, self._kinds = data.wrap_xpos.reshape(-1, 3), data.wrap_obj.reshape(-1)
        self._starts, self._counts = data.ten_wrapadr, data.ten_wrapnum
        self._length: Floats = data.ten_length
        self._position, self._turn = data.mocap_pos, data.mocap_quat

    def bend(self, position: Floats, quaternion: Floats) -> Floats:
        """Put the segments at ``position`` (S, 3), metres, and ``quaternion`` (S, 4); the lengths (M,), metres, which
        hold until the next call."""
        self._position[:], self._turn[:] = position, quaternion
        mujoco.mj_kinematics(self._model, self._data)
        mujoco.mj_tendon(self._model, self._data)
        return self._length

    def stretch(self, axes: Floats, centre: Floats, gather: JointMuscleMap, out: Floats) -> None:
        """Fill ``out`` (E,) with what each entry's joint does to its line's length; ``axes`` (V, 6) at ``centre``."""
        bent = self._points, self._kinds, self._starts, self._counts
        fill_muscle_jacobian(*bent, axes, centre, gather.joint, *gather.terms, out)

    def points(self, muscles: Ints) -> Floats:
        """The lines of some muscles as points (K, P, 3) in the room; a shorter line repeats its last point."""
        most = 2 * int(self._model.tendon_num[muscles].max())  # a wrap gives two points
        along = np.minimum(np.arange(most), self._counts[muscles][:, None] - 1)
        return np.asarray(self._points[self._starts[muscles][:, None] + along])
