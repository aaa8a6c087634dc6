import { setImmediate } from "node:timers/promises";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { emailOpportunity, jobPosting, jobSite } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { cleanUp } from "../cleanup.ts";
import { toStored } from "../dates.ts";
import { NotFound } from "../errors.ts";
import { listEvents } from "../events/queries.ts";
import { createOpportunity, deleteOpportunity } from "../opportunities/commands.ts";
import { getOpportunity } from "../opportunities/queries.ts";
import { createPosting, deletePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { createSite, deleteSite } from "../sites/commands.ts";
import { getSite } from "../sites/queries.ts";
import { freshDatabase, liveRows, newActor } from "../testing.ts";
import { largestStep } from "../testing-cost.ts";
import { emptyTrash, purge, purgeTrash, restore } from "./commands.ts";
import { pageOfTrash } from "./queries.ts";
import { trashFilter } from "./schema.ts";

freshDatabase();

const everything = trashFilter.parse({});
const trash = async (actor: Actor) => (await pageOfTrash(actor, everything)).rows;

async function hunter() {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "Board" });
  const post = async (company_name: string) =>
    (await createPosting(actor, { job_site_id: site.id, company_name })).id;
  return { actor, site, post };
}

const offer = {
  job_title: "Welder",
  opportunity_status: "2 - Awaiting Feedback",
  recruiter_name: "Rhea",
  recruiter_company: "Staffing Co",
};

describe("restore", () => {
  test("brings a site back with the postings that went with it, and no other", async () => {
    const { actor, site, post } = await hunter();
    const [alone, together] = [await post("Alone"), await post("Together")];
    await deletePosting(actor, await getPosting(actor, alone));
    expect(await deleteSite(actor, await getSite(actor, site.id))).toBe(1);
    await restore(actor, "job_site", site.id);
    expect((await liveRows(jobPosting, actor)).map((row) => row.id)).toEqual([together]);
    const kinds = (await listEvents(actor, "job_posting", together)).map((event) => event.kind);
    expect(kinds.slice(0, 2)).toEqual(["restored", "deleted"]);
  });

  test("brings a posting's site back with it, and leaves the site's others", async () => {
    const { actor, site, post } = await hunter();
    const [wanted] = [await post("Wanted"), await post("Other")];
    await deleteSite(actor, await getSite(actor, site.id));
    await restore(actor, "job_posting", wanted);
    expect((await liveRows(jobSite, actor)).length).toBe(1);
    expect((await liveRows(jobPosting, actor)).map((row) => row.company_name)).toEqual(["Wanted"]);
    expect((await trash(actor)).map((row) => row.name)).toEqual(["Other"]);
  });

  test("brings an opportunity back and logs it", async () => {
    const actor = await newActor();
    const { id } = await createOpportunity(actor, offer);
    await deleteOpportunity(actor, await getOpportunity(actor, id));
    await restore(actor, "email_opportunity", id);
    const kinds = (await listEvents(actor, "email_opportunity", id)).map((event) => event.kind);
    expect(kinds).toEqual(["restored", "deleted", "created"]);
  });

  test("finds neither a live row nor another person's, and writes nothing", async () => {
    const { actor, site, post } = await hunter();
    const id = await post("Mine");
    await expect(restore(actor, "job_posting", id)).rejects.toThrow(NotFound);
    await deleteSite(actor, await getSite(actor, site.id));
    const stranger = await newActor();
    for (const [kind, row] of [["job_posting", id] as const, ["job_site", site.id] as const]) {
      await expect(restore(stranger, kind, row)).rejects.toThrow(NotFound);
      await expect(purge(stranger, kind, row)).rejects.toThrow(NotFound);
    }
    await emptyTrash(stranger);
    expect(await trash(actor)).toMatchObject([{ kind: "job_site", posting_count: 1 }]);
  });
});

