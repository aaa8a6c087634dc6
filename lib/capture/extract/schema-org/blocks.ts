import type { Page } from "../page.ts";
import { endsInString, readJson } from "./json-text.ts";

const maxBlocks = 200;
/** All blocks of a page together. */
const maxSize = 8_000_000;
/** How many `</script>` a text may have in it. */
const maxEnds = 8;

/** The values of a page's JSON-LD blocks, in their order; what cannot be read is left out. */
export function jsonBlocks({ document, html }: Page): unknown[] {
  let size = 0;
  return [...document.querySelectorAll("script[type]")]
    .filter((script) => /ld\+json/i.test(script.getAttribute("type") ?? ""))
    .slice(0, maxBlocks)
    .flatMap((script) => {
      const text = script.textContent ?? "";
      size += text.length;
      if (size > maxSize || text.trim() === "") return [];
      return [readJson(wholeText(text, html))];
    });
}

/** A block's text with what follows a `</script>` inside one of its strings, where the parser ended it. */
function wholeText(text: string, html: string): string {
  if (!endsInString(text)) return text;
  const start = html.indexOf(text);
  if (start < 0) return text;
  let end = start + text.length;
  for (let times = 0; times < maxEnds; times++) {
    const next = html.slice(end + 1).search(/<\/script/i);
    if (next < 0) return text;
    end += 1 + next;
    const longer = html.slice(start, end);
    if (!endsInString(longer)) return longer;
  }
  return text;
}
