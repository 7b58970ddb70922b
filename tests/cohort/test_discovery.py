"""Which files are recordings, and which neighbours belong to them: the rule that docs/cohort.md states."""

from __future__ import annotations

from pathlib import Path

import pytest

from psoas.cohort.discovery import StaticFound, Trial, find_trials, printable_name
from psoas.core.errors import InputError
from tests.worlds import STATIC, WALK, cut

COORDINATES = "walk\nnRows=1\nnColumns=2\nendheader\ntime\thip_flexion_r\n0\t1\n"
LONG_NAMES = "walk\nendheader\ntime /jointset/hip_r/hip_flexion_r/value\n0 1\n"
MUSCLES = "so\nendheader\ntime\tpsoas_r\tglmax_r\n0\t1\t1\n"
MOMENTS = "id\nendheader\ntime\thip_flexion_r_moment\n0\t1\n"
GRF = "grf\nendheader\ntime\tground_force_vx\n0\t1\n"


def laid(folder: Path, **files: str) -> Path:
    """Files under a folder; "__" stands for "/" and the last "_" before the suffix for "."."""
    for name, text in files.items():
        path = folder / ".".join(name.replace("__", "/").rsplit("_", 1))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def by_name(trials: tuple[Trial, ...]) -> dict[str, Trial]:
    return {trial.name: trial for trial in trials}


def test_the_tree_of_the_docs_is_paired_as_the_docs_say(tmp_path: Path) -> None:
    folder = laid(
        tmp_path, anna__person_toml="mass_kg = 60", anna__standing_static_trc="", anna__walk1_trc="",
        anna__walk1_grf_mot=GRF, anna__walk2_c3d="", anna__walk2_forces_sto=GRF, ben__run_TRC="", ben__notes_txt="",
    )  # fmt: skip
    found = by_name(find_trials(folder))
    anna = tmp_path / "anna"
    assert found == {
        "anna/walk1.trc": Trial(
            "anna/walk1.trc", "anna", anna / "walk1.trc", anna / "standing_static.trc", anna / "walk1_grf.mot",
            anna / "person.toml", StaticFound.NAME,
        ),
        "anna/walk2.c3d": Trial(
            "anna/walk2.c3d", "anna", anna / "walk2.c3d", anna / "standing_static.trc", anna / "walk2_forces.sto",
            anna / "person.toml", StaticFound.NAME,
        ),
        "ben/run.TRC": Trial("ben/run.TRC", "ben", tmp_path / "ben" / "run.TRC"),
    }  # fmt: skip


def test_storage_files_are_recordings_when_they_name_a_coordinate(tmp_path: Path) -> None:
    folder = laid(
        tmp_path, ik_mot=COORDINATES, states_sto=LONG_NAMES, activation_sto=MUSCLES, id_sto=MOMENTS, lone_grf_mot=GRF,
        torn_sto="no header here",
    )  # fmt: skip
    assert list(by_name(find_trials(folder))) == ["ik.mot", "states.sto", "torn.sto"]
    assert by_name(find_trials(folder))["ik.mot"].person == "."


def test_a_static_trial_of_markers_is_none_of_coordinates(tmp_path: Path) -> None:
    found = by_name(find_trials(laid(tmp_path, ik_mot=COORDINATES, static_trc="", walk_trc="")))
    assert found["ik.mot"].static is None
    assert found["walk.trc"].static == tmp_path / "static.trc"


def test_nothing_is_borrowed_from_other_folders(tmp_path: Path) -> None:
    found = by_name(find_trials(laid(tmp_path, static_trc="", person_toml="", walk_grf_mot=GRF, deep__walk_trc="")))
    assert found["deep/walk.trc"].inputs == (("file", tmp_path / "deep" / "walk.trc"),)


