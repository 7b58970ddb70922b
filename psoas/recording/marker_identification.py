"""Finds out what markers stand for: the union of all known sets' names, and what decides where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from psoas.core.arrays import Floats
from psoas.recording.marker_geometry import Points, hips_are_centres, pair_is_swapped
from psoas.recording.marker_match import OWN_MAP, ConflictReason, MarkerConflict, MarkerMatch
from psoas.recording.marker_names import (
    is_unnamed,
    marker_subject,
    model_outputs,
    normalize_marker_name,
    without_shared_prefix,
)
from psoas.recording.marker_sets import CLUSTER, NEEDED, marker_sets, normalized_markers
from psoas.recording.marker_words import SPELLED_OUT, read_marker_words

JOINTS = {
    # joint: its outer and inner landmark, and the segment that a spared centre follows
    "knee": ("knee_lateral", "knee_medial", "thigh"),
    "ankle": ("ankle_lateral", "ankle_medial", "shank"),
    "elbow": ("elbow_lateral", "elbow_medial", "upper_arm"),
    "wrist": ("wrist_radial", "wrist_ulnar", "forearm"),
}
CENTRES = ("hip_centre", "knee_centre", "ankle_centre", "shoulder_centre", "elbow_centre")
"""Landmarks inside the body, which no marker on the skin shows. A single marker on a wrist may pass for its centre."""
PELVIC = ("asis_r", "asis_l", "psis_r", "psis_l", "sacrum")
SHORT = 3
"""Names of so few letters mean much: "S2" is a sacrum and the second marker on somebody's shank."""
SURE = 5
"""A set that knows so many of a file's names may read its short ones too (assumed)."""
UNSIDED = ("c7", "t10")
"""Places whose short name every laboratory writes alike."""
FRAMES = 200
"""Frames that distances are taken from; more change no median."""


def identify_marker_set(
    names: Iterable[str], positions: Floats | None = None, *, own: Mapping[str, str] | None = None
) -> MarkerMatch:
    """Find out what markers stand for from the names that all known sets use.

    A name that means one place in every set that has it is read so; one that no set has, word by word. Of two
    meanings that of the set with the most matches holds (then of the one of which the larger share is there), unless
    the other markers of the joint or the distances in the recording say otherwise. A landmark that two names claim
    goes to a marker on the skin before a calculated one, then to the better set, then to the name that the set lists
    first; the order of the file decides nothing.

    Args:
        names: Marker names as the file spells them.
        positions: Where they are (frames, markers, 3), any unit and axes; decides between two meanings.
        own: Marker -> place by the user, exactly as the file spells the names; beats every set.

    Returns:
        The match; nothing is mapped when fewer than three landmarks of pelvis and legs are named.
    """
    names = tuple(names)
    match = _Reader(names, positions, own or {}).match()
    if match.identified:
        return match
    named = {*match.mapping, *match.unused}
    return replace(
        match, sets=(), mapping={}, unused=tuple(n for n in names if n in named), calculated=(), conflicts=()
    )


def missing_pelvis_markers(match: MarkerMatch) -> tuple[str, ...]:
    """Pelvis markers that the contributing sets have and the file has not, when fewer than three are left to fix the
    pelvis; named as the best set that has three spells them."""
    there = {place for place in match.mapping.values() if place in PELVIC}
    if len(there) >= NEEDED:
        return ()
    for known in (marker_sets()[key].markers for key in match.sets if key in marker_sets()):
        if len({place for place in known.values() if place in PELVIC}) >= NEEDED:
            return tuple(name for name, place in known.items() if place in PELVIC and place not in there)
    return ()


def _ranked_sets(spoken: set[str]) -> dict[str, int]:
    """Sets that know any of the normalized names, best first, each with how many it knows."""
    scores: dict[str, tuple[int, float]] = {}
    for key in marker_sets():
        markers = normalized_markers(key)
        matched = [name for name in markers if name in spoken]
        if matched:
            scores[key] = len(matched), len({markers[n] for n in matched}) / len(set(markers.values()))
    return {key: scores[key][0] for key in sorted(scores, key=lambda key: scores[key], reverse=True)}


