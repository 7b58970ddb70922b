"""Force sharing finds the least effort: an independent solver, closed forms and the conditions of optimality agree."""

from __future__ import annotations

import numpy as np
import pytest

from psoas.mechanics.static_optimization import CONVERGED, Exponent, share_forces
from psoas.mechanics.static_optimization_solver import EASE as STATED
from scripts.bench_sharing import made_up_walk
from tests.sharing_worlds import EASE, Problem, optimum, random_problem, violation

EXPONENTS: tuple[Exponent, ...] = (2, 3)


def problems(count: int, seed: int) -> list[Problem]:
    chance = np.random.default_rng(seed)
    return [random_problem(chance) for _ in range(count)]


@pytest.mark.parametrize(("exponent", "count", "seed"), [(2, 200, 1), (3, 60, 2)])
def test_effort_equals_an_independent_solvers(exponent: Exponent, count: int, seed: int) -> None:
    saturated = beyond = 0
    for problem in problems(count, seed):
        ours = problem.shared(exponent)
        assert ours.outcome[0] == CONVERGED
        effort, theirs = (problem.effort(a, exponent) for a in (ours.activation[0], optimum(problem, exponent)))
        assert abs(effort - theirs) <= 1e-6 * theirs
        saturated += bool((ours.activation[0] == problem.upper).any())
        beyond += problem.beyond_reach()
    assert saturated >= count / 5 and beyond >= count / 10, "the problems are too easy"


@pytest.mark.parametrize("exponent", EXPONENTS)
def test_the_conditions_of_optimality_hold(exponent: Exponent) -> None:
    for problem in problems(100, 3):
        ours = problem.shared(exponent)
        assert violation(problem, ours, exponent) <= 1e-8
        assert ours.residual[0] <= 1e-8


def test_the_ease_of_the_cubic_costs_next_to_nothing() -> None:
    assert EASE == STATED
    for problem in problems(20, 4):
        ours, pure = problem.shared(3).activation[0], optimum(problem, 3, ease=0.0)
        least = problem.effort(pure, 3, ease=0.0)
        excess = problem.effort(ours, 3, ease=0.0) - least
        assert -1e-9 * least <= excess <= EASE * problem.weight @ pure**2 + 1e-9 * least


def test_two_muscles_on_one_joint_share_by_arm_times_strength_over_weight() -> None:
    pull, weight, load, reserve = np.array([60.0, 90.0]), np.array([1.0, 3.0]), 40.0, 5.0
    found = share_forces(pull[None, None], np.array([[load]]), weight=weight, reserve=reserve)
    price = 2.0 * load / ((pull**2 / weight).sum() + reserve**2)
    np.testing.assert_allclose(found.activation[0], 0.5 * price * pull / weight, rtol=1e-12)
    np.testing.assert_allclose(found.reserve[0], 0.5 * price * reserve**2, rtol=1e-12)
    np.testing.assert_allclose(found.price[0], price, rtol=1e-12)


def test_a_saturated_muscle_leaves_the_rest_to_the_other() -> None:
    pull, load, reserve = np.array([20.0, 100.0]), 110.0, 1.0
    found = share_forces(pull[None, None], np.array([[load]]), weight=[0.01, 1.0], reserve=reserve)
    rest = load - pull[0]
    np.testing.assert_allclose(found.activation[0], [1.0, rest * pull[1] / (pull[1] ** 2 + reserve**2)], rtol=1e-9)


def test_cubes_share_by_the_square_root() -> None:
    pull, weight = np.array([[[50.0, 80.0]]]), np.array([1.0, 2.0])
    found = share_forces(pull, np.array([[60.0]]), weight=weight, reserve=1.0, exponent=3).activation[0]
    eased = found**2 + 2.0 / 3.0 * EASE * found
    assert eased[0] / eased[1] == pytest.approx((50.0 / 1.0) / (80.0 / 2.0), rel=1e-9)
    assert found[0] / found[1] == pytest.approx(np.sqrt(1.25), rel=2e-3)


def test_prices_are_what_one_more_unit_of_demand_costs() -> None:
    for problem in problems(20, 5):
        price = problem.shared().price[0]
        for row in range(len(price)):
            step = np.zeros(len(price))
            step[row] = 1e-4 * problem.reserve[row]
            effort = []
            for sign in (1.0, -1.0):
                moved = Problem(**{**vars(problem), "demand": problem.demand + sign * step})
                effort.append(moved.effort(moved.shared().activation[0], 2))
            numeric = (effort[0] - effort[1]) / (2.0 * step[row])
            assert numeric == pytest.approx(price[row], rel=1e-4, abs=1e-6 * np.abs(price).max())


@pytest.mark.parametrize("exponent", EXPONENTS)
@pytest.mark.parametrize("times", [1.0, 4.0, 20.0])
def test_every_frame_of_a_saturated_walk_converges(exponent: Exponent, times: float) -> None:
    walk = made_up_walk(95, 17, 92, times=times)
    starts = (None, np.zeros(walk.demand.shape))
    warm, cold = (
        share_forces(walk.arms, walk.demand, weight=1.0, reserve=1.0, exponent=exponent, start=start)
        for start in starts
    )
    assert warm.converged.all() and cold.converged.all()
    assert (warm.activation == 1.0).any() == (times > 1.0)
    np.testing.assert_allclose(warm.activation, cold.activation, atol=1e-8)
    assert warm.iterations.sum() < cold.iterations.sum()
    left = walk.demand - np.einsum("tnm,tm->tn", walk.arms, warm.activation)
    np.testing.assert_allclose(left, warm.reserve, atol=1e-9 * np.abs(walk.demand).max())
