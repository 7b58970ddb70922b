"""Random sharing problems, an independent solver for them, and the conditions that any answer must meet."""

from __future__ import annotations

from dataclasses import dataclass

import clarabel
import numpy as np
from scipy import sparse

from psoas.core.arrays import Floats
from psoas.mechanics.static_optimization import Exponent, SharedForces, share_forces

EASE = 1e-3
"""The quadratic part of the cubic cost, as the module states it."""


@dataclass(frozen=True)
class Problem:
    """One frame: ``arms`` (n, m), ``demand`` (n,), bounds and ``weight`` (m,), ``reserve`` (n,)."""

    arms: Floats
    demand: Floats
    lower: Floats
    upper: Floats
    weight: Floats
    reserve: Floats

    def shared(self, exponent: Exponent = 2) -> SharedForces:
        """Our answer, one frame."""
        return share_forces(
            self.arms[None],
            self.demand[None],
            lower=self.lower,
            upper=self.upper,
            weight=self.weight,
            reserve=self.reserve,
            exponent=exponent,
        )

    def effort(self, activation: Floats, exponent: Exponent, ease: float = EASE) -> float:
        """The cost of ``activation`` (m,) with the reserves that it leaves to be filled."""
        missing = (self.demand - self.arms @ activation) / self.reserve
        eased = np.abs(activation) ** exponent + (ease if exponent == 3 else 0.0) * activation**2
        return float(self.weight @ eased + missing @ missing)

    def beyond_reach(self) -> bool:
        """No activations within bounds meet the demand: some row asks for more than all muscles together can give."""
        most = np.maximum(self.arms * self.lower, self.arms * self.upper).sum(axis=1)
        least = np.minimum(self.arms * self.lower, self.arms * self.upper).sum(axis=1)
        return bool(((self.demand > most) | (self.demand < least)).any())


def random_problem(chance: np.random.Generator) -> Problem:
    """Muscles of 10 to 300 Nm over 1 to 12 rows, some rows uncrossed; demands from idle to far beyond reach."""
    n = int(chance.integers(1, 13))
    m = int(chance.integers(n, 5 * n + 2))
    arms = chance.normal(size=(n, m)) * chance.uniform(10.0, 300.0, m) * (chance.random((n, m)) < 0.4)
    lower = np.where(chance.random(m) < 0.2, 0.02, 0.0) if chance.random() < 0.5 else np.zeros(m)
    upper = np.where(chance.random(m) < 0.2, 0.5, 1.0)
    demand = arms @ chance.uniform(0.0, 1.0, m) * chance.choice([0.1, 0.5, 1.0, 3.0]) + chance.normal(size=n)
    weight = np.exp(chance.normal(0.0, 0.5, m))
    return Problem(arms, demand, lower, upper, weight, np.exp(chance.uniform(np.log(0.1), np.log(100.0), n)))


def optimum(problem: Problem, exponent: Exponent, ease: float = EASE) -> Floats:
    """Activations (m,) by Clarabel, an interior-point solver of another family: quadratic, or with power cones."""
    n, m = problem.arms.shape
    size = m + n + (m if exponent == 3 else 0)
    quadratic = problem.weight * (1.0 if exponent == 2 else ease)
    diagonal = np.concatenate([2.0 * quadratic, np.full(n, 2.0), np.zeros(size - m - n)])
    linear = np.concatenate([np.zeros(m + n), problem.weight if exponent == 3 else []])
    scaled = problem.arms / problem.reserve[:, None]
    unused = np.zeros((n, size - m - n))
    one = np.eye(m, size)
    blocks = [np.hstack([scaled, np.eye(n), unused]), -one, one]
    rights = [problem.demand / problem.reserve, -problem.lower, problem.upper]
    cones = [clarabel.ZeroConeT(n), clarabel.NonnegativeConeT(2 * m)]
    if exponent == 3:  # (t, 1, a) in the cone of t^(1/3) 1^(2/3) >= |a|
        cubes = np.zeros((3 * m, size))
        cubes[0::3, m + n :] = -np.eye(m)
        cubes[2::3, :m] = -np.eye(m)
        blocks.append(cubes)
        rights.append(np.tile([0.0, 1.0, 0.0], m))
        cones += [clarabel.PowerConeT(1.0 / 3.0)] * m
    settings = clarabel.DefaultSettings()
    settings.verbose = False
    settings.tol_gap_abs = settings.tol_gap_rel = settings.tol_feas = 1e-10
    solver = clarabel.DefaultSolver(
        sparse.csc_matrix(np.diag(diagonal)),
        linear,
        sparse.csc_matrix(np.vstack(blocks)),
        np.concatenate(rights),
        cones,
        settings,
    )
    answer = solver.solve()
    assert "Solved" in str(answer.status), answer.status
    return np.asarray(np.clip(answer.x[:m], problem.lower, problem.upper))


def violation(problem: Problem, shared: SharedForces, exponent: Exponent) -> float:
    """Largest violation of the conditions of optimality, each relative to the numbers it is made of.

    Dynamics; the reserves' prices; and, for every muscle, that its marginal effort equals what its pull is worth,
    less where it rests on its lower bound, more where it is at its upper one.
    """
    a, r, price = shared.activation[0], shared.reserve[0], shared.price[0]
    assert ((problem.lower <= a) & (a <= problem.upper)).all()
    load = (np.abs(problem.demand) + np.abs(problem.arms) @ np.abs(a)) / problem.reserve
    balance = np.abs(problem.arms @ a + r - problem.demand) / problem.reserve / max(load.max(), 1e-12)
    pricing = np.abs(2.0 * r / problem.reserve**2 - price) / np.maximum(np.abs(price), 1e-12)
    marginal = problem.weight * (2.0 * a if exponent == 2 else 3.0 * a * np.abs(a) + 2.0 * EASE * a)
    worth = problem.arms.T @ price
    gain = marginal - worth
    gain[(a == problem.lower) & (gain > 0)] = 0.0
    gain[(a == problem.upper) & (gain < 0)] = 0.0
    terms = np.abs(problem.arms.T) @ np.abs(price) + np.abs(marginal) + 1e-12
    return float(max(balance.max(), pricing.max(), (np.abs(gain) / terms).max()))
