### The page of the body: postures, dials and what happens.

body-title = The body
body-heading = One muscle, from spine to thigh
body-lead = Take a posture, turn a dial: the psoas is pale when long, deep red when short.
body-new = In pain, stiff, or short of breath? Begin with your story.
body-story = Tell my story
body-stage = The body in 3D
body-postures = Postures
body-dials = Move the body
body-happens = What happens
body-again = Start again
body-show = Show
body-degrees = { $value }°
body-picture = A skeleton in this posture, with the psoas coloured by its length.
body-wait = The body is being drawn.
body-sources = Where these figures come from
body-trouble = The body could not be asked just now. Your dials are kept; move one to try again.
body-assumed = Drawn and computed for a body of 1.70 m and 70 kg, assumed until you tell your own.
body-model = As the model computes it, without effort of other muscles.

body-part-psoas = Psoas
body-part-back = Low back
body-part-hip = Hip
body-part-breath = Breath
