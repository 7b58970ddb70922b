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
    .words = Six small breaks over the day. In trials, breaks that change how you sit eased discomfort. No rhythm is proven, so pick one you can keep up.

template-work_breaks-session-1 = First break
    .slot-1 = Stand up, reach, and shift your weight from leg to leg.
    .slot-2 = Three to six slow breaths.

template-work_breaks-session-2 = Second break
    .slot-1 = Split stance: open the front of one hip and work its buttock.
    .slot-2 = Three to six slow breaths.

template-work_breaks-session-3 = Third break
    .slot-1 = Walk to the far printer. Stand tall and push off with your back foot.
    .slot-2 = Three to six slow breaths.

template-work_breaks-session-4 = Fourth break
    .slot-1 = Sit down and stand up ten times, weight on your heels.
    .slot-2 = Three to six slow breaths.

template-work_breaks-session-5 = Fifth break
    .slot-1 = Back to the wall, ribs over pelvis: raise your arms as far as your ribs stay down.
    .slot-2 = Three to six slow breaths.

template-work_breaks-session-6 = Sixth break
    .slot-1 = Stand and move one leg back a little, from your buttock.
    .slot-2 = Three to six slow breaths.

template-work_day = At work, a wellbeing day for a group
    .words = Sessions for six to twelve people at a time. Your health answers stay with you. Nobody is touched or tested in front of others.

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

template-retreat = On holiday, a retreat of five days
    .words = Movement, massage and breath each day, with long free hours. Skip a day whenever you like.

template-retreat-session-1 = Arrive: morning
    .slot-1 = Before breakfast, outside if possible.
    .slot-2 = Walk and notice how you stand and walk.

template-retreat-session-2 = Arrive: movement
    .slot-1 = Start with your tighter side.
    .slot-2 = Small and exact.
    .slot-3 = Side and back of your hips.
    .slot-4 = Standing, balance, ribs over pelvis.

template-retreat-session-3 = Arrive: hands
    .slot-1 = One to one with a practitioner, or self-massage. Your belly only after the safety questions.
    .slot-2 = Lie down.

template-retreat-session-4 = Arrive: evening
    .slot-1 = Long breath out.
    .slot-2 = If you like; rest if you don't.

template-retreat-session-5 = Let go: morning
    .slot-1 = Before breakfast, outside if possible.
    .slot-2 = Walk with one cue. Today's theme: let go.

template-retreat-session-6 = Let go: movement
    .slot-1 = Start with your tighter side.
    .slot-2 = Small and exact.
    .slot-3 = Side and back of your hips.
    .slot-4 = Standing, balance, ribs over pelvis.

template-retreat-session-7 = Let go: hands
    .slot-1 = One to one with a practitioner, or self-massage. Your belly only after the safety questions.
    .slot-2 = Lie down.

template-retreat-session-8 = Let go: evening
    .slot-1 = Long breath out.
    .slot-2 = If you like; rest if you don't.

template-retreat-session-9 = Hold: morning
    .slot-1 = Before breakfast, outside if possible.
    .slot-2 = Walk with one cue. Today's theme: your deep belly muscles.

template-retreat-session-10 = Hold: movement
    .slot-1 = Start with your tighter side.
    .slot-2 = Small and exact.
    .slot-3 = Side and back of your hips.
    .slot-4 = Standing, balance, ribs over pelvis.

template-retreat-session-11 = Hold: hands
    .slot-1 = One to one with a practitioner, or self-massage. Your belly only after the safety questions.
    .slot-2 = Lie down.

template-retreat-session-12 = Hold: evening
    .slot-1 = Long breath out.
    .slot-2 = If you like; rest if you don't.

template-retreat-session-13 = Drive: morning
    .slot-1 = Before breakfast, outside if possible.
    .slot-2 = Walk with one cue. Today's theme: push from behind.

template-retreat-session-14 = Drive: movement
    .slot-1 = Start with your tighter side.
    .slot-2 = Small and exact.
    .slot-3 = Side and back of your hips.
    .slot-4 = Standing, balance, ribs over pelvis.

template-retreat-session-15 = Drive: hands
    .slot-1 = One to one with a practitioner, or self-massage. Your belly only after the safety questions.
    .slot-2 = Lie down.

template-retreat-session-16 = Drive: evening
    .slot-1 = Long breath out.
    .slot-2 = If you like; rest if you don't.

template-retreat-session-17 = Go on: morning
    .slot-1 = Before breakfast, outside if possible.
    .slot-2 = Walk with one cue. Today's theme: what you take home.

template-retreat-session-18 = Go on: movement
    .slot-1 = Start with your tighter side.
    .slot-2 = Small and exact.
    .slot-3 = Side and back of your hips.
    .slot-4 = Standing, balance, ribs over pelvis.

template-retreat-session-19 = Go on: hands
    .slot-1 = One to one with a practitioner, or self-massage. Your belly only after the safety questions.
    .slot-2 = Lie down.

template-retreat-session-20 = Go on: evening
    .slot-1 = Long breath out.
    .slot-2 = If you like; rest if you don't.
