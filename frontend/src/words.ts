/**
 * What a person reads. The front end has no words of its own: texts come from Python, by name, with the page or the scene
 * (psoas/web/data/en.toml, psoas/report/data/viewer.toml). tests/core/test_app_words.py holds that all that is asked for is there.
 */
export type Texts = Readonly<Record<string, string>>;

/** The text called `name` with its {gaps} filled; throws where there is none. Names are written out where it is called. */
export type Say = (name: string, values?: Record<string, string | number>) => string;

export function saying(texts: Texts): Say {
  return (name, values = {}) => {
    const text = texts[name];
    if (text === undefined) throw new Error(`There is no text "${name}".`);
    return text.replace(/\{(\w+)\}/g, (whole, gap: string) => String(values[gap] ?? whole));
  };
}
