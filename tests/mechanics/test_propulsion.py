"""The drive of the step on made-up power curves whose work is known in closed form."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.arrays import Floats
from psoas.core.message import Message, literal
from psoas.kinematics.gait.strides import Strides
from psoas.mechanics.propulsion import WINDOWS, Propulsion, compute_propulsion, power_burst

MASS_KG, STRIDE_S, STANCE = 70.0, 1.0, 0.6
OFF = STANCE * STRIDE_S


def strides(*, toe_off: float = OFF, flags: tuple[Message | None, ...] = (None, None), start: float = 0.5) -> Strides:
    """Two strides of a second, one after the other."""
    begin = start + STRIDE_S * np.arange(2.0)
    return Strides("right", begin, begin + STRIDE_S, begin + toe_off, np.full(2, 1.2), flags)


TIME = np.linspace(0.0, 3.0, 3001)


def phase() -> Floats:
    """Share of the stride at each moment of TIME."""
    return np.asarray((TIME - 0.5) % STRIDE_S)


def hump(low: float, high: float, peak: float) -> Floats:
    """Half a sine from ``low`` to ``high`` seconds after every heel strike."""
    x = (phase() - low) / (high - low)
    return np.asarray(np.where((x > 0) & (x < 1), peak * np.sin(np.pi * np.clip(x, 0, 1)), 0.0))


def area(low: float, high: float, peak: float) -> float:
    """Work of one hump of power."""
    return 2.0 / np.pi * peak * (high - low)


def driven(**changed: Any) -> Propulsion:
    """Hip extension early, ankle push late, hip flexion about toe-off, each against a joint turning at 2 rad/s."""
    early, late, push = (0.05, 0.25), (0.5, 0.8), (0.4, 0.62)
    extending = phase() < 0.35
    given: dict[str, Any] = {
        "strides": strides(),
        "hip": np.where(extending, -hump(*early, 35.0), hump(*late, 70.0)),
        "hip_rate": np.where(extending, -2.0, 2.0),
        "hip_passive": np.zeros_like(TIME),
        "ankle": -hump(*push, 100.0),
        "ankle_rate": np.full_like(TIME, -2.0),
    }
    given |= changed
    found = compute_propulsion(TIME, given.pop("strides"), mass_kg=MASS_KG, **given)
    assert found is not None
    return found


def test_each_burst_is_the_area_under_its_hump() -> None:
    found = driven()
    assert found.hip_extensor_j_kg == pytest.approx(area(0.05, 0.25, 70.0) / MASS_KG, rel=1e-3)
    assert found.hip_flexor_j_kg == pytest.approx(area(0.5, 0.8, 140.0) / MASS_KG, rel=1e-3)
    assert found.ankle_j_kg == pytest.approx(area(0.4, 0.62, 200.0) / MASS_KG, rel=1e-3)
    assert (found.hip_extensor_w_kg, found.hip_flexor_w_kg, found.ankle_w_kg) == pytest.approx((1, 2, 200 / 70), 1e-3)
    work = (found.hip_extensor_j_kg, found.hip_flexor_j_kg, found.ankle_j_kg)
    assert found.front_pull_share == pytest.approx(work[1] / sum(work))


def test_power_that_is_taken_in_is_no_drive() -> None:
    """The same moments while the joints turn against them."""
    still = driven(hip_rate=-driven_rate(), ankle_rate=np.full_like(TIME, 2.0))
    assert (still.hip_extensor_j_kg, still.hip_flexor_j_kg, still.ankle_j_kg) == pytest.approx((0, 0, 0), abs=1e-9)
    assert np.isnan(still.front_pull_share) and np.isnan(still.hip_flexor_passive_share)


def driven_rate() -> Floats:
    return np.where(phase() < 0.35, -2.0, 2.0)


def test_positive_power_of_the_wrong_muscles_is_not_counted() -> None:
    """Flexors that speed up flexion early in stance are not hip extensors; extensors about toe-off not flexors."""
    found = driven(hip=hump(0.05, 0.25, 35.0) - hump(0.5, 0.8, 70.0), hip_rate=-driven_rate())
    early, late = found.hip_extensor_j_kg, found.hip_flexor_j_kg
    assert (early, late) == pytest.approx((0.0, 0.0), abs=1e-9)


@pytest.mark.parametrize(("burst_name", "field"), [("H1", "hip_extensor"), ("A2", "ankle"), ("H3", "hip_flexor")])
def test_bursts_are_looked_for_where_they_are(burst_name: str, field: str) -> None:
    """A burst inside its window counts, the same one outside does not."""
    low, high = (edge * STANCE for edge in WINDOWS[burst_name])
    sign = 1.0 if burst_name == "H3" else -1.0

    def work(start: float, end: float) -> float:
        curve, rate = sign * hump(start, end, 50.0), np.full_like(TIME, sign)
        none = np.zeros_like(TIME)
        hip, ankle = (none, curve) if burst_name == "A2" else (curve, none)
        found = driven(hip=hip, hip_rate=rate, ankle=ankle, ankle_rate=rate)
        return float(getattr(found, f"{field}_j_kg"))

    inside = (low + 0.02, high - 0.02)
    assert work(*inside) == pytest.approx(area(*inside, 50.0) / MASS_KG, rel=2e-3)
    outside = (high + 0.01, high + 0.12) if burst_name != "H3" else (low - 0.15, low - 0.01)
    assert work(*outside) == pytest.approx(0.0, abs=1e-9)


def test_windows_follow_the_stance_of_a_runner_too() -> None:
    """With toe-off at 35 % the same shape squeezed into the stance gives the same share of its shorter time."""
    squeeze = 0.35 / STANCE
    found = driven(strides=strides(toe_off=0.35), ankle=-hump(0.4 * squeeze, 0.62 * squeeze, 100.0))
    assert found.ankle_j_kg == pytest.approx(squeeze * driven().ankle_j_kg, rel=2e-3)


def test_a_stride_without_toe_off_is_cut_where_walkers_usually_leave() -> None:
    assert driven(strides=strides(toe_off=np.nan)).ankle_j_kg == pytest.approx(driven().ankle_j_kg, rel=1e-3)


def test_the_passive_part_is_what_stretched_tissue_gives_back() -> None:
    flexing = hump(0.5, 0.8, 70.0)
    assert driven().hip_flexor_passive_share == 0.0
    for part in (0.25, 0.6):
        assert driven(hip_passive=part * flexing).hip_flexor_passive_share == pytest.approx(part, rel=1e-3)
    assert driven(hip_passive=3 * flexing).hip_flexor_passive_share == 1.0, "never more than all of it"
    assert driven(hip_passive=-flexing).hip_flexor_passive_share == 0.0


def test_tissue_that_helps_while_the_joint_is_braked_is_no_part_of_the_drive() -> None:
    """Half of the time the hip's whole moment is against the movement: only the other half counts, passive or not."""
    inside = (phase() > 0.5) & (phase() < 0.8)
    hip = np.where(inside, np.where(phase() < 0.65, 70.0, -70.0), 0.0)
    found = driven(hip=hip, hip_passive=np.where(inside, 28.0, 0.0))
    assert found.hip_flexor_passive_share == pytest.approx(0.4, abs=0.01)


