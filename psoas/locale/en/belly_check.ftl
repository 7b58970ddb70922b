### The safety check before pressure on the belly: what is asked, and why a yes leaves the belly alone.

belly_check-ask-artery = Do you know of a widened artery in your belly, or do you feel a strong pulse there?
belly_check-ask-artery-why = Pressure could harm a widened artery. Ask your doctor for an artery scan. Until then, leave your belly alone.
belly_check-ask-belly_pain = Do you have pain in your belly, low on one side, or below the ribs at your side, or a steady or sudden strong pain that nobody has explained?
belly_check-ask-belly_pain-why = Have this pain looked at first. Nobody should press on a belly that hurts.
belly_check-ask-pregnancy = Are you pregnant, might you be, or did you give birth in the last 12 weeks?
belly_check-ask-pregnancy-why = In pregnancy, and in the first 12 weeks after a birth, the belly is left alone.
belly_check-ask-blood = Do you take blood thinners, or do you bleed or bruise easily because of an illness?
belly_check-ask-blood-why = You bleed more easily, and a bleed deep in the belly is hard to see.
belly_check-ask-hernia = Do you have a hernia in your belly or groin?
belly_check-ask-hernia-why = Pressure can push a hernia out further. Have it looked at first.
belly_check-ask-operation = Did you have an operation in the last 12 weeks, or one on your belly or groin in the last six months?
belly_check-ask-operation-why = The tissue is still healing. Wait until six months have passed, then ask your surgeon.
belly_check-ask-illness = Do you have a fever, feel ill, have a skin wound or infection, lose weight without trying, or have or had cancer?
belly_check-ask-illness-why = Your body has other work to do now. Ask your doctor before anyone presses on your belly.
belly_check-ask-organs = Do you have an illness of the bowel, liver or kidney, a stomach ulcer, or a large spleen?
belly_check-ask-organs-why = These organs lie right under your fingers. Ask your doctor first.
belly_check-ask-bones = Do you have thin bones (osteoporosis)?
belly_check-ask-bones-why = Pressing on the belly also loads the ribs and the spine, and yours break more easily.
belly_check-ask-legs = Is one calf swollen, is the front of a thigh numb, is a leg growing weaker, or can a leg not carry you?
belly_check-ask-legs-why = Have a doctor look at your leg first.
belly_check-ask-skin = Is there skin on your body that feels less, or a pressure sore?
belly_check-ask-skin-why = Where you feel less, you cannot tell when pressure is too much.
belly_check-ask-breath = Do you get short of breath when you lie flat, or are you more than 16 weeks pregnant?
belly_check-ask-breath-why = This is done lying on your back, and that is not right for you now.
belly_check-ask-young = Are you under 18?
belly_check-ask-young-why = This is for adults. Ask a physiotherapist who treats teenagers.
belly_check-ask-ask_first = Are you 65 or older, do you have a coil, endometriosis or heart disease, or have you taken steroid tablets for months?
belly_check-ask-ask_first-why = Please ask your doctor first whether gentle belly massage is fine for you. Then answer the last question here.

belly_check-agreed = If you said yes to the last one: has your doctor said that gentle belly massage is fine for you?
belly_check-stopped = Something you answered comes first: { $title }. The belly is left alone until then.
belly_check-narrowed = Left alone for now: { $title }.

## The page and the command.

belly_check-title = Belly release: safety check
belly_check-lead = Two minutes, and you know whether the gentle belly release is for you. Answer each with yes or no. Not sure? Then it is a yes.
belly_check-known = From your answers we already know the rest.
belly_check-keep = Check
belly_check-fault = Please answer every question.
belly_check-open = You can add the gentle belly release to your plan. Before each time: if something here has changed, leave it and check again.
belly_check-not_now = The belly release is not for you right now. Your plan has other ways to let the front of the hip go.
belly_check-undone = A two-minute safety check first.
belly_check-again = Answer again
belly_check-to_program = To your program
belly_check-link = Belly release: start the two-minute safety check
belly_check-yes = Yes
belly_check-no = No
