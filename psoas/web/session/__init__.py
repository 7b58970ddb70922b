"""The guided session: the player, its log, and what follows."""
