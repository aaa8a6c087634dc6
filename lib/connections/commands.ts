import "server-only";
import { setImmediate } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { deleteInChunks } from "../records/delete-in-chunks.ts";
import { readConnections } from "./read.ts";

const rowsPerChunk = 500;

/** Replaces the actor's connections by those of a file; gives how many there are. Throws `Invalid` with a sentence. */
export async function replaceConnections(actor: Actor, path: string): Promise<number> {
  const found = await readConnections(path);
  await forgetConnections(actor);
  for (let at = 0; at < found.length; at += rowsPerChunk) {
    const chunk = JSON.stringify(found.slice(at, at + rowsPerChunk));
    await getDb().run(sql`insert into connection (user_id, name, company, company_key, position, url)
      select ${actor.user_id}, value ->> 'name', value ->> 'company', value ->> 'company_key',
        value ->> 'position', value ->> 'url' from json_each(${chunk})`);
    await setImmediate();
  }
  return found.length;
}

/** Deletes all of the actor's connections. */
export const forgetConnections = (actor: Actor): Promise<void> =>
  deleteInChunks("connection", sql`user_id = ${actor.user_id}`);
