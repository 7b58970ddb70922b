### Breath techniques: what for, how, and what evidence supports and does not.

breath_technique-wide_ribs = Breath all round (diaphragm, 360 degrees)
    .purpose = To let the lower ribs widen to the front, sides and back, so that the belly wall and the low back take part.
    .posture = Lying on the back with the calves on a chair, or sitting with the back supported; hands around the lower ribs.
    .supports = Breathing exercise beside other care eased chronic low back pain in 13 trials; certainty low to very low.
    .does_not = That this way of breathing is the right one, or lengthens the psoas, was not shown.
    .how-1 = Let the breath out until it ends by itself.
    .how-2 = Breathe in quietly so that the hands are pushed apart, back of the ribs included. The shoulders stay.
    .how-3 = Let the ribs sink. Do not push the belly out.

breath_technique-long_out = Long breath out
    .purpose = To settle before sleep, before release work, or after a hard hour.
    .posture = Sitting or lying, supported.
    .supports = Slow breathing lowers heart rate and blood pressure a little while it lasts, and raises the heart's variability.
    .does_not = A longer out-breath is not clearly better than an even one at the same pace.
    .how-1 = Breathe in easily.
    .how-2 = Let the breath out slowly through pursed lips or the nose, without emptying to the last.
    .how-3 = Shorten both parts if you want to gasp.

breath_technique-six_a_minute = About six a minute
    .purpose = An even, slow pace at which heart and breath swing together.
    .posture = Sitting upright, supported.
    .supports = The heart's variability rises during it and right after, in 223 studies.
    .does_not = For mood, about 5.5 a minute did no better than 12 a minute in 400 people: both groups felt better.
    .how-1 = Follow the pace: in and out for the same time.
    .how-2 = Keep the breath small. Slow does not mean deep.

breath_technique-box = Box
    .purpose = Something to count when thoughts run.
    .posture = Sitting, never standing, in water or driving.
    .supports = Five minutes a day for four weeks raised mood, about like other breathing and like mindfulness.
    .does_not = No special merit of the four equal sides was shown.
    .how-1 = Four equal sides: in, hold, out, hold.
    .how-2 = Hold softly, throat open. If a hold presses, leave both holds out.

breath_technique-double_sigh = Sigh: two breaths in, one long out
    .purpose = To let go quickly, three times in a row or for five minutes.
    .posture = Sitting or lying.
    .supports = In one trial of about 110 people, five minutes a day for four weeks raised mood most among three kinds of breathing.
    .does_not = One trial, unblinded, a modest gain; anxiety fell as much with mindfulness.
    .how-1 = Breathe in through the nose, and near the end take a second short sip.
    .how-2 = Let it all go slowly through the mouth.
    .how-3 = Wait until the next breath wants to come.

breath_technique-humming = Humming
    .purpose = A long breath out that you can hear and feel in the chest.
    .posture = Sitting, jaw loose.
    .supports = In small pilots the stress index was lowest and the heart's variability highest at 12 to 14 seconds a breath.
    .does_not = There were no control groups.
    .how-1 = Breathe in quietly through the nose.
    .how-2 = Hum on the way out, low and soft, lips closed, teeth apart.
    .how-3 = End before you are empty.

breath_technique-with_movement = Breath with movement
    .purpose = To bring breath, pelvis and ribs together before the program.
    .posture = Lying on the back, knees bent, feet flat; or sitting at the edge of a chair.
    .supports = In the practice this project comes from, breath and retraining work best together.
    .does_not = No trial of this combination was found.
    .how-1 = Breathe in: the pelvis rolls a little forward, the low back leaves the floor by a finger.
    .how-2 = Breathe out: the ribs sink, the belly wall draws in softly, the low back comes down.
    .how-3 = Let the breath lead and the movement follow.

breath_technique-counting = Counting, for panic
    .purpose = Small, slow, countable breaths when breath runs away.
    .posture = Wherever you are; feet on the floor, back against something.
    .supports = Training to breathe less, with feedback on carbon dioxide, helped people with panic disorder (n = 37).
    .does_not = Why it helps is disputed: in a later trial raising and lowering carbon dioxide both helped. Counting alone was not tested.
    .how-1 = Say to yourself: this is a wave, it passes, mostly within 20 minutes.
    .how-2 = Breathe in through the nose, small, counting to three.
    .how-3 = Breathe out counting to four, and wait for one.
    .how-4 = Do not take big breaths. If chest pain, fainting or exertion is part of it: call an ambulance.

breath_technique-resting_legs = Constructive rest, breathing
    .purpose = To let the front of the hips and the low back soften while breath goes on by itself.
    .posture = On the back, knees bent and leaning together, feet wider than the hips, a folded towel under the head.
    .supports = Handed down in movement teaching: chair, floor and bones hold the legs, so that the hip flexors can rest.
    .does_not = No trial of it was found.
    .how-1 = Do nothing with the legs: the bones hold them.
    .how-2 = Let the breath come and go, and notice where it reaches.
    .how-3 = With each breath out, let the thigh bones sink into the hips.

breath_technique-side_ribs = Breath into one side
    .purpose = To let the ribs of one side open, above all after long sitting.
    .posture = Lying on the other side over a rolled towel, knees bent, the upper arm overhead.
    .supports = A posture cue of practice; it lets ribs move that sitting holds.
    .does_not = No trial of it was found.
    .how-1 = Breathe in to the side that is on top, as if it opened like a fan.
    .how-2 = Breathe out and let it close.
    .how-3 = Half the time, then change sides.
