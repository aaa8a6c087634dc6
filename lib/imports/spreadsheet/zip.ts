import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { importLimits } from "./limits.ts";
import { invalidFile } from "./spreadsheet.ts";

export type Zip = {
  has(name: string): boolean;
  /** The entry as a decompressing stream; null if there is none. */
  stream(name: string): Promise<Readable | null>;
  close(): void;
};

/** Opens a ZIP file. Throws `Invalid` if it is damaged; its entries if encrypted or too large unpacked. */
export async function openZip(path: string): Promise<Zip> {
  let file: ZipFile;
  const entries = new Map<string, Entry>();
  try {
    file = await openPromise(path, { lazyEntries: true, autoClose: false });
    for await (const entry of file.eachEntry()) {
      entries.set(entry.fileName, entry);
      if (entries.size > importLimits.entries) throw new Error("too many entries");
    }
  } catch {
    throw invalidFile("This workbook is damaged: it cannot be unpacked. Save it again and retry.");
  }
  // What is larger alone is refused where it is read.
  const sizes = Array.from(entries.values(), ({ uncompressedSize }) => uncompressedSize);
  const total = sizes.reduce((sum, size) => sum + (size > importLimits.part ? 0 : size), 0);
  if (total > importLimits.parts) {
    file.close();
    throw invalidFile("This workbook unpacks to more than 1.2 GB, so it was not opened.");
  }
  return {
    has: (name) => entries.has(name),
    async stream(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      if (entry.isEncrypted()) {
        throw invalidFile("This workbook is locked by a password. Save it without one and retry.");
      }
      if (entry.uncompressedSize > importLimits.part) {
        throw invalidFile("This workbook unpacks to more than 600 MB, so it was not opened.");
      }
      if (isBomb(entry)) {
        throw invalidFile(
          `This workbook unpacks to more than ${importLimits.ratio} times its size, so it was not opened.`,
        );
      }
      return file.openReadStreamPromise(entry);
    },
    close: () => file.close(),
  };
}

// A few kilobytes that unpack to hundreds of megabytes are no sheet, and each pass over them takes seconds.
const isBomb = ({ compressedSize, uncompressedSize }: Entry) =>
  uncompressedSize > importLimits.bombBytes &&
  uncompressedSize > compressedSize * importLimits.ratio;
