"""A model of another size: what grows, and by how much."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from psoas.opensim_model import ImportedBody, read_model
from psoas.opensim_model.model_scaling import scale_model
from tests.opensim_model.small_models import arm, muscle, point, wrap, written

BENT = arm(
    wraps=wrap("WrapCylinder", "round", "<radius>0.03</radius><length>1</length>", at=(0.3, 0.0, 0.0)),
    forces=muscle("line", point("a", "upper", (0.1, 0.05, 0.0)) + point("b", "lower", (0.2, -0.01, 0.0)), ["round"]),
)
POSES = np.linspace(-1.0, 1.5, 7)[:, None]


def test_a_model_twice_as_large_has_twice_the_lengths_and_levers(tmp_path: Path) -> None:
    parts = read_model(written(tmp_path, BENT))
    twice = ImportedBody(scale_model(parts, {"upper": np.full(3, 2.0), "lower": np.full(3, 2.0)}, mass_kg=6.0))
    small, large = ImportedBody(parts).paths(POSES), twice.paths(POSES)
    assert large.length == pytest.approx(2 * small.length)
    assert large.moment_arm == pytest.approx(2 * small.moment_arm)
    line, plain = twice.muscles[0], parts.muscles[0]
    assert (line.optimal_fibre, line.tendon_slack) == pytest.approx((2 * plain.optimal_fibre, 2 * plain.tendon_slack))


def test_mass_is_shared_as_before_and_inertia_follows(tmp_path: Path) -> None:
    parts = read_model(written(tmp_path, BENT))
    found = scale_model(parts, {"lower": np.full(3, 2.0)}, mass_kg=9.0)
    assert [one.mass for one in found.bodies] == pytest.approx([3 * one.mass for one in parts.bodies])
    assert found.bodies[1].inertia == pytest.approx(12 * parts.bodies[1].inertia)
    assert found.bodies[1].centre == pytest.approx(2 * parts.bodies[1].centre)


def test_a_body_that_grows_along_one_axis_moves_its_points_along_it(tmp_path: Path) -> None:
    parts = read_model(written(tmp_path, BENT))
    found = scale_model(parts, {"upper": np.array([1.5, 1.0, 1.0])}, mass_kg=3.0)
    assert found.joints[1].parent.position == pytest.approx([0.45, 0.0, 0.0])
    assert found.muscles[0].points[0].at == pytest.approx([0.15, 0.05, 0.0])
    # The cylinder lies along Z: its radius grows by the mean of both directions across.
    assert found.surfaces[0].size == pytest.approx([0.03 * 1.25, 1.0, 0.0])
