"""Freeze today's behaviour anew: ``python -m scripts.behaviour_snapshot`` writes the files in tests/snapshots that
``tests/test_behaviour_snapshot.py`` compares with.

The data folder of 0.1.0 stays as it is; only what its pages show is written anew.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.behaviour_collect import (
    DAY,
    EVENING,
    OLD,
    SNAPSHOTS,
    case,
    cases,
    freeze,
    of_old_answers,
    of_old_data,
    summaries,
    walked,
)
from tests.behaviour_world import made_up, opened, pinned


def main() -> int:
    """0 when everything is written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        freeze(SNAPSHOTS / "summaries.json", summaries(folder))
        found = {}
        for one in cases():
            (folder / one).mkdir()
            found[one] = case(one, folder / one)
        freeze(SNAPSHOTS / "cases.json.gz", found)
        with pinned(DAY):
            made_up(folder / "demo", DAY, folder / "walking")
            freeze(SNAPSHOTS / "pages.json.gz", walked(opened(folder / "demo")))
        (folder / "old").mkdir()
        with pinned(DAY, EVENING):
            freeze(OLD / "pages.json.gz", of_old_data(folder / "old"))
        freeze(OLD / "found.json.gz", of_old_answers(folder))
    for path in sorted(SNAPSHOTS.rglob("*.*")):
        print(f"  {path.stat().st_size:7}  {path.relative_to(SNAPSHOTS)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
