### The made-up person of the demo.

demo-name = Robin, made up
demo-banner = Made up: nobody's data, to look around with.
