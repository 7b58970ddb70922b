"""The database: one person's rows, and nobody else's. Dataclasses in, dataclasses out."""
