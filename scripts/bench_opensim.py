"""OpenSim's share of `make bench`: inverse kinematics and muscle geometry of one trial, in milliseconds a frame.

Run as ``python -m scripts.bench_opensim MODEL TRC``; its last line is JSON. Needs the `opensim` wheel, which only
`make bench` installs. Cost a frame is the slope between a short and a long stretch, so that loading cancels.
"""

from __future__ import annotations

import contextlib
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import opensim

SHORT_S, LONG_S = (0.5, 0.7), (0.5, 1.5)
RATE_HZ = 60.0
COORDINATES = [
    *(f"hip_{motion}_{side}" for motion in ("flexion", "adduction", "rotation") for side in "rl"),
    *(f"lumbar_{motion}" for motion in ("extension", "bending", "rotation")),
]
"""Moment arms are asked about these nine."""


def inverse_kinematics(model: Path, trc: Path, out: Path, window: tuple[float, float]) -> None:
    """Follow the markers of ``trc`` from ``window[0]`` to ``window[1]`` seconds; all weights are 1."""
    tool = opensim.InverseKinematicsTool()
    body = opensim.Model(str(model))
    tool.setModel(body)
    tool.setMarkerDataFileName(str(trc))
    tool.setStartTime(window[0])
    tool.setEndTime(window[1])
    tool.setOutputMotionFileName(str(out))
    tool.set_results_directory(str(out.parent))
    tool.run()


def muscle_analysis(model: Path, motion: Path, out: Path, window: tuple[float, float]) -> None:
    """Lengths of all muscles and their moment arms about ``COORDINATES``."""
    asked = opensim.ArrayStr()
    for name in COORDINATES:
        asked.append(name)
    analysis = opensim.MuscleAnalysis()
    analysis.setCoordinates(asked)
    analysis.setComputeMoments(True)
    plan = opensim.AnalyzeTool()
    plan.setName("bench")
    plan.setModelFilename(str(model))
    plan.updAnalysisSet().cloneAndAppend(analysis)
    plan.setCoordinatesFileName(str(motion))
    plan.setInitialTime(window[0])
    plan.setFinalTime(window[1])
    plan.setResultsDir(str(out))
    plan.printToXML(str(out / "analyze.xml"))
    opensim.AnalyzeTool(str(out / "analyze.xml")).run()  # only a tool read from a file loads the motion


def slope_ms(work: Callable[[tuple[float, float]], None]) -> float:
    """Milliseconds a frame, from the difference between the long and the short stretch; the median of three."""
    frames = round((LONG_S[1] - SHORT_S[1]) * RATE_HZ)
    return sorted((_seconds(work, LONG_S) - _seconds(work, SHORT_S)) / frames * 1e3 for _ in range(3))[1]


def _seconds(work: Callable[[tuple[float, float]], None], window: tuple[float, float]) -> float:
    start = time.perf_counter()
    work(window)
    return time.perf_counter() - start


@contextlib.contextmanager
def _workplace() -> Iterator[Path]:
    """A throwaway folder to work in: OpenSim leaves a log where it stands."""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        yield Path(name)


def main(model: Path, trc: Path) -> None:
    """Measure both stages and print them."""
    opensim.Logger.setLevelString("Off")
    with _workplace() as place:
        motion = place / "ik.mot"
        kinematics = slope_ms(lambda window: inverse_kinematics(model, trc, motion, window))
        inverse_kinematics(model, trc, motion, LONG_S)
        geometry = slope_ms(lambda window: muscle_analysis(model, motion, place, window))
    print(json.dumps({"version": opensim.GetVersion(), "inverse_kinematics": kinematics, "geometry": geometry}))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
