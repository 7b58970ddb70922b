/** The player as a pure function: a state and an event give the next state. Events bring time in seconds; `stamp` brings ids and dates. */
import {
  NERVE_PLACES, PAIN_CEILING, TICKS_PER_S, UNSCORED_PAIN, type LogKind,
} from "../shared/rules";
import { isWork, type Easier, type Part, type Script, type Step } from "./script";

type Stage = "begin" | "running" | "paused" | "hurt" | "choice" | "effort" | "pain" | "done";

/** One entry of the log; the server uses `id` to keep an entry once, however often it arrives. */
export interface LogEntry {
  id: string;
  session: string;
  program: string | null;
  at: string;
  kind: LogKind;
  entry: Record<string, unknown>;
}

export interface State {
  stage: Stage;
  /** Index of the step: in the script, or in the easier steps of part `detour` while that is not null. */
  at: number;
  detour: number | null;
  /** Seconds into the step. */
  elapsed: number;
  /** The outcome of each block of work. */
  settled: Record<number, "done" | "skipped">;
  /** The pain just reported. A `score` of null was not given, and counts as more than any number. */
  hurt: { where: string[]; score: number | null } | null;
  endedEarly: boolean;
  log: LogEntry[];
}

type Choice = "easier" | "leave" | "go_on" | "end";

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

type Stamp = () => Pick<LogEntry, "id" | "session" | "program" | "at">;

/** Within this many seconds of a block's start, back goes to the block before; later it goes to the block's start. */
const BACK_WITHIN_S = 2;

export const createState = (): State => ({
  stage: "begin", at: 0, detour: null, elapsed: 0, settled: {}, hurt: null, endedEarly: false, log: [],
});

export const currentSteps = (script: Script, state: State): Step[] =>
  state.detour === null ? script.steps : script.easier[state.detour]!.steps;

export const currentStep = (script: Script, state: State): Step => currentSteps(script, state)[state.at]!;

/** The current part, replaced by the easier exercise where that was chosen. */
export function currentPart(script: Script, state: State): Part & { easier: boolean } {
  const part = script.parts[currentStep(script, state).part]!;
  if (state.detour === null) return { ...part, easier: false };
  const { name, label, how, figures } = script.easier[state.detour]!;
  return { ...part, name, label, how, figures, easier: true };
}

/** The easier exercise that may replace the one that hurts; null where there is none or the pain forbids it. */
export function findEasier(script: Script, state: State): Easier | null {
  const { hurt, detour } = state;
  if (!hurt || detour !== null || (hurt.score ?? UNSCORED_PAIN) > PAIN_CEILING || isNervePain(hurt.where)) return null;
  return script.easier[currentStep(script, state).part] ?? null;
}

/** Whether the pain is within the person's own limit, so that the exercise may go on. */
export const mayContinue = (script: Script, state: State): boolean =>
  state.hurt !== null && (state.hurt.score ?? UNSCORED_PAIN) <= script.pain.most && !isNervePain(state.hurt.where);

export const isNervePain = (where: string[]): boolean => where.some((one) => NERVE_PLACES.includes(one));

/** Whether pain was reported in this session, and whether any of it points to a nerve. */
export function summarizePain(state: State): { hurt: boolean; nerve: boolean } {
  const pains = state.log.filter((one) => one.kind === "hurt");
  return { hurt: pains.length > 0, nerve: pains.some((one) => isNervePain(one.entry.where as string[])) };
}

/** Seconds of the script that lie behind. */
export function secondsPassed(script: Script, state: State): number {
  if (state.stage === "done" || state.stage === "effort" || state.stage === "pain") return script.seconds;
  const end = state.detour === null ? state.at : firstIndex(script.steps, (s) => s.part > state.detour!);
  const before = script.steps.slice(0, end).reduce((sum, step) => sum + step.seconds, 0);
  return Math.min(script.seconds, before + (state.detour === null ? Math.min(state.elapsed, currentStep(script, state).seconds) : 0));
}

