"""Libraries that are slow to import, brought in before the first stage is timed."""

from __future__ import annotations

from importlib import import_module

import numpy as np

from psoas.mechanics.static_optimization import share_forces


def load_libraries(*, with_forces: bool) -> None:
    """Bring in what is slow to import and imported only where it is used, so that no stage's time holds the wait."""
    for name in ("scipy.signal", "psoas.body.model.muscle_jacobian", "psoas.kinematics.ik.normal_equations"):
        import_module(name)
    if with_forces:
        one = np.ones((1, 1))
        share_forces(one[None], one, weight=1.0, reserve=1.0)
