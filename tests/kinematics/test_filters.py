"""Smoothing and differentiation against closed forms, and gaps that must stay gaps."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.errors import InputError
from psoas.kinematics.filters import bridge_gaps, derivative, lowpass, true_runs

RATE = 100.0
TIME = np.arange(1000) / RATE
MIDDLE = slice(300, 700)


@pytest.mark.parametrize("order", [2, 4, 6])
@pytest.mark.parametrize("cutoff", [2.0, 6.0, 20.0, 40.0])
def test_a_sine_at_the_cutoff_keeps_half_its_power_and_its_phase(cutoff: float, order: int) -> None:
    sine, cosine = np.sin(2 * np.pi * cutoff * TIME), np.cos(2 * np.pi * cutoff * TIME)
    out = lowpass(sine, rate_hz=RATE, cutoff_hz=cutoff, order=order)[MIDDLE]
    in_phase, out_of_phase = (2 * np.mean(out * wave[MIDDLE]) for wave in (sine, cosine))
    assert in_phase == pytest.approx(np.sqrt(0.5), abs=1e-6)
    assert out_of_phase == pytest.approx(0.0, abs=1e-6)


def test_straight_lines_pass_unchanged_and_fast_shaking_does_not() -> None:
    line = 3.0 - 0.7 * TIME
    assert lowpass(line, rate_hz=RATE, cutoff_hz=6.0) == pytest.approx(line, abs=1e-9)
    shaken = line + 0.1 * np.sin(2 * np.pi * 40 * TIME)
    assert lowpass(shaken, rate_hz=RATE, cutoff_hz=6.0)[MIDDLE] == pytest.approx(line[MIDDLE], abs=1e-3)


@given(st.lists(st.integers(0, 199), max_size=150), st.integers(1, 30))
def test_what_was_not_seen_stays_not_seen_and_no_more(missing: list[int], bridged: int) -> None:
    values = np.sin(np.arange(200) / 9)[:, None] * [1.0, 2.0]
    values[missing, 0] = np.nan
    out = lowpass(values, rate_hz=RATE, cutoff_hz=6.0, bridge_s=bridged / RATE)
    assert np.array_equal(np.isnan(out), np.isnan(values))
    assert out[:, 1] == pytest.approx(lowpass(values[:, 1], rate_hz=RATE, cutoff_hz=6.0), abs=1e-12)


def test_two_sides_of_a_long_gap_do_not_know_of_each_other() -> None:
    values = np.sin(TIME)
    values[400:500] = np.nan
    other = values.copy()
    other[500:] += 100.0
    one, two = (lowpass(v, rate_hz=RATE, cutoff_hz=6.0)[:400] for v in (values, other))
    assert np.array_equal(one, two)


def test_a_short_gap_does_not_disturb_its_neighbours() -> None:
    values = np.sin(2 * np.pi * TIME)
    gappy = values.copy()
    gappy[500:505] = np.nan
    out = lowpass(gappy, rate_hz=RATE, cutoff_hz=10.0)
    seen = ~np.isnan(gappy)
    assert np.max(np.abs(out - values)[seen]) < 0.005


@pytest.mark.parametrize("bad", [{"cutoff_hz": 50.0}, {"cutoff_hz": 0.0}, {"cutoff_hz": 6.0, "order": 3}])
def test_impossible_filters_are_refused(bad: dict[str, float]) -> None:
    with pytest.raises(InputError, match=r"must lie between|even order"):
        lowpass(TIME, rate_hz=RATE, **bad)  # type: ignore[arg-type]


def test_the_slope_of_a_parabola_is_exact_inside_a_run() -> None:
    time = np.cumsum(np.linspace(0.01, 0.03, 60))
    values = (4 * time**2 - time)[:, None, None] * np.ones((1, 2, 3))
    values[20:25, 1, 2] = np.nan
    slope = derivative(values, time)
    assert np.array_equal(np.isnan(slope), np.isnan(values))
    assert slope[1:-1, 0, 0] == pytest.approx(8 * time[1:-1] - 1, abs=1e-9)
    assert slope[1:19, 1, 2] == pytest.approx(8 * time[1:19] - 1, abs=1e-9)


def test_the_error_of_the_derivative_falls_with_the_square_of_the_step() -> None:
    def worst(n: int) -> float:
        time = np.linspace(0, 1, n)
        return float(np.max(np.abs(derivative(np.sin(5 * time), time) - 5 * np.cos(5 * time))[1:-1]))

    assert np.log2(worst(51) / worst(101)) == pytest.approx(2.0, abs=0.05)


def test_bridges_are_straight_short_and_never_at_the_ends() -> None:
    values = np.arange(20, dtype=float)
    gappy = values.copy()
    gappy[[0, 1, 5, 6, 10, 11, 12, 13, 19]] = np.nan
    out = bridge_gaps(gappy, limit=2)
    assert np.flatnonzero(np.isnan(out)).tolist() == [0, 1, 10, 11, 12, 13, 19]
    assert out[5:7] == pytest.approx(values[5:7])


@given(st.lists(st.booleans(), max_size=40))
def test_runs_name_every_true_sample_once(flags: list[bool]) -> None:
    found = true_runs(np.array(flags, dtype=bool))
    named = [i for run in found for i in range(run.start, run.stop)]
    assert named == [i for i, flag in enumerate(flags) if flag]
    assert all(a.stop < b.start for a, b in pairwise(found))
