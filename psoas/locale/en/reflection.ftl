### Body and life: three centres that a tradition sees along the psoas, as questions to sit with. Never a cause.

reflection-welcome = Some traditions see three centres along the psoas. They read signals of the body as a chance to stop and look at your life. Here are their questions, if you like to write or to sit with them. Nobody has tested this. It explains no pain and replaces no doctor. Skip what does not fit. If it stirs up too much, stop, put both feet on the floor, and talk to someone. If you think of harming yourself, talk to a person now.

reflection-centre-root = Root
    .where = Low down, where the psoas reaches the leg.
    .check_in = How steady is the ground under your life today?
    .low_means = nothing holds me
    .high_means = I stand firmly

reflection-prompt-root_home = Where do you feel at home, and when were you last there?
reflection-prompt-root_money = How much would be enough, and how would you know?
reflection-prompt-root_work = What in your work carries you, and what do you carry?
reflection-prompt-root_safety = With whom, or where, do your shoulders drop on their own?
reflection-prompt-root_ground = What do your feet tell you when you stand still for a minute?
reflection-prompt-root_foundations = Which change of the last two years shook you most, and what held firm?
reflection-prompt-root_forward = Which next step have you put off, and how small could you make it?

reflection-grounding-feet = Feet
    .step-1 = Stand, shoes off, beside something solid.
    .step-2 = Rock from heels to toes, smaller and smaller, until your weight rests in the middle.
    .step-3 = Breathe out and let your weight sink through both feet. Ten breaths.

reflection-grounding-five_senses = Five, four, three, two, one
    .step-1 = Name five things you see, four you hear, three you can touch, two you smell, one you taste.
    .step-2 = Take your time. Look around the room once more at the end.

reflection-centre-sacral = Sacral
    .where = In the bowl of your pelvis, which the psoas crosses.
    .check_in = How easily do things flow between you and others today?
    .low_means = I am stuck
    .high_means = it flows

reflection-prompt-sacral_people = After which meetings do you feel lighter, and after which do you feel heavier?
reflection-prompt-sacral_ask = What have you not said, and to whom would you say it first?
reflection-prompt-sacral_money = What do you hold on to, and what would happen if you gave a little of it away?
reflection-prompt-sacral_work = Where do you push a door that opens the other way?
reflection-prompt-sacral_flow = When did you last lose track of time and enjoy it?
reflection-prompt-sacral_rest = What would a day look like if nothing had to be finished?

reflection-grounding-pelvis_clock = Pelvis on a clock face
    .step-1 = Lie on your back, knees bent.
    .step-2 = Roll your pelvis as if it held a ball: toward your navel, toward your tail, to each side.
    .step-3 = Make small, slow circles both ways. Where it feels rough, stop and breathe out.

reflection-grounding-warm_hands = Warm hands
    .step-1 = Rub your hands until they are warm.
    .step-2 = Lay them on your low belly without pressing.
    .step-3 = Feel ten breaths pass under them.

reflection-centre-solar_plexus = Solar plexus
    .where = Under your ribs, where psoas and diaphragm meet.
    .check_in = How well do drive and rest balance today?
    .low_means = driven or empty
    .high_means = keen and rested

reflection-prompt-solar_drive = What are you running toward, and what are you running from?
reflection-prompt-solar_will = What did you do this week because you wanted to?
reflection-prompt-solar_stop = Which signal of your body did you last ignore, and what might it have asked for?
reflection-prompt-solar_enough = How do you notice that it is enough, before something makes you stop?
reflection-prompt-solar_ego = Whom would you disappoint by doing less, and is that true?

reflection-grounding-hands_on_ribs = Hands on the ribs
    .step-1 = Sit back. Lay your hands around your lower ribs.
    .step-2 = Let your ribs move your hands, small and wide.
    .step-3 = With each breath out, let one thing stay unfinished. Ten breaths.

reflection-grounding-push_wall = Push the wall, and let go
    .step-1 = Face a wall and put your hands flat on it at chest height.
    .step-2 = As you breathe out, push with about half your strength, from your back leg.
    .step-3 = On the next breath out, let go fully and notice the difference. Six times. Keep breathing.

reflection-check_in = { $centre }: { $value } of 10, between { $low } (0) and { $high } (10).
