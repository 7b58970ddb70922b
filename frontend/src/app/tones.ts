/** Soft tones made in the browser: rising on the way in, falling on the way out, one drop for a hold. */

const LOW = 196;
const HIGH = 294;
/** Pitch from and to (Hz) and loudness of each phase. */
const VOICES: Record<string, [number, number, number]> = {
  in: [LOW, HIGH, 0.07],
  top_up: [HIGH, 1.12 * HIGH, 0.06],
  out: [HIGH, LOW, 0.06],
  hum: [0.75 * LOW, 0.72 * LOW, 0.09],
  done: [HIGH, 1.5 * HIGH, 0.06],
};

export class Tones {
  private readonly context = new AudioContext();
  private playing: OscillatorNode | null = null;

  /** The tone of a phase that lasts `seconds`; a phase without a voice ends the tone before it. */
  phase(name: string, seconds: number): void {
    this.hush();
    const voice = VOICES[name];
    if (!voice) return;
    const [from, to, loud] = voice;
    const now = this.context.currentTime;
    const tone = new OscillatorNode(this.context, { type: "sine", frequency: from });
    const volume = new GainNode(this.context, { gain: 0 });
    tone.frequency.linearRampToValueAtTime(to, now + seconds);
    volume.gain.linearRampToValueAtTime(loud, now + Math.min(0.4, seconds / 3));
    volume.gain.linearRampToValueAtTime(0.0001, now + seconds);
    tone.connect(volume).connect(this.context.destination);
    tone.start();
    tone.stop(now + seconds);
    this.playing = tone;
  }

  hush(): void {
    try {
      this.playing?.stop();
    } catch {
      // it had ended by itself
    }
    this.playing = null;
  }

  close(): void {
    this.hush();
    void this.context.close();
  }
}
