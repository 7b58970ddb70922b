"""Breathing from a recorded signal (belt, belly, or airflow; rising with the breath in): rate, share of the breath out,
regularity, and how closely a pattern was followed.

Turning points of the low-passed signal are the ends of breaths; a turn counts where it is at least a part of the usual
depth. Tried on signals whose truth is known, and beside another reader (figures in docs/session.md); not against a flow
meter in people.
"""

from __future__ import annotations

import csv
import itertools
import math
import struct
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.interpolate import interp1d
from scipy.io import wavfile
from scipy.signal import butter, find_peaks, sosfiltfilt

from psoas.core.arrays import Floats, read_only
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.knowledge.breath_techniques import BreathPhase

WORK_HZ = 25.0
"""Every signal is worked on at this rate."""
DRIFT_HZ, ROUGH_HZ = 0.03, 1.0
"""Slower is drift, faster is heart and hand at a first look (assumed)."""
SHAPE = 8.0
"""At the second look what is faster than this many times the rate goes (assumed): it is not the breath's shape."""
DEPTH_PART = 0.3
"""A turn counts from this part of the usual depth on (assumed)."""
SOONEST_S = 0.6
"""Two turns lie at least this far apart (assumed)."""
LEAST_BREATHS = 3
LEAST_S = 20.0
MOST_S = 24 * 3600.0
"""Longer is no session of breathing, and would only fill the memory."""
LEAST_HZ = 2.0
"""Fewer samples a second do not show 30 breaths a minute with their shape (assumed)."""
EVEN, FAIRLY_EVEN = 0.1, 0.25
"""Spread of the cycles by their mean below which breath is called so (assumed)."""
SOUND_HZ = 1000.0
"""A file sampled faster is sound, in which the breath in and out look alike."""
FLOW = "flow"
"""In the name of a column or channel: air a second, which is summed up to the air in the chest."""
BREATH_CHANNELS = ("resp", "breath", "thor", "abd", FLOW)
"""Parts of the names that recorders give a channel of breath."""
NEAR = 0.25
"""A breath follows its target within this part of the target's cycle (assumed), and where it is the only one there."""


@dataclass(frozen=True)
class BreathSignal:
    """Values (N,) at a steady rate ``hz``, rising with the breath in."""

    values: Floats
    hz: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", read_only(self.values))

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.values) / self.hz


@dataclass(frozen=True)
class BreathAnalysis:
    """What a signal shows: the moments (s) at which breaths in began (B + 1,) and breaths out began (B,).

    Over whole breaths: ``per_minute``, ``out_share`` (part of the cycle from the top to the next bottom, holds
    included) and ``spread`` (standard deviation of cycles by their mean; 0 is even); None where fewer than three were
    found.
    """

    in_s: Floats
    out_s: Floats
    per_minute: float | None
    out_share: float | None
    spread: float | None


@dataclass(frozen=True)
class PatternAdherence:
    """How closely a pattern was followed: part of its breaths with one of yours near, and how far behind on the median
    (s); both 0 where there is nothing to compare."""

    share: float
    behind_s: float


def analyze_breathing(signal: BreathSignal) -> BreathAnalysis:
    """Breaths in a signal. Raises ``InputError`` for one that is too short, or holds values that are no numbers."""
    faults: list[Message] = []
    if not signal.hz >= LEAST_HZ:
        faults.append(message("breath.fault.few_samples", hz=f"{signal.hz:.3g}", least=f"{LEAST_HZ:g}"))
    elif not LEAST_S <= signal.seconds <= MOST_S:
        seconds, ends = f"{signal.seconds:.3g}", {"least": f"{LEAST_S:g}", "most_hours": f"{MOST_S / 3600:g}"}
        faults.append(message("breath.fault.length", seconds=seconds, **ends))
    if not np.isfinite(signal.values).all():
        faults.append(message("breath.fault.no_numbers"))
    if faults:
        raise InputError(*faults)
    tops, bottoms = _turns(_smooth(signal, ROUGH_HZ))
    if len(tops) >= LEAST_BREATHS:
        pace = WORK_HZ / float(np.median(np.diff(bottoms)))
        tops, bottoms = _turns(_smooth(signal, min(SHAPE * pace, 0.4 * WORK_HZ)))
    ins = read_only(bottoms / WORK_HZ)
    outs = read_only(tops / WORK_HZ)
    if len(outs) < LEAST_BREATHS:
        return BreathAnalysis(ins, outs, None, None, None)
    cycles = np.diff(ins)
    rate, share = 60.0 / float(cycles.mean()), float(((ins[1:] - outs) / cycles).mean())
    spread = float(cycles.std() / cycles.mean())
    return BreathAnalysis(ins, outs, rate, share, spread)


