import { createReadStream } from "node:fs";
import { appendFile, writeFile } from "node:fs/promises";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { importFile } from "../../../db/schema/imports.ts";
import { deleteInChunks } from "../../records/delete-in-chunks.ts";

const partBytes = 1024 * 1024;

/** Keeps a file's bytes with a draft, until its rows are written or discarded. */
export async function keepFile(batch_id: number, path: string): Promise<void> {
  let part = 0;
  const blocks = createReadStream(path, { highWaterMark: partBytes });
  for await (const bytes of blocks as AsyncIterable<Buffer>) {
    await getDb().insert(importFile).values({ batch_id, part, bytes });
    part += 1;
  }
}

/** Writes a draft's kept bytes to a file; false if none are kept. */
export async function restoreFile(batch_id: number, path: string): Promise<boolean> {
  await writeFile(path, "", { mode: 0o600 });
  for (let last = -1; ; last += 1) {
    const [next] = await getDb()
      .select({ bytes: importFile.bytes })
      .from(importFile)
      .where(and(eq(importFile.batch_id, batch_id), gt(importFile.part, last)))
      .orderBy(asc(importFile.part))
      .limit(1);
    if (!next) return last >= 0;
    await appendFile(path, next.bytes);
  }
}

/** Deletes a draft's kept bytes where the condition holds, a part of a megabyte at a time. */
export const deleteKeptFile = (batchId: number, which = sql`true`): Promise<void> =>
  deleteInChunks("import_file", sql`batch_id = ${batchId} and ${which}`, {
    bounds: { first: 1, least: 1, most: 1 },
  });
