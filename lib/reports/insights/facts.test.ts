import { asc, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { postingFact, postingSpan } from "../../../db/schema/derived.ts";
import { event, jobPosting } from "../../../db/schema/tracker.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import {
  changeStatus,
  createPosting,
  deletePosting,
  updatePosting,
} from "../../postings/commands.ts";
import { getPosting } from "../../postings/queries.ts";
import { createSite } from "../../sites/commands.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { histories, plainFact, writeHistory } from "./testing.ts";

freshDatabase();

const kept = (actor: Actor) =>
  getDb()
    .select()
    .from(postingFact)
    .where(eq(postingFact.user_id, actor.user_id))
    .orderBy(asc(postingFact.job_posting_id));

/** What the triggers keep of the actor's postings, and what the views compute from them. */
async function keptAndMade(actor: Actor, table: string, view: string) {
  const rows = (of: string) =>
    getDb().all(sql`select * from ${sql.identifier(of)} where user_id = ${actor.user_id}
      order by job_posting_id, ${sql.raw(table === "posting_span" ? "place" : "1")}`);
  return Promise.all([rows(table), rows(view)]);
}

async function plain(actor: Actor) {
  const rows = await getDb()
    .select()
    .from(jobPosting)
    .where(eq(jobPosting.user_id, actor.user_id))
    .orderBy(asc(jobPosting.id));
  const log = await getDb().select().from(event).where(eq(event.user_id, actor.user_id));
  return rows
    .filter(({ deleted_at }) => deleted_at === null)
    .map((row) =>
      plainFact(
        row,
        log.filter((one) => one.job_posting_id === row.id),
      ),
    );
}

test("matches a plain reading of the rows for 200 random histories", async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (drafts) => {
      const actor = await newActor();
      const site = await createSite(actor, { site_name: "Board" });
      await writeHistory(actor, drafts, [site.id]);
      expect(await kept(actor)).toEqual(await plain(actor));
      const [facts, made] = await keptAndMade(actor, "posting_fact", "posting_facts");
      expect(facts).toEqual(made);
      // A corrected moment, an undone click and a purge are followed too.
      const mine = sql`user_id = ${actor.user_id}`;
      await getDb().run(
        sql`update event set occurred_at = '2024-03-01T00:00:00.000000Z' where ${mine} and id % 3 = 0`,
      );
      await getDb().run(sql`delete from event where ${mine} and id % 4 = 0`);
      await getDb().run(sql`delete from job_posting where ${mine} and id % 5 = 0`);
      expect(await kept(actor)).toEqual(await plain(actor));
    }),
    { numRuns: 200 },
  );
}, 120_000);

test("gives each posting spans without gaps that end in the status it has now", async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (drafts) => {
      const actor = await newActor();
      const site = await createSite(actor, { site_name: "Board" });
      await writeHistory(actor, drafts, [site.id]);
      const [places, made] = await keptAndMade(actor, "posting_span", "posting_spans");
      expect(places).toEqual(made);
      const spans = await getDb()
        .select()
        .from(postingSpan)
        .where(eq(postingSpan.user_id, actor.user_id))
        .orderBy(asc(postingSpan.job_posting_id), asc(postingSpan.place));
      spans.forEach((span, at) => {
        const next = spans[at + 1];
        const goesOn = next?.job_posting_id === span.job_posting_id;
        expect(span.ends_at).toBe(goesOn ? next?.starts_at : null);
        expect(goesOn ? next?.place : span.place).toBe(goesOn ? span.place + 1 : span.place);
      });
      const open = new Set(spans.filter((s) => !s.ends_at).map((s) => s.job_posting_id));
      expect([...open]).toEqual((await kept(actor)).map((fact) => fact.job_posting_id));
    }),
    { numRuns: 50 },
  );
}, 60_000);

describe("through the commands", () => {
  async function hunter() {
    const actor = await newActor();
    return { actor, site: await createSite(actor, { site_name: "Board" }) };
  }
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const stored = (days: number) => `${ago(days).slice(0, 23)}000Z`;

  test("keeps the interview of an application that was rejected later", async () => {
    const { actor, site } = await hunter();
    const { id } = await createPosting(actor, { job_site_id: site.id, applied_at: stored(10) });
    await changeStatus(actor, await getPosting(actor, id), "1 - Actively Engaged");
    await updatePosting(actor, await getPosting(actor, id), { interviewed_at: stored(2) });
    await changeStatus(actor, await getPosting(actor, id), "3 - Rejected");
    const [fact] = await kept(actor);
    expect(fact).toMatchObject({ reached: 3, answer_days: 8, ending: "rejected", ending_days: 10 });
  });

  test("knows a posting by its first entry, whatever came with it", async () => {
    const { actor, site } = await hunter();
    const come = { job_site_id: site.id, applied_at: stored(30), interviewed_at: stored(9) };
    for (const posting_status of ["5 - Saved", "4 - No Response", "3 - Rejected", "0.5 - Offer"]) {
      const rejected_at = posting_status === "3 - Rejected" ? stored(2) : null;
      await createPosting(actor, { ...come, posting_status, rejected_at });
      await createPosting(actor, { job_site_id: site.id, posting_status, rejected_at });
    }
    expect(await kept(actor)).toEqual(await plain(actor));
    const [places, made] = await keptAndMade(actor, "posting_span", "posting_spans");
    expect(places).toEqual(made);
  });

  test("does not date an answer that came before the posting was entered", async () => {
    const { actor, site } = await hunter();
    await createPosting(actor, {
      job_site_id: site.id,
      applied_at: stored(30),
      posting_status: "2 - Awaiting Feedback",
    });
    expect(await kept(actor)).toMatchObject([{ reached: 2, answer_days: null }]);
  });

  test("drops an answer that was undone, and postings in the trash", async () => {
    const { actor, site } = await hunter();
    const { id } = await createPosting(actor, { job_site_id: site.id, applied_at: stored(3) });
    await changeStatus(actor, await getPosting(actor, id), "1 - Actively Engaged");
    await changeStatus(actor, await getPosting(actor, id), "4 - No Response");
    expect(await kept(actor)).toMatchObject([{ reached: 1, answer_days: null, ending: "" }]);
    await deletePosting(actor, await getPosting(actor, id));
    expect(await kept(actor)).toEqual([]);
  });
});
