"""What is known, as data: red flags, questionnaires, self-tests, breath, massage, exercises, places."""
