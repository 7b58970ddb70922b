/**
 * Every rule and constant that Python has too, in one place. Each line names its Python counterpart; change both together.
 * This file is to be generated from Python when the front end is built.
 */

/** Schemas that Python writes: psoas/session/session_script.py, psoas/exercises/exercise_animation.py, psoas/render/scene.py. */
export const SCRIPT_SCHEMA = "psoas.script/1";
export const FIGURE_SCHEMA = "psoas.figure/1";
export const SCENE_SCHEMA = "psoas.scene/1";

/** Sides of the body; "" where there is none: SIDES in psoas/session/session_log.py. */
export type Side = "right" | "left";
/** Muscles of a scene: GROUPS in psoas/mechanics/muscle_geometry.py. */
export type MuscleGroup = "psoas" | "iliacus";
/** Kinds of a scene's segments: psoas/render/scene.py. */
export type SegmentKind = "bone" | "diaphragm" | "disc";
/** Names of segments in psoas/body/meshes: chains whose origins a line drawing joins ("_S" is a side). */
export const LIMB_CHAINS: readonly (readonly string[])[] = [
  ["femur_S", "tibia_S", "talus_S", "calcn_S"], ["talus_S", "toes_S"], ["humerus_S", "ulna_S", "hand_S"], ["pelvis", "femur_S"], ["thorax", "humerus_S"],
];
export const SPINE_CHAIN: readonly string[] = ["pelvis", "l5", "l4", "l3", "l2", "l1", "thorax", "head"];
/** Segments shown in the close-up; those from head to knees, which hold the psoas and everything it moves; and the arms. */
export const CLOSE_UP_SEGMENTS = /^(pelvis|l[1-5])$/;
export const CORE_SEGMENTS = /^(pelvis|l[1-5]|thorax|ribs_lower|head|femur_[rl])$/;
export const ARM_SEGMENTS = /^(humerus|ulna|radius|hand)_/;

/** Addresses of psoas/web/pages/session_page.py. */
export const LOG_URL = "/api/log";
export const AFTER_SESSION_URL = "/session/after";
/** Statuses with which the server refuses log entries for good: psoas/web/pages/session_page.py, psoas/web/security_middleware.py. */
export const REFUSED_STATUSES: readonly number[] = [400, 413, 422];

/** Pain scores run from 0 to this: psoas/session/session_log.py. */
export const SCORE_MAX = 10;
/** Pain without a score counts as more than any limit, which is the safe side: UNTOLD in psoas/session/session_log.py. */
export const UNSCORED_PAIN = Infinity;
/** Up to this score an exercise may go on: PAIN_MAX_TO_CONTINUE in psoas/program/pain_rules.py. */
export const PAIN_MAX_TO_CONTINUE = 3;
/** Up to this score an easier exercise is offered; above it the exercise is over for the day. PAIN_MAX_FOR_EASIER in psoas/program/pain_rules.py. */
export const PAIN_MAX_FOR_EASIER = 5;
/** Places of pain that a person may tick: PLACES in psoas/session/session_log.py. */
export const PAIN_PLACES = ["low_back", "groin", "hip_outside", "buttock", "thigh_front", "knee", "below_knee", "numb", "belly", "elsewhere"];
/** Places that point to a nerve and end an exercise whatever the score: NERVE in psoas/session/session_log.py. */
export const NERVE_PLACES: readonly string[] = ["below_knee", "numb"];

/** Kinds of log entries; Python also has next_day_pain, which no session writes: KINDS in psoas/session/session_log.py. */
export type LogKind = "started" | "step_done" | "skipped" | "paused" | "hurt" | "effort" | "pain_after" | "finished";
/** Kinds of items: psoas/session/session_script.py. */
export type PartKind = "exercise" | "breath" | "massage" | "test";
/** Kinds of steps: KINDS in psoas/session/timed_step.py. */
export type StepKind = "next" | "ready" | "move" | "hold" | "rest" | "switch" | "breathe" | "press" | "test" | "enter" | "settle";
/** Kinds whose block is logged as done or skipped: WORK in psoas/session/timed_step.py. */
export const WORK_STEPS: readonly StepKind[] = ["move", "hold", "breathe", "press", "enter"];

