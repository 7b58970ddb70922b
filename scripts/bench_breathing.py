"""Breathing beside another reader, NeuroKit2, on signals whose truth is known: the table of docs/session.md.

NeuroKit2 is no dependency, for it brings 186 MB along: `.venv/bin/uv pip install neurokit2==0.2.13` before
`python -m scripts.bench_breathing`, and a new `make setup` after it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np

from psoas.core.arrays import Floats
from psoas.session.breath_analysis import BreathSignal, analyze_breathing

HZ, SECONDS = 25.0, 180.0
RATES, SHARES, SEEDS = (4.0, 6.0, 12.0, 20.0, 30.0), (0.4, 0.55, 0.7), (0, 1)
TROUBLES: dict[str, tuple[dict[str, float], float, float]] = {
    "none": ({}, 0.002, 0.03),
    "noise": ({"noise": 0.1}, 0.01, 0.06),
    "more noise": ({"noise": 0.2}, 0.03, 0.09),
    "heart": ({"noise": 0.02, "heart": 0.1}, 0.01, 0.09),
    "drift": ({"noise": 0.02, "drift": 3.0}, 0.01, 0.03),
    "lengths": ({"noise": 0.02, "lengths": 0.2}, 0.01, 0.04),
    "depths": ({"noise": 0.02, "depths": 0.3}, 0.01, 0.03),
    "more depths": ({"noise": 0.02, "depths": 0.5}, 0.1, 0.06),
    "all": ({"noise": 0.05, "heart": 0.1, "drift": 1.0, "lengths": 0.2, "depths": 0.3}, 0.01, 0.09),
}
"""What is wrong with the signals, and the largest errors of rate (part of it) and share: docs/session.md tells them."""
Turns = tuple[Floats, Floats]
"""Moments (s) at which breaths in (B + 1,) and breaths out (B,) began."""


def main() -> None:
    """Print the largest errors of both."""
    print("trouble        ours: rate, share    NeuroKit2: rate, share")
    for name, (trouble, _, _) in TROUBLES.items():
        own, others = errors(ours, trouble), errors(theirs, trouble)
        print(f"{name:14} {own[0]:10.1%} {own[1]:7.3f} {others[0]:17.1%} {others[1]:7.3f}", flush=True)


def errors(read: Callable[[BreathSignal], Turns], trouble: dict[str, float]) -> tuple[float, float]:
    """The largest error of the rate (part of it) and of the share of the breath out."""
    found = []
    for rate, share, seed in itertools.product(RATES, SHARES, SEEDS):
        signal, starts = made(rate, share, seed=seed, **trouble)
        ins, outs = read(signal)
        first, last = (int(np.abs(starts - one).argmin()) for one in (ins[0], ins[-1]))
        cycles = np.diff(ins)
        true = (starts[last] - starts[first]) / (last - first)
        found.append((abs(true / cycles.mean() - 1), abs(((ins[1:] - outs) / cycles).mean() - share)))
    worst_rate, worst_share = np.max(found, axis=0)
    return float(worst_rate), float(worst_share)


def ours(signal: BreathSignal) -> Turns:
    """Our reader."""
    found = analyze_breathing(signal)
    return found.in_s, found.out_s


def theirs(signal: BreathSignal) -> Turns:
    """NeuroKit2's way of first choice (Khodadad 2018); it ends with a breath out, which is left off."""
    import neurokit2

    clean = neurokit2.rsp_clean(signal.values, sampling_rate=signal.hz)
    found = neurokit2.rsp_findpeaks(clean, sampling_rate=signal.hz)
    return np.array(found["RSP_Troughs"]) / signal.hz, np.array(found["RSP_Peaks"][:-1]) / signal.hz


def made(
    rate: float, share: float, *, seed: int, noise: float = 0.0, heart: float = 0.0, drift: float = 0.0,
    lengths: float = 0.0, depths: float = 0.0,
) -> tuple[BreathSignal, Floats]:  # fmt: skip
    """Half cosines up and down, and the moments (s) at which breaths in began. Beside a depth of 1: ``noise`` (standard
    deviation), a ``heart`` of 69 beats and a ``drift`` of 67 s (heights of sines); ``lengths`` and ``depths`` vary by
    so much (standard deviation of the logarithm)."""
    chance, usual = np.random.default_rng(seed), 60 / rate
    count = int(1.5 * SECONDS / usual) + 2
    long = usual * np.exp(lengths * chance.normal(size=count))
    deep = np.exp(depths * chance.normal(size=count))
    starts = np.concatenate([[0.0], np.cumsum(long)[:-1]])
    time = np.arange(int(SECONDS * HZ)) / HZ
    at = np.searchsorted(starts, time, side="right") - 1
    through = (time - starts[at]) / long[at]
    up = 0.5 - 0.5 * np.cos(np.pi * through / (1 - share))
    down = 0.5 + 0.5 * np.cos(np.pi * (through - 1 + share) / share)
    values = np.where(through < 1 - share, up, down) * deep[at] + noise * chance.normal(size=len(time))
    values += heart * np.sin(2 * np.pi * 1.15 * time) + drift * np.sin(2 * np.pi * 0.015 * time + 1)
    return BreathSignal(values, HZ), starts[starts < SECONDS]


if __name__ == "__main__":
    main()
