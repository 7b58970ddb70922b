/** Soft tones made in the browser: rising with the breath in, falling with the breath out. */

interface Tone {
  /** Pitch at the start and at the end, Hz. */
  from: number;
  to: number;
  loudness: number;
}

const LOW_HZ = 196;
const HIGH_HZ = 294;
const FADE_IN_S = 0.4;

/** The tone of each breath phase; phases without one are silent. */
export const BREATH_TONES: Readonly<Record<string, Tone>> = {
  in: { from: LOW_HZ, to: HIGH_HZ, loudness: 0.07 },
  top_up: { from: HIGH_HZ, to: 1.12 * HIGH_HZ, loudness: 0.06 },
  out: { from: HIGH_HZ, to: LOW_HZ, loudness: 0.06 },
  hum: { from: 0.75 * LOW_HZ, to: 0.72 * LOW_HZ, loudness: 0.09 },
};
/** The tone at the end of a breath session. */
export const END_TONE: Tone = { from: HIGH_HZ, to: 1.5 * HIGH_HZ, loudness: 0.06 };

export class TonePlayer {
  private context: AudioContext | null = null;
  private playing: OscillatorNode | null = null;

  /** Play a tone for `seconds` in place of the one before; false where the device makes no sound. */
  play({ from, to, loudness }: Tone, seconds: number): boolean {
    this.stop();
    try {
      this.context ??= new AudioContext();
      void this.context.resume();
      const now = this.context.currentTime;
      const oscillator = new OscillatorNode(this.context, { type: "sine", frequency: from });
      const volume = new GainNode(this.context, { gain: 0 });
      oscillator.frequency.linearRampToValueAtTime(to, now + seconds);
      volume.gain.linearRampToValueAtTime(loudness, now + Math.min(FADE_IN_S, seconds / 3));
      volume.gain.linearRampToValueAtTime(0.0001, now + seconds);
      oscillator.connect(volume).connect(this.context.destination);
      oscillator.onended = () => (this.playing = this.playing === oscillator ? null : this.playing);
      oscillator.start();
      oscillator.stop(now + seconds);
      this.playing = oscillator;
      return true;
    } catch {
      return false;
    }
  }

  /** End the tone that is playing. */
  stop(): void {
    this.playing?.stop();
    this.playing = null;
  }

  close(): void {
    this.stop();
    void this.context?.close();
    this.context = null;
  }
}
