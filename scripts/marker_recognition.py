"""Measures the recognition of unknown markers: names of known sets scrambled, on made-up people and real recordings.

``python -m scripts.marker_recognition [--sets a,b] [--seeds N] [--files FOLDER] [--variations a,b]`` prints for each
recording how many landmarks were recovered, how many markers were wrong though sure and wrong but unsure, then the sums
of each set. The set that a person wears is left out of what is known. A landmark is recovered when exactly that
landmark is proposed. A cluster marker on the right segment is right; a landmark for which only its segment was found is
neither recovered nor wrong.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from psoas.body.anatomy.bony_landmarks import bony_landmarks
from psoas.core.errors import InputError
from psoas.core.sides import strip_suffix
from psoas.kinematics.ik.marker_attachment import CLUSTER_SEGMENTS
from psoas.kinematics.marker_recognition.proposal import NOTHING, Proposal
from psoas.kinematics.marker_recognition.recogniser import recognise_markers
from psoas.recording import CLUSTER, Markers, identify_marker_set, marker_landmarks, marker_sets, read
from scripts.made_up_markers import MOVEMENTS, MadeUp, made_up
from scripts.varied_markers import VARIATIONS

HEIGHTS_M = (1.12, 1.70, 1.40, 2.05, 1.58)
VITAL = ("asis", "psis", "sacrum", "iliac_crest", "hip_centre", "knee_lateral", "knee_medial", "knee_centre")
"""Places that must never be wrong though sure."""
NO_PERSON = ("vicon_additions",)
"""Sets that are worn together with another one only."""
FEWEST = 8
"""Landmarks that a recording must show to count."""
BANDS = (0.0, 0.3, 0.6, 0.8, 0.9, 0.95, 0.99, 1.0)


@dataclass(frozen=True)
class Outcome:
    """Counts of one recording: landmarks and those recovered, markers sure, wrong though sure (``wrong_vital`` on
    pelvis and knees), unsure and, of those, wrong."""

    landmarks: int
    recovered: int
    sure: int
    wrong: int
    wrong_vital: int
    unsure: int
    wrong_unsure: int
    pairs: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True)
class Case:
    """One recording without names and the truth; ``key`` is the set that its person wears."""

    label: str
    key: str
    person: MadeUp


def judge(found: Proposal, truth: dict[str, str]) -> Outcome:
    """What a proposal got right; markers whose truth nobody knows do not count."""
    known = [one for one in found.markers if one.marker in truth]
    marks = [one for one in known if truth[one.marker] in marker_landmarks()]
    wrong = [one for one in known if not is_right(one.place, truth[one.marker])]
    sure = [one for one in wrong if one.sure]
    vital = [one for one in sure if {strip_suffix(one.place), strip_suffix(truth[one.marker])} & set(VITAL)]
    return Outcome(
        len(marks),
        sum(one.place == truth[one.marker] for one in marks),
        sum(one.sure for one in known),
        len(sure),
        len(vital),
        sum(not one.sure for one in known),
        sum(not one.sure and one.place != NOTHING for one in wrong),
        tuple((truth[one.marker], one.place, one.confidence) for one in known),
    )


def is_right(place: str, truth: str) -> bool:
    """Whether a place says nothing false: the same, or the truth's segment."""
    if place == truth:
        return True
    return NOTHING not in (place, truth) and place.startswith(CLUSTER) and _segment(place) == _segment(truth)


def _segment(place: str) -> str:
    if not place.startswith(CLUSTER):
        return bony_landmarks()[place].segment
    part = place.removeprefix(CLUSTER)
    return CLUSTER_SEGMENTS[strip_suffix(part)] + part[len(strip_suffix(part)) :]


def recordings(folder: Path) -> Iterator[Case]:
    """Real recordings below a folder whose names are known, names and order of the markers scrambled."""
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
        if match.identified and sum(place in marker_landmarks() for place in truth.values()) >= FEWEST:
            yield Case(path.name, match.key, MadeUp(Markers(names, markers.positions[:, order]), truth))


