"""Which stage an analysis is in, and how long each took."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from psoas.core.stages import Progress, Stage


class StageClock:
    """Tells ``progress`` of each stage, and keeps the milliseconds a frame that each stage took."""

    def __init__(self, progress: Progress | None) -> None:
        self.spent: dict[str, float] = {}
        self._progress = progress

    def tell(self, stage: Stage, done: int = 0, total: int = 1) -> None:
        """Say how far a stage is."""
        if self._progress:
            self._progress(stage, done, total)

    @contextmanager
    def timed(self, stage: Stage, frames: int) -> Iterator[None]:
        """Book what the block takes to ``stage``."""
        start = time.perf_counter()
        yield
        self.spent[stage.value] = (time.perf_counter() - start) * 1000 / max(frames, 1)

    def add(self, spent: Mapping[str, float]) -> None:
        """Take over what another clock measured, milliseconds a frame."""
        self.spent |= spent
