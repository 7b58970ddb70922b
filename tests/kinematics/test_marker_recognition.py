"""Markers whose names say nothing are recognised on made-up people; what is sure is right."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from psoas.core.errors import InputError
from psoas.kinematics.marker_recognition.map_text import marker_map_text
from psoas.kinematics.marker_recognition.marker_reading import read_marker_places
from psoas.kinematics.marker_recognition.place_model import places
from psoas.kinematics.marker_recognition.pose_search import sized_body
from psoas.kinematics.marker_recognition.recogniser import recognise_markers
from psoas.kinematics.marker_recognition.segment_sizes import size_slopes
from psoas.recording import Markers, load_marker_map, read
from scripts.made_up_markers import made_up
from scripts.marker_recognition import HEIGHTS_M, is_right, judge
from tests.worlds import WALK, random_poses


@pytest.mark.parametrize(
    ("known_set", "movement", "height_m", "seed"), [("plug_in_gait", "walk", 1.70, 2), ("coco17", "walk", 2.0, 1)]
)
def test_scrambled_names_are_recovered_with_that_set_not_known(
    known_set: str, movement: str, height_m: float, seed: int
) -> None:
    person = made_up(known_set, movement, height_m=height_m, seed=seed)
    found = recognise_markers(person.markers, without=known_set)
    outcome = judge(found, person.truth)
    assert outcome.recovered >= 0.85 * outcome.landmarks
    assert outcome.wrong_vital == 0
    assert found.sides_sure
    assert found.up == ("z" if seed % 2 else "y")
    assert found.stature_m == pytest.approx(height_m, rel=0.06)
    for one in found.markers:
        assert all(other.confidence <= one.confidence for other in one.alternatives)
        assert one.percent < 100


@pytest.mark.slow
def test_five_sets_scrambled_are_recovered_and_none_is_wrong_on_pelvis_and_knees() -> None:
    sets = ("gait2392", "plug_in_gait", "ior", "opencap_laboratory", "rajagopal_experiment")
    people = [
        made_up(key, "walk", height_m=height, seed=3 + i)
        for i, (key, height) in enumerate(zip(sets, HEIGHTS_M, strict=True))
    ]
    outcomes = [
        judge(recognise_markers(person.markers, without=key), person.truth)
        for key, person in zip(sets, people, strict=True)
    ]
    assert sum(one.recovered for one in outcomes) >= 0.9 * sum(one.landmarks for one in outcomes)
    assert [one.wrong_vital for one in outcomes] == [0] * len(sets)
    assert sum(one.sure for one in outcomes) > 2 * sum(one.unsure for one in outcomes)


def test_a_stranger_to_the_pelvis_is_judged_wrong() -> None:
    assert is_right("cluster:thigh_r", "knee_lateral_r")
    assert not is_right("cluster:thigh_l", "knee_lateral_r")
    assert not is_right("knee_medial_r", "knee_lateral_r")
    assert not is_right("cluster:thigh_r", "")
    assert not is_right("", "knee_lateral_r")


def test_too_few_markers_are_no_person() -> None:
    with pytest.raises(InputError, match="more than 5 markers"):
        recognise_markers(Markers(tuple("abcde"), np.random.default_rng(1).normal(size=(20, 5, 3))))


def test_names_that_are_known_are_kept_and_the_map_reads_back(tmp_path: Path) -> None:
    walk = read(WALK)
    assert walk.markers
    renamed = tuple("thing" if name == "L.Heel" else name for name in walk.markers.names)
    reading = read_marker_places(replace(walk, markers=Markers(renamed, walk.markers.positions)))
    assert reading.named["R.Heel"] == "heel_r" and "thing" not in reading.named
    assert reading.proposal
    assert [(one.marker, one.place) for one in reading.proposal.markers] == [("thing", "heel_l")]
    written = tmp_path / "map.toml"
    written.write_text(marker_map_text(reading, file="walking.trc"), encoding="utf-8")
    assert load_marker_map(written) == reading.mapping(sure_only=True)


def test_a_map_of_unsure_markers_is_still_toml() -> None:
    walk = read(WALK)
    reading = read_marker_places(walk)
    assert reading.proposal is None
    assert tomllib.loads(marker_map_text(reading, file="walking.trc"))["markers"] == reading.named


def test_size_slopes_are_those_of_bodies_of_other_sizes() -> None:
    points = places("markers")
    sizes = dict.fromkeys(sized_body({"all": 1.0}).scale, 1.0)
    body = sized_body(sizes)
    values = random_poses(body, 3, 1, 0.4)
    attached = points.attach(body)
    slope = size_slopes(body.poses(values), sizes, attached.segments, attached.local, np.ones(len(points.names)))
    for column, group in enumerate(sizes):
        other = sized_body({**sizes, group: 1.1})
        moved = points.attach(other).positions(other.poses(values)) - attached.positions(body.poses(values))
        assert slope[..., column] == pytest.approx(moved / 0.1, abs=0.01)  # the knee rolls by millimetres
