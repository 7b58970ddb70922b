"""What a person answers: questions, screens, the pain map, and the checked answers."""
