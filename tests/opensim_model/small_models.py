"""Small OpenSim models whose figures follow from mathematics."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from psoas.opensim_model import ImportedBody, read_model

Place = tuple[float, float, float]
STILL: Place = (0.0, 0.0, 0.0)


def words(numbers: Sequence[float]) -> str:
    """Numbers as an XML text."""
    return " ".join(repr(float(one)) for one in numbers)


def wrap(kind: str, name: str, size: str, *, at: Place = STILL, turn: Place = STILL, quadrant: str = "all") -> str:
    """A wrap object; ``size`` are its own elements."""
    return (
        f'<{kind} name="{name}"><active>true</active><xyz_body_rotation>{words(turn)}</xyz_body_rotation>'
        f"<translation>{words(at)}</translation><quadrant>{quadrant}</quadrant>{size}</{kind}>"
    )


def body(name: str, *, mass: float = 1.0, centre: Place = STILL, inertia: str = "1 1 1 0 0 0", wraps: str = "") -> str:
    """A body of version 4."""
    held = f'<WrapObjectSet name="wrapobjectset"><objects>{wraps}</objects></WrapObjectSet>'
    return (
        f'<Body name="{name}">{held}<mass>{mass}</mass><mass_center>{words(centre)}</mass_center>'
        f"<inertia>{inertia}</inertia></Body>"
    )


def coordinate(name: str, *, low: float = -2.0, high: float = 2.0, default: float = 0.0, more: str = "") -> str:
    """A coordinate of a joint."""
    return (
        f'<Coordinate name="{name}"><default_value>{default}</default_value><range>{low} {high}</range>{more}'
        "</Coordinate>"
    )


def joint(
    kind: str,
    name: str,
    parent: str,
    child: str,
    coordinates: str = "",
    *,
    at: Place = STILL,
    turn: Place = STILL,
    child_at: Place = STILL,
    more: str = "",
) -> str:
    """A joint of version 4 with a frame on each side."""
    path = "/ground" if parent == "ground" else f"/bodyset/{parent}"
    frames = "".join(
        f'<PhysicalOffsetFrame name="{frame}"><socket_parent>{owner}</socket_parent>'
        f"<translation>{words(place)}</translation><orientation>{words(turned)}</orientation></PhysicalOffsetFrame>"
        for frame, owner, place, turned in (
            (f"{parent}_offset", path, at, turn),
            (f"{child}_offset", f"/bodyset/{child}", child_at, turn),
        )
    )
    return (
        f'<{kind} name="{name}"><socket_parent_frame>{parent}_offset</socket_parent_frame>'
        f"<socket_child_frame>{child}_offset</socket_child_frame><coordinates>{coordinates}</coordinates>"
        f"<frames>{frames}</frames>{more}</{kind}>"
    )


def point(name: str, frame: str, at: Place) -> str:
    """A fixed point of a path."""
    path = "/ground" if frame == "ground" else f"/bodyset/{frame}"
    return (
        f'<PathPoint name="{name}"><socket_parent_frame>{path}</socket_parent_frame>'
        f"<location>{words(at)}</location></PathPoint>"
    )


def muscle(name: str, points: str, wraps: Sequence[str] = (), *, method: str = "hybrid") -> str:
    """A muscle over points and wrap objects."""
    used = "".join(
        f'<PathWrap name="w{i}"><wrap_object>{one}</wrap_object><method>{method}</method><range>-1 -1</range>'
        "</PathWrap>"
        for i, one in enumerate(wraps)
    )
    return (
        f'<Thelen2003Muscle name="{name}"><GeometryPath name="path"><PathPointSet><objects>{points}</objects>'
        f"</PathPointSet><PathWrapSet><objects>{used}</objects></PathWrapSet></GeometryPath>"
        "<max_isometric_force>500</max_isometric_force><optimal_fiber_length>0.1</optimal_fiber_length>"
        "<tendon_slack_length>0.2</tendon_slack_length><pennation_angle_at_optimal>0.1</pennation_angle_at_optimal>"
        f"</Thelen2003Muscle>"
    )


def document(bodies: str, joints: str, forces: str = "", more: str = "", *, ground: str = "") -> str:
    """A whole model of version 4."""
    return (
        '<?xml version="1.0" encoding="UTF-8" ?><OpenSimDocument Version="40000"><Model name="small">'
        f'<Ground name="ground"><WrapObjectSet name="set"><objects>{ground}</objects></WrapObjectSet></Ground>'
        "<gravity>0 -9.80665 0</gravity>"
        f'<BodySet name="bodyset"><objects>{bodies}</objects></BodySet>'
        f'<JointSet name="jointset"><objects>{joints}</objects></JointSet>'
        f'<ForceSet name="forceset"><objects>{forces}</objects></ForceSet>{more}</Model></OpenSimDocument>'
    )


def written(folder: Path, text: str) -> Path:
    """The text as a model file."""
    path = folder / "small.osim"
    path.write_text(text, encoding="utf-8")
    return path


def built(folder: Path, text: str) -> ImportedBody:
    """The text as a body."""
    return ImportedBody(read_model(written(folder, text)))


def arm(**wrapped: str) -> str:
    """An upper and a lower part with a hinge about Z between them, 0.3 m along X from ground's origin."""
    wraps, forces = wrapped.get("wraps", ""), wrapped.get("forces", "")
    lower = body("lower", mass=2.0, centre=(0.2, 0.0, 0.0), inertia="0.01 0.02 0.03 0 0 0")
    return document(
        body("upper", wraps=wraps) + lower,
        joint("WeldJoint", "base", "ground", "upper")
        + joint("PinJoint", "elbow", "upper", "lower", coordinate("bend"), at=(0.3, 0.0, 0.0)),
        forces,
        wrapped.get("more", ""),
    )
