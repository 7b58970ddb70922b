### A model of OpenSim that somebody brings: what is wrong with its file, and what of it is not used.

## The file

osim-unreadable = { $file }: { $reason }
osim-too_large = { $file }: larger than { $most } MB; a model takes a few
osim-not_xml = { $file }: not XML, or cut short ({ $reason })
osim-doctype = { $file }: declares a document type, which no model needs; take the DOCTYPE line out
osim-too_deep = { $file }: more than { $depth } elements inside one another, or more than { $elements } in all
osim-no_model = { $file }: expected an OpenSimDocument with a Model, found { $root }
osim-too_old = { $file }: version { $version } of the format; open it in OpenSim 4 and save it
osim-no_bodies = { $file }: { $found } bodies; expected 1 to 1000
osim-too_many_muscles = { $file }: more than { $most } muscles

## Parts that cannot be understood

osim-numbers_count = { $owner }: { $tag } holds { $found } numbers; expected { $needed }
osim-number_unreadable = { $owner }: { $tag } is { $text }; expected numbers
osim-body_twice = bodies without a name, or with the same: { $names }
osim-joint_twice = joints without a name, or with the same: { $names }
osim-muscle_twice = muscles without a name, or with the same: { $names }
osim-frame_unknown = { $owner }: there is no frame { $frame }
osim-range_reversed = coordinate { $coordinate }: its range ends before it begins
osim-joint_reversed = joint { $joint }: goes from child to parent; open the model in OpenSim 4 and save it
osim-axis_zero = joint { $joint }: { $axis } has an axis of no length
osim-function_unknown = { $owner }: a function of the kind { $kind }; known are constants, lines, polynomials, sines, splines and points joined by lines
osim-function_empty = { $owner }: a { $kind } without what it needs
osim-function_points = { $owner }: a { $kind } whose points do not rise along x, or that has fewer than two
osim-surface_size = wrap object { $surface }: its size is missing, zero or below
osim-quadrant = wrap object { $surface }: quadrant { $quadrant }; expected all, x, +x, -x and so on
osim-mass = body { $body }: its mass is below zero
osim-path_missing = muscle { $muscle }: has no path of points
osim-path_points = muscle { $muscle }: { $found } points of a known kind that are always there; expected two or more
osim-moving_point = moving point { $point }: lacks one of its three functions
osim-wrap_range = wrap object { $surface }: used from point { $first } to { $last }, which the muscle has not
osim-point_coordinate = muscle { $muscle }: a point follows { $coordinate }, which no joint has

## What is left out

osim-joint_welded = Joint { $joint } is held still: joints of the kind { $kind } are not known.
osim-axis_of_several = Joint { $joint }: { $axis } follows several coordinates at once and is held still.
osim-loop = Joint { $joint } is left out: it closes a loop.
osim-joint_apart = Joint { $joint } is left out: it hangs on nothing that hangs on ground.
osim-body_fixed = Body { $body } is fixed to ground: it has no joint.
osim-surface_unknown = Wrap object { $surface } is left out: surfaces of the kind { $kind } are not known.
osim-surface_off = Wrap object { $surface } is switched off in the file.
osim-wrap_unknown = Muscle { $muscle } does not bend over { $surface }, which is left out or not there.
osim-constraint = Constraint { $constraint } ({ $kind }) is left out: only a coordinate that follows one other is known.
osim-force = { $count ->
    [one] One force of the kind { $kind } is
   *[other] { $count } forces of the kind { $kind } are
} left out: { $names }.
osim-force_off = Force { $force } is switched off in the file.
osim-set_left_out = { $set } is left out: { $names }.

osim-path_kind = { $count ->
    [one] One muscle is
   *[other] { $count } muscles are
} left out, whose path is a { $kind }, not one of points (GeometryPath): { $names }.
osim-massless = No body has a mass: lengths and moment arms can be had, forces not.

## Our psoas on it

osim-graft_bodies = our psoas cannot be put onto this model: it needs pelvis, femur_r, femur_l and torso among its bodies
osim-grafted = { $count } lines of our psoas were put onto the model, from { $trunk } or its lumbar bodies, by hip centres and standing axes; { $replaced } of its own were taken away.
