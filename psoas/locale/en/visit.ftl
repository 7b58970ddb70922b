### A doctor has looked: what they looked at, when, and what they said.

visit-title = A doctor has looked at this
visit-lead = Good that you had it looked at. Tell us what the doctor said, and we will plan around it.
visit-picture = What did the doctor look at?
visit-day = When was that?
visit-outcome = What did they say about exercise?
visit-outcome-cleared = I may exercise
visit-outcome-limits = I may exercise, with limits
visit-outcome-not_cleared = Not yet
visit-limit = If there are limits: what should you leave out for now? If you are not sure, leave all boxes empty. We will then leave all of it out.
visit-limit-running = Running
visit-limit-impact = Jumps and hops
visit-limit-loading = Heavy effort, such as squats and bridges
visit-limit-abdominal_massage = Pressure on the belly
visit-limit-massage = Any massage
visit-limit-end_range = Deep stretches
visit-limit-breath_holds = Holding your breath
visit-new = Since that visit: has anything new come, or has something grown worse?
visit-again = If something new comes later, change your answers. We will then ask you to see a doctor again.
visit-keep = Keep this
visit-nothing = Nothing in your answers needs a doctor's word right now.
visit-stays = This has to pass first
visit-stays_why = No visit can let these through while they are there. When they are gone, change your answer.

visit-link = A doctor has looked at this
visit-fault-picture = Please tick at least one.
visit-fault-day = Please choose the day. It cannot be later than today.
visit-fault-outcome = Please choose what the doctor said.
visit-fault-limit = Please choose from the list.
visit-fault-new = Please answer this one too.

visit-line-change = If something new comes, see a doctor again and change your answers.
