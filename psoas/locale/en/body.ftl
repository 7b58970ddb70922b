### The page of the body: postures, dials and what happens.

body-title = The body
body-heading = One muscle, from spine to thigh
body-lead = Pick a posture or turn a dial. The psoas is pale when it is long and deep red when it is short.
body-new = Are you in pain, stiff or short of breath? Begin with your story.
body-story = Tell my story
body-stage = The body in 3D
body-postures = Postures
body-dials = Move the body
body-happens = What happens
body-again = Start again
body-show = Show
body-degrees = { $value }°
body-picture = A skeleton in this posture, with the psoas coloured by its length.
body-wait = We are drawing the body.
body-sources = Where these figures come from
body-trouble = We could not update the body just now. Your dials are kept. Move one to try again.
body-assumed = This body is 1.70 m tall and weighs 70 kg until you tell us your own figures.
body-model = These figures come from our computer model, with the other muscles at rest.

body-part-psoas = Psoas
body-part-back = Low back
body-part-hip = Hip
body-part-breath = Breath
