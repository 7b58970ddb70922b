### Colour schemes.

look-auto = As the system
look-light = Light
look-dark = Dark
