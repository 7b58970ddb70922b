"""What muscles put on joints, and the words that loads are told in."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.body.anatomy.anatomy_tables import REACTIONS, segments, wraps
from psoas.body.model.body import Body
from psoas.core.arrays import Floats, Ints
from psoas.mechanics.joint_loads import TILTS_DEG, hip_contact_bw, level_loads, stance_peaks
from tests.forces_worlds import across_joint, beyond, muscled
from tests.worlds import MIRROR, across, mirrored_values, posed, random_poses

LUMBAR = ("L5_S1", "L4_L5", "L3_L4", "L2_L3", "L1_L2")


def crossings(body: Body) -> Ints:
    """How often each line (M, R) passes a joint on its way, cylinders counted with the bone that carries them."""
    on = {wrap.name: wrap.segment for wrap in wraps()}
    count = np.zeros((len(body.muscles), len(body.reaction_names)), int)
    for r, joint in enumerate(body.reaction_names):
        far = beyond(next(s for s, name in REACTIONS.items() if name == joint))
        for m, line in enumerate(body.muscles):
            met = [s for p in line.path for s in (p.segment, *([on[p.wrap]] if p.wrap else []))]
            count[m, r] = sum((a in far) != (b in far) for a, b in pairwise(met))
    return count


def test_a_line_that_crosses_a_joint_once_pulls_on_it_with_its_tension_and_others_not_at_all() -> None:
    """Cut the body at the joint: of a line that passes it once, one straight piece is cut, and it pulls with 1."""
    body = muscled()
    arm = body.paths(random_poses(body, 3, seed=1, share=0.5)).reaction_arm
    size, count = np.linalg.norm(arm, axis=-1), crossings(body)
    np.testing.assert_allclose(size[:, count == 0], 0.0, atol=1e-12)
    np.testing.assert_allclose(size[:, count == 1], 1.0, atol=1e-9)
    assert (size[:, count > 1] < count[count > 1] + 1e-9).all()
    assert (count == 1).sum() > 500


def test_the_psoas_pulls_on_every_joint_from_its_origin_to_the_hip() -> None:
    body = muscled()
    arm = body.paths(body.default_values()[None]).reaction_arm[0]
    joints = body.reaction_names

    def crossed(muscle: str) -> set[str]:
        return {joints[r] for r in np.flatnonzero(np.linalg.norm(arm[body.muscle_index(muscle)], axis=-1) > 0.5)}

    assert crossed("psoas_L1_VB_r") == {"hip_r", *LUMBAR}
    assert crossed("psoas_L5_VB_r") == {"hip_r", "L5_S1"}
    assert crossed("psoas_L4_TP_l") == {"hip_l", "L5_S1", "L4_L5"}
    for line in body.muscles_of("iliacus", "r"):
        assert crossed(body.muscle_names[line]) == {"hip_r"}


@pytest.mark.parametrize(("joint", "segment"), across_joint().items())
def test_the_pull_points_along_the_piece_that_crosses_the_joint(joint: str, segment: str) -> None:
    """Direction from the path's own points, for lines of two points: from the further bone to the nearer one."""
    body = muscled()
    values = random_poses(body, 2, seed=2, share=0.5)
    arm, far = body.paths(values).reaction_arm[:, :, body.reaction_names.index(joint)], beyond(segment)
    poses, count = body.poses(values), 0
    near = poses.of(next(s.parent for s in segments() if s.name == segment))[1]
    for m, line in enumerate(body.muscles):
        ends = [p.segment in far for p in line.path]
        if len(line.path) == 2 and not line.path[0].wrap and ends[0] != ends[1]:
            place = [
                poses.of(p.segment)[0] + poses.of(p.segment)[1] @ (p.at * body.segment_scale(p.segment))
                for p in line.path
            ]
            pull = place[0] - place[1] if ends[1] else place[1] - place[0]
            unit = pull / np.linalg.norm(pull, axis=1, keepdims=True)
            np.testing.assert_allclose(arm[:, m], np.einsum("tji,tj->ti", near, unit), atol=1e-9)
            count += 1
    assert count > 3


