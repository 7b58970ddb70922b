"""What the markers of an unknown set may be: worked out, kept, and turned into a map."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from psoas.core.message import message
from psoas.recording import CLUSTER, Markers, check_markers_known, load_marker_map, read
from psoas.recording.marker_sets import SEGMENTS
from psoas.services.analysis_process import FAULTS, run_analysis
from psoas.services.analysis_request import (
    MARKERS,
    RECORDING,
    RESULT,
    SUGGESTIONS,
    AnalysisRequest,
    clear_analysis_output,
    has_suggestions,
    marker_map_of,
)
from psoas.services.marker_suggestions import (
    ADAPTER,
    MAP,
    MarkerSuggestion,
    MarkerSuggestions,
    can_be_named,
    chosen_places,
    load_suggestions,
    marker_places,
    names_enough,
    place_spots,
    said_before,
    suggest_markers,
    write_marker_map,
)
from tests.measure_world import short_walk
from tests.test_pipeline import renamed
from tests.worlds import WALK

NAMES = {name: f"m{number:02d}" for number, name in enumerate(read(WALK).markers.names)}  # type: ignore[union-attr]
TRUE = dict(check_markers_known(read(WALK)).mapping)
FEW = ("R.ASIS", "L.ASIS", "V.Sacral", "R.Heel", "L.Heel")


def order_of(home: Path, path: Path) -> AnalysisRequest:
    """A request for one recording below a data folder."""
    (home / "one" / RECORDING).mkdir(parents=True)
    path.rename(home / "one" / RECORDING / "walk.trc")
    return AnalysisRequest("one", {RECORDING: "walk.trc"}, date(2026, 1, 1))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which the analysis of a walk of unknown names has failed."""
    folder = tmp_path_factory.mktemp("data")
    order = order_of(folder, renamed(short_walk(folder), NAMES, folder / "unknown.trc"))
    said: list[Any] = []
    run_analysis(folder, order, lambda *told: said.append(told))
    assert said[-1][0] == FAULTS
    return folder


def test_an_analysis_that_fails_over_names_leaves_suggestions(home: Path) -> None:
    assert has_suggestions(home, "one")
    clear_analysis_output(home / "one")
    found = load_suggestions(home, "one")
    assert found is not None
    assert {one.name for one in found.markers} == set(NAMES.values())
    sure = {one.name: one.place for one in found.markers if one.sure}
    assert len(sure) > 25
    assert all(place == TRUE[name] for name, new in NAMES.items() if (place := sure.get(new)))


def test_the_pictures_show_the_person_upright(home: Path) -> None:
    """Head above feet; the right side on the left of who looks; toes in front of heels from the right."""
    found = load_suggestions(home, "one")
    assert found is not None
    at = {NAMES_BACK[one.name]: one for one in found.markers}
    front = {name: one.front for name, one in at.items() if one.front}
    side = {name: one.side for name, one in at.items() if one.side}
    assert front["Top.Head"][1] > 1.4 > 0.3 > front["R.Heel"][1] >= 0
    assert front["R.ASIS"][0] < front["L.ASIS"][0]
    assert side["R.Toe.Tip"][0] > side["R.Heel"][0]


NAMES_BACK = {new: name for name, new in NAMES.items()}


def test_a_confirmed_map_is_what_the_analysis_reads(home: Path, tmp_path: Path) -> None:
    order = AnalysisRequest("one", {RECORDING: "walk.trc"}, date(2026, 1, 1))
    mapping = {NAMES[name]: TRUE[name] for name in FEW} | {'a "quoted" name': "cluster:thigh_r"}
    mapping |= {"Zähler \U0001f9b5": "heel_r", "tab\tand\x7f": "toe_r"}
    changed = write_marker_map(home, order, mapping)
    path = changed.path(home, MARKERS)
    assert path is not None
    assert load_marker_map(path) == mapping
    assert changed.json()["files"] == {RECORDING: "walk.trc", MARKERS: MAP}
    assert marker_map_of(home / "one" / RESULT) == path


def test_too_few_markers_for_shapes_still_show_what_names_say() -> None:
    recording = read(WALK)
    assert recording.markers is not None
    chosen = [recording.markers.names.index(name) for name in FEW]
    few = Markers(("R.ASIS", "L.ASIS", "V.Sacral", "a", "b"), recording.markers.positions[:10, chosen])
    found = suggest_markers(type(recording)(recording.path, "trc", recording.time[:10], few))
    assert [one.place for one in found.markers] == ["asis_r", "asis_l", "sacrum", "", ""]


def test_only_unknown_names_can_be_named() -> None:
    unknown = message("recording.set_unknown", names="a", known=20, option="x")
    assert can_be_named(unknown)
    assert can_be_named(message("recording.in_file", file="a.trc", fault=unknown))
    assert not can_be_named(message("recording.in_file", file="a.trc", fault=message("recording.empty")))


