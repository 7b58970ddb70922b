"""The guided session: a script of timed steps, the log of what happened, what changed over time, and the next dose."""
