"""Choices and settings: what a tight psoas, a braced belly, weights, exponents and strength do to held postures."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from psoas import posture
from psoas.body.abdominal_pressure import pressure_load, pressure_pa
from psoas.core.arrays import Floats
from psoas.core.catalogue import render
from psoas.core.sides import SIDES
from psoas.mechanics.hill_muscle import muscle_capacity
from psoas.mechanics.joint_loads import level_loads
from psoas.mechanics.muscle_force_estimation import (
    BAND,
    MEASURED,
    ForceProblem,
    ForceSetting,
    SharingChoice,
    active_demand,
    group_contact,
    group_tension,
    shorten_psoas_tendons,
    solve_forces,
)
from psoas.mechanics.passive_moments import chest_passive, chest_stiffness
from psoas.mechanics.static_equilibrium import HeldPosture, hold_posture
from tests.forces_worlds import muscled


def standing(**change_deg: float) -> Floats:
    return posture("standing").with_angles(change_deg).values


@cache
def held(name: str = "standing", choice: SharingChoice = BAND[0]) -> HeldPosture:
    support = {"standing": "standing", "supine": "lying", "sitting_slumped": "sitting"}[name]
    return hold_posture(muscled(), posture(name).values, support=support, choice=choice)


def with_setting(setting: ForceSetting, values: Floats | None = None) -> HeldPosture:
    return hold_posture(muscled(), standing() if values is None else values, support="standing", setting=setting)


def passive_n(found: HeldPosture, group: str, side: str) -> float:
    """Resting tension of a group, newtons."""
    problem = found.problem
    can = muscle_capacity(problem.built, problem.paths.length, problem.velocity, ease=problem.ease)
    return float(can.passive[0, problem.body.muscles_of(group, side[0])].sum())


# -- the demand


@pytest.mark.parametrize("choice", BAND, ids=lambda choice: choice.label)
@pytest.mark.parametrize("name", ["standing", "supine", "sitting_slumped"])
def test_muscles_meet_what_the_posture_asks_under_every_choice(name: str, choice: SharingChoice) -> None:
    """Reserves stand in for little: under 3 N m in everyday postures."""
    found = held(name, choice)
    assert found.answer.shared.converged.all()
    assert np.abs(found.answer.shared.reserve).max() < 4.0
    assert (found.answer.activation >= 0).all() and (found.answer.activation <= 1).all()


def test_passive_tissue_is_counted_once_under_either_choice() -> None:
    """Measured hip curves hold what resting muscle pulls: fibres across the hip are then silent, others are not."""
    body, still = muscled(), np.ones(len(muscled().muscles), bool)
    fibres, curves = held("standing"), held("standing", SharingChoice(passive=MEASURED))
    hips = [body.coordinate_index(f"hip_flexion_{side}") for side in "rl"]
    across_hip = np.abs(fibres.problem.paths.moment_arm[0][:, hips]).max(axis=1) > 1e-6
    still[across_hip] = False
    can = muscle_capacity(
        fibres.problem.built, fibres.problem.paths.length, fibres.problem.velocity, ease=fibres.problem.ease
    )
    active = curves.answer.activation[0] * can.active[0]
    np.testing.assert_allclose((curves.answer.tension[0] - active)[across_hip], 0.0, atol=1e-9)
    np.testing.assert_allclose((curves.answer.tension[0] - active)[still], can.passive[0][still], atol=1e-9)
    assert can.passive[0][across_hip].max() > 1.0 and can.passive[0][still].max() > 1.0


def test_the_passive_hip_moment_flexes_in_extension_and_is_of_the_published_size() -> None:
    """Riener 1999: 8.6 N m standing; fibres and capsule are the other edge of the band."""
    curves = held("standing", SharingChoice(passive=MEASURED)).answer.passive_hip[0]
    np.testing.assert_allclose(curves, 8.58, atol=1.5)
    body = muscled()
    extended = standing(hip_flexion=-15, ankle_angle=5)
    for choice in (SharingChoice(), SharingChoice(passive=MEASURED)):
        back = hold_posture(body, extended, support="standing", choice=choice).answer.passive_hip[0]
        here = held("standing", choice).answer.passive_hip[0]
        assert (back > here).all() and (back < 45.0).all(), choice.label


# -- the foot of the chest


def at_chest(problem: ForceProblem, values: Floats) -> float:
    """One figure a row, where the row is that of the chest."""
    return float(values[list(problem.rows).index(problem.body.coordinate_index("thorax_extension"))])


@pytest.mark.parametrize("angle", [-20.0, -5.0, 10.0])
def test_the_chest_springs_back_from_where_it_is_bent(angle: float) -> None:
    """Muscles are asked for what the posture needs less what tissue bears."""
    problem = hold_posture(muscled(), standing(thorax_extension=angle), support="standing").problem
    resting = at_chest(problem, problem.arms[0] @ active_demand(problem, BAND[0]).resting[0])
    spring = at_chest(
        problem, problem.required.generalized[0, problem.rows] - active_demand(problem, BAND[0]).demand[0]
    )
    assert spring - resting == pytest.approx(float(chest_passive(np.radians(angle))), abs=1e-9)


@pytest.mark.parametrize("choice", BAND, ids=lambda choice: choice.label)
def test_the_chest_gives_no_more_than_its_angle_is_unknown_by(choice: SharingChoice) -> None:
    """A moment of tissue alone: it fills what muscles leave and no more than ten degrees of turning can bear."""
    body, most = muscled(), chest_stiffness() * np.radians(10.0)
    for taken, support in ((posture("supine").with_angles({"hip_flexion": 30}), "lying"), (posture(), "standing")):
        found = hold_posture(body, taken.values, support=support, choice=choice)
        problem, given = found.problem, found.answer
        task = active_demand(problem, choice)
        left = task.demand[0] - task.pull[0] @ given.activation[0] - given.shared.reserve[0]
        assert at_chest(problem, left) == pytest.approx(given.chest_give[0], abs=1e-6)
        assert np.abs(left).sum() == pytest.approx(abs(given.chest_give[0]), abs=1e-5), "nowhere else"
        assert abs(given.chest_give[0]) <= most + 1e-9
    assert (
        abs(hold_posture(body, posture().values, support="standing", choice=choice).answer.chest_give[0]) < 0.6 * most
    )


# -- one choice against another


def test_twice_the_strength_takes_less_effort_though_resting_tissue_is_twice_as_strong_too() -> None:
    weak, strong = held(), held(choice=SharingChoice(strength=2.0))
    light = weak.answer.activation[0] > 0.02
    ratio = strong.answer.activation[0, light].sum() / weak.answer.activation[0, light].sum()
    assert 0.5 < ratio < 0.9


def test_a_cube_spreads_effort_over_more_muscles() -> None:
    square, cube = held().answer.activation[0], held(choice=SharingChoice(exponent=3)).answer.activation[0]
    working = [int((effort > 0.25 * effort.max()).sum()) for effort in (square, cube)]
    assert working[1] > working[0] + 10


def test_a_cheaper_psoas_is_used_more() -> None:
    body = muscled()
    raised = posture("supine").with_angles({"hip_flexion": 30}).values
    force = [
        group_tension(
            body,
            hold_posture(body, raised, support="lying", choice=SharingChoice(psoas_weight=w)).answer,
            "psoas",
            side,
        )[0]
        for w in (2.0, 1.0, 0.25)
        for side in SIDES
    ]
    assert force[0] < force[2] < force[4] and force[1] < force[3] < force[5]
    np.testing.assert_allclose(force[::2], force[1::2], rtol=1e-6)


def test_volume_makes_large_muscles_dear() -> None:
    body = muscled()
    raised = posture("supine").with_angles({"hip_flexion": 30}).values
    built = body.architecture
    volume = built.max_force * built.optimal_fibre
    large = volume > np.median(volume)

    def share(choice: SharingChoice) -> float:
        effort = hold_posture(body, raised, support="lying", choice=choice).answer.activation[0]
        return float(effort[large].sum() / effort.sum())

    assert share(SharingChoice("volume")) < share(SharingChoice("uniform"))


def test_every_label_says_what_it_stands_for() -> None:
    assert render(SharingChoice().label) == "uniform weights, power 2, resting fibres and capsule"
    label = render(SharingChoice("volume", 3, MEASURED, strength=0.75).label)
    assert label == "volume weights, power 3, measured hip curves, strength x 0.75"


# -- a tight psoas


@pytest.mark.parametrize("side", SIDES)
def test_a_tight_psoas_has_a_shorter_tendon_on_its_side_alone(side: str) -> None:
    body = muscled()
    plain, tight = body.architecture, shorten_psoas_tendons(body, {side: 0.1})
    lines = body.muscles_of("psoas", side[0])
    changed = np.flatnonzero(tight.tendon_slack != plain.tendon_slack)
    np.testing.assert_array_equal(changed, lines)
    gap = plain.tendon_slack[lines] - tight.tendon_slack[lines]
    np.testing.assert_allclose(gap, 0.1 * plain.optimal_fibre[lines])
    np.testing.assert_array_equal(tight.optimal_fibre, plain.optimal_fibre)
    longer = tight.normalised_fibre(body.standing_length)[lines] - plain.normalised_fibre(body.standing_length)[lines]
    assert (longer > 0.05).all(), "the same posture stretches its fibres further"


def test_a_tight_psoas_pulls_harder_at_rest_the_tighter_it_is() -> None:
    values = standing(hip_flexion=-10, ankle_angle=3)
    resting = [
        passive_n(with_setting(ForceSetting(psoas_tightness={"right": amount}), values), "psoas", "right")
        for amount in (0.0, 0.05, 0.1, 0.2)
    ]
    assert resting == sorted(resting) and resting[-1] > 2.0 * resting[0] > 0.0
    one_sided = with_setting(ForceSetting(psoas_tightness={"right": 0.2}), values)
    untouched = passive_n(with_setting(ForceSetting(), values), "psoas", "left")
    assert passive_n(one_sided, "psoas", "left") == pytest.approx(untouched)


def test_a_tight_psoas_flexes_the_hip_and_presses_the_low_back() -> None:
    values = standing(hip_flexion=-10, ankle_angle=3)
    plain, tight = (with_setting(ForceSetting(psoas_tightness={s: a for s in SIDES}), values) for a in (0.0, 0.25))
    assert (tight.answer.passive_hip[0] > plain.answer.passive_hip[0] + 1.0).all()
    own = [float(psoas_compression(found)) for found in (plain, tight)]
    assert own[1] > own[0] + 50.0


def psoas_compression(found: HeldPosture) -> float:
    """What both psoas press L4/5 with, newtons."""
    body = found.problem.body
    contact = sum(group_contact(found.problem, found.answer, "psoas", side) for side in SIDES)
    return float(level_loads(body, np.asarray(contact))["L4_L5"].compression[0])


@pytest.mark.parametrize("bracing", [0.0, 0.6])
def test_shares_of_groups_sum_to_the_whole_contact(bracing: float) -> None:
    """Every muscle's part, with what the body needs less what the belly carries, is the contact: nothing twice."""
    found = with_setting(ForceSetting(bracing=bracing))
    problem, groups = found.problem, {m.group for m in found.problem.body.muscles}
    parts = [group_contact(problem, found.answer, group, side) for group in groups for side in SIDES]
    whole = problem.required.reaction - problem.push_reaction + np.sum(parts, axis=0)
    np.testing.assert_allclose(whole, found.answer.contact, atol=1e-9)


