/** `import css from "./name.css" with { type: "text" }` gives the file's text. */
declare module "*.css" {
  const css: string;
  export default css;
}
