### Reading and writing recordings: what is wrong with a file, what would work, and what was changed while reading.

## Where a fault is

recording-in_file = { $file }: { $fault }
recording-at_line = { $file } line { $line }: { $fault }
recording-at_cell = { $file } line { $line }, column { $column }: { $fault }

## Any file

recording-is_folder = this is a folder; give one recording file (.trc .c3d .mot .sto)
recording-no_file = no such file; check the name and the folder
recording-no_file_near = no such file; did you mean { $other }?
recording-no_folder = no such file; the folder { $folder } does not exist either
recording-unreadable = cannot be read ({ $reason })
recording-empty = the file is empty; export the recording again
recording-no_regular_file = this is a pipe or a device; save the recording to a file first
recording-link_to_nothing = this link leads to no file; give the recording itself
recording-too_large = the file is larger than { $gigabytes } GB; cut it into parts
recording-packed = a packed file ({ $kind }); unpack it and give the recording inside
recording-workbook = an Excel workbook; save the sheet as text with tabs between cells, or give the file it was made from
recording-foreign = a { $kind } file holds no recording; expected .trc, .c3d, .mot or .sto
recording-other_export = { $kind ->
    [nexus] a table (CSV) of Vicon Nexus
    [qualisys] a table (TSV) of Qualisys Track Manager
    [motive] a table (CSV) of OptiTrack Motive
   *[bvh] a skeleton of animation (BVH)
}; export .c3d or .trc instead
recording-binary = not a text file (binary data); expected tab-separated text, or a .c3d file
recording-not_utf8 = byte { $byte } is not UTF-8 text; save the file as UTF-8
recording-unknown_kind = this is none of the known kinds of recording; expected { $known }

## Numbers in text

recording-cell_empty = the cell is empty; expected a number
recording-cell_infinite = { $cell } is infinite; expected a number, or an empty cell where nothing was seen
recording-cell_comma = { $cell } is not a number; write the decimal point as '.', not ','
recording-cell_not_number = { $cell } is not a usable number; expected one such as 0.125

## Time

recording-time_missing = no time in { $missing } of { $frames } frames; every frame needs its time
recording-time_backwards = time runs backwards ({ $before } s, then { $after } s{ $more ->
    [0] {""}
    [one] {", and 1 more time"}
   *[other] {", and "}{ $more } more times
}); it must grow
recording-time_still = time stands still ({ $before } s, then { $after } s{ $more ->
    [0] {""}
    [one] {", and 1 more time"}
   *[other] {", and "}{ $more } more times
}); it must grow
recording-time_pause = time jumps from { $before } s to { $after } s, too long for one recording; cut the file in two there
recording-step_unlikely = frames are { $step } s apart; time must be in seconds

## Names

recording-marker_twice = marker { $name } appears { $count } times; each name must be unique
recording-column_twice = column { $name } appears { $count } times; each name must be unique
recording-coordinate_twice = coordinate { $name } appears { $count } times; each name must be unique

## Markers

