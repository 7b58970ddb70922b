"""A model of pelvis, trunk and legs on our own body's joint centres, so that both can be led through one movement."""

from __future__ import annotations

from scipy.spatial.transform import Rotation

from psoas.body.anatomy.pelvis_frame import SHIFT_M, TURN_RAD
from psoas.body.model.body import Body
from tests.opensim_model.small_models import Place, body, coordinate, document, joint, muscle, point

LINE = "<LinearFunction><coefficients>1 0</coefficients></LinearFunction>"
ROOT = ("pelvis_tilt", "pelvis_list", "pelvis_rotation", "pelvis_tx", "pelvis_ty", "pelvis_tz")
ZXY = ("0 0 1", "1 0 0", "0 1 0")


def moves(names: tuple[str, ...], axes: tuple[str, ...] = ZXY) -> str:
    """A SpatialTransform: turns about ``axes``, then shifts along X, Y, Z where there are six names."""
    turns = [("rotation", i, name, axis) for i, (name, axis) in enumerate(zip(names, axes, strict=False), 1)]
    shifts = [
        ("translation", i, name, axis)
        for i, (name, axis) in enumerate(zip(names[3:], ("1 0 0", "0 1 0", "0 0 1"), strict=False), 1)
    ]
    return "<SpatialTransform>" + "".join(
        f'<TransformAxis name="{kind}{i}"><coordinates>{name}</coordinates><axis>{axis}</axis>{LINE}</TransformAxis>'
        for kind, i, name, axis in (*turns, *shifts)
    ) + "</SpatialTransform>"  # fmt: skip


def leg_model(*, size: float = 1.0, psoas: bool = True, rajagopal: bool = False) -> str:
    """The model at ``size`` times our reference body; ``rajagopal`` gives its pelvis the frame of that model."""
    ours = Body()
    poses = ours.poses(ours.default_values())

    def apart(parent: str, child: str) -> Place:
        place = poses.of(child)[0][0] - poses.of(parent)[0][0]
        if rajagopal and parent == "pelvis":
            place = Rotation.from_euler("Z", TURN_RAD).apply(place) + SHIFT_M
        x, y, z = (size * place).tolist()
        return x, y, z

    bodies, joints, forces = body("pelvis", mass=12.0), "", ""
    wide = {name: coordinate(name, low=-6.0, high=6.0) for name in ROOT}
    joints += joint("CustomJoint", "root", "ground", "pelvis", "".join(wide.values()), more=moves(ROOT))
    bodies += body("torso", mass=30.0, centre=(0.0, 0.2 * size, 0.0))
    back = ("lumbar_extension", "lumbar_bending", "lumbar_rotation")
    joints += joint(
        "CustomJoint", "back", "pelvis", "torso", "".join(map(coordinate, back)), at=apart("pelvis", "l5"),
        more=moves(back),
    )  # fmt: skip
    for side in "rl":
        sign = "" if side == "r" else "-"
        hip = tuple(f"{name}_{side}" for name in ("hip_flexion", "hip_adduction", "hip_rotation"))
        names = {part: f"{part}_{side}" for part in ("femur", "tibia", "talus", "calcn", "toes")}
        bodies += "".join(body(name, mass=3.0, inertia="0.02 0.02 0.02 0 0 0") for name in names.values())
        joints += joint(
            "CustomJoint", f"hip_{side}", "pelvis", names["femur"], "".join(map(coordinate, hip)),
            at=apart("pelvis", names["femur"]), more=moves(hip, ("0 0 1", f"{sign}1 0 0", f"0 {sign}1 0")),
        )  # fmt: skip
        knee = (f"knee_angle_{side}",)
        joints += joint(
            "CustomJoint", f"knee_{side}", names["femur"], names["tibia"], coordinate(*knee, low=-0.2, high=2.4),
            at=apart(names["femur"], names["tibia"]), more=moves(knee, ("0 0 -1",)),
        )  # fmt: skip
        for part, held, child in (("ankle_angle", "tibia", "talus"), ("subtalar_angle", "talus", "calcn")):
            name = (f"{part}_{side}",)
            joints += joint(
                "CustomJoint", f"{part}_{side}", names[held], names[child], coordinate(*name, low=-1.2, high=1.2),
                at=apart(names[held], names[child]),
                more=moves(name, ("0 0 1",) if part == "ankle_angle" else (f"{sign}1 0 0",)),
            )  # fmt: skip
        joints += joint(
            "WeldJoint", f"mtp_{side}", names["calcn"], names["toes"], at=apart(names["calcn"], names["toes"])
        )
        if psoas:
            start, end = (0.05 * size, 0.0, (0.05 if side == "r" else -0.05) * size), (0.0, -0.06 * size, 0.0)
            forces += muscle(
                f"psoas_{side}", point(f"a{side}", "pelvis", start) + point(f"b{side}", names["femur"], end)
            )
    return document(bodies, joints, forces)
