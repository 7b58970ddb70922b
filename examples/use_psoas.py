"""What the psoas did in a walk, in numbers: the bundled recording through Psoas' Python interface.

python examples/use_psoas.py [RECORDING [STATIC]]
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

import psoas
from psoas.core.catalogue import render

HERE = Path(__file__).resolve().parent


def main(recording: Path, static: Path | None = None) -> None:
    """Analyse one recording and print what its psoas did."""
    analysis = psoas.analyze(recording, static=static, person=psoas.Person.of(mass_kg=66.0, sex="female"))
    quality, motion, mechanics = analysis.quality, analysis.motion, analysis.mechanics
    print(f"{recording.name}: {quality.status}, markers followed to {quality.rms_mean * 1000:.1f} mm on average")
    for note in analysis.notes:
        print(f"  note: {render(note)}")

    # Arrays are in metres, radians, newtons and seconds; frames come first.
    if analysis.gait:
        pace = analysis.gait
        print(f"walking at {pace.speed_m_s.mean:.2f} m/s, {pace.cadence_steps_min.mean:.0f} steps a minute")
    for side in ("right", "left"):
        muscle = mechanics.group("psoas", side)
        length = muscle.whole_length * 1000
        open_to = analysis.uncertainty["psoas", side]
        longest = int(np.nanargmax(length))
        print(f"{side} psoas")
        print(f"  {length.min():.0f} to {length.max():.0f} mm, an excursion of {np.ptp(length):.1f} mm")
        print(f"  excursion uncertain by {open_to.excursion * 1000:.1f} mm, lengths by {open_to.length * 1000:.0f} mm")
        print(f"  {muscle.percent_standing.min():.1f} to {muscle.percent_standing.max():.1f} % of standing")
        hip = np.degrees(motion.of(f"hip_flexion_{side[0]}"))[longest]
        print(f"  longest at {motion.time[longest]:.2f} s, the hip at {hip:+.0f} deg of flexion")
        arm = muscle.hip_arm[:, 0] * 1000
        print(f"  leverage on hip flexion {arm.min():.1f} to {arm.max():.1f} mm")
        most = int(np.argmax(np.ptp(muscle.length, axis=0)))
        print(f"  the fascicle that moves most: {muscle.fascicles[most]}")

    # The same body in a named posture, and in one set by hand.
    body = motion.body
    lines = body.muscles_of("psoas", "r")
    share = body.architecture.max_force[lines] / body.architecture.max_force[lines].sum()
    standing = body.standing_length[lines] @ share
    arched = psoas.posture("standing").with_angles({"lumbar_extension": 15})
    for taken in (psoas.posture("sitting_upright"), psoas.posture("knees_to_chest"), arched):
        change = (body.paths(taken.values).length[0, lines] @ share - standing) * 1000
        print(f"{'low back arched by 15 deg' if taken is arched else render(taken.label).lower()}: {change:+.1f} mm")


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:3]]
    main(*(given or [HERE / "walking.trc", HERE / "walking_static.trc"]))