recording-nothing_seen = no marker is seen in any frame (all cells are empty, NaN or 0,0,0); label and fill the trial, export again
recording-one_place = all markers are in one place in most frames; export the measured positions
recording-few_markers_seen = no frame shows more than { $most } markers at once; { $needed } are needed to follow a person
recording-few_landmarks_seen = no frame shows more than { $most } markers with a known landmark at once; { $needed } are needed to follow a person
recording-wrong_size = with units { $unit } the person's markers span { $span }; in { $better } the size would be right: correct the units
recording-impossible_size = with units { $unit } the person's markers span { $span }; no usual unit fits: check the export
recording-no_markers = { $file }: holds no markers; expected a .trc or .c3d with markers
recording-map_unused = none of the names in the marker map is in the file; the file has { $names }
recording-map_unused_near = none of the names in the marker map is in the file: did you mean { $other } by { $name }? The file has { $names }
recording-map_near = The marker map names { $name }, which is not in the file; did you mean { $other }?
recording-set_unknown = marker names are of none of the { $known } known sets; found { $names }; write a marker map that says what they stand for ({ $option } map.toml; psoas markers FILE proposes one)
recording-conflict-best_set = Marker { $marker } was read as { $place }, as in the set that fits best, and not as { $rejected }.
recording-conflict-partner = Marker { $marker } was read as { $place }, since the inner side of the joint is marked too, and not as { $rejected }.
recording-conflict-centre_spared = Marker { $marker } ({ $rejected }) only follows its segment: both sides of the joint are marked, which says more.
recording-conflict-geometry = Marker { $marker } cannot be { $rejected } at its distance from the others: it was read as { $place }.
recording-conflict-geometry_unused = Marker { $marker } cannot be { $rejected } at its distance from the others: it was left out.
recording-conflict-taken = Marker { $marker } was not used: another marker stands for { $rejected } already.
recording-centres_calculated = { $names } are calculated, not seen: they are taken as centres of their joints.
recording-markers_unused = Markers left out, because what they stand for is not known or taken already: { $names }.
recording-markers_unused_many = { $count } of { $named } named markers were left out, because what they stand for is not known or taken already.
recording-markers_unseen = Markers that no frame shows: { $names }.
recording-outputs_left = { $count } outputs of a model (angles, forces, axes of segments) are no markers and were left out.
recording-unnamed_left = { $count } trajectories without a name were left out.
recording-zeros_removed = { $count } positions of exactly 0, 0, 0 were read as not seen ({ $names }).
recording-partial_removed = { $count } positions that lack one or two of their numbers were read as not seen.
recording-unlabelled_dropped = { $count } unlabelled trajectories (names that begin with *) were left out.
recording-few_markers_note = { $few } of { $frames } frames show fewer than { $needed } markers and give no answer.

## Marker maps

recording-map_unreadable = { $file }: cannot be read ({ $reason }); give a TOML file with a [markers] table
recording-map_not_toml = { $file }: not TOML ({ $reason }); write [markers] and lines such as RASI = "asis_r"
recording-map_no_table = { $file }: no [markers] table; write [markers] and lines such as RASI = "asis_r"
recording-map_ambiguous = { $name } in the marker map may be { $one } or { $other } of the file; write it as the file does
recording-map_twice = marker { $name } of the file is { $one } and { $other } in the marker map, with two places; keep one of them
recording-map_entry = { $file }: marker { $marker }: { $fault }
recording-map_not_a_name = { $value } is not a name; expected a landmark such as "asis_r" in quotes
recording-map_segment_unknown = segment { $segment } is not known; known: { $known }
recording-map_landmark_unknown = { $landmark } is not a landmark; expected for example { $near }

## .trc

recording-trc_first_line = not a .trc file; the first line must begin with 'PathFileType'
recording-trc_header_short = truncated: the header needs 5 lines and the file has { $lines }; export again
recording-trc_units = units { $units } are not known, and the markers do not show the size of a person; expected mm, cm or m
recording-trc_names_over = { $named } names in the line of names, but NumMarkers says { $header } and the rows hold { $found }; correct the names
recording-trc_no_time = no time column; the line of names must begin with Frame# and Time
recording-trc_no_marker = no marker is named; the line must read Frame#, Time, then the markers
recording-trc_no_frames = no frames; the file ends after its header
recording-trc_row_long = { $cells } cells after the time; { $markers } markers need { $needed }
recording-trc_row_short = the row has { $cells } cells after the time; { $markers } markers need { $needed }
recording-trc_last_row_short = truncated: the last row has { $cells } cells after the time; { $markers } markers need { $needed }
recording-trc_frames_missing = truncated: the header says { $header } frames, and the file breaks off in number { $found }; export again

## Put right while reading

