import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { bulkChange, bulkChangeRow } from "../../db/schema/bulk.ts";
import { followUp, interview, suggestionAnswer } from "../../db/schema/people.ts";
import { emailOpportunity, event, jobPosting } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { dayMs, toStored } from "../dates.ts";
import { Invalid, NotFound } from "../errors.ts";
import { changeOpportunityStatus, createOpportunity } from "../opportunities/commands.ts";
import { getOpportunity } from "../opportunities/queries.ts";
import { blankOpportunity } from "../opportunities/schema.ts";
import { changeStatus, createPosting, deletePosting, updatePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { createSite } from "../sites/commands.ts";
import { deleteTag } from "../tags/commands.ts";
import { getTag, listTags, tagsOf } from "../tags/queries.ts";
import { changeTags } from "../tags/row-tags.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { largestStep } from "../testing-cost.ts";
import { emptyTrash } from "../trash/commands.ts";
import { advance, beginBulkChange, beginUndo } from "./commands.ts";
import { purgeBulkChanges } from "./purge.ts";
import { getBulkChange, recentBulkChanges } from "./queries.ts";
import type { BulkAction, BulkInput } from "./schema.ts";

freshDatabase();

const rejected: BulkAction = { action: "status", status: "3 - Rejected" };
const appliedAt = "2026-03-04T10:00:00.000000Z";

async function hunt(statuses: string[] = ["4 - No Response", "5 - Saved", "1 - Actively Engaged"]) {
  const actor = await newActor();
  const { id: job_site_id } = await createSite(actor, { site_name: "Board" });
  const ids: number[] = [];
  for (const posting_status of statuses) {
    const applied_at = posting_status === "5 - Saved" ? null : appliedAt;
    const fields = { company_name: `Firm ${ids.length}`, posting_status, applied_at };
    ids.push((await createPosting(actor, { job_site_id, ...fields })).id);
  }
  return { actor, ids, job_site_id };
}

async function change(actor: Actor, input: Omit<BulkInput, "kind"> & Partial<BulkInput>) {
  return advance(actor, await beginBulkChange(actor, { kind: "job_posting", ...input }));
}

const undo = async (actor: Actor, made: Awaited<ReturnType<typeof change>>) =>
  advance(actor, await beginUndo(actor, made));

/** All that a change of many can touch of a person's, without when it was last saved. */
async function everything({ user_id }: Actor) {
  const tables = [jobPosting, emailOpportunity, event, interview, followUp, suggestionAnswer];
  const rows = tables.map((table) =>
    getDb().select().from(table).where(eq(table.user_id, user_id)).orderBy(table.id),
  );
  const facts = getDb().all(sql`select * from posting_fact where user_id = ${user_id}`);
  const tags = getDb().all(sql`select tag_id, job_posting_id, email_opportunity_id from tag_link
    where user_id = ${user_id} order by tag_id, job_posting_id, email_opportunity_id`);
  return (await Promise.all([...rows, facts, tags])).map((all) =>
    (all as object[]).map((row) => ({ ...row, updated_at: undefined })),
  );
}

test("writes to each row what a click on its status writes", async () => {
  const statuses = ["4 - No Response", "5 - Saved", "1 - Actively Engaged", "", "3 - Rejected"];
  for (const status of ["3 - Rejected", "2 - Awaiting Feedback", "5 - Saved", "My own"]) {
    const [one, many] = [await hunt(statuses), await hunt(statuses)];
    for (const id of one.ids) {
      const posting = await getPosting(one.actor, id);
      if (posting.posting_status !== status) await changeStatus(one.actor, posting, status);
    }
    await change(many.actor, { ids: many.ids, change: { action: "status", status } });
    const written = async ({ actor, ids: [first = 0] }: typeof one) => {
      const postings = await getDb()
        .select({
          at: jobPosting.applied_at,
          to: jobPosting.rejected_at,
          as: jobPosting.posting_status,
        })
        .from(jobPosting)
        .where(eq(jobPosting.user_id, actor.user_id));
      const events = await getDb().all(sql`
        select job_posting_id - ${first} as place, kind, from_value, via,
          iif(to_value glob '2*Z', '', to_value) as to_value, occurred_at < '2026-06' as is_old
        from event where user_id = ${actor.user_id} order by 1, kind, to_value`);
      const dates = postings.map(({ at, to, as }) => [
        at === appliedAt,
        at === null,
        to === null,
        as,
      ]);
      return [dates, events];
    };
    expect(await written(many)).toEqual(await written(one));
  }
});

test.each([
  rejected,
  { action: "status", status: "2.5 - Post Interview Declined", rejected_after_stage: "Screening" },
  { action: "status", status: "2 - Awaiting Feedback" },
  { action: "stage", rejected_after_stage: "Code Test" },
  { action: "follow_up", what: "Ask", due_on: "2026-12-01" },
  { action: "close_as_no_response" },
  { action: "tag", name: "dream" },
  { action: "untag", name: "maybe later" },
  { action: "trash" },
] satisfies BulkAction[])("an undo of %o puts back all that was there", async (action) => {
  const { actor, ids } = await hunt([
    "4 - No Response",
    "5 - Saved",
    "1 - Actively Engaged",
    "2.5 - Post Interview Declined",
  ]);
  await getDb()
    .insert(interview)
    .values({
      user_id: actor.user_id,
      job_posting_id: ids[2] ?? 0,
      starts_at: appliedAt,
    });
  await getDb()
    .insert(suggestionAnswer)
    .values({
      user_id: actor.user_id,
      rule: "quiet",
      subject: `job_posting:${ids[0]}`,
      answer: "snoozed",
      until: "2026-12-24",
    });
  for (const id of ids.slice(0, 2))
    await changeTags(actor, { kind: "job_posting", id }, { add: ["dream", "maybe later"] });
  const before = await everything(actor);
  const made = await change(actor, { ids, change: action });
  expect(made).toMatchObject({ state: "done", total: 4 });
  expect(made.changed).toBeGreaterThan(1);
  expect(made.changed + made.skipped).toBe(4);
  expect(await everything(actor)).not.toEqual(before);
  const undone = await undo(actor, made);
  expect(undone).toMatchObject({ state: "undone", undone: made.changed, kept: 0 });
  const withoutIds = (all: object[][]) =>
    all.map((rows) => rows.map((row) => ("rule" in row ? { ...row, id: 0 } : row)));
  expect(withoutIds(await everything(actor))).toEqual(withoutIds(before));
});

test("moves postings to another site of one's own, and back", async () => {
  const { actor, ids, job_site_id } = await hunt();
  const { id: other } = await createSite(actor, { site_name: "Other" });
  const stranger = await hunt();
  const action = (id: number): BulkAction => ({ action: "site", job_site_id: id });
  await expect(change(actor, { ids, change: action(stranger.job_site_id) })).rejects.toThrow(
    Invalid,
  );
  const made = await change(actor, { ids, change: action(other) });
  expect(made.changed).toBe(3);
  expect((await getPosting(actor, ids[0] ?? 0)).job_site_id).toBe(other);
  await undo(actor, made);
  expect((await getPosting(actor, ids[0] ?? 0)).job_site_id).toBe(job_site_id);
});

test("an undo leaves what was changed since, and counts it", async () => {
  const { actor, ids } = await hunt(Array(6).fill("4 - No Response"));
  const made = await change(actor, { ids, change: rejected });
  const [again = 0, moved = 0, binned = 0, gone = 0, noted = 0] = ids;
  await changeStatus(actor, await getPosting(actor, again), "0.5 - Offer");
  await getDb().run(sql`update event set occurred_at = ${appliedAt}
    where job_posting_id = ${moved} and kind = 'status'`);
  for (const id of [gone, binned]) await deletePosting(actor, await getPosting(actor, id));
  await getDb().delete(jobPosting).where(eq(jobPosting.id, gone));
  // What has nothing to do with its status is no hindrance.
  await updatePosting(actor, await getPosting(actor, noted), { location_city: "Leeds" });
  expect(await undo(actor, made)).toMatchObject({ state: "undone", undone: 2, kept: 4 });
  expect(await getPosting(actor, again)).toMatchObject({ posting_status: "0.5 - Offer" });
  expect(await getPosting(actor, moved)).toMatchObject({ posting_status: "3 - Rejected" });
  const back = { posting_status: "4 - No Response", rejected_at: null, location_city: "Leeds" };
  expect(await getPosting(actor, noted)).toMatchObject(back);
  await expect(beginUndo(actor, made)).rejects.toThrow("no longer");
});

test("touches no row of another person's, and counts what is gone", async () => {
  const mine = await hunt();
  const other = await hunt();
  const before = await everything(other.actor);
  const [gone = 0] = mine.ids;
  await deletePosting(mine.actor, await getPosting(mine.actor, gone));
  const ids = [...mine.ids, ...other.ids, 999_999];
  const trashed = await change(mine.actor, { ids, change: { action: "trash" } });
  expect(trashed).toMatchObject({ total: 7, changed: 2, skipped: 5 });
  await expect(beginUndo(other.actor, trashed)).rejects.toThrow("permission");
  expect(await everything(other.actor)).toEqual(before);
  await emptyTrash(mine.actor);
  expect(await undo(mine.actor, trashed)).toMatchObject({ undone: 0, kept: 2 });
});

test("takes all that fit a list's filter, on every page, and refuses what is no filter", async () => {
  const { actor } = await hunt([...Array(60).fill("4 - No Response"), "5 - Saved"]);
  const filter = { show: "waiting", rows: 25, page: 2 };
  expect(await change(actor, { filter, change: rejected })).toMatchObject({ changed: 60 });
  const wrongs: Record<string, string>[] = [
    { shown: "waiting" },
    { show: "wating" },
    { since: "soon" },
    { site: "x" },
  ];
  for (const wrong of wrongs) {
    await expect(change(actor, { filter: wrong, change: rejected })).rejects.toThrow(Invalid);
  }
  await expect(change(actor, { change: rejected })).rejects.toThrow(Invalid);
  await expect(change(actor, { ids: [1], filter: {}, change: rejected })).rejects.toThrow(Invalid);
});

test("goes on where it was interrupted, and can be undone from there", async () => {
  const { actor, ids } = await hunt(Array(60).fill("4 - No Response"));
  const before = await everything(actor);
  const begin = () => beginBulkChange(actor, { kind: "job_posting", ids, change: rejected });
  const partly = await advance(actor, await begin(), 1);
  expect(partly.state).toBe("running");
  expect(partly.changed).toBeLessThan(60);
  // Two processes at once change each row once.
  const [whole] = await Promise.all([advance(actor, partly), advance(actor, partly)]);
  expect(whole).toMatchObject({ state: "done", changed: 60, skipped: 0 });
  await undo(actor, whole);
  const half = await advance(actor, await begin(), 1);
  expect(await undo(actor, half)).toMatchObject({ state: "undone", undone: half.changed });
  expect(await everything(actor)).toEqual(before);
});

test("changes opportunities, closes them by how far they had come, and puts them back", async () => {
  const actor = await newActor();
  const ids: number[] = [];
  for (const opportunity_status of ["5 - Showed Opportunity Interest", "1 - Actively Engaged"])
    ids.push((await createOpportunity(actor, { ...blankOpportunity(), opportunity_status })).id);
  const before = await everything(actor);
  const kind = "email_opportunity";
  const closed = await change(actor, { kind, ids, change: { action: "close_as_no_response" } });
  const statuses = await Promise.all(ids.map((id) => getOpportunity(actor, id)));
  expect(statuses.map(({ opportunity_status }) => opportunity_status)).toEqual([
    "4 - Recruiter Ignored Interest",
    "2.5 - Interviewed then Ignored",
  ]);
  await undo(actor, closed);
  expect(await everything(actor)).toEqual(before);
  const set = await change(actor, {
    kind,
    filter: {},
    change: { action: "status", status: "2.3 - Rejected" },
  });
  expect(set.changed).toBe(2);
  await changeOpportunityStatus(
    actor,
    await getOpportunity(actor, ids[0] ?? 0),
    "6 - Opportunity Ignored",
  );
  expect(await undo(actor, set)).toMatchObject({ undone: 1, kept: 1 });
  const stage: BulkAction = { action: "stage", rejected_after_stage: "Screening" };
  await expect(change(actor, { kind, ids, change: stage })).rejects.toThrow("Only postings");
});

test("changes 5,000 postings in chunks and puts them back", async () => {
  const { actor, job_site_id } = await hunt([]);
  await getDb().run(sql`insert into job_posting (user_id, job_site_id, company_name, applied_at)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)
    select ${actor.user_id}, ${job_site_id}, 'Firm ' || i, ${appliedAt} from n`);
  await getDb().run(sql`insert into event (user_id, job_posting_id, kind, occurred_at, to_value, via)
    select user_id, id, 'created', applied_at, posting_status, 'api' from job_posting
    where user_id = ${actor.user_id}`);
  const before = await everything(actor);
  const countRejected = () =>
    getDb().$count(jobPosting, sql`user_id = ${actor.user_id} and posting_status = '3 - Rejected'`);
  let made: Awaited<ReturnType<typeof change>> | undefined;
  const work = change(actor, { filter: {}, change: rejected }).then((done) => {
    made = done;
  });
  expect(await largestStep(work, countRejected)).toBeLessThanOrEqual(400);
  expect(made).toMatchObject({ changed: 5000, skipped: 0, state: "done" });
  if (made) expect(await undo(actor, made)).toMatchObject({ undone: 5000, kept: 0 });
  expect(await everything(actor)).toEqual(before);
  expect(await getDb().$count(bulkChangeRow, sql`state = 'current'`)).toBe(0);
  expect(await getDb().$count(bulkChange, sql`state in ('running', 'undoing')`)).toBe(0);
});

test("keeps a change for 30 days, with what its undo needs", async () => {
  const { actor, ids } = await hunt();
  const old = await change(actor, { ids: ids.slice(0, 1), change: rejected });
  const kept = await change(actor, { ids: ids.slice(1), change: rejected });
  await getDb()
    .update(bulkChange)
    .set({ created_at: toStored(Date.now() - 31 * dayMs) })
    .where(eq(bulkChange.id, old.id));
  await expect(beginUndo(actor, old)).rejects.toThrow("no longer");
  expect(await recentBulkChanges(actor)).toEqual([kept]);
  await purgeBulkChanges();
  await expect(getBulkChange(actor, old.id)).rejects.toThrow(NotFound);
  const rowsOf = ({ id }: typeof old) =>
    getDb().$count(bulkChangeRow, eq(bulkChangeRow.bulk_change_id, id));
  expect([await rowsOf(old), await rowsOf(kept)]).toEqual([0, 2]);
});

test("tags what lacks the tag, by a name that is new or known, and leaves what is changed since", async () => {
  const { actor, ids } = await hunt();
  const [first = 0, second = 0] = ids;
  const rowOf = (id: number) => ({ kind: "job_posting" as const, id });
  const namesOf = async (id: number) => (await tagsOf(actor, rowOf(id))).map(({ name }) => name);
  await changeTags(actor, rowOf(first), { add: ["Dream"] });
  const made = await change(actor, { ids, change: { action: "tag", name: "dream" } });
  expect(made).toMatchObject({ changed: 2, skipped: 1, change: { name: "Dream" } });
  const [dream] = await listTags(actor);
  await changeTags(actor, rowOf(second), { remove: [dream?.id ?? 0] });
  expect(await undo(actor, made)).toMatchObject({ undone: 1, kept: 1 });
  expect(await Promise.all(ids.map(namesOf))).toEqual([["Dream"], [], []]);

  const taken = await change(actor, {
    filter: { tag: dream?.id ?? 0 },
    change: { action: "untag", tag_id: dream?.id ?? 0 },
  });
  expect(taken).toMatchObject({ changed: 1, skipped: 0 });
  await deleteTag(actor, await getTag(actor, dream?.id ?? 0));
  await undo(actor, taken);
  expect(await namesOf(first)).toEqual([]);
});

test("takes no tag of another's, nor a filter by one that is gone", async () => {
  const [{ actor, ids }, other] = [await hunt(), await hunt()];
  await changeTags(
    other.actor,
    { kind: "job_posting", id: other.ids[0] ?? 0 },
    { add: ["theirs"] },
  );
  const [theirs] = await listTags(other.actor);
  const tag_id = theirs?.id ?? 0;
  const refused: Omit<BulkInput, "kind">[] = [
    { ids, change: { action: "tag", tag_id } },
    { ids, change: { action: "tag" } },
    { ids, change: { action: "tag", tag_id, name: "both" } },
    { ids, change: { action: "untag", name: "nobody's" } },
    { filter: { not_tag: tag_id }, change: { action: "trash" } },
    { filter: { tag: [1, 987_654] }, change: { action: "trash" } },
  ];
  for (const input of refused) await expect(change(actor, input)).rejects.toThrow(Invalid);
  expect(await listTags(actor)).toEqual([]);
});