def measure_adherence(
    found: BreathAnalysis, pattern: Sequence[BreathPhase], *, start_s: float = 0.0
) -> PatternAdherence:
    """How closely breaths followed the phases of ``breath.pattern`` that began ``start_s`` into the signal. A steady
    lag is no fault: it is taken off first. Whoever breathes faster has a breath near every target by chance, so each
    breath of the pattern must meet exactly one of yours."""
    targets = np.array([phase.start_s + start_s for phase in pattern if phase.phase == "in"])
    if len(targets) < 2 or not len(found.in_s):
        return PatternAdherence(0.0, 0.0)
    cycles = np.append(np.diff(targets), targets[-1] - targets[-2])
    lag = _lag(found.in_s, targets, cycles)
    off = np.abs(found.in_s[None] - (targets + lag)[:, None])
    alone = (off < 0.5 * cycles[:, None]).sum(axis=1) == 1
    share = float((alone & (off.min(axis=1) <= NEAR * cycles)).mean())
    return PatternAdherence(share, lag)


def read_signal(path: Path, *, column: str = "") -> BreathSignal:
    """A breath signal from CSV (a column of seconds, and one of values), WAV (a sensor's, not a microphone's) or EDF
    and EDF+ (with the extra ``breath``); ``column`` names the value column or channel where there are several. Of a WAV
    or EDF that was cut off what is there is read.

    Raises ``InputError`` that says what would work.
    """
    readers = {".csv": _csv, ".wav": _wav, ".edf": _edf}
    if path.suffix.lower() not in readers:
        raise InputError(
            message("breath.fault.suffix", file=path.name, suffix=path.suffix, expected=", ".join(readers))
        )
    try:
        return readers[path.suffix.lower()](path, column)
    except (OSError, ValueError, EOFError, struct.error, csv.Error) as error:
        raise InputError(message("breath.fault.unreadable", file=path.name, error=str(error))) from error


def _smooth(signal: BreathSignal, top_hz: float) -> Floats:
    """The signal at the working rate, without drift, and without what is faster than ``top_hz``."""
    count = int(signal.seconds * WORK_HZ)
    at = np.arange(count) / WORK_HZ
    own = np.arange(len(signal.values)) / signal.hz
    values = signal.values - np.median(signal.values)
    if signal.hz > WORK_HZ:
        low = butter(2, 0.45 * WORK_HZ, "low", fs=signal.hz, output="sos")
        values = sosfiltfilt(low, values)
    even = interp1d(own, values, fill_value="extrapolate")(at)
    return np.asarray(sosfiltfilt(butter(2, (DRIFT_HZ, top_hz), "band", fs=WORK_HZ, output="sos"), even))


def _turns(smooth: Floats) -> tuple[Floats, Floats]:
    """Tops (B,) and the bottoms (B + 1,) around them, as fractions of samples."""
    depth = float(np.subtract(*np.percentile(smooth, [90, 10])))
    if depth <= 0:
        return np.zeros(0), np.zeros(0)
    deep, apart = DEPTH_PART * depth, int(SOONEST_S * WORK_HZ)
    found_at = {kind: find_peaks(kind * smooth, prominence=deep, distance=apart)[0] for kind in (1, -1)}
    marks = sorted((int(at), kind) for kind, places in found_at.items() for at in places)
    turns: list[tuple[int, int]] = []
    for at, kind in marks:
        if turns and turns[-1][1] == kind:  # of two alike in a row the further out counts
            if kind * smooth[at] > kind * smooth[turns[-1][0]]:
                turns[-1] = (at, kind)
        else:
            turns.append((at, kind))
    while turns and turns[0][1] == 1:
        turns.pop(0)
    while turns and turns[-1][1] == 1:
        turns.pop()
    found = {kind: np.array([_vertex(smooth, at) for at, k in turns if k == kind]) for kind in (1, -1)}
    return found[1], found[-1]