recording-frames_repaired = { $key } says { $header }, the file holds { $found }: { $found ->
    [one] that one is used
   *[other] all { $found } used
}.
recording-header_unread = { $key } is { $value } in the header; it was counted instead.
recording-markers_repaired = NumMarkers says { $header }, { $named } are named: the named ones are used.
recording-unnamed_dropped = Left out: { $count } { $count ->
    [one] trajectory
   *[other] trajectories
} without a name behind the named ones (in { $rows } of { $frames } frames).
recording-trc_no_header = There is no header: frames, markers and their rate were counted in the rows.
recording-trc_rate = DataRate is { $value }: { $found } frames a second from the time column are used.
recording-trc_rate_differs = The header says { $header } frames a second and the time column { $found }; the time column is used.
recording-columns_repaired = { $key } says { $header }, the file names and holds { $found } columns: all { $found } used.
recording-columns_unnamed = Left out: { $count } { $count ->
    [one] column
   *[other] columns
} without a name.
recording-copies_dropped = Left out: columns that repeat an earlier one, name and numbers ({ $names }).
recording-radians_wrong = The header says radians, but the angles exceed a full turn: they are read as degrees.
recording-degrees_wrong = The header says degrees, but hips and knees move and no angle exceeds { $largest }: they are read as radians.
recording-shifts_repaired = The pelvis is at a height of { $value }: shifts are in { $unit } and were turned into metres.
recording-points_in_millimetres = The centre of pressure is typically { $reach } from the origin: it is in mm and was turned into metres ({ $metres } m).
recording-torques_in_millimetres = Free torques are { $arm } times the force: they are in N mm and were turned into N m.
recording-plate_left_out = Left out: { $fault }.
recording-unit_repaired = The header says units { $header }, but only in { $unit } has the person the right size ({ $span }): { $unit } is used.
recording-unit_from_size = The header names no known unit ({ $header }): { $unit } is used, in which the markers span { $span }.
recording-decimal_commas = Numbers are written with a comma (1,25); they were read as 1.25.
recording-rows_repeated = Left out: { $count } { $count ->
    [one] row that repeats the frame before it
   *[other] rows that repeat the frame before them
} (line { $line }).
recording-times_filled = The time of { $missing } of { $frames } frames was missing; it was filled in from the frames around.
recording-time_from_rate = The time column holds no time; { $rate } frames a second of the header are used.
recording-time_in_milliseconds = Frames are { $step } apart and the header says { $rate } frames a second: the time is in milliseconds and was turned into seconds.
recording-time_rounded = The time is rounded to { $step } s, so that frames share it; { $rate } frames a second of the header are used.
recording-time_uneven = Time steps are uneven ({ $low } to { $high } s): resampled to { $rate } frames a second, { $before } frames became { $after }.

## .mot and .sto

recording-storage_no_end = no 'endheader' line; a .mot or .sto file has a header that ends with it
recording-storage_no_rows = no rows; the file ends after its column names
recording-storage_no_columns = truncated: nothing follows 'endheader'; export again
recording-storage_no_time = no time column; the first column is { $column } and must be 'time'
recording-storage_only_time = no columns beside time; expected coordinates such as hip_flexion_r or forces such as ground_force_vx
recording-storage_names_rows = { $named } columns are named, and every row holds { $cells } cells; they must agree
recording-storage_row = the row has { $cells } cells; the { $columns } columns need { $columns }
recording-storage_last_row = truncated: the last row has { $cells } cells; the { $columns } columns need { $columns }
recording-storage_rows_missing = truncated: { $key } says { $header }, and the file breaks off in number { $found }; export again
recording-storage_vector = { $cell } holds no three numbers; a table of DataType=Vec3 needs x,y,z in each cell
recording-storage_unknown_columns = neither joint coordinates nor ground forces; found { $found }; expected names such as hip_flexion_r or ground_force_vx
recording-storage_other = { $kind ->
    [orientations] the file holds orientations of sensors, no positions and no joint angles; let OpenSense find the joint angles and give those
    [sensors] { $found } are sensors; let OpenSense find the joint angles and give those
    [moments] { $found } are joint moments (inverse dynamics); give the joint angles (inverse kinematics)
    [reactions] { $found } are joint reactions; give the joint angles (inverse kinematics)
    [errors] { $found } are errors of a fit; give the joint angles (inverse kinematics)
    [muscles] { $found } are muscles (activations, forces, lengths); give the joint angles (inverse kinematics)
    [bodies] { $found } are places of bodies; give the joint angles (inverse kinematics)
   *[vectors] the cells hold vectors that are neither markers nor forces; expected numbers, or DataType=Vec3
}
recording-storage_no_positions = the title says { $title }; expected the coordinates themselves
recording-storage_zero_coordinates = The coordinate columns are all zero; the file is read as ground forces.
recording-storage_dropped = { $count } columns that are not coordinates (speeds, activations) were left out.
recording-all_nan = every coordinate is NaN in every row; export again
recording-pelvis_far = pelvis_ty is { $value }, which is no height of a pelvis in m, cm or mm; shifts must be in metres
recording-angle_unit_assumed = { $reason ->
    [table] The header does not say degrees or radians; radians are assumed, as OpenSim 4 writes such tables.
    [storage] The header does not say degrees or radians; radians are assumed, as OpenSim reads such .sto files.
    [large] The header does not say degrees or radians; angles exceed a full turn in radians, so they are read as degrees.
    [small] The header does not say degrees or radians; hips and knees move within angles so small that they are read as radians.
   *[motion] The header does not say degrees or radians; degrees are assumed, as this dialect writes them.
}
recording-knee_negative = Knee flexion is negative in this file (the gait2392 convention); its values are kept as they are.

