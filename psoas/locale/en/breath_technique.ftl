### Breath techniques: what for, how, and what evidence supports and does not.

breath_technique-wide_ribs = Wide breathing (360 degrees)
    .purpose = Lets your lower ribs widen to the front, the sides and the back. Your belly and low back join in.
    .posture = Lie on your back with your calves on a chair, or sit with your back supported. Put your hands around your lower ribs.
    .supports = In 13 trials, breathing exercises beside other care eased low back pain that had lasted long. The certainty is low to very low.
    .does_not = No study shows that this is the one right way to breathe, or that it makes the psoas longer.
    .how-1 = Breathe out until the breath ends by itself.
    .how-2 = Breathe in quietly and feel your hands move apart, at the back too. Your shoulders stay down.
    .how-3 = Breathe out and let your ribs sink. Do not push your belly out.

breath_technique-long_out = Long breath out
    .purpose = Helps you settle before sleep, before release work or after a hard hour.
    .posture = Sit or lie down with good support.
    .supports = Slow breathing lowers heart rate and blood pressure a little while you do it. The time between heartbeats also varies more.
    .does_not = A longer breath out is not clearly better than an even one at the same pace.
    .how-1 = Breathe in without effort.
    .how-2 = Breathe out slowly through pursed lips or your nose. Stop before you are quite empty.
    .how-3 = If you want to gasp, make both parts shorter.

breath_technique-six_a_minute = Six breaths a minute
    .purpose = An even, slow pace. At this pace your heart and your breath swing together.
    .posture = Sit upright with good support.
    .supports = In 223 studies, the time between heartbeats varied more during it and right after.
    .does_not = For mood, 5.5 breaths a minute did no better than 12 in 400 people. Both groups felt better.
    .how-1 = Follow the pace. Breathe in and out for the same time.
    .how-2 = Keep each breath small. Slow does not mean deep.

breath_technique-box = Box breathing
    .purpose = Gives you something to count when your thoughts race.
    .posture = Sit down. Never do it while standing, in water or driving.
    .supports = In one trial, five minutes a day for four weeks lifted mood. Other kinds of breathing and mindfulness did about as well.
    .does_not = No study shows that the four equal sides matter.
    .how-1 = Breathe in, hold, breathe out, hold. All four take the same time.
    .how-2 = Hold softly with your throat open. If a hold feels tight, leave both holds out.

breath_technique-double_sigh = Sigh with two breaths in
    .purpose = Lets you calm down fast. Do it three times in a row, or for five minutes.
    .posture = Sit or lie down.
    .supports = In one trial of about 110 people, five minutes a day for four weeks lifted mood the most of three kinds of breathing.
    .does_not = It was one trial with a small gain, and people knew what they did. Mindfulness eased worry as much.
    .how-1 = Breathe in through your nose. Near the end, take a second short sip of air.
    .how-2 = Let it all go slowly through your mouth.
    .how-3 = Wait until the next breath wants to come.

breath_technique-humming = Humming
    .purpose = A long breath out that you can hear and feel in your chest.
    .posture = Sit with a loose jaw.
    .supports = In small first studies, a stress score was lowest and the time between heartbeats varied most at 12 to 14 seconds a breath.
    .does_not = Nobody was compared with people who did not hum.
    .how-1 = Breathe in quietly through your nose.
    .how-2 = Hum as you breathe out, low and soft. Keep your lips closed and your teeth apart.
    .how-3 = Stop before you are empty.

breath_technique-with_movement = Breath with movement
    .purpose = Brings your breath, pelvis and ribs together before you train.
    .posture = Lie on your back with your knees bent and your feet flat. You can also sit at the front of a chair.
    .supports = In the practice behind this project, breath and retraining work best together.
    .does_not = We found no trial of the two together.
    .how-1 = Breathe in. Your pelvis rolls forward a little, and your low back lifts by a finger's width.
    .how-2 = Breathe out. Your ribs sink, your belly draws in softly, and your low back comes down.
    .how-3 = Let your breath lead and your body follow.

breath_technique-counting = Counted breaths
    .purpose = Small, slow breaths that you can count when your breath runs away.
    .posture = Do it wherever you are. Put your feet on the floor and your back against something.
    .supports = In a trial of 37 people with panic disorder, learning to breathe less helped. They saw their own carbon dioxide on a screen.
    .does_not = Experts do not agree why it helps. In a later trial both more and less carbon dioxide helped. Counting alone was not tested.
    .how-1 = Tell yourself that this is a wave. It passes, mostly within 20 minutes.
    .how-2 = Take a small breath in through your nose and count to three.
    .how-3 = Breathe out and count to four. Then wait for one.
    .how-4 = Do not take big breaths. Call an ambulance if you have chest pain, if you faint, or if it comes when you exert yourself.

breath_technique-resting_legs = Constructive rest, breathing
    .purpose = Lets the front of your hips and your low back soften while your breath goes on by itself.
    .posture = Lie on your back with your feet wider than your hips. Let your bent knees lean together, and put a folded towel under your head.
    .supports = Movement teachers have handed this down. The floor and your bones hold your legs, so your hip flexors can rest.
    .does_not = We found no trial of it.
    .how-1 = Do nothing with your legs. Your bones hold them.
    .how-2 = Let your breath come and go. Notice where it reaches.
    .how-3 = With each breath out, let your thighs sink into your hips.

breath_technique-side_ribs = Breath into one side, then the other
    .purpose = Opens the ribs of one side. It feels good after long sitting.
    .posture = Lie on your other side over a rolled towel. Bend your knees and lay your upper arm over your head.
    .supports = Teachers use this cue so that ribs move which sitting holds still.
    .does_not = We found no trial of it.
    .how-1 = Breathe into your upper side, as if it opened like a fan.
    .how-2 = Breathe out and let it close.
    .how-3 = Stay for half the time, then change sides.
