/** The script `psoas.script/1` from Python: a whole session as timed steps. Durations are seconds. */
import { SCRIPT_SCHEMA, WORK_STEPS, type PartKind, type Side, type StepKind } from "../shared/rules";

interface Entry {
  label: string;
  unit: string;
  low: number;
  high: number;
  sides: boolean;
}

export interface Step {
  kind: StepKind;
  seconds: number;
  part: number;
  block: number;
  side: Side | "";
  set: number;
  rep: number;
  say: string;
  word: string;
  cue: string;
  blend: [number, number];
  breath: string;
  waits: boolean;
  entry: Entry | null;
}

export interface Part {
  kind: PartKind;
  name: string;
  label: string;
  side: Side | "both" | "";
  seconds: number;
  dose: string;
  because: string[];
  how: string[];
  equipment: string[];
  stop: string[];
  asks: string[];
  figures: Record<string, string>;
}

export interface Easier {
  name: string;
  label: string;
  how: string[];
  figures: Record<string, string>;
  steps: Step[];
}

export interface Script {
  schema: typeof SCRIPT_SCHEMA;
  title: string;
  place: string;
  seconds: number;
  parts: Part[];
  steps: Step[];
  easier: Record<string, Easier>;
  /** The person's usual pain, and up to what score an exercise may go on. */
  pain: { usual: number; most: number };
}

/** Whether a step's block is logged as done or skipped. */
export const isWork = (step: Step): boolean => WORK_STEPS.includes(step.kind);

/** Returns the script; throws when it is not one. */
export function checkScript(script: Script): Script {
  if (script.schema !== SCRIPT_SCHEMA) throw new Error(`Script schema "${script.schema}" is not known; expected "${SCRIPT_SCHEMA}".`);
  if (script.steps.length === 0) throw new Error("This session has no steps.");
  return script;
}