## Ground forces

recording-plate_incomplete = plate { $plate } lacks { $columns }; force and point need x, y and z
recording-plate_no_torque = Plate { $plate } has no torque columns; its free torque is taken as zero.
recording-plate_far = plate { $plate }: the centre of pressure reaches { $reach }, which is far away in m and in mm; it must be in metres
recording-plates_some_reversed = { $count ->
    [one] Force platform { $numbers } holds
   *[other] Force platforms { $numbers } hold
} the push on the ground, the others that on the person; all were turned into the push on the person.
recording-plates_reversed = The plates hold the push on the ground; it was turned round into the push on the person.

## .c3d

recording-c3d_no_c3d = not a C3D file; its second byte must be 0x50 and it must hold a header and parameters
recording-c3d_no_parameters = the header points to parameters in block { $block }, which is not in the file; export again
recording-c3d_data_block = damaged: the header says that the data start in block { $block }; export again
recording-c3d_truncated = truncated: the header says { $header } frames and the file holds { $found }; export again
recording-c3d_rate = POINT:RATE is { $rate }; expected frames a second, such as 100
recording-c3d_nothing = no marker and no analog channel is in the file; export the labelled trajectories
recording-c3d_counts = damaged: the header counts points and analog values a frame as { $header }, POINT:USED and ANALOG:USED say { $used }; { $fits ->
    [0] neither fits the length of the file
   *[other] more than one reading fits the length of the file
}: export again
recording-c3d_scale = damaged: neither the header nor POINT:SCALE holds the scale of the points; export again
recording-c3d_analog_only = the file holds { $channels } analog channels and no markers: analog only; export the trial with its labelled trajectories
recording-c3d_outputs_alone = every point of the file is unlabelled or the output of a model (angles, moments, powers); export the labelled trajectories too
recording-c3d_labels = { $points } points but { $names } names in POINT:LABELS; export a labelled trial
recording-c3d_range = { $count } positions are infinite or absurdly large, first in frame { $frame }; export again
recording-c3d_units = POINT:UNITS { $units } are not known; expected mm, cm or m
recording-c3d_units_assumed = The file does not name its unit of length; { $unit } is assumed from the size of the person.
recording-c3d_plates_only = The file holds no markers: its { $plates ->
    [one] force platform is
   *[other] { $plates } force platforms are
} read alone.
recording-c3d_outputs = { $count } results of a model that the file holds as points (angles, moments, powers, axes of bones) were left out.
recording-c3d_rotations = The file holds the poses of { $count } segments; points on each of them are used as markers.
recording-c3d_events_shifted = The events count from the first frame that the file holds; { $start } s were added.
recording-c3d_plate_noted = Force platform { $number }: { $what }.
recording-c3d_plate_calibration_assumed = its calibration matrix is empty; its channels are taken as calibrated
recording-c3d_plate_origin_assumed = where its sensors lie is not given; they are taken to be at the surface
recording-c3d_plate_unit = its corners are in another unit than the points; the size of a plate tells which
recording-c3d_plate_moment_unit = its moments are in another unit than the file says; only one keeps the centre of pressure on the plate
recording-c3d_plate_scale_zero = the scale of a channel is zero
recording-subject_found = The file says of the person: { $figures }.
recording-subject_mass = mass { $mass } kg
recording-subject_height = height { $height } m
recording-subject_sex-female = female
recording-subject_sex-male = male
recording-subject_sizes = { $count ->
    [one] 1 size of pelvis or legs
   *[other] { $count } sizes of pelvis or legs
}
recording-subject_implausible = { $parameter } is { $value }: no unit makes that a person's, so it was left out.

