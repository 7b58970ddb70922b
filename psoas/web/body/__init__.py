"""The front page: the body, its postures and sliders."""
