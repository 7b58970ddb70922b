"""Draw people who do not exist, put markers on them, and see that the calibration refuses nobody.

    .venv/bin/python -m scripts.drawn_bodies [COUNT] [SEED]

Statures of 1.40 to 2.05 m, body mass indices of 16 to 40, either sex, proportions of ``proportions.toml``, marker sets
with and without medial markers, each marker off its place as people err: a stride of walking, alone or with a standing
trial. A person fails who is refused, whose sizes leave 0.75 to 1.3 of their stature's, or whose psoas or iliacus fibres
leave what fibres can have in the frames that were recorded. Prints one line for each failure and a summary; 1 when
anybody failed.
"""

from __future__ import annotations

import sys
import time
from collections import Counter

import numpy as np

from psoas.body.person import REFERENCE_HEIGHT_M
from psoas.core.catalogue import render
from psoas.core.errors import PsoasError
from psoas.kinematics.ik.calibration import calibrate
from psoas.kinematics.ik.inverse_kinematics import solve_motion
from psoas.kinematics.ik.quiet_standing import StandingTrial
from psoas.kinematics.ik.standing_geometry import sizes_from_factors
from psoas.mechanics.muscle_geometry import compute_mechanics
from tests.body_worlds import draw_person, landmark_names

SETS = {
    "full": landmark_names(),
    "lateral": landmark_names(
        ("asis", "psis", "knee_lateral", "ankle_lateral", "heel", "metatarsal_2", "acromion"), ("c7",)
    ),
    "legs": landmark_names(("asis", "psis", "knee_lateral", "ankle_lateral", "heel", "metatarsal_2"), ()),
}
SIZES_WITHIN = (0.75, 1.3)
FRAMES = 8


def examine(seed: int) -> tuple[str, float, float]:
    """What failed for one person ("" for nothing), the error of thigh length and the bias of hip flexion in degrees."""
    random = np.random.default_rng(seed)
    names = SETS[("full", "lateral", "legs")[seed % 3]]
    height, bmi = random.uniform(1.40, 2.05), random.uniform(16, 40)
    sex = "male" if random.uniform() < 0.5 else "female"
    state = random.bit_generator.state
    who = draw_person(random, height_m=height, bmi=bmi, sex=sex, mapping=names, frames=FRAMES)
    static = None
    if seed % 2:
        random.bit_generator.state = state  # the same person with the same markers, standing
        still = draw_person(random, height_m=height, bmi=bmi, sex=sex, mapping=names, frames=FRAMES, walking=False)
        static = StandingTrial(still.mapping, still.observed)
    label = f"seed {seed}: {height:.2f} m, BMI {bmi:.0f}, {sex}, {('full', 'lateral', 'legs')[seed % 3]}"
    try:
        found = calibrate(who.mapping, who.observed, person=who.person, static=static)
    except PsoasError as error:
        return f"{label}: refused: {error}", np.nan, np.nan
    ratio = sizes_from_factors(found.body.scale) * REFERENCE_HEIGHT_M / height
    motion = solve_motion(found, np.arange(FRAMES) / 10, who.observed)
    mechanics = compute_mechanics(motion)
    off = np.degrees(motion.values - who.values)[:, motion.body.coordinate_index("hip_flexion_r")]
    thigh = float(found.body.scale["thigh"][0] / (who.sizes[3]) - 1)
    if ratio.min() < SIZES_WITHIN[0] or ratio.max() > SIZES_WITHIN[1]:
        return f"{label}: sizes {ratio.round(2)}", thigh, float(off.mean())
    if mechanics.notes:
        return f"{label}: {render(mechanics.notes[0])}", thigh, float(off.mean())
    if found.left_out:
        return f"left out: {label}: {render(found.left_out[0].reason)}", thigh, float(off.mean())
    return "", thigh, float(off.mean())


def main(arguments: list[str]) -> int:
    """Draw as many as asked; 1 when anybody failed."""
    count, seed = (int(arguments[0]) if arguments else 5000), (int(arguments[1]) if len(arguments) > 1 else 0)
    start, failed, thighs, hips = time.process_time(), Counter[str](), [], []
    for one in range(seed, seed + count):
        fault, thigh, hip = examine(one)
        thighs.append(thigh)
        hips.append(hip)
        if fault:
            failed["left out" if fault.startswith("left out") else "failed"] += 1
            print(fault, flush=True)
    spread, bias = 100 * np.nanstd(thighs), np.nanstd(hips)
    print(
        f"{count} people: {failed['failed']} failed, {failed['left out']} with a marker left out; "
        f"thigh error {100 * np.nanmean(thighs):+.1f} % (SD {spread:.1f}), hip flexion off by "
        f"{np.nanmean(hips):+.1f} deg (SD {bias:.1f}); {time.process_time() - start:.0f} s of CPU"
    )
    return int(failed["failed"] > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
