"""Fibre lengths: our tables hold in every posture; a person is warned of what the recording shows, never refused."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from psoas import Body, BodyError, Person
from psoas.body.anatomy.anatomy_tables import read_toml
from psoas.body.model.fibre_length_check import (
    check_tendons,
    fibre_limits,
    find_fibre_faults,
    note_fibre_lengths,
    note_posture,
)
from psoas.body.postures import posture, postures
from psoas.core.catalogue import render
from psoas.core.message import Message


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


def rendered(faults: list[Message]) -> str:
    return "\n".join(render(one) for one in faults)


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
def test_the_tables_hold_for_people_of_every_size(person: Person, rhythm: str) -> None:
    body = Body(person, lumbar_rhythm=rhythm)
    assert check_tendons(body) is body
    assert find_fibre_faults(body) == []


def test_a_tendon_of_negative_length_is_refused_by_name() -> None:
    with pytest.raises(BodyError, match=r"first: psoas_L3_TP_l: tendon slack length is -\d+\.\d mm; expected more"):
        check_tendons(spoilt("psoas_L3_TP_l", tendon_slack=-1.0))
    with pytest.raises(BodyError, match=r"first: bflh_r: tendon slack length is -"):
        check_tendons(spoilt("bflh_r", tendon_slack=-1.0))
    with pytest.raises(BodyError, match=r"iliacus_back_r: tendon slack length is nan mm"):
        check_tendons(spoilt("iliacus_back_r", tendon_slack=np.nan))


def test_a_fibre_too_short_for_a_posture_is_a_fault_of_the_tables() -> None:
    faults = rendered(find_fibre_faults(spoilt("psoas_L1_VB_r", optimal_fibre=0.6)))
    assert re.search(r"psoas_L1_VB_r in .*fibre at 1\.\d\d .*0\.45 to 1\.5", faults)
    faults = rendered(find_fibre_faults(spoilt("iliacus_front_l", optimal_fibre=1.75, tendon_slack=1.2)))
    assert re.search(r"iliacus_front_l in sitting_upright: fibre at 0\.4\d of optimal", faults)


def test_the_tables_are_tried_for_psoas_and_iliacus_only_and_in_every_posture() -> None:
    assert find_fibre_faults(spoilt("bflh_r", optimal_fibre=0.2)) == []
    gate = read_toml("postures.toml").table("gate")
    assert gate.pair("normalised_fibre") == fibre_limits() == (0.45, 1.5)
    assert min(gate.numbers("hip_flexion")) <= -20 and max(gate.numbers("hip_flexion")) >= 120
    assert min(gate.numbers("lumbar_extension")) <= -50 and max(gate.numbers("lumbar_extension")) >= 20
    asked = {"standing", "sitting_upright", "sitting_slumped", "knees_to_chest", "lunge"}
    assert asked <= set(postures())


def gait2392_fibres() -> Body:
    """Our body with fibres of 100 mm in the right psoas, at 1.02 of that in standing."""
    body = Body()
    lines = body.muscles_of("psoas", "r")
    found = {key: np.array(getattr(body.architecture, key)) for key in ("optimal_fibre", "tendon_slack")}
    found["tendon_slack"][lines] = body.standing_length[lines] - 0.102
    found["optimal_fibre"][lines] = 0.100
    body.__dict__["architecture"] = replace(body.architecture, **found)
    return body


def test_the_fibre_of_gait2392_is_too_short_for_knees_to_the_chest() -> None:
    """Its psoas has fibres of 100 mm (table of lengths): too little for such a fold."""
    assert re.match(r"psoas_L\d_\w+_r in knees_to_chest", render(find_fibre_faults(gait2392_fibres())[0]))


def test_only_the_posture_that_is_asked_for_is_noted() -> None:
    body = gait2392_fibres()
    assert note_posture(body, posture("standing")) == ()
    (note,) = note_posture(body, posture("knees_to_chest"))
    assert re.match(r"psoas_L\d_\w+_r: fibre at 0\.[0-3]\d of optimal, outside 0\.45 to 1\.5; ", render(note))
    assert "lines in 100 % of the frames" in render(note)


def test_a_movement_is_noted_by_worst_line_share_of_seen_frames_and_figure() -> None:
    fibre = np.ones((10, 3))
    fibre[:2], fibre[4, 1], fibre[5, 2] = np.nan, 0.40, 1.53
    (note,) = note_fibre_lengths(["a", "b", "c"], fibre, (0.45, 1.5))
    assert dict(note.values) == {
        "muscle": "b", "lines": 2, "percent": "25", "fibre": "0.40", "low": 0.45, "high": 1.5
    }  # fmt: skip
    assert note_fibre_lengths(["a"], np.array([[0.45], [1.5], [np.nan]]), (0.45, 1.5)) == ()
