### How a phone comes to trust the computer's certificate.

trust-paired = This phone is paired
trust-unpaired = Let this phone trust the computer
trust-words = Let your phone trust the certificate of your computer, and the warning stops. The certificate is made on your computer. It works only for addresses of private networks, and you can remove it at any time.
trust-go = Go on to the body
trust-get = Get the certificate
trust-compare = Before you trust it, compare this fingerprint with the one on your computer's Phone page:

trust-iphone-title = iPhone and iPad
trust-iphone-one = Tap Get the certificate and allow the profile.
trust-iphone-two = In Settings, open General, then VPN and Device Management, and install Psoas on this machine.
trust-iphone-three = In Settings, open General, About, Certificate Trust Settings, and switch it on.

trust-android-title = Android
trust-android-one = Tap Get the certificate and keep the file.
trust-android-two = In Settings, search for CA certificate and choose to install one.
trust-android-three = Pick the file psoas.crt. The words in your settings may differ a little.
