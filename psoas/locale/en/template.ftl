### Sessions at home, at work and on holiday: what each slot of a day is for.

template-home_full = At home, the whole session
    .words = One session a day, three to five days a week. It never stops at release: what you free, you put to work.

template-home_full-session-1 = Session
    .slot-1 = Settle and let your ribs widen.
    .slot-2 = Front of your hips: the tighter side first, and once more at the end.
    .slot-3 = Deep belly and pelvic floor, small and exact.
    .slot-4 = Side and back of your hips.
    .slot-5 = Stand and walk from your buttocks and calves.
    .slot-6 = Lie still and notice how you feel.

template-home_short = At home, the short session
    .words = For busy days. Short and done beats long and skipped.

template-home_short-session-1 = Session
    .slot-1 = Settle.
    .slot-2 = Front of your hips.
    .slot-3 = Deep belly muscles.
    .slot-4 = Side and back of your hips.
    .slot-5 = Ten good steps, three times.

template-home_evening = At home, the evening
    .words = To wind down from your day.

template-home_evening-session-1 = Session
    .slot-1 = Buttocks, gently.
    .slot-2 = Legs on a chair.
    .slot-3 = Long breath out.

template-work_breaks = At work, desk breaks
    .words = Six small breaks over the day. In trials, breaks that change how you sit eased discomfort. No rhythm is proven, so pick one you can keep up. What you do changes every two weeks.
    .setup-1 = Chair: set the height so that your elbows are level with the desk and your shoulders hang.
    .setup-2 = Feet: flat on the floor, or on a box if they do not reach it.
    .setup-3 = Back: let the backrest touch your low back. Sit all the way in.
    .setup-4 = Screen: an arm's length away, its top at about eye level, straight in front of you.
    .setup-5 = Keyboard and mouse: close together, close to you, with room to rest your hands.
    .setup-6 = Phone, bin and printer: far enough that you have to stand up.
    .setup-7 = One sign for a break that you already have: a call, a full glass, a meeting that ends. Then stand up.

template-work_breaks-session-1 = First break
    .slot-1 = Bend, turn and reach, easily.
    .slot-2 = Three to six slow breaths.

template-work_breaks-session-2 = Second break
    .slot-1 = Open the front of your hips.
    .slot-2 = Three to six slow breaths.

template-work_breaks-session-3 = Third break
    .slot-1 = Walk to the far printer. Push off with your back foot.
    .slot-2 = Three to six slow breaths.

template-work_breaks-session-4 = Fourth break
    .slot-1 = Make your legs work: stand up and sit down, or bend at your hips.
    .slot-2 = Three to six slow breaths.

template-work_breaks-session-5 = Fifth break
    .slot-1 = Ribs over pelvis, with easy breath.
    .slot-2 = Three to six slow breaths.

template-work_breaks-session-6 = Sixth break
    .slot-1 = Calves, balance or the side of your hip.
    .slot-2 = Three to six slow breaths.

template-work_day = At work, a wellbeing day for a group
    .words = Sessions for six to twelve people at a time. Each person does the version that suits them. Your health answers stay with you. Nobody is touched or tested in front of others.
    .setup-1 = Send the safety questions a week before. Each person answers alone and brings only their own page.
    .setup-2 = One mat and one chair for each person of a turn, and a wall that is free.
    .setup-3 = A quiet room with a door for massage, with two chairs and a couch or mat.
    .setup-4 = Agree on one word to stop. It needs no reason.
    .setup-5 = Whoever was told to see a doctor first comes to talks, breath and walks, as their page says.

template-work_day-session-1 = Arrive
    .slot-1 = What the psoas is, what this day is not, warning signs, and a word that stops anything.
    .slot-2 = Self-tests in pairs or alone. Your numbers stay with you.

template-work_day-session-2 = Move
    .slot-1 = Breathe together.
    .slot-2 = On the chair and on the mat.
    .slot-3 = Deep belly muscles.
    .slot-4 = Side and back of your hips.

template-work_day-session-3 = Desk
    .slot-1 = Set up your chair and learn six breaks to take back to your desk.

template-work_day-session-4 = Massage in turns
    .slot-1 = Self-massage in the group. Sign up for ten minutes with a practitioner.

template-work_day-session-5 = Walk
    .slot-1 = Outside: stand tall, push off, let your leg swing.
    .slot-2 = Balance in pairs.

template-work_day-session-6 = Close
    .slot-1 = Long breath out.
    .slot-2 = Pick what you take home: one break, one exercise, one breath.

template-travel_seat = On the road, in a seat
    .words = For the train, the plane and the car park. In a car, only when it is parked.

template-travel_seat-session-1 = In the seat and the aisle
    .slot-1 = Small and slow.
    .slot-2 = Move your feet, squeeze your buttocks, lift one knee at a time, roll your pelvis.
    .slot-3 = Walk as far as you have room.

template-travel_room = On the road, in a room
    .words = All you need is a towel.

template-travel_room-session-1 = Session
    .slot-1 = Settle.
    .slot-2 = Front of your hips.
    .slot-3 = Deep belly muscles.
    .slot-4 = Bridge and side.
    .slot-5 = Walk barefoot, slowly.

template-retreat = On holiday, a retreat of three to seven days
    .words = Movement, massage and breath on each day, with long free hours between. Skip a day or a session whenever you like.
    .theme-1 = Arrive
    .theme-2 = Let go
    .theme-3 = Hold
    .theme-4 = Drive
    .theme-5 = Steps outside
    .theme-6 = Rest
    .theme-7 = Take it home
    .about-1 = See how you stand and walk today, before you change anything.
    .about-2 = The front of your hips gets time and warmth.
    .about-3 = Breath and the deep belly wall carry you.
    .about-4 = The back of your body moves you forward.
    .about-5 = Longer walks, up and down hills if there are any.
    .about-6 = Half of everything. Sleep, sit in the sun, walk only for pleasure.
    .about-7 = Choose one exercise, one walk and one breath to keep.
    .setup-1 = A mat and a towel for each person, and chairs for those who do not go down to the floor.
    .setup-2 = Everybody answers the safety questions alone, before the first day. The answers stay with them.
    .setup-3 = Ask each morning, one by one: anything new, anything worse? Who says yes rests and is looked at.
    .setup-4 = Massage is one to one, by sign-up, with a no that needs no reason. The belly comes only after all safety questions.
    .setup-5 = Know the way to the next hospital, and write its number on the door.

template-retreat-session-1 = Morning walk
    .slot-1 = Before breakfast, outside if possible.
    .slot-2 = Walk with one cue: let the back foot push you.

template-retreat-session-2 = Movement
    .slot-1 = Start with your tighter side.
    .slot-2 = Small and exact.
    .slot-3 = Side and back of your hips.
    .slot-4 = Standing, balance, ribs over pelvis.

template-retreat-session-3 = Hands
    .slot-1 = One to one with a practitioner, or massage by yourself.
    .slot-2 = Lie down.

template-retreat-session-4 = Evening
    .slot-1 = Long breath out.
    .slot-2 = If you like: what does this day tell you? Rest if you don't.