def test_flagged_strides_and_those_cut_off_stay_out() -> None:
    one = driven(strides=strides(flags=(None, literal("odd"))))
    assert one.ankle_j_kg == pytest.approx(driven().ankle_j_kg, rel=1e-9)
    none = {k: np.zeros_like(TIME) for k in ("hip", "hip_rate", "hip_passive", "ankle", "ankle_rate")}
    assert compute_propulsion(TIME, strides(flags=(literal("odd"), literal("odd"))), mass_kg=MASS_KG, **none) is None
    assert compute_propulsion(TIME, strides(start=-0.8), mass_kg=MASS_KG, **none) is not None
    assert (
        compute_propulsion(TIME[TIME < 0.9], strides(), mass_kg=MASS_KG, **{k: v[TIME < 0.9] for k, v in none.items()})
        is None
    )


@given(
    peaks=st.lists(st.floats(0.0, 500.0), min_size=3, max_size=3).filter(lambda p: sum(p) > 1.0),
    passive=st.floats(-1.0, 2.0),
)
def test_shares_stay_between_none_and_all(peaks: list[float], passive: float) -> None:
    early, late, push = peaks
    flexing = hump(0.5, 0.8, late)
    found = driven(
        hip=np.where(phase() < 0.35, -hump(0.05, 0.25, early), flexing),
        hip_passive=passive * flexing,
        ankle=-hump(0.4, 0.62, push),
    )
    assert 0.0 <= found.front_pull_share <= 1.0
    assert (
        np.isnan(found.hip_flexor_passive_share) == (found.hip_flexor_j_kg == 0.0)
        or 0.0 <= found.hip_flexor_passive_share <= 1.0
    )


@given(factor=st.floats(0.1, 10.0))
def test_a_stronger_hip_flexor_pulls_a_larger_share(factor: float) -> None:
    plain, other = driven(), driven(hip=driven_hip(factor))
    assert (other.front_pull_share > plain.front_pull_share) == (factor > 1.0) or factor == pytest.approx(1.0)


def driven_hip(factor: float) -> Floats:
    return np.where(phase() < 0.35, -hump(0.05, 0.25, 35.0), factor * hump(0.5, 0.8, 70.0))


def test_a_burst_is_measured_between_its_edges_alone() -> None:
    power = np.where((TIME > 1.0) & (TIME < 2.0), 10.0, 0.0)
    work, peak = power_burst(TIME, power, np.ones_like(TIME), 1.25, 1.75)
    assert (work, peak) == pytest.approx((5.0, 10.0), rel=1e-6)
    assert power_burst(TIME, power, -np.ones_like(TIME), 1.25, 1.75) == (0.0, 0.0)
    assert power_burst(TIME, -power, np.ones_like(TIME), 1.25, 1.75) == (0.0, 0.0)
