/** The entry: `window.PsoasSession.mount(element, script, options)`. */
import { along, pace } from "./belly";
import { wallClock } from "./clock";
import { reduce, start } from "./machine";
import { Refused, poster } from "./outbox";
import { mountSession } from "./player";

declare global {
  interface Window {
    PsoasSession: { mount: typeof mountSession; poster: typeof poster; wallClock: typeof wallClock; reduce: typeof reduce; start: typeof start; Refused: typeof Refused;
      along: typeof along; pace: typeof pace };
  }
}

window.PsoasSession = { mount: mountSession, poster, wallClock, reduce, start, Refused, along, pace };
