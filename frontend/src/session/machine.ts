/** The player as a pure function: a state and an event give the next state. Time comes in as seconds, ids as stamps. */
import { isWork, type Easier, type Part, type Script, type Step } from "./script";

export type Stage = "begin" | "running" | "paused" | "hurt" | "choice" | "effort" | "pain" | "done";

/** What the log keeps; `id` makes sure that it arrives once. */
export interface LogEntry {
  id: string;
  session: string;
  program: string | null;
  at: string;
  kind: "started" | "step_done" | "skipped" | "paused" | "hurt" | "effort" | "pain_after" | "finished";
  entry: Record<string, unknown>;
}

export interface State {
  stage: Stage;
  /** Number of the step, in the script or in the easier steps of the part `detour`. */
  at: number;
  detour: number | null;
  /** Seconds into the step. */
  elapsed: number;
  /** What became of each block of work. */
  settled: Record<number, "done" | "skipped">;
  /** A `score` of null was not told: it counts as more than any number, for that is the safe side. */
  hurt: { where: string[]; score: number | null } | null;
  endedEarly: boolean;
  log: LogEntry[];
}

export type Choice = "easier" | "leave" | "go_on" | "end";

export type Event =
  | { type: "begin" }
  | { type: "tick"; seconds: number }
  | { type: "pause" }
  | { type: "resume" }
  | { type: "skip" }
  | { type: "skip_part" }
  | { type: "back" }
  | { type: "go_on"; right?: number | null; left?: number | null }
  | { type: "hurt" }
  | { type: "hurt_told"; where: string[]; score: number | null }
  | { type: "choose"; choice: Choice }
  | { type: "end" }
  | { type: "effort"; score: number | null }
  | { type: "pain"; score: number | null };

export type Stamp = () => Pick<LogEntry, "id" | "session" | "program" | "at">;

/** Above this many of 10 an exercise is over for the day, easier or not; up to `CALM` it may go on. */
export const OVER = 5;
export const CALM = 3;
/** What `where` may hold, as psoas/session/session_log.py takes it. */
export const PLACES = ["low_back", "groin", "hip_outside", "buttock", "thigh_front", "knee", "below_knee", "numb", "belly", "elsewhere"];
/** Words of `where` that end an exercise whatever the number: a nerve may be speaking. */
export const NERVE = ["below_knee", "numb"];
/** Pressed later than this many seconds into a block, back goes to the block's start. */
const BACK_S = 2;

export const start = (): State => ({
  stage: "begin", at: 0, detour: null, elapsed: 0, settled: {}, hurt: null, endedEarly: false, log: [],
});

export const stepsOf = (script: Script, state: State): Step[] =>
  state.detour === null ? script.steps : script.easier[state.detour]!.steps;

export const stepOf = (script: Script, state: State): Step => stepsOf(script, state)[state.at]!;

/** The part that is on, with the easier exercise in its place where that was chosen. */
export function partOf(script: Script, state: State): Part & { easier: boolean } {
  const part = script.parts[stepOf(script, state).part]!;
  if (state.detour === null) return { ...part, easier: false };
  const { name, label, how, figures } = script.easier[state.detour]!;
  return { ...part, name, label, how, figures, easier: true };
}

/** The easier exercise that may stand in for what hurts, if it may. */
export function offered(script: Script, state: State): Easier | null {
  const { hurt, detour } = state;
  if (!hurt || detour !== null || (hurt.score ?? Infinity) > OVER || nerve(hurt.where)) return null;
  return script.easier[stepOf(script, state).part] ?? null;
}

export const mayGoOn = (state: State): boolean => state.hurt !== null && (state.hurt.score ?? Infinity) <= CALM && !nerve(state.hurt.where);
export const nerve = (where: string[]): boolean => where.some((one) => NERVE.includes(one));

/** Whether anything hurt in this session, and whether a nerve may have spoken. */
export function pained(state: State): { hurt: boolean; nerve: boolean } {
  const told = state.log.filter((one) => one.kind === "hurt");
  return { hurt: told.length > 0, nerve: told.some((one) => nerve(one.entry.where as string[])) };
}

/** Seconds of the script before the present moment. */
export function passed(script: Script, state: State): number {
  if (state.stage === "done" || state.stage === "effort" || state.stage === "pain") return script.seconds;
  const end = state.detour === null ? state.at : firstOf(script.steps, (s) => s.part > state.detour!);
  const before = script.steps.slice(0, end).reduce((sum, step) => sum + step.seconds, 0);
  return Math.min(script.seconds, before + (state.detour === null ? Math.min(state.elapsed, stepOf(script, state).seconds) : 0));
}