def test_every_place_has_its_spot_on_the_figure() -> None:
    spots = place_spots()
    missing = set(marker_places()) - set(spots)
    assert {place for place in missing if place.startswith(CLUSTER)} == set()
    assert len(missing) <= 2, missing
    assert spots["heel_r"][0] < 0 < spots["heel_l"][0]
    assert spots["head_top"][1] > 1.5 > spots["asis_r"][1] > spots["knee_centre_r"][1] > spots["heel_r"][1] >= 0
    assert len(SEGMENTS) == len([place for place in spots if place.startswith(CLUSTER)])


def test_three_places_of_pelvis_and_legs_are_enough() -> None:
    assert names_enough({"a": "asis_r", "b": "asis_l", "c": "heel_r"})
    assert not names_enough({"a": "asis_r", "b": "asis_l", "c": "cluster:thigh_r", "d": "c7"})


def test_suggestions_that_cannot_be_read_are_none(tmp_path: Path) -> None:
    assert load_suggestions(tmp_path, "gone") is None
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "suggestions.json").write_text(json.dumps({"markers": 3}))
    assert load_suggestions(tmp_path, "one") is None


# -- what a person said before

SAID = {"a": "asis_r", "b": "asis_l", "c": "heel_r"}


def asked(home: Path, folder: str, **files: str) -> AnalysisRequest:
    """A request whose folder is there."""
    (home / folder).mkdir(parents=True)
    return AnalysisRequest(folder, {RECORDING: "walk.trc", **files}, date(2026, 1, 1))


def confirmed(home: Path, folder: str, mapping: dict[str, str], *, at: int, seen: str = "") -> AnalysisRequest:
    """A request with a map that was confirmed at some time, of a recording with some markers."""
    order = write_marker_map(home, asked(home, folder), mapping)
    path = order.path(home, MARKERS)
    assert path is not None
    os.utime(path, (at, at))
    shown = tuple(MarkerSuggestion(name) for name in seen)
    (home / folder / SUGGESTIONS).write_bytes(ADAPTER.dump_json(MarkerSuggestions(shown, True, {})))
    return order


def test_the_newest_fitting_map_of_the_same_person_is_remembered(tmp_path: Path) -> None:
    confirmed(tmp_path, "me/old", SAID | {"a": "toe_r"}, at=1)
    confirmed(tmp_path, "me/new", SAID, at=2, seen="abcdz")
    confirmed(tmp_path, "me/other", {"x": "asis_r", "y": "asis_l", "z": "heel_r"}, at=3)
    confirmed(tmp_path, "you/one", SAID | {"a": "psis_r"}, at=4)
    order = confirmed(tmp_path, "me/this", SAID | {"a": "psis_r"}, at=5)
    assert said_before(tmp_path, order, ("a", "b", "c", "d", "e")) == SAID | {"d": ""}
    assert said_before(tmp_path, order, ("a", "b")) == {}
    assert said_before(tmp_path, asked(tmp_path, "they/first"), ("a", "b", "c")) == {}


def test_a_map_that_cannot_be_read_is_not_remembered(tmp_path: Path) -> None:
    path = confirmed(tmp_path, "me/old", SAID, at=1).path(tmp_path, MARKERS)
    assert path is not None
    path.write_text("[markers")
    assert said_before(tmp_path, asked(tmp_path, "me/this"), ("a", "b", "c")) == {}


def test_what_was_said_goes_before_what_is_guessed() -> None:
    recording = read(WALK)
    assert recording.markers is not None
    chosen = [recording.markers.names.index(name) for name in FEW]
    few = Markers(("R.ASIS", "L.ASIS", "V.Sacral", "a", "b"), recording.markers.positions[:10, chosen])
    said = {"a": "asis_r", "b": ""}
    found = suggest_markers(type(recording)(recording.path, "trc", recording.time[:10], few), said=said)
    assert found.said_before
    assert [(one.place, one.sure) for one in found.markers] == [
        ("", False), ("asis_l", True), ("sacrum", True), ("asis_r", True), ("", True),
    ]  # fmt: skip


def test_the_page_begins_with_what_was_said_of_this_recording(tmp_path: Path) -> None:
    shown = (MarkerSuggestion("a", "toe_r"), MarkerSuggestion("d", "toe_l"))
    found = MarkerSuggestions(shown, True, {})
    assert chosen_places(tmp_path, asked(tmp_path, "me/new"), found) == {"a": "toe_r", "d": "toe_l"}
    done = confirmed(tmp_path, "me/done", SAID, at=1)
    assert chosen_places(tmp_path, done, found) == {"a": "asis_r", "d": ""}
    part = asked(tmp_path, "me/part", markers="mine.toml")
    (tmp_path / "me/part/markers").mkdir()
    (tmp_path / "me/part/markers/mine.toml").write_text('[markers]\na = "asis_r"\n')
    assert chosen_places(tmp_path, part, found) == {"a": "asis_r", "d": "toe_l"}
