"""The compiled part of inverse kinematics: normal equations of all markers, and the step that they call for.

A marker that pulls on its segment is to least squares what a mass is to dynamics. Weights, first and second moments of
the markers add up from the hands and feet to the pelvis, and each joint meets only the joints on its way to the room:
the composite rigid body method (Walker and Orin 1982, doi:10.1115/1.3139699).

Importing this module imports numba: import it where it is used.
"""

from __future__ import annotations

import math

import numpy as np

from psoas.core.arrays import Floats, Ints
from psoas.core.numba_jit import CUBE, PLACES, STACK, TABLE, VECTOR, compile_function

CARRIED = 16
"""Numbers that sum up what a joint carries: weight (0), first (1:4) and second moments (xx yy zz xy xz yz, 4:10), and
the errors' moment (10:13) and force (13:16)."""
REST = 1e-12
"""Added to every curvature: keeps directions that no marker sees at rest."""


@compile_function(
    CUBE, STACK, CUBE, PLACES, PLACES, PLACES, PLACES, PLACES, PLACES, TABLE, CUBE, TABLE, VECTOR, CUBE, TABLE
)
def assemble_normal_equations(
    position: Floats,
    rotation: Floats,
    axes: Floats,
    parent: Ints,
    column: Ints,
    first: Ints,
    above: Ints,
    holder: Ints,
    segment: Ints,
    local: Floats,
    observed: Floats,
    weight: Floats,
    cost: Floats,
    hessian: Floats,
    gradient: Floats,
) -> None:
    """Add half the squared marker errors to ``cost`` (T,), their slope to ``gradient`` (T, F) and the curvature of
    least squares to ``hessian`` (T, F, F).

    ``axes`` (T, V, 6) are the joints' motion at the room's origin; ``parent`` (V,) is the next joint towards the room,
    -1 for none; ``column`` (V,) the free coordinate that each follows, -1 for none; ``above[first[v]:first[v + 1]]``
    the joints with one on the way from joint v to the room, v first. Marker m sits at ``local[m]`` of segment
    ``segment[m]`` at ``position`` (T, S, 3) and ``rotation`` (T, S, 3, 3), and on joint ``holder[m]``.
    """
    carried = np.empty((len(parent), CARRIED))
    for t in range(len(axes)):
        carried[:] = 0.0
        curved = hessian[t]
        for m in range(len(segment)):
            w, s = weight[t, m], segment[m]
            if w > 0.0:
                place, turn, at, seen = position[t, s], rotation[t, s], local[m], observed[t, m]
                x = place[0] + turn[0, 0] * at[0] + turn[0, 1] * at[1] + turn[0, 2] * at[2]
                y = place[1] + turn[1, 0] * at[0] + turn[1, 1] * at[1] + turn[1, 2] * at[2]
                z = place[2] + turn[2, 0] * at[0] + turn[2, 1] * at[1] + turn[2, 2] * at[2]
                fx, fy, fz = w * (x - seen[0]), w * (y - seen[1]), w * (z - seen[2])
                cost[t] += 0.5 * (fx * fx + fy * fy + fz * fz) / w
                load = carried[holder[m]]
                load[0] += w
                load[1] += w * x
                load[2] += w * y
                load[3] += w * z
                load[4] += w * x * x
                load[5] += w * y * y
                load[6] += w * z * z
                load[7] += w * x * y
                load[8] += w * x * z
                load[9] += w * y * z
                load[10] += y * fz - z * fy
                load[11] += z * fx - x * fz
                load[12] += x * fy - y * fx
                load[13] += fx
                load[14] += fy
                load[15] += fz
        for v in range(len(parent) - 1, -1, -1):
            load, a, i = carried[v], axes[t, v], column[v]
            if parent[v] >= 0:
                for k in range(CARRIED):
                    carried[parent[v], k] += load[k]
            if i < 0 or load[0] == 0.0:
                continue
            gradient[t, i] += a[0] * load[10] + a[1] * load[11] + a[2] * load[12]
            gradient[t, i] += a[3] * load[13] + a[4] * load[14] + a[5] * load[15]
            both = load[4] + load[5] + load[6]
            fx = load[0] * a[3] + a[1] * load[3] - a[2] * load[2]
            fy = load[0] * a[4] + a[2] * load[1] - a[0] * load[3]
            fz = load[0] * a[5] + a[0] * load[2] - a[1] * load[1]
            mx = load[2] * a[5] - load[3] * a[4] + (both - load[4]) * a[0] - load[7] * a[1] - load[8] * a[2]
            my = load[3] * a[3] - load[1] * a[5] + (both - load[5]) * a[1] - load[7] * a[0] - load[9] * a[2]
            mz = load[1] * a[4] - load[2] * a[3] + (both - load[6]) * a[2] - load[8] * a[0] - load[9] * a[1]
            for k in range(first[v], first[v + 1]):
                u = above[k]
                b = axes[t, u]
                bend = b[0] * mx + b[1] * my + b[2] * mz + b[3] * fx + b[4] * fy + b[5] * fz
                curved[i, column[u]] += bend
                if k > first[v]:
                    curved[column[u], i] += bend


@compile_function(CUBE, TABLE, VECTOR, VECTOR, VECTOR, TABLE)
def take_damped_step(
    hessian: Floats, gradient: Floats, damping: Floats, low: Floats, high: Floats, values: Floats
) -> None:
    """Take a damped Newton step from ``values`` (T, F), held between ``low`` and ``high`` (F,).

    Coordinates pressed against a limit stay on it exactly, and out of what the others solve (by Cholesky's factors).
    """
    n = values.shape[1]
    matrix, vector, stuck = np.empty((n, n)), np.empty(n), np.empty(n, np.bool_)
    for t in range(len(values)):
        for i in range(n):
            below = values[t, i] <= low[i] and gradient[t, i] > 0.0
            stuck[i] = below or (values[t, i] >= high[i] and gradient[t, i] < 0.0)
        for i in range(n):
            vector[i] = 0.0 if stuck[i] else -gradient[t, i]
            for j in range(i):
                matrix[i, j] = 0.0 if stuck[i] or stuck[j] else hessian[t, i, j]
            matrix[i, i] = 1.0 if stuck[i] else hessian[t, i, i] * (1.0 + damping[t]) + REST
        for i in range(n):
            for j in range(i + 1):
                total = matrix[i, j]
                for k in range(j):
                    total -= matrix[i, k] * matrix[j, k]
                if j < i:
                    matrix[i, j] = total * matrix[j, j]
                else:  # rounding may eat all curvature of a direction: then it rests
                    matrix[i, i] = 1.0 / math.sqrt(total) if total > 0.0 else 0.0
            for k in range(i):
                vector[i] -= matrix[i, k] * vector[k]
            vector[i] *= matrix[i, i]
        for i in range(n - 1, -1, -1):
            vector[i] *= matrix[i, i]
            for k in range(i):
                vector[k] -= matrix[i, k] * vector[i]
        for i in range(n):
            values[t, i] = min(max(values[t, i] + vector[i], low[i]), high[i])
