### The 3D viewer, in reports and in the app.

viewer-picture = A 3D skeleton with the psoas muscle. Drag to turn, pinch or scroll to zoom. With the keyboard: shift and arrows turn, plus and minus zoom.
viewer-printed = The skeleton with the psoas muscle, as it last stood on the screen.
viewer-none = This browser cannot draw in 3D (WebGL is off). The charts and numbers on this page do not need it.

viewer-view-group = View
viewer-view-front = Front
viewer-view-side = Side
viewer-view-back = Back
viewer-view-psoas = Psoas
viewer-view-fade = Fade bones

viewer-view-label-front = See the body from the front
viewer-view-label-side = See the body from its right side
viewer-view-label-back = See the body from behind
viewer-view-label-psoas = Close-up of the psoas
viewer-view-label-fade = Fade the bones

viewer-bar-group = Playback
viewer-bar-play = Play
viewer-bar-pause = Pause
viewer-bar-key = { $label } (space)
viewer-bar-scrub = Moment in the recording
viewer-bar-moment = { $now } of { $all } seconds
viewer-bar-now = { $now } s
viewer-bar-all = of { $all }
viewer-bar-speeds = Speed
viewer-bar-speed = { $speed } times speed

viewer-tint-group = Colour of the psoas
viewer-tint-length = By length
viewer-tint-force = By force

viewer-tint-label-length = Colour the psoas by its length
viewer-tint-label-force = Colour the psoas by how hard it pulls

viewer-length-title = Psoas length, % of standing
viewer-length-low = { $low } short
viewer-length-high = long { $high }
viewer-length-standing = standing
viewer-length-label = Colour of the psoas: its length, from { $low } % (short, deep red) to { $high } % (long, pale) of its length in standing.

viewer-force-title = Pull, % of strength
viewer-force-low = 0 at rest
viewer-force-high = pulling { $top }
viewer-force-label = Colour of the psoas: its pull, from 0 % (at rest, pale) to { $top } % (deep red) of the greatest force of each strand.

viewer-strand-length = { $percent } % of its length in standing
viewer-strand-pull = pulls with { $pull } N, as computed
