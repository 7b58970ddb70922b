"""What forces cost against the number of frames and of muscles: `python -m scripts.bench_cost`.

Both should be straight lines. Frames: the shared run, cut shorter, ground predicted. Muscles: made-up strides of
twenty generalized forces, and the body without and with its trunk. Processor time, the first call of each left out,
so that compiling, imports and tables that are read once do not count.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np

from psoas import Body
from psoas.core.catalogue import render
from psoas.mechanics.kinetics import compute_kinetics
from psoas.mechanics.static_optimization import Exponent
from scripts.bench_forces import SHARED, Trial, run
from scripts.bench_sharing import made_up_walk, solve

FRAMES, MUSCLES, ROWS, STRIDE = (75, 150, 300, 600), (50, 100, 200, 400), 20, 95


def main() -> int:
    """Print both tables; 2 without the recordings."""
    muscles()
    if not SHARED.is_dir():
        print("cost against frames: left out, the shared recordings are not here")
        return 2
    frames()
    return 0


def muscles() -> None:
    """Microseconds a frame against the number of muscles."""
    print("force sharing against muscles, 20 generalized forces, warm, microseconds a frame (power 2, power 3)")
    for count in MUSCLES:
        walk = made_up_walk(STRIDE, ROWS, count)
        exponents: tuple[Exponent, ...] = (2, 3)
        square, cube = (fastest(partial(solve, walk, p, warm=True)) / STRIDE * 1e6 for p in exponents)
        print(f"  {count:4} muscles {square:8.1f} {cube:8.1f}")
    print("lengths and moment arms, microseconds a frame")
    for trunk in (False, True):
        body = Body(trunk=trunk)
        values = np.tile(body.default_values(), (STRIDE, 1))
        taken = fastest(partial(body.paths, values)) / STRIDE * 1e6
        print(f"  {len(body.muscles):4} muscles {taken:8.1f}   {taken / len(body.muscles):.2f} a muscle")


def frames() -> None:
    """Milliseconds a frame of each stage against the number of frames."""
    trial = run(SHARED)
    print("forces against frames, milliseconds a frame by stage")
    for count in FRAMES:
        timing = min((stages(trial, count) for _ in range(3)), key=lambda found: sum(found.values()))
        print(f"  {count:4} frames  " + "  ".join(f"{stage} {ms:.3f}" for stage, ms in timing.items()))


def stages(trial: Trial, count: int) -> dict[str, float]:
    """What each stage of the first ``count`` frames took."""
    motion = trial.motion
    short = replace(
        motion, time=motion.time[:count], values=motion.values[:count], outcome=motion.outcome[:count], fit=None
    )
    found, why = compute_kinetics(short, ground=trial.ground, gait=trial.gait, plates=None)
    if found is None:
        raise SystemExit(" ".join(map(render, why)))
    return dict(found.timing)


def fastest(work: Callable[[], object], *, repeats: int = 5) -> float:
    """Processor seconds of the fastest of several calls, after one that does not count."""
    work()
    best = np.inf
    for _ in range(repeats):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


if __name__ == "__main__":
    sys.exit(main())
