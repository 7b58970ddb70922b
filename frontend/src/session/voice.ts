/** What is heard: a voice where the browser has one, tones in any case, or nothing. The same words always stand there. */
import type { Step } from "./script";

export const SOUNDS = ["voice", "tones", "quiet"] as const;
export type Sound = (typeof SOUNDS)[number];

/** Pitch (Hz) of the tone that a step begins with. */
const PITCH: Partial<Record<Step["kind"], number>> = {
  move: 392, hold: 330, press: 330, rest: 262, switch: 262, ready: 294, next: 294, enter: 294, settle: 262,
};
const BREATH_PITCH: Record<string, [number, number]> = { in: [196, 294], top_up: [294, 330], out: [294, 196], hum: [147, 141] };
const COUNT_HZ = 523;

export class Voice {
  private context: AudioContext | null = null;

  constructor(public sound: Sound) {}

  /** Whether this browser can speak at all. */
  static speaks(): boolean {
    return "speechSynthesis" in window && typeof SpeechSynthesisUtterance === "function";
  }

  /** A step begins. `fast` clocks are not spoken along with. */
  begin(step: Step, fast: boolean): void {
    if (this.sound === "quiet") return;
    const glide = BREATH_PITCH[step.breath];
    if (glide) this.tone(glide[0], glide[1], step.seconds, 0.06);
    if (this.sound === "voice" && step.say && !fast && this.speak(step.say)) return;
    const pitch = PITCH[step.kind];
    if (pitch && !step.breath) this.tone(pitch, pitch, 0.18, 0.08);
  }

  /** One of the last seconds before a set. */
  count(): void {
    if (this.sound !== "quiet") this.tone(COUNT_HZ, COUNT_HZ, 0.09, 0.07);
  }

  hush(): void {
    if (Voice.speaks()) window.speechSynthesis.cancel();
    void this.context?.suspend();
  }

  close(): void {
    this.hush();
    void this.context?.close();
    this.context = null;
  }

  private speak(words: string): boolean {
    if (!Voice.speaks() || window.speechSynthesis.getVoices().length === 0) return false;
    window.speechSynthesis.cancel();
    const said = new SpeechSynthesisUtterance(words);
    said.lang = document.documentElement.lang;
    said.rate = 0.95;
    window.speechSynthesis.speak(said);
    return true;
  }

  private tone(from: number, to: number, seconds: number, loud: number): void {
    try {
      this.context ??= new AudioContext();
      void this.context.resume();
      const now = this.context.currentTime;
      const tone = new OscillatorNode(this.context, { type: "sine", frequency: from });
      const volume = new GainNode(this.context, { gain: 0 });
      tone.frequency.linearRampToValueAtTime(to, now + seconds);
      volume.gain.linearRampToValueAtTime(loud, now + Math.min(0.3, seconds / 3));
      volume.gain.linearRampToValueAtTime(0.0001, now + seconds);
      tone.connect(volume).connect(this.context.destination);
      tone.start();
      tone.stop(now + seconds);
    } catch {
      this.sound = "quiet"; // no sound device: the text carries on
    }
  }
}
