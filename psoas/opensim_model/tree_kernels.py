"""Compiled: where the bodies of a tree of joints are, how each joint moves them, and what forces a movement asks for.

Velocities and forces are pairs of a turning and a straight part at the room's origin (Featherstone 2008, Rigid Body
Dynamics Algorithms), so that bodies and joints add up without change of place.

Importing this module imports numba: import it where it is used.
"""

from __future__ import annotations

import math

import numpy as np

from psoas.core.arrays import Floats, Ints
from psoas.core.numba_jit import CUBE, PLACES, STACK, TABLE, VECTOR, compile_function


@compile_function(PLACES, CUBE, TABLE, CUBE, TABLE, PLACES, PLACES, TABLE, TABLE, CUBE, STACK, CUBE)
def place_bodies(
    parent: Ints,
    near_turn: Floats,
    near_at: Floats,
    far_turn: Floats,
    far_at: Floats,
    first: Ints,
    turns: Ints,
    axis: Floats,
    moved: Floats,
    position: Floats,
    rotation: Floats,
    motion: Floats,
) -> None:
    """Fill ``position`` (T, B, 3), ``rotation`` (T, B, 3, 3) and ``motion`` (T, V, 6) for joints moved by ``moved``
    (T, V).

    Body b, after its ``parent``, hangs on a frame at ``near_at`` (B, 3), turned by ``near_turn`` (B, 3, 3), through the
    moves ``first[b]`` to ``first[b + 1]`` about or along ``axis`` (V, 3), and lies in the last of them at ``far_at``,
    turned by ``far_turn``. ``motion`` is the turning and the straight velocity at the room's origin per unit of each.
    """
    r, s = np.empty((3, 3)), np.empty((3, 3))
    x = np.empty(3)
    for t in range(len(moved)):
        for b in range(len(parent)):
            if parent[b] < 0:
                position[t, b, :] = 0.0
                for i in range(3):
                    for j in range(3):
                        rotation[t, b, i, j] = 1.0 if i == j else 0.0
                continue
            over, at = rotation[t, parent[b]], position[t, parent[b]]
            for i in range(3):
                x[i] = at[i]
                for k in range(3):
                    x[i] += over[i, k] * near_at[b, k]
                for j in range(3):
                    r[i, j] = 0.0
                    for k in range(3):
                        r[i, j] += over[i, k] * near_turn[b, k, j]
            for v in range(first[b], first[b + 1]):
                a, m = axis[v], motion[t, v]
                wx = r[0, 0] * a[0] + r[0, 1] * a[1] + r[0, 2] * a[2]
                wy = r[1, 0] * a[0] + r[1, 1] * a[1] + r[1, 2] * a[2]
                wz = r[2, 0] * a[0] + r[2, 1] * a[1] + r[2, 2] * a[2]
                if turns[v] == 0:
                    m[0], m[1], m[2], m[3], m[4], m[5] = 0.0, 0.0, 0.0, wx, wy, wz
                    x[0] += wx * moved[t, v]
                    x[1] += wy * moved[t, v]
                    x[2] += wz * moved[t, v]
                    continue
                m[0], m[1], m[2] = wx, wy, wz
                m[3], m[4], m[5] = x[1] * wz - x[2] * wy, x[2] * wx - x[0] * wz, x[0] * wy - x[1] * wx
                c, n = math.cos(moved[t, v]), math.sin(moved[t, v])
                for j in range(3):  # Rodrigues' rotation of each column about the axis in the room
                    px, py, pz = r[0, j], r[1, j], r[2, j]
                    along = (1.0 - c) * (wx * px + wy * py + wz * pz)
                    r[0, j] = c * px + n * (wy * pz - wz * py) + along * wx
                    r[1, j] = c * py + n * (wz * px - wx * pz) + along * wy
                    r[2, j] = c * pz + n * (wx * py - wy * px) + along * wz
            for i in range(3):
                position[t, b, i] = x[i]
                for k in range(3):
                    position[t, b, i] += r[i, k] * far_at[b, k]
                for j in range(3):
                    s[i, j] = 0.0
                    for k in range(3):
                        s[i, j] += r[i, k] * far_turn[b, k, j]
            rotation[t, b] = s


