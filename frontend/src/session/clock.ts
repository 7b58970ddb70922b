/** Clocks: real time, or faster for tests. */

export interface Clock {
  /** Milliseconds, `speed` times as fast as real time. */
  now(): number;
  /** Milliseconds of real time, which also pass while the device sleeps. */
  wall(): number;
  /** Call repeatedly, about as often as the screen is drawn; the returned function stops it. */
  every(call: () => void): () => void;
  /** Call once after `seconds` of this clock; the returned function cancels it. */
  after(seconds: number, call: () => void): () => void;
  readonly speed: number;
}

const DRAW_MS = 50;

export function createWallClock(speed = 1): Clock {
  return {
    speed,
    now: () => speed * performance.now(),
    wall: () => Date.now(),
    // A timer rather than animation frames, which stop while the page is hidden; the session must go on.
    every(call) {
      const timer = window.setInterval(call, DRAW_MS);
      return () => window.clearInterval(timer);
    },
    after(seconds, call) {
      const timer = window.setTimeout(call, (1000 * seconds) / speed);
      return () => window.clearTimeout(timer);
    },
  };
}
