"""One place for each marker: what goes together in a set, distances across joints, plates on the pelvis."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.core.sides import strip_suffix
from psoas.kinematics.marker_recognition.assignment import FOLLOWERS, OUTSIDE, STRANGERS, UNPAIRED, PlaceChoice
from psoas.kinematics.marker_recognition.joint_widths import (
    DOUBT,
    PLATE_DOUBT,
    plate_doubts,
    width_deviations,
    width_doubts,
)
from psoas.kinematics.marker_recognition.place_model import places
from psoas.kinematics.marker_recognition.pose_search import sized_body
from psoas.kinematics.marker_recognition.set_templates import MIXED, set_templates
from psoas.kinematics.marker_recognition.worn_markers import Wear, measure_wear, place_likelihood
from psoas.recording import marker_sets

LEGS = ("asis_r", "asis_l", "knee_lateral_r", "knee_lateral_l", "knee_medial_r", "knee_medial_l", "heel_r", "heel_l")


def worn(*names: str) -> Wear:
    """Markers exactly where such markers are worn, on a body that stands still."""
    every = places("both")
    sizes = dict.fromkeys(sized_body({"all": 1.0}).scale, 1.0)
    body = sized_body(sizes)
    values = np.tile(body.default_values(), (2, 1))
    poses = body.poses(values)
    observed = every.attach(body).positions(poses)[:, [every.names.index(name) for name in names]]
    segments = tuple(dict.fromkeys(every.segments))
    offset, sway2 = measure_wear(poses, observed, segments)
    log = place_likelihood(every, body, segments, offset, sway2)
    nobody = np.zeros(len(every.names), bool)
    nothing = np.zeros(observed.shape[:2])
    return Wear(body, sizes, "hanging", values, observed, segments, offset, sway2, log, nothing, nobody)


def columns(choice: PlaceChoice, *names: str) -> np.ndarray:
    return np.array([choice.landmarks.index(name) if name in choice.landmarks else -1 for name in names])


@pytest.mark.parametrize("key", marker_sets())
def test_no_known_set_has_a_follower_alone(key: str) -> None:
    worn_with = ["plug_in_gait"] if key == "vicon_additions" else []
    there = {strip_suffix(place) for one in (key, *worn_with) for place in marker_sets()[one].markers.values()}
    assert not [name for name, leaders in FOLLOWERS.items() if name in there and not there & set(leaders)]
    if marker_sets()[key].technique == "markers":
        assert not [name for name, others in STRANGERS.items() if name in there and there & set(others)]


def test_a_middle_beside_one_of_its_sides_is_named() -> None:
    names = ("wrist_radial_r", "wrist_ulnar_r", "wrist_centre_l", "elbow_lateral_r")
    choice = PlaceChoice(worn(*names), places("both"))
    assert not choice.unheard_of(columns(choice, *names)).any()
    beside = columns(choice, "wrist_radial_r", "wrist_centre_r", "", "elbow_lateral_r")
    assert choice.unheard_of(beside).tolist() == [True, True, False, False]


def test_markers_in_their_places_take_them() -> None:
    choice = PlaceChoice(worn(*LEGS), places("both"))
    best = choice.solve(set_templates(places("both"))[0])
    assert [choice.landmarks[c] for c in best.columns] == list(LEGS)


def test_a_follower_without_its_leader_is_named() -> None:
    names = ("iliac_crest_r", "iliac_crest_l", "asis_r", "asis_l")
    choice = PlaceChoice(worn(*names), places("both"))
    alone = columns(choice, "iliac_crest_r", "iliac_crest_l", "", "")
    assert choice.unheard_of(alone).tolist() == [True, True, False, False]
    assert not choice.unheard_of(columns(choice, *names)).any()


def test_a_landmark_on_one_side_alone_costs() -> None:
    choice = PlaceChoice(worn(*LEGS), places("both"))
    template = set_templates(places("both"))[0]
    both = columns(choice, *LEGS)
    without = np.where(both == choice.landmarks.index("heel_l"), -1, both)
    gain, cluster = choice.gains(template)
    marker = LEGS.index("heel_l")
    lost = gain[marker, both[marker]] - max(cluster[marker].max(), OUTSIDE) + UNPAIRED
    assert choice.scored(template, both).score - choice.scored(template, without).score == pytest.approx(lost)


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from(LEGS), min_size=4, max_size=8, unique=True), st.integers(0, 2**31))
def test_no_exchange_of_two_markers_beats_the_choice(names: list[str], seed: int) -> None:
    random = np.random.default_rng(seed)
    wear = worn(*names)
    choice = PlaceChoice(replace(wear, log_density=wear.log_density + random.normal(0, 3, wear.log_density.shape)),
                         places("both"))  # fmt: skip
    template = set_templates(places("both"))[0]
    best = choice.solve(template)
    assert choice.scored(template, best.columns).score == pytest.approx(best.score)
    a, b = random.choice(len(names), 2, replace=False)
    other = best.columns.copy()
    other[[a, b]] = other[[b, a]]
    assert choice.scored(template, other).score <= best.score + 1e-9


def test_knees_that_are_too_narrow_are_doubted_on_both_sides() -> None:
    wear = worn(*LEGS)
    assert max(map(abs, width_deviations(wear, places("both"), LEGS).values())) < 1e-6
    assert not width_doubts(wear, places("both"), LEGS).any()
    offset = wear.offset.copy()
    here, there = LEGS.index("knee_lateral_r"), LEGS.index("knee_medial_r")
    offset[there] = offset[here] + 0.5 * (offset[there] - offset[here])
    doubt = width_doubts(replace(wear, offset=offset), places("both"), LEGS)
    assert {name for name, one in zip(LEGS, doubt, strict=True) if one == DOUBT} == {
        name for name in LEGS if name.startswith("knee")
    }


def test_what_may_be_a_plate_on_the_pelvis_is_doubted() -> None:
    names = ("psis_r", "psis_l", "sacrum", "asis_r")
    wear = worn(*names)
    assert not plate_doubts(wear, names).any()
    spare = ("psis_r", "psis_l", "cluster:pelvis", "asis_r")
    assert plate_doubts(wear, spare).tolist() == [PLATE_DOUBT, PLATE_DOUBT, 0.0, 0.0]


def test_a_set_of_markers_and_keypoints_is_less_likely_at_first() -> None:
    priors = {one.name: one.prior for one in set_templates(places("both"))}
    assert priors["both"] == priors["opencap"] == MIXED
    assert priors["plug_in_gait"] == priors["coco17"] == priors["video"] == 0.0
