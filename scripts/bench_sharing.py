"""How long force sharing takes a frame, and how many steps, on made-up walks of two sizes, beside a general solver.

`python -m scripts.bench_sharing` prints the table: processor time, since nothing here runs on two cores, and Newton
steps ("mean/max"), from nothing ("cold") and from the frame before ("warm"). The general solver (PIQP, of the extra
requirements of `make bench`) is called through Python, its set-up included; it is left out, and said, where it is not
installed.
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import numpy as np

from psoas.core.arrays import Floats
from psoas.mechanics.static_optimization import Exponent, SharedForces, share_forces

SIZES = ((17, 92), (43, 250))
"""Generalized forces and muscles: legs of a published model, and legs with a full trunk."""
DEMANDS = (1.0, 4.0)
"""Times the load that the muscles could just carry with the activations it was made from."""
FRAMES, REPEATS = 95, 7

Result = TypeVar("Result")


@dataclass(frozen=True)
class Walk:
    """Loads of a made-up stride: ``arms`` (T, n, m) in Nm at full activation, ``demand`` (T, n) in Nm."""

    arms: Floats
    demand: Floats


def made_up_walk(frames: int, n: int, m: int, *, times: float = 1.0, seed: int = 0) -> Walk:
    """Muscles that each cross two to six neighbouring coordinates; loads from smooth activations, ``times`` over."""
    chance = np.random.default_rng(seed)
    arms = np.zeros((n, m))
    for muscle in range(m):
        crossed = int(chance.integers(2, min(7, n + 1)))
        first = int(chance.integers(0, n - crossed + 1))
        arms[first : first + crossed, muscle] = chance.normal(0.0, 0.04, crossed) * chance.uniform(200.0, 2500.0)
    phase = np.linspace(0.0, 2.0 * np.pi, frames)
    moving = arms * (1.0 + 0.2 * np.sin(phase)[:, None, None] * chance.normal(size=(n, m)))
    wave = 0.25 + 0.3 * np.sin(phase[:, None] + chance.uniform(0.0, 2.0 * np.pi, m))
    activation = np.clip(wave, 0.0, 1.0) * chance.uniform(0.0, 1.0, m)
    return Walk(moving, times * np.einsum("tnm,tm->tn", moving, activation))


def main() -> None:
    """Print the table."""
    start = time.process_time()
    solve(made_up_walk(2, 3, 5), 2, warm=True)
    print(f"first call, compiling or reading from disk, import included: {time.process_time() - start:.2f} s\n")
    print(f"{'size':>9} {'load':>5} {'':>12} {'us/frame':>9} {'mean/max':>9} {'residual':>9} {'at 0':>5} {'at 1':>5}")
    for n, m in SIZES:
        for times in DEMANDS:
            table(made_up_walk(FRAMES, n, m, times=times), f"{m} x {n}", times)


def table(walk: Walk, size: str, times: float) -> None:
    """Print the rows of one problem."""
    exponents: tuple[Exponent, ...] = (2, 3)
    for exponent in exponents:
        for warm in (False, True):
            taken, shared = fastest(partial(solve, walk, exponent, warm=warm))
            steps = f"{shared.iterations.mean():.1f}/{shared.iterations.max()}"
            rest, full = np.mean(shared.activation <= 0.0), np.mean(shared.activation >= 1.0)
            name = f"p={exponent} {'warm' if warm else 'cold'}"
            worst = shared.residual.max()
            print(f"{size:>9} {times:5g} {name:>12} {taken:9.1f} {steps:>9} {worst:9.0e} {rest:5.2f} {full:5.2f}")
    if importlib.util.find_spec("piqp") is None:
        print(f"{size:>9} {times:5g} {'piqp p=2':>12}   left out: not installed")
        return
    taken, answer = fastest(lambda: np.array(list(piqp_frames(walk))), repeats=2)
    apart = np.abs(answer - solve(walk, 2, warm=True).activation).max()
    print(f"{size:>9} {times:5g} {'piqp p=2':>12} {taken:9.1f}   activations within {apart:.0e} of ours")


def solve(walk: Walk, exponent: Exponent, *, warm: bool) -> SharedForces:
    """All frames with reserves of 1 Nm; cold starts every frame from nothing."""
    start = None if warm else np.zeros(walk.demand.shape)
    return share_forces(walk.arms, walk.demand, weight=1.0, reserve=1.0, exponent=exponent, start=start)


def piqp_frames(walk: Walk) -> Iterator[Floats]:
    """Activations (m,) of each frame by PIQP, activations and reserves as its unknowns."""
    import piqp

    _, n, m = walk.arms.shape
    cost = np.diag(np.full(m + n, 2.0))
    low = np.concatenate([np.zeros(m), np.full(n, -np.inf)])
    high = np.concatenate([np.ones(m), np.full(n, np.inf)])
    for arms, demand in zip(walk.arms, walk.demand, strict=True):
        solver = piqp.DenseSolver()
        rows = np.hstack([arms, np.eye(n)])
        solver.setup(cost, np.zeros(m + n), rows, demand, None, None, None, low, high)
        solver.solve()
        yield np.array(solver.result.x[:m])


def fastest(run: Callable[[], Result], *, repeats: int = REPEATS) -> tuple[float, Result]:
    """Microseconds of the processor that a frame of the fastest run took, and what it returned."""
    best = np.inf
    for _ in range(repeats):
        start = time.process_time()
        result = run()
        best = min(best, time.process_time() - start)
    return best / FRAMES * 1e6, result


if __name__ == "__main__":
    main()