def _vertex(smooth: Floats, at: int) -> float:
    """Where the parabola through three samples turns."""
    if not 0 < at < len(smooth) - 1:
        return float(at)
    a, b, c = smooth[at - 1 : at + 2]
    bend = a - 2 * b + c
    return at + (0.5 * float(a - c) / float(bend) if bend else 0.0)


def _lag(found: Floats, targets: Floats, cycles: Floats) -> float:
    """How far behind, within half a cycle either way."""
    off = found[np.abs(found[None] - targets[:, None]).argmin(axis=1)] - targets
    near = off[np.abs(off) <= cycles / 2]
    return float(np.median(near)) if len(near) else 0.0


def _csv(path: Path, column: str) -> BreathSignal:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    if len(rows) < 3 or len(rows[0]) < 2:
        raise InputError(message("breath.fault.no_rows", file=path.name))
    names = [name.strip() for name in rows[0]]
    if column and column not in names[1:]:
        raise InputError(
            message("breath.fault.no_column", file=path.name, column=column, expected=", ".join(names[1:]))
        )
    place = names.index(column) if column else 1
    faults, pairs = [], []
    for number, row in enumerate(rows[1:], 2):
        try:
            pair = (float(row[0]), float(row[place]))
            if not all(map(math.isfinite, pair)):
                raise ValueError
            pairs.append(pair)
        except (IndexError, ValueError):
            faults.append(message("breath.fault.row", file=path.name, line=number, found=repr(",".join(row))))
    if faults:
        raise InputError(*faults)
    time, values = np.array(pairs).T
    gaps = [n + 3 for n, (a, b) in enumerate(itertools.pairwise(time)) if not b > a]
    if gaps:
        raise InputError(*(message("breath.fault.seconds_fall", file=path.name, line=n) for n in gaps))
    hz = (len(time) - 1) / (time[-1] - time[0])
    even = np.linspace(time[0], time[-1], len(time))
    return _signal(names[place], np.interp(even, time, values), float(hz))


def _wav(path: Path, column: str) -> BreathSignal:
    with warnings.catch_warnings():  # of a file that was cut off, and of notes beside the signal: what is there is read
        warnings.simplefilter("ignore", wavfile.WavFileWarning)
        hz, values = wavfile.read(path)
    if hz > SOUND_HZ:
        raise InputError(message("breath.fault.sound", file=path.name, hz=str(hz), most=f"{SOUND_HZ:g}"))
    return BreathSignal(np.asarray(values if values.ndim == 1 else values[:, 0], float), float(hz))


def _edf(path: Path, column: str) -> BreathSignal:
    try:
        from edfio import read_edf
    except ImportError as error:
        raise InputError(message("breath.fault.no_edf_reader", file=path.name, error=str(error))) from error
    try:
        with warnings.catch_warnings():  # of a file that was cut off: what is there is read
            warnings.filterwarnings("ignore", module=r"edfio\.")
            edf = read_edf(path)
            if not edf.is_continuous:
                raise InputError(message("breath.fault.interrupted", file=path.name))
            chosen = edf.signals[_channel(path, [one.label.strip() for one in edf.signals], column)]
            return _signal(chosen.label, chosen.data, chosen.sampling_frequency)
    except (ValueError, LookupError, ArithmeticError, NameError) as error:  # what edfio meets in a damaged header
        raise InputError(message("breath.fault.damaged_edf", file=path.name)) from error


def _channel(path: Path, names: Sequence[str], column: str) -> int:
    """The place of the channel asked for, or of the only one whose name says breath."""
    likely = [name for name in names if any(word in name.lower() for word in BREATH_CHANNELS)]
    if column and column not in names:
        raise InputError(message("breath.fault.no_channel", file=path.name, channel=column, expected=", ".join(names)))
    if not column and not likely:
        raise InputError(message("breath.fault.no_breath_channel", file=path.name, channels=", ".join(names)))
    if not column and len(set(likely)) > 1:
        raise InputError(message("breath.fault.which_channel", file=path.name, channels=", ".join(likely)))
    name = column or likely[0]
    if names.count(name) > 1:
        raise InputError(message("breath.fault.same_channels", file=path.name, count=names.count(name), channel=name))
    return names.index(name)


def _signal(name: str, values: Floats, hz: float) -> BreathSignal:
    """The signal of a column or channel, flow summed up."""
    if FLOW in name.lower() and len(values):
        values = np.cumsum(values - values.mean()) / hz
    return BreathSignal(values, hz)
