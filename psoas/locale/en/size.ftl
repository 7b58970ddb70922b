### Faults of body height and weight.

size-height_fault = Height: '{ $given }' cannot be used; expected { $low } to { $high } cm, such as 172.
size-mass_fault = Weight: '{ $given }' cannot be used; expected { $low } to { $high } kg, such as 67.5.