def test_pulls_mirror() -> None:
    body = muscled()
    values = random_poses(body, 2, seed=3, share=0.5)
    plain, flipped = body.paths(values).reaction_arm, body.paths(mirrored_values(body, values)).reaction_arm
    lines = [body.muscle_names.index(across(name)) for name in body.muscle_names]
    joints = [body.reaction_names.index(across(name)) for name in body.reaction_names]
    np.testing.assert_allclose(flipped[:, lines][:, :, joints], plain * MIRROR, atol=1e-9)


@pytest.mark.parametrize("lumbar", [-30.0, 0.0, 15.0])
@pytest.mark.parametrize("hip", [0.0, 60.0])
def test_a_psoas_at_full_force_compresses_every_level(lumbar: float, hip: float) -> None:
    """Bogduk 1992: about 1000 N at L5/S1 with both at their utmost; less above, where fewer fascicles pass."""
    body = muscled()
    values = posed(body, lumbar_extension=lumbar, hip_flexion_r=hip, hip_flexion_l=hip)[None]
    lines = np.concatenate([body.muscles_of("psoas", side) for side in "rl"])
    pull = np.einsum("m,tmri->tri", body.architecture.max_force[lines], body.paths(values).reaction_arm[:, lines])
    compression = [float(level_loads(body, -pull)[level].compression[0]) for level in LUMBAR]
    assert all(c > 100.0 for c in compression)
    assert compression[1:] == sorted(compression[1:], reverse=True), "more fascicles lower down"
    assert 800.0 < compression[0] < 1700.0


def test_weight_on_a_level_is_compression_and_shear_by_its_lean() -> None:
    """A force straight down on the vertebra above: cos of the disc's lean presses, sin of it slides."""
    body = muscled()
    carried = np.zeros((1, len(body.reaction_names), 3))
    carried[..., 1] = 500.0
    for level, load in level_loads(body, carried).items():
        upper, lower = level.split("_")
        lean = np.radians((TILTS_DEG[upper] + TILTS_DEG[lower]) / 2)
        assert load.compression[0] == pytest.approx(500.0 * np.cos(lean))
        assert load.shear[0] == pytest.approx(-500.0 * np.sin(lean))
        assert load.sideways[0] == 0.0
    low = level_loads(body, carried)
    assert low["L5_S1"].shear[0] > 150.0, "the sacrum slopes forward: weight slides L5 forward on it"
    assert set(low) == {*LUMBAR, "T12_L1"}


@given(st.lists(st.floats(-3000, 3000), min_size=3, max_size=3))
def test_compression_shear_and_sideways_are_one_force_seen_three_ways(force: list[float]) -> None:
    body = muscled()
    contact = np.tile(np.array(force), (1, len(body.reaction_names), 1))
    for load in level_loads(body, contact).values():
        size = load.compression[0] ** 2 + load.shear[0] ** 2 + load.sideways[0] ** 2
        assert size == pytest.approx(float(np.sum(np.square(force))), rel=1e-9, abs=1e-9)


def test_hip_contact_is_told_in_body_weights() -> None:
    body = muscled()
    contact = np.zeros((2, len(body.reaction_names), 3))
    contact[:, 0] = [[0.0, 0.0, 0.0], [300.0, 400.0, 1200.0]]
    np.testing.assert_allclose(hip_contact_bw(body, contact, "right"), [0.0, 1300.0 / (body.mass_kg * 9.80665)])
    np.testing.assert_array_equal(hip_contact_bw(body, contact, "left"), 0.0)


def test_peaks_are_those_before_and_after_mid_stance() -> None:
    share = np.linspace(-0.5, 1.5, 201)

    def bumps(first: float, second: float) -> Floats:
        return first * np.exp(-(((share - 0.2) / 0.1) ** 2)) + second * np.exp(-(((share - 0.8) / 0.1) ** 2))

    assert stance_peaks(bumps(2.0, 3.0), share) == pytest.approx((2.0, 3.0), rel=1e-3)
    assert stance_peaks(bumps(2.5, 1.0) + 9.0 * (share > 1.1), share) == pytest.approx((2.5, 1.0), rel=1e-3)
    assert np.isnan(stance_peaks(np.ones(3), np.array([-1.0, -0.5, 2.0]))).all()


def test_loads_cannot_be_written_to() -> None:
    body = muscled()
    load = level_loads(body, np.zeros((1, len(body.reaction_names), 3)))["L4_L5"]
    for array in (load.compression, load.shear, load.sideways):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1.0
