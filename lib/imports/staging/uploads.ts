import { readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How the folder of an uploaded file begins, among the system's temporary files. */
export const uploadPrefix = "foothold-upload-";

/** No import takes as long: a folder that is older was left by a process that was killed. */
const leftoverMs = 60 * 60_000;

/** Deletes uploaded files that nobody reads any more. */
export async function purgeUploads(now = Date.now()): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => each.startsWith(uploadPrefix))) {
    const folder = join(tmpdir(), name);
    const made = await stat(folder).catch(() => null);
    // Another account's folder cannot be deleted, and need not be.
    if (made && now - made.mtimeMs > leftoverMs)
      await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}
