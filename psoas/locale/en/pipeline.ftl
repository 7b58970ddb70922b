### From a file to an analysis: what does not fit together, and how far the work is.

pipeline-forces_alone = { $file }: holds ground forces alone; give the markers too, and these as { $option }
pipeline-angles_already = { $file }: holds joint angles already; { $static } and { $markers } are for markers
pipeline-static_without_markers = { $file }: holds no markers; a static trial is a .trc or .c3d of quiet standing
pipeline-up_hint = { $option } { $axis } was given, and by it the person lies; does the file's vertical axis point that way?
pipeline-too_few_markers = { $file }: no frame shows more than { $most } known markers at once; a pose needs { $needed }
pipeline-no_stretch = { $file }: the person is never seen for long enough: the longest stretch with { $markers } markers and both legs lasts { $longest } s; { $needed } s are needed
pipeline-no_forces = { $file }: holds no ground forces; expected columns such as ground_force_vx
pipeline-forces_apart = { $file }: its time ({ $start }-{ $end } s) does not meet the recording's ({ $from }-{ $to } s)
pipeline-step_heights = heights of steps are in metres, from { $least } to { $most }; got { $heights }
pipeline-person_from_file = Nobody gave { $figures }: what the file says is used.
pipeline-person-mass_kg = the body mass
pipeline-person-height_m = the height
pipeline-person-sex = the sex

## A model of your own

pipeline-graft_without_model = --graft-psoas puts the psoas onto a model: give the model with --model
pipeline-model_knees_turned = The model's knees flex the other way than the file's: their sign was turned.
pipeline-model_pelvis_turned = File and model differ in their pelvis frame (gait2392, Rajagopal 2016): pelvis, hips and low back were turned by 8.2 deg into the model's.
pipeline-model_coordinates = { $file }: none of its columns is a coordinate of the model
