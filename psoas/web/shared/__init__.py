"""What the pages share: the base template, and parts of forms and of practice."""
