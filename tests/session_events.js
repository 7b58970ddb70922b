/* Random events for the state machine of the player: every broken rule is told, with the seed that broke it. */
([script, seeds]) => {
  const {reduce, start} = PsoasSession, faults = [];
  const work = new Set(['move', 'hold', 'breathe', 'press', 'enter']);
  const say = (seed, n, what, state) =>
    faults.push(`seed ${seed}, event ${n}: ${what} ${JSON.stringify({...state, log: 0})}`);
  const random = (seed) => () => ((seed = (1664525 * seed + 1013904223) >>> 0) / 2 ** 32);
  let finished = 0, most = 0;
  for (const seed of seeds) {
    const dice = random(seed), pick = (list) => list[Math.floor(dice() * list.length)];
    let state = start(), id = 0;
    const stamp = () => ({ id: String(id++), session: 's', program: null, at: '' });
    // To just after the present step: from there, back goes into what has been done.
    const over = () => ((state.detour === null ? script.steps : script.easier[state.detour].steps)[state.at]?.seconds ?? 0) - state.elapsed + 0.5;
    const any = () => pick([
      { type: 'begin' }, { type: 'tick', seconds: dice() * dice() * 120 }, { type: 'tick', seconds: 0.05 }, { type: 'tick', seconds: over() },
      { type: 'tick', seconds: over() }, { type: 'back' }, { type: 'back' }, { type: 'tick', seconds: -3 },
      { type: 'tick', seconds: 1e5 * Math.floor(dice() * 1.02) }, { type: 'pause' }, { type: 'resume' }, { type: 'skip' }, { type: 'back' },
      { type: 'skip_part' }, { type: 'go_on', right: pick([null, 3]), left: null }, { type: 'hurt' },
      { type: 'hurt_told', where: pick([[], ['groin'], ['numb']]), score: pick([null, Math.floor(dice() * 11)]) },
      { type: 'choose', choice: pick(['easier', 'leave', 'go_on', 'end']) }, { type: 'end' }, { type: 'effort', score: pick([null, 5]) },
      { type: 'pain', score: pick([null, 2]) }]);
    const events = 40 + Math.floor(dice() * 160);
    for (let n = 0; n < events; n++) {
      const before = state, frozen = JSON.stringify(before);
      let event = any();
      if (event.type === 'end' && dice() < 0.9) event = { type: 'resume' };
      state = reduce(script, before, event, stamp);
      if (JSON.stringify(before) !== frozen) say(seed, n, 'changed the state it was given', before);
      const steps = state.detour === null ? script.steps : script.easier[state.detour].steps;
      if (!(state.elapsed >= 0)) say(seed, n, 'negative time', state);
      if (!steps[state.at]) say(seed, n, 'no such step', state);
      else if (!steps[state.at].waits && state.elapsed > steps[state.at].seconds + 1e-6) say(seed, n, 'beyond its step', state);
      if (state.log.length < before.log.length || before.log.some((one, i) => one !== state.log[i])) say(seed, n, 'rewrote its log', state);
      if (before.stage === 'begin' && event.type !== 'begin' && state !== before) say(seed, n, 'began by itself', state);
      if (event.type === 'tick' && before.stage !== 'running' && state !== before) say(seed, n, 'time passed in a pause', state);
    }
    if (state.stage === 'begin') state = reduce(script, state, { type: 'begin' }, stamp);
    for (let n = 0; n < 5000 && state.stage !== 'done'; n++) {
      const kind = { hurt: { type: 'choose', choice: 'go_on' }, choice: { type: 'choose', choice: 'leave' }, paused: { type: 'resume' },
        effort: { type: 'effort', score: 4 }, pain: { type: 'pain', score: 1 } }[state.stage];
      state = reduce(script, state, kind ?? { type: 'tick', seconds: 7 }, stamp);
      if (state.stage === 'running') state = reduce(script, state, { type: 'go_on', right: 1 }, stamp);
    }
    if (state.stage !== 'done') say(seed, 'end', 'never finishes', state);
    finished += 1;
    most = Math.max(most, state.log.length);
    const count = (kind) => state.log.filter((one) => one.kind === kind).length;
    for (const kind of ['started', 'finished']) if (count(kind) !== 1) say(seed, 'end', `${kind} ${count(kind)} times`, state);
    const seen = {};
    for (const { kind, entry } of state.log) {
      if (kind !== 'step_done' && kind !== 'skipped') continue;
      const past = (seen[entry.block] ??= []);
      if (past.includes(kind) || past.includes('step_done')) say(seed, 'end', `block ${entry.block} ${kind} after ${past}`, state);
      past.push(kind);
    }
    const blocks = new Set(script.steps.filter((step) => work.has(step.kind)).map((step) => step.block));
    if (!state.endedEarly) for (const block of blocks) if (!seen[block]) say(seed, 'end', `block ${block} was not logged`, state);
    const ids = new Set(state.log.map((one) => one.id));
    if (ids.size !== state.log.length) say(seed, 'end', 'an id twice', state);
  }
  return { faults: faults.slice(0, 5), finished, most };
}
