"""From a movement to what the muscles do in it."""