@compile_function(PLACES, PLACES, VECTOR, TABLE, CUBE, VECTOR, CUBE, STACK, CUBE, TABLE, TABLE, TABLE)
def required_by_motion(
    parent: Ints,
    first: Ints,
    mass: Floats,
    centre: Floats,
    inertia: Floats,
    gravity: Floats,
    position: Floats,
    rotation: Floats,
    motion: Floats,
    rate: Floats,
    change: Floats,
    out: Floats,
) -> None:
    """Fill ``out`` (T, V) with the force along each move that ``rate`` and ``change`` (T, V), its first and second
    derivative in time, ask for; the recursive Newton-Euler method. ``mass`` (B,), ``centre`` (B, 3) and ``inertia``
    (B, 3, 3) about it are in each body's frame; the rest as in ``place_bodies``."""
    bodies = len(parent)
    speed, gain, load = np.zeros((bodies, 6)), np.zeros((bodies, 6)), np.zeros((bodies, 6))
    c, w, h, turned = np.empty(3), np.empty(3), np.empty(3), np.empty((3, 3))
    for t in range(len(rate)):
        load[:] = 0.0
        for b in range(bodies):
            if parent[b] < 0:
                speed[b, :] = 0.0
                gain[b, :3], gain[b, 3], gain[b, 4], gain[b, 5] = 0.0, -gravity[0], -gravity[1], -gravity[2]
                continue
            speed[b], gain[b] = speed[parent[b]], gain[parent[b]]
            u, a, f = speed[b], gain[b], load[b]
            for v in range(first[b], first[b + 1]):
                m, q = motion[t, v], rate[t, v]
                x, y, z, i, j, k = q * m[0], q * m[1], q * m[2], q * m[3], q * m[4], q * m[5]
                a[0] += change[t, v] * m[0] + u[1] * z - u[2] * y
                a[1] += change[t, v] * m[1] + u[2] * x - u[0] * z
                a[2] += change[t, v] * m[2] + u[0] * y - u[1] * x
                a[3] += change[t, v] * m[3] + u[1] * k - u[2] * j + u[4] * z - u[5] * y
                a[4] += change[t, v] * m[4] + u[2] * i - u[0] * k + u[5] * x - u[3] * z
                a[5] += change[t, v] * m[5] + u[0] * j - u[1] * i + u[3] * y - u[4] * x
                u[0] += x
                u[1] += y
                u[2] += z
                u[3] += i
                u[4] += j
                u[5] += k
            r = rotation[t, b]
            for i in range(3):
                c[i] = position[t, b, i]
                for k in range(3):
                    c[i] += r[i, k] * centre[b, k]
                for j in range(3):
                    turned[i, j] = 0.0
                    for k in range(3):
                        for n in range(3):
                            turned[i, j] += r[i, k] * inertia[b, k, n] * r[j, n]
            vx = u[3] + u[1] * c[2] - u[2] * c[1]
            vy = u[4] + u[2] * c[0] - u[0] * c[2]
            vz = u[5] + u[0] * c[1] - u[1] * c[0]
            f[3] = mass[b] * (a[3] + a[1] * c[2] - a[2] * c[1] + u[1] * vz - u[2] * vy)
            f[4] = mass[b] * (a[4] + a[2] * c[0] - a[0] * c[2] + u[2] * vx - u[0] * vz)
            f[5] = mass[b] * (a[5] + a[0] * c[1] - a[1] * c[0] + u[0] * vy - u[1] * vx)
            for i in range(3):
                h[i] = turned[i, 0] * u[0] + turned[i, 1] * u[1] + turned[i, 2] * u[2]
                w[i] = turned[i, 0] * a[0] + turned[i, 1] * a[1] + turned[i, 2] * a[2]
            f[0] = w[0] + u[1] * h[2] - u[2] * h[1] + c[1] * f[5] - c[2] * f[4]
            f[1] = w[1] + u[2] * h[0] - u[0] * h[2] + c[2] * f[3] - c[0] * f[5]
            f[2] = w[2] + u[0] * h[1] - u[1] * h[0] + c[0] * f[4] - c[1] * f[3]
        for b in range(bodies - 1, -1, -1):
            if parent[b] < 0:
                continue
            for v in range(first[b], first[b + 1]):
                total = 0.0
                for k in range(6):
                    total += motion[t, v, k] * load[b, k]
                out[t, v] = total
            for k in range(6):
                load[parent[b], k] += load[b, k]
