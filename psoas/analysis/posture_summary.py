"""``psoas posture``: what a posture does to the psoas, as numbers and as words."""

from __future__ import annotations

import numpy as np

from psoas.analysis.json_numbers import Json, rounded
from psoas.body.model.body import Body
from psoas.body.posture_angles import posture_measures
from psoas.body.postures import Posture, posture
from psoas.core.arrays import Floats, Ints
from psoas.core.sides import SIDE_LETTER, SIDES
from psoas.mechanics.muscle_geometry import GROUPS, HIP, MuscleGroup, muscle_group

SCHEMA = "psoas.posture/1"
CRURA = ("L1", "L2", "L3")
"""Vertebrae that the crura of the diaphragm hang on (right crus L1-L3, left L1-L2: source ryan_imaging)."""
JOINT_CENTRE_M = 0.007
"""How far a lumbar joint centre may lie from where it is drawn; a moment's sign that this can turn is called uncertain.
Half of the 14 mm by which open models place L5/S1 apart (source christophy2012; the half is assumed)."""


def posture_summary(body: Body, taken: Posture) -> Json:
    """The contract ``psoas.posture/1``: millimetres, degrees, newtons, newton metres; both sides, every fascicle."""
    values = taken.values[None]
    measures = posture_measures(body, values)
    found: Json = {
        "schema": SCHEMA,
        "posture": taken.name,
        "label": taken.label,
        "note": taken.note,
        "coordinates_deg": {
            c.name: rounded(v * 180 / np.pi, 4)
            for c, v in zip(body.coordinates, taken.values, strict=True)
            if c.rotational
        },
        "lordosis_deg": rounded(measures["lordosis_deg"][0], 3),
        "stacking_deg": rounded(measures["stacking_deg"][0], 3),
    }
    paths = body.paths(values)
    for side in SIDES:
        found[side] = {name: _muscle(body, values, muscle_group(body, paths, name, side)) for name in GROUPS}
    return found | {"lumbar_rhythm": body.rhythm.name, "sources": ["christophy2012", "ward2009", taken.source]}


def _muscle(body: Body, values: Floats, group: MuscleGroup) -> Json:
    lines = body.muscles_of(group.name, SIDE_LETTER[group.side])
    found: Json = {
        "length_mm": rounded(group.whole_length[0] * 1000, 6),
        "length_percent_standing": rounded(group.percent_standing[0], 6),
        "passive_force_n": rounded(group.passive_force[0].sum(), 4),
        "moment_arm_mm": {axis: rounded(arm * 1000, 6) for axis, arm in zip(HIP, group.hip_arm[0], strict=True)},
        "fascicles": {name: _fascicle(body, group, i) for i, name in enumerate(group.fascicles)},
    }
    if group.name == "psoas":
        moment = group.level_moment_at_fmax[0]
        margin = _sign_margin(group)
        levels = body.rhythm.levels
        found["lumbar_moment_nm_at_fmax"] = {level: rounded(m, 5) for level, m in zip(levels, moment, strict=True)}
        found["lumbar_moment_sign_certain"] = {
            level: bool(abs(m) > least) for level, m, least in zip(levels, moment, margin, strict=True)
        }
        found["pull_on_vertebrae"] = _pulls(body, values, lines, group)
    return found


def _fascicle(body: Body, group: MuscleGroup, i: int) -> Json:
    found: Json = {
        "length_mm": rounded(group.length[0, i] * 1000, 6),
        "length_percent_standing": rounded(100 * group.length[0, i] / group.standing[i], 6),
        "normalised_fibre_length": rounded(group.normalised_fibre[0, i], 6),
        "optimal_fibre_mm": rounded(group.optimal_fibre[i] * 1000, 4),
        "tendon_slack_mm": rounded(group.tendon_slack[i] * 1000, 4),
        "max_force_n": rounded(group.max_force[i], 2),
        "passive_force_n": rounded(group.passive_force[0, i], 4),
        "moment_arm_mm": {a: rounded(x * 1000, 6) for a, x in zip(HIP, group.moment_arm[0, i], strict=True)},
    }
    if group.name == "psoas":
        arms = zip(body.rhythm.levels, group.level_arm[0, i], strict=True)
        found["lumbar_moment_arm_mm"] = {level: rounded(arm * 1000, 6) for level, arm in arms}
    return found


