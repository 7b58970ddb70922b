"""Make the bundled recording: a walk over two rows of force plates, of which every true joint angle is known.

    .venv/bin/python -m scripts.make_example

It writes, always alike (seeded): `examples/walking_static.trc` and `walking.trc` (markers with noise, skin that moves
over the thighs, two short gaps), `walking_grf.mot` (right foot's plates, left foot's plates) and `walking_truth.mot`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from psoas.body.model.body import Body
from psoas.body.person import Person
from psoas.core.arrays import Floats
from psoas.core.units import STANDARD_GRAVITY
from psoas.recording import (
    CLUSTER,
    Coordinates,
    Forces,
    Markers,
    Plate,
    Recording,
    marker_sets,
    write_forces,
    write_mot,
    write_trc,
)
from scripts.example_walk import Walk, load_share, pressure_point, sole, walk

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
PERSON = Person.of(height_m=1.70, mass_kg=66.0, sex="female")
RATE_HZ = 100.0
FRAMES = 690  # a little more than six strides
LEAD_S = 0.28  # before the first heel strike, right
STATIC_FRAMES = 20
START_X_M = 0.5
NOISE_M = 0.0007  # a good camera system in a usual volume (assumed; 0.1 to 1 mm are reported)
SKIN_M = 0.002
SEED = 20260101
GAPS = {"R.Shank.Front": slice(210, 218), "L.Toe.Tip": slice(455, 467)}
STATIC_ONLY = ("R.Knee.Med", "L.Knee.Med", "R.Ankle.Med", "L.Ankle.Med")

# Where the markers without a landmark sit, in their segment's frame, metres, right side, reference body.
CLUSTERS = {
    "Thigh.Upper": ("femur", (0.02, -0.15, 0.085)),
    "Thigh.Front": ("femur", (0.08, -0.23, 0.02)),
    "Thigh.Rear": ("femur", (-0.03, -0.27, 0.07)),
    "Shank.Upper": ("tibia", (0.01, -0.13, 0.055)),
    "Shank.Front": ("tibia", (0.045, -0.20, 0.01)),
    "Shank.Rear": ("tibia", (-0.03, -0.19, 0.05)),
    "Bicep": ("humerus", (0.01, -0.14, 0.05)),
}


def main() -> None:
    """Make and write everything."""
    body = Body(PERSON)
    steps = walk(body)
    time = np.arange(FRAMES) / RATE_HZ
    values = true_values(steps, time)
    random = np.random.default_rng(SEED)
    dynamic = {name: p for name, p in markers(body, values).items() if name not in STATIC_ONLY}
    standing = np.tile(body.default_values(), (STATIC_FRAMES, 1))
    standing[:, body.coordinate_index("pelvis_ty")] = -sole(body, body.poses(standing[:1]), "r")[..., 1].min()
    static = {name: p + random.normal(0, NOISE_M, p.shape) for name, p in markers(body, standing).items()}
    write_trc(recording(static, time[:STATIC_FRAMES]), EXAMPLES / "walking_static.trc")
    write_trc(recording(measured(dynamic, time, random), time), EXAMPLES / "walking.trc")
    write_forces(forces(steps, time), EXAMPLES / "walking_grf.mot")
    write_mot(truth(body, values), time, EXAMPLES / "walking_truth.mot")


def true_values(steps: Walk, time: Floats) -> Floats:
    """The coordinates (T, N) that the recording shows, radians and metres."""
    values = steps.at(time - LEAD_S)
    values[:, steps.body.coordinate_index("pelvis_tx")] += START_X_M + steps.speed * LEAD_S
    return values


def markers(body: Body, values: Floats) -> dict[str, Floats]:
    """Exact marker positions (T, 3) in the room, metres, under the names of the gait2392 set."""
    poses = body.poses(values)
    found = {}
    for name, place in marker_sets()["gait2392"].markers.items():
        segment, local = cluster(body, name) if place.startswith(CLUSTER) else body.local(place)
        position, rotation = poses.of(segment)
        found[name] = position + rotation @ local
    return found


def cluster(body: Body, name: str) -> tuple[str, Floats]:
    """Segment and place (3,) in it of a marker without a landmark."""
    side, part = name.split(".", 1)
    bone, place = CLUSTERS[part]
    segment = f"{bone}_{side.lower()}"
    return segment, np.array(place) * body.segment_scale(segment) * [1, 1, 1 if side == "R" else -1]


def measured(exact: Mapping[str, Floats], time: Floats, random: np.random.Generator) -> dict[str, Floats]:
    """What a camera system would give: noise everywhere, skin that slides slowly on the thighs, two gaps."""
    seen = {}
    for name, position in exact.items():
        seen[name] = position + random.normal(0, NOISE_M, position.shape)
        if "Thigh" in name:
            seen[name] += skin(time, random)
        if name in GAPS:
            seen[name][GAPS[name]] = np.nan
    return seen


def skin(time: Floats, random: np.random.Generator) -> Floats:
    """A slow wander (T, 3) of 2 mm: four waves of 0.8 to 4 s."""
    period, phase = random.uniform(0.8, 4.0, (2, 4, 3))
    waves = np.sin(2 * np.pi * (time[:, None, None] / period + phase)).sum(axis=1)
    return np.asarray(SKIN_M * waves / waves.std(axis=0), dtype=float)


def forces(steps: Walk, time: Floats) -> Forces:
    """What the ground did: Newton's law for the centre of mass, shared between the feet.

    In double support each foot pushes towards the centre of mass, as legs do; what is left over goes by load.
    """
    body, step = steps.body, 1 / RATE_HZ
    wide = np.concatenate([[time[0] - step], time, [time[-1] + step]])
    mass = body.centre_of_mass(true_values(steps, wide))
    total = body.mass_kg * (np.diff(mass, n=2, axis=0) / step**2 + [0, STANDARD_GRAVITY, 0])
    poses, phase = body.poses(true_values(steps, time)), (time - LEAD_S) / steps.stride_s
    share, point, push = {}, {}, {}
    for side, lag in (("r", 0.0), ("l", 0.5)):
        share[side] = load_share(phase - lag, steps.toe_off)
        point[side] = pressure_point(sole(body, poses, side), np.mod(phase - lag, 1.0) / steps.toe_off)
        lean = (mass[1:-1] - point[side]) / mass[1:-1, 1:2]
        push[side] = (share[side] * total[:, 1])[:, None] * lean
        push[side][:, 1] = share[side] * total[:, 1]
    rest = total - push["r"] - push["l"]
    plates = []
    for side in "rl":
        force = push[side] + share[side][:, None] * rest
        point[side][share[side] == 0] = 0.0
        still = np.zeros_like(force)
        plates.append(Plate(f"ground_force_{side}", np.round(force, 2), np.round(point[side], 4), still))
    return Forces(time, tuple(plates))


def recording(positions: Mapping[str, Floats], time: Floats) -> Recording:
    """Markers as a recording, to a tenth of a millimetre, as camera systems write them."""
    stacked = np.asarray(np.stack(list(positions.values()), axis=1).round(4), dtype=float)
    return Recording(path=EXAMPLES, kind="trc", time=time, markers=Markers(tuple(positions), stacked))


def truth(body: Body, values: Floats) -> Coordinates:
    """The true coordinates: degrees, and metres for the pelvis' place."""
    turns = np.array([c.rotational for c in body.coordinates])
    held = np.where(turns, np.round(np.degrees(values), 3), np.round(values, 5))
    return Coordinates(body.coordinate_names, held, in_degrees=True)


if __name__ == "__main__":
    main()
