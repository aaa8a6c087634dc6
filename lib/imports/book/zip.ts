import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { importLimits } from "./limits.ts";
import { unreadable } from "./unreadable.ts";

export type Zip = {
  has(name: string): boolean;
  /** The part's bytes, unpacked as they are read; nothing where there is no such part. */
  stream(name: string): Promise<Readable | null>;
  close(): void;
};

/** Opens a packed file. Throws `Invalid` where it is damaged or unpacks to far more than a sheet holds. */
export async function openZip(path: string): Promise<Zip> {
  let file: ZipFile;
  const entries = new Map<string, Entry>();
  try {
    file = await openPromise(path, { lazyEntries: true, autoClose: false });
    for await (const entry of file.eachEntry()) entries.set(entry.fileName, entry);
  } catch {
    throw unreadable("This workbook is damaged: it cannot be unpacked. Save it again and retry.");
  }
  return {
    has: (name) => entries.has(name),
    async stream(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      if (entry.isEncrypted()) {
        throw unreadable("This workbook is locked by a password. Save it without one and retry.");
      }
      if (entry.uncompressedSize > importLimits.part) {
        throw unreadable("This workbook unpacks to more than 600 MB, so it was not opened.");
      }
      return file.openReadStreamPromise(entry);
    },
    close: () => file.close(),
  };
}
