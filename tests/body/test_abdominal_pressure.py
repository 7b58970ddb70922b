"""The belly's pressure: virtual work, balance, direction and size."""

from __future__ import annotations

import numpy as np
import pytest

from psoas import Body, Person
from psoas.body.abdominal_pressure import diaphragm_area_m2, pressure_load, pressure_pa
from psoas.body.anatomy.anatomy_tables import read_toml
from tests.worlds import posed, random_poses, reference

STEP = 1e-6
FULL_PA = 10_000.0


def test_the_push_does_the_work_of_moving_its_ends_apart() -> None:
    """Power of the push over any small motion is force times the growth of the distance between its ends."""
    body = reference()
    values = random_poses(body, 5, seed=11, share=0.8)
    here = pressure_load(body, values)
    for i in range(len(body.coordinate_names)):
        step = STEP * np.eye(len(body.coordinate_names))[i]
        more, less = pressure_load(body, values + step), pressure_load(body, values - step)
        apart = [np.linalg.norm(p.chest - p.pelvis, axis=1) for p in (more, less)]
        slope = (apart[0] - apart[1]) / (2 * STEP)
        np.testing.assert_allclose(here.arm[:, i], diaphragm_area_m2(body) * slope, atol=1e-8)


def test_levels_share_the_arm_by_the_rhythm() -> None:
    body = reference()
    values = random_poses(body, 5, seed=12, share=0.8)
    values[:, [body.coordinate_index(f"lumbar_{n}") for n in ("bending", "rotation")]] = 0.0
    found = pressure_load(body, values)
    i = body.coordinate_index("lumbar_extension")
    _, slope = body.rhythm.extend(values[:, i])
    np.testing.assert_allclose(np.einsum("tl,tl->t", found.level_arm, slope), found.arm[:, i], atol=1e-12)


def test_it_is_inside_the_body_and_moves_only_the_trunk() -> None:
    body = reference()
    found = pressure_load(body, random_poses(body, 10, seed=13))
    moving = [n for n, a in zip(body.coordinate_names, np.abs(found.arm).max(axis=0), strict=True) if a > 1e-12]
    assert set(moving) == {"lumbar_extension", "lumbar_bending", "lumbar_rotation", "thorax_extension"}
    np.testing.assert_allclose(np.linalg.norm(found.force, axis=1), diaphragm_area_m2(body), rtol=1e-12)


@pytest.mark.parametrize(
    ("lumbar", "low", "high"), [(-50.0, 12.0, 20.0), (-20.0, 8.0, 15.0), (0.0, 5.0, 10.0), (20.0, 1.0, 7.0)]
)
def test_it_extends_every_level_by_some_newton_metres(lumbar: float, low: float, high: float) -> None:
    """10 kPa on 243 cm2 are 243 N, a few centimetres in front of the discs."""
    found = pressure_load(reference(), posed(reference(), lumbar_extension=lumbar))
    moment = found.level_arm[0] * FULL_PA
    assert moment.min() >= low and moment.max() <= high
    assert np.linalg.norm(found.force[0]) * FULL_PA == pytest.approx(243.0)
    assert found.force[0, 1] > 0.95 * np.linalg.norm(found.force[0])


def test_pressure_follows_activation() -> None:
    table = read_toml("trunk.toml").table("pressure")
    np.testing.assert_allclose(pressure_pa(np.array([0.0, 0.5, 1.0])), [0.0, 5000.0, FULL_PA])
    assert pressure_pa(np.array(1.0), full_kpa=table.pair("full_range_kpa")[1]) == pytest.approx(17_800.0)
    assert table.pair("full_range_kpa")[0] <= table.number("full_kpa") <= table.pair("full_range_kpa")[1]


def test_a_taller_body_has_a_larger_diaphragm_and_longer_arms() -> None:
    tall = Body(Person.of(height_m=1.87))
    assert diaphragm_area_m2(tall) / diaphragm_area_m2(reference()) == pytest.approx(1.21)
    ratio = (
        pressure_load(tall, tall.default_values()).level_arm
        / pressure_load(reference(), reference().default_values()).level_arm
    )
    np.testing.assert_allclose(ratio, 1.1**3)


def test_results_cannot_be_written_to() -> None:
    found = pressure_load(reference(), reference().default_values())
    with pytest.raises(ValueError, match="read-only"):
        found.force[0, 0] = 1.0