class _Reader:
    """Reads the names of one file step by step; ``place`` holds what each marker stands for so far."""

    def __init__(self, names: Sequence[str], positions: Floats | None, own: Mapping[str, str]) -> None:
        self.names, self.own = names, own
        self.points = _columns(names, positions)
        computed = model_outputs(names) - set(own)
        self.outputs = tuple(name for name in names if name in computed)
        others = [name for name in names if name not in computed]
        self.unnamed = tuple(name for name in others if name not in own and is_unnamed(name))
        seen = _seen(names, positions)
        self.unseen = tuple(name for name in others if name not in self.unnamed and name not in seen)
        self.bare = without_shared_prefix([n for n in others if n not in self.unnamed and n in seen])
        self.spoken = {name: normalize_marker_name(bare) for name, bare in self.bare.items()}
        self.ranked = _ranked_sets(set(self.spoken.values()))
        self.alike = {spoken for spoken, count in Counter(self.spoken.values()).items() if count > 1}
        self.readings = {name: self._read(name) for name in self.spoken}
        self.place = {name: next(iter(found)) for name, found in self.readings.items() if found}
        self.conflicts: dict[str, MarkerConflict] = {}

    def match(self) -> MarkerMatch:
        """The result of all steps."""
        for name, place in self.place.items():
            for rejected in [other for other in self.readings[name] if other != place][:1]:
                self._note(name, place, rejected, ConflictReason.BEST_SET)
        self._judge_hips()
        self._judge_partners()
        self._settle_claims()
        self._judge_sides()
        self._spare_centres()
        used = {name: self.place[name] for name in self.spoken if name in self.place}
        counts = Counter(self._set_of(name) for name in used)
        order = [OWN_MAP, *self.ranked, SPELLED_OUT]
        return MarkerMatch(
            sets=tuple(sorted(counts, key=lambda key: (key != OWN_MAP, -counts[key], order.index(key)))),
            mapping=used,
            unused=tuple(name for name in self.spoken if name not in used),
            unseen=self.unseen,
            outputs=self.outputs,
            unnamed=self.unnamed,
            calculated=tuple(name for name in used if self._is_calculated(name)),
            conflicts=tuple(self.conflicts.values()),
        )

    def _read(self, name: str) -> dict[str, str]:
        """Place -> the best set that gives the name this place, best first."""
        if name in self.own:
            return {self.own[name]: OWN_MAP}
        found: dict[str, str] = {}
        for key in self._sets_for(name):
            place, matched = normalized_markers(key).get(self.spoken[name]), self.ranked[key]
            known = place is not None and matched >= marker_sets()[key].at_least
            if place and known and (len(self.spoken[name]) > SHORT or matched >= SURE or place in UNSIDED):
                found.setdefault(place, key)
        if not found and (place := read_marker_words(self.bare[name])):
            found[place] = SPELLED_OUT
        return found

    def _sets_for(self, name: str) -> list[str]:
        """Sets, best first; where only separators tell two names apart ("RKnee", "r_knee"), those that write it so."""
        if self.spoken[name] not in self.alike:
            return list(self.ranked)
        return sorted(self.ranked, key=lambda key: self.bare[name].casefold() not in _spellings(key))

    def _set_of(self, name: str) -> str:
        """The set that gave the name its place, or the best that knows the name."""
        found = self.readings[name]
        return found.get(self.place[name], next(iter(found.values())))

    def _place_in_set(self, name: str) -> int:
        """Sets list first what they trust most; the order of the file decides nothing."""
        markers = list(normalized_markers(key)) if (key := self._set_of(name)) in marker_sets() else []
        return markers.index(spoken) if (spoken := self.spoken[name]) in markers else len(markers)

    def _is_calculated(self, name: str) -> bool:
        if self.place[name][:-2] not in CENTRES or name in self.own:
            return False
        known = marker_sets().get(self._set_of(name))
        return known is None or known.technique == "markers"

    def _note(self, name: str, place: str, rejected: str, reason: ConflictReason) -> None:
        self.conflicts[name] = MarkerConflict(name, place, rejected, reason)

    def _move(self, name: str, place: str, reason: ConflictReason) -> None:
        """Take a marker for another place, or for none ("")."""
        self._note(name, place, self.place[name], reason)
        if place:
            self.place[name] = place
        else:
            del self.place[name]

    def _of(self, place: str) -> list[str]:
        """Markers that stand for a place and were not given it by the user."""
        return sorted(name for name, found in self.place.items() if found == place and name not in self.own)

    def _landmark_points(self, places: Mapping[str, str]) -> dict[str, Floats]:
        """Key -> positions of the first marker at the place, where there is one."""
        at = {place: name for name, place in sorted(self.place.items(), reverse=True)}
        return {key: self.points[at[place]] for key, place in places.items() if at.get(place) in self.points}

    def _judge_hips(self) -> None:
        """A hip marker is a joint's centre or a trochanter under the skin: their distance tells."""
        around = self._landmark_points({"asis_r": "asis_r", "asis_l": "asis_l"})
        for joint in ("knee_centre", "knee_lateral"):
            around |= self._landmark_points({"knee_r": f"{joint}_r", "knee_l": f"{joint}_l"})
        for place, other, wrong in (
            ("hip_centre", "greater_trochanter", False),
            ("greater_trochanter", "hip_centre", True),
        ):
            for right, left in zip(self._of(f"{place}_r"), self._of(f"{place}_l"), strict=False):
                if right not in self.points or left not in self.points:
                    continue
                pair: Points = {"hip_r": self.points[right], "hip_l": self.points[left]}
                if hips_are_centres({**around, **pair}) is not wrong:
                    continue
                for name, side in ((right, "_r"), (left, "_l")):
                    if other + side in self.readings[name]:
                        self._move(name, other + side, ConflictReason.GEOMETRY)
                    elif place == "hip_centre":
                        self._move(name, "", ConflictReason.GEOMETRY)

    def _judge_partners(self) -> None:
        """A marker that may be a joint's outer side or centre is the outer side where the inner side is marked."""
        for joint, (outer, inner, _) in JOINTS.items():
            for side in ("_r", "_l"):
                taken = set(self.place.values())
                if inner + side not in taken or outer + side in taken:
                    continue
                for name in self._of(f"{joint}_centre{side}"):
                    if outer + side in self.readings[name]:
                        self._move(name, outer + side, ConflictReason.PARTNER)

    def _settle_claims(self) -> None:
        """One marker for a landmark; those of the user's map stay, however many."""
        subjects = Counter(marker_subject(name) for name in self.place)
        claims: dict[str, list[str]] = {}
        for name, place in self.place.items():
            if not place.startswith(CLUSTER):
                claims.setdefault(place, []).append(name)
        order = {key: rank for rank, key in enumerate((OWN_MAP, *self.ranked, SPELLED_OUT))}
        for names in claims.values():
            names.sort(
                key=lambda name: (
                    -subjects[marker_subject(name)], self._is_calculated(name), len(self.readings[name]) > 1,
                    order[self._set_of(name)], self._place_in_set(name), name,
                )
            )  # fmt: skip
            owned = any(name in self.own for name in names)
            for name in names if owned else names[1:]:
                if name not in self.own:
                    self._move(name, "", ConflictReason.TAKEN)

    def _judge_sides(self) -> None:
        """Outer and inner marker of knee and ankle, where both of their names may mean either."""
        for joint in ("knee", "ankle"):
            outer, inner, _ = JOINTS[joint]
            wanted = {f"{key}{side}": place + side for key, place in (("lateral", outer), ("medial", inner))
                      for side in ("_r", "_l")}  # fmt: skip
            names = {key: found[0] for key, place in wanted.items() if (found := self._of(place))}
            both = all({outer + key[-2:], inner + key[-2:]} <= set(self.readings[name]) for key, name in names.items())
            if len(names) < 4 or not both or not pair_is_swapped(self._landmark_points(wanted)):
                continue
            for key, name in names.items():
                self._move(name, (inner if key.startswith("lateral") else outer) + key[-2:], ConflictReason.GEOMETRY)

    def _spare_centres(self) -> None:
        """A centre is not needed where both sides of the joint are marked, and is worse: it only follows."""
        for joint, (outer, inner, segment) in JOINTS.items():
            for side in ("_r", "_l"):
                if {outer + side, inner + side} <= set(self.place.values()):
                    for name in self._of(f"{joint}_centre{side}"):
                        self._move(name, CLUSTER + segment + side, ConflictReason.CENTRE_SPARED)


@cache
def _spellings(key: str) -> frozenset[str]:
    """The names of a set as its makers write them, in lower case."""
    return frozenset(name.casefold() for name in marker_sets()[key].markers)


def _columns(names: Sequence[str], positions: Floats | None) -> dict[str, Floats]:
    """Marker -> positions (frames, 3), thinned; the first of two with one name."""
    if positions is None:
        return {}
    thin = positions[:: max(1, len(positions) // FRAMES)]
    return {name: thin[:, i] for i, name in reversed(list(enumerate(names)))}


def _seen(names: Sequence[str], positions: Floats | None) -> set[str]:
    """Markers that any frame shows; all where there are no positions."""
    if positions is None:
        return set(names)
    return {name for i, name in enumerate(names) if np.isfinite(positions[:, i]).all(axis=1).any()}
