"""OpenSim's lengths and moment arms of a model in given poses: the other side of ``bench_osim_import``.

Run as ``python bench_opensim_paths.py MODEL IN.npz OUT.npz`` by a Python that has the `opensim` wheel. IN holds
``names`` of all coordinates, ``values`` (T, C) of them, and ``pairs`` (P, 2), muscle and coordinate, of which moment
arms are asked: in each pose of every ``every``-th muscle, the next in the next pose. OUT gets ``length`` (T, M),
``arm`` (T, P), NaN where not asked, ``impossible`` (T, M) and the ``seconds`` that lengths and moment arms took. A path
is impossible where the way around a surface is shorter than the straight line between the points where the path meets
and leaves it: OpenSim 4.6 keeps the first place of such a point in the room when it moves it.
"""

from __future__ import annotations

import sys
import time

import numpy as np
import opensim


def impossible(path: opensim.GeometryPath, state: opensim.State) -> bool:
    """Whether a path goes around a surface by a shorter way than the straight one."""
    points = path.getCurrentPath(state)
    for i in range(points.getSize() - 1):
        one, other = (opensim.PathWrapPoint.safeDownCast(points.get(k)) for k in (i, i + 1))
        if one is None or other is None or one.getWrapObject().getName() != other.getWrapObject().getName():
            continue
        ends = [np.array([p.getLocationInGround(state).get(k) for k in range(3)]) for p in (one, other)]
        if other.getWrapLength(state) < np.linalg.norm(ends[1] - ends[0]) - 1e-5:
            return True
    return False


def main(model_path: str, asked: str, out: str) -> None:
    """Compute and write them."""
    opensim.Logger.setLevelString("Off")
    opensim.ModelVisualizer.addDirToGeometrySearchPaths(".")
    given = np.load(asked)
    model = opensim.Model(model_path)
    state = model.initSystem()
    coordinates = [model.getCoordinateSet().get(str(name)) for name in given["names"]]
    for one in coordinates:
        one.setLocked(state, False)
        one.setClamped(state, False)
    forces = model.getForceSet()
    paths = []
    for name in given["muscles"]:
        force = forces.get(str(name))
        muscle = opensim.Muscle.safeDownCast(force)
        path = muscle if muscle is not None else opensim.Ligament.safeDownCast(force)
        paths.append((path, opensim.GeometryPath.safeDownCast(path.getPath() if muscle else path.get_GeometryPath())))
    values, pairs, every = given["values"], given["pairs"], int(given["every"])
    length, arm = np.zeros((len(values), len(paths))), np.full((len(values), len(pairs)), np.nan)
    odd = np.zeros(length.shape, bool)
    spent = np.zeros(2)
    for t, row in enumerate(values):
        start = time.perf_counter()
        for one, value in zip(coordinates, row, strict=True):
            one.setValue(state, float(value), False)
        model.realizePosition(state)
        length[t] = [path.getLength(state) for _, path in paths]
        spent[0] += time.perf_counter() - start
        start = time.perf_counter()
        for p, (m, c) in enumerate(pairs):
            if (m + t) % every == 0:
                arm[t, p] = paths[m][1].computeMomentArm(state, coordinates[c])
        spent[1] += time.perf_counter() - start
        odd[t] = [p.getWrapSet().getSize() > 1 and impossible(p, state) for _, p in paths]
    np.savez(out, length=length, arm=arm, impossible=odd, seconds=spent)


if __name__ == "__main__":
    main(*sys.argv[1:4])