describe("the trash", () => {
  test("shows one row for a site and its postings, the last deleted first", async () => {
    const { actor, site, post } = await hunter();
    const { id } = await createOpportunity(actor, offer);
    await deleteOpportunity(actor, await getOpportunity(actor, id));
    await post("One");
    await post("Two");
    await deleteSite(actor, await getSite(actor, site.id));
    const page = await pageOfTrash(actor, everything);
    expect(page).toMatchObject({
      total: 2,
      rows: [
        { kind: "job_site", name: "Board", posting_count: 2, days_left: 30 },
        { kind: "email_opportunity", name: "Welder", detail: "Rhea" },
      ],
    });
    const inside = await pageOfTrash(actor, trashFilter.parse({ site: site.id }));
    expect(inside).toMatchObject({ total: 2, rows: [{ restores_site: true }, { name: "Two" }] });
    expect((await pageOfTrash(actor, trashFilter.parse({ rows: 25, page: 2 }))).rows).toEqual([]);
  });

  test("loses one row, or all, for good", async () => {
    const { actor, site, post } = await hunter();
    const [first, second] = [await post("First"), await post("Second")];
    await deletePosting(actor, await getPosting(actor, first));
    await purge(actor, "job_posting", first);
    await expect(restore(actor, "job_posting", first)).rejects.toThrow(NotFound);
    await deletePosting(actor, await getPosting(actor, second));
    await emptyTrash(actor);
    expect(await trash(actor)).toEqual([]);
    expect((await liveRows(jobSite, actor)).map((row) => row.id)).toEqual([site.id]);
  });

  test("is kept for 30 days", async () => {
    const { actor, site, post } = await hunter();
    const [young, old] = [await post("Young"), await post("Old")];
    const ago = (days: number) => toStored(Date.now() - days * 86_400_000);
    const backdate = (id: number, deleted_at: string) =>
      getDb().update(jobPosting).set({ deleted_at }).where(eq(jobPosting.id, id));
    await backdate(young, ago(29.5));
    await backdate(old, ago(30.5));
    expect((await trash(actor)).map((row) => row.days_left)).toEqual([1, 0]);
    await purgeTrash();
    expect((await trash(actor)).map((row) => row.name)).toEqual(["Young"]);
    expect((await liveRows(jobSite, actor)).map((row) => row.id)).toEqual([site.id]);
  });
});

describe("a site with more postings than one transaction takes", () => {
  const total = 900;
  const few = 400;

  async function largeSite() {
    const actor = await newActor();
    const { id } = await createSite(actor, { site_name: "Board" });
    await getDb().run(sql`insert into job_posting (user_id, job_site_id, posting_title)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < ${total})
      select ${actor.user_id}, ${id}, 'Job ' || i from n`);
    const count = (which: SQL) =>
      getDb().$count(jobPosting, and(eq(jobPosting.job_site_id, id), which));
    const live = () => count(isNull(jobPosting.deleted_at));
    const remove = async () => deleteSite(actor, await getSite(actor, id));
    return { actor, id, live, kept: () => count(sql`true`), remove };
  }

  /** Stops the work at one posting, as where the process ends. */
  async function stopped(work: () => Promise<unknown>) {
    await getDb().run(sql`create trigger no_update before update on job_posting
      when new.posting_title = 'Job 600' begin select raise(abort, 'out of order'); end`);
    await expect(work()).rejects.toThrow();
    await getDb().run(sql`drop trigger no_update`);
  }

  // On a server the work is another process's.
  test.skipIf(process.env.TEST_DATABASE)("leaves turns to others", async () => {
    const { actor, id, live, kept, remove } = await largeSite();
    expect(await largestStep(remove(), live)).toBeLessThanOrEqual(few);
    expect(await live()).toBe(0);
    expect(await largestStep(restore(actor, "job_site", id), live)).toBeLessThanOrEqual(few);
    expect(await live()).toBe(total);
    expect(await remove()).toBe(total);
    expect(await largestStep(purge(actor, "job_site", id), kept)).toBeLessThanOrEqual(few);
    expect(await kept()).toBe(0);
  });

  test("is deleted by the next start where its deletion was interrupted, and not purged before", async () => {
    const { actor, id, live, kept, remove } = await largeSite();
    await stopped(remove);
    expect(await live()).toBeGreaterThan(0);
    await purge(actor, "job_site", id);
    await emptyTrash(actor);
    expect(await kept()).toBe(await live());
    await cleanUp();
    expect(await live()).toBe(0);
    expect(await trash(actor)).toMatchObject([{ kind: "job_site", name: "Board" }]);
  });

  test("stays in the trash as a whole where its restoring was interrupted", async () => {
    const { actor, id, live, remove } = await largeSite();
    await remove();
    await stopped(() => restore(actor, "job_site", id));
    expect(await live()).toBeGreaterThan(0);
    await cleanUp();
    expect(await trash(actor)).toMatchObject([{ kind: "job_site", posting_count: total }]);
    await restore(actor, "job_site", id);
    expect(await live()).toBe(total);
  });

  test("is restored as a whole while it is being deleted", async () => {
    const { actor, id, live, remove } = await largeSite();
    const deletion = remove();
    while ((await live()) === total) await setImmediate();
    await restore(actor, "job_site", id);
    await deletion;
    expect(await live()).toBe(total);
    expect(await trash(actor)).toEqual([]);
  });
});

