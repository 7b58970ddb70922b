### What is said after a screening, and people to talk to.

## What is said after a screening, by its highest level.

help-closing-none = None of your answers says that you should see a doctor first. Questions cannot rule anything out. If something changes or feels wrong, ask a doctor.
help-closing-mention = Many people with back or hip pain have one or more of these. Most often they mean nothing serious. Tell your doctor or therapist at your next visit, and ask sooner if something changes. Questions cannot rule anything out.
help-closing-see = Please have this looked at. Until then your program leaves out what could make it worse. Questions cannot rule anything out. If it gets worse, do not wait for the appointment.
help-closing-stop = There is no program for you today, because something else comes first. Please call and say what you answered here. Come back when a doctor has seen you.

## People to talk to.

help-line-samaritans = Samaritans, day and night
    .place = United Kingdom and Ireland
    .call = 116 123

help-line-lifeline_988 = 988 Suicide and Crisis Lifeline, day and night
    .place = United States and Canada
    .call = 988, by call or text

help-line-lifeline_australia = Lifeline, day and night
    .place = Australia
    .call = 13 11 14

help-line-telefonseelsorge = Telefonseelsorge, day and night
    .place = Germany
    .call = 0800 111 0 111

help-line-emergency = the emergency number of your country
    .place = Anywhere, in danger now
    .call = 112 in Europe, 999 in the United Kingdom, 911 in North America, 000 in Australia

help-line-elsewhere = a list of lines by country
    .place = Anywhere else
    .call = findahelpline.com, or a doctor, or someone you trust, today

## What a doctor has looked at.

help-visit-cleared = { $title }: a doctor looked at this on { DATETIME($day, dateStyle: "long") } and said you may exercise.
help-visit-limits = { $title }: a doctor looked at this on { DATETIME($day, dateStyle: "long") } and said you may exercise, with limits.
