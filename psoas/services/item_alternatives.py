"""What may stand in the place of an item of a program."""

from __future__ import annotations

from collections.abc import Sequence

from psoas.core.message import Message
from psoas.program.eligibility import AllowedOption
from psoas.program.program_models import Item, Phase
from psoas.services.program_service import items_of_phase

MOST = 12
"""So many are offered."""


def item_alternatives(item: Item, phase: Phase, within: Sequence[AllowedOption]) -> tuple[tuple[str, Message], ...]:
    """Name and label of each: of the same kind and strand, not held in the phase already, and not too heavy for it."""
    same = next((one.thing for one in within if one.thing.name == item.name and one.thing.kind == item.kind), None)
    if same is None:
        return ()
    held = {one.name for one in items_of_phase(phase)}
    found = [
        (one.thing.name, one.thing.label)
        for one in within
        if one.thing.kind == item.kind
        and one.thing.strand == same.strand
        and one.thing.name not in held
        and one.thing.load_n <= phase.lumbar_limit_n
    ]
    return tuple(found[:MOST])
