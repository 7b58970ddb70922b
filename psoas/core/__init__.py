"""What every package uses: arrays, errors, sources, compiled loops, the catalogue of words."""
