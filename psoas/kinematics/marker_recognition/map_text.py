"""A proposal as a marker map that a person can confirm: TOML with a comment on each line."""

from __future__ import annotations

import json

from psoas.core.catalogue import text
from psoas.kinematics.marker_recognition.marker_reading import MarkerReading
from psoas.kinematics.marker_recognition.proposal import NOTHING, MarkerProposal


def marker_map_text(reading: MarkerReading, *, file: str) -> str:
    """The lines of a map: what names say, what is sure, and, behind a #, what is not.

    Args:
        reading: What the markers of a file stand for.
        file: The file's name.
    """
    lines = [f"# {line}" for line in text("kinematics.map.head", file=file).splitlines()]
    lines += ["", "[markers]"]
    lines += [f"{map_entry(name, place)}  # {text('kinematics.map.named')}" for name, place in reading.named.items()]
    if reading.proposal:
        lines += [_line(one) for one in reading.proposal.markers]
    return "\n".join(lines) + "\n"


def map_entry(name: str, place: str) -> str:
    """One marker of a map as a line of TOML."""
    return f"{_quoted(name)} = {_quoted(place)}"


def _quoted(name: str) -> str:
    """A string of TOML, which unlike JSON has no pairs of escapes for one letter and takes no bare DEL."""
    return json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f")


def _line(one: MarkerProposal) -> str:
    others = ", ".join(other.place or text("kinematics.map.nothing") for other in one.alternatives)
    if one.place == NOTHING:
        return f"# {_quoted(one.marker)}  # {text('kinematics.map.no_place')}"
    entry, percent = map_entry(one.marker, one.place), one.percent
    if one.sure:
        return f"{entry}  # {text('kinematics.map.sure', percent=percent)}"
    if others:
        return f"# {entry}  # {text('kinematics.map.unsure_or', percent=percent, others=others)}"
    return f"# {entry}  # {text('kinematics.map.unsure', percent=percent)}"
