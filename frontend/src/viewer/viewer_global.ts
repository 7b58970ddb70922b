/**
 * The entry of the 3D viewer: `window.PsoasViewer.mount(element, scene, options)`.
 *
 * Events on the element: it emits `psoas-time` ({time, index}), so that charts can follow. It listens to `psoas-seek` ({time}),
 * to `psoas-look` ({view, times, mirrored}), which fits the camera to the body at all those times, and to `psoas-cover`
 * ({top}), which tells how much of the picture's top (CSS pixels) something else covers.
 */
import { createElement } from "../shared/dom";
import { createTranslator } from "../shared/i18n";
import type { View } from "../shared/rules";
import type { SceneData } from "../shared/scene";
import { adoptStylesheet } from "../shared/stylesheet";
import type { PostureFrame } from "./posture_transition";
import { Viewer, type Options, type Stats } from "./viewer";
import css from "./viewer.css" with { type: "text" };

const mounted = new WeakMap<Element, Viewer>();

/** Whether this browser can draw in 3D. */
function supportsWebGL(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}

/** Draw `scene` into `element`; a second call replaces the first. Without WebGL the element says so instead. */
function mountViewer(element: HTMLElement, scene: SceneData, options: Options = {}): void {
  adoptStylesheet(css);
  mounted.get(element)?.destroy();
  mounted.delete(element);
  if (!supportsWebGL()) {
    const t = createTranslator(scene.words);
    element.replaceChildren(createElement("div", "pv", {}, createElement("p", "pv-none", {}, t("none"))));
    return;
  }
  mounted.set(element, new Viewer(element, scene, options));
}

/** What is drawn in `element`, in numbers; null when nothing is mounted there. */
const measure = (element: HTMLElement): Stats | null => mounted.get(element)?.measure() ?? null;

/** Change the posture in `element`; does nothing where nothing is mounted. */
const changePosture = (element: HTMLElement, frame: PostureFrame, view: View | null = null): void => mounted.get(element)?.changePosture(frame, view);

/** Remove the viewer from `element` and free its resources. */
function unmountViewer(element: HTMLElement): void {
  mounted.get(element)?.destroy();
  mounted.delete(element);
}

declare global {
  interface Window {
    PsoasViewer: {
      mount: typeof mountViewer; go: typeof changePosture; unmount: typeof unmountViewer; stats: typeof measure; works: typeof supportsWebGL;
    };
  }
}

window.PsoasViewer = { mount: mountViewer, go: changePosture, unmount: unmountViewer, stats: measure, works: supportsWebGL };
