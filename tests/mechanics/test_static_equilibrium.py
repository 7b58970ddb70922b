"""Postures held still: what bears them, what the low back carries, and which exercises ask the psoas."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from psoas import Person, posture
from psoas.body.model.body import Body
from psoas.body.postures import postures
from psoas.core.arrays import Floats
from psoas.mechanics.inverse_dynamics import ExternalWrench
from psoas.mechanics.joint_loads import hip_contact_bw
from psoas.mechanics.muscle_force_estimation import BAND, SharingChoice, active_demand, group_tension
from psoas.mechanics.static_equilibrium import (
    SUPPORTS,
    HeldPosture,
    balance_posture,
    hold_posture,
    hold_posture_all_choices,
)
from tests.forces_worlds import MASS_KG, muscled
from tests.worlds import MIRROR, across, mirrored_values

WEIGHT_N = MASS_KG * 9.80665
LOW_BACK = "L4_L5"
TASKS = {
    # name: posture it starts from, angles in degrees, support (Juker 1998's exercises, as statics sees them)
    "standing": ("standing", {}, "standing"),
    "sitting slumped": ("sitting_slumped", {}, "sitting"),
    "curl-up": (
        "supine",
        {"hip_flexion": 45, "knee_angle": 90, "lumbar_extension": -20, "thorax_extension": -25},
        "lying",
    ),
    "sit-up": (
        "supine",
        {"pelvis_tilt": 50, "hip_flexion": 85, "knee_angle": 90, "lumbar_extension": -25, "thorax_extension": -10},
        "lying",
    ),
    "bent-leg raise": ("supine", {"hip_flexion": 60, "knee_angle": 90}, "lying"),
    "straight-leg raise": ("supine", {"hip_flexion": 30}, "lying"),
}
BENT = {"pelvis_tilt": -40, "hip_flexion": 40, "lumbar_extension": -40, "thorax_extension": -10, "arm_flex": 80}


def taken(name: str, **angles_deg: float) -> Floats:
    """Coordinates (N,) of a named posture with some angles changed."""
    return posture(name).with_angles(angles_deg).values


@cache
def task(name: str, choice: SharingChoice = BAND[0]) -> HeldPosture:
    start, angles, support = TASKS[name]
    return hold_posture(muscled(), taken(start, **angles), support=support, choice=choice)


def named(name: str) -> HeldPosture:
    """A named posture held by its own support."""
    return hold_posture(muscled(), posture(name).values, support=SUPPORT_OF[name])


SUPPORT_OF = {
    "standing": "standing",
    "arched": "standing",
    "popped_ribs": "standing",
    "slumped": "standing",
    "sway": "standing",
    "sitting_upright": "sitting",
    "sitting_slumped": "sitting",
    "sitting_backrest": "backrest",
    "supine": "lying",
    "knees_to_chest": "lying",
    "lunge": "half_kneeling",
}


def psoas_activation(held: HeldPosture) -> float:
    """Activation of both psoas, weighted by maximal force."""
    body = held.problem.body
    lines = np.concatenate([body.muscles_of("psoas", side) for side in "rl"])
    return float(np.average(held.answer.activation[0, lines], weights=body.architecture.max_force[lines]))


def psoas_n(held: HeldPosture) -> float:
    """Tension of the right psoas, newtons."""
    return float(group_tension(held.problem.body, held.answer, "psoas", "right")[0])


def unexplained(held: HeldPosture) -> Floats:
    """What contacts leave of the forces (3,), N, and moments (3,), N m, that the whole body needs."""
    body = held.problem.body
    names = [f"pelvis_{k}" for k in ("tx", "ty", "tz", "tilt", "list", "rotation")]
    return np.asarray(held.problem.required.generalized[0, [body.coordinate_index(n) for n in names]])


def test_every_named_posture_has_its_support_here() -> None:
    assert set(SUPPORT_OF) == set(postures())
    assert set(SUPPORT_OF.values()) <= set(SUPPORTS)


@pytest.mark.parametrize("name", SUPPORT_OF)
def test_what_bears_a_posture_carries_its_weight(name: str) -> None:
    """Contacts sum to the weight within 0.1 %, their moment balances, and every muscle is within its bounds."""
    held = named(name)
    assert np.abs(unexplained(held)[:3]).max() < 1e-3 * WEIGHT_N
    assert np.abs(unexplained(held)[3:]).max() < 1.0
    assert sum(held.borne.values()) > 0.999 * WEIGHT_N
    assert held.answer.shared.converged.all()
    assert (held.answer.activation >= 0).all() and (held.answer.activation <= 1).all()


def test_standing_feet_carry_half_each() -> None:
    """Sizes of forces within the friction pyramid sum to a little more than the weight: toes and heels oppose."""
    borne = task("standing").borne
    right, left = (sum(n for name, n in borne.items() if name.endswith(side)) for side in ("_r", "_l"))
    assert right == pytest.approx(left, rel=1e-6)
    assert 0.999 * WEIGHT_N < right + left < 1.05 * WEIGHT_N


def test_a_seat_bears_most_of_a_sitting_body_and_the_feet_some() -> None:
    borne = named("sitting_upright").borne
    seat = sum(n for name, n in borne.items() if name.startswith(("ischium", "buttock", "tailbone", "thigh")))
    assert 0.7 * WEIGHT_N < seat < WEIGHT_N
    assert sum(borne.values()) - seat > 0.02 * WEIGHT_N


def test_a_weight_in_the_hands_goes_into_the_ground() -> None:
    body = muscled()
    held = hold_posture(
        body, taken("standing", **BENT), support="standing", loads=weights(body, taken("standing", **BENT))
    )
    carried = WEIGHT_N + 2 * 98.0665
    assert np.abs(unexplained(held)[:3]).max() < 1e-3 * carried
    assert 0.999 * carried < sum(held.borne.values()) < np.hypot(1.0, 0.6) * carried


def weights(body: Body, values: Floats) -> dict[str, ExternalWrench]:
    """10 kg in each hand of a standing body."""
    leaned = balance_posture(body, values, "standing")[None]
    hands = body.landmark_positions(leaned, ("hand_r", "hand_l"))
    down, none = np.array([[0.0, -98.0665, 0.0]]), np.zeros((1, 3))
    return {side: ExternalWrench(f"hand_{side}", hands[f"hand_{side}"], down, none) for side in "rl"}


@pytest.mark.parametrize("choice", BAND, ids=lambda choice: choice.label)
def test_seat_and_floor_bear_what_resting_tissue_does_to_seated_legs(choice: SharingChoice) -> None:
    """Stretched muscles turn and press a seated thigh; seat and feet hold it, not other muscles: the hips carry less
    than in standing."""
    body = muscled()
    found = hold_posture(body, taken("sitting_upright"), support="sitting", choice=choice)
    legs = [list(found.problem.rows).index(body.coordinate_index(f"{name}_{side}"))
            for name in ("hip_flexion", "hip_adduction", "hip_rotation", "knee_angle") for side in "rl"]  # fmt: skip
    left = active_demand(found.problem, choice).demand[0, legs]
    assert np.abs(left).max() < 3.0
    standing = hold_posture(body, taken("standing"), support="standing", choice=choice)
    seated, upright = (hip_contact_bw(body, held.answer.contact, "right")[0] for held in (found, standing))
    assert seated < upright < 1.2


def test_every_choice_is_borne_in_its_own_way_and_the_first_as_alone() -> None:
    body, values = muscled(), taken("sitting_upright")
    every = hold_posture_all_choices(body, values, support="sitting")
    assert [held.answer.choice for held in every] == list(BAND)
    assert every[0].borne == hold_posture(body, values, support="sitting").borne
    fibres, curves = every[0].borne, every[4].borne
    assert max(abs(fibres[name] - curves[name]) for name in fibres) > 5.0, "resting fibres press differently"
    for held in every:
        assert np.abs(unexplained(held)[:3]).max() < 1e-3 * WEIGHT_N


def test_unsupported_nothing_bears_and_nothing_is_hidden() -> None:
    held = hold_posture(muscled(), posture("standing").values, support="free")
    assert held.borne == {}
    assert unexplained(held)[1] == pytest.approx(WEIGHT_N, rel=1e-6)


@pytest.mark.parametrize("name", ["standing", "sitting_upright", "sitting_slumped", "arched", "slumped"])
def test_a_balanced_posture_is_over_its_base(name: str) -> None:
    body, support = muscled(), SUPPORT_OF[name]
    values = balance_posture(body, posture(name).values, support)
    changed = {body.coordinate_names[i] for i in np.flatnonzero(values != posture(name).values)}
    allowed = {"standing": {"ankle_angle_r", "ankle_angle_l"}, "sitting": {"hip_flexion_r", "hip_flexion_l"}}
    assert changed <= {"pelvis_tilt", *allowed[support]}
    if support == "standing":
        feet = body.landmark_positions(values[None], ("heel_r", "toe_r", "heel_l", "toe_l"))
        middle = np.mean([p[0, 0] for p in feet.values()])
        assert body.centre_of_mass(values[None])[0, 0] == pytest.approx(middle, abs=1e-6)
    else:
        flat = posture(name).values
        foot = [body.poses(v[None]).of("femur_r")[1][0] for v in (values, flat)]
        np.testing.assert_allclose(foot[0], foot[1], atol=1e-6, err_msg="thighs stay on the seat")


def test_a_backrest_and_a_mat_are_left_as_they_are() -> None:
    for name in ("sitting_backrest", "supine", "lunge"):
        np.testing.assert_array_equal(
            balance_posture(muscled(), posture(name).values, SUPPORT_OF[name]), posture(name).values
        )


# -- the low back


def test_the_low_back_of_a_standing_man_carries_what_models_and_sensors_say() -> None:
    """L4/5 of a man of 70 kg: 400 to 800 N (Wilke 1999: 0.5 MPa over some 18 cm2, less a third)."""
    assert 400.0 < task("standing").compression(LOW_BACK) < 800.0


def test_the_order_of_wilke_1999() -> None:
    """Slouched in a backrest below standing; unsupported flexed sitting and a 20 kg lift above it."""
    body, bent = muscled(), taken("standing", **BENT)
    standing = task("standing").compression(LOW_BACK)
    lift = hold_posture(body, bent, support="standing", loads=weights(body, bent)).compression(LOW_BACK)
    flexed = task("sitting slumped").compression(LOW_BACK)
    slouched = named("sitting_backrest").compression(LOW_BACK)
    bending = hold_posture(body, bent, support="standing").compression(LOW_BACK)
    lying = named("supine").compression(LOW_BACK)
    assert lying < slouched < standing < flexed < lift
    assert standing < bending < lift
    assert lift > 2.5 * standing


@pytest.mark.parametrize("choice", BAND, ids=lambda choice: choice.label)
def test_that_order_survives_every_choice(choice: SharingChoice) -> None:
    body = muscled()
    slouched = hold_posture(body, posture("sitting_backrest").values, support="backrest", choice=choice).compression(
        LOW_BACK
    )
    standing, flexed = (task(name, choice).compression(LOW_BACK) for name in ("standing", "sitting slumped"))
    assert slouched < standing < flexed


def test_heavier_people_carry_more() -> None:
    heavy = Body(Person.of(mass_kg=2 * MASS_KG, height_m=1.75, sex="male"), trunk=True)
    twice = hold_posture(heavy, posture("standing").values, support="standing", choice=SharingChoice(strength=2.0))
    assert twice.compression(LOW_BACK) == pytest.approx(2 * task("standing").compression(LOW_BACK), rel=0.1)


# -- which exercises ask the psoas


def test_a_straight_leg_raise_asks_the_psoas_most_and_a_curl_up_little() -> None:
    """Juker 1998: straight-leg raise 35, bent-leg raise 24, sit-ups 15 to 30, curl-up below 10 % of the most."""
    asked = {name: psoas_activation(task(name)) for name in TASKS}
    assert asked["straight-leg raise"] > asked["bent-leg raise"] > asked["sit-up"]
    much = min(asked[name] for name in ("straight-leg raise", "bent-leg raise", "sit-up"))
    little = max(asked[name] for name in ("standing", "sitting slumped", "curl-up"))
    assert much > 2.0 * little
    assert little < 0.1


@pytest.mark.parametrize("choice", BAND, ids=lambda choice: choice.label)
def test_that_survives_every_choice(choice: SharingChoice) -> None:
    force = {name: psoas_n(task(name, choice)) for name in TASKS}
    little = max(force[name] for name in ("standing", "sitting slumped", "curl-up"))
    assert force["straight-leg raise"] > 1.5 * little
    assert force["sit-up"] > little


def test_raising_one_leg_asks_its_iliacus_and_both_psoas() -> None:
    """Hu 2011: iliacus on the raised side alone, psoas on the other side too."""
    held = hold_posture(muscled(), taken("supine", hip_flexion_r=30), support="lying")

    def pull(group: str) -> Floats:
        return np.array([group_tension(muscled(), held.answer, group, side)[0] for side in ("right", "left")])

    assert pull("iliacus")[0] > 3.0 * pull("iliacus")[1]
    assert (pull("psoas") > 2.0 * psoas_n(named("supine"))).all()


# -- symmetry


def test_a_mirrored_posture_is_held_by_the_mirrored_muscles() -> None:
    body, values = muscled(), taken("lunge", lumbar_bending=8, arm_flex_r=30)
    one = hold_posture(body, values, support="half_kneeling")
    other = hold_posture(body, mirrored_values(body, values), support="half_kneeling")
    lines = [body.muscle_names.index(across(name)) for name in body.muscle_names]
    joints = [body.reaction_names.index(across(name)) for name in body.reaction_names]
    scale = np.abs(one.answer.contact).max()
    assert np.abs(other.answer.tension[:, lines] - one.answer.tension).max() < 1e-9 * scale
    assert np.abs(other.answer.contact[:, joints] * MIRROR - one.answer.contact).max() < 1e-9 * scale
    assert {across(name): n for name, n in other.borne.items()} == pytest.approx(one.borne, abs=1e-6)
    hips = hip_contact_bw(body, one.answer.contact, "right"), hip_contact_bw(body, one.answer.contact, "left")
    assert abs(hips[0][0] - hips[1][0]) > 0.1, "the posture is lopsided"
