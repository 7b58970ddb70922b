"""OpenSim's share of `make bench`: every stage from markers to hip loads of one trial, in milliseconds a frame.

Run as ``python -m scripts.bench_opensim MODEL TRC GRF``; its last line is JSON. Needs the `opensim` wheel, which only
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
RATE_HZ, CUTOFF_HZ = 60.0, 6.0
COORDINATES = [
    *(f"hip_{motion}_{side}" for motion in ("flexion", "adduction", "rotation") for side in "rl"),
    *(f"lumbar_{motion}" for motion in ("extension", "bending", "rotation")),
]
"""Moment arms are asked about these nine."""
FEET = {"calcn_r": "ground_force_v", "calcn_l": "1_ground_force_v"}
"""Columns of the trial's plates, and the foot that stands on each."""
ROOT_N, RESERVE_NM = 50.0, 1.0
"""Optimal forces of residual and reserve actuators in static optimization."""


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


def inverse_dynamics(model: Path, motion: Path, plates: Path, window: tuple[float, float]) -> None:
    """Generalized forces with plates, kinematics filtered."""
    tool = opensim.InverseDynamicsTool()
    tool.setModelFileName(str(model))
    tool.setCoordinatesFileName(str(motion))
    tool.setLowpassCutoffFrequency(CUTOFF_HZ)
    tool.setExternalLoadsFileName(str(plates))
    tool.setStartTime(window[0])
    tool.setEndTime(window[1])
    tool.setResultsDir(str(motion.parent))
    tool.run()


def muscle_analysis() -> opensim.Analysis:
    """Lengths of all muscles and their moment arms about ``COORDINATES``."""
    asked = opensim.ArrayStr()
    for name in COORDINATES:
        asked.append(name)
    analysis = opensim.MuscleAnalysis()
    analysis.setCoordinates(asked)
    analysis.setComputeMoments(True)
    return analysis


def static_optimization() -> opensim.Analysis:
    """Least squares of activations."""
    analysis = opensim.StaticOptimization()
    analysis.setActivationExponent(2.0)
    return analysis


def joint_reaction(forces: Path) -> opensim.Analysis:
    """Contact forces at both hips from the muscle forces of static optimization."""
    analysis = opensim.JointReaction()
    names = opensim.ArrayStr()
    for joint in ("hip_r", "hip_l"):
        names.append(joint)
    analysis.setJointNames(names)
    analysis.setForcesFileName(str(forces))
    return analysis


def analyze(
    model: Path, motion: Path, analysis: opensim.Analysis, window: tuple[float, float], plates: Path | None = None
) -> None:
    """Run one analysis over a stretch of the motion."""
    plan = opensim.AnalyzeTool()
    plan.setName("bench")
    plan.setModelFilename(str(model))
    plan.updAnalysisSet().cloneAndAppend(analysis)
    plan.setCoordinatesFileName(str(motion))
    plan.setLowpassCutoffFrequency(CUTOFF_HZ)
    if plates is not None:
        plan.setExternalLoadsFileName(str(plates))
    plan.setInitialTime(window[0])
    plan.setFinalTime(window[1])
    plan.setResultsDir(str(motion.parent))
    plan.printToXML(str(motion.parent / "analyze.xml"))
    opensim.AnalyzeTool(str(motion.parent / "analyze.xml")).run()  # only a tool read from a file loads the motion


def with_reserves(model: Path, out: Path) -> Path:
    """The model with an actuator on every coordinate, as static optimization needs it."""
    body = opensim.Model(str(model))
    coordinates = body.getCoordinateSet()
    for name in [coordinates.get(i).getName() for i in range(coordinates.getSize())]:
        actuator = opensim.CoordinateActuator(name)
        actuator.setName(f"{name}_reserve")
        actuator.setOptimalForce(ROOT_N if name.startswith("pelvis_") else RESERVE_NM)
        actuator.setMinControl(-1e3)
        actuator.setMaxControl(1e3)
        body.addForce(actuator)
    body.finalizeConnections()
    body.printToXML(str(out))
    return out


def external_loads(grf: Path, out: Path) -> Path:
    """The plates as loads on the feet."""
    loads = opensim.ExternalLoads()
    loads.setDataFileName(str(grf))
    for foot, columns in FEET.items():
        force = opensim.ExternalForce()
        force.setName(foot)
        force.set_applied_to_body(foot)
        force.set_force_expressed_in_body("ground")
        force.set_point_expressed_in_body("ground")
        force.set_force_identifier(columns)
        force.set_point_identifier(f"{columns[:-1]}p")
        force.set_torque_identifier(f"{columns.replace('force_v', 'torque_')}")
        loads.cloneAndAppend(force)
    loads.printToXML(str(out))
    return out


def slope_ms(work: Callable[[tuple[float, float]], None], *, times: int = 3) -> float:
    """Milliseconds a frame, from the difference between the long and the short stretch; the median of ``times``."""
    frames = round((LONG_S[1] - SHORT_S[1]) * RATE_HZ)
    return sorted((_seconds(work, LONG_S) - _seconds(work, SHORT_S)) / frames * 1e3 for _ in range(times))[times // 2]


def _seconds(work: Callable[[tuple[float, float]], None], window: tuple[float, float]) -> float:
    start = time.perf_counter()
    work(window)
    return time.perf_counter() - start


@contextlib.contextmanager
def _workplace() -> Iterator[Path]:
    """A throwaway folder to work in: OpenSim leaves a log where it stands."""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        yield Path(name)


def main(model: Path, trc: Path, grf: Path) -> None:
    """Measure every stage and print them."""
    opensim.Logger.setLevelString("Off")
    with _workplace() as place:
        motion, plates = place / "ik.mot", external_loads(grf, place / "loads.xml")
        strong, shared = with_reserves(model, place / "strong.osim"), place / "bench_StaticOptimization_force.sto"
        found = {"inverse_kinematics": slope_ms(lambda window: inverse_kinematics(model, trc, motion, window))}
        inverse_kinematics(model, trc, motion, (0.0, LONG_S[1] + 0.5))
        found["inverse_dynamics"] = slope_ms(lambda window: inverse_dynamics(model, motion, plates, window))
        found["geometry"] = slope_ms(lambda window: analyze(model, motion, muscle_analysis(), window))
        found["static_optimization"] = slope_ms(
            lambda window: analyze(strong, motion, static_optimization(), window, plates)
        )
        analyze(strong, motion, static_optimization(), LONG_S, plates)
        found["joint_reaction"] = slope_ms(
            lambda window: analyze(strong, motion, joint_reaction(shared), window, plates)
        )
    print(json.dumps({"version": opensim.GetVersion(), **found}))


if __name__ == "__main__":
    main(*(Path(argument).resolve() for argument in sys.argv[1:4]))
