### The page around the player: before and after a session.

session-title = Session
session-leave = Leave
session-wait = The session is being laid out.
session-noscript = A led session needs scripts, which this browser has switched off. The program on paper works without.
session-after = Done for today
session-after_done = You did { $done } of { $blocks } sets.
session-stopped = Your body said stop, and you stopped. That was right.
session-legs_again = Answer the questions about legs and nerves again
session-effort = Effort
session-pain = Pain after
session-of_ten = { $score } of 10
session-changes = What changes
session-nothing_changes = Nothing: the next session keeps its doses.
session-open = Steps on to accept or not: { $count }
session-next = What is next
session-next_words = Day { $day }, { $minutes } minutes. This week so far: { $done } of { $days } days.
session-week_done = All { $days } days of this week are done. Rest is part of it.
session-tomorrow = Tomorrow we ask you once how you felt after it.
session-to_progress = See your progress
session-to_program = Back to the program
