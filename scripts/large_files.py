"""``python -m scripts.large_files FILE...`` names the files that are too large for the repository."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

MOST_BYTES = 500_000
KNOWN = {"examples/walking.trc"}
"""Large files that are meant to be here."""


def large_files(paths: Iterable[str]) -> list[str]:
    """Those of the files that are larger than ``MOST_BYTES``."""
    return [one for one in paths if one not in KNOWN and Path(one).is_file() and Path(one).stat().st_size > MOST_BYTES]


if __name__ == "__main__":
    found = large_files(sys.argv[1:])
    for name in found:
        print(f"{name} is larger than {MOST_BYTES} bytes")
    sys.exit(1 if found else 0)