def _sign_margin(group: MuscleGroup) -> Floats:
    """Moment (5,), N m, that the fascicles crossing each level make when its centre moves by its uncertainty."""
    crossing = (group.level_arm[0] != 0).T @ group.max_force
    return np.asarray(crossing * JOINT_CENTRE_M)


def _pulls(body: Body, values: Floats, lines: Ints, group: MuscleGroup) -> Json:
    """What the fascicles of each vertebra pull it with: direction in the vertebra's own axes, and its share of full
    force."""
    poses = body.poses(values)
    total: dict[str, Floats] = {}
    for line, force in zip(lines, group.max_force, strict=True):
        path = body.path_points_of(values, np.array([line]))[0, 0]
        towards = (path[1] - path[0]) / np.linalg.norm(path[1] - path[0])
        name = group.fascicles[list(lines).index(line)][:2]
        _, rotation = poses.of(name.lower())
        total[name] = total.get(name, np.zeros(3)) + force * (rotation[0].T @ towards)
    found = {}
    for name, pull in total.items():
        x, y, z = pull
        outward = z if group.side == "right" else -z
        found[name] = {
            "forward_n_at_fmax": rounded(x, 3),
            "down_n_at_fmax": rounded(-y, 3),
            "outward_n_at_fmax": rounded(outward, 3),
            "carries_crura": name in CRURA,
        }
    return found


def posture_summary_text(found: Json) -> list[str]:
    """What the practice asks of a posture, answered as computed: length, pull on the low back and crura, stacking."""
    standing = posture_summary(Body(), posture())
    sides = [found[s]["psoas"] for s in SIDES]
    # Against standing in a body of the same size.
    change = [s["length_mm"] * (1 - 100 / s["length_percent_standing"]) for s in sides]
    lines = [f"{found['label']}. {found['note']}"]
    if abs(change[0] - change[1]) < 0.05:
        lines.append(
            f"Psoas: {sides[0]['length_percent_standing']:.1f} % of its standing length ({change[0]:+.1f} mm)."
        )
    else:
        lines += [
            f"{side.capitalize()} psoas: {s['length_percent_standing']:.1f} % of its standing length ({c:+.1f} mm)."
            for side, s, c in zip(SIDES, sides, change, strict=True)
        ]
    lines.append(
        f"Lordosis {found['lordosis_deg']:.0f} deg (standing {standing['lordosis_deg']:.0f}); lower ribs over pelvis "
        f"{round(found['stacking_deg']) or 0:+d} deg (0 = stacked, + = opened in front)."
    )
    lines.append(_low_back(found["right"]["psoas"]))
    lines.append(_crura(found["right"]["psoas"], standing["right"]["psoas"]))
    return lines


def _low_back(psoas: Json) -> str:
    words = []
    for level, moment in psoas["lumbar_moment_nm_at_fmax"].items():
        does = "extends" if moment > 0 else "flexes"
        if not psoas["lumbar_moment_sign_certain"][level]:
            does = "either way"
        words.append(f"{level.replace('_', '/')} {does} ({moment:+.1f})")
    return f"Pull on the low back, one side at full force, N m: {', '.join(words)}."


def _crura(psoas: Json, standing: Json) -> str:
    def forward(of: Json) -> float:
        return float(sum(v["forward_n_at_fmax"] for v in of["pull_on_vertebrae"].values() if v["carries_crura"]))

    def down(of: Json) -> float:
        return float(sum(v["down_n_at_fmax"] for v in of["pull_on_vertebrae"].values() if v["carries_crura"]))

    return (
        f"On L1-L3, where the diaphragm's crura hang, it would pull {forward(psoas):.0f} N forward and "
        f"{down(psoas):.0f} N down "
        f"(standing {forward(standing):.0f} and {down(standing):.0f}); how far that reaches the diaphragm is not known."
    )
