"""Writes docs/validation.md: what the body computes beside what is published; ``--check`` says whether it is true."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from psoas.analysis.posture_summary import posture_summary
from psoas.analysis.static_hold import static_hold_forces
from psoas.body.model.body import Body
from psoas.body.model.fibre_length_check import check_tendons
from psoas.body.person import Person
from psoas.body.postures import Posture, posture, postures
from psoas.core.arrays import Floats
from psoas.mechanics.inverse_dynamics import ExternalWrench
from psoas.mechanics.muscle_geometry import muscle_group
from psoas.mechanics.static_equilibrium import balance_posture

PAGE = Path(__file__).resolve().parents[1] / "docs" / "validation.md"
BENT: dict[str, float] = {
    "pelvis_tilt": -40,
    "hip_flexion": 40,
    "lumbar_extension": -40,
    "thorax_extension": -10,
    "arm_flex": 80,
}
SLUMPED_FULLY: dict[str, float] = {
    "pelvis_tilt": -10,
    "hip_flexion": 100,
    "lumbar_extension": -50,
    "thorax_extension": -20,
}
CURLED: dict[str, float] = {
    "hip_flexion": 45,
    "knee_angle": 90,
    "lumbar_extension": -20,
    "thorax_extension": -25,
    "neck_extension": -20,
}
SAT_UP: dict[str, float] = {
    "pelvis_tilt": 50,
    "hip_flexion": 85,
    "knee_angle": 90,
    "lumbar_extension": -25,
    "thorax_extension": -10,
}
HIP = tuple(range(-20, 121, 20))
HEAD = """# What the body computes

