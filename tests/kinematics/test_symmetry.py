"""The whole way from file to answer in a mirror, turned round on the spot, and seen from a treadmill."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import psoas
from psoas import Analysis
from psoas.core.arrays import Floats
from tests.worlds import STATIC, WALK, across, cut, mirrored, mirrored_values, positions_of, with_positions

OTHER = {"right": "left", "left": "right"}
MIRRORED = 1e-9
MIRRORED_REAL = 1e-6
"""Sizes of a real person are fitted to about 1e-11, and the pose of a nearly straight elbow magnifies that."""


def furthest_from_mirror(one: Analysis, other: Analysis) -> float:
    """Largest difference of any coordinate, length, moment arm or measure between an answer and a mirrored one."""
    body = one.motion.body
    off = [np.abs(mirrored_values(body, one.motion.values) - other.motion.values).max()]
    for (name, side), group in one.mechanics.groups.items():
        twin = other.mechanics.group(name, OTHER[side])
        for key in ("length", "moment_arm", "level_arm", "normalised_fibre", "optimal_fibre", "tendon_slack"):
            off.append(np.abs(getattr(group, key) - getattr(twin, key)).max())
    off += [
        np.abs(getattr(one.mechanics, k) - getattr(other.mechanics, k)).max() for k in ("lordosis_deg", "stacking_deg")
    ]
    off += [np.abs(body.scale[g] - other.motion.body.scale[g]).max() for g in body.scale]
    return float(max(off))


@pytest.mark.parametrize("static", [None, STATIC], ids=["alone", "with static"])
def test_a_mirrored_recording_gives_the_mirrored_answer(tmp_path: Path, static: Path | None) -> None:
    frames = slice(40, 100)
    plain, flipped = cut(WALK, tmp_path / "a.trc", frames), mirrored(WALK, tmp_path / "b.trc", frames)
    other_static = static and mirrored(static, tmp_path / "s.trc")
    one, other = psoas.analyze(plain, static=static), psoas.analyze(flipped, static=other_static)
    assert furthest_from_mirror(one, other) < MIRRORED
    assert np.ptp(one.mechanics.group("psoas", "right").whole_length) > 0.005, "something moved"
    assert one.motion.fit is not None and other.motion.fit is not None
    order = [other.motion.fit.names.index(across(name)) for name in one.motion.fit.names]
    np.testing.assert_allclose(other.motion.fit.residual[:, order], one.motion.fit.residual, atol=MIRRORED)


def test_a_mirrored_walk_has_its_strides_on_the_other_side(tmp_path: Path) -> None:
    one, other = (
        psoas.analyze(WALK, static=STATIC),
        psoas.analyze(mirrored(WALK, tmp_path / "b.trc"), static=mirrored(STATIC, tmp_path / "s.trc")),
    )
    assert furthest_from_mirror(one, other) < MIRRORED
    assert one.gait is not None and other.gait is not None
    assert one.gait.strides == {OTHER[side]: n for side, n in other.gait.strides.items()}
    assert one.gait.strides["right"] != one.gait.strides["left"]
    assert other.gait.speed_m_s.mean == pytest.approx(one.gait.speed_m_s.mean, abs=1e-9)


@pytest.mark.parametrize("static", [False, True], ids=["alone", "with static"])
def test_a_mirrored_real_walk_gives_the_mirrored_answer(shared: Path, tmp_path: Path, static: bool) -> None:
    trial = shared / "walking_gait2392"
    walk, still = trial / "subject01_walk1.trc", trial / "subject01_static.trc"
    other_still = mirrored(still, tmp_path / "s.trc") if static else None
    one = psoas.analyze(walk, static=still if static else None)
    other = psoas.analyze(mirrored(walk, tmp_path / "b.trc"), static=other_still)
    assert furthest_from_mirror(one, other) < MIRRORED_REAL


def turned(positions: Floats, degrees: float) -> Floats:
    """Positions turned about the vertical, + from X towards -Z, and moved off."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.asarray(positions @ np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]]).T + [0.3, 0.0, -2.0])


