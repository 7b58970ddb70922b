"""The page on which a person says what the markers of an unknown set are."""
