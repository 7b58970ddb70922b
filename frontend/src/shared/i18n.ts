/**
 * Translated texts. The front end has no texts of its own: Python sends the messages of psoas/locale with the page or
 * the scene (psoas.core.catalogue.browser_words). tests/core/test_app_words.py checks that every requested name exists.
 */
import { FluentBundle, FluentNumber, FluentResource } from "@fluent/bundle";

/** Messages below `prefix` as Fluent source. */
export type Texts = Readonly<{ language: string; prefix: string; source: string }>;

/** Returns the text called `name` with its variables filled; throws where there is none or a value is missing. */
export type Translate = (name: string, values?: Record<string, string | number>) => string;

/** Writes a number as it is, where the message does not ask for NUMBER(). Selectors still work on it. */
class PlainNumber extends FluentNumber {
  override toString(): string {
    return String(this.value);
  }
}

export function createTranslator(texts: Texts): Translate {
  const bundle = new FluentBundle(texts.language, { useIsolating: false });
  const faults = bundle.addResource(new FluentResource(texts.source));
  if (faults.length > 0) throw faults[0];
  return (name, values = {}) => {
    const message = bundle.getMessage(`${texts.prefix}-${name.replace(/\./g, "-")}`);
    if (!message?.value) throw new Error(`There is no text "${name}".`);
    const filled = Object.entries(values).map(([key, value]) => [key, typeof value === "number" ? new PlainNumber(value) : value]);
    const errors: Error[] = [];
    const text = bundle.formatPattern(message.value, Object.fromEntries(filled), errors);
    if (errors.length > 0) throw errors[0];
    return text;
  };
}
