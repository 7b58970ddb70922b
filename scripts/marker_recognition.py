"""Measures the recognition of unknown markers: names of known sets scrambled, on made-up people and real recordings.

``python -m scripts.marker_recognition [--sets a,b] [--seeds N] [--files FOLDER]`` prints for each set and movement how
many landmarks were recovered, how many were wrong though sure, and how many markers are unsure. The set that a person
wears is left out of what is known. A cluster marker on the right segment is right; a landmark for which only its
segment was found is neither recovered nor wrong.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from psoas.body.anatomy.bony_landmarks import bony_landmarks
from psoas.core.errors import InputError
from psoas.core.sides import strip_suffix
from psoas.kinematics.ik.marker_attachment import CLUSTER_SEGMENTS
from psoas.kinematics.marker_recognition.proposal import NOTHING, Proposal
from psoas.kinematics.marker_recognition.recogniser import recognise_markers
from psoas.recording import CLUSTER, Markers, identify_marker_set, marker_landmarks, marker_sets, read
from scripts.made_up_markers import MOVEMENTS, made_up

HEIGHTS_M = (1.12, 1.70, 1.40, 2.05, 1.58)
VITAL = ("asis", "psis", "sacrum", "iliac_crest", "hip_centre", "knee_lateral", "knee_medial", "knee_centre")
"""Places that must never be wrong though sure."""


@dataclass(frozen=True)
class Outcome:
    """Counts of one recording: landmarks and those recovered, markers sure, wrong though sure, unsure; vital ones."""

    landmarks: int
    recovered: int
    sure: int
    wrong: int
    wrong_vital: int
    unsure: int
    pairs: tuple[tuple[str, str, float], ...]


def judge(found: Proposal, truth: dict[str, str]) -> Outcome:
    """What a proposal got right; markers whose truth nobody knows do not count."""
    known = [one for one in found.markers if one.marker in truth]
    marks = [one for one in known if not truth[one.marker].startswith(CLUSTER)]
    wrong = [one for one in known if one.sure and not is_right(one.place, truth[one.marker])]
    vital = [one for one in wrong if {strip_suffix(one.place), strip_suffix(truth[one.marker])} & set(VITAL)]
    return Outcome(
        len(marks),
        sum(one.place == truth[one.marker] for one in marks),
        sum(one.sure for one in known),
        len(wrong),
        len(vital),
        sum(not one.sure for one in known),
        tuple((truth[one.marker], one.place, one.confidence) for one in known),
    )


def is_right(place: str, truth: str) -> bool:
    """Whether a place says nothing false: the same, or the truth's segment."""
    if place == truth:
        return True
    return place.startswith(CLUSTER) and place != NOTHING and _segment(place) == _segment(truth)


def _segment(place: str) -> str:
    if not place.startswith(CLUSTER):
        return bony_landmarks()[place].segment
    part = place.removeprefix(CLUSTER)
    return CLUSTER_SEGMENTS[strip_suffix(part)] + part[len(strip_suffix(part)) :]


def recordings(folder: Path) -> Iterator[tuple[str, str, Markers, dict[str, str]]]:
    """Real recordings below a folder whose names are known: file, set, markers without names, and the truth."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in (".trc", ".c3d"):
            continue
        try:
            markers = read(path).markers
        except InputError:
            continue
        if markers is None:
            continue
        match = identify_marker_set(markers.names, markers.positions)
        left = {*match.outputs, *match.unseen, *match.unnamed}
        keep = [i for i, name in enumerate(markers.names) if name not in left]
        order = np.random.default_rng(1).permutation(keep)
        names = tuple(f"M{i:02}" for i in range(len(order)))
        truth = {
            name: match.mapping[markers.names[i]]
            for name, i in zip(names, order, strict=True)
            if markers.names[i] in match.mapping
        }
        if match.identified and sum(place in marker_landmarks() for place in truth.values()) >= 8:
            yield path.name, match.key, Markers(names, markers.positions[:, order]), truth


def main() -> None:
    """Print one line for each recording and the sums."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", default=",".join(marker_sets()))
    parser.add_argument("--movements", default=",".join(MOVEMENTS))
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--files", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list what is wrong")
    chosen = parser.parse_args()
    outcomes = []
    for label, known_set, markers, truth in _cases(chosen):
        start = time.process_time()
        found = recognise_markers(markers, without=known_set)
        outcome = judge(found, truth)
        outcomes.append(outcome)
        _print(label, outcome, found, time.process_time() - start, wrong=chosen.wrong)
    _print_sums(outcomes)


def _cases(chosen: argparse.Namespace) -> Iterator[tuple[str, str, Markers, dict[str, str]]]:
    if chosen.files:
        for name, key, markers, truth in recordings(chosen.files):
            yield f"{name} ({key})", key, markers, truth
        return
    count = 0
    for key in chosen.sets.split(","):
        for movement in chosen.movements.split(","):
            for _ in range(chosen.seeds):
                height = HEIGHTS_M[count % len(HEIGHTS_M)]
                count += 1
                person = made_up(key, movement, height_m=height, seed=count)
                yield f"{key} {movement} {height:.2f} m", key, person.markers, person.truth


def _print(label: str, one: Outcome, found: Proposal, seconds: float, *, wrong: bool) -> None:
    sides = "" if found.sides_sure else ", sides unsure"
    print(
        f"{label:48} recovered {one.recovered:2}/{one.landmarks:2}, sure {one.sure:2}, wrong though sure {one.wrong:2}"
        f" (pelvis and knees {one.wrong_vital}), unsure {one.unsure:2}{sides}; {1000 * found.error_m:.0f} mm,"
        f" {found.stature_m:.2f} m, {seconds:.1f} s",
        flush=True,
    )
    for truth, place, confidence in one.pairs if wrong else ():
        if place != truth:
            print(f"    {truth} -> {place or 'nothing'} {confidence:.2f}")


def _print_sums(outcomes: list[Outcome]) -> None:
    landmarks, recovered = sum(o.landmarks for o in outcomes), sum(o.recovered for o in outcomes)
    print(
        f"all: recovered {recovered}/{landmarks} ({100 * recovered / max(landmarks, 1):.1f} %),"
        f" wrong though sure {sum(o.wrong for o in outcomes)} of {sum(o.sure for o in outcomes)},"
        f" on pelvis and knees {sum(o.wrong_vital for o in outcomes)}"
    )
    pairs = [pair for outcome in outcomes for pair in outcome.pairs]
    for low, high in ((0.0, 0.3), (0.3, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 0.99), (0.99, 1.01)):
        inside = [is_right(place, truth) for truth, place, confidence in pairs if low <= confidence < high]
        if inside:
            span = f"{low:.2f} to {min(high, 1):.2f}"
            print(f"confidence {span}: {len(inside):4} markers, {100 * np.mean(inside):.0f} % right")


if __name__ == "__main__":
    main()
