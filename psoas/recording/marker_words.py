"""Reads marker names that a laboratory of no known set spells out: "R_KNEE_LAT", "LeftMedialMalleolus", "r thigh 2"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from psoas.core.sides import SUFFIXES
from psoas.recording.marker_sets import CLUSTER, LIMBS, data_tables, marker_landmarks

SPELLED_OUT = "spelled_out"
"""Stands in ``MarkerMatch.sets`` for names that were read word by word."""
SIDE_WORDS = {"right": SUFFIXES[0], "left": SUFFIXES[1]}
NUMBER = "#"
"""Meaning of a number, which counts the markers of a cluster."""
LONGEST = 40
"""Longer names are no marker's."""
LOOSE = frozenset({"upper", "lower", "front", "back", "lateral", "medial"})
"""Words that a cluster's name may have besides its segment."""


@dataclass(frozen=True)
class _Vocabulary:
    """``words``: spelling -> meaning; ``places``: meanings -> place; ``segments``: meaning -> segment."""

    words: Mapping[str, str]
    places: Mapping[frozenset[str], str]
    segments: Mapping[str, str]


@cache
def _vocabulary() -> _Vocabulary:
    tables = data_tables("marker_words.toml")
    words, places, segments = tables["words"], tables["places"], tables["segments"]
    return _Vocabulary(
        words={spelling: meaning for meaning in words for spelling in words.texts(meaning)},
        places={frozenset(key.split()): places.text(key) for key in places},
        segments={key: segments.text(key) for key in segments},
    )


def read_marker_words(name: str) -> str | None:
    """The landmark or cluster that a spelled-out name means.

    Args:
        name: As the file spells it; a subject prefix that ends in ":" does not matter.

    Returns:
        None where a part of the name is no known word, or the words are of no place or of more than one.
    """
    if len(name) > LONGEST:
        return None
    found = {place for words in _splits(name) if (place := _place(words)) is not None}
    return found.pop() if len(found) == 1 else None


def _splits(name: str) -> Iterator[tuple[str, ...]]:
    """Meanings of the words of a name, for each way to cut it into known words; digits are kept."""
    short = re.split(r"[:/|]", name)[-1]
    pieces = [piece.casefold() for piece in re.findall(r"[^\W_]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", short))]
    joined = ["".join(pieces)] if len(pieces) > 1 else []
    seen = set()
    for text in (pieces, joined):
        for cut in _cuts(text):
            if cut not in seen:
                seen.add(cut)
                yield cut


def _cuts(pieces: list[str]) -> Iterator[tuple[str, ...]]:
    """Each way to cut all pieces into words."""
    if not pieces:
        yield ()
        return
    for first in _cut(pieces[0]):
        for rest in _cuts(pieces[1:]):
            yield (*first, *rest)


def _cut(text: str) -> Iterator[tuple[str, ...]]:
    """Each way to cut one piece into words and numbers; longer words first."""
    if not text:
        yield ()
        return
    words, number = _vocabulary().words, len(text) - len(text.lstrip("0123456789"))
    for end in range(len(text), 0, -1):
        meaning = words.get(text[:end]) or (NUMBER if end == number else None)
        if meaning is not None:
            for rest in _cut(text[end:]):
                yield (meaning, *rest)


def _place(words: tuple[str, ...]) -> str | None:
    """The place of some meanings; None where they are of no place, or the side is missing or too much."""
    sides = [SIDE_WORDS[word] for word in words if word in SIDE_WORDS]
    rest = [word for word in words if word not in SIDE_WORDS and word != "nothing"]
    if len(sides) > 1 or len(set(rest)) != len(rest):
        return None
    place = _vocabulary().places.get(frozenset(rest)) or _cluster(rest)
    if place is None:
        return None
    sided = place.removeprefix(CLUSTER) in LIMBS if place.startswith(CLUSTER) else place not in marker_landmarks()
    if sided != bool(sides):
        return None if sided or not place.startswith(CLUSTER) else place
    return place + sides[0] if sided else place


def _cluster(words: list[str]) -> str | None:
    segments = [_vocabulary().segments[word] for word in words if word in _vocabulary().segments]
    others = {word for word in words if word not in _vocabulary().segments and word != NUMBER}
    return CLUSTER + segments[0] if len(segments) == 1 and others <= LOOSE else None