def test_names_decide_between_the_static_trials_of_several_persons(tmp_path: Path) -> None:
    folder = laid(
        tmp_path, p1_static_trc="", p12_static_trc="", p1_walk_trc="", p12_walk_trc="", other_walk_trc=""
    )  # fmt: skip
    found = by_name(find_trials(folder))
    assert found["p1_walk.trc"].static == tmp_path / "p1_static.trc"
    assert found["p12_walk.trc"].static == tmp_path / "p12_static.trc"
    assert found["p1_walk.trc"].static_found is StaticFound.NAME
    assert found["other_walk.trc"].static is None
    assert found["other_walk.trc"].static_found is StaticFound.SEVERAL


def test_the_first_of_one_persons_static_trials_is_taken(tmp_path: Path) -> None:
    found = by_name(find_trials(laid(tmp_path, static_1_trc="", static_2_trc="", walk_trc="")))
    assert found["walk.trc"].static == tmp_path / "static_1.trc"


def test_another_word_names_the_static_trial(tmp_path: Path) -> None:
    folder = laid(tmp_path, a_CAL_trc="", walk_trc="", static_trc="")
    found = by_name(find_trials(folder, static_word="cal"))
    assert list(found) == ["static.trc", "walk.trc"]
    assert found["walk.trc"].static == tmp_path / "a_CAL.trc"


def test_outputs_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    folder = laid(
        tmp_path, walk_trc="", walk_psoas__summary_json="{}", walk_psoas__kinematics_mot=COORDINATES,
        other__kinematics_mot=COORDINATES,
    )  # fmt: skip
    (folder / ".cache").mkdir()
    (folder / ".cache" / "a.trc").touch()
    (folder / ".b.trc").touch()
    assert list(by_name(find_trials(folder))) == ["other/kinematics.mot", "walk.trc"]


@pytest.mark.parametrize("missing", ["nowhere", "."])
def test_a_folder_without_recordings_is_told(tmp_path: Path, missing: str) -> None:
    with pytest.raises(InputError, match=r"expected .*recordings|holds no recordings"):
        find_trials(tmp_path / missing)


def test_an_empty_word_would_make_every_file_static(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="empty"):
        find_trials(tmp_path, static_word="")


def test_file_names_that_are_no_text_become_legible() -> None:
    assert printable_name("a\udcff.trc") == "a?.trc"
    assert printable_name("Müller.trc") == "Müller.trc"


def test_a_persons_folders_share_the_one_static_trial(tmp_path: Path) -> None:
    folder = laid(
        tmp_path, anna__static__static1_trc="", anna__gait__walk_trc="", ben__gait__walk_trc="", walk_trc=""
    )  # fmt: skip
    found = by_name(find_trials(folder))
    anna = found["anna/gait/walk.trc"]
    assert (anna.static, anna.static_found) == (tmp_path / "anna/static/static1.trc", StaticFound.SUBJECT)
    assert found["ben/gait/walk.trc"].static is None
    assert found["walk.trc"].static is None


def test_a_recording_of_quiet_standing_is_found_without_a_name(tmp_path: Path) -> None:
    (tmp_path / "trial01.trc").write_bytes(cut(STATIC, tmp_path / "cut.trc", slice(0, 60)).read_bytes())
    (tmp_path / "cut.trc").unlink()
    for name in ("trial02.trc", "trial03.trc"):
        (tmp_path / name).write_bytes(WALK.read_bytes())
    found = by_name(find_trials(tmp_path))
    assert list(found) == ["trial01.trc", "trial02.trc", "trial03.trc"]
    assert (found["trial01.trc"].static, found["trial01.trc"].static_found) == (None, StaticFound.NONE)
    for name in ("trial02.trc", "trial03.trc"):
        assert (found[name].static, found[name].static_found) == (tmp_path / "trial01.trc", StaticFound.STILLNESS)
    (tmp_path / "trial04.trc").write_bytes((tmp_path / "trial01.trc").read_bytes())
    assert by_name(find_trials(tmp_path))["trial02.trc"].static_found is StaticFound.SEVERAL
