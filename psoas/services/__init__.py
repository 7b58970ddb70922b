"""A person's stored data taken through the stages: answers, programs, recordings. No web."""
