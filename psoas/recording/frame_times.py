"""The time of frames: repaired where one reading remains, and brought onto even steps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Bools, Floats
from psoas.core.message import Message, message

RATE_TOLERANCE = 0.02
"""A rate of the header within this share of the time column's rate is the same rate (assumed)."""
STEADY = 0.02
"""Times this share of a step off an even clock count as even (assumed)."""
SAME_FRAME = 0.25
"""Two rows of one instant that differ by less than this share of a usual step hold one frame (assumed)."""
LONGEST_GAP_S = 0.1
"""A gap between frames up to this long is bridged, a longer one shows nobody (assumed)."""
MOST_FRAMES = 4
"""Resampling makes at most this many frames out of one, unless nobody was seen for a while (assumed)."""
MOST_CELLS = 20_000_000
"""Numbers that frames over a pause may take (assumed): 160 MB, 24 minutes of 45 markers at 100 frames a second."""
SAME_INSTANT = 1e-6
"""Times this share of a step apart are one instant: floating-point numbers are no better after a million frames."""
RARELY = 0.05
"""Up to this share of longer steps are lost frames (assumed): digits that are left out make more of them."""
WILD = 0.1
"""Steps below this share of the usual one make a spline swing (assumed); Akima's curve does not."""
_DECIMALS = 9


@dataclass(frozen=True)
class TimedRows:
    """Rows of a file with their times.

    ``time`` is (T,) seconds, ``values`` (T, N), ``lines`` holds the line of each row in the file, from 1.
    """

    time: Floats
    values: Floats
    lines: tuple[int, ...]

    def kept(self, keep: Bools) -> TimedRows:
        """Only the rows of ``keep`` (T,)."""
        lines = tuple(line for line, stays in zip(self.lines, keep, strict=True) if stays)
        return TimedRows(self.time[keep], self.values[keep], lines)


def repair_times(
    rows: TimedRows, *, rate_hz: float | None = None, numbers: Floats | None = None
) -> tuple[TimedRows, list[Message]]:
    """Put right what is wrong with times in one way only; whatever else is wrong stays for ``check_time``.

    Args:
        rows: As they stand in the file.
        rate_hz: Frames a second, as the header says.
        numbers: Number of each frame (T,), where the file has them.

    Returns:
        The rows, and what was put right.
    """
    repairs: list[Message] = []
    for repair in (_numbered, _milliseconds):
        if rate_hz and (found := repair(rows.time, rate_hz, numbers)):
            rows = TimedRows(found[0], rows.values, rows.lines)
            repairs.append(found[1])
    if filled := _missing(rows.time):
        rows = TimedRows(filled[0], rows.values, rows.lines)
        repairs.append(filled[1])
    repeated = _repeated(rows)
    still = np.count_nonzero(np.diff(rows.time) == 0)
    if rate_hz and repeated.sum() < still and (counted := _rounded(rows.time, rate_hz)):
        return TimedRows(counted[0], rows.values, rows.lines), [*repairs, counted[1]]
    if repeated.any():
        first = int(np.argmax(repeated))
        repairs.append(message("recording.rows_repeated", count=int(repeated.sum()), line=rows.lines[first]))
        rows = rows.kept(~repeated)
    return rows, repairs


def _numbered(time: Floats, rate_hz: float, numbers: Floats | None) -> tuple[Floats, Message] | None:
    """Times from the frames and the rate where the column holds no time: empty, one number all over, or the frames."""
    if len(time) < 2:
        return None
    empty = not np.isfinite(time).any() or bool((time == time[0]).all())
    copied = numbers is not None and rate_hz > 2 and bool((time == numbers).all()) and bool((np.diff(time) == 1).all())
    if not empty and not copied:
        return None
    return np.arange(len(time)) / rate_hz, message("recording.time_from_rate", rate=f"{rate_hz:g}")


def _milliseconds(time: Floats, rate_hz: float, _: Floats | None) -> tuple[Floats, Message] | None:
    step = np.diff(time)
    if not len(step) or not (step > 0).all() or not 500 < (usual := float(np.median(step))) * rate_hz < 2000:
        return None
    repair = message("recording.time_in_milliseconds", step=f"{usual:g}", rate=f"{rate_hz:g}")
    return time / 1000, repair


