/** Sound cues of the session: a voice where the browser has one, else tones, or nothing. The same words always stand on the screen. */
import { BREATH_TONES, TonePlayer } from "../shared/audio";
import type { StepKind } from "../shared/rules";
import type { Step } from "./script";

export const SOUNDS = ["voice", "tones", "quiet"] as const;
export type Sound = (typeof SOUNDS)[number];

/** Pitch (Hz) of the tone at the start of a step. */
const STEP_HZ: Partial<Record<StepKind, number>> = {
  move: 392, hold: 330, press: 330, rest: 262, switch: 262, ready: 294, next: 294, enter: 294, settle: 262,
};
const COUNT_HZ = 523;

export class SoundCues {
  private readonly tones = new TonePlayer();

  constructor(public sound: Sound) {}

  /** Announce a step. With `muteSpeech`, for fast clocks, nothing is spoken. */
  announceStep(step: Step, muteSpeech: boolean): void {
    if (this.sound === "quiet") return;
    this.tones.stop();
    const breath = BREATH_TONES[step.breath];
    if (breath) this.play(breath.from, breath.to, step.seconds, breath.loudness);
    if (this.sound === "voice" && step.say && !muteSpeech && this.speak(step.say)) return;
    const pitch = STEP_HZ[step.kind];
    if (pitch && !step.breath) this.play(pitch, pitch, 0.18, 0.08);
  }

  /** Sound one of the last seconds before a set. */
  soundCount(): void {
    if (this.sound !== "quiet") this.play(COUNT_HZ, COUNT_HZ, 0.09, 0.07);
  }

  stop(): void {
    if (canSpeak()) window.speechSynthesis.cancel();
    this.tones.stop();
  }

  close(): void {
    this.stop();
    this.tones.close();
  }

  private speak(words: string): boolean {
    if (!canSpeak() || window.speechSynthesis.getVoices().length === 0) return false;
    window.speechSynthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = document.documentElement.lang;
    utterance.rate = 0.95;
    window.speechSynthesis.speak(utterance);
    return true;
  }

  /** Without a sound device the session goes on quietly. */
  private play(from: number, to: number, seconds: number, loudness: number): void {
    if (!this.tones.play({ from, to, loudness }, seconds)) this.sound = "quiet";
  }
}

const canSpeak = (): boolean => "speechSynthesis" in window && typeof SpeechSynthesisUtterance === "function";