## .c3d: what was wrong in the file and was put right

recording-c3d_zeros_skipped = The file begins with zeros; they were skipped.
recording-c3d_parameters_moved = The header says that the parameters are in block { $said }; they are in block { $block }.
recording-c3d_processor_repaired = The processor byte is { $processor }; the numbers are { $format } numbers and were read so.
recording-c3d_scale_repaired = The scale of the points is { $header } in the header and { $said } in POINT:SCALE; { $used } is used.
recording-c3d_points_repaired = The header says { $header } points and POINT:USED { $parameter }; { $found } fit the file and are used.
recording-c3d_analogs_repaired = The header says { $header } analog values a frame and ANALOG:USED { $parameter }; { $found } fit the file and are used.
recording-c3d_block_repaired = The header says that the data start in block { $header } and POINT:DATA_START { $parameter }; block { $found } fits the file.
recording-c3d_frames_repaired = The header says { $header } frames and the file holds { $found }: all { $found } are used.
recording-c3d_real_repaired = Header and POINT:SCALE disagree on the kind of numbers; { $kind ->
    [real] reals
   *[whole] integers
} fit the file.
recording-c3d_rate_repaired = POINT:RATE is missing; the header's { $rate } frames a second are used.
recording-c3d_rate_differs = The header says { $header } frames a second and POINT:RATE { $said }; { $used } is used.
recording-c3d_unit_repaired = The file says its unit of length is { $unit }; the size of the person says { $used }, which is used.
recording-c3d_labels_missing = The file holds { $points } points and names { $names }; the others are left out as unlabelled.
recording-c3d_described = { $count ->
    [one] 1 name occurs
   *[other] { $count } names occur
} more than once, cut short ({ $names }); the descriptions in the file are used as names instead.
recording-c3d_twice = { $names } occur more than once; the fuller trajectory of each is used and { $count } are left out.

recording-c3d_events_dropped = { $count } events without a usable time were left out.
recording-c3d_plate_dropped = Force platform { $number } was left out: { $reason }.
recording-c3d_plate_type = its type { $type } is not understood (1 to 4 are)
recording-c3d_plate_values = its channels hold no usable numbers
recording-c3d_plate_channels = its channels are not listed
recording-c3d_plate_channels_missing = its channels are not in the file
recording-c3d_plate_calibration = its calibration matrix is missing
recording-c3d_plate_origin = its origin is not given
recording-c3d_plate_corners = its corners are not given
recording-c3d_plate_flat = its corners do not span a surface

## Vertical axis

recording-up_unknown = up axis { $axis } is not known; expected one of { $known }
recording-up_turned = The file's { $axis } axis points up, as you said; it was turned into Y.
recording-up_found = The file's { $axis } axis points up and was turned into Y (lying down? choose with --up).
recording-up_assumed = Which way is up could not be found; Y is assumed (choose another with --up).

## Writing

recording-write_no_markers = { $file }: the recording of { $source } holds no markers to write
recording-write_folder = { $file }: cannot be written ({ $reason }); choose another folder
recording-write_name = { $file }: cannot be written ({ $reason }); choose another name
recording-write_shape = { $file }: values of shape { $shape } do not fit { $rows } rows and { $names } names
recording-write_column_name = { $file }: column names must be non-empty and hold no blanks; found { $name }