# -- a braced belly


def test_bracing_pushes_as_its_pressure_says_and_unbraced_does_nothing() -> None:
    plain, braced = with_setting(ForceSetting()), with_setting(ForceSetting(bracing=0.5))
    pascal = float(pressure_pa(np.array([0.5]))[0])
    belly = pressure_load(muscled(), braced.problem.values)
    np.testing.assert_allclose(braced.problem.push_arm, belly.arm * pascal)
    np.testing.assert_allclose(braced.problem.push_reaction, belly.reaction_arm * pascal)
    assert not plain.problem.push_arm.any() and not plain.problem.push_reaction.any()
    extends = braced.problem.push_arm[0, muscled().coordinate_index("lumbar_extension")]
    assert 1.0 < extends < 15.0, "N m"


def test_bracing_unloads_a_bent_back_by_what_the_push_gives_and_what_the_back_is_spared() -> None:
    bent = standing(pelvis_tilt=-30, hip_flexion=30, lumbar_extension=-30, thorax_extension=-5)
    back = ("multifidus", "longissimus lumborum", "longissimus thoracis", "iliocostalis lumborum")
    loads, pull, pushed = [], [], []
    for amount in (0.0, 0.5, 1.0):
        found = with_setting(ForceSetting(bracing=amount), bent)
        loads.append(found.compression("L4_L5"))
        pull.append(sum(group_tension(muscled(), found.answer, g, s)[0] for g in back for s in SIDES))
        pushed.append(level_loads(muscled(), found.problem.push_reaction)["L4_L5"].compression[0])
    assert loads[0] > loads[1] > loads[2]
    assert pull[0] > pull[1] > pull[2]
    assert pushed[0] == 0.0 and pushed[2] == pytest.approx(2 * pushed[1], rel=1e-6)
    assert loads[0] - loads[2] > 0.8 * pushed[2] > 0.0


def test_the_same_problem_answers_the_same_and_from_any_start() -> None:
    problem = held("standing").problem
    for choice in (BAND[0], BAND[3], BAND[6]):
        cold = solve_forces(problem, choice)
        warm = solve_forces(problem, choice, start=held("standing").answer.shared.price)
        np.testing.assert_allclose(warm.tension, cold.tension, atol=1e-6)
