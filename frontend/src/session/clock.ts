/** Time, so that tests may hurry it. */

export interface Clock {
  /** Milliseconds that pass `speed` times as fast as the wall clock. */
  now(): number;
  /** Milliseconds of the wall, by which a device's sleep is noticed. */
  wall(): number;
  /** Call again and again, about as often as the screen is drawn; the answer stops it. */
  every(call: () => void): () => void;
  /** Call once after so many of its own seconds; the answer stops it. */
  after(seconds: number, call: () => void): () => void;
  readonly speed: number;
}

const DRAW_MS = 50;

export function wallClock(speed = 1): Clock {
  return {
    speed,
    now: () => speed * performance.now(),
    wall: () => Date.now(),
    // A timer and not the drawing of the screen: that stops when the page is not seen, and the session should not.
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
