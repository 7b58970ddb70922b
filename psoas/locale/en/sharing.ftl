### Ways to share forces between muscles, as lists of them name each.

sharing-plain = { $weighting ->
    [uniform] uniform
   *[volume] volume
} weights, power { $exponent }, { $passive ->
    [fibres] resting fibres and capsule
   *[measured] measured hip curves
}
sharing-scaled = { sharing-plain }, strength x { $strength }
