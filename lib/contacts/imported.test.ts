import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { contact } from "../../db/schema/people.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { commitBatch } from "../imports/commit.ts";
import { getBatch } from "../imports/queries.ts";
import { stageFile } from "../imports/staging/stage.ts";
import { withFile } from "../imports/testing.ts";
import { restoreBatch, undoBatch } from "../imports/undo.ts";
import { freshDatabase, liveRows, newActor } from "../testing.ts";
import { createContact, updateContact } from "./commands.ts";
import { getContact } from "./queries.ts";

freshDatabase();

const list = `Company,Title,Date Applied,Person contacted
Larkspur,Tester,2026-01-20,Robin Vale
LARKSPUR,Analyst,2026-01-21,robin vale
Bracken & Co,Welder,2026-01-22,Robin Vale
Bracken & Co,Baker,2026-01-22,Known Already
Fennel,Cook,2026-01-23,`;

const every = { attention: true, repeats: true, duplicates: true };

async function stage(actor: Actor, file = list) {
  const staged = await withFile(file, (path) => stageFile(actor, path, "hunt.csv"));
  if (!("id" in staged)) throw new Error("the file was not staged");
  return getBatch(actor, staged.id);
}

const people = async (actor: Actor) =>
  (await liveRows(contact, actor)).map(({ name, company }) => `${name}, ${company}`);

test("an import makes a contact of each person, and takes them back with its postings", async () => {
  const actor = await newActor();
  await createContact(actor, { name: "known already", company: "bracken & co" });
  const batch = await stage(actor);
  expect(await commitBatch(actor, batch, every)).toBe(5);
  const made = ["Robin Vale, LARKSPUR", "Robin Vale, Bracken & Co"];
  expect(await people(actor)).toEqual(["known already, bracken & co", ...made]);
  const links = await getDb().all<{ n: number }>(sql`select count(*) as n from contact_link
    where user_id = ${actor.user_id} and is_documented group by contact_id order by n`);
  expect(links.map(({ n }) => n)).toEqual([1, 1, 2]);

  await undoBatch(actor, await getBatch(actor, batch.id));
  expect(await people(actor)).toEqual(["known already, bracken & co"]);
  await restoreBatch(actor, await getBatch(actor, batch.id));
  expect(await people(actor)).toEqual(["known already, bracken & co", ...made]);
});

test("an undo leaves whom the person has worked on", async () => {
  const actor = await newActor();
  const batch = await stage(actor);
  await commitBatch(actor, batch, every);
  const [robin] = await liveRows(contact, actor);
  await updateContact(actor, await getContact(actor, robin?.id ?? 0), { phone: "030 5550" });
  await undoBatch(actor, await getBatch(actor, batch.id));
  expect(await people(actor)).toEqual([`${robin?.name}, ${robin?.company}`]);
});

test("an import that fails half-way leaves no contacts behind, and can be tried again", async () => {
  const actor = await newActor();
  await createContact(actor, { name: "Nobody’s" });
  const rows = Array.from(
    { length: 300 },
    (_, n) => `Larkspur ${n},Job ${n},2026-01-20,Robin ${n}`,
  );
  const batch = await stage(actor, [list.split("\n")[0], ...rows].join("\n"));
  await getDb().run(sql`create trigger no_insert before insert on job_posting
    when new.posting_title = 'Job 250' begin select raise(abort, 'no room'); end`);
  await expect(commitBatch(actor, batch, every)).rejects.toThrow();
  await getDb().run(sql`drop trigger no_insert`);
  expect(await people(actor)).toEqual(["Nobody’s, "]);
  expect(await commitBatch(actor, await getBatch(actor, batch.id), every)).toBe(300);
  expect(await people(actor)).toHaveLength(301);
});
