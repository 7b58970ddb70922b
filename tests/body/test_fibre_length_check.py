"""The gate: a body whose fibres cannot have the lengths it asks of them is refused, by muscle and posture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from psoas import Body, BodyError, Person
from psoas.body.anatomy.anatomy_tables import read_toml
from psoas.body.model.fibre_length_check import check_fibre_lengths
from psoas.body.postures import postures


def spoilt(muscle: str, **factors: float) -> Body:
    """A body of which one muscle's architecture is multiplied."""
    body = Body()
    i = body.muscle_index(muscle)
    found = {}
    for key, factor in factors.items():
        values = np.array(getattr(body.architecture, key))
        values[i] *= factor
        found[key] = values
    body.__dict__["architecture"] = replace(body.architecture, **found)
    return body


@pytest.mark.parametrize("rhythm", ["pearcy1984", "christophy2012"])
@pytest.mark.parametrize(
    "person",
    [
        Person(),
        Person.of(height_m=1.48, mass_kg=45, sex="female"),
        Person.of(height_m=1.99, mass_kg=110, sex="male"),
        Person.of(height_m=1.05, mass_kg=17, sex="male"),
    ],
    ids=["reference", "small", "tall", "child"],
)
def test_real_people_pass(person: Person, rhythm: str) -> None:
    body = Body(person, lumbar_rhythm=rhythm)
    assert check_fibre_lengths(body) is body


def test_a_body_far_out_of_proportion_still_passes() -> None:
    body = Body()
    far = Body(scale={**body.scale, "thigh": body.scale["thigh"] * 1.12, "pelvis": body.scale["pelvis"] * 0.9})
    assert check_fibre_lengths(far) is far


def test_a_tendon_of_negative_length_is_refused_by_name() -> None:
    with pytest.raises(BodyError, match=r"first: psoas_L3_TP_l: tendon slack length is -\d+\.\d mm; expected more"):
        check_fibre_lengths(spoilt("psoas_L3_TP_l", tendon_slack=-1.0))
    with pytest.raises(BodyError, match=r"first: bflh_r: tendon slack length is -"):
        check_fibre_lengths(spoilt("bflh_r", tendon_slack=-1.0))
    with pytest.raises(BodyError, match=r"iliacus_back_r: tendon slack length is nan mm"):
        check_fibre_lengths(spoilt("iliacus_back_r", tendon_slack=np.nan))


def test_a_fibre_too_short_for_a_posture_is_refused_by_muscle_and_posture() -> None:
    with pytest.raises(BodyError, match=r"refused: \d+ muscle .*psoas_L1_VB_r in .*fibre at 1\.\d\d .*0\.45 to 1\.5"):
        check_fibre_lengths(spoilt("psoas_L1_VB_r", optimal_fibre=0.6))
    with pytest.raises(BodyError, match=r"iliacus_front_l in sitting_upright: fibre at 0\.4\d of optimal"):
        check_fibre_lengths(spoilt("iliacus_front_l", optimal_fibre=1.75, tendon_slack=1.2))


def test_the_gate_looks_at_psoas_and_iliacus_only_and_at_every_posture() -> None:
    check_fibre_lengths(spoilt("bflh_r", optimal_fibre=0.2))
    gate = read_toml("postures.toml").table("gate")
    assert gate.pair("normalised_fibre") == (0.45, 1.5)
    assert min(gate.numbers("hip_flexion")) <= -20 and max(gate.numbers("hip_flexion")) >= 120
    assert min(gate.numbers("lumbar_extension")) <= -50 and max(gate.numbers("lumbar_extension")) >= 20
    asked = {"standing", "sitting_upright", "sitting_slumped", "knees_to_chest", "lunge"}
    assert asked <= set(postures())


def test_the_fibre_of_gait2392_is_too_short_for_knees_to_the_chest() -> None:
    """Its psoas has fibres of 100 mm, at 1.02 of that in standing (table of lengths): too little for such a fold."""
    body = Body()
    lines = body.muscles_of("psoas", "r")
    found = {key: np.array(getattr(body.architecture, key)) for key in ("optimal_fibre", "tendon_slack")}
    found["tendon_slack"][lines] = body.standing_length[lines] - 0.102
    found["optimal_fibre"][lines] = 0.100
    body.__dict__["architecture"] = replace(body.architecture, **found)
    with pytest.raises(BodyError, match=r"first: psoas_L\d_\w+_r in knees_to_chest"):
        check_fibre_lengths(body)
