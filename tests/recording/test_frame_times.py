"""Times of frames: what has one reading is repaired, uneven steps become even, and the error shrinks as it must."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.arrays import Floats
from psoas.core.catalogue import render
from psoas.recording.frame_times import TimedRows, endless_pause, is_even, repair_times, resample_evenly
from psoas.recording.recording_validation import Faults, check_time


def rows(time: Floats, values: Floats | None = None) -> TimedRows:
    column = np.arange(len(time), dtype=float)[:, None] if values is None else values
    return TimedRows(time, column, tuple(range(7, 7 + len(time))))


def told(time: Floats, rate_hz: float | None = 100.0, numbers: Floats | None = None) -> tuple[Floats, list[str]]:
    found, repairs = repair_times(rows(time), rate_hz=rate_hz, numbers=numbers)
    return found.time, [render(one) for one in repairs]


@given(
    rate=st.floats(10, 400),
    digits=st.integers(3, 9),
    count=st.integers(3, 400),
    start=st.floats(0, 100),
    floor=st.booleans(),
)
def test_an_even_clock_that_leaves_digits_out_is_even(
    rate: float, digits: int, count: int, start: float, floor: bool
) -> None:
    exact = start + np.arange(count) / rate
    cut = np.floor(exact * 10**digits) / 10**digits if floor else np.round(exact, digits)
    assert is_even(cut)
    time, _, repairs = resample_evenly(cut, exact[:, None])
    np.testing.assert_array_equal(time, cut)
    assert repairs == []


@pytest.mark.parametrize("lost", [[5], [5, 6], [3, 11, 12]])
def test_lost_frames_are_filled_in(lost: list[int]) -> None:
    full = np.arange(30) / 100
    time = np.delete(full, lost)
    new, values, (repair,) = resample_evenly(time, np.sin(2 * np.pi * time)[:, None], rate_hz=100.0)
    np.testing.assert_allclose(new, full, atol=1e-12)
    np.testing.assert_allclose(values[:, 0], np.sin(2 * np.pi * full), atol=1e-5)
    assert f"{len(time)} frames became 30" in render(repair)
    assert not is_even(time, rate_hz=100.0)
    ninety = np.round(np.arange(30) / 90, 2)
    assert is_even(ninety, rate_hz=90.0) and is_even(ninety)


def test_a_long_gap_stays_a_gap_but_for_forces() -> None:
    time = np.concatenate([np.arange(20), np.arange(60, 80)]) / 100
    column = np.column_stack([time, time])
    new, values, _ = resample_evenly(time, column, linear=np.array([False, True]))
    hidden = (new > 0.19 + 1e-9) & (new < 0.60 - 1e-9)
    np.testing.assert_array_equal(np.isnan(values[:, 0]), hidden)
    np.testing.assert_allclose(values[:, 1], new)


def test_what_was_not_seen_stays_not_seen() -> None:
    rng = np.random.default_rng(3)
    time = np.arange(50) / 100 + rng.uniform(-0.003, 0.003, 50)
    values = np.sin(time)[:, None].repeat(2, axis=1)
    values[20:25, 0] = np.nan
    new, found, _ = resample_evenly(time, values)
    inside = (new > time[20]) & (new < time[24])
    assert np.isnan(found[inside, 0]).all() and np.isfinite(found[:, 1]).all()
    assert np.isfinite(found[(new < time[19]) | (new > time[25]), 0]).all()


def test_the_error_of_resampling_falls_with_the_fourth_power_of_the_step() -> None:
    errors = []
    for count in (50, 100, 200, 400):
        jitter = 0.3 / count * np.sin(np.arange(count) * 1.7)
        time = np.linspace(0, 1, count) + jitter
        new, values, _ = resample_evenly(time, np.sin(2 * np.pi * time)[:, None])
        errors.append(np.abs(values[:, 0] - np.sin(2 * np.pi * new)).max())
    slope = np.polyfit(np.log([50, 100, 200, 400]), np.log(errors), 1)[0]
    assert slope < -3.7 and errors[-1] < 1e-8


def test_steps_of_an_integrator_do_not_make_a_million_frames() -> None:
    time = np.concatenate([np.arange(500) * 1e-6, 0.01 + np.arange(100) * 0.01])
    new, _, _ = resample_evenly(time, time[:, None])
    assert len(new) <= 4 * len(time)


def test_milliseconds_frame_numbers_and_missing_times() -> None:
    frames = np.arange(5.0)
    seconds = frames / 100
    time, (repair,) = told(seconds * 1000)
    np.testing.assert_allclose(time, seconds)
    assert "in milliseconds" in repair
    time, (repair,) = told(frames + 1, numbers=frames + 1)
    np.testing.assert_allclose(time, seconds)
    assert "holds no time" in repair
    time, (repair,) = told(np.array([0, np.nan, 0.02, 0.03, 0.04]))
    np.testing.assert_allclose(time, seconds)
    assert "missing" in repair
    assert told(seconds)[1] == []
    assert told(seconds * 1000, rate_hz=None)[1] == []


def test_times_that_jump_are_not_guessed() -> None:
    time = np.array([0, np.nan, 0.02, 0.5, 0.51])
    found, repairs = told(time)
    np.testing.assert_array_equal(found, time)
    assert repairs == []


def test_a_repeated_frame_goes_and_another_frame_of_the_same_instant_stays() -> None:
    time = np.array([0.0, 0.01, 0.01, 0.02, 0.03])
    same, other = (np.array([[0.0], [1.0], [middle], [2.0], [3.0]]) for middle in (1.0, 1.6))
    found, (repair,) = repair_times(rows(time, same))
    np.testing.assert_array_equal(found.time, [0, 0.01, 0.02, 0.03])
    assert found.lines == (7, 8, 10, 11) and "(line 9)" in render(repair)
    assert repair_times(rows(time, other))[1] == []


def test_a_pause_keeps_the_rate_of_what_was_seen() -> None:
    time = np.concatenate([np.arange(60), 6000 + np.arange(60)]) / 100
    new, values, _ = resample_evenly(time, time[:, None])
    np.testing.assert_allclose(np.diff(new), 0.01)
    np.testing.assert_allclose(values[:60, 0], time[:60], atol=1e-9)
    assert np.isnan(values[61:-61]).all()
    assert endless_pause(time, 135) is None


@pytest.mark.parametrize("later", [1e6, 1.7e9])
def test_a_pause_that_no_memory_holds_is_a_fault(later: float) -> None:
    time = np.concatenate([np.arange(60), 100 * later + np.arange(60)]) / 100
    assert endless_pause(time, 135) == 59
    faults = Faults(Path("a.trc"))
    check_time(time, faults, columns=135, lines=range(6, 126))
    assert [render(one) for one in faults.messages] == [
        f"a.trc line 66: time jumps from 0.59 s to {later:g} s, too long for one recording; cut the file in two there"
    ]