/** Durations are whole ticks: TICKS in psoas/session/timed_step.py. */
export const TICKS_PER_S = 10;

/** How full the lungs are (0-1) at the end of each breath phase; "free" has no value: FULL in psoas/web/pages/breath_page.py. */
export const LUNG_FULLNESS: Readonly<Record<string, number>> = { in: 1, top_up: 1, hold_full: 1, out: 0, hum: 0, hold_empty: 0, rest: 0 };
/** How full they are before a second, short breath in: BEFORE_TOP_UP in psoas/web/pages/breath_page.py. */
export const FULLNESS_BEFORE_TOP_UP = 0.75;

/** Spread of the breath cycles, divided by their mean, below which breathing is called even or fairly even: psoas/session/breath_analysis.py. */
export const EVEN_SPREAD = 0.1;
export const FAIRLY_EVEN_SPREAD = 0.25;
/** A breath follows its target within this part of the target's cycle: NEAR in psoas/session/breath_analysis.py. */
export const TARGET_TOLERANCE = 0.25;
/** A turning point counts from this part of the usual depth on: DEPTH_PART in psoas/session/breath_analysis.py. */
export const TURN_DEPTH_PART = 0.3;
/** Whole breaths needed for a pace: LEAST_BREATHS in psoas/session/breath_analysis.py. */
export const LEAST_BREATHS = 3;

/** Ends of the color scale in the app, percent of standing length: PERCENT_ENDS in psoas/render/live_body.py. */
export const PERCENT_RANGE: [number, number] = [76, 104];
/** How many of a figure's fascicles, from the first, are psoas: `fascicles` in psoas/render/scene.py. */
export const PSOAS_FASCICLES = 22;
/** Ends of the color scale of pulls, percent of greatest force, where a scene gives none: psoas/render/scene.py. */
export const DEFAULT_FORCE_RANGE: readonly [number, number] = [0, 100];

/** Thickness along a fascicle, 0 at the spine to 1 at the thigh, as a share of its radius. Its shape is also in psoas/render/fascicle_tubes.py. */
export function thicknessAt(position: number): number {
  const belly = Math.exp(-(((position - 0.4) / 0.27) ** 2));
  const root = Math.sqrt(Math.min(1, position / 0.08));
  const end = Math.sqrt(Math.min(1, (1 - position) / 0.02));
  const tendon = 0.42 - 0.1 * Math.max(0, (position - 0.75) / 0.25);
  return root * end * (tendon + 1.05 * belly);
}

export type View = "start" | "core" | "front" | "side" | "back" | "psoas" | "turned" | "above";
/**
 * Camera of each view: degrees round the body from in front towards its right side, and height as part of the distance.
 * psoas/render/renderer.py has the angles of its four views; psoas/exercises/exercise_animation.py chooses a view by name.
 */
export const CAMERA_PLACES: Readonly<Record<View, readonly [angle: number, rise: number]>> = {
  start: [35, 0.1], core: [35, 0.1], front: [0, 0.06], side: [90, 0.06], back: [180, 0.06], psoas: [24, 0.12],
  turned: [62, 0.1], above: [28, 0.42],
};

/** The posture of the front page's bare address, first in SHOWN: psoas/render/posture_controls.py. */
export const DEFAULT_POSTURE = "standing";
/** The sentence that each dial changes most; dials of psoas/render/posture_controls.py, sentences of psoas/render/posture_text.py. */
export const SENTENCE_OF_DIAL: Readonly<Record<string, string>> = {
  hip_r: "hip", hip_l: "hip", pelvis: "back", back: "back", chest: "breath", ribs: "breath",
};
