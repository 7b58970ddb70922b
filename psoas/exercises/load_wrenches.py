"""What weights and bands do to the body: forces from outside on its segments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from psoas.body.model.body import Body
from psoas.core.arrays import Floats
from psoas.knowledge.external_load import ExternalLoad
from psoas.mechanics.inverse_dynamics import ExternalWrench


def load_wrenches(body: Body, values: Floats, loads: Sequence[ExternalLoad]) -> dict[str, ExternalWrench]:
    """The wrenches of loads on a body at coordinates ``values`` (N,), each at its landmark; a band between two
    landmarks pulls on both."""
    names = tuple(dict.fromkeys(name for one in loads for name in (one.on, one.towards) if name))
    places = body.landmark_positions(values[None], names) if names else {}
    pulls = [pull for one in loads for pull in _pulls(one, places)]
    none = np.zeros((1, 3))
    return {
        f"load_{i}": ExternalWrench(body.local(name)[0], places[name], force[None], none)
        for i, (name, force) in enumerate(pulls)
    }


def _pulls(one: ExternalLoad, places: dict[str, Floats]) -> Iterator[tuple[str, Floats]]:
    """Each landmark that a load pulls at, and the force (3,), newtons."""
    way = places[one.towards][0] - places[one.on][0] if one.towards else np.array(one.direction)
    force = one.newtons * way / np.linalg.norm(way)
    yield one.on, force
    if one.towards:
        yield one.towards, -force