export function reduce(script: Script, state: State, event: Event, stamp: Stamp): State {
  switch (event.type) {
    case "begin":
      return state.stage !== "begin" ? state : addLogEntry({ ...state, stage: "running" }, stamp, "started", {
        title: script.title, place: script.place, blocks: firstWorkSteps(script.steps).length, parts: script.parts.map((one) => one.name),
      });
    case "tick":
      return state.stage === "running" && event.seconds > 0 ? advance(script, state, event.seconds, stamp) : state;
    case "pause":
      return state.stage !== "running" ? state : addLogEntry({ ...state, stage: "paused" }, stamp, "paused", describePlace(script, state));
    case "resume":
      return state.stage === "paused" ? { ...state, stage: "running" } : state;
    case "skip":
      return isUnderWay(state) ? skipBlock(script, state, stamp) : state;
    case "skip_part":
      return isUnderWay(state) ? skipPart(script, state, stamp) : state;
    case "back":
      return isUnderWay(state) ? goBack(script, state) : state;
    case "go_on":
      return isUnderWay(state) ? confirmStep(script, state, event, stamp) : state;
    case "hurt":
      return isUnderWay(state) ? { ...state, stage: "hurt", hurt: null } : state;
    case "hurt_told":
      return state.stage === "hurt" ? recordPain(script, state, event, stamp) : state;
    case "choose":
      return applyChoice(script, state, event.choice, stamp);
    case "end":
      return isUnderWay(state) || state.stage === "hurt" ? { ...state, stage: "effort", endedEarly: true } : state;
    case "effort":
      if (state.stage !== "effort") return state;
      return event.score === null ? { ...state, stage: "pain" } : addLogEntry({ ...state, stage: "pain" }, stamp, "effort", { score: event.score });
    case "pain":
      return state.stage === "pain" ? finishSession(script, state, event.score, stamp) : state;
  }
}

const isUnderWay = (state: State): boolean => state.stage === "running" || state.stage === "paused";

function addLogEntry(state: State, stamp: Stamp, kind: LogEntry["kind"], entry: Record<string, unknown>): State {
  return { ...state, log: [...state.log, { ...stamp(), kind, entry }] };
}

/** The place in the session, for the log. */
function describePlace(script: Script, state: State): Record<string, unknown> {
  const step = currentStep(script, state);
  const { name, kind, easier } = currentPart(script, state);
  return { part: step.part, item: kind, name, side: step.side, set: step.set, rep: step.rep, block: step.block, easier };
}

function advance(script: Script, state: State, seconds: number, stamp: Stamp): State {
  let now = state;
  let left = seconds;
  while (left > 0 && now.stage === "running") {
    const step = currentStep(script, now);
    const rest = step.seconds - now.elapsed;
    if (step.waits || left < rest) return { ...now, elapsed: now.elapsed + left };
    left -= Math.max(0, rest);
    now = finishStep(script, now, stamp);
  }
  return now;
}

/** End the step: log its block if it ends here, and go on to the next step. */
function finishStep(script: Script, state: State, stamp: Stamp, result: Record<string, unknown> = {}): State {
  const steps = currentSteps(script, state);
  const [step, after] = [steps[state.at]!, steps[state.at + 1]];
  const ends = after?.block !== step.block;
  const done = ends && isWork(step) && state.settled[step.block] !== "done" ? settleBlock(script, state, step, "done", stamp, result) : state;
  return goToStep(script, done, state.at + 1);
}

/** Go to a step. Past the last one, return from the easier steps to the script, or end the session. */
function goToStep(script: Script, state: State, at: number): State {
  if (at < currentSteps(script, state).length) return { ...state, at, elapsed: 0 };
  const on = state.detour === null ? script.steps.length : firstIndex(script.steps, (step) => step.part > state.detour!);
  if (on < script.steps.length) return { ...state, at: on, detour: null, elapsed: 0 };
  return { ...state, stage: "effort" };
}

function settleBlock(
  script: Script, state: State, step: Step, as: "done" | "skipped", stamp: Stamp, result: Record<string, unknown> = {},
): State {
  const steps = currentSteps(script, state).filter((one) => one.block === step.block);
  const reps = new Set(steps.map((one) => one.rep)).size;
  const seconds = Math.round(steps.reduce((sum, one) => sum + one.seconds, 0) * TICKS_PER_S) / TICKS_PER_S;
  const current = currentStep(script, state);
  const doneReps = as === "done" ? reps : current.block === step.block ? Math.max(0, current.rep - 1) : 0;
  const place = { ...describePlace(script, state), part: step.part, side: step.side, set: step.set, rep: doneReps, block: step.block };
  const settled: State = { ...state, settled: { ...state.settled, [step.block]: as } };
  return addLogEntry(settled, stamp, as === "done" ? "step_done" : "skipped", { ...place, reps, seconds, ...result });
}

