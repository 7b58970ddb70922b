### Sessions at home, at work and on holiday: what each slot of a day is for.

template-home_full = At home, the whole session
    .words = One session a day, three to five days a week. A release is never the whole of it: what was freed is put to work.

template-home_full-session-1 = Session
    .slot-1 = Settle, and let the ribs widen.
    .slot-2 = Front of the hips, the tighter side first and once more.
    .slot-3 = Deep belly wall, pelvic floor, small and exact.
    .slot-4 = Side and back of the hip.
    .slot-5 = Standing and walking from the back of the body.
    .slot-6 = Lie still and notice.

template-home_short = At home, the short session
    .words = For days without time. Short and done beats long and skipped.

template-home_short-session-1 = Session
    .slot-1 = Settle.
    .slot-2 = Front of the hips.
    .slot-3 = Deep belly wall.
    .slot-4 = Side and back of the hip.
    .slot-5 = Ten good steps, three times.

template-home_evening = At home, the evening
    .words = To come down from the day.

template-home_evening-session-1 = Session
    .slot-1 = Buttocks, gently.
    .slot-2 = Legs on a chair.
    .slot-3 = Long breath out.

template-work_breaks = At work, desk breaks
    .words = Six small breaks over the day. Breaks in which posture changes eased discomfort in trials; no interval is proven, so take the one you keep.

template-work_breaks-session-1 = First break
    .slot-1 = Stand, reach, shift weight from leg to leg.
    .slot-2 = Three to six slow breaths.

template-work_breaks-session-2 = Second break
    .slot-1 = Split stance: the front of the hip opens, the buttock works.
    .slot-2 = Three to six slow breaths.

template-work_breaks-session-3 = Third break
    .slot-1 = Walk to the far printer, stand tall, push off.
    .slot-2 = Three to six slow breaths.

template-work_breaks-session-4 = Fourth break
    .slot-1 = Sit to stand ten times, weight in the heels.
    .slot-2 = Three to six slow breaths.

template-work_breaks-session-5 = Fifth break
    .slot-1 = Wall: ribs over pelvis, arms up as far as the ribs stay.
    .slot-2 = Three to six slow breaths.

template-work_breaks-session-6 = Sixth break
    .slot-1 = Standing hip extension, small, from the buttock.
    .slot-2 = Three to six slow breaths.

template-work_day = At work, a wellbeing day for a group
    .words = Sessions that people join in turns, six to twelve at a time. Screening answers stay with the person. Nobody is touched or tested before others.

template-work_day-session-1 = Arrive
    .slot-1 = What the psoas is, what this day is not, red flags, a word to stop.
    .slot-2 = Self-tests in pairs or alone; numbers stay with the person.

template-work_day-session-2 = Move
    .slot-1 = Breath all round.
    .slot-2 = From the chair and on the mat.
    .slot-3 = Deep belly wall.
    .slot-4 = Side and back of the hip.

template-work_day-session-3 = Desk
    .slot-1 = Six breaks to take back to the desk; set up the chair.

template-work_day-session-4 = Massage in turns
    .slot-1 = Self-massage in the group; one to one with a practitioner by sign-up, ten minutes each.

template-work_day-session-5 = Walk
    .slot-1 = Outside: stand tall, push off, let the leg swing.
    .slot-2 = Balance in pairs.

template-work_day-session-6 = Close
    .slot-1 = Long breath out.
    .slot-2 = What each takes along: one break, one exercise, one breath.

template-travel_seat = On the way, in a seat
    .words = For train, plane and car park. In a car, only while it stands.

template-travel_seat-session-1 = In the seat and the aisle
    .slot-1 = Small and slow.
    .slot-2 = Feet, buttocks, one knee at a time, roll the pelvis.
    .slot-3 = Walk as far as there is room.

template-travel_room = On the way, in a room
    .words = No equipment, on a towel.

template-travel_room-session-1 = Session
    .slot-1 = Settle.
    .slot-2 = Front of the hips.
    .slot-3 = Deep belly wall.
    .slot-4 = Bridge and side.
    .slot-5 = Barefoot, slowly.

template-retreat = On holiday, a retreat of five days
    .words = Movement, massage and breath on each day, with long free hours. A day may be left out without a word.

template-retreat-session-1 = Arrive: morning
    .slot-1 = Before breakfast, outside if it can be.
    .slot-2 = Walk with one cue. Notice how you stand and walk.

template-retreat-session-2 = Arrive: movement
    .slot-1 = The tighter side first.
    .slot-2 = Small and exact.
    .slot-3 = Side and back of the hip.
    .slot-4 = Standing, balance, stacking.

template-retreat-session-3 = Arrive: hands
    .slot-1 = One to one with a practitioner, or self-massage; the belly only after every question was asked.
    .slot-2 = Lie down.

template-retreat-session-4 = Arrive: evening
    .slot-1 = Long breath out.
    .slot-2 = For those who wish; otherwise rest.

template-retreat-session-5 = Let go: morning
    .slot-1 = Before breakfast, outside if it can be.
    .slot-2 = Walk with one cue. Release is the theme.

template-retreat-session-6 = Let go: movement
    .slot-1 = The tighter side first.
    .slot-2 = Small and exact.
    .slot-3 = Side and back of the hip.
    .slot-4 = Standing, balance, stacking.

template-retreat-session-7 = Let go: hands
    .slot-1 = One to one with a practitioner, or self-massage; the belly only after every question was asked.
    .slot-2 = Lie down.

template-retreat-session-8 = Let go: evening
    .slot-1 = Long breath out.
    .slot-2 = For those who wish; otherwise rest.

template-retreat-session-9 = Hold: morning
    .slot-1 = Before breakfast, outside if it can be.
    .slot-2 = Walk with one cue. The deep belly wall is the theme.

template-retreat-session-10 = Hold: movement
    .slot-1 = The tighter side first.
    .slot-2 = Small and exact.
    .slot-3 = Side and back of the hip.
    .slot-4 = Standing, balance, stacking.

template-retreat-session-11 = Hold: hands
    .slot-1 = One to one with a practitioner, or self-massage; the belly only after every question was asked.
    .slot-2 = Lie down.

template-retreat-session-12 = Hold: evening
    .slot-1 = Long breath out.
    .slot-2 = For those who wish; otherwise rest.

template-retreat-session-13 = Drive: morning
    .slot-1 = Before breakfast, outside if it can be.
    .slot-2 = Walk with one cue. The back of the body is the theme.

template-retreat-session-14 = Drive: movement
    .slot-1 = The tighter side first.
    .slot-2 = Small and exact.
    .slot-3 = Side and back of the hip.
    .slot-4 = Standing, balance, stacking.

template-retreat-session-15 = Drive: hands
    .slot-1 = One to one with a practitioner, or self-massage; the belly only after every question was asked.
    .slot-2 = Lie down.

template-retreat-session-16 = Drive: evening
    .slot-1 = Long breath out.
    .slot-2 = For those who wish; otherwise rest.

template-retreat-session-17 = Go on: morning
    .slot-1 = Before breakfast, outside if it can be.
    .slot-2 = Walk with one cue. What you take home is the theme.

template-retreat-session-18 = Go on: movement
    .slot-1 = The tighter side first.
    .slot-2 = Small and exact.
    .slot-3 = Side and back of the hip.
    .slot-4 = Standing, balance, stacking.

template-retreat-session-19 = Go on: hands
    .slot-1 = One to one with a practitioner, or self-massage; the belly only after every question was asked.
    .slot-2 = Lie down.

template-retreat-session-20 = Go on: evening
    .slot-1 = Long breath out.
    .slot-2 = For those who wish; otherwise rest.
