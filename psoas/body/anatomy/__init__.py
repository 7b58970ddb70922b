"""The anatomy as tables: segments, coordinates, landmarks, muscles, inertia, each with its source."""
