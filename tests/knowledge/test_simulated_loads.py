"""Two figures of the committed simulation, as the simulation itself reads them."""

from __future__ import annotations

from psoas.exercises.exercise_simulation import committed_effects, effect_quantity
from psoas.knowledge.simulated_loads import simulated_loads


def test_loads_are_those_of_the_committed_effects() -> None:
    assert set(simulated_loads()) == set(committed_effects())
    for name, found in committed_effects().items():
        one = simulated_loads()[name]
        assert one.l4_l5_n == effect_quantity(found, "lumbar_compression_n.L4_L5")
        active = (effect_quantity(found, f"activation.{muscle}") for muscle in ("rectus_abdominis", "obliques"))
        assert one.belly == max(active)
