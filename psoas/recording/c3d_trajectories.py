"""Which points of a C3D file are markers, and what they are called.

Beside markers, files hold what models computed: angles, moments and powers as if they were positions (Vicon's
TYPE_GROUPS lists them), and the axes of bones as four points each. Names may be too few, or cut to four letters until
they collide.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np

from psoas.core.message import Message, message
from psoas.core.name_lists import name_list
from psoas.recording.c3d_file import C3DFile
from psoas.recording.marker_cleaning import UNLABELLED, remove_false_zeros
from psoas.recording.marker_names import normalize_marker_name
from psoas.recording.recording_validation import Faults, seen_markers

OUTPUT_GROUPS = ("ANGLES", "FORCES", "MOMENTS", "POWERS", "SCALARS", "REACTIONS")
"""Parameters of POINT that list what models computed (Vicon Nexus, Plug-in Gait)."""
OUTPUT = re.compile(
    r"(?:[lr]|left|right)?[a-z]*"
    r"(?:angles|absankleangle|moments?|forces?|powers?|normali[sz]edgrf|reactionforces?|progression|velocity|acceleration)(?:v|_?\d)?"
    r"|(?:[lr])?(?:grf|grm|gcop)|centreofmass(?:floor)?|centerofmass(?:floor)?",
    re.I,
)
"""Names of computed quantities where the file has no such list: LHipAngles, RKneeMomentX, LNormalisedGRF."""
BONE_AXES = "oalp"
"""Origin, anterior, lateral and proximal point of a bone of Plug-in Gait: PELO, PELA, PELL, PELP."""
UNNAMED = re.compile(r"\*\d*|(?:uname|unlabell?ed|u_)\W*\d*", re.I)
"""Names that a tracker or a writer gives to what nobody labelled: *12, uname*3, U_5."""


@dataclass(frozen=True)
class Trajectories:
    """The points that are markers: ``names`` and their ``indices`` among the points of the file."""

    names: tuple[str, ...]
    indices: tuple[int, ...]
    notes: tuple[Message, ...] = ()
    repairs: tuple[Message, ...] = ()


def choose_trajectories(file: C3DFile, faults: Faults) -> Trajectories:
    """The markers among the points of a file; each name once.

    Raises:
        InputError: No point has a name.
    """
    names, repairs = _names(file, faults)
    outputs = _outputs(file, names)
    unnamed = {i for i, name in enumerate(names) if i not in outputs and UNNAMED.fullmatch(name)}
    kept = [i for i in range(len(names)) if i not in outputs and i not in unnamed]
    notes = [message("recording.c3d_outputs", count=len(outputs))] if outputs else []
    if unnamed:
        notes.append(message("recording.unlabelled_dropped", count=len(unnamed)))
    chosen, resolved = _unique(file, names, kept)
    repairs += resolved
    return Trajectories(tuple(chosen.values()), tuple(chosen), tuple(notes), tuple(repairs))


def _names(file: C3DFile, faults: Faults) -> tuple[list[str], list[Message]]:
    """A name for each point; those that lack one are called as a tracker calls what nobody labelled."""
    count = file.layout.points
    given = file.parameters.texts("POINT:LABELS")[:count]
    named = len([name for name in given if name])
    if not named:
        faults.stop(message("recording.c3d_labels", points=count, names=0))
    given += [""] * (count - len(given))
    names = [name or UNLABELLED for name in given]
    missing = [message("recording.c3d_labels_missing", points=count, names=named)] if named < count else []
    return names, missing


def _outputs(file: C3DFile, names: list[str]) -> set[int]:
    """Points that are results of a model: listed as such, named as such, or the four points of a bone's axes."""
    groups = {name.upper() for name in file.parameters.texts("POINT:TYPE_GROUPS")} | set(OUTPUT_GROUPS)
    listed = {label for group in groups for label in file.parameters.texts(f"POINT:{group}") if label}
    plain = [normalize_marker_name(name) for name in names]
    known = set(plain)
    found = {i for i, name in enumerate(names) if name in listed or OUTPUT.fullmatch(plain[i])}
    for i, name in enumerate(plain):
        if len(name) == 4 and name[3] in BONE_AXES and all(name[:3] + axis in known for axis in BONE_AXES):
            found.add(i)
    return found


def _unique(file: C3DFile, names: list[str], kept: list[int]) -> tuple[dict[int, str], list[Message]]:
    """Index and name of each marker, every name once.

    Names that collide because they were cut stand whole in DESCRIPTIONS; else the fuller trajectory keeps the name.
    """
    counts = Counter(names[i] for i in kept)
    twice = [name for name, count in counts.items() if count > 1]
    if not twice:
        return {i: names[i] for i in kept}, []
    whole = file.parameters.texts("POINT:DESCRIPTIONS")[: len(names)]
    if len(whole) == len(names) and all(whole[i] for i in kept) and len({whole[i] for i in kept}) == len(kept):
        said = message("recording.c3d_described", count=len(twice), names=name_list(twice))
        return {i: whole[i] for i in kept}, [said]
    chosen = {i: names[i] for i in kept}
    for name in twice:
        same = [i for i in kept if names[i] == name]
        positions, _ = remove_false_zeros(file.points(same), [name] * len(same))
        fullest = same[int(np.argmax(seen_markers(positions).sum(axis=0)))]
        for i in same:
            if i != fullest:
                del chosen[i]
    dropped = len(kept) - len(chosen)
    return chosen, [message("recording.c3d_twice", count=dropped, names=name_list(twice))]
