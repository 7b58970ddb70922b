### Options of the command line, as faults name them.

option-static = --static
option-forces = --forces
option-markers = --markers
option-up = --up
