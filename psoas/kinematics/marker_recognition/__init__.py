"""Which landmark each marker of an unknown set shows, from geometry and movement alone."""
