"""Writes docs/validation.md: what the body computes beside what is published; ``--check`` says whether it is true."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from psoas.arrays import Floats
from psoas.body.body import Body
from psoas.body.gate import check
from psoas.body.posture import posture, postures
from psoas.mechanics.geometry import muscle_group
from psoas.report.posture import describe
from psoas.report.summary import Json

PAGE = Path(__file__).resolve().parents[1] / "docs" / "validation.md"
HIP = tuple(range(-20, 121, 20))
HEAD = """# What the body computes

Made by `make validation` from the body itself; a test keeps it true. Figures are properties of this model: its paths
were chosen between published models, and no person has been measured against it yet. Published figures stand beside
them where there are any.
"""


def page() -> str:
    """The whole page."""
    body = check(Body())
    parts = [HEAD, *_arms(body), *_lumbar(), *_postures(body), *_claims(body)]
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
            psoas = describe(body, posture().with_angles({"lumbar_extension": angle}))["right"]["psoas"]
            certain = psoas["lumbar_moment_sign_certain"]
            moments = psoas["lumbar_moment_nm_at_fmax"].items()
            yield _row(label, rhythm, *(f"{m:+.1f}" if certain[k] else f"({m:+.1f})" for k, m in moments))
    yield ""


def _crura(psoas: Json, key: str) -> float:
    return float(sum(v[key] for v in psoas["pull_on_vertebrae"].values() if v["carries_crura"]))


def _postures(body: Body) -> Iterator[str]:
    yield "## Postures\n"
    yield "Right psoas; length against standing, fibre length over its optimum, passive force, and the pull on L1-L3"
    yield "(where the diaphragm's crura hang) that full force would make.\n"
    yield _row(
        "posture", "length, mm", "%", "fibre", "passive, N", "lordosis", "stacking", "L1-L3 forward, N", "down, N"
    )
    yield _row(*["---"] * 9)
    standing = describe(body, posture())["right"]["psoas"]["length_mm"]
    for name, taken in postures().items():
        found = describe(body, taken)
        psoas = found["right"]["psoas"]
        fibres = [f["normalised_fibre_length"] for f in psoas["fascicles"].values()]
        yield _row(
            name,
            f"{psoas['length_mm'] - standing:+.1f}",
            f"{psoas['length_percent_standing']:.1f}",
            f"{min(fibres):.2f}-{max(fibres):.2f}",
            f"{psoas['passive_force_n']:.0f}",
            f"{found['lordosis_deg']:.0f}",
            f"{found['stacking_deg'] + 0.0:.0f}",
            f"{_crura(psoas, 'forward_n_at_fmax'):.0f}",
            f"{_crura(psoas, 'down_n_at_fmax'):.0f}",
        )
    yield ""


def _claims(body: Body) -> Iterator[str]:
    found = {name: describe(body, taken) for name, taken in postures().items()}
    psoas = {name: of["right"]["psoas"] for name, of in found.items()}
    change = {name: of["length_mm"] - psoas["standing"]["length_mm"] for name, of in psoas.items()}
    low = {name: of["lumbar_moment_nm_at_fmax"]["L5_S1"] for name, of in psoas.items()}
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
        f"the pull on L1-L3 turns: {_crura(psoas['arched'], 'forward_n_at_fmax'):.0f} N forward and "
        f"{_crura(psoas['arched'], 'down_n_at_fmax'):.0f} N down, against "
        f"{_crura(psoas['standing'], 'forward_n_at_fmax'):.0f} and "
        f"{_crura(psoas['standing'], 'down_n_at_fmax'):.0f} in standing: "
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
        f"right: ribs alone open the stack by {found['popped_ribs']['stacking_deg']:.0f} deg and leave the lordosis; "
        f"arching opens it by {found['arched']['stacking_deg']:.0f} deg and adds "
        f"{found['arched']['lordosis_deg'] - found['standing']['lordosis_deg']:.0f} deg of lordosis",
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
