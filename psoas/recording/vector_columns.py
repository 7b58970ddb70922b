"""Tables of numbers in which three columns are one vector: RASI_1 RASI_2 RASI_3, as OpenSim flattens tables of Vec3."""

from __future__ import annotations

from collections.abc import Sequence

AXES = "xyz"
ENDINGS = (
    ("_1", "_2", "_3"), (".1", ".2", ".3"), ("[0]", "[1]", "[2]"), ("[1]", "[2]", "[3]"),
    ("_x", "_y", "_z"), (".x", ".y", ".z"), (":x", ":y", ":z"), ("_tx", "_ty", "_tz"),
)  # fmt: skip
"""How three columns of one vector end, in lower case."""


def flat_vectors(columns: Sequence[str]) -> tuple[str, ...]:
    """The names of the vectors of which a table consists; none unless all columns come in threes with one ending."""
    for ending in ENDINGS:
        stems = [_stem(columns[i : i + 3], ending) for i in range(0, len(columns), 3)]
        if all(stems) and len(set(stems)) == len(stems):
            return tuple(stems)
    return ()


def by_axis(vectors: Sequence[str]) -> tuple[str, ...]:
    """Names of the columns of some vectors: f1_x, f1_y, f1_z ..."""
    return tuple(f"{name}_{axis}" for name in vectors for axis in AXES)


def _stem(three: Sequence[str], ending: tuple[str, str, str]) -> str:
    """The name of a vector from its three columns, "" where they are not one."""
    if len(three) < len(ending):
        return ""
    pairs = list(zip(three, ending, strict=True))
    stems = {name[: -len(end)] for name, end in pairs}
    return stems.pop() if len(stems) == 1 and all(name.lower().endswith(end) for name, end in pairs) else ""
