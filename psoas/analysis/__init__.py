"""One analysed recording: the result, its quality, its summary, and reading and writing its folder."""
