### Body and life: three centres that a tradition sees along the psoas, as questions to sit with. Never a cause.

reflection-welcome = Some traditions see three centres along the psoas, and read body signals as a chance to stop and look at one's life. This part offers their questions, if you like to write or to sit with them. It has not been tested, explains no pain, and replaces no doctor. Leave out what does not fit. If writing stirs up too much, stop, put both feet on the floor, and talk to someone; thoughts of harming yourself need a person now.

reflection-centre-root = Root
    .where = At the base, where the psoas reaches the leg.
    .check_in = How steady is the ground under your life today?
    .low_means = nothing holds
    .high_means = I stand well

reflection-prompt-root_home = Where do you feel at home, and when were you last there?
reflection-prompt-root_money = What would be enough, and what tells you so?
reflection-prompt-root_work = What in your work carries you, and what do you carry?
reflection-prompt-root_safety = With whom, or where, do your shoulders come down by themselves?
reflection-prompt-root_ground = What do your feet tell you when you stand still for a minute?
reflection-prompt-root_foundations = Which change of the last two years shook your ground, and what stood all the same?
reflection-prompt-root_forward = Which next step have you put off, and how small could it be?

reflection-grounding-feet = Feet
    .step-1 = Stand, shoes off, beside something solid.
    .step-2 = Rock from heels to toes, smaller and smaller, until the weight rests in the middle.
    .step-3 = Breathe out and let the weight go down through both feet. Ten breaths.

reflection-grounding-five_senses = Five, four, three, two, one
    .step-1 = Name five things you see, four you hear, three you touch, two you smell, one you taste.
    .step-2 = Take your time. Look around the room once more at the end.

reflection-centre-sacral = Sacral
    .where = In the bowl of the pelvis, which the psoas crosses.
    .check_in = How easily do things flow between you and others today?
    .low_means = all is stuck
    .high_means = it flows

reflection-prompt-sacral_people = After which meetings do you feel lighter, and after which heavier?
reflection-prompt-sacral_ask = What have you not said, and to whom would you say it first?
reflection-prompt-sacral_money = What do you hold on to, and what would happen if you gave a little of it away?
reflection-prompt-sacral_work = Where do you push against a door that opens the other way?
reflection-prompt-sacral_flow = When did you last lose track of time, gladly?
reflection-prompt-sacral_rest = What would a day look like on which nothing had to be finished?

reflection-grounding-pelvis_clock = Pelvis on a clock face
    .step-1 = Lie on your back, knees bent.
    .step-2 = Let the pelvis roll as if a ball lay in it: towards the navel, towards the tail, to each side.
    .step-3 = Small circles, slow, both ways. Stop where it is rough, and breathe out there.

reflection-grounding-warm_hands = Warm hands
    .step-1 = Rub the hands until they are warm.
    .step-2 = Lay them on the low belly, without pressure.
    .step-3 = Let ten breaths pass under them.

reflection-centre-solar_plexus = Solar plexus
    .where = Under the ribs, where psoas and diaphragm meet.
    .check_in = How well do drive and rest balance today?
    .low_means = driven or empty
    .high_means = willing and rested

reflection-prompt-solar_drive = What are you running towards, and what away from?
reflection-prompt-solar_will = What did you do this week because you wanted to?
reflection-prompt-solar_stop = Which signal of your body did you last run over, and what might it have asked for?
reflection-prompt-solar_enough = How do you notice that it is enough, before you are made to?
reflection-prompt-solar_ego = Whom would you disappoint by doing less, and is that so?

reflection-grounding-hands_on_ribs = Hands on the ribs
    .step-1 = Sit back. Lay the hands around the lower ribs.
    .step-2 = Let the ribs move the hands, small and wide.
    .step-3 = With each breath out, let one thing be unfinished. Ten breaths.

reflection-grounding-push_wall = Push the wall, and let go
    .step-1 = Stand facing a wall, hands flat on it at the height of the chest.
    .step-2 = On a breath out push with about half of your strength, from the back leg.
    .step-3 = On the next, let go altogether and notice the difference. Six times, breathing all the while.

reflection-check_in = { $centre }: { $value } of 10, between { $low } (0) and { $high } (10).
