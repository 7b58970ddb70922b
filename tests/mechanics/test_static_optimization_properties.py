"""What force sharing must do whatever the numbers: symmetries, monotony, bounds, missing frames, misuse."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.errors import InputError
from psoas.mechanics.static_optimization import ACCEPTED, CONVERGED, OUTCOMES, STOPPED, UNSEEN, Exponent, share_forces
from scripts.bench_sharing import made_up_walk
from tests.sharing_worlds import Problem, random_problem, violation

SEEDS = st.integers(0, 2**32 - 1)
EXPONENTS: st.SearchStrategy[Exponent] = st.sampled_from((2, 3))
FACTORS = st.floats(-3.0, 3.0).map(lambda power: 10.0**power)


def world(seed: int) -> Problem:
    return random_problem(np.random.default_rng(seed))


def but(problem: Problem, **changed: Any) -> Problem:
    return Problem(**{**vars(problem), **changed})


def close(found: Any, wanted: Any) -> None:
    np.testing.assert_allclose(found, wanted, rtol=1e-5, atol=1e-5)


@given(SEEDS, EXPONENTS)
def test_answers_are_optimal(seed: int, exponent: Exponent) -> None:
    problem = world(seed)
    ours = problem.shared(exponent)
    assert ours.outcome[0] == CONVERGED
    assert violation(problem, ours, exponent) <= ACCEPTED


@given(SEEDS, EXPONENTS, FACTORS)
def test_units_of_force_do_not_matter(seed: int, exponent: Exponent, factor: float) -> None:
    problem = world(seed)
    ours = problem.shared(exponent)
    other = but(
        problem, arms=problem.arms * factor, demand=problem.demand * factor, reserve=problem.reserve * factor
    ).shared(exponent)
    close(other.activation, ours.activation)
    close(other.reserve / factor / problem.reserve, ours.reserve / problem.reserve)


@given(SEEDS, EXPONENTS, FACTORS)
def test_units_of_effort_do_not_matter(seed: int, exponent: Exponent, factor: float) -> None:
    problem = world(seed)
    other = but(problem, weight=problem.weight * factor, reserve=problem.reserve / np.sqrt(factor))
    close(other.shared(exponent).activation, problem.shared(exponent).activation)


@given(SEEDS, EXPONENTS)
def test_order_of_muscles_and_rows_does_not_matter(seed: int, exponent: Exponent) -> None:
    problem, chance = world(seed), np.random.default_rng(seed)
    rows, columns = chance.permutation(len(problem.demand)), chance.permutation(len(problem.weight))
    other = Problem(
        problem.arms[rows][:, columns],
        problem.demand[rows],
        problem.lower[columns],
        problem.upper[columns],
        problem.weight[columns],
        problem.reserve[rows],
    ).shared(exponent)
    ours = problem.shared(exponent)
    close(other.activation[0], ours.activation[0][columns])
    close(other.reserve[0] / problem.reserve[rows], (ours.reserve[0] / problem.reserve)[rows])


@given(SEEDS, EXPONENTS)
def test_a_mirrored_problem_has_the_mirrored_answer(seed: int, exponent: Exponent) -> None:
    problem = world(seed)
    sign = np.random.default_rng(seed).choice([-1.0, 1.0], len(problem.demand))
    other = but(problem, arms=problem.arms * sign[:, None], demand=problem.demand * sign).shared(exponent)
    ours = problem.shared(exponent)
    close(other.activation, ours.activation)
    close(other.reserve / problem.reserve, ours.reserve * sign / problem.reserve)


@given(SEEDS, EXPONENTS)
def test_muscles_that_push_as_they_pull_mirror_activations(seed: int, exponent: Exponent) -> None:
    problem = but(world(seed), lower=-world(seed).upper)
    other = but(problem, demand=-problem.demand).shared(exponent)
    close(other.activation, -problem.shared(exponent).activation)


@given(SEEDS, EXPONENTS, st.floats(1.1, 10.0))
def test_dearer_reserves_are_used_less(seed: int, exponent: Exponent, dearer: float) -> None:
    problem = world(seed)
    cheap, dear = problem.shared(exponent), but(problem, reserve=problem.reserve / dearer).shared(exponent)
    used = [float(np.sum((each.reserve[0] / problem.reserve) ** 2)) for each in (cheap, dear)]
    assert used[1] <= used[0] * (1.0 + 1e-6) + 1e-12


@given(SEEDS, EXPONENTS)
def test_no_demand_no_effort(seed: int, exponent: Exponent) -> None:
    problem = world(seed)
    idle = but(problem, demand=np.zeros_like(problem.demand), lower=np.zeros_like(problem.lower)).shared(exponent)
    assert not idle.activation.any() and not idle.reserve.any() and idle.outcome[0] == CONVERGED


@given(SEEDS, EXPONENTS)
def test_a_prescribed_activation_is_kept_and_acts_as_a_load(seed: int, exponent: Exponent) -> None:
    problem = world(seed)
    fixed = np.random.default_rng(seed).uniform(0.0, 1.0)
    lower, upper = problem.lower.copy(), problem.upper.copy()
    lower[0] = upper[0] = fixed
    braced = but(problem, lower=lower, upper=upper).shared(exponent)
    free = [0] if len(lower) == 1 else list(range(1, len(lower)))
    arms = problem.arms[:, free] * (len(lower) > 1)
    demand = problem.demand - problem.arms[:, 0] * fixed
    rest = Problem(arms, demand, lower[free], upper[free], problem.weight[free], problem.reserve).shared(exponent)
    assert braced.activation[0, 0] == fixed
    close(braced.activation[0][free], rest.activation[0])


@given(SEEDS, EXPONENTS)
def test_frames_do_not_know_each_other(seed: int, exponent: Exponent) -> None:
    walk = made_up_walk(6, 5, 14, times=3.0, seed=seed)
    together = share_forces(walk.arms, walk.demand, weight=1.0, reserve=1.0, exponent=exponent)
    for t in range(6):
        alone = share_forces(walk.arms[t : t + 1], walk.demand[t : t + 1], weight=1.0, reserve=1.0, exponent=exponent)
        close(together.activation[t], alone.activation[0])


def test_a_frame_that_is_not_known_stays_unknown_and_disturbs_no_other() -> None:
    walk = made_up_walk(9, 5, 14)
    arms, demand = walk.arms.copy(), walk.demand.copy()
    crossing = np.flatnonzero(arms[0, 2])[0]
    arms[0, 2, crossing] = demand[4, 1] = np.nan
    whole, holed = (share_forces(a, b, weight=1.0, reserve=1.0) for a, b in ((walk.arms, walk.demand), (arms, demand)))
    unknown = np.isin(np.arange(9), [0, 4])
    assert OUTCOMES[UNSEEN] == "load or moment arms not known"
    np.testing.assert_array_equal(holed.outcome, np.where(unknown, UNSEEN, CONVERGED))
    for name in ("activation", "reserve", "price", "residual"):
        np.testing.assert_array_equal(np.isnan(getattr(holed, name)).reshape(9, -1).all(axis=1), unknown)
        np.testing.assert_array_equal(np.isnan(getattr(holed, name)).reshape(9, -1).any(axis=1), unknown)
    np.testing.assert_array_equal(holed.converged, ~unknown)
    close(holed.activation[~unknown], whole.activation[~unknown])


@pytest.mark.parametrize("exponent", [2, 3])
@pytest.mark.parametrize("reserve", [1e-2, 1e-6, 1e-7, 1e-8, 1e-9])
def test_a_frame_out_of_reach_of_the_arithmetic_is_named_and_finite(reserve: float, exponent: Exponent) -> None:
    walk = made_up_walk(20, 17, 92, times=5.0)
    found = share_forces(walk.arms, walk.demand, weight=1.0, reserve=reserve, exponent=exponent)
    stopped = found.outcome == STOPPED
    assert stopped.any() == (reserve < 1e-2)
    np.testing.assert_array_equal(stopped, found.residual > ACCEPTED)
    assert all(np.isfinite(getattr(found, name)).all() for name in ("activation", "reserve", "price", "residual"))


@pytest.mark.parametrize("exponent", [2, 3])
def test_a_wild_start_is_recovered_from_or_named(exponent: Exponent) -> None:
    walk = made_up_walk(1, 5, 14)
    good = share_forces(walk.arms, walk.demand, weight=1.0, reserve=1.0, exponent=exponent)
    for wild in (-1e6, 1e12, 1e150):
        found = share_forces(walk.arms, walk.demand, weight=1.0, reserve=1.0, exponent=exponent, start=wild)
        assert found.converged.all()
        close(found.activation, good.activation)
    lost = share_forces(walk.arms, walk.demand, weight=1.0, reserve=1.0, exponent=exponent, start=1e300)
    assert lost.outcome[0] == STOPPED and np.isfinite(lost.activation).all()


def test_bounds_may_change_from_frame_to_frame() -> None:
    walk = made_up_walk(4, 5, 14)
    lower = np.zeros((4, 14))
    lower[2, 3] = 0.7
    found = share_forces(walk.arms, walk.demand, weight=1.0, reserve=1.0, lower=lower)
    plain = share_forces(walk.arms, walk.demand, weight=1.0, reserve=1.0)
    assert found.activation[2, 3] >= 0.7 > plain.activation[2, 3]
    close(np.delete(found.activation, 2, axis=0), np.delete(plain.activation, 2, axis=0))


def test_the_answer_is_its_own_best_start() -> None:
    walk = made_up_walk(12, 5, 14, times=3.0)
    first = share_forces(walk.arms, walk.demand, weight=1.0, reserve=1.0)
    again = share_forces(walk.arms, walk.demand, weight=1.0, reserve=1.0, start=first.price)
    assert first.iterations.sum() > 12 and again.iterations.max() <= 1
    close(again.activation, first.activation)
    one = share_forces(walk.arms[:1], walk.demand[:1], weight=1.0, reserve=1.0, start=first.price[0])
    assert one.iterations[0] <= 1


def test_no_frames_no_answer() -> None:
    found = share_forces(np.zeros((0, 3, 5)), np.zeros((0, 3)), weight=1.0, reserve=1.0)
    assert found.activation.shape == (0, 5) and found.reserve.shape == (0, 3) and len(found.outcome) == 0


def test_results_cannot_be_changed() -> None:
    walk = made_up_walk(2, 3, 6)
    found = share_forces(walk.arms, walk.demand, weight=1.0, reserve=1.0)
    for name in ("activation", "reserve", "price", "residual", "iterations", "outcome"):
        assert not getattr(found, name).flags.writeable


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"arms": np.ones((3, 6))}, "arms has shape (3, 6)"),
        ({"demand": np.ones((2, 4))}, "demand has shape (2, 4); with these arms it needs (2, 3)"),
        ({"exponent": 4}, "use 2 or 3"),
        ({"weight": np.ones(3)}, "weight has shape (3,); it needs (6,)"),
        ({"reserve": np.ones((2, 3))}, "reserve has shape (2, 3)"),
        ({"lower": np.zeros((3, 6))}, "lower has shape (3, 6); it needs (1, 6) or (2, 6)"),
        ({"weight": 0.0}, "weight holds values that are not above zero"),
        ({"reserve": np.inf}, "reserve holds values"),
        ({"lower": 0.9, "upper": 0.1}, "lower is above upper"),
        ({"upper": np.nan}, "lower is above upper, or one of them is NaN"),
        ({"lower": np.inf, "upper": np.inf}, "must leave a finite activation"),
        ({"start": np.nan}, "start is not finite"),
        ({"demand": np.full((2, 3), np.inf)}, "infinite in 2 frames"),
    ],
)
def test_misuse_says_what_would_have_worked(changed: dict[str, Any], said: str) -> None:
    good: dict[str, Any] = {"arms": np.ones((2, 3, 6)), "demand": np.ones((2, 3)), "weight": 1.0, "reserve": 1.0}
    asked = {**good, **changed}
    with pytest.raises(InputError) as raised:
        share_forces(asked.pop("arms"), asked.pop("demand"), **asked)
    assert said in str(raised.value)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(InputError) as raised:
        share_forces(np.ones((2, 3, 6)), np.ones((2, 3)), weight=np.ones(2), reserve=np.ones(5))
    assert len(raised.value.faults) == 2


def test_the_compiler_is_loaded_only_where_it_is_used(root: Path) -> None:
    code = "import sys, psoas, psoas.mechanics.static_optimization; print('numba' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
