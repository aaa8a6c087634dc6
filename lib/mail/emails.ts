import { withBase } from "../base-path.ts";
import { env } from "../env.ts";

/** A mail as paragraphs; a link stands alone, with the words of its button. */
export type Letter = {
  subject: string;
  paragraphs: readonly (string | { href: string; words: string })[];
};

/** Where people reach this Foothold, with a path of it. Mails need `PUBLIC_URL`, and the settings see to it. */
export const publicUrl = (path: string) => new URL(withBase(path), env().PUBLIC_URL).href;

/** The same where it may be shown in a browser, which knows by itself where it is. */
export const publicUrlOrPath = (path: string) =>
  env().PUBLIC_URL ? publicUrl(path) : withBase(path);

const closing = "Foothold, the job-hunt tracker";

/** The letter's two forms: plain text, and the same as simple HTML. */
export function emailBody({ subject, paragraphs }: Letter): { text: string; html: string } {
  const lines = paragraphs.map((part) => (typeof part === "string" ? part : part.href));
  const blocks = paragraphs.map((part) =>
    typeof part === "string"
      ? `<p>${escaped(part)}</p>`
      : `<p><a href="${escaped(part.href)}" style="${button}">${escaped(part.words)}</a></p>
<p style="${small}">Or copy this address: ${escaped(part.href)}</p>`,
  );
  return {
    text: `${[...lines, closing].join("\n\n")}\n`,
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="${page}">
${blocks.join("\n")}
<p style="${small}">${closing}</p>
</body></html>\n`,
  };
}

const page =
  "max-width:34em;margin:24px auto;padding:0 16px;font:16px/1.55 system-ui,sans-serif;color:#26231e";
const small = "font-size:13px;color:#6b655b;overflow-wrap:anywhere";
const button =
  "display:inline-block;padding:9px 16px;border-radius:8px;background:#0f5f63;color:#fff;text-decoration:none";

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
