/**
 * Rules of the front end alone, and Python's rules, which are generated (`python -m scripts.typescript_rules`; a test
 * fails when they are stale).
 */
import { CAMERA_ANGLES, POSTURES, type DialId } from "./rules.generated";

export * from "./rules.generated";

/** Kinds of a scene's segments: psoas/render/scene.py. */
export type SegmentKind = "bone" | "diaphragm" | "disc";
/** Segments whose origins a line drawing joins ("_S" is a side); a test compares the names with the body's. */
export const LIMB_CHAINS: readonly (readonly string[])[] = [
  ["femur_S", "tibia_S", "talus_S", "calcn_S"], ["talus_S", "toes_S"], ["humerus_S", "ulna_S", "hand_S"], ["pelvis", "femur_S"], ["thorax", "humerus_S"],
];
export const SPINE_CHAIN: readonly string[] = ["pelvis", "l5", "l4", "l3", "l2", "l1", "thorax", "head"];
/** Segments shown in the close-up; those from head to knees, which hold the psoas and everything it moves; and the arms. */
export const CLOSE_UP_SEGMENTS = /^(pelvis|l[1-5])$/;
export const CORE_SEGMENTS = /^(pelvis|l[1-5]|thorax|ribs_lower|head|femur_[rl])$/;
export const ARM_SEGMENTS = /^(humerus|ulna|radius|hand)_/;

/** Addresses of the app; a test asks for them. */
export const LOG_URL = "/api/log";
export const AFTER_SESSION_URL = "/session/after";
/** Statuses with which the server refuses log entries for good: not JSON, too large, not valid. */
export const REFUSED_STATUSES: readonly number[] = [400, 413, 422];

/** Kinds of items: psoas/session/session_script.py. */
export type PartKind = "exercise" | "breath" | "massage" | "test";

/** Ends of the color scale of pulls, percent of greatest force, where a scene gives none. */
export const DEFAULT_FORCE_RANGE: readonly [number, number] = [0, 100];

/**
 * Thickness along a fascicle, 0 at the spine to 1 at the thigh, as a share of its radius: pointed at both ends, where
 * the tubes of still pictures (psoas/render/fascicle_tubes.py) are cut.
 */
export function thicknessAt(position: number): number {
  const belly = Math.exp(-(((position - 0.4) / 0.27) ** 2));
  const root = Math.sqrt(Math.min(1, position / 0.08));
  const end = Math.sqrt(Math.min(1, (1 - position) / 0.02));
  const tendon = 0.42 - 0.1 * Math.max(0, (position - 0.75) / 0.25);
  return root * end * (tendon + 1.05 * belly);
}

export type View = "start" | "core" | "front" | "side" | "back" | "psoas" | "turned" | "above";
/** Camera of each view: degrees round the body from in front towards its right side, and height as part of the distance. */
export const CAMERA_PLACES: Readonly<Record<View, readonly [angle: number, rise: number]>> = {
  start: [CAMERA_ANGLES.three_quarter, 0.1], core: [CAMERA_ANGLES.three_quarter, 0.1], front: [CAMERA_ANGLES.front, 0.06],
  side: [CAMERA_ANGLES.side, 0.06], back: [CAMERA_ANGLES.back, 0.06], psoas: [24, 0.12], turned: [62, 0.1], above: [28, 0.42],
};

/** The posture of the front page's bare address. */
export const DEFAULT_POSTURE = POSTURES[0];
/** The sentence that each dial changes most: psoas/render/posture_text.py. */
export const SENTENCE_OF_DIAL: Readonly<Record<string, string>> = {
  hip_r: "hip", hip_l: "hip", pelvis: "back", back: "back", chest: "breath", ribs: "breath",
} satisfies Record<DialId, string>;
