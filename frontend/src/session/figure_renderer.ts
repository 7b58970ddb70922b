/** Chooses how the moving figure is drawn: in 3D where the browser can, else as lines. */
import type { Translate } from "../shared/i18n";
import type { SceneData } from "../shared/scene";
import type { FigureRenderer, Frames } from "./figure_data";
import { SvgFigure } from "./svg_figure";
import { ViewerFigure } from "./viewer_figure";

/** A renderer in `host`: 3D where there are bones (`base`) and WebGL, else lines. */
export function createFigureRenderer(host: HTMLElement, base: SceneData | null, all: Frames[], t: Translate): FigureRenderer {
  if (base && all.length > 0 && window.PsoasViewer?.works()) {
    try {
      return new ViewerFigure(host, base, all);
    } catch (error) {
      console.info(String(error));
    }
  }
  return new SvgFigure(host, t);
}
