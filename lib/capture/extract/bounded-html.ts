/** The most of a page that is read, in characters and in tags: what is behind is no posting's. */
export const maxHtml = 5_000_000;
const maxTags = 100_000;
/** Parsers and selectors take a time for each element around one. */
const maxDepth = 400;

// Without content, or often without an end tag.
const shallow =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|option|script|style|path)$/i;

/** A page's HTML with no more of it than can be parsed in a moment: in length, tags and nesting. */
export function boundedHtml(html: string): string {
  const text = html.slice(0, endOfTags(html));
  let depth = 0;
  let deepest = 0;
  const isTooDeep = (closing: string, name: string): boolean => {
    if (shallow.test(name)) return false;
    depth = Math.max(0, depth + (closing ? -1 : 1));
    deepest = Math.max(deepest, depth);
    return !closing && depth > maxDepth;
  };
  for (const [, closing = "", name = ""] of text.matchAll(tagStart)) isTooDeep(closing, name);
  if (deepest <= maxDepth) return text;
  depth = 0;
  return text.replace(tagStart, (tag, closing, name) => (isTooDeep(closing, name) ? "<br " : tag));
}

const tagStart = /<(\/?)([a-z][a-z\d-]{0,30})/gi;

/** Where the last tag that is read ends. */
function endOfTags(html: string): number {
  let at = -1;
  for (let count = 0; count < maxTags; count++) {
    at = html.indexOf("<", at + 1);
    if (at < 0 || at >= maxHtml) return maxHtml;
  }
  return at;
}
