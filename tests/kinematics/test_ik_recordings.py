"""Real recordings against OpenSim's own results on them, and the bundled walk against the truth it was made from."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

import psoas
from psoas import Analysis, Person
from psoas.core.arrays import Floats
from psoas.core.catalogue import render
from psoas.kinematics.gait.gait_events import events_from_plates
from psoas.recording import read
from tests.worlds import STATIC, WALK

FAIR_RMS_M = 0.022
"""OpenSim reaches this on the same trial with a model scaled by hand."""
ANGLE_DEG = 3.0
BELT_M_S = (1.125, 0.05)
KNOWN_FROM_OPENSIM = ("hip_flexion_r", "hip_flexion_l", "knee_angle_r", "knee_angle_l")


@cache
def walk(shared: Path, static: bool) -> Analysis:
    trial = shared / "walking_gait2392"
    return psoas.analyze(trial / "subject01_walk1.trc", static=trial / "subject01_static.trc" if static else None)


@cache
def run(shared: Path) -> Analysis:
    trial = shared / "running_hamner"
    return psoas.analyze(
        trial / "subject02_running.trc", static=trial / "subject02_static.trc", person=Person.of(mass_kg=65.0)
    )


@cache
def opensim(shared: Path) -> tuple[Floats, dict[str, Floats]]:
    """Time and angles in degrees, knee flexion positive."""
    recording = read(shared / "walking_gait2392/opensim/ik.mot")
    assert recording.coordinates is not None
    columns = dict(zip(recording.coordinates.names, recording.coordinates.values.T, strict=True))
    return recording.time, {n: v * (-1 if n.startswith("knee") else 1) for n, v in columns.items()}


@pytest.mark.parametrize("static", [False, True], ids=["alone", "with static"])
def test_all_markers_of_the_walk_are_followed_closely(shared: Path, static: bool) -> None:
    found = walk(shared, static)
    fit, given = found.motion.fit, read(shared / "walking_gait2392/subject01_walk1.trc").markers
    assert fit is not None and given is not None
    assert set(fit.names) == set(given.names), "no marker is dropped to improve the residual"
    assert np.isfinite(fit.residual).all()
    assert float(fit.rms.mean()) <= FAIR_RMS_M
    np.testing.assert_allclose(fit.rms, np.sqrt((fit.residual**2).mean(axis=1)), rtol=1e-12)
    assert (found.motion.outcome == 0).all()


@pytest.mark.parametrize("static", [False, True], ids=["alone", "with static"])
@pytest.mark.parametrize("name", KNOWN_FROM_OPENSIM)
def test_hip_and_knee_follow_opensims(
    shared: Path, static: bool, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    motion, (time, theirs) = walk(shared, static).motion, opensim(shared)
    inside = (time >= motion.time[0]) & (time <= motion.time[-1])
    assert inside.mean() > 0.95
    ours = np.degrees(np.interp(time[inside], motion.time, motion.of(name)))
    off = ours - theirs[name][inside]
    with capsys.disabled():
        print(f"\n{name}, {'with' if static else 'no'} static: offset {off.mean():+.1f} deg, RMS {off.std():.1f} deg")
    assert off.std() < ANGLE_DEG
    assert abs(off.mean()) < 12.0
    assert np.ptp(ours) > 30.0


@pytest.mark.parametrize("static", [False, True], ids=["alone", "with static"])
def test_the_belt_of_the_walk_is_found(shared: Path, static: bool) -> None:
    found = walk(shared, static)
    assert found.ground.treadmill
    assert found.ground.belt_m_s == pytest.approx(BELT_M_S[0], abs=BELT_M_S[1])
    assert found.gait is not None
    assert found.gait.speed_m_s.mean == pytest.approx(BELT_M_S[0], abs=BELT_M_S[1])


def test_the_psoas_lengthens_in_late_stance_and_works_over_centimetres(shared: Path) -> None:
    found = walk(shared, True)
    for side, letter in (("right", "r"), ("left", "l")):
        length = found.mechanics.group("psoas", side).whole_length * 1000
        hip = found.motion.of(f"hip_flexion_{letter}")
        assert 8 <= np.ptp(length) <= 40
        assert np.corrcoef(length, hip)[0, 1] < -0.8


def test_the_run_needs_no_more_than_a_static_trial_and_a_mass(shared: Path) -> None:
    found = run(shared)
    assert found.quality.status == "good"
    assert found.gait is not None and found.ground.treadmill
    assert 3.9 <= found.ground.belt_m_s <= 4.2
    assert 160 <= found.gait.cadence_steps_min.mean <= 185


def test_strides_of_the_run_are_those_of_the_plates(shared: Path) -> None:
    """As many strides as pairs of heel strikes that the plates saw between the first and the last frame."""
    found = run(shared)
    plates = read(shared / "running_hamner/subject02_running_grf.mot").forces
    markers = read(shared / "running_hamner/subject02_running.trc").markers
    assert plates is not None and markers is not None and found.gait is not None
    at = dict(zip(markers.names, markers.positions.transpose(1, 0, 2), strict=True))
    heel, toe = ({s: at[f"{s[0].upper()}.{part}"] for s in ("right", "left")} for part in ("Heel", "Toe.Tip"))
    true = events_from_plates(plates, time=found.motion.time, heel=heel, toe=toe)
    for side in ("right", "left"):
        strikes = true.heel_strike.of(side)
        assert abs(found.gait.strides[side] - (len(strikes) - 1)) <= 1
        assert found.gait.strides[side] >= 10


def test_opensims_own_angles_go_through_unchanged(shared: Path, tmp_path: Path) -> None:
    source = shared / "walking_gait2392/opensim/ik.mot"
    found = psoas.analyze(source, out=tmp_path / "out")
    before, after = read(source), read(tmp_path / "out/kinematics.mot")
    assert before.coordinates is not None and after.coordinates is not None
    assert after.coordinates.names == before.coordinates.names
    assert np.array_equal(after.coordinates.values, before.coordinates.values)
    assert np.array_equal(after.time, before.time)
    assert found.motion.fit is None and "inverse_kinematics" not in found.timing
    assert any("Knee flexion is negative in this file" in render(note) for note in found.notes)
    time, theirs = opensim(shared)
    assert np.array_equal(time, found.motion.time)
    for name in ("hip_flexion_r", "knee_angle_l", "lumbar_extension"):
        np.testing.assert_allclose(np.degrees(found.motion.of(name)), theirs[name], atol=1e-9)
    assert np.median(found.motion.of("knee_angle_r")) > 0


def test_the_bundled_walk_is_recovered_within_a_degree() -> None:
    found = psoas.analyze(WALK, static=STATIC)
    truth = read(WALK.with_name("walking_truth.mot"))
    assert truth.coordinates is not None
    assert np.allclose(truth.time, found.motion.time)
    for name, true in zip(truth.coordinates.names, truth.coordinates.values.T, strict=True):
        if not name.startswith("pelvis_t") or name == "pelvis_tilt":
            off = np.degrees(found.motion.of(name)) - true
            assert np.sqrt((off**2).mean()) < 1.0, name
    assert found.motion.fit is not None and np.nanmax(found.motion.fit.rms) < 0.004


def test_every_coordinate_stays_within_its_joint(shared: Path) -> None:
    for found in (walk(shared, False), walk(shared, True), run(shared)):
        low, high = found.motion.body.limits.T
        assert (found.motion.values >= low).all() and (found.motion.values <= high).all()
