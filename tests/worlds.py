"""Bodies, poses and short recordings that several tests share, and the reflection of each in the median plane."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from psoas.body.model.body import Body
from psoas.core.arrays import Floats
from psoas.kinematics.ik.marker_attachment import Attachment, attach_markers
from psoas.recording import Markers, Recording, marker_sets, read, write_trc

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
WALK, STATIC = EXAMPLES / "walking.trc", EXAMPLES / "walking_static.trc"
ODD = ("pelvis_tz", "pelvis_list", "pelvis_rotation", "lumbar_bending", "lumbar_rotation", "neck_bending",
       "neck_rotation")  # fmt: skip
"""Midline coordinates that change sign in a mirror."""
MIRROR = np.array([1.0, 1.0, -1.0])


@cache
def reference() -> Body:
    """The reference body."""
    return Body()


def across(name: str) -> str:
    """The same name on the other side: of a segment, muscle or coordinate (_r, _l) or of a marker (R., L.)."""
    for one, other in (("_r", "_l"), ("_l", "_r")):
        if name.endswith(one):
            return name.removesuffix(one) + other
    for one, other in (("R.", "L."), ("L.", "R.")):
        if name.startswith(one):
            return other + name.removeprefix(one)
    return name


def mirrored_values(body: Body, values: Floats) -> Floats:
    """Coordinates (T, N) of the mirror image of a pose: sides swapped, odd midline coordinates negated."""
    names = body.coordinate_names
    flipped = values[..., [names.index(across(n)) for n in names]]
    return np.asarray(flipped * np.array([-1.0 if n in ODD else 1.0 for n in names]))


def ranges(body: Body, share: float = 1.0) -> Floats:
    """Ranges (N, 2) to draw poses from: ``share`` of the joint limits, at most half a turn and a metre."""
    span = share * body.limits
    moves = np.array([c.rotational for c in body.coordinates])
    return np.where(moves[:, None], np.clip(span, -np.pi, np.pi), np.clip(span, -1.0, 1.0))


def poses_of(body: Body, unit: Floats, share: float = 1.0) -> Floats:
    """Coordinates (T, N) from numbers (T, N) in [0, 1]: 0 and 1 are the ends of ``ranges``."""
    low, high = ranges(body, share).T
    return np.asarray(low + unit * (high - low))


def random_poses(body: Body, count: int, seed: int, share: float = 1.0) -> Floats:
    """``count`` poses (count, N) anywhere in ``ranges``."""
    return poses_of(body, np.random.default_rng(seed).uniform(size=(count, len(body.coordinate_names))), share)


def posed(body: Body, **angles_deg: float) -> Floats:
    """Standing (N,) with some coordinates set, degrees."""
    values = body.default_values()
    for name, angle in angles_deg.items():
        values[body.coordinate_index(name)] = np.radians(angle)
    return values


def all_landmarks(body: Body) -> Attachment:
    """A marker on every landmark."""
    return attach_markers(body, {name: name for name in body.landmarks})


def shown(body: Body, attachment: Attachment, values: Floats) -> Floats:
    """What perfect cameras would see (T, M, 3), metres."""
    return attachment.positions(body.poses(values))


def cut(path: Path, out: Path, frames: slice) -> Path:
    """Some frames of a ``.trc``, written to ``out``."""
    return write_trc(_some_frames(read(path), frames), out)


def mirrored(path: Path, out: Path, frames: slice = slice(None)) -> Path:
    """The mirror image of a ``.trc``: Z turned round and the names R.* and L.* swapped, written to ``out``."""
    recording = _some_frames(read(path), frames)
    assert recording.markers is not None
    order = [recording.markers.names.index(across(name)) for name in recording.markers.names]
    positions = recording.markers.positions[:, order] * MIRROR
    return write_trc(replace(recording, markers=Markers(recording.markers.names, positions)), out)


def with_positions(path: Path, positions: Floats, out: Path) -> Path:
    """The markers of ``path`` at other places (T, M, 3), written to ``out``."""
    recording = read(path)
    assert recording.markers is not None
    return write_trc(replace(recording, markers=Markers(recording.markers.names, positions)), out)


def positions_of(path: Path) -> Floats:
    """Marker positions (T, M, 3) of a ``.trc``, metres, in the order of the file."""
    markers = read(path).markers
    assert markers is not None
    return np.array(markers.positions)


def gait2392_landmarks() -> dict[str, str]:
    """Marker -> landmark or cluster of the gait2392 set."""
    return dict(marker_sets()["gait2392"].markers)


def _some_frames(recording: Recording, frames: slice) -> Recording:
    assert recording.markers is not None
    markers = Markers(recording.markers.names, recording.markers.positions[frames])
    return replace(recording, time=recording.time[frames], markers=markers, forces=None)