function skipBlock(script: Script, state: State, stamp: Stamp): State {
  const steps = currentSteps(script, state);
  const step = steps[state.at]!;
  const after = isWork(step) && !state.settled[step.block] ? settleBlock(script, state, step, "skipped", stamp) : state;
  const on = steps.findIndex((one, index) => index > state.at && one.block !== step.block);
  return goToStep(script, after, on < 0 ? steps.length : on);
}

/** Leave the rest of the current part; blocks that were not done are logged as skipped. */
function skipPart(script: Script, state: State, stamp: Stamp): State {
  const left = leavePart(script, state, stamp);
  const part = currentStep(script, state).part;
  const on = script.steps.findIndex((one) => one.part > part);
  return goToStep(script, { ...left, detour: null }, on < 0 ? script.steps.length : on);
}

function leavePart(script: Script, state: State, stamp: Stamp): State {
  const part = currentStep(script, state).part;
  return firstWorkSteps(currentSteps(script, state))
    .filter((step) => step.part === part && !state.settled[step.block])
    .reduce((now, step) => settleBlock(script, now, step, "skipped", stamp), state);
}

function goBack(script: Script, state: State): State {
  const steps = currentSteps(script, state);
  const first = firstIndex(steps, (step) => step.block === steps[state.at]!.block);
  const into = steps.slice(first, state.at).reduce((sum, step) => sum + step.seconds, state.elapsed);
  if (into > BACK_WITHIN_S || first === 0) return { ...state, at: first, elapsed: 0 };
  const before = steps[first - 1]!.block;
  return { ...state, at: firstIndex(steps, (step) => step.block === before), elapsed: 0 };
}

/** The person is ready for the next step, or has entered the result of a test. */
function confirmStep(script: Script, state: State, event: Event & { type: "go_on" }, stamp: Stamp): State {
  const step = currentStep(script, state);
  if (step.kind === "enter") {
    if (event.right == null && event.left == null) return skipBlock(script, state, stamp);
    return finishStep(script, state, stamp, { right: event.right ?? null, left: event.left ?? null });
  }
  return step.waits || step.kind === "next" ? { ...finishStep(script, state, stamp), stage: "running" } : state;
}

function recordPain(script: Script, state: State, event: Event & { type: "hurt_told" }, stamp: Stamp): State {
  const { where: places, score } = event;
  const now: State = { ...state, stage: "choice", hurt: { where: places, score } };
  return addLogEntry(now, stamp, "hurt", { ...describePlace(script, state), where: places, ...(score === null ? {} : { score }) });
}

function applyChoice(script: Script, state: State, choice: Choice, stamp: Stamp): State {
  if (state.stage === "hurt") return choice === "go_on" ? { ...state, stage: "paused" } : state;
  if (state.stage !== "choice") return state;
  const resumed: State = { ...state, stage: "running", hurt: null };
  if (choice === "end") return { ...resumed, stage: "effort", endedEarly: true };
  if (choice === "leave") return skipPart(script, resumed, stamp);
  if (choice === "go_on") return mayContinue(script, state) ? { ...resumed, stage: "paused" } : state;
  if (!findEasier(script, state)) return state;
  return { ...leavePart(script, resumed, stamp), detour: currentStep(script, state).part, at: 0, elapsed: 0 };
}

function finishSession(script: Script, state: State, score: number | null, stamp: Stamp): State {
  const scored = score === null ? state : addLogEntry(state, stamp, "pain_after", { score });
  const blocks = firstWorkSteps(script.steps);
  const done = blocks.filter((step) => state.settled[step.block] === "done").length;
  const entry = { complete: !state.endedEarly, done, blocks: blocks.length };
  return addLogEntry({ ...scored, stage: "done" }, stamp, "finished", entry);
}

/** The first step of every block of work. */
export function firstWorkSteps(steps: Step[]): Step[] {
  return steps.filter((step, index) => isWork(step) && steps[index - 1]?.block !== step.block);
}

function firstIndex(steps: Step[], matches: (step: Step) => boolean): number {
  const found = steps.findIndex(matches);
  return found < 0 ? steps.length : found;
}
