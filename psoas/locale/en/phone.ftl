### Pairing a phone, as seen on the computer.

phone-title = Phone
phone-heading = Use your phone
phone-lead = Practice happens on the floor, not at a desk. Pair a phone in this network, and it shows the same pages.
phone-code = Scan this
phone-code_alt = A code that pairs a phone. On the phone, open the camera and point it here.
phone-once = The code lets one phone in, within ten minutes. It leads to { $address }.
phone-again = Show a new code
phone-fingerprint = Fingerprint of this computer's certificate, to compare on the phone:
phone-paired = Paired phones
phone-none = None yet.
phone-seen = last here { $day }
phone-unpair = Shut out
phone-unnamed = A device

phone-step-network = Bring the phone into the same network as this computer.
phone-step-scan = Open the phone's camera and scan the code.
phone-step-warning = The phone says that it does not know this address. That is expected: the address exists only in your network. Choose the details, then go on.
phone-step-pair = Tap Pair this phone.
phone-step-trust = Then follow the steps there, and the warning goes away.
