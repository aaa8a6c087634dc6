import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { contact } from "../../db/schema/people.ts";
import { jobPosting, jobSite } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { createContact } from "../contacts/commands.ts";
import { addLink } from "../contacts/link-commands.ts";
import { getContact } from "../contacts/queries.ts";
import { createFollowUp } from "../follow-ups/commands.ts";
import { createPosting } from "../postings/commands.ts";
import { freshDatabase, liveRows, newActor } from "../testing.ts";
import { todayQueue } from "../today/queries.ts";
import { addSample, hasSample, removeSample } from "./commands.ts";
import { sampleKinds } from "./kinds.ts";

freshDatabase();
let actor: Actor;
beforeEach(async () => {
  actor = await newActor("browser", "Europe/Berlin");
});

/** How many rows the actor has of each kind, the trash included. */
async function counts(of: Actor) {
  const found: Record<string, number> = {};
  for (const kind of sampleKinds) {
    const [row] = await getDb().all<{ n: number }>(
      sql`select count(*) as n from ${sql.identifier(kind)} where user_id = ${of.user_id}`,
    );
    found[kind] = row?.n ?? 0;
  }
  return found;
}

const nothing = Object.fromEntries(sampleKinds.map((kind) => [kind, 0]));

test("sample data gives Today something of each kind, and goes as it came", async () => {
  const neighbour = await newActor();
  await createPosting(neighbour, {
    site_name: "Careers",
    company_name: "Kept",
    posting_title: "x",
  });
  expect(await hasSample(actor)).toBe(false);
  await addSample(actor);
  expect(await hasSample(actor)).toBe(true);
  const { items } = await todayQueue(actor);
  expect(new Set(items.map(({ rule }) => rule))).toEqual(
    new Set(["prepare", "write_up", "thank", "answer", "quiet", "follow_up", "look"]),
  );
  const before = await counts(neighbour);
  await removeSample(actor);
  expect(await counts(actor)).toEqual(nothing);
  expect(await hasSample(actor)).toBe(false);
  expect(await counts(neighbour)).toEqual(before);
  for (const table of ["event", "posting_fact", "contact_link", "tag_link"]) {
    const left = await getDb().all(
      sql`select * from ${sql.identifier(table)} where user_id = ${actor.user_id}`,
    );
    expect([table, left]).toEqual([table, []]);
  }
});

test("two presses at the same time make one, and what is somebody's own is not mixed with it", async () => {
  await Promise.all([addSample(actor), addSample(actor).catch(() => {})]);
  expect(await counts(actor)).toMatchObject({ job_posting: 7, contact: 2, job_site: 2 });
  const own = await newActor();
  await createPosting(own, { site_name: "Careers", company_name: "Mine", posting_title: "x" });
  await expect(addSample(own)).rejects.toThrow("You have begun already.");
  expect(await hasSample(own)).toBe(false);
});

test("what the person added stays, with the site and the contact that it needs", async () => {
  await addSample(actor);
  const [site] = await liveRows(jobSite, actor);
  const mine = await createPosting(actor, {
    job_site_id: site?.id ?? 0,
    company_name: "Mine",
    posting_title: "Gardener",
  });
  const [known] = await liveRows(contact, actor);
  const on = { column: "job_posting_id", id: mine.id } as const;
  await addLink(actor, await getContact(actor, known?.id ?? 0), on);
  const friend = await createContact(actor, { name: "A friend" });
  await createFollowUp(actor, { what: "Call her", due_on: "2190-01-01", contact_id: friend.id });
  await removeSample(actor);
  expect(await counts(actor)).toEqual({
    ...nothing,
    job_posting: 1,
    job_site: 1,
    contact: 2,
    follow_up: 1,
  });
  expect(await liveRows(jobPosting, actor)).toMatchObject([{ id: mine.id }]);
});
