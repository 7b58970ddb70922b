"""Smoothing and differentiation that leave gaps alone: what was not seen stays NaN."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from scipy.interpolate import Akima1DInterpolator

from psoas.core.arrays import Bools, Floats
from psoas.core.errors import InputError
from psoas.core.message import message

BRIDGE_S = 0.1
"""Gaps up to this many seconds are bridged while filtering (and are NaN again afterwards)."""

RINGING = 3.0
"""Periods of the cutoff in which the filter forgets how it started."""


def lowpass(values: Floats, *, rate_hz: float, cutoff_hz: float, order: int = 4, bridge_s: float = BRIDGE_S) -> Floats:
    """Zero-lag Butterworth low-pass along the first axis (Winter 2009).

    Args:
        values: Samples (T, ...) in any unit.
        rate_hz: Samples a second.
        cutoff_hz: A sine of this frequency comes out at 1/sqrt(2) of its amplitude, both passes together.
        order: Of both passes together, even.
        bridge_s: A gap longer than this splits the signal, and each piece is filtered alone; seconds.

    Returns:
        Filtered samples of the same shape, with the same NaN.

    Raises:
        InputError: The rate cannot carry the cutoff, or the order is odd.
    """
    sos = _design(rate_hz=rate_hz, cutoff_hz=cutoff_hz, order=order)
    flat = _columns(values)
    bridged = bridge_gaps(flat, limit=round(bridge_s * rate_hz))
    for column, piece in _pieces(bridged):
        bridged[piece, column] = _both_ways(sos, bridged[piece, column], ring=round(RINGING * rate_hz / cutoff_hz))
    bridged[np.isnan(flat)] = np.nan
    return bridged.reshape(np.shape(values))


def derivative(values: Floats, time: Floats) -> Floats:
    """First derivative along the first axis: central inside a run of seen samples, one-sided at its ends.

    Args:
        values: Samples (T, ...).
        time: Time (T,), seconds.

    Returns:
        The derivative (T, ...), per second; NaN for a sample without a seen neighbour.
    """
    flat = _columns(values)
    slope = np.full_like(flat, np.nan)
    for column, piece in _pieces(flat):
        if piece.stop - piece.start > 1:
            slope[piece, column] = np.gradient(flat[piece, column], time[piece], axis=0)
    return slope.reshape(np.shape(values))


def bridge_gaps(values: Floats, *, limit: int) -> Floats:
    """Fill short gaps with smooth curves (Akima 1970), for steps in between only: nothing filled may reach a result.

    Args:
        values: Evenly spaced samples (T, ...).
        limit: Gaps of at most this many samples are filled; longer ones, and both ends, stay NaN.
    """
    flat = _columns(values)
    for column in flat.T:
        seen = np.flatnonzero(~np.isnan(column))
        gaps = [gap for gap in true_runs(np.isnan(column)) if gap.start > 0 and gap.stop < len(column)]
        gaps = [gap for gap in gaps if gap.stop - gap.start <= limit]
        if gaps:
            curve = Akima1DInterpolator(seen, column[seen])
            for gap in gaps:
                column[gap] = curve(np.arange(gap.start, gap.stop))
    return flat.reshape(np.shape(values))


def true_runs(flags: Bools) -> list[slice]:
    """The stretches of a (T,) boolean array that are true, in order."""
    edges = np.diff(np.concatenate(([0], np.asarray(flags, dtype=int), [0])))
    return [slice(int(a), int(b)) for a, b in zip(np.flatnonzero(edges > 0), np.flatnonzero(edges < 0), strict=True)]


def _columns(values: Floats) -> Floats:
    """A writable copy with everything but time flattened: (T, columns)."""
    array = np.array(values, dtype=float)
    return array.reshape(len(array), math.prod(array.shape[1:]))


def _pieces(flat: Floats) -> Iterator[tuple[slice | int, slice]]:
    """Every run of seen samples as (column, rows); all columns at once where nothing is missing."""
    if not np.isnan(flat).any():
        yield slice(None), slice(0, len(flat))
        return
    for column in range(flat.shape[1]):
        for piece in true_runs(~np.isnan(flat[:, column])):
            yield column, piece


def _design(*, rate_hz: float, cutoff_hz: float, order: int) -> Floats:
    if order < 2 or order % 2:
        raise InputError(message("kinematics.filter_order", order=order))
    if not 0 < cutoff_hz < rate_hz / 2:
        raise InputError(message("kinematics.filter_cutoff", highest=f"{rate_hz / 2:g}", cutoff=f"{cutoff_hz:g}"))
    passes = (math.sqrt(2) - 1) ** (-1 / order)  # each pass is designed higher, so that both together cut at cutoff_hz
    warped = passes * math.tan(math.pi * cutoff_hz / rate_hz)
    single = 2 / math.pi * math.atan(warped)
    from scipy.signal import butter  # takes a second to import: only where a filter is asked for

    return np.asarray(butter(order // 2, single, output="sos"), dtype=float)


def _both_ways(sos: Floats, piece: Floats, *, ring: int) -> Floats:
    """One seen stretch, forwards and backwards, prolonged so that the filter has settled when the stretch begins.

    Three samples or fewer are too short to filter and are left as they are.
    """
    pad = min(ring, len(piece) - 2)
    from scipy.signal import sosfiltfilt

    return np.asarray(sosfiltfilt(sos, piece, axis=0, padlen=pad), dtype=float) if pad > 1 else piece