def _missing(time: Floats) -> tuple[Floats, Message] | None:
    """Times that are missing here and there on an otherwise even clock."""
    seen = np.isfinite(time)
    if seen.all() or seen.sum() < 3:
        return None
    frames = np.arange(len(time))
    line = np.polynomial.Polynomial.fit(frames[seen], time[seen], 1)
    even = np.asarray(line(frames))
    step = float(even[1] - even[0])
    if step <= 0 or np.abs(time - even)[seen].max() > max(_quantum(time[seen]), STEADY * step):
        return None
    filled = np.where(seen, time, even)
    return filled, message("recording.times_filled", missing=int((~seen).sum()), frames=len(time))


def _rounded(time: Floats, rate_hz: float) -> tuple[Floats, Message] | None:
    """Times with too few digits to tell the frames apart, which the rate fits."""
    step = np.diff(time)
    if len(time) < 3 or not np.isfinite(time).all() or (step < 0).any() or not (step == 0).any():
        return None
    even = time[0] + np.arange(len(time)) / rate_hz
    quantum = _quantum(time)
    if quantum <= 1 / rate_hz or np.abs(time - even).max() > quantum:
        return None
    return even, message("recording.time_rounded", rate=f"{rate_hz:g}", step=f"{quantum:g}")


def _repeated(rows: TimedRows) -> Bools:
    """Rows (T,) that hold the frame before them once more: the same time and, all but, the same values."""
    same = np.zeros(len(rows.time), dtype=bool)
    with np.errstate(invalid="ignore"):
        still = np.flatnonzero(np.diff(rows.time) == 0) + 1
    if not len(still):
        return same
    change = np.abs(np.diff(rows.values, axis=0))
    usual = np.array([np.nanmedian(column) if np.isfinite(column).any() else 0.0 for column in change.T])
    for row in still:
        before, after = rows.values[row - 1], rows.values[row]
        gaps = (np.isnan(before) == np.isnan(after)).all()
        same[row] = gaps and bool((np.nan_to_num(change[row - 1]) <= SAME_FRAME * usual).all())
    return same


def resample_evenly(
    time: Floats, values: Floats, *, rate_hz: float | None = None, linear: Bools | None = None
) -> tuple[Floats, Floats, list[Message]]:
    """Bring frames with uneven steps onto an even clock; frames that are even but for rounding stay as they are.

    Args:
        time: (T,) seconds, growing.
        values: (T, N), NaN where not seen.
        rate_hz: Frames a second, as the header says; used where the time column agrees.
        linear: Which columns (N,) are joined by straight lines, whatever the gap (forces jump); the others follow a
            cubic spline, or where steps are wild the curve of Akima (1970, J ACM 17:589).

    Returns:
        Time, values, and a repair with its figures; a column without value on either side of a new frame has none
        there, nor in gaps of more than 0.1 s.
    """
    if is_even(time, rate_hz=rate_hz):
        return time, values, []
    step = _target_step(time, rate_hz)
    count = int((time[-1] - time[0]) / step * (1 + 1e-9)) + 1
    new = time[0] + step * np.arange(count)
    straight = np.zeros(values.shape[1], dtype=bool) if linear is None else linear
    result = np.column_stack([
        np.interp(new, time, column) if line else _follow(time, column, new)
        for column, line in zip(values.T, straight, strict=True)
    ]) if values.shape[1] else np.empty((count, 0))  # fmt: skip
    steps = np.diff(time)
    figures = {"low": f"{steps.min():.4g}", "high": f"{steps.max():.4g}", "rate": f"{1 / step:.4g}"}
    return new, result, [message("recording.time_uneven", **figures, before=len(time), after=count)]


def is_even(time: Floats, *, rate_hz: float | None = None) -> bool:
    """Whether times are those of an even clock, but for the digits that the file leaves out.

    Args:
        time: (T,) seconds, growing.
        rate_hz: Frames a second, as the header says: tells 90 a second in hundredths from 100 of which some are lost.
    """
    if len(time) < 3:
        return True
    even = np.linspace(time[0], time[-1], len(time))
    step = float(even[1] - even[0])
    quantum = min(_quantum(time), step)
    if quantum > step / 2 and _lost_frames(np.diff(time), rate_hz):
        return False
    return bool(np.abs(time - even).max() <= max(1.01 * quantum, STEADY * step))


