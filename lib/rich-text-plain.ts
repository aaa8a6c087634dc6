import { isHtml } from "./rich-text-markup.ts";

/** A text without markup meaning in it. */
function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Plain text as paragraphs: blank lines part them, single ones break. HTML stays as it is. */
export function textToHtml(text: string): string {
  if (isHtml(text)) return text;
  return text
    .replaceAll("\r\n", "\n")
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => `<p>${escapeHtml(part).replaceAll("\n", "<br />")}</p>`)
    .join("");
}
