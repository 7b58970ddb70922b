/**
 * Rules that Python defines. Made by `python -m scripts.typescript_rules` from the places named: change those, not this
 * file. Scripts import them by way of rules.ts.
 */

/** Schema of a guided session: psoas.session.session_rules:SCRIPT_SCHEMA. */
export const SCRIPT_SCHEMA = "psoas.script/1";
/** Schema of an exercise's moving picture: psoas.exercises.exercise_animation:SCHEMA. */
export const FIGURE_SCHEMA = "psoas.figure/1";
/** Schema of the viewer's scene: psoas.render.scene:SCHEMA. */
export const SCENE_SCHEMA = "psoas.scene/1";
/** Sides of the body: psoas.core.sides:SIDES. */
export type Side = "right" | "left";
/** Muscles of a scene: psoas.mechanics.muscle_geometry:GROUPS. */
export type MuscleGroup = "psoas" | "iliacus";
/** A figure's first fascicles are psoas: so many: scripts.typescript_rules:psoas_fascicles. */
export const PSOAS_FASCICLES = 22;
/** Pain and effort are scored from 0 to this: psoas.program.pain_rules:SCORE_MAX. */
export const SCORE_MAX = 10;
/** Above this score an exercise is over for the day: psoas.program.pain_rules:PAIN_CEILING. */
export const PAIN_CEILING = 5;
/** Pain without a score counts as this: the safe side: psoas.session.session_rules:UNSCORED_PAIN. */
export const UNSCORED_PAIN = Infinity;
/** Places of pain that a person may tick: psoas.program.pain_rules:PainPlace. */
export const PAIN_PLACES: readonly string[] = ["low_back", "groin", "hip_outside", "buttock", "thigh_front", "knee", "below_knee", "numb", "belly", "elsewhere"];
/** Those that point to a nerve and end an exercise: psoas.program.pain_rules:NERVE_PLACES. */
export const NERVE_PLACES: readonly string[] = ["below_knee", "numb"];
/** Kinds of log entries that a session writes: psoas.session.session_rules:LogKind. */
export type LogKind = "started" | "step_done" | "skipped" | "paused" | "hurt" | "effort" | "pain_after" | "finished";
/** Kinds of steps: psoas.session.session_rules:StepKind. */
export type StepKind = "next" | "ready" | "move" | "hold" | "rest" | "switch" | "breathe" | "press" | "test" | "enter" | "settle";
/** Steps whose block is logged as done or skipped: psoas.session.session_rules:WORK_STEPS. */
export const WORK_STEPS: readonly StepKind[] = ["move", "hold", "breathe", "press", "enter"];
/** Durations are whole ticks: psoas.session.session_rules:TICKS_PER_S. */
export const TICKS_PER_S = 10;
/** The log is sent in batches of at most this many: psoas.session.session_rules:ENTRIES_PER_BATCH. */
export const ENTRIES_PER_BATCH = 500;
/** How full the lungs are at the end of each breath phase, 0 to 1: psoas.services.breath_curve:FULL. */
export const LUNG_FULLNESS: Readonly<Record<string, number>> = { in: 1, top_up: 1, hold_full: 1, out: 0, hum: 0, hold_empty: 0, rest: 0 };
/** How full before a second, short breath in: psoas.services.breath_curve:BEFORE_TOP_UP. */
export const FULLNESS_BEFORE_TOP_UP = 0.75;
/** Breath cycles spread less, by their mean, than this: even: psoas.session.breath_analysis:EVEN. */
export const EVEN_SPREAD = 0.1;
/** Likewise: fairly even: psoas.session.breath_analysis:FAIRLY_EVEN. */
export const FAIRLY_EVEN_SPREAD = 0.25;
/** A breath within this part of a cycle follows its target: psoas.session.breath_analysis:NEAR. */
export const TARGET_TOLERANCE = 0.25;
/** A turn counts from this part of the usual depth on: psoas.session.breath_analysis:DEPTH_PART. */
export const TURN_DEPTH_PART = 0.3;
/** Whole breaths needed for a pace: psoas.session.breath_analysis:LEAST_BREATHS. */
export const LEAST_BREATHS = 3;
/** Ends of the color scale, percent of standing length: psoas.render.live_body:PERCENT_ENDS. */
export const PERCENT_RANGE: [number, number] = [76, 104];
/** Degrees round the body, from in front towards its right: psoas.render.renderer:ANGLES. */
export const CAMERA_ANGLES = { front: 0, three_quarter: 35, side: 90, back: 180 };
/** Postures offered; the first is the front page's: psoas.render.posture_controls:SHOWN. */
export const POSTURES: readonly [string, ...string[]] = ["standing", "arched", "slumped", "sway", "popped_ribs", "sitting_upright", "sitting_slumped", "lunge", "supine", "knees_to_chest"];
/** Dials of the front page: scripts.typescript_rules:dial_ids. */
export type DialId = "hip_r" | "hip_l" | "pelvis" | "back" | "chest" | "ribs";
