### The page on which a person says what the markers of an unknown set are.

markers-title = What are these markers?
markers-lead = We don't know this recording's marker names. We worked out from the movement what each marker may be. Check our suggestions, then analyse.
markers-unsure = { $count ->
    [0] We are sure of all { $all } markers.
    [one] We are not sure of 1 of { $all } markers. It comes first and is marked.
   *[other] We are not sure of { $count } of { $all } markers. They come first and are marked.
}
markers-sides_unsure = We could not tell left from right. Check the sides.
markers-table = Markers and what they are
markers-marker = Marker
markers-place = What it is
markers-check = check this
markers-none = Nothing, or not on the body
markers-sided = { $side ->
    [r] Right: { $place }
   *[l] Left: { $place }
}
markers-region-pelvis = Pelvis
markers-region-leg = Leg
markers-region-foot = Foot
markers-region-trunk = Trunk
markers-region-head = Head
markers-region-arm = Arm
markers-region-segment = Follows a part of the body
markers-body = On a body
markers-body_hint = You can drag a marker to where it sits. Its right side is on your left. The top left corner is for markers that are nowhere on the body.
markers-seen = In your recording
markers-front = From the front
markers-side = From the right
markers-chosen = Chosen: { $name } ({ $place })
markers-confirm = Analyse with these
markers-fault-twice = { $names } are both given as “{ $place }”. Keep one of them, or let the others follow a part of the body.
markers-fault-few = At least three different places on the pelvis and legs are needed to follow a person.
markers-also = It may also be
markers-said_before = You have named markers like these before, and we filled in what you said then.
markers-unknown = We don't know these marker names
markers-say = Say what the markers are
markers-say_hint = This recording's markers have names that are new to us. We looked at where the markers are and how they move. Check what we think they are, and we analyse the recording with it.
markers-change = Change what the markers are
markers-download = Marker names (TOML)
