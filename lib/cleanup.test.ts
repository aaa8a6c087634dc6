import { expect, test } from "vitest";
import { getDb } from "../db/client.ts";
import { session } from "../db/schema/accounts.ts";
import { cleanUp } from "./cleanup.ts";
import { freshDatabase, newActor } from "./testing.ts";

freshDatabase();

test("removes expired rows once a day, whoever asks", async () => {
  const { user_id } = await newActor();
  const end = (id: string) =>
    getDb().insert(session).values({ id, user_id, expires_at: "2001-01-01T00:00:00.000000Z" });
  await end("first");
  await Promise.all([cleanUp(), cleanUp()]);
  expect(await getDb().select().from(session)).toEqual([]);
  await end("later on the same day");
  await cleanUp();
  expect(await getDb().select().from(session)).toHaveLength(1);
});
