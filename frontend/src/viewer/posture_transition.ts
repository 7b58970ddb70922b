/** A smooth change from one posture to the next. The scene then holds two frames: where the body was and where it goes. */
import { decodeFloats, type Scene } from "../shared/scene";

/** One posture of the scene's own bones and strands, as base64 of 32-bit floats. */
export interface PostureFrame {
  position: string;
  quaternion: string;
  points: string;
  percent: string;
  force?: string;
}

const PARTS = ["position", "quaternion", "points", "percent", "force"] as const;
const SECONDS = 0.18;

export class PostureTransition {
  private share = 1;

  constructor(private readonly scene: Scene, private readonly reducedMotion: boolean) {}

  /** Whether the change is still under way. */
  get isMoving(): boolean {
    return this.share < 1;
  }

  /** The present place between the scene's frames 0 and 1. */
  get position(): { index: number; share: number } {
    return { index: 0, share: easeInOut(this.share) };
  }

  /** Start from the present place towards `frame`. */
  start(frame: PostureFrame): void {
    const at = this.scene.frames > 1 ? easeInOut(this.share) : 0;
    for (const part of PARTS) {
      const text = frame[part];
      if (text === undefined) continue;
      const goal = decodeFloats(text);
      const now = this.scene[part];
      const size = goal.length;
      if (now.length !== size * this.scene.frames) throw new Error(`A posture's "${part}" holds ${size} numbers; expected ${now.length / this.scene.frames}.`);
      const both = new Float32Array(2 * size);
      for (let i = 0; i < size; i++) both[i] = now[i]! + (this.scene.frames > 1 ? at * (now[size + i]! - now[i]!) : 0);
      if (part === "quaternion") alignQuaternions(both, goal);
      both.set(goal, size);
      this.scene[part] = both;
    }
    this.scene.frames = 2;
    this.share = this.reducedMotion ? 1 : 0;
  }

  advance(seconds: number): void {
    this.share = Math.min(1, this.share + seconds / SECONDS);
  }
}

/** Make unit length, and choose the sign that is closer to `goal`, so that rotations take the short way. */
function alignQuaternions(quaternions: Float32Array, goal: Float32Array): void {
  for (let i = 0; i < goal.length; i += 4) {
    let dot = 0;
    let size = 0;
    for (let k = i; k < i + 4; k++) {
      dot += quaternions[k]! * goal[k]!;
      size += quaternions[k]! ** 2;
    }
    const scale = (dot < 0 ? -1 : 1) / (Math.sqrt(size) || 1);
    for (let k = i; k < i + 4; k++) quaternions[k]! *= scale;
  }
}

const easeInOut = (at: number): number => at * at * (3 - 2 * at);
