const name = "doubtful-words";

/** Marks words where a text has them, without a change of the text. Gives what takes the marks away. */
export function markWords(inside: Element | null, sought: readonly string[]): () => void {
  const highlights = globalThis.CSS?.highlights;
  if (!inside || !highlights || sought.length === 0) return () => {};
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const words of sought) {
      const at = (node.textContent ?? "").toLowerCase().indexOf(words.toLowerCase());
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      ranges.push(range);
    }
  }
  highlights.set(name, new Highlight(...ranges));
  return () => highlights.delete(name);
}
