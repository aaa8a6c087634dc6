import "server-only";
import type { SQL } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { ownTurn } from "../runtime/event-loop.ts";

/** The rows of a report's statement, in a turn of its own: a statement over tens of thousands of postings takes long. */
export async function reportRows<Row>(statement: SQL): Promise<Row[]> {
  await ownTurn();
  return getDb().all<Row>(statement);
}
