"""Traits of real recordings that once went wrong, and the tests that hold each on a file or movement of our own.

Every trait was found in a public recording. The tests write the trait themselves, so that no such recording is needed.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TRAITS: dict[str, tuple[str, ...]] = {
    "TRC: values of the third line apart by several tabs and blanks": (
        "recording/test_trc_header.py::test_header_values_apart_by_tabs_or_blanks",
    ),
    "TRC: the column Times, two tabs after each name": (
        "recording/test_trc_header.py::test_names_of_the_first_two_columns",
        "recording/test_trc_header.py::test_names_apart_by_any_number_of_tabs_or_blanks",
    ),
    "TRC: NumFrames more than the rows": ("recording/test_trc_header.py::test_a_wrong_number_of_frames",),
    "TRC: NumFrames one less, frames from 0": (
        "recording/test_trc_header.py::test_a_wrong_number_of_frames",
        "recording/test_trc_header.py::test_frames_may_begin_anywhere_and_a_row_may_repeat",
    ),
    "TRC: NumMarkers 66, 33 named": ("recording/test_trc_header.py::test_unnamed_trajectories_behind_the_named",),
    "TRC: cells beyond the named in some rows": (
        "recording/test_trc_header.py::test_unnamed_trajectories_behind_the_named",
    ),
    "TRC: names padded with blanks, rows that begin with a tab": (
        "recording/test_trc_header.py::test_names_padded_with_blanks_and_rows_that_begin_with_a_tab",
    ),
    "MOT: nRows one more than the rows": (
        "recording/test_storage_reader.py::test_a_wrong_number_of_rows_or_columns",
    ),
    "STO: nColumns more than the columns": (
        "recording/test_storage_reader.py::test_a_wrong_number_of_rows_or_columns",
    ),
    "STO: radians, and a header that does not say so": (
        "recording/test_angle_unit.py::test_a_walk_is_the_same_walk_whatever_the_header_says",
        "recording/test_angle_unit.py::test_standing_still_is_read_as_the_header_or_the_kind_of_file_says",
    ),
    "MOT: coordinates called hip_flex_r": ("recording/test_joint_coordinates.py::test_every_name_of_a_coordinate",),
    "MOT: forces called ground_force1_vx": ("recording/test_plate_columns.py::test_every_name_in_use",),
    "MOT: forces called f1_x": ("recording/test_plate_columns.py::test_every_name_in_use",),
    "C3D: DEC integers": ("recording/test_c3d_file.py::test_every_encoding_with_every_fault",),
    "C3D: MIPS integers": (
        "recording/test_c3d_file.py::test_every_encoding_with_every_fault",
        "recording/test_c3d_file.py::test_mips_sample_of_the_standard_ends_in_a_wild_offset",
    ),
    "C3D: no POINT:RATE": ("recording/test_c3d_file.py::test_every_encoding_with_every_fault",),
    "C3D: names cut to four letters collide": (
        "recording/test_c3d_trajectories.py::test_names_cut_to_four_letters_stand_whole_in_the_descriptions",
        "recording/test_c3d_trajectories.py::test_of_two_with_one_name_the_fuller_is_used",
    ),
    "C3D: written by ezc3d, whose scales differ": ("recording/test_c3d_file.py::test_every_encoding_with_every_fault",),
    "C3D: ANALOG:FORMAT UNSIGNED beside real numbers": (
        "recording/test_c3d_file.py::test_integers_are_unsigned_only_where_the_file_has_integers",
    ),
    "a plate that is loaded while nobody is seen": (
        "mechanics/test_kinetics.py::test_a_plate_that_is_loaded_while_nobody_is_seen_stops_nothing",
        "pipeline/test_laboratory_files.py::"
        "test_plates_under_two_of_the_steps_are_used_and_one_that_is_loaded_while_nobody_is_seen_stops_nothing",
    ),
    "a person who comes into view late and leaves": (
        "test_pipeline_stretches.py::test_half_the_frames_unseen_is_a_walk_over_the_other_half",
    ),
    "an adult who walks, lower body alone, and the static trial": (
        "pipeline/test_laboratory_files.py::test_nobody_is_refused_for_a_lower_body_set",
        "kinematics/test_segment_scaling.py::test_nobody_is_refused_and_fibres_stay_sane_in_walking",
    ),
    "markers from video, balancing, and the static trial": (
        "recording/test_marker_sets.py::test_a_set_is_identified_from_its_own_names",
        "kinematics/test_segment_scaling.py::test_nobody_is_refused_and_fibres_stay_sane_in_walking",
    ),
    "two plates under two of seven steps, mass and height in the file": (
        "pipeline/test_laboratory_files.py::"
        "test_plates_under_two_of_the_steps_are_used_and_one_that_is_loaded_while_nobody_is_seen_stops_nothing",
        "mechanics/test_ground_forces.py::test_what_plates_measured_comes_out_and_the_rest_is_predicted",
        "recording/test_c3d_subject.py::test_metres_centimetres_and_text",
    ),
    "stairs: height that is not the room's": (
        "kinematics/test_segment_scaling.py::test_stature_comes_from_the_body_not_from_where_the_feet_are",
    ),
    "R.Hip on the trochanter": (
        "recording/test_marker_identification.py::test_the_recording_tells_what_r_hip_means",
        "recording/test_marker_identification.py::test_a_trochanter_under_the_skin_is_no_hip_centre",
        "kinematics/test_segment_scaling.py::test_a_wrong_hip_marker_does_not_make_a_giant_pelvis",
    ),
    "the laboratory set of OpenCap, of which other sets know a few names": (
        "recording/test_marker_sets.py::test_a_set_is_identified_from_its_own_names",
        "recording/test_marker_identification.py::test_other_sets_add_what_the_best_does_not_know",
        "recording/test_marker_identification.py::test_no_centre_beside_markers_on_both_sides_of_the_joint",
    ),
    "its static trial, in which a cluster has other names": (
        "pipeline/test_moved_markers.py::test_a_marker_that_was_moved_after_the_static_trial_is_placed_anew_and_said",
        "kinematics/test_static_agreement.py::"
        "test_markers_exchanged_in_the_static_trial_are_placed_from_the_movement",
    ),
    "Motek's Human Body Model": ("recording/test_marker_sets.py::test_a_set_is_identified_from_its_own_names",),
    "the IOR set, plates of type 1": (
        "recording/test_marker_sets.py::test_a_set_is_identified_from_its_own_names",
        "recording/test_c3d_plates.py::test_the_push_comes_back",
    ),
}  # fmt: skip


@pytest.mark.parametrize("trait", TRAITS)
def test_every_trait_has_its_test(trait: str) -> None:
    for named in TRAITS[trait]:
        place, name = named.split("::")
        source = (HERE / place).read_text(encoding="utf-8")
        assert re.search(rf"^def {name}\(", source, re.MULTILINE), f"{named} is gone; name the test that took its place"
