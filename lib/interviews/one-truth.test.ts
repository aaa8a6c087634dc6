import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { interview } from "../../db/schema/people.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { correctMoment } from "../events/commands.ts";
import { listEvents } from "../events/queries.ts";
import { createPosting, deletePosting, updatePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { createSite, deleteSite } from "../sites/commands.ts";
import { getSite } from "../sites/queries.ts";
import { freshDatabase, liveRows, newActor } from "../testing.ts";
import { restore } from "../trash/commands.ts";
import { createInterview, deleteInterview, updateInterview } from "./commands.ts";
import { getInterview } from "./queries.ts";
import { outcomes } from "./values.ts";

freshDatabase();

type Row = typeof interview.$inferSelect;

const latestStart = (rows: Row[]) =>
  rows
    .filter(({ outcome }) => outcome !== "Cancelled")
    .map(({ starts_at }) => starts_at)
    .sort()
    .at(-1) ?? null;

/** The interviews of a posting that are not in the trash, and its interview events, as both are stored. */
async function stored(actor: Actor, posting: number) {
  const rows = (await liveRows(interview, actor)).filter((row) => row.job_posting_id === posting);
  const events = await getDb().all<{ interview_id: number; occurred_at: string }>(sql`
    select interview_id, occurred_at from event where kind = 'interview' and job_posting_id = ${posting}
    order by interview_id`);
  return { rows, events };
}

const moment = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 }))
  .map(([day, hour]) => {
    const two = (n: number) => String(n).padStart(2, "0");
    return hour === 12
      ? `2026-05-${two(day)}T12:00:00.000000d`
      : `2026-05-${two(day)}T${two(hour)}:00:00.000000Z`;
  });

const pick = fc.nat(20);
const step = fc.oneof(
  fc.record({ do: fc.constant("write" as const), at: fc.option(moment, { freq: 4 }) }),
  fc.record({ do: fc.constant("add" as const), at: moment }),
  fc.record({ do: fc.constant("move" as const), at: moment, which: pick }),
  fc.record({
    do: fc.constant("judge" as const),
    outcome: fc.constantFrom("", ...outcomes),
    which: pick,
  }),
  fc.record({ do: fc.constant("delete" as const), which: pick }),
  fc.record({ do: fc.constant("restore" as const), which: pick }),
  fc.record({ do: fc.constant("correct" as const), at: moment, which: pick }),
  fc.record({ do: fc.constantFrom("trash posting" as const, "trash site" as const) }),
);

test("a posting's interviewed_at is what was written, and the latest start after any change of an interview", async () => {
  const actor = await newActor();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.option(moment), async (steps, first) => {
      const site = await createSite(actor, { site_name: "Board" });
      const { id } = await createPosting(actor, { job_site_id: site.id, interviewed_at: first });
      for (const one of steps) {
        const { rows } = await stored(actor, id);
        const row = "which" in one ? rows[one.which % Math.max(rows.length, 1)] : undefined;
        const posting = await getPosting(actor, id);
        let changes = true;
        if (one.do === "write") {
          await updatePosting(actor, posting, { interviewed_at: one.at });
          const after = await stored(actor, id);
          expect((await getPosting(actor, id)).interviewed_at).toBe(one.at);
          if (one.at === null) expect(latestStart(after.rows)).toBeNull();
          else expect(after.rows.map(({ starts_at }) => starts_at)).toContain(one.at);
          changes = false;
        } else if (one.do === "add") {
          await createInterview(actor, { job_posting_id: id, starts_at: one.at });
        } else if (one.do === "trash posting") {
          await deletePosting(actor, posting);
          expect((await stored(actor, id)).rows).toEqual([]);
          await restore(actor, "job_posting", id);
          expect((await stored(actor, id)).rows).toHaveLength(rows.length);
          changes = false;
        } else if (one.do === "trash site") {
          await deleteSite(actor, await getSite(actor, site.id));
          await restore(actor, "job_site", site.id);
          expect((await stored(actor, id)).rows).toHaveLength(rows.length);
          changes = false;
        } else if (one.do === "restore") {
          const [gone] = await getDb().all<{ id: number }>(sql`select id from interview
            where job_posting_id = ${id} and deleted_at is not null order by id limit 1`);
          changes = gone !== undefined;
          if (gone) await restore(actor, "interview", gone.id);
        } else if (!row) changes = false;
        else if (one.do === "delete")
          await deleteInterview(actor, await getInterview(actor, row.id));
        else if (one.do === "correct") {
          const events = await listEvents(actor, "job_posting", id);
          const event = events.find(({ interview }) => interview?.id === row.id);
          await correctMoment(actor, event?.id ?? 0, one.at);
        } else if (one.do === "move") {
          await updateInterview(actor, await getInterview(actor, row.id), { starts_at: one.at });
        } else if ("outcome" in one) {
          await updateInterview(actor, await getInterview(actor, row.id), { outcome: one.outcome });
        }
        const after = await stored(actor, id);
        if (changes)
          expect((await getPosting(actor, id)).interviewed_at).toBe(latestStart(after.rows));
        expect(after.events).toEqual(
          after.rows.map((each) => ({ interview_id: each.id, occurred_at: each.starts_at })),
        );
        for (const each of after.rows) expect(each.ends_at ?? "~" >= each.starts_at).toBeTruthy();
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
