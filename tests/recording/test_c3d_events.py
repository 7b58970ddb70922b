"""Events of the group and of the header, with what writers leave out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from psoas.core.catalogue import render
from psoas.recording import Recording, read
from tests.c3d_encoder import C3DWorld, Value, encode_c3d
from tests.recording_worlds import NAMES, put, standing, z_up

PAIRS = np.array([[0.0, 1.0], [0.02, 3.5]])
"""Minutes above seconds, as the standard has it: 0.02 s and 63.5 s."""


def reading(tmp_path: Path, parameters: dict[str, Value], *, first: int = 1, **header: float) -> Recording:
    """The standing figure with events."""
    world = C3DWorld(z_up(standing(5)) * 1000, NAMES, parameters=parameters, first=first)
    return read(put(tmp_path, "a.c3d", encode_c3d(replace(world, header_events=list(header.items())))))


def of(recording: Recording) -> list[tuple[str, str, float]]:
    return [(event.label, str(event.side), round(event.time, 6)) for event in recording.events]


def test_minutes_and_seconds_with_sides(tmp_path: Path) -> None:
    group: dict[str, Value] = {
        "EVENT:USED": 2, "EVENT:TIMES": PAIRS, "EVENT:LABELS": ["Foot Strike", "Foot Off"],
        "EVENT:CONTEXTS": ["Right", "Left"], "EVENT:ICON_IDS": np.array([1, 2]),
    }  # fmt: skip
    assert of(reading(tmp_path, group)) == [("Foot Strike", "right", 0.02), ("Foot Off", "left", 63.5)]


@pytest.mark.parametrize(
    ("label", "side"), [("RHS", "right"), ("L_TO", "left"), ("Left Foot Strike", "left"), ("Run", "")]
)
def test_without_contexts_the_label_tells_the_side(tmp_path: Path, label: str, side: str) -> None:
    group: dict[str, Value] = {"EVENT:USED": 1, "EVENT:TIMES": PAIRS[:, :1], "EVENT:LABELS": [label]}
    assert of(reading(tmp_path, group)) == [(label, side, 0.02)]


def test_cortex_writes_the_label_as_context_and_others_no_count(tmp_path: Path) -> None:
    group: dict[str, Value] = {"EVENT:TIMES": PAIRS, "EVENT:LABELS": ["", ""], "EVENT:CONTEXTS": ["LHS", "RTO"]}
    assert of(reading(tmp_path, group)) == [("LHS", "left", 0.02), ("RTO", "right", 63.5)]


def test_seconds_without_minutes(tmp_path: Path) -> None:
    group: dict[str, Value] = {"EVENT:USED": 2, "EVENT:TIMES": np.array([0.01, 0.03]), "EVENT:LABELS": ["RHS", "RTO"]}
    assert of(reading(tmp_path, group)) == [("RHS", "right", 0.01), ("RTO", "right", 0.03)]


def test_the_header_where_there_is_no_group(tmp_path: Path) -> None:
    assert of(reading(tmp_path, {}, RHS=0.02, STOP=0.04)) == [("RHS", "right", 0.02), ("STOP", "", 0.04)]


def test_events_that_count_from_the_first_frame_held(tmp_path: Path) -> None:
    recording = reading(tmp_path, {}, first=301, RHS=0.02)
    assert of(recording) == [("RHS", "right", 3.02)]
    assert any("3 s were added" in render(note) for note in recording.notes)


def test_a_time_that_is_no_number_is_counted(tmp_path: Path) -> None:
    times = np.array([[0.0, 0.0], [np.nan, 0.03]])
    group: dict[str, Value] = {"EVENT:USED": 2, "EVENT:TIMES": times, "EVENT:LABELS": ["RHS", "RTO"]}
    recording = reading(tmp_path, group)
    assert of(recording) == [("RTO", "right", 0.03)]
    assert any("1 events without a usable time" in render(note) for note in recording.notes)
