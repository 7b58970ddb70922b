"""Models whose poses, forces, lengths and moment arms follow from mathematics."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from psoas.opensim_model import ImportedBody
from tests.opensim_model.small_models import arm, body, built, coordinate, document, joint, muscle, point

LINE = muscle("line", point("a", "upper", (0.1, 0.05, 0.0)) + point("b", "lower", (0.2, 0.03, 0.0)))
COUPLER = (
    '<ConstraintSet><objects><CoordinateCouplerConstraint name="c"><coupled_coordinates_function>'
    '<LinearFunction name="f"><coefficients>0.5 0.1</coefficients></LinearFunction></coupled_coordinates_function>'
    "<independent_coordinate_names>first</independent_coordinate_names>"
    "<dependent_coordinate_name>second</dependent_coordinate_name></CoordinateCouplerConstraint></objects>"
    "</ConstraintSet>"
)


def custom(*axes: tuple[str, str, tuple[float, float, float], str]) -> str:
    """A SpatialTransform of axes: name, coordinate, direction, function."""
    return "<SpatialTransform>" + "".join(
        f'<TransformAxis name="{name}"><coordinates>{by}</coordinates><axis>{" ".join(map(str, way))}</axis>'
        f"{function}</TransformAxis>"
        for name, by, way, function in axes
    ) + "</SpatialTransform>"  # fmt: skip


def constant(value: float) -> str:
    return f"<Constant><value>{value}</value></Constant>"


def moved(model: ImportedBody, segment: str, *values: float) -> tuple[np.ndarray, np.ndarray]:
    position, rotation = model.poses(np.array([values])).of(segment)
    return position[0], rotation[0]


def assert_arms_are_slopes(model: ImportedBody, values: np.ndarray) -> None:
    step = 1e-6
    for i in range(values.shape[1]):
        above, below = values.copy(), values.copy()
        above[:, i] += step
        below[:, i] -= step
        slope = (model.paths(above).length - model.paths(below).length) / (2 * step)
        assert model.paths(values).moment_arm[:, :, i] == pytest.approx(-slope, abs=1e-7)


def test_a_hinge_turns_about_z_of_its_frame(tmp_path: Path) -> None:
    model = built(tmp_path, arm())
    position, rotation = moved(model, "lower", 0.4)
    assert position == pytest.approx([0.3, 0.0, 0.0])
    assert rotation == pytest.approx(Rotation.from_euler("z", 0.4).as_matrix())


def test_shifts_come_first_and_turns_one_after_another(tmp_path: Path) -> None:
    line = "<LinearFunction><coefficients>1 0</coefficients></LinearFunction>"
    transform = custom(
        ("rotation1", "a", (0, 0, 1), line),
        ("rotation2", "", (1, 0, 0), constant(0.3)),
        ("rotation3", "b", (0, 2, 0), line),
        ("translation1", "c", (1, 1, 0), line),
        ("translation2", "", (0, 1, 0), constant(0.7)),
    )
    names = coordinate("a") + coordinate("b") + coordinate("c")
    turned = (0.1, -0.2, 0.3)
    model = built(
        tmp_path,
        document(
            body("it"),
            joint(
                "CustomJoint",
                "j",
                "ground",
                "it",
                names,
                at=(1, 2, 3),
                turn=turned,
                child_at=(0.1, 0, 0),
                more=transform,
            ),
        ),
    )
    assert model.coordinate_names == ("c", "a", "b")
    position, rotation = moved(model, "it", 0.5, 0.2, -0.6)
    outer = Rotation.from_euler("XYZ", turned)
    inner = Rotation.from_rotvec([0, 0, 0.2]) * Rotation.from_rotvec([0.3, 0, 0]) * Rotation.from_rotvec([0, -0.6, 0])
    whole = outer * inner * outer.inv()
    shift = 0.5 / np.sqrt(2) * np.array([1, 1, 0]) + [0, 0.7, 0]
    assert rotation == pytest.approx(whole.as_matrix())
    assert position == pytest.approx(np.array([1, 2, 3]) + outer.apply(shift) - whole.apply([0.1, 0, 0]))


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        ("PinJoint", (0.3,), Rotation.from_euler("z", 0.3)),
        ("UniversalJoint", (0.3, 0.4), Rotation.from_euler("XY", (0.3, 0.4))),
        ("GimbalJoint", (0.3, 0.4, 0.5), Rotation.from_euler("XYZ", (0.3, 0.4, 0.5))),
        ("BallJoint", (0.3, 0.4, 0.5), Rotation.from_euler("XYZ", (0.3, 0.4, 0.5))),
    ],
)
def test_plain_joints_turn_as_opensim_says(
    tmp_path: Path, kind: str, values: tuple[float, ...], expected: Rotation
) -> None:
    names = "".join(coordinate(f"q{i}") for i in range(len(values)))
    model = built(tmp_path, document(body("it"), joint(kind, "j", "ground", "it", names)))
    assert moved(model, "it", *values)[1] == pytest.approx(expected.as_matrix())


def test_plain_joints_shift_as_opensim_says(tmp_path: Path) -> None:
    slider = built(tmp_path, document(body("it"), joint("SliderJoint", "j", "ground", "it", coordinate("s"))))
    assert moved(slider, "it", 0.4)[0] == pytest.approx([0.4, 0, 0])
    names = "".join(coordinate(f"q{i}") for i in range(6))
    free = built(tmp_path, document(body("it"), joint("FreeJoint", "j", "ground", "it", names)))
    values = [0.0] * 6
    for i, value in enumerate((0.1, 0.2, 0.3, 1.0, 2.0, 3.0)):
        values[free.coordinate_index(f"q{i}")] = value
    position, rotation = moved(free, "it", *values)
    assert position == pytest.approx([1, 2, 3])
    assert rotation == pytest.approx(Rotation.from_euler("XYZ", (0.1, 0.2, 0.3)).as_matrix())
    names = "".join(coordinate(f"q{i}") for i in range(3))
    planar = built(tmp_path, document(body("it"), joint("PlanarJoint", "j", "ground", "it", names)))
    values = [0.0] * 3
    for i, value in enumerate((0.5, 1.0, 2.0)):
        values[planar.coordinate_index(f"q{i}")] = value
    position, rotation = moved(planar, "it", *values)
    assert position == pytest.approx([1, 2, 0])
    assert rotation == pytest.approx(Rotation.from_euler("z", 0.5).as_matrix())


def test_a_straight_line_has_its_length_and_its_lever(tmp_path: Path) -> None:
    model = built(tmp_path, arm(forces=LINE))
    paths = model.paths(np.array([[0.0], [0.5]]))
    assert paths.length[0, 0] == pytest.approx(np.hypot(0.4, 0.02))
    # The lever of a line about a hinge is the hinge's distance from it, + where the pull raises the angle.
    a, b = np.array([-0.2, 0.05]), np.array([0.2, 0.03])
    assert paths.moment_arm[0, 0, 0] == pytest.approx((a[1] * (b - a)[0] - a[0] * (b - a)[1]) / np.linalg.norm(b - a))
    assert_arms_are_slopes(model, np.array([[-0.8], [0.1], [0.9]]))


def test_a_point_is_there_only_while_its_coordinate_is_in_range(tmp_path: Path) -> None:
    via = (
        '<ConditionalPathPoint name="v"><socket_parent_frame>/bodyset/upper</socket_parent_frame>'
        "<location>0.2 0.3 0</location><socket_coordinate>/jointset/elbow/bend</socket_coordinate>"
        "<range>0.5 1.0</range></ConditionalPathPoint>"
    )
    line = muscle("line", point("a", "upper", (0.1, 0.05, 0.0)) + via + point("b", "lower", (0.2, 0.03, 0.0)))
    model, plain = built(tmp_path, arm(forces=line)), built(tmp_path, arm(forces=LINE))
    values = np.array([[0.4], [0.5], [0.7], [1.0], [1.1]])
    longer = model.paths(values).length > plain.paths(values).length + 0.05
    assert longer[:, 0].tolist() == [False, True, True, True, False]


def test_a_moving_point_moves_and_its_motion_counts(tmp_path: Path) -> None:
    def along(axis: str, points: str) -> str:
        return (
            f"<socket_{axis}_coordinate>/jointset/elbow/bend</socket_{axis}_coordinate>"
            f"<{axis}_location><SimmSpline><x>-2 0 1 2</x><y>{points}</y></SimmSpline></{axis}_location>"
        )

    moving = (
        '<MovingPathPoint name="m"><socket_parent_frame>/bodyset/lower</socket_parent_frame>'
        + along("x", "0.1 0.12 0.05 0.1") + along("y", "0.02 0.05 0.04 0.06") + along("z", "0 0 0.01 0.02")
        + "</MovingPathPoint>"
    )  # fmt: skip
    line = muscle("line", point("a", "upper", (0.1, 0.05, 0.0)) + moving + point("b", "lower", (0.2, 0.03, 0.0)))
    model = built(tmp_path, arm(forces=line))
    a, m, b = np.array([-0.2, 0.05, 0.0]), np.array([0.12, 0.05, 0.0]), np.array([0.2, 0.03, 0.0])
    length = np.linalg.norm(m - a) + np.linalg.norm(b - m)
    assert model.paths(np.zeros((1, 1))).length[0, 0] == pytest.approx(length)
    assert_arms_are_slopes(model, np.array([[-0.8], [0.1], [0.9]]))


def two_hinges() -> str:
    near = joint("PinJoint", "one", "ground", "near", coordinate("first"), at=(0.1, 0, 0))
    far = joint("PinJoint", "two", "near", "far", coordinate("second"), at=(0.3, 0, 0))
    line = muscle("line", point("a", "ground", (0.0, 0.05, 0.0)) + point("b", "far", (0.2, 0.03, 0.01)))
    inertia = "0.01 0.02 0.03 0 0 0"
    bodies = body("near", mass=2.0, centre=(0.15, 0, 0), inertia=inertia) + body(
        "far", mass=1.0, centre=(0.1, 0.02, 0), inertia=inertia
    )
    return document(bodies, near + far, line, COUPLER)


def test_what_follows_a_coordinate_counts_in_its_moment_arm(tmp_path: Path) -> None:
    model = built(tmp_path, two_hinges())
    assert model.coordinate_names == ("first",)
    _, rotation = moved(model, "far", 0.4)
    assert rotation == pytest.approx(Rotation.from_euler("z", 0.4 + 0.5 * 0.4 + 0.1).as_matrix())
    assert_arms_are_slopes(model, np.array([[-0.8], [0.1], [0.9]]))


def test_a_pendulum_needs_what_mechanics_says(tmp_path: Path) -> None:
    model = built(tmp_path, arm())
    angle, rate, change = 0.3, 1.7, -2.1
    found = model.inverse_dynamics(np.array([[angle]]), np.array([[rate]]), np.array([[change]]))
    # Centre of 2 kg at 0.2 m from the hinge: I + m r^2 = 0.03 + 0.08, and its weight's lever is 0.2 cos(angle).
    assert found.generalized[0, 0] == pytest.approx((0.03 + 0.08) * change + 2.0 * 9.80665 * 0.2 * np.cos(angle))


def test_forces_are_the_change_of_energy(tmp_path: Path) -> None:
    """Power of the generalized forces = rate of kinetic and potential energy, for joints in space and on curves."""
    spline = "<SimmSpline><x>-2 -1 0 1 2</x><y>0 0.1 0.05 -0.1 0.2</y></SimmSpline>"
    line = "<LinearFunction><coefficients>1 0</coefficients></LinearFunction>"
    transform = custom(
        ("rotation1", "a", (0, 0, 1), line), ("rotation2", "b", (1, 0, 1), line), ("rotation3", "a", (0, 1, 0), spline),
        ("translation1", "a", (1, 0, 0), spline), ("translation3", "b", (0, 1, 1), spline),
    )  # fmt: skip
    held = body("one", mass=2.0, centre=(0.1, 0.2, -0.1), inertia="0.03 0.04 0.05 0.01 0.002 -0.003") + body(
        "two", mass=1.5, centre=(0.0, -0.2, 0.1), inertia="0.02 0.03 0.01 0 0.001 0"
    )
    joints = joint(
        "CustomJoint", "j", "ground", "one", coordinate("a") + coordinate("b"), turn=(0.3, 0.1, 0.2), more=transform
    )
    joints += joint("UniversalJoint", "k", "one", "two", coordinate("c") + coordinate("d"), at=(0.1, -0.3, 0.05))
    model = built(tmp_path, document(held, joints))
    rng = np.random.default_rng(3)
    q, v, a = rng.uniform(-1, 1, (3, 4))

    def energy(t: float) -> float:
        step = 1e-6
        at = np.array([q + v * s + a * s * s / 2 for s in (t - step, t, t + step)])
        rate, total = v + a * t, 0.0
        poses = model.poses(at)
        for part in model.parts.bodies:
            position, rotation = poses.of(part.name)
            centre = position + rotation @ part.centre
            speed = (centre[2] - centre[0]) / (2 * step)
            spin = Rotation.from_matrix(rotation[2] @ rotation[0].T).as_rotvec() / (2 * step)
            inertia = rotation[1] @ part.inertia @ rotation[1].T
            total += 0.5 * part.mass * speed @ speed + 0.5 * spin @ inertia @ spin + part.mass * 9.80665 * centre[1][1]
        assert rate.shape == (4,)
        return float(total)

    force = model.inverse_dynamics(q[None], v[None], a[None]).generalized[0]
    assert force @ v == pytest.approx((energy(1e-4) - energy(-1e-4)) / 2e-4, rel=1e-4)


def test_a_load_needs_its_lever(tmp_path: Path) -> None:
    model = built(tmp_path, arm())
    values, zero = np.array([[0.2]]), np.zeros((1, 3))
    at, force = np.array([[0.5, 0.1, 0.0]]), np.array([[3.0, 4.0, 0.0]])
    found = model.loads(values, [("lower", at, force, zero)]).generalized[0, 0]
    assert found == pytest.approx((0.5 - 0.3) * 4.0 - 0.1 * 3.0)
    assert model.loads(values, [("upper", at, force, zero)]).generalized[0, 0] == 0.0


def test_a_body_turned_as_a_whole_keeps_its_lengths(tmp_path: Path) -> None:
    near, far = body("near"), body("far")
    joints = joint("FreeJoint", "root", "ground", "near", "".join(coordinate(f"q{i}") for i in range(6)))
    joints += joint("PinJoint", "bend", "near", "far", coordinate("bend"), at=(0.2, 0.1, 0))
    line = muscle("line", point("a", "near", (0.0, 0.2, 0.1)) + point("b", "far", (0.2, 0.1, 0.0)))
    model = built(tmp_path, document(near + far, joints, line))
    values = np.random.default_rng(0).uniform(-1, 1, (20, 7))
    values[:, -1] = 0.3
    paths = model.paths(values)
    assert np.ptp(paths.length) < 1e-12
    assert np.abs(paths.moment_arm[:, 0, :6]).max() < 1e-12
