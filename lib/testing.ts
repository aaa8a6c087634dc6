import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { closeDb, getDb } from "../db/client.ts";
import { migrateDatabase } from "../db/migrate.ts";
import { user } from "../db/schema.ts";
import { type Actor, mintActor, type Via } from "./auth/actor.ts";

/** Gives the test file a migrated database of its own, in a folder that goes away with it. */
export function freshDatabase(): void {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "foothold-test-"));
    process.env.DATABASE_URL = `file:${join(folder, "test.db")}`;
    process.env.AUTH_SECRET = "a secret that only tests use";
    migrateDatabase();
  });
  afterAll(() => {
    closeDb();
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