@pytest.mark.parametrize("degrees", [90.0, 180.0, -120.0])
def test_which_way_the_person_faces_changes_no_angle(tmp_path: Path, degrees: float) -> None:
    plain = cut(WALK, tmp_path / "a.trc", slice(40, 90))
    paths = [
        with_positions(plain, turned(positions_of(plain), by), tmp_path / f"{by:g}.trc") for by in (-75.0, degrees)
    ]
    one, *others = (psoas.analyze(path, static=STATIC) for path in (plain, *paths))
    names = one.motion.body.coordinate_names
    joints = [i for i, n in enumerate(names) if not n.startswith("pelvis_")]
    room = [names.index(f"pelvis_{k}") for k in ("tilt", "list", "rotation")]
    for other in others:
        assert np.abs(one.motion.values - other.motion.values)[:, joints].max() < 1e-6
        assert np.degrees(np.abs(one.motion.values - other.motion.values)[:, room].max()) < 10
    # The pelvis' three angles depend on the course, a little; both turned recordings are set on the same one.
    assert np.abs(others[0].motion.values - others[1].motion.values)[:, room].max() < 1e-6
    (note,) = (n for n in others[1].notes if n.code == "kinematics-faced_away")
    assert abs((float(str(note["angle"])) - degrees + 180) % 360 - 180) < 10
    assert not any(n.code == "kinematics-faced_away" for n in one.notes)


def test_a_small_heading_is_left_as_recorded(tmp_path: Path) -> None:
    plain = cut(WALK, tmp_path / "a.trc", slice(40, 60))
    other = with_positions(plain, turned(positions_of(plain), 20.0), tmp_path / "b.trc")
    one, two = (psoas.analyze(p, static=STATIC).motion.of("pelvis_rotation") for p in (plain, other))
    assert np.abs(np.degrees(two - one) - 20.0).max() < 0.1


def test_plates_turn_with_the_person(tmp_path: Path) -> None:
    other = with_positions(WALK, turned(positions_of(WALK), 180.0), tmp_path / "b.trc")
    forces = WALK.with_name("walking_grf.mot")
    found = psoas.analyze(other, static=STATIC, forces=forces).recording.forces
    plain = psoas.analyze(WALK, static=STATIC, forces=forces).recording.forces
    assert found is not None and plain is not None
    np.testing.assert_allclose(found.plates[0].force[:, [0, 2]], -plain.plates[0].force[:, [0, 2]], atol=5.0)
    np.testing.assert_allclose(found.plates[0].force[:, 1], plain.plates[0].force[:, 1], atol=1e-9)


def test_the_same_walk_on_a_treadmill_has_the_same_steps(tmp_path: Path) -> None:
    """A belt that carries the walker back at 1.3 m/s: same angles, same gait relative to the ground, belt found."""
    belt = 1.3
    time = np.arange(len(positions_of(WALK))) / 100.0
    back = positions_of(WALK) - (belt * time)[:, None, None] * [1, 0, 0]
    over, on = (
        psoas.analyze(WALK, static=STATIC),
        psoas.analyze(with_positions(WALK, back, tmp_path / "b.trc"), static=STATIC),
    )
    inner = [i for i, n in enumerate(over.motion.body.coordinate_names) if n != "pelvis_tx"]
    assert np.abs(over.motion.values - on.motion.values)[:, inner].max() < 1e-6
    assert over.gait is not None and on.gait is not None
    assert (over.ground.treadmill, on.ground.treadmill) == (False, True)
    assert over.gait.belt_m_s == 0.0
    assert on.gait.belt_m_s == pytest.approx(belt, abs=0.03)
    assert on.gait.strides == over.gait.strides
    assert on.gait.speed_m_s.mean == pytest.approx(over.gait.speed_m_s.mean, abs=0.03)
    assert on.gait.step_length_m.mean == pytest.approx(over.gait.step_length_m.mean, abs=0.02)
