"""Models of OpenSim 2 and 3, whose joints stand inside their bodies."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from psoas.core.errors import InputError
from psoas.opensim_model import ImportedBody, read_model
from tests.opensim_model.small_models import written

AXES = "".join(
    f'<TransformAxis name="{name}">{inner}<coordinates>{by}</coordinates><axis>{axis}</axis></TransformAxis>'
    for name, inner, by, axis in (
        ("rotation1", "<function><LinearFunction><coefficients>1 0</coefficients></LinearFunction></function>", "bend",
         "0 0 1"),
        ("rotation2", "<function><Constant><value>0</value></Constant></function>", "", "0 1 0"),
        ("rotation3", "<function><Constant><value>0</value></Constant></function>", "", "1 0 0"),
        ("translation1", "<function><natCubicSpline><x>-2 -1 0 1 2</x><y>0 0.01 0.02 0.01 0</y></natCubicSpline>"
         "</function>", "bend", "1 0 0"),
        ("translation2", "<function><Constant><value>0.01</value></Constant></function>", "", "0 1 0"),
        ("translation3", "<function><Constant><value>0</value></Constant></function>", "", "0 0 1"),
    )
)  # fmt: skip
OLD = f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSimDocument Version="20302"><Model name="old">
<gravity>0 -9.80665 0</gravity>
<BodySet><objects>
<Body name="ground"><mass>0</mass><mass_center>0 0 0</mass_center><Joint/></Body>
<Body name="upper"><mass>3</mass><mass_center>0.1 0 0</mass_center>
<inertia_xx>0.1</inertia_xx><inertia_yy>0.2</inertia_yy><inertia_zz>0.3</inertia_zz>
<inertia_xy>0.01</inertia_xy><inertia_xz>0</inertia_xz><inertia_yz>0</inertia_yz>
<Joint><WeldJoint name="base"><parent_body>ground</parent_body><location_in_parent>0 1 0</location_in_parent>
<orientation_in_parent>0 0 0</orientation_in_parent><location>0 0 0</location><orientation>0 0 0</orientation>
</WeldJoint></Joint>
<WrapObjectSet><objects><WrapCylinder name="round"><active>true</active><xyz_body_rotation>0 0 0</xyz_body_rotation>
<translation>0.3 0 0</translation><quadrant>all</quadrant><radius>0.03</radius><length>0.2</length></WrapCylinder>
</objects></WrapObjectSet></Body>
<Body name="lower"><mass>2</mass><mass_center>0.2 0 0</mass_center><inertia_xx>0.01</inertia_xx>
<inertia_yy>0.02</inertia_yy><inertia_zz>0.03</inertia_zz>
<Joint><CustomJoint name="elbow"><parent_body>upper</parent_body><location_in_parent>0.3 0 0</location_in_parent>
<orientation_in_parent>0 0.1 0</orientation_in_parent><location>0 0 0</location><orientation>0 0.1 0</orientation>
<CoordinateSet><objects><Coordinate name="bend"><motion_type>rotational</motion_type>
<default_value>0.2</default_value><range>-1.5 1.5</range><clamped>true</clamped><locked>false</locked></Coordinate>
</objects></CoordinateSet><reverse>false</reverse><SpatialTransform>{AXES}</SpatialTransform></CustomJoint></Joint>
</Body></objects></BodySet>
<ForceSet><objects><Thelen2003Muscle name="line"><isDisabled>false</isDisabled><GeometryPath><PathPointSet><objects>
<PathPoint name="a"><location>0.05 0.06 0.01</location><body>upper</body></PathPoint>
<ConditionalPathPoint name="v"><location>0.25 0.05 0</location><body>upper</body><range>0.3 1.0</range>
<coordinate>bend</coordinate></ConditionalPathPoint>
<MovingPathPoint name="m"><body>lower</body>
<x_location><SimmSpline><x>-1 0 1</x><y>0.1 0.11 0.1</y></SimmSpline></x_location>
<y_location><SimmSpline><x>-1 0 1</x><y>0.03 0.035 0.03</y></SimmSpline></y_location>
<z_location><Constant><value>0.01</value></Constant></z_location>
<x_coordinate>bend</x_coordinate><y_coordinate>bend</y_coordinate><z_coordinate>bend</z_coordinate></MovingPathPoint>
<PathPoint name="b"><location>0.2 0.02 0</location><body>lower</body></PathPoint></objects></PathPointSet>
<PathWrapSet><objects><PathWrap name="w"><wrap_object>round</wrap_object><method>hybrid</method><range>1 -1</range>
</PathWrap></objects></PathWrapSet></GeometryPath><max_isometric_force>400</max_isometric_force>
<optimal_fiber_length>0.1</optimal_fiber_length><tendon_slack_length>0.15</tendon_slack_length>
<pennation_angle>0.2</pennation_angle></Thelen2003Muscle></objects></ForceSet>
<MarkerSet><objects><Marker name="M1"><body>lower</body><location>0.1 0 0</location><fixed>true</fixed></Marker>
</objects></MarkerSet></Model></OpenSimDocument>"""


