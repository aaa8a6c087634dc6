import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { closeDb, getDb } from "../db/client.ts";
import { dropEverything, startServer } from "../db/drivers/testing.ts";
import { migrateDatabase } from "../db/migrate.ts";
import { user } from "../db/schema/accounts.ts";
import { type Actor, mintActor, type Via } from "./accounts/auth/actor.ts";
import { live, type OwnedTable } from "./records/conditions.ts";

/**
 * Gives the test file a migrated database of its own, in a folder that goes away with it. With TEST_DATABASE
 * "server" it is reached over HTTP, and with an address it is that server's, which is emptied first.
 */
export function freshDatabase(): void {
  let folder: string;
  let stop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "foothold-test-"));
    process.env.AUTH_SECRET = "a secret that only tests use";
    process.env.DATABASE_URL = `file:${join(folder, "test.db")}`;
    const where = process.env.TEST_DATABASE;
    if (where === "server") {
      const server = await startServer(folder);
      process.env.DATABASE_URL = `${server.url}test/`;
      stop = server.stop;
    } else if (where) {
      process.env.DATABASE_URL = where;
      await dropEverything(where);
    }
    await migrateDatabase();
    // Thousands of small writes, and nothing to lose.
    if (!where) await getDb().run(sql`pragma synchronous = off`);
  });
  afterAll(async () => {
    closeDb();
    await stop?.();
    rmSync(folder, { recursive: true, force: true });
  });
}

let people = 0;

/** Adds a person and gives their actor. */
export async function newActor(via: Via = "browser", zone = "America/Los_Angeles"): Promise<Actor> {
  people += 1;
  const [row] = await getDb()
    .insert(user)
    .values({ username: `person ${people}`, password: "nobody signs in here", time_zone: zone })
    .returning();
  if (!row) throw new Error("no person was added");
  return mintActor(row, via, zone);
}

/** The actor of a person who has registered. */
export async function actorNamed(username: string, via: Via = "browser"): Promise<Actor> {
  const [row] = await getDb().select().from(user).where(eq(user.username, username));
  if (!row) throw new Error(`nobody is called ${username}`);
  return mintActor(row, via, "America/Los_Angeles");
}

/** The actor's rows of a table that are not in the trash, by id. */
export async function liveRows<Table extends OwnedTable>(
  table: Table,
  actor: Actor,
): Promise<Table["$inferSelect"][]> {
  const rows = await getDb()
    .select()
    .from(table as OwnedTable)
    .where(live(table, actor.user_id))
    .orderBy(table.id);
  return rows as Table["$inferSelect"][];
}
