import { decodePage } from "../fetch/charset.ts";
import type { CaptureInput } from "../posting.ts";
import { blocksOf } from "../snapshots/blocks.ts";
import { readDocx } from "./docx.ts";
import { readPdf } from "./pdf.ts";
import { FileRefused } from "./refused.ts";

const kinds = "Foothold reads pages (.html, .mhtml), text (.txt), PDF and Word (.docx).";

/** A file's content as the extractor takes it. Throws `FileRefused`. For the worker: a file may be long or hostile. */
export async function inputOf(name: string, bytes: Buffer): Promise<CaptureInput> {
  if (bytes.length === 0) throw new FileRefused("This file is empty.");
  // What a file is, its first bytes say better than its name.
  if (bytes.subarray(0, 1_024).includes("%PDF-")) return { text: await readPdf(bytes) };
  if (bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004")))
    return ofDocument(await readDocx(bytes));
  if (bytes.subarray(0, 4).equals(Buffer.from("d0cf11e0", "hex")))
    throw new FileRefused(
      "This is a Word file of the old kind, or locked by a password. Save it as .docx without one and try again.",
    );
  const ending = /\.([a-z]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (ending === "mht" || ending === "mhtml") return readMhtml(bytes);
  const isPage = ending === "html" || ending === "htm" || ending === "xhtml";
  if (!isPage && ending !== "txt" && ending !== "text" && ending !== "md")
    throw new FileRefused(
      ending === "pdf" || ending === "docx"
        ? "This file is damaged, or not what its name says. Save it again and try again."
        : `This kind of file cannot be read. ${kinds}`,
    );
  const text = await decodePage(bytes);
  if (!text?.trim()) throw new FileRefused("There is no text in this file.");
  return isPage || /^\s{0,100}<(!doctype html|html)/i.test(text) ? { html: text } : { text };
}

/** A Word file has the marks of a page seldom, and is read line by line as well, as the same text is when pasted. */
const ofDocument = (html: string): CaptureInput => ({
  html,
  text: blocksOf(html)
    .map(({ text }) => text)
    .join("\n"),
});

/** A page with all that belongs to it in one MIME file, as browsers save it; its address is in a header. */
async function readMhtml(bytes: Buffer): Promise<CaptureInput> {
  const { default: PostalMime } = await import("postal-mime");
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 10 }).catch(() => null);
  const html = mail?.html;
  if (!html) throw new FileRefused("This file is damaged: there is no page in it.");
  const address = mail.headers.find(({ key }) => key === "snapshot-content-location")?.value;
  return { html, ...(address && /^https?:\/\//.test(address) ? { url: address } : {}) };
}
