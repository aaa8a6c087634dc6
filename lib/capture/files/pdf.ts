import { FileRefused } from "./refused.ts";

/** Pages that are read: a posting has one or two, and a book should not take minutes. */
const maxPages = 50;
const maxChars = 500_000;

/** The text of a PDF's first 50 pages, line by line. Throws `FileRefused`. */
export async function readPdf(bytes: Buffer): Promise<string> {
  const { getDocumentProxy } = await import("unpdf");
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    maxImageSize: 1,
    verbosity: 0,
  }).catch((error: unknown) => {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw new FileRefused(
      isLocked
        ? "This PDF is locked by a password. Save it without one and try again."
        : "This PDF is damaged. Save it again and try again.",
    );
  });
  let text = "";
  for (let number = 1; number <= Math.min(document.numPages, maxPages); number++) {
    const page = await document.getPage(number);
    text += `${linesOf((await page.getTextContent()).items)}\n`;
    page.cleanup();
    if (text.length > maxChars) break;
  }
  await document.loadingTask.destroy();
  if (!text.trim())
    throw new FileRefused("This PDF has only pictures of text. Paste the posting's text instead.");
  return text.slice(0, maxChars);
}

type Item = { str: string; hasEOL: boolean } | object;

const linesOf = (items: readonly Item[]) =>
  items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
