/** The entry of the player: `window.PsoasSession.mount(element, script, options)`. The other members are for tests and pages. */
import { measurePace, projectOntoMainAxis } from "./breath_sensor";
import { createWallClock } from "./clock";
import { createPoster, Refused } from "./outbox";
import { mountSession } from "./player";
import { createState, reduce } from "./state_machine";

const PsoasSession = {
  mount: mountSession, poster: createPoster, wallClock: createWallClock, reduce, start: createState, Refused, along: projectOntoMainAxis, pace: measurePace,
};

declare global {
  interface Window {
    PsoasSession: typeof PsoasSession;
  }
}

window.PsoasSession = PsoasSession;
