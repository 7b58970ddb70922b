"""One-time tokens that let a phone in: shown as a code on this machine, good once and for a few minutes."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable

LASTS_S = 600.0
MOST = 8
"""Codes that may be open at once; the oldest gives way."""


class PairingTokens:
    """Open tokens, in memory only: a restart closes them all. ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._until: dict[str, float] = {}
        self._lock = threading.Lock()

    def issue(self) -> str:
        """A new token."""
        token = secrets.token_urlsafe(18)
        with self._lock:
            self._drop_old()
            while len(self._until) >= MOST:
                del self._until[next(iter(self._until))]
            self._until[token] = self._clock() + LASTS_S
        return token

    def is_open(self, token: str) -> bool:
        """Whether the token would be taken now; it stays open."""
        with self._lock:
            self._drop_old()
            return token in self._until

    def redeem(self, token: str) -> bool:
        """Take the token: True once, False for ever after."""
        with self._lock:
            self._drop_old()
            return self._until.pop(token, None) is not None

    def _drop_old(self) -> None:
        now = self._clock()
        self._until = {token: until for token, until in self._until.items() if until > now}
