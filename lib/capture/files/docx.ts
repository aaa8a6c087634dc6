import { fromBufferPromise, type ZipFile } from "yauzl";
import { FileRefused } from "./refused.ts";

const limits = {
  entries: 2_000,
  /** all of it unpacked, in bytes */
  bytes: 60 * 1024 * 1024,
  /** the document's text as XML, in bytes, which becomes a tree in memory many times its size */
  documentBytes: 8 * 1024 * 1024,
  /** how many times its packed size the document may unpack to: real ones reach 25 */
  ratio: 200,
};

const damaged = "This Word file is damaged. Save it again and try again.";

/** A Word file's text as HTML; pictures and links to other files are left out. Throws `FileRefused`. */
export async function readDocx(bytes: Buffer): Promise<string> {
  await checkZip(bytes);
  const { default: mammoth } = await import("mammoth");
  const { value } = await mammoth
    .convertToHtml(
      { buffer: bytes },
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
        externalFileAccess: false,
      },
    )
    .catch(() => {
      throw new FileRefused(damaged);
    });
  if (!value.trim()) throw new FileRefused("There is no text in this file.");
  return value;
}

/** Checks the sizes that a ZIP's directory tells, and that they are true, before anything is unpacked whole. */
async function checkZip(bytes: Buffer): Promise<void> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true }).catch(() => {
    throw new FileRefused(damaged);
  });
  try {
    if (!(await hasDocument(zip))) throw new FileRefused("This is no Word file (.docx).");
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused(damaged);
  } finally {
    zip.close();
  }
}

async function hasDocument(zip: ZipFile): Promise<boolean> {
  const tooMuch = new FileRefused(
    "This Word file unpacks to far more than a posting has, so it was not opened.",
  );
  let [found, entries, total] = [false, 0, 0];
  for await (const entry of zip.eachEntry()) {
    const { uncompressedSize: size, compressedSize: packed, fileName } = entry;
    if (entry.isEncrypted())
      throw new FileRefused(
        "This file is locked by a password. Save it without one and try again.",
      );
    entries += 1;
    total += size;
    if (entries > limits.entries || total > limits.bytes) throw tooMuch;
    const isXml = /\.(xml|rels)$/i.test(fileName);
    if (isXml && (size > limits.documentBytes || size > 65_536 + packed * limits.ratio))
      throw tooMuch;
    if (fileName === "word/document.xml") found = true;
    // The directory may lie; yauzl ends a stream that gives more than it says.
    if (isXml) for await (const _ of await zip.openReadStreamPromise(entry));
  }
  return found;
}
