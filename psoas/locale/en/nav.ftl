### The bar of pages.

nav-body = The body
nav-measure = Measure
nav-story = My story
nav-findings = Findings
nav-program = Program
nav-progress = Progress
nav-breath = Breath
nav-phone = Phone
nav-more = More
