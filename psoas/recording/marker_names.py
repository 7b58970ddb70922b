"""What a marker's name says apart from its place: who wears it, how it is spelled, whether it is a marker at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

UNNAMED = re.compile(
    r"\*\d*|[cu]_\d+|\d+|(unlabel+ed|unnamed|unidentified|unassigned|uname|marker|point|traj|trajectory)[\s_.:-]*\d*",
    re.I,
)
"""Names that a program gives to a trajectory that nobody named."""
OUTPUT = re.compile(
    r"(?<=[a-z])(Angles?|Forces?|Moments?|Powers?|GRF|GroundReactionForce|GroundReactionMoment|Scores?)[VM]?$"
    r"|^(Centre|Center)OfMass(Floor)?$|^(HED|PEL|TRX)[OALP]$"
)
"""Names of what Vicon's models compute: angles, moments, powers, masses."""
AXES = "OALP"
"""Ends of the four points by which Vicon writes a segment: origin and three axes, ``RFEO RFEA RFEL RFEP``."""
PREFIX_SHARE = 0.8
"""A word before a separator is the subject's when at least this share of the names begins with it (assumed)."""


def normalize_marker_name(name: str) -> str:
    """A marker name without subject prefix, case and separators: "Anna:R_ASIS" and "R.ASIS" are both "rasis"."""
    return "".join(c for c in re.split(r"[:/|]", name.rstrip(":/|"))[-1].casefold() if c.isalnum())


def marker_subject(name: str) -> str:
    """The subject prefix of a marker name, "" when there is none: "Anna" of "Anna:RASI"."""
    return name.rpartition(":")[0]


def without_shared_prefix(names: Sequence[str]) -> dict[str, str]:
    """Names as the file spells them -> without a word that nearly all of them begin with ("Bob_LASI")."""
    first = Counter(found[1] for name in names if (found := _FIRST_WORD.match(name)))
    word, count = first.most_common(1)[0] if first else ("", 0)
    if len(names) < 3 or count < PREFIX_SHARE * len(names):
        return {name: name for name in names}
    return {name: name.removeprefix(word) for name in names}


_FIRST_WORD = re.compile(r"([^:_.\s-]+[_.\s-]+)(?=\S)")


def is_unnamed(name: str) -> bool:
    """Whether a program, and not a person, gave this name."""
    return not name.strip() or UNNAMED.fullmatch(name.rsplit(":", 1)[-1].strip()) is not None


def model_outputs(names: Iterable[str]) -> set[str]:
    """Those of some names that a model computed (angles, forces, axes of segments) and no camera saw."""
    names = tuple(names)
    bare = {name.rsplit(":", 1)[-1] for name in names}
    stems = {name[:-1] for name in bare if all(name[:-1] + end in bare for end in AXES)}
    return {
        name
        for name in names
        if OUTPUT.search(short := name.rsplit(":", 1)[-1]) or (short[-1:] in AXES and short[:-1] in stems)
    }
