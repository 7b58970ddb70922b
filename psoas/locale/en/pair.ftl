### Pairing a phone, as seen on the phone.

pair-title = Pair this phone?
pair-words = It will see what Psoas on the computer sees of you, until you shut it out there.
pair-button = Pair this phone
pair-stale_title = This code is used up
pair-stale = A code works once, for ten minutes. On the computer where Psoas runs, open the page Phone, show a new code and scan that.
