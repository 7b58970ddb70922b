### Cards that make sense of things: each a title and a few short paragraphs; psoas/knowledge/data/cards.toml says who gets which.

card-one-what_matters = What matters to you
    .words-1 = Exercises are only the way. What counts is what you want to do again: pick up your child, sit through a film, run five miles.
    .words-2 = Name up to five things that are hard for you now. Rate each from 0 (can't do it) to 10 (as well as before). Your plan starts from them, and we ask again as you go. A change of about 2 points is a real one.
    .words-3 = Then take one small step toward one of them each week. Carry something light before you carry the child. Sit for half of the film, stand up, and go on. Doing the thing itself, bit by bit, builds more trust than any exercise.
    .words-4 = If you have not named anything yet, do it now. It takes two minutes.

card-one-pain = How pain works
    .words-1 = Your pain is real. It is there to protect you. A fresh injury hurts so that you look after it while it heals.
    .words-2 = But pain can stay on after the healing is done. Your nerves and brain then sound the alarm too soon, like a smoke alarm that goes off for toast. Poor sleep, stress, worry and fear of moving can turn it up. So a sore day does not mean that you did harm.
    .words-3 = That also means you can turn it down. In a trial of 492 people with long-lasting back pain, therapists helped them make sense of their pain, move with more trust, and look after sleep and stress. They had less pain and did more than with usual care, and still did three years later.
    .words-4 = New numbness, weakness, or trouble with bladder or bowels is different. Get help at once.

card-one-flare_up = Your plan for a flare-up
    .words-1 = In a flare-up your pain is clearly worse for a few days. It is common, and it seldom means new harm. Most settle in days or a few weeks.
    .words-2 = First day: breathe slowly. Find a position that eases you. Use heat or cold if you like. Make small, easy moves a few times a day. Do less, but don't stop.
    .words-3 = Next days: do about half of your usual plan, and get up and move in short bouts. Don't stay in bed for more than a day or two: it makes pain last longer.
    .words-4 = As it settles: add a little each day until you are back to your plan.
    .words-5 = Get help at once for numbness between your legs, trouble with bladder or bowels, or a leg that gets weaker. See a doctor for fever, or if it does not ease in two weeks.

card-one-pacing = Steady beats boom and bust
    .words-1 = On a good day you want to catch up on everything. Then it hurts, you rest for days, and you start again with less. People call that boom and bust.
    .words-2 = Pacing means that you stop before pain stops you. Pick one thing that matters to you. For a few days, note how long you can do it and still feel fine the next day. Start a little below that: if ten minutes is fine, take eight.
    .words-3 = Do that much each day, on good days and on bad days. After an easy week, add about a tenth. Take breaks by the clock, and not only when it hurts.
    .words-4 = Studies on pacing are mixed. Still, many people get more done in a week than they did before.

card-one-rest = Rest, and how much
    .words-1 = When your back or hip hurts, rest feels right. A few easy hours are fine. More than a day or two in bed does not help, and it can make the pain last longer.
    .words-2 = Keep up your normal day as well as you can, at a gentler pace. Split big jobs into parts. Change position often, and move about in short bouts. Stay at work if you can, with lighter tasks for a while. Feeling sore as you get going is common and does not mean harm.
    .words-3 = Short rests still have their place. Lie on your back with your calves on a chair for ten minutes, if lying there is fine for you. Then get up and do one small thing.

card-one-scans = What a scan can and can't tell you
    .words-1 = A scan shows what your back looks like. It can't show pain.
    .words-2 = In 33 studies, people without any back pain were scanned. At age 20, 37 in 100 had worn discs. At 80, it was 96 in 100. Bulging discs went from 30 to 84 in 100. Much of this is like grey hair: it comes with age. Such changes are more common in younger adults who have pain, so they can play a part. They seldom tell the whole story.
    .words-3 = That is why guidelines advise against a routine scan for back pain. A scan helps when it could change your care: after a bad fall, with signs of an illness, or when surgery is an option. If you have a scan, go through it with someone who also examines you.

card-one-posture = There is no perfect posture
    .words-1 = Backs come in many shapes. No one has shown that one shape, or one way to sit, causes pain or keeps it away. An arch is normal. So is a slump on the sofa.
    .words-2 = What helps is change. If a position hurts, try another for a while. Tip your pelvis a little, let your ribs sink, or lean back. Keep what eases you. Bracing and guarding your back all day makes it tired, and people in pain tend to do too much of it.
    .words-3 = We measure your posture to find a place to start and to see what changes. We don't grade you. Your back is strong. Move it often, load it bit by bit, and trust it.

card-one-sitting = Sitting through the day
    .words-1 = Sitting is not bad for you in itself. Staying in one position for hours is what your body complains about.
    .words-2 = So break it up. Stand for a phone call, fetch your own water, walk two minutes around the room. In one study even a walk of two minutes eased the ache of sitting for a while. In a trial of 317 office workers, those who sat less had less pain in neck and shoulders. Their backs did not change.
    .words-3 = No one knows the best rhythm. Thirty to sixty minutes is common advice. Pick a cue that you already have, such as each coffee or each call, and get up on it.
    .words-4 = After a long sit, stand tall, squeeze your buttocks and take three slow steps before you rush off.

card-one-sleep_positions = Positions for sleep
    .words-1 = No one position is right for all. These often ease a sore back or hip.
    .words-2 = On your side: bend your knees a little and put a pillow between them. Hug another pillow, so that you don't roll forward. If your outer hip is sore, lie on the other side.
    .words-3 = On your back: put a pillow under your knees.
    .words-4 = On your front: put a flat pillow under your hips and belly, and use a thin one for your head or none.
    .words-5 = To turn, bend your knees and roll shoulders and hips as one.
    .words-6 = With a new hip, ask your surgeon how you may lie. When you are pregnant, ask your midwife. If pain wakes you night after night and no position helps, tell a doctor.

card-one-panic = When panic comes
    .words-1 = A panic attack is a wave of fear. Your heart races, your breath runs away, you feel faint or unreal. It is awful, but a panic attack does you no harm. Most last 5 to 30 minutes.
    .words-2 = Heart and lung trouble can feel the same. So let a doctor check your first attacks. Call an ambulance for chest pain that lasts or spreads, or if you pass out.
    .words-3 = When it is panic: stay where you are if it is safe. Tell yourself that it will pass. Breathe out slowly and keep your breaths small. Look around you. Then go on with what you were doing.
    .words-4 = Between attacks, talking therapy (CBT) helps many people. Ask a doctor about it. Regular exercise, sleep and less coffee are worth a try.

card-one-breath = What slow breathing can do
    .words-1 = Breath is the one part of your stress system that you can steer. Slow it down, and heart and mind often follow.
    .words-2 = In trials, breath practice lowered stress a little more than doing nothing did. It does not cure pain, and big, deep breaths can make you dizzy. Small and slow works better: through your nose, into your lower ribs, with a long and easy breath out.
    .words-3 = Five minutes on most days is a good start. Use it again when you exercise: breathe out on the effort, and don't hold your breath.
    .words-4 = Your psoas and your breathing muscle (the diaphragm) meet at the spine. That easing one frees the other is a tradition, not a proven fact.

## Around the cards

card-title = Making sense of it
card-lead = Short reads picked for you.
card-evidence = Evidence: { $evidence }. Sources:
card-more = Also on the page of your plan: { $titles }.
card-own_plan = Your own plan on one page
card-name_goals = Name and rate what matters to you
card-goals_label = What you want to get back to:
card-goals = You want to get back to this: { $goals }. That is what this plan is for.
card-no_goals = What do you want to get back to?
card-aims = This plan works on what you told us first: { $aims }. You have not named what you want to get back to yet. Name it, and your plan starts from it.

## A person's own plan for a flare-up, on one page

card-flare-usual = Your usual pain: { $pain } of 10
card-flare-easy = Gentle things from your own plan
card-flare-print = Print this page
card-flare-back = Back to your program
card-flare-own = My own notes: what helps me, whom I call
