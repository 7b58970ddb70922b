/** The script `psoas.script/1` that Python writes: a whole session as timed steps. Seconds. */

export type Kind = "next" | "ready" | "move" | "hold" | "rest" | "switch" | "breathe" | "press" | "test" | "enter" | "settle";

export interface Entry {
  label: string;
  unit: string;
  low: number;
  high: number;
  sides: boolean;
}

export interface Step {
  kind: Kind;
  seconds: number;
  part: number;
  block: number;
  side: string;
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
  kind: "exercise" | "breath" | "massage" | "test";
  name: string;
  label: string;
  side: string;
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
  schema: "psoas.script/1";
  title: string;
  place: string;
  seconds: number;
  parts: Part[];
  steps: Step[];
  easier: Record<string, Easier>;
}

const WORK: readonly Kind[] = ["move", "hold", "breathe", "press", "enter"];

/** Whether a step's block is logged as done or skipped. */
export const isWork = (step: Step): boolean => WORK.includes(step.kind);

/** Throws a plain sentence when this is not a script. */
export function checked(script: Script): Script {
  if (script.schema !== "psoas.script/1") throw new Error(`Script schema "${script.schema}" is not known; expected "psoas.script/1".`);
  if (script.steps.length === 0) throw new Error("This session has no steps.");
  return script;
}
