"""A recording as one cloud of markers: frames that stand upright, turned alike about the vertical."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Floats, Ints
from psoas.recording.vertical_axis import axis_rotation

NEAR = 0.75
"""Another axis may be the vertical one when the markers extend along it by this share of the largest extent."""
ROUNDS = 4
STILL_M = 0.01
"""Lengths that vary by less are equal: skin moves (assumed)."""


@dataclass(frozen=True)
class Cloud:
    """Markers (M, 3) as they lie on average, about their middle; ``frames`` (F,) used, each turned by ``yaw`` (F,)
    radians about +Y and moved by ``middle`` (F, 3) from it; ``up`` is the rotation (3, 3) from the file's axes."""

    points: Floats
    frames: Ints
    yaw: Floats
    middle: Floats
    up: Floats


def about_y(angle: Floats | float) -> Floats:
    """Rotations (..., 3, 3) about +Y."""
    turn = np.asarray(angle, float)
    c, s, zero, one = np.cos(turn), np.sin(turn), np.zeros_like(turn), np.ones_like(turn)
    return np.stack([np.stack([c, zero, s], -1), np.stack([zero, one, zero], -1), np.stack([-s, zero, c], -1)], -2)


def vertical_candidates(positions: Floats) -> list[tuple[int, int]]:
    """Axes (number, sign) of positions (T, M, 3) that may point up: those along which the markers extend most."""
    spread = np.array([_extent(positions[..., axis]) for axis in range(3)])
    order = np.argsort(-spread)
    return [(int(axis), sign) for axis in order if spread[axis] >= NEAR * spread[order[0]] for sign in (1, -1)]


def _extent(along: Floats) -> float:
    """Median over frames of the spread of markers (T, M) within a frame."""
    seen = np.isfinite(along).sum(axis=1) > 2
    return float(np.median(np.nanstd(along[seen], axis=1))) if seen.any() else 0.0


def upright_frames(positions: Floats, most: int) -> Ints:
    """Frames of positions (T, M, 3), Y up, that show most markers and stand tallest, spread in time."""
    seen = np.isfinite(positions).all(axis=-1)
    count = seen.sum(axis=1)
    full = np.flatnonzero(count >= 0.95 * count.max())
    if len(full) < 2 * most:
        full = np.flatnonzero(count >= 0.8 * count.max())
    height = np.nanstd(positions[full, :, 1], axis=1)
    tall = full[height >= np.quantile(height, 0.5) - 1e-9] if len(full) > 2 * most else full
    return np.asarray(np.unique(tall[np.linspace(0, len(tall) - 1, min(most, len(tall))).round().astype(int)]))


def make_cloud(positions: Floats, axis: tuple[int, int], most: int) -> Cloud:
    """The mean of upright frames of positions (T, M, 3), turned Y up and about Y so that they agree best."""
    up = axis_rotation(*axis)
    turned = positions @ up.T
    frames = upright_frames(turned, most)
    chosen = turned[frames]
    yaw = _common_yaw(chosen)
    core = _core(chosen)
    back = np.einsum("tji,tmj->tmi", about_y(yaw), chosen)
    weight = np.where(np.isfinite(back).all(axis=-1), core, 0.0)
    offset = np.where(np.isfinite(back), back, 0.0)
    middle = np.einsum("tm,tmi->ti", weight, offset) / np.maximum(weight.sum(axis=1), 1e-12)[:, None]
    points = _mean(back - middle[:, None])
    return Cloud(points, frames, yaw, np.einsum("tij,tj->ti", about_y(yaw), middle), up)


def _pairs(chosen: Floats) -> tuple[Floats, Floats]:
    """Horizontal vectors (T, M, M) between markers (T, M, 3) as complex numbers (x, -z), and how far each pair can be
    trusted (M, M) to turn as the person does: long, level and of one length."""
    flat = chosen[..., 0] - 1j * chosen[..., 2]
    between = flat[:, None, :] - flat[:, :, None]
    length = np.abs(between)
    seen = np.isfinite(length)
    count = seen.sum(axis=0)
    mean = np.where(seen, length, 0.0).sum(axis=0) / np.maximum(count, 1)
    deviation = np.sqrt(np.where(seen, (length - mean) ** 2, 0.0).sum(axis=0) / np.maximum(count, 1))
    trust = (mean / (deviation + STILL_M)) ** 2
    return between, np.where(count >= 0.5 * len(chosen), trust, 0.0)


def _common_yaw(chosen: Floats) -> Floats:
    """Turn (T,) in radians of each frame of markers (T, M, 3) about +Y against the first."""
    between, trust = _pairs(chosen)
    trust = np.where(trust >= np.quantile(trust, 0.9), trust, 0.0)
    seen = np.isfinite(between)
    unit = np.where(seen, between, 0.0)
    unit = unit / np.maximum(np.abs(unit), 1e-9)
    reference, yaw = unit[int(np.argmax(seen.sum(axis=(1, 2))))], np.zeros(len(chosen))
    for _ in range(ROUNDS):
        yaw = np.angle((trust * np.conj(reference) * unit).sum(axis=(1, 2)))
        reference = (unit * np.exp(-1j * yaw)[:, None, None]).mean(axis=0)
    return np.asarray(yaw)


def _core(chosen: Floats) -> Floats:
    """Weight (M,) of each marker of (T, M, 3) in the middle that moves as the person does."""
    _, trust = _pairs(chosen)
    weight = np.sqrt(np.where(trust >= np.quantile(trust, 0.9), trust, 0.0)).sum(axis=1)
    return np.asarray(weight / max(weight.sum(), 1e-12))


def _mean(back: Floats) -> Floats:
    seen = np.isfinite(back)
    total = np.where(seen, back, 0.0).sum(axis=0)
    return np.where(seen.any(axis=0), total / np.maximum(seen.sum(axis=0), 1), np.nan)
