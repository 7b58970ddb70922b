"""Movements that are done over and over (sit-to-stand, squat, lunge, knees to chest), cut into repetitions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Floats, read_only
from psoas.core.message import Message, message
from psoas.kinematics.filters import lowpass, true_runs

KINDS = ("sit_to_stand", "squat", "lunge", "knees_to_chest", "knee_raise")

SHIFTS = ("pelvis_tx", "pelvis_ty", "pelvis_tz")

# What tells the movements apart: settings of this method, set well apart from one another.
LARGE = np.radians(40.0)  # a hip or knee that takes part
SLIGHT = np.radians(20.0)  # below this nothing was repeated
SINKING_M = 0.12  # the pelvis goes down and up by more than this in squats, lunges and standing up
TOGETHER = 0.8  # correlation of right and left hip in movements of both legs
LYING = np.radians(50.0)  # pelvis tipped by more than this from upright
TRAVEL_M = 0.3  # who gets further than this does not raise a knee on the spot
LEAVES, ARRIVES, RESTS = 0.3, 0.7, 0.1  # of the way from rest to the far end
SMOOTHING_HZ = 3.0


@dataclass(frozen=True)
class Repetitions:
    """Repetitions of one movement.

    ``kind`` is one of ``KINDS``, or "" when the movement is not known; ``side`` "right", "left" or "both" ("" with no
    kind). ``coordinate`` says by what the movement was cut; ``intervals`` (n, 2) seconds run from rest to rest;
    ``furthest_s`` (n,) is the instant furthest from rest. ``notes`` name what was left out.
    """

    kind: str
    side: str
    coordinate: str
    intervals: Floats
    furthest_s: Floats
    notes: tuple[Message, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "intervals", read_only(np.reshape(self.intervals, (-1, 2))))
        object.__setattr__(self, "furthest_s", read_only(self.furthest_s))


def find_repetitions(time: Floats, coordinates: Mapping[str, Floats]) -> Repetitions:
    """Cut a movement into repetitions.

    ``time`` (T,) seconds; ``coordinates`` holds (T,) radians (``pelvis_tx/_ty/_tz`` metres) under OpenSim's names; used
    are ``hip_flexion_r/_l``, ``knee_angle_r/_l`` (+ flexion), ``pelvis_tx/_ty/_tz`` and ``pelvis_tilt``, and any of
    them may be missing. The movement is named by which of them move, then cut where its main angle leaves rest and
    comes back (hysteresis at 30 and 70 % of the way). One that had not come back when the recording ended does not
    count. Who gets further than 0.3 m does not raise a knee.

    Note: standing up is told from squatting by the posture at the start: seated or standing.
    """
    smooth = {n: s for n, values in coordinates.items() if (s := _smooth(time, values)) is not None}
    angles = {n: s for n, s in smooth.items() if n not in SHIFTS}
    kind, side = _name(angles, sinking=_range(smooth["pelvis_ty"]) if "pelvis_ty" in smooth else 0.0)
    way = max((_range(smooth[name]) for name in ("pelvis_tx", "pelvis_tz") if name in smooth), default=0.0)
    if kind == "knee_raise" and way > TRAVEL_M:
        kind, side = "", ""
    coordinate, signal = _main(angles, kind=kind, side=side)
    if signal is None or _range(signal) < SLIGHT:
        return Repetitions(kind="", side="", coordinate="", intervals=np.empty((0, 2)), furthest_s=np.empty(0))
    intervals, furthest, open_ended = _cut(time, _away(signal))
    notes = (message("kinematics.repetition_open"),) if open_ended else ()
    return Repetitions(kind, side, coordinate, intervals, furthest, notes)


def _name(angles: Mapping[str, Floats], *, sinking: float) -> tuple[str, str]:
    """Kind and side of the movement, ("", "") when it is none of the known ones."""
    hips = [angles.get(name, np.zeros(1)) for name in ("hip_flexion_r", "hip_flexion_l")]
    moved = [_range(hip) for hip in hips]
    if max(moved) < LARGE:
        return "", ""
    together = min(moved) > LARGE and float(np.corrcoef(hips[0], hips[1])[0, 1]) > TOGETHER
    side = "both" if together else "right" if moved[0] >= moved[1] else "left"
    if sinking > SINKING_M:
        return _standing_movement(angles, together=together), side
    tilt = angles.get("pelvis_tilt")
    lying = tilt is None or abs(float(np.median(tilt))) > LYING
    return ("knees_to_chest" if lying else "knee_raise"), side


def _standing_movement(angles: Mapping[str, Floats], *, together: bool) -> str:
    """A movement in which the pelvis goes down and up: "" when the knees have no part in it (bowing, say)."""
    bent = [_range(angles[name]) for name in ("knee_angle_r", "knee_angle_l") if name in angles]
    if max(bent, default=0.0) < LARGE:
        return ""
    if not together:
        return "lunge"
    hip = (angles["hip_flexion_r"] + angles["hip_flexion_l"]) / 2
    return "sit_to_stand" if hip[0] > np.mean(np.percentile(hip, [2, 98])) else "squat"


def _main(angles: Mapping[str, Floats], *, kind: str, side: str) -> tuple[str, Floats | None]:
    """The angle that shows the repetitions best: hip flexion of the side that moves, else whatever moves most."""
    if kind and side == "both":
        return "hip_flexion", (angles["hip_flexion_r"] + angles["hip_flexion_l"]) / 2
    if kind:
        name = f"hip_flexion_{side[0]}"
        return name, angles[name]
    if not angles:
        return "", None
    name = max(angles, key=lambda key: _range(angles[key]))
    return name, angles[name]


def _away(signal: Floats) -> Floats:
    """How far (T,) the movement is from rest: 0 at rest, 1 at the far end. Rest is the end it starts at."""
    low, high = np.percentile(signal, [2, 98])
    share = (signal - low) / (high - low)
    start = float(np.median(share[: max(1, len(share) // 50)]))
    return np.asarray(share if start < 0.5 else 1 - share, dtype=float)


def _cut(time: Floats, away: Floats) -> tuple[Floats, Floats, bool]:
    """Intervals (n, 2), their furthest instants (n,), and whether a last one was still open."""
    intervals, furthest = [], []
    outings = [run for run in true_runs(away > LEAVES) if np.max(away[run]) > ARRIVES]
    for run in outings:
        if run.start > 0 and run.stop < len(away):
            resting = np.flatnonzero(away < RESTS)
            before, after = resting[resting < run.start], resting[resting >= run.stop]
            first = int(before[-1]) if len(before) else _turn(away, run.start, -1)
            last = int(after[0]) if len(after) else _turn(away, run.stop - 1, +1)
            intervals.append((time[first], time[last]))
            furthest.append(time[run.start + int(np.argmax(away[run]))])
    open_ended = bool(outings) and outings[-1].stop == len(away)
    return np.array(intervals), np.array(furthest), open_ended


def _turn(away: Floats, at: int, step: int) -> int:
    """Walk from ``at`` towards rest until the movement turns round or the recording ends."""
    while 0 <= at + step < len(away) and away[at + step] < away[at]:
        at += step
    return at


def _smooth(time: Floats, values: Floats) -> Floats | None:
    """Without gaps and without tremor, (T,); None where less than half was seen."""
    values = np.asarray(values, dtype=float)
    seen = ~np.isnan(values)
    if len(time) < 4 or seen.mean() < 0.5:
        return None
    rate = 1 / float(np.median(np.diff(time)))
    whole = np.interp(time, time[seen], values[seen])
    return lowpass(whole, rate_hz=rate, cutoff_hz=min(SMOOTHING_HZ, 0.4 * rate))


def _range(values: Floats) -> float:
    """From the 2nd to the 98th percentile, which a single wild frame does not change."""
    return float(np.ptp(np.percentile(values, [2, 98])))
