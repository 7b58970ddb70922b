"""The timeline of events and check-ins, and the reflection."""