def test_joints_inside_bodies_are_joints(tmp_path: Path) -> None:
    parts = read_model(written(tmp_path, OLD))
    body = ImportedBody(parts)
    assert body.segment_names == ("ground", "upper", "lower")
    assert body.coordinate_names == ("bend",)
    assert body.default_values().tolist() == [0.2] and body.limits.tolist() == [[-1.5, 1.5]]
    assert body.mass_kg == 5.0 and parts.bodies[0].inertia[0].tolist() == [0.1, 0.01, 0.0]
    position, rotation = (of[0] for of in body.poses(np.array([[0.5]])).of("lower"))
    frame = Rotation.from_euler("y", 0.1)
    assert rotation == pytest.approx((frame * Rotation.from_euler("z", 0.5) * frame.inv()).as_matrix())
    # The spline through these five points takes 0.015625 at 0.5, by the cubics of its ends.
    assert frame.inv().apply(position - [0.3, 1.0, 0.0])[1:] == pytest.approx([0.01, 0.0], abs=1e-12)


def test_points_wraps_muscles_and_markers_are_read(tmp_path: Path) -> None:
    parts = read_model(written(tmp_path, OLD))
    line = parts.muscles[0]
    assert (line.max_force, line.optimal_fibre, line.tendon_slack, line.pennation) == (400.0, 0.1, 0.15, 0.2)
    assert [bool(one.active_while) for one in line.points] == [False, True, False, False]
    assert [bool(one.moving) for one in line.points] == [False, False, True, False]
    assert (line.wraps[0].first, line.wraps[0].last) == (0, 3)
    assert (parts.markers[0].body, parts.markers[0].at.tolist()) == ("lower", [0.1, 0.0, 0.0])
    body = ImportedBody(parts)
    values = np.linspace(-1.2, 1.2, 9)[:, None]
    values[np.abs(values) < 1e-9] = 0.01
    step = 1e-6
    slope = (body.paths(values + step).length - body.paths(values - step).length) / (2 * step)
    assert body.paths(values).moment_arm[:, :, 0] == pytest.approx(-slope, abs=2e-4)


def test_a_document_before_version_2_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_model(written(tmp_path, OLD.replace('Version="20302"', 'Version="10901"')))
    assert caught.value.messages[0].code == "osim-too_old"


def test_points_of_a_joint_that_is_held_lie_where_it_stands(tmp_path: Path) -> None:
    """A joint of an unknown kind is held at its defaults: "v" is used from 0.3 on, and the default is 0.2."""
    strange = OLD.replace("CustomJoint", "BentJoint")
    parts = read_model(written(tmp_path, strange))
    assert [note.code for note in parts.left_out] == ["osim-joint_welded"]
    line = parts.muscles[0]
    assert [one.name for one in line.points] == ["a", "m", "b"]
    assert (line.wraps[0].first, line.wraps[0].last) == (0, 2)
    spline = 0.1 + 0.01 * (1 - 1.5 * 0.2**2 + 0.5 * 0.2**3)
    assert line.points[1].at[[0, 2]] == pytest.approx([spline, 0.01], abs=1e-3)
    assert not line.points[1].moving
    later = read_model(written(tmp_path, strange.replace("<default_value>0.2", "<default_value>0.5")))
    assert [one.name for one in later.muscles[0].points] == ["a", "v", "m", "b"]
    assert not any(one.active_while for one in later.muscles[0].points)