const row = fc.nat({ max: 5 });
const step = fc.record({
  what: fc.constantFrom("delete", "restore", "purge"),
  kind: fc.constantFrom("job_site", "job_posting", "email_opportunity"),
  row,
});

describe("deleting and restoring in any order", () => {
  test("keeps every live posting under a live site, and one event per change", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const world = await newWorld();
        for (const { what, kind, row } of steps) {
          await world[what](kind, row).catch(onlyNotFound);
          await world.check();
        }
      }),
      { numRuns: 60 },
    );
  });
});

function onlyNotFound(error: unknown) {
  if (!(error instanceof NotFound)) throw error;
}

/** Two sites with three postings each and six opportunities, with a model of what is where. */
async function newWorld() {
  const actor = await newActor();
  const sites = [await createSite(actor, {}), await createSite(actor, {})].map((site) => site.id);
  const ids = { job_site: sites, job_posting: [] as number[], email_opportunity: [] as number[] };
  for (let n = 0; n < 6; n += 1) {
    const job_site_id = sites[n % 2] ?? 0;
    ids.job_posting.push((await createPosting(actor, { job_site_id })).id);
    ids.email_opportunity.push((await createOpportunity(actor, offer)).id);
  }
  const pick = (kind: keyof typeof ids, n: number) => ids[kind][n % ids[kind].length] ?? 0;
  const deletes = {
    job_site: async (id: number) => deleteSite(actor, await getSite(actor, id)),
    job_posting: async (id: number) => deletePosting(actor, await getPosting(actor, id)),
    email_opportunity: async (id: number) =>
      deleteOpportunity(actor, await getOpportunity(actor, id)),
  };

  async function check() {
    const rows = await getDb()
      .select({ id: jobPosting.id, gone: jobPosting.deleted_at, site_gone: jobSite.deleted_at })
      .from(jobPosting)
      .innerJoin(jobSite, eq(jobSite.id, jobPosting.job_site_id))
      .where(eq(jobPosting.user_id, actor.user_id));
    for (const { id, gone, site_gone } of rows) {
      if (site_gone) expect(gone).not.toBeNull();
      const events = await listEvents(actor, "job_posting", id);
      const count = (kind: string) => events.filter((event) => event.kind === kind).length;
      expect(count("deleted") - count("restored")).toBe(gone ? 1 : 0);
    }
    const page = await pageOfTrash(actor, everything);
    const grouped = page.rows.reduce((sum, found) => sum + found.posting_count, 0);
    const rest = await Promise.all([
      getDb().$count(jobSite, eq(jobSite.user_id, actor.user_id)),
      getDb().$count(emailOpportunity, eq(emailOpportunity.user_id, actor.user_id)),
    ]);
    const live = await Promise.all(
      [jobSite, jobPosting, emailOpportunity].map((table) => liveRows(table, actor)),
    );
    const total = rows.length + rest[0] + rest[1];
    expect(page.total + grouped + live.flat().length).toBe(total);
  }

  return {
    check,
    delete: (kind: keyof typeof ids, n: number) => deletes[kind](pick(kind, n)),
    restore: (kind: keyof typeof ids, n: number) => restore(actor, kind, pick(kind, n)),
    purge: (kind: keyof typeof ids, n: number) => purge(actor, kind, pick(kind, n)),
  };
}
