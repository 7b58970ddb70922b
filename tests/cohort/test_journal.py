"""The journal: whole lines survive any cut, and a key changes with everything that a result depends on."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.cohort import journal as module
from psoas.cohort.discovery import Trial
from psoas.cohort.journal import Journal, trial_key
from psoas.cohort.trial_worker import TrialOptions
from psoas.core.errors import InputError
from tests.cohort_worlds import failure, finished

ENTRIES = {
    "k1": finished("p", "a.trc", numbers={"gait_speed_m_s": 1.3}),
    "k2": failure("b.trc", "line\nbreak"),
    "k3": finished("p", "ü"),
}


def filled(path: Path) -> Path:
    with Journal(path) as journal:
        for key, one in ENTRIES.items():
            journal.append(key, one)
    return path


def test_what_is_appended_is_read_back(tmp_path: Path) -> None:
    with Journal(filled(tmp_path / "deep" / "j.jsonl")) as journal:
        assert journal.finished == ENTRIES


@given(cut=st.integers(0, 10_000))
def test_a_cut_anywhere_loses_only_the_line_that_it_falls_into(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    path = filled(tmp_path_factory.mktemp("cut") / "j.jsonl")
    data = path.read_bytes()
    cut %= len(data) + 1
    path.write_bytes(data[:cut])
    whole = data[:cut].count(b"\n")
    with Journal(path) as journal:
        assert journal.finished == dict(list(ENTRIES.items())[:whole])
        journal.append("k4", ENTRIES["k1"])
    with Journal(path) as journal:
        assert list(journal.finished) == [*list(ENTRIES)[:whole], "k4"]


@pytest.mark.parametrize("line", [b"garbage", b'{"key": "x"}', b"[1]", b"\xff\xfe", b"null"])
def test_a_line_that_is_none_is_passed_over(tmp_path: Path, line: bytes) -> None:
    path = filled(tmp_path / "j.jsonl")
    path.write_bytes(line + b"\n" + path.read_bytes())
    with Journal(path) as journal:
        assert journal.finished == ENTRIES


def test_each_line_is_on_the_disk_before_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, sizes = tmp_path / "j.jsonl", list[int]()
    real = os.fsync

    def synced(number: int) -> None:
        sizes.append(path.stat().st_size)
        real(number)

    with Journal(path) as journal:
        monkeypatch.setattr("psoas.cohort.journal.os.fsync", synced)
        for key, one in ENTRIES.items():
            journal.append(key, one)
            assert sizes[-1] == path.stat().st_size
    assert len(sizes) == len(set(sizes)) == len(ENTRIES)


def test_two_runs_cannot_write_one_journal(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    with Journal(path), pytest.raises(InputError, match="another run"), Journal(path):
        raise AssertionError("both hold it")
    with Journal(path) as journal:
        assert journal.finished == {}


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be written"), Journal(tmp_path / "file" / "j.jsonl"):
        raise AssertionError("there is no such place")


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    for name in ("walk.trc", "static.trc", "walk_grf.mot", "person.toml", "map.toml"):
        (tmp_path / name).write_text(name)
    walk, static, forces, person = (tmp_path / n for n in ("walk.trc", "static.trc", "walk_grf.mot", "person.toml"))
    return Trial("walk.trc", ".", walk, static, forces, person)


def test_the_same_files_have_the_same_key_wherever_they_lie(trial: Trial, tmp_path: Path) -> None:
    key = trial_key(trial, TrialOptions())
    assert trial_key(trial, TrialOptions()) == key
    other = tmp_path / "moved"
    other.mkdir()
    moved = {part: Path(shutil.copy2(path, other)) for part, path in trial.inputs}
    assert trial_key(replace(trial, **moved), TrialOptions()) == key  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["walk.trc", "static.trc", "walk_grf.mot", "person.toml"])
def test_the_key_follows_content_size_and_time_of_every_file(trial: Trial, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    before, times = trial_key(trial, TrialOptions()), (path.stat().st_atime_ns, path.stat().st_mtime_ns)
    keys = {before}
    path.write_text(name[::-1])
    os.utime(path, ns=times)
    keys.add(trial_key(trial, TrialOptions()))  # same size and time, other content
    path.write_text(name)
    os.utime(path, ns=(0, 0))
    keys.add(trial_key(trial, TrialOptions()))  # same content, other time
    assert len(keys) == 3
    os.utime(path, ns=times)
    assert trial_key(trial, TrialOptions()) == before


def test_the_key_follows_options_versions_and_pairing(
    trial: Trial, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [trial_key(trial, TrialOptions()), trial_key(replace(trial, static=None), TrialOptions())]
    keys += [trial_key(replace(trial, name="b/walk.trc"), TrialOptions())]
    changes = {"up": "z", "lumbar_rhythm": "christophy2012", "smoothness": 0.5, "markers": tmp_path / "map.toml"}
    keys += [trial_key(trial, replace(TrialOptions(), **{key: value})) for key, value in changes.items()]  # type: ignore[arg-type]
    (tmp_path / "map.toml").write_text("other")
    keys.append(trial_key(trial, TrialOptions(markers=tmp_path / "map.toml")))
    monkeypatch.setattr(module, "result_versions", lambda: {"psoas": "9.9.9"})
    keys.append(trial_key(trial, TrialOptions()))
    assert len(set(keys)) == len(keys) == 9