def made_up_people(sets: list[str], movements: list[str], seeds: int) -> Iterator[Case]:
    """Made-up people of five heights."""
    count = 0
    for key in sets:
        for movement in movements:
            for _ in range(seeds):
                height = HEIGHTS_M[count % len(HEIGHTS_M)]
                count += 1
                yield Case(f"{movement} {height:.2f} m", key, made_up(key, movement, height_m=height, seed=count))


def main() -> None:
    """Print one line for each recording, the sums of each set, and how often each confidence was right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", default=",".join(key for key in marker_sets() if key not in NO_PERSON))
    parser.add_argument("--movements", default=",".join(MOVEMENTS))
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--files", type=Path, help="folder of real recordings, instead of made-up people")
    parser.add_argument("--only", default="", help="a part of the names of the files that are looked at")
    parser.add_argument("--variations", default="as_is", help=f"of {', '.join(VARIATIONS)}")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong")
    chosen = parser.parse_args()
    sets = chosen.sets.split(",")
    cases = (
        (one for one in recordings(chosen.files) if one.key in sets and chosen.only in one.label)
        if chosen.files
        else made_up_people(sets, chosen.movements.split(","), chosen.seeds)
    )
    outcomes: dict[tuple[str, str], list[Outcome]] = {}
    for case in cases:
        for variation in chosen.variations.split(","):
            outcome = _measure(case, variation, wrong=chosen.wrong)
            outcomes.setdefault((case.key, variation), []).append(outcome)
    _print_table(outcomes)
    _print_confidence([one for some in outcomes.values() for one in some])


def _measure(case: Case, variation: str, *, wrong: bool) -> Outcome:
    person = VARIATIONS[variation](case.person, np.random.default_rng(1))
    start = time.process_time()
    found = recognise_markers(person.markers, without=case.key)
    seconds = time.process_time() - start
    one = judge(found, person.truth)
    sides = "" if found.sides_sure else ", sides unsure"
    print(
        f"{case.label} ({case.key}, {variation}): recovered {one.recovered}/{one.landmarks}, sure {one.sure},"
        f" wrong though sure {one.wrong} (pelvis and knees {one.wrong_vital}), unsure {one.unsure}{sides};"
        f" {1000 * found.error_m:.0f} mm, {found.stature_m:.2f} m, {seconds:.1f} s",
        flush=True,
    )
    for truth, place, confidence in one.pairs if wrong else ():
        if place != truth:
            print(f"    {truth or 'nothing'} -> {place or 'nothing'} {confidence:.2f}")
    return one


def _print_table(outcomes: dict[tuple[str, str], list[Outcome]]) -> None:
    print("\n| set | variation | recordings | markers | landmarks | recovered | wrong and sure | wrong and unsure |"
          " pelvis and knees wrong and sure |\n|" + " --- |" * 9)  # fmt: skip
    every: list[Outcome] = []
    for (key, variation), some in sorted(outcomes.items()):
        every += some
        _print_row(key, variation, some)
    _print_row("all", "", every)


def _print_row(key: str, variation: str, some: list[Outcome]) -> None:
    landmarks, recovered = sum(one.landmarks for one in some), sum(one.recovered for one in some)
    print(
        f"| {key} | {variation} | {len(some)} | {sum(len(one.pairs) for one in some)} | {landmarks} |"
        f" {recovered} ({100 * recovered / max(landmarks, 1):.0f} %) | {sum(one.wrong for one in some)} |"
        f" {sum(one.wrong_unsure for one in some)} | {sum(one.wrong_vital for one in some)} |"
    )


def _print_confidence(every: list[Outcome]) -> None:
    pairs = [pair for outcome in every for pair in outcome.pairs]
    for low, high in pairwise(BANDS):
        end = high + (high == 1.0)
        inside = [is_right(place, truth) for truth, place, confidence in pairs if low <= confidence < end]
        if inside:
            print(f"confidence {low:.2f} to {high:.2f}: {len(inside):4} markers, {100 * np.mean(inside):.0f} % right")


if __name__ == "__main__":
    main()
