"""A posture as the address of a page asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import QueryParams

from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.render.posture_controls import DIALS, SHOWN, apply_dials

Turned = tuple[tuple[str, float], ...]
"""Sliders that were moved: name and degrees."""


@dataclass(frozen=True)
class PostureRequest:
    """A named posture with the sliders ``turned``, and what was wrong with the request; where something was, it is
    standing."""

    name: str
    turned: Turned = ()
    faults: tuple[str, ...] = ()


def read_posture_request(query: QueryParams) -> PostureRequest:
    """The posture that a query asks for."""
    name = query.get("name", SHOWN[0])
    if name not in SHOWN:
        return PostureRequest(SHOWN[0], (), (text("posture.fault.name", given=name[:40], known=", ".join(SHOWN)),))
    if query.get("was", name) != name:  # without scripts the sliders still stand where the last posture was
        return PostureRequest(name)
    turned: dict[str, float] = {}
    faults: list[str] = []
    for dial in DIALS:
        try:
            if dial.id in query:
                turned[dial.id] = round(float(query[dial.id]), 1)
        except ValueError:
            faults.append(
                text("posture.fault.number", dial=text(f"dial.{dial.id}.label"), low=dial.low, high=dial.high)
            )
    try:
        apply_dials(name, turned)
    except InputError as error:
        faults += error.faults
    return PostureRequest(SHOWN[0], (), tuple(faults)) if faults else PostureRequest(name, tuple(turned.items()))
