"""How overall coordinates drive the joints: the lumbar rhythms and the knee's curves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas import Body
from psoas.body.anatomy.anatomy_tables import read_csv
from psoas.body.anatomy.coordinates import coordinates, knee_curves
from psoas.body.anatomy.lumbar_rhythm import find_lumbar_rhythm
from psoas.body.posture_angles import posture_measures
from tests.worlds import posed, random_poses, reference

NAMES = ("pearcy1984", "christophy2012")
ANGLE = st.floats(-1.6, 0.9)


@pytest.mark.parametrize("name", NAMES)
@given(angle=ANGLE)
def test_the_levels_add_up_to_the_whole(name: str, angle: float) -> None:
    level, slope = find_lumbar_rhythm(name).extend(np.array(angle))
    assert level.sum() == pytest.approx(angle, abs=1e-12)
    assert slope.sum() == pytest.approx(1.0, abs=1e-12)
    assert (slope > 0).all(), "no level turns back while the whole goes on"


@pytest.mark.parametrize("name", NAMES)
@given(angle=ANGLE)
def test_slopes_are_those_of_the_levels(name: str, angle: float) -> None:
    shares, step = find_lumbar_rhythm(name), 1e-6
    more, less = shares.extend(np.array(angle + step))[0], shares.extend(np.array(angle - step))[0]
    np.testing.assert_allclose(shares.extend(np.array(angle))[1], (more - less) / (2 * step), atol=1e-8)


@pytest.mark.parametrize("name", NAMES)
def test_standing_turns_no_level_and_far_from_it_the_published_shares_hold(name: str) -> None:
    shares = find_lumbar_rhythm(name)
    assert np.array_equal(shares.extend(np.array(0.0))[0], np.zeros(5))
    np.testing.assert_allclose(shares.extend(np.array(-1.5))[1], shares.flexion, atol=2e-3)
    np.testing.assert_allclose(shares.extend(np.array(1.5))[1], shares.extension, atol=2e-3)
    for key in (shares.flexion, shares.extension, shares.bending, shares.rotation):
        assert key.sum() == pytest.approx(1.0)


def test_the_two_rhythms_conflict_as_published() -> None:
    """W5: Christophy gives the upper levels more of flexion, Pearcy's X-rays the lower ones slightly more."""
    pearcy, christophy = (find_lumbar_rhythm(name).flexion for name in NAMES)
    assert pearcy[:2].sum() < pearcy[3:].sum() and christophy[:2].sum() > christophy[3:].sum()
    np.testing.assert_allclose(christophy * 100, [25.5, 23.1, 20.4, 18.5, 12.5])
    np.testing.assert_allclose(pearcy * 52, [8, 10, 12, 13, 9])


@pytest.mark.parametrize("name", NAMES)
def test_the_thorax_turns_by_the_whole_angle_whatever_the_rhythm(name: str) -> None:
    body = Body(lumbar_rhythm=name)
    for angle in (-40.0, 15.0):
        _, rotation = body.poses(posed(body, lumbar_extension=angle)[None]).of("thorax")
        c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
        np.testing.assert_allclose(rotation[0], [[c, -s, 0], [s, c, 0], [0, 0, 1]], atol=1e-12)


def test_lordosis_follows_the_lumbar_coordinate_and_the_rib_ring_is_its_own() -> None:
    body = reference()

    def measured(**angles: float) -> tuple[float, float]:
        found = posture_measures(body, posed(body, **angles)[None])
        return float(found["lordosis_deg"][0]), float(found["stacking_deg"][0])

    lordosis, stacking = measured()
    assert stacking == pytest.approx(0.0, abs=1e-9)
    assert 45 <= lordosis <= 65  # 54.8 +- 9.8 standing (Orthop Traumatol Surg Res 2018)
    assert measured(lumbar_extension=-30) == pytest.approx((lordosis - 30, -30), abs=1e-9)
    assert measured(thorax_extension=6, rib_flare=10) == pytest.approx((lordosis, 16), abs=1e-9)
    assert measured(lumbar_extension=12, thorax_extension=-12) == pytest.approx((lordosis + 12, 0), abs=1e-9)
    for nothing in ({"pelvis_tilt": 30}, {"hip_flexion_r": 60}, {"pelvis_rotation": 90, "pelvis_tilt": -10}):
        assert measured(**nothing) == pytest.approx((lordosis, stacking), abs=1e-9), nothing


def test_the_knee_passes_through_its_table_and_goes_on_straight() -> None:
    names, spline = knee_curves()
    rows = read_csv("knee.csv")
    angles = np.array([float(row["knee_angle"]) for row in rows])
    np.testing.assert_allclose(spline(angles), [[float(row[n]) for n in names] for row in rows], atol=1e-15)
    body = reference()
    i = body.coordinate_index("knee_angle_r")
    values = np.tile(body.default_values(), (3, 1))
    values[:, i] = angles[-1] + np.array([0.0, 0.05, 0.10])
    joints, slope = body.expansion(values)
    driven = body.expansion.coordinate == i
    np.testing.assert_allclose(np.diff(joints[:, driven], 2, axis=0), 0.0, atol=1e-12)
    np.testing.assert_allclose(slope[1], slope[2], atol=1e-12)


def test_slopes_of_all_joints_are_finite_differences_of_their_positions() -> None:
    body = reference()
    values = random_poses(body, 8, seed=13)
    _, slope = body.expansion(values)
    for i in range(len(body.coordinate_names)):
        step = 1e-6 * np.eye(len(body.coordinate_names))[i]
        change = (body.expansion(values + step)[0] - body.expansion(values - step)[0]) / 2e-6
        driven = body.expansion.coordinate == i
        np.testing.assert_allclose(change[:, driven], slope[:, driven], atol=1e-8)
        assert np.array_equal(change[:, ~driven], np.zeros_like(change[:, ~driven]))


def test_every_coordinate_is_labelled_signed_and_holds_standing() -> None:
    for c in coordinates():
        assert c.label and c.positive and "+" in c.clinical, c.name
        assert c.low < c.default < c.high, c.name
    names = [c.name for c in coordinates()]
    assert {n[:-2] + "_l" for n in names if n.endswith("_r")} == {n for n in names if n.endswith("_l")}
    assert len({c.label for c in coordinates()}) == len(names)
