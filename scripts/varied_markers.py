"""Marker recordings changed in ways that laboratories differ in: axes, facing, speed, sides, more markers, fewer."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.sides import swap_suffix
from psoas.kinematics.marker_recognition.proposal import NOTHING
from psoas.recording import Markers
from scripts.made_up_markers import MadeUp

LOST = 0.15
"""Share of the markers that fell off."""
FEWEST_FRAMES = 30
FIXED, CARRIED = 4, 3
"""Markers that stand in the room, and on a thing that is carried along."""


def as_is(person: MadeUp, random: np.random.Generator) -> MadeUp:
    """The recording unchanged."""
    del random
    return person


def turned(person: MadeUp, random: np.random.Generator) -> MadeUp:
    """Another axis up, and the person faces anywhere."""
    angle = random.uniform(0.25 * np.pi, 1.75 * np.pi)
    c, s = np.cos(angle), np.sin(angle)
    about = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
    return _with(person, (person.markers.positions @ about.T)[..., [2, 0, 1]])


def mirrored(person: MadeUp, random: np.random.Generator) -> MadeUp:
    """The other side of a mirror: left is right."""
    del random
    truth = {name: swap_suffix(place) for name, place in person.truth.items()}
    return MadeUp(_with(person, person.markers.positions * [1.0, 1.0, -1.0]).markers, truth)


def short(person: MadeUp, random: np.random.Generator) -> MadeUp:
    """A third of the recording, from the middle."""
    del random
    frames = len(person.markers.positions)
    length = min(max(frames // 3, FEWEST_FRAMES), frames)
    start = (frames - length) // 2
    return _with(person, person.markers.positions[start : start + length])


def with_things(person: MadeUp, random: np.random.Generator) -> MadeUp:
    """Markers more in the room and on a thing that moves along."""
    positions = person.markers.positions
    middle = np.nanmean(positions, axis=(0, 1))
    room = np.broadcast_to(middle + random.uniform(-1.0, 1.0, (FIXED, 3)), (len(positions), FIXED, 3))
    at = np.nanmean(positions, axis=1)[:, None] + random.uniform(-0.6, 0.6, 3) + random.normal(0, 0.05, (CARRIED, 3))
    names = tuple(f"T{i:02}" for i in range(FIXED + CARRIED))
    every = Markers((*person.markers.names, *names), np.concatenate([positions, room, at], axis=1))
    return MadeUp(every, {**person.truth, **dict.fromkeys(names, NOTHING)})


def with_fewer(person: MadeUp, random: np.random.Generator) -> MadeUp:
    """Some markers fell off."""
    names = person.markers.names
    keep = np.sort(random.permutation(len(names))[: round((1 - LOST) * len(names))])
    left = tuple(names[i] for i in keep)
    truth = {name: person.truth[name] for name in left if name in person.truth}
    return MadeUp(Markers(left, person.markers.positions[:, keep]), truth)


def _with(person: MadeUp, positions: Floats) -> MadeUp:
    return MadeUp(Markers(person.markers.names, positions), person.truth)


VARIATIONS: dict[str, Callable[[MadeUp, np.random.Generator], MadeUp]] = {
    "as_is": as_is,
    "turned": turned,
    "mirrored": mirrored,
    "short": short,
    "with_things": with_things,
    "with_fewer": with_fewer,
}
