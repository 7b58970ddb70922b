"""Damaged files of every format, in a process with bounds on time and memory (`scripts/fuzz_files.py`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.fuzz_files import KINDS, READ, REFUSED, make_case, read_one


@pytest.mark.slow
def test_a_thousand_damaged_files_are_read_or_refused() -> None:
    from scripts.fuzz_files import fuzz

    tally = fuzz(range(1000), seed=11, seconds=30.0)
    assert [(case.number, case.kind, outcome) for case, outcome in tally.failures] == []
    assert all(tally.outcomes[kind, outcome] for kind in KINDS for outcome in (READ, REFUSED))
    assert tally.peak_bytes < 1.5e9 and tally.slowest_s < 30


def test_a_case_is_made_again_from_its_number(tmp_path: Path) -> None:
    one, other = (make_case(5, seed=3, kinds=("trc", "mot"), files=[], folder=tmp_path) for _ in range(2))
    assert one == other
    assert make_case(6, seed=3, kinds=("trc", "mot"), files=[], folder=tmp_path) != one


def test_an_exception_is_told_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise IndexError("beyond the end")

    monkeypatch.setattr("psoas.recording.trc_reader.find_rows", fails)
    path = tmp_path / "a.trc"
    path.write_bytes(make_case(1, seed=1, kinds=("trc",), files=[], folder=tmp_path).data)
    path.write_text("PathFileType\n\n\nFrame#\tTime\ta\n")
    assert read_one(path).startswith("IndexError in trc_reader.py:")
