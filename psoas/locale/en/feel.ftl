### What a posture does to psoas, low back, hips and breath.

feel-psoas-both = Right and left are { $length }.
feel-psoas-each = Right: { $right }. Left: { $left }.
feel-psoas-same = as long as in standing, { $length } mm
feel-psoas-longer = { $change } mm longer than in standing ({ $percent } % of it)
feel-psoas-shorter = { $change } mm shorter than in standing ({ $percent } % of it)

feel-back-same = The low back keeps its curve of standing, { $now }°.
feel-back-more = The low back is { $change }° more arched than in standing ({ $now }° against { $standing }°).
feel-back-less = The low back is { $change }° flatter than in standing ({ $now }° against { $standing }°).
feel-back-levels = { $upper } to { $lower }
feel-back-pull_both = A hard pull of the psoas would arch it from { $arch } and round it from { $round }.
feel-back-pull_arch = A hard pull of the psoas would arch it from { $arch }; below that, which way is not sure.
feel-back-pull_round = A hard pull of the psoas would round it from { $round }; above that, which way is not sure.
feel-back-pull_unsure = Which way a hard pull of the psoas would bend it is not sure.

feel-hip-both = Both hips are { $hip }.
feel-hip-each = Right: { $right }. Left: { $left }.
feel-hip-straight = straight;
feel-hip-bent = bent { $angle }°;
feel-hip-back = { $angle }° behind the pelvis;
feel-hip-slack = at rest the psoas hangs slack in front
feel-hip-pulls = at rest the psoas pulls with { $pull } N in front (standing: { $standing } N)

feel-breath-over = The lower ribs stand over the pelvis.
feel-breath-open = The lower ribs open { $angle }° in front, away from the pelvis.
feel-breath-sunk = The lower ribs close { $angle }° in front, towards the pelvis.
feel-breath-crura = The diaphragm hangs on the same vertebrae, L1 to L3; a hard pull of the psoas would draw them forward with { $pull } N (standing: { $standing } N). How far that reaches a breath is not known: feel where yours goes.