export function reduce(script: Script, state: State, event: Event, stamp: Stamp): State {
  switch (event.type) {
    case "begin":
      return state.stage !== "begin" ? state : noted({ ...state, stage: "running" }, stamp, "started", {
        title: script.title, place: script.place, blocks: workBlocks(script.steps).length, parts: script.parts.map((one) => one.name),
      });
    case "tick":
      return state.stage === "running" && event.seconds > 0 ? forward(script, state, event.seconds, stamp) : state;
    case "pause":
      return state.stage !== "running" ? state : noted({ ...state, stage: "paused" }, stamp, "paused", where(script, state));
    case "resume":
      return state.stage === "paused" ? { ...state, stage: "running" } : state;
    case "skip":
      return moving(state) ? skipBlock(script, state, stamp) : state;
    case "skip_part":
      return moving(state) ? skipPart(script, state, stamp) : state;
    case "back":
      return moving(state) ? back(script, state) : state;
    case "go_on":
      return moving(state) ? goOn(script, state, event, stamp) : state;
    case "hurt":
      return moving(state) ? { ...state, stage: "hurt", hurt: null } : state;
    case "hurt_told":
      return state.stage === "hurt" ? told(script, state, event, stamp) : state;
    case "choose":
      return chosen(script, state, event.choice, stamp);
    case "end":
      return moving(state) || state.stage === "hurt" ? { ...state, stage: "effort", endedEarly: true } : state;
    case "effort":
      if (state.stage !== "effort") return state;
      return event.score === null ? { ...state, stage: "pain" } : noted({ ...state, stage: "pain" }, stamp, "effort", { score: event.score });
    case "pain":
      return state.stage === "pain" ? finished(script, state, event.score, stamp) : state;
  }
}

const moving = (state: State): boolean => state.stage === "running" || state.stage === "paused";

function noted(state: State, stamp: Stamp, kind: LogEntry["kind"], entry: Record<string, unknown>): State {
  return { ...state, log: [...state.log, { ...stamp(), kind, entry }] };
}

/** Where in the session something happened, for the log. */
function where(script: Script, state: State): Record<string, unknown> {
  const step = stepOf(script, state);
  const { name, kind, easier } = partOf(script, state);
  return { part: step.part, item: kind, name, side: step.side, set: step.set, rep: step.rep, block: step.block, easier };
}

function forward(script: Script, state: State, seconds: number, stamp: Stamp): State {
  let now = state;
  let left = seconds;
  while (left > 0 && now.stage === "running") {
    const step = stepOf(script, now);
    const rest = step.seconds - now.elapsed;
    if (step.waits || left < rest) return { ...now, elapsed: now.elapsed + left };
    left -= Math.max(0, rest);
    now = next(script, now, stamp);
  }
  return now;
}

/** The step is over: log its block when that ends here, and go on. */
function next(script: Script, state: State, stamp: Stamp, result: Record<string, unknown> = {}): State {
  const steps = stepsOf(script, state);
  const [step, after] = [steps[state.at]!, steps[state.at + 1]];
  const ends = after?.block !== step.block;
  const done = ends && isWork(step) && state.settled[step.block] !== "done" ? settle(script, state, step, "done", stamp, result) : state;
  return go(script, done, state.at + 1);
}

/** Go to a step, or, past the last one, out of the easier steps and to the end. */
function go(script: Script, state: State, at: number): State {
  if (at < stepsOf(script, state).length) return { ...state, at, elapsed: 0 };
  const on = state.detour === null ? script.steps.length : firstOf(script.steps, (step) => step.part > state.detour!);
  if (on < script.steps.length) return { ...state, at: on, detour: null, elapsed: 0 };
  return { ...state, stage: "effort" };
}

