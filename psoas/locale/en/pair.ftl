### Pairing a phone, as seen on the phone.

pair-title = Pair this phone?
pair-words = It will see everything that Psoas on the computer shows you, until you remove it there.
pair-button = Pair this phone
pair-stale_title = This code is used up
pair-stale = A code works once, for ten minutes. On the computer where Psoas runs, open the page Phone, show a new code and scan that.
