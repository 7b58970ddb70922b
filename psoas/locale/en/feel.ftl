### What a posture does to psoas, low back, hips and breath.

feel-psoas-both = Right and left are { $length }.
feel-psoas-each = Right: { $right }. Left: { $left }.
feel-psoas-same = as long as in standing, { $length } mm
feel-psoas-longer = { $change } mm longer than in standing ({ $percent } % of its length there)
feel-psoas-shorter = { $change } mm shorter than in standing ({ $percent } % of its length there)

feel-back-same = Your low back keeps the curve it has in standing, { $now }°.
feel-back-more = Your low back arches { $change }° more than in standing ({ $now }° instead of { $standing }°).
feel-back-less = Your low back is { $change }° flatter than in standing ({ $now }° instead of { $standing }°).
feel-back-levels = { $upper } to { $lower }
feel-back-pull_both = If the psoas pulled hard, it would arch your back from { $arch } and round it from { $round }.
feel-back-pull_arch = If the psoas pulled hard, it would arch your back from { $arch }. We cannot say which way it would bend your back below that.
feel-back-pull_round = If the psoas pulled hard, it would round your back from { $round }. We cannot say which way it would bend your back above that.
feel-back-pull_unsure = We cannot say which way a hard pull of the psoas would bend your back.

feel-hip-both = Both hips are { $hip }.
feel-hip-each = Right: { $right }. Left: { $left }.
feel-hip-straight = straight;
feel-hip-bent = bent { $angle }°;
feel-hip-back = { $angle }° behind the pelvis;
feel-hip-slack = at rest the psoas is slack in front
feel-hip-pulls = at rest the psoas pulls with { $pull } N in front (standing: { $standing } N)

feel-breath-over = Your lower ribs are right above your pelvis.
feel-breath-open = Your lower ribs open { $angle }° in front, away from your pelvis.
feel-breath-sunk = Your lower ribs close { $angle }° in front, towards your pelvis.
feel-breath-crura = Your diaphragm (the main muscle of breath) is fixed to the same bones of the spine, L1 to L3. A hard pull of the psoas would draw them forward with { $pull } N (standing: { $standing } N). Nobody knows how much of that reaches your breath. Feel where yours goes.
