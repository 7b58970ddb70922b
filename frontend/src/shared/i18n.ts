/**
 * Translated texts. The front end has no texts of its own: Python sends them by name with the page or the scene
 * (psoas/web/data/en.toml, psoas/report/data/viewer.toml). tests/core/test_app_words.py checks that every requested name exists.
 */
export type Texts = Readonly<Record<string, string>>;

/** Returns the text called `name` with its {gaps} filled; throws where there is none. Callers write names out in full. */
export type Translate = (name: string, values?: Record<string, string | number>) => string;

export function createTranslator(texts: Texts): Translate {
  return (name, values = {}) => {
    const text = texts[name];
    if (text === undefined) throw new Error(`There is no text "${name}".`);
    return text.replace(/\{(\w+)\}/g, (whole, gap: string) => String(values[gap] ?? whole));
  };
}