function settle(
  script: Script, state: State, step: Step, as: "done" | "skipped", stamp: Stamp, result: Record<string, unknown> = {},
): State {
  const steps = stepsOf(script, state).filter((one) => one.block === step.block);
  const reps = new Set(steps.map((one) => one.rep)).size;
  const seconds = Math.round(steps.reduce((sum, one) => sum + one.seconds, 0) * 10) / 10;
  const current = stepOf(script, state);
  const made = as === "done" ? reps : current.block === step.block ? Math.max(0, current.rep - 1) : 0;
  const spot = { ...where(script, state), part: step.part, side: step.side, set: step.set, rep: made, block: step.block };
  const kept = { ...state, settled: { ...state.settled, [step.block]: as } };
  return noted(kept, stamp, as === "done" ? "step_done" : "skipped", { ...spot, reps, seconds, ...result });
}

function skipBlock(script: Script, state: State, stamp: Stamp): State {
  const steps = stepsOf(script, state);
  const step = steps[state.at]!;
  const left = isWork(step) && !state.settled[step.block] ? settle(script, state, step, "skipped", stamp) : state;
  const on = steps.findIndex((one, index) => index > state.at && one.block !== step.block);
  return go(script, left, on < 0 ? steps.length : on);
}

/** Leave the rest of the part that is on; its blocks that were not done are logged as skipped. */
function skipPart(script: Script, state: State, stamp: Stamp): State {
  const left = leavePart(script, state, stamp);
  const part = stepOf(script, state).part;
  const on = script.steps.findIndex((one) => one.part > part);
  return go(script, { ...left, detour: null }, on < 0 ? script.steps.length : on);
}

function leavePart(script: Script, state: State, stamp: Stamp): State {
  const part = stepOf(script, state).part;
  return workBlocks(stepsOf(script, state))
    .filter((step) => step.part === part && !state.settled[step.block])
    .reduce((now, step) => settle(script, now, step, "skipped", stamp), state);
}

function back(script: Script, state: State): State {
  const steps = stepsOf(script, state);
  const first = firstOf(steps, (step) => step.block === steps[state.at]!.block);
  const into = steps.slice(first, state.at).reduce((sum, step) => sum + step.seconds, state.elapsed);
  if (into > BACK_S || first === 0) return { ...state, at: first, elapsed: 0 };
  const before = steps[first - 1]!.block;
  return { ...state, at: firstOf(steps, (step) => step.block === before), elapsed: 0 };
}

/** The person is ready for the next step, or has entered what a test gave. */
function goOn(script: Script, state: State, event: Event & { type: "go_on" }, stamp: Stamp): State {
  const step = stepOf(script, state);
  if (step.kind === "enter") {
    if (event.right == null && event.left == null) return skipBlock(script, state, stamp);
    return next(script, state, stamp, { right: event.right ?? null, left: event.left ?? null });
  }
  return step.waits || step.kind === "next" ? { ...next(script, state, stamp), stage: "running" } : state;
}

function told(script: Script, state: State, event: Event & { type: "hurt_told" }, stamp: Stamp): State {
  const { where: places, score } = event;
  const now: State = { ...state, stage: "choice", hurt: { where: places, score } };
  return noted(now, stamp, "hurt", { ...where(script, state), where: places, ...(score === null ? {} : { score }) });
}

function chosen(script: Script, state: State, choice: Choice, stamp: Stamp): State {
  if (state.stage === "hurt") return choice === "go_on" ? { ...state, stage: "paused" } : state;
  if (state.stage !== "choice") return state;
  const over: State = { ...state, stage: "running", hurt: null };
  if (choice === "end") return { ...over, stage: "effort", endedEarly: true };
  if (choice === "leave") return skipPart(script, over, stamp);
  if (choice === "go_on") return mayGoOn(state) ? { ...over, stage: "paused" } : state;
  if (!offered(script, state)) return state;
  return { ...leavePart(script, over, stamp), detour: stepOf(script, state).part, at: 0, elapsed: 0 };
}

function finished(script: Script, state: State, score: number | null, stamp: Stamp): State {
  const told = score === null ? state : noted(state, stamp, "pain_after", { score });
  const blocks = workBlocks(script.steps);
  const done = blocks.filter((step) => state.settled[step.block] === "done").length;
  const entry = { complete: !state.endedEarly, done, blocks: blocks.length };
  return noted({ ...told, stage: "done" }, stamp, "finished", entry);
}

/** The first step of every block of work. */
export function workBlocks(steps: Step[]): Step[] {
  return steps.filter((step, index) => isWork(step) && steps[index - 1]?.block !== step.block);
}

function firstOf(steps: Step[], holds: (step: Step) => boolean): number {
  const found = steps.findIndex(holds);
  return found < 0 ? steps.length : found;
}