def _lost_frames(steps: Floats, rate_hz: float | None) -> bool:
    """Whether longer steps among equal ones are frames that are missing, in times that hold no finer digit."""
    usual = float(np.median(steps))
    longer = float(np.mean(steps > 1.5 * usual))
    if rate_hz and abs(steps.mean() * rate_hz - 1) >= RATE_TOLERANCE:
        return longer > 0 and abs(usual * rate_hz - 1) < RATE_TOLERANCE
    return 0 < longer <= RARELY


def _quantum(time: Floats) -> float:
    """The place of the last digit that the times hold, in seconds: 0.001 for 0.033, 0.067, 0.1."""
    for digits in range(_DECIMALS):
        scaled = time * 10.0**digits
        if np.abs(scaled - np.round(scaled)).max() < 1e-5:
            return float(10.0**-digits)
    return 0.0


def _target_step(time: Floats, rate_hz: float | None) -> float:
    """The new step: the header's, else the usual one, else the mean where the usual one would make too many frames."""
    steps = np.diff(time)
    mean, usual = float(steps.mean()), float(np.median(steps))
    for step in (usual, mean):
        if rate_hz and abs(step * rate_hz - 1) < RATE_TOLERANCE:
            return 1 / rate_hz
    bridged = steps[steps <= _longest_bridged(steps)]
    if len(bridged) < len(steps):
        return _target_step(np.concatenate([[0.0], np.cumsum(bridged)]), rate_hz)
    lost = steps[steps > 1.5 * usual]
    if abs(usual / mean - 1) < RATE_TOLERANCE or (not len(lost) and usual > 0.5 * mean):
        return mean
    return usual if mean / usual <= MOST_FRAMES else mean


def _longest_bridged(steps: Floats) -> float:
    """The longest step, in seconds, that shows somebody between its ends."""
    return max(LONGEST_GAP_S, 3 * float(np.median(steps)))


def endless_pause(time: Floats, columns: int) -> int | None:
    """The row before the longest pause, where pauses are so long that even steps would fill the memory; else None.

    Args:
        time: (T,) seconds, growing, at least two.
        columns: Numbers in a frame.
    """
    steps = np.diff(time)
    longest = int(np.argmax(steps))
    count = float(time[-1] - time[0]) / float(np.median(steps))
    if steps[longest] <= _longest_bridged(steps) or count <= MOST_FRAMES * len(time) or count * columns <= MOST_CELLS:
        return None
    return longest


def _follow(time: Floats, column: Floats, new: Floats) -> Floats:
    """A column (T,) on the times ``new``: a smooth curve through what was seen."""
    from scipy.interpolate import Akima1DInterpolator, CubicSpline

    seen = np.flatnonzero(np.isfinite(column))
    if len(seen) < 2:
        return np.full(len(new), np.nan)
    at, known = time[seen], column[seen]
    steps = np.diff(at)
    curve = Akima1DInterpolator if steps.min() < WILD * np.median(steps) else CubicSpline
    inside = np.clip(new, at[0], at[-1])
    result = np.interp(inside, at, known) if len(seen) < 5 else np.asarray(curve(at, known)(inside))
    after = np.clip(np.searchsorted(time, new, side="left"), 1, len(time) - 1)
    gap = np.isnan(column[after - 1]) | np.isnan(column[after]) | (new < at[0]) | (new > at[-1])
    gap |= time[after] - time[after - 1] > _longest_bridged(np.diff(time))
    result[gap & ~_near(new, at)] = np.nan
    return np.asarray(result)


def _near(new: Floats, at: Floats) -> Bools:
    """Which times of ``new`` are times of ``at``, but for rounding."""
    after = np.clip(np.searchsorted(at, new), 1, len(at) - 1)
    distance = np.minimum(np.abs(new - at[after - 1]), np.abs(new - at[after]))
    return np.asarray(distance < SAME_INSTANT * (at[-1] - at[0]) / (len(at) - 1))
