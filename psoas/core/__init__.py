"""What every package stands on: messages, languages and the catalogue of words."""
