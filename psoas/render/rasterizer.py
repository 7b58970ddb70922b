"""Triangles to pixels with NumPy alone, for there is no display: the nearest triangle in each pixel and where."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from psoas.core.arrays import Floats, Ints

Keys = NDArray[np.int64]
CHUNK = 400_000
"""Samples tried at once: bounds memory."""
DEPTH_STEPS = 2**24
FREE = np.iinfo(np.int64).max
EDGE = 1e-6


@dataclass(frozen=True)
class RasterHits:
    """What each covered pixel shows: ``pixel`` (K,) as row * width + column, ``face`` (K,), the three weights (K, 3) of
    the face's corners, and ``depth`` (K,), larger being further."""

    pixel: Ints
    face: Ints
    weight: Floats
    depth: Floats


def rasterise(place: Floats, depth: Floats, faces: Ints, *, width: int, height: int) -> RasterHits:
    """The nearest front face at the centre of every pixel.

    ``place`` (V, 2) pixels, right and down; ``depth`` (V,), larger being further; ``faces`` (F, 3) counter-clockwise as
    seen, which is clockwise where down is positive.
    """
    corners = place[faces]
    front = np.flatnonzero(_area(corners) < -1e-9)
    corners = corners[front]
    low = np.maximum(np.ceil(corners.min(axis=1) - 0.5).astype(int), 0)
    high = np.minimum(np.floor(corners.max(axis=1) - 0.5).astype(int), [width - 1, height - 1])
    span = (high - low + 1).max(axis=1)
    seen = ((high >= low).all(axis=1)) & (span > 0)
    scale = (DEPTH_STEPS - 1) / max(float(np.ptp(depth)), 1e-9)
    level = (depth - depth.min()) * scale
    nearest = np.full(width * height, FREE, np.int64)
    size = 1
    while seen.any() and size < 2 * span[seen].max():
        group = np.flatnonzero(seen & (span <= size) & (span > size // 2))
        for some in np.array_split(group, max(1, len(group) * size * size // CHUNK)):
            _splat(nearest, corners[some], low[some], high[some], level[faces[front[some]]], front[some], size, width)
        size *= 2
    pixel = np.flatnonzero(nearest != FREE)
    face = nearest[pixel] & 0xFFFFFFFF
    second, third = _shares(place[faces[face]], (pixel % width)[:, None], (pixel // width)[:, None])
    weight = np.concatenate([1 - second - third, second, third], axis=1)
    return RasterHits(pixel, face, weight, (weight * depth[faces[face]]).sum(axis=1))


def _splat(
    nearest: Keys, corners: Floats, low: Ints, high: Ints, level: Floats, face: Ints, size: int, width: int
) -> None:
    """Enter triangles whose boxes are at most ``size`` pixels wide and high into the buffer of nearest ones."""
    if not len(face):
        return
    dy, dx = np.divmod(np.arange(size * size), size)
    x, y = low[:, :1] + dx, low[:, 1:] + dy
    second, third = _shares(corners, x, y)
    inside = (
        (second >= -EDGE) & (third >= -EDGE) & (second + third <= 1 + EDGE) & (x <= high[:, :1]) & (y <= high[:, 1:])
    )
    row, column = np.nonzero(inside)
    a, b, c = level[row].T
    step = a + second[row, column] * (b - a) + third[row, column] * (c - a)
    key = (np.clip(step, 0, DEPTH_STEPS - 1).astype(np.int64) << 32) | face[row]
    np.minimum.at(nearest, (y * width + x)[row, column], key)


def _area(corners: Floats) -> Floats:
    """Twice the signed area (F,) of triangles (F, 3, 2)."""
    a, b = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    return np.asarray(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0])


def _shares(corners: Floats, x: Ints, y: Ints) -> tuple[Floats, Floats]:
    """Weights of the second and third corner (F, 3, 2) at the middles of pixels ``x``, ``y`` (F, N)."""
    (ax, ay), (bx, by) = (corners[:, 1] - corners[:, 0]).T, (corners[:, 2] - corners[:, 0]).T
    whole = (ax * by - ay * bx)[:, None]
    px, py = x + 0.5 - corners[:, :1, 0], y + 0.5 - corners[:, :1, 1]
    second = (px * by[:, None] - py * bx[:, None]) / whole
    third = (ax[:, None] * py - ay[:, None] * px) / whole
    return second, third


def encode_png(image: Floats) -> bytes:
    """A PNG file of an image (H, W, 4), sRGB and alpha 0 to 1."""
    height, width = image.shape[:2]
    rows = np.round(np.clip(image, 0, 1) * 255).astype(np.uint8).reshape(height, width * 4)
    above = np.concatenate([np.zeros((1, width * 4), np.uint8), rows[:-1]])
    lines = np.concatenate([np.full((height, 1), 2, np.uint8), rows - above], axis=1)  # each row as its step from above
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(lines.tobytes(), 7)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
