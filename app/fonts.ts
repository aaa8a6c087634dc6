import { preload } from "react-dom";

const files = [
  new URL("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2", import.meta.url),
  new URL(
    "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
    import.meta.url,
  ),
];

/** Has the browser fetch the two Latin fonts at once, before it has read the stylesheet that names them. */
export function preloadFonts(): void {
  for (const { pathname } of files) {
    preload(pathname, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  }
}