Made by `make validation` from the body itself; a test keeps it true. Figures are properties of this model: its paths
were chosen between published models, and no person has been measured against it yet. Published figures stand beside
them where there are any.
"""


def page() -> str:
    """The whole page."""
    body = check_tendons(Body())
    parts = [HEAD, *_arms(body), *_lumbar(), *_postures(body), *_held(), *_claims(body)]
    return "\n".join(parts).rstrip() + "\n"


def _swept(body: Body, coordinate: str, angles: tuple[float, ...]) -> Floats:
    return np.array([posture().with_angles({coordinate: angle}).values for angle in angles])


def _row(*cells: object) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _arms(body: Body) -> Iterator[str]:
    yield "## Leverage at the hip\n"
    yield "Hip-flexion moment arm of the whole muscle, mm, against hip flexion, deg. Published at 0 deg: psoas 18"
    yield "(Dostal 1986), models 19 (MyoLegs), 24 (Rajagopal 2016), 38 (gait2392, which turns extensor above 99 deg).\n"
    yield _row("hip flexion", *HIP)
    yield _row("---", *["---"] * len(HIP))
    paths = body.paths(_swept(body, "hip_flexion_r", HIP))
    for name in ("psoas", "iliacus"):
        arm = muscle_group(body, paths, name, "right").hip_arm[:, 0] * 1000
        yield _row(name, *(f"{a:.1f}" for a in arm))
    yield ""


def _lumbar() -> Iterator[str]:
    yield "## Pull on the low back\n"
    yield "Moment of one side's psoas at its full force (766 N), N m, + extends. Bogduk 1992: extends the upper levels,"
    yield "flexes the lower ones, all very small. A sign that 7 mm of joint centre could turn is in brackets.\n"
    yield _row("posture", "rhythm", "L1/L2", "L2/L3", "L3/L4", "L4/L5", "L5/S1")
    yield _row(*["---"] * 7)
    for rhythm in ("pearcy1984", "christophy2012"):
        body = Body(lumbar_rhythm=rhythm)
        for label, angle in (("neutral", 0), ("50 deg flexed", -50), ("20 deg extended", 20)):
            psoas = posture_summary(body, posture().with_angles({"lumbar_extension": angle})).right.psoas
            certain = psoas.lumbar_moment_sign_certain
            moments = psoas.lumbar_moment_nm_at_fmax.items()
            yield _row(label, rhythm, *(f"{m:+.1f}" if certain[k] else f"({m:+.1f})" for k, m in moments))
    yield ""


def _postures(body: Body) -> Iterator[str]:
    yield "## Postures\n"
    yield "Right psoas; length against standing, fibre length over its optimum, passive force, and the pull on L1-L3"
    yield "(where the diaphragm's crura hang) that full force would make.\n"
    yield _row(
        "posture", "length, mm", "%", "fibre", "passive, N", "lordosis", "stacking", "L1-L3 forward, N", "down, N"
    )
    yield _row(*["---"] * 9)
    standing = posture_summary(body, posture()).right.psoas.length_mm
    for name, taken in postures().items():
        found = posture_summary(body, taken)
        psoas = found.right.psoas
        fibres = [f.normalised_fibre_length for f in psoas.fascicles.values()]
        yield _row(
            name,
            f"{psoas.length_mm - standing:+.1f}",
            f"{psoas.length_percent_standing:.1f}",
            f"{min(fibres):.2f}-{max(fibres):.2f}",
            f"{psoas.passive_force_n:.0f}",
            f"{found.lordosis_deg:.0f}",
            f"{found.stacking_deg + 0.0:.0f}",
            f"{psoas.crura_forward_n:.0f}",
            f"{psoas.crura_down_n:.0f}",
        )
    yield ""


HELD: tuple[tuple[str, str, dict[str, float], str, float], ...] = (
    # label, posture, what differs from it, what bears it, weight in each hand in newtons
    ("standing", "standing", {}, "standing", 0.0),
    ("standing arched, ribs popped", "arched", {}, "standing", 0.0),
    ("standing rounded", "slumped", {}, "standing", 0.0),
    ("sitting upright", "sitting_upright", {}, "sitting", 0.0),
    ("sitting slumped, no back", "sitting_slumped", {}, "sitting", 0.0),
    ("slouched on a backrest", "sitting_backrest", {}, "backrest", 0.0),
    ("sitting, bent forward fully", "sitting_slumped", SLUMPED_FULLY, "sitting", 0.0),
    ("standing, bent forward", "standing", BENT, "standing", 0.0),
    ("the same with 20 kg in the hands", "standing", BENT, "standing", 98.07),
    ("lying on the back", "supine", {}, "lying", 0.0),
    ("both straight legs raised 30 deg", "supine", {"hip_flexion": 30}, "lying", 0.0),
    ("both bent legs raised", "supine", {"hip_flexion": 60, "knee_angle": 90}, "lying", 0.0),
    ("curl-up", "supine", CURLED, "lying", 0.0),
    ("sit-up, bent knees", "supine", SAT_UP, "lying", 0.0),
)


def _held() -> Iterator[str]:
    yield "## Held still\n"
    yield "A man of 70 kg and 1.75 m holding still: loads under the first choice, psoas as median and range over the"
    yield "stated choices, its activation under the first. Published: L4/5 pressure (Wilke 1999, MPa) standing 0.50,"
    yield "sitting 0.46, slouched 0.30, bent 1.1, 20 kg 2.3, lying 0.10; psoas activity (Juker 1998, % of maximal)"
    yield "straight-leg raise 35, bent-leg raise 24, sit-up 17 to 30, curl-up 7 to 10, standing 2 to 4.\n"
    yield _row(
        "posture", "L4/5, N", "shear, N", "hip, BW", "psoas a side, N", "psoas active, %", "L1-L3 forward, down, N"
    )
    yield _row(*["---"] * 7)
    body = Body(Person.of(mass_kg=70.0, height_m=1.75, sex="male"), trunk=True)
    for label, name, changed, support, weight in HELD:
        taken = posture(name).with_angles(changed)
        found = static_hold_forces(body, taken, support=support, loads=_in_hands(body, taken, support, weight))
        psoas, crura = found.psoas.right, found.pull_on_crura_vertebrae_n.right
        force = psoas.force_n
        yield _row(
            label,
            f"{found.lumbar_compression_n['L4_L5']:.0f}",
            f"{found.lumbar_shear_n['L4_L5']:.0f}",
            f"{found.hip_contact_bw.right:.1f}",
            f"{force.median:.0f} ({force.low:.0f}-{force.high:.0f})",
            f"{100 * psoas.activation.first:.0f}",
            f"{crura.forward:.0f}, {crura.down:.0f}",
        )
    yield ""


def _in_hands(body: Body, taken: Posture, support: str, weight: float) -> dict[str, ExternalWrench]:
    """A weight in each hand, newtons, where the hands are once the posture is balanced."""
    if not weight:
        return {}
    places = body.landmark_positions(balance_posture(body, taken.values, support)[None], ("hand_r", "hand_l"))
    down, none = np.array([[0.0, -weight, 0.0]]), np.zeros((1, 3))
    return {name: ExternalWrench(name, place, down, none) for name, place in places.items()}


def _claims(body: Body) -> Iterator[str]:
    found = {name: posture_summary(body, taken) for name, taken in postures().items()}
    psoas = {name: of.right.psoas for name, of in found.items()}
    change = {name: of.length_mm - psoas["standing"].length_mm for name, of in psoas.items()}
    low = {name: of.lumbar_moment_nm_at_fmax["L5_S1"] for name, of in psoas.items()}
    shortest = min(change, key=lambda name: change[name])
    yield "## What the practice says, as computed\n"
    yield _row("the practice says", "computed")
    yield _row("---", "---")
    yield _row(
        "sitting shortens the psoas",
        f"yes, by {-change['sitting_upright']:.0f} mm upright and {-change['sitting_slumped']:.0f} mm slumped; "
        "how far a living muscle adapts to that is not computed",
    )
    yield _row(
        "knees to the chest shorten it most",
        f"{'yes' if shortest == 'knees_to_chest' else f'no, {shortest} does'}: {change['knees_to_chest']:.0f} mm",
    )
    yield _row(
        "an arched back with popped ribs goes with a short psoas",
        f"hardly: {change['arched']:+.1f} mm, and that comes from the hip; popping the ribs alone changes "
        f"{change['popped_ribs']:+.1f} mm",
    )
    yield _row(
        "arching pulls on the diaphragm's side",
        f"the pull on L1-L3 turns: {psoas['arched'].crura_forward_n:.0f} N forward and "
        f"{psoas['arched'].crura_down_n:.0f} N down, against "
        f"{psoas['standing'].crura_forward_n:.0f} and "
        f"{psoas['standing'].crura_down_n:.0f} in standing: "
        "less forward, a little more down; what reaches the diaphragm is not known",
    )
    yield _row(
        "rounding pulls on the low back",
        f"its flexing moment at L5/S1 goes from {low['standing']:.1f} to {low['slumped']:.1f} N m standing rounded "
        f"and {low['sitting_slumped']:.1f} sitting slumped, at full force; "
        "whether it is active there is another matter",
    )
    yield _row(
        "popped ribs are not the same as an arched back",
        f"right: ribs alone open the stack by {found['popped_ribs'].stacking_deg:.0f} deg and leave the lordosis; "
        f"arching opens it by {found['arched'].stacking_deg:.0f} deg and adds "
        f"{found['arched'].lordosis_deg - found['standing'].lordosis_deg:.0f} deg of lordosis",
    )


def main(arguments: list[str]) -> int:
    """Write the page, or with --check compare it; 1 when it is stale."""
    if "--check" in arguments:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page():
            print("docs/validation.md is stale; run: make validation", file=sys.stderr)
            return 1
        return 0
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
