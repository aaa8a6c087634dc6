import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { importBatch, importFile, importRow } from "../../db/schema/imports.ts";
import { event, jobPosting, jobSite } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { dayMs, toStored } from "../dates.ts";
import { dayValue } from "../day-value.ts";
import { deletePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { createSite } from "../sites/commands.ts";
import { createStatus } from "../statuses/commands.ts";
import { freshDatabase, liveRows, newActor } from "../testing.ts";
import { discardBatch, readInEncoding, updateChoices } from "./commands.ts";
import { commitBatch } from "./commit.ts";
import type { Verdict } from "./plan/draft.ts";
import {
  attentionRows,
  countRows,
  getBatch,
  importsInTrash,
  listBatches,
  type OwnedBatch,
} from "./queries.ts";
import { pageOfReviewRows, reviewGroups, reviewTotals } from "./staging/review.ts";
import { draftDays, maxDrafts, purgeDrafts, stageFile } from "./staging/stage.ts";
import { reviewDefaults, takeRows } from "./staging/taken.ts";
import { bytesIn, withFile, workbookOf } from "./testing.ts";
import { restoreBatch, undoBatch } from "./undo.ts";

freshDatabase();

const list = `Company,Title,Date Applied,Status,Source,Link,Priority
Larkspur,Tester,2026-01-20,Rejected,linkedin,https://larkspur.example/1,high
Bracken & Co,Analyst,2026-01-21,Interview,LinkedIn,,
Confidential,Welder,2026-01-22,Applied,A friend,,
Total,3,,,,,`;

async function stage(actor: Actor, file: string | Uint8Array = list, sheet?: string) {
  const staged = await withFile(file, (path) => stageFile(actor, path, "hunt.csv", { sheet }));
  if (!("id" in staged)) throw new Error("the file was not staged");
  return getBatch(actor, staged.id);
}

const all = { attention: true, duplicates: false };
const rowsOf = async (batch: OwnedBatch, show: Verdict) =>
  (await pageOfReviewRows(batch, { show, page: 1 }, 50)).rows;
const livePostings = (actor: Actor) =>
  getDb()
    .select()
    .from(jobPosting)
    .where(sql`user_id = ${actor.user_id} and deleted_at is null`)
    .orderBy(jobPosting.id);
const liveSites = (actor: Actor) =>
  getDb()
    .select()
    .from(jobSite)
    .where(sql`user_id = ${actor.user_id} and deleted_at is null`)
    .orderBy(jobSite.id);

test("a dry run reports the outcome of each row, and writes no posting", async () => {
  const actor = await newActor();
  const batch = await stage(actor);
  expect(await countRows(batch)).toEqual({ new: 2, attention: 1, duplicate: 0, skipped: 1 });
  expect(await attentionRows(batch)).toEqual([4]);
  const [row] = await rowsOf(batch, "attention");
  expect(row).toMatchObject({ row_number: 4, reason: "“Confidential” names no company." });
  expect(batch.detected).toMatchObject({ rows: 4, header_row: 1, delimiter: "," });
  expect(batch.detected.words[0]).toEqual({ word: "Rejected", count: 1, status: "3 - Rejected" });
  expect(await livePostings(actor)).toEqual([]);
  expect(await liveSites(actor)).toEqual([]);
});

test("keeps what a sheet says of its rows when they are planned again", async () => {
  const actor = await newActor();
  const cell = (ref: string, value: string) => `<c r="${ref}" t="str"><v>${value}</v></c>`;
  const sheet = `<sheetData><row r="1">${cell("A1", "Company")}${cell("B1", "Title")}${cell("C1", "Date")}</row>
    <row r="2">${cell("A2", "Rejected")}</row>
    <row r="3">${cell("A3", "Larkspur")}${cell("B3", "Tester")}${cell("C3", "2026-01-20")}</row>
    <row r="4" hidden="1">${cell("A4", "Bracken")}${cell("B4", "Welder")}${cell("C4", "2026-01-21")}</row></sheetData>`;
  const batch = await stage(actor, workbookOf({ List: sheet }));
  await updateChoices(actor, batch, { order: "dmy" });
  expect(await rowsOf(batch, "skipped")).toMatchObject([
    { row_number: 2, reason: "A title, “Rejected”: the status of the rows below it" },
  ]);
  expect(await rowsOf(batch, "new")).toMatchObject([
    { row_number: 3, posting: { posting_status: "3 - Rejected" } },
  ]);
  expect(await rowsOf(batch, "attention")).toMatchObject([
    { row_number: 4, reason: "It is hidden in the spreadsheet." },
  ]);
});

test("keeps the bytes of a file while its encoding may be corrected, and no longer", async () => {
  const actor = await newActor();
  const kept = (id: number) => getDb().$count(importFile, eq(importFile.batch_id, id));
  const file = bytesIn("Firma;Stelle;Status\nBirkenhöfe;Köchin;Absage\n", "windows-1252");
  const batch = await stage(actor, file);
  expect([batch.detected.encodingGuessed, await kept(batch.id)]).toEqual([true, 1]);
  await readInEncoding(actor, batch, "macintosh");
  expect(await kept(batch.id)).toBe(1);
  await commitBatch(actor, await getBatch(actor, batch.id), all);
  expect(await kept(batch.id)).toBe(0);
  expect(await kept((await stage(actor)).id)).toBe(0);
});

test("writes postings, their sites and events, in the order of the sheet", async () => {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "LINKEDIN" });
  const batch = await stage(actor);
  expect(await commitBatch(actor, batch, all)).toBe(3);
  const postings = await livePostings(actor);
  expect(postings.map((p) => p.company_name)).toEqual(["Larkspur", "Bracken & Co", "Confidential"]);
  expect(postings[0]).toMatchObject({
    job_site_id: site.id,
    posting_title: "Tester",
    posting_status: "3 - Rejected",
    posting_url_full: "https://larkspur.example/1",
    applied_at: dayValue("2026-01-20"),
    technology_stack: [],
    import_batch_id: batch.id,
  });
  expect(postings[0]?.comments).toMatchObject([{ id: 1, comment_type: "Note" }]);
  expect(JSON.stringify(postings[0]?.comments)).toContain("<strong>Priority:</strong> high");
  expect((await liveSites(actor)).map((s) => s.site_name)).toEqual(["LINKEDIN", "A friend"]);
  const events = await getDb()
    .select({ kind: event.kind, via: event.via })
    .from(event)
    .where(eq(event.job_posting_id, postings[1]?.id ?? 0))
    .orderBy(event.id);
  expect(events.map(({ kind }) => kind)).toEqual(["imported", "applied", "stage"]);
  expect(await getBatch(actor, batch.id)).toMatchObject({
    state: "done",
    posting_count: 3,
    site_count: 1,
  });
  expect(await getDb().select().from(importRow).where(eq(importRow.batch_id, batch.id))).toEqual(
    [],
  );
});

test("a second commit writes nothing, even at the same moment", async () => {
  const actor = await newActor();
  const batch = await stage(actor);
  const written = await Promise.all([
    commitBatch(actor, batch, all),
    commitBatch(actor, batch, all),
  ]);
  expect(written.sort()).toEqual([0, 3]);
  expect(await livePostings(actor)).toHaveLength(3);
  await expect(commitBatch(actor, await getBatch(actor, batch.id), all)).rejects.toThrow(
    /This import is written/,
  );
});

const longList = `Company,Title,Date Applied\n${Array.from({ length: 450 }, (_, at) => `Larkspur,Job ${at},2026-01-20\n`).join("")}`;
const refuse = (name: string, operation: string, condition: string) =>
  getDb().run(
    sql.raw(`create trigger ${name} before ${operation} on job_posting when ${condition}
      begin select raise(abort, 'out of order'); end`),
  );
const allow = (name: string) => getDb().run(sql.raw(`drop trigger ${name}`));

test("an import that fails half-way takes back what it wrote, and can be tried again", async () => {
  const actor = await newActor();
  const batch = await stage(actor, longList);
  await refuse("no_insert", "insert", "new.posting_title = 'Job 300'");
  await expect(commitBatch(actor, batch, all)).rejects.toThrow();
  await allow("no_insert");
  expect(await livePostings(actor)).toEqual([]);
  expect(await liveSites(actor)).toEqual([]);
  const again = await getBatch(actor, batch.id);
  expect(again.state).toBe("draft");
  expect(await commitBatch(actor, again, all)).toBe(450);
  expect(await livePostings(actor)).toHaveLength(450);
});

test("an interrupted import goes on where it stopped, or is discarded with what it wrote", async () => {
  const actor = await newActor();
  const [first, second] = [await stage(actor, longList), await stage(actor, longList)];
  await refuse("no_insert", "insert", "new.posting_title = 'Job 300'");
  // As where the process ends: nothing is taken back.
  await getDb().run(sql`create trigger no_end before update of written_row on import_batch
    when new.written_row < 0 begin select raise(abort, 'out of order'); end`);
  for (const batch of [first, second]) {
    await expect(commitBatch(actor, batch, all)).rejects.toThrow();
  }
  await allow("no_insert");
  await allow("no_end");
  expect(await livePostings(actor)).toHaveLength(400);
  const half = await getBatch(actor, first.id);
  await expect(updateChoices(actor, half, { order: "dmy" })).rejects.toThrow("being written");
  expect(await commitBatch(actor, half, all)).toBe(250);
  expect(await getBatch(actor, first.id)).toMatchObject({ state: "done", posting_count: 450 });
  await discardBatch(actor, await getBatch(actor, second.id));
  const titles = (await livePostings(actor)).map((row) => row.posting_title);
  expect(titles).toHaveLength(450);
  expect(new Set(titles).size).toBe(450);
});

test("an import that was interrupted while it was taken back begins anew", async () => {
  const actor = await newActor();
  const batch = await stage(actor, longList);
  await refuse("no_insert", "insert", "new.posting_title = 'Job 300'");
  await refuse("no_delete", "delete", "old.posting_title = 'Job 150'");
  await expect(commitBatch(actor, batch, all)).rejects.toThrow();
  await allow("no_insert");
  await allow("no_delete");
  expect(await livePostings(actor)).not.toEqual([]);
  expect(await commitBatch(actor, await getBatch(actor, batch.id), all)).toBe(450);
  expect(await livePostings(actor)).toHaveLength(450);
});

test("an interrupted undo goes on where it stopped, and all of it can be restored", async () => {
  const actor = await newActor();
  const { id } = await stage(actor, longList);
  await commitBatch(actor, await getBatch(actor, id), all);
  await refuse("no_update", "update", "new.posting_title = 'Job 300'");
  await expect(undoBatch(actor, await getBatch(actor, id))).rejects.toThrow();
  await allow("no_update");
  const left = await livePostings(actor);
  expect(left.length).toBeLessThan(450);
  expect(await undoBatch(actor, await getBatch(actor, id))).toBe(left.length);
  expect(await livePostings(actor)).toEqual([]);
  expect(await restoreBatch(actor, await getBatch(actor, id))).toBe(450);
  expect(await livePostings(actor)).toHaveLength(450);
});

test("eight people's files at once are read two at a time, one person's in turn, and all are written", async () => {
  const one = await newActor();
  const people = await Array.fromAsync({ length: 8 }, () => newActor());
  const open = new Set<number>();
  let most = 0;
  const bringIn = async (actor: Actor, path: string, n: number) => {
    const onProgress = () => {
      most = Math.max(most, open.add(n).size);
    };
    const staged = await stageFile(actor, path, `${n}.csv`, { onProgress });
    open.delete(n);
    if (!("id" in staged)) throw new Error("it has one sheet");
    return commitBatch(actor, await getBatch(actor, staged.id), { ...all, duplicates: true });
  };
  const written = await withFile(longList, (path) =>
    Promise.all(people.map((actor, n) => bringIn(actor, path, n))),
  );
  expect(most).toBe(2);
  expect(written).toEqual(Array(8).fill(450));
  most = 0;
  await withFile(longList, (path) =>
    Promise.all(Array.from({ length: 4 }, (_, n) => bringIn(one, path, n))),
  );
  expect(most).toBe(1);
});

test("an import ends, and leaves no draft, once its client has gone", async () => {
  const actor = await newActor();
  const gone = new AbortController();
  const onProgress = () => gone.abort();
  const long = longList + "Larkspur,Tester,2026-01-20\n".repeat(20_000);
  const ended = withFile(long, (path) =>
    stageFile(actor, path, "hunt.csv", { onProgress, signal: gone.signal }),
  );
  await expect(ended).rejects.toThrow("Stopped.");
  expect(await listBatches(actor)).toEqual([]);
});

test("rows that need attention can be left out", async () => {
  const actor = await newActor();
  const batch = await stage(actor);
  expect(await commitBatch(actor, batch, { attention: false, duplicates: false })).toBe(2);
});

test("existing postings are found by title and day or by URL", async () => {
  const actor = await newActor();
  await commitBatch(actor, await stage(actor), all);
  const again = await stage(
    actor,
    `Firma;Titel;Beworben am;Link
LARKSPUR;Tester;20.01.2026;
Elsewhere;Tester;21.01.2026;https://larkspur.example/1
Larkspur;Tester;25.01.2026;`,
  );
  expect(await countRows(again)).toEqual({ new: 1, attention: 0, duplicate: 2, skipped: 0 });
  expect(await commitBatch(actor, again, all)).toBe(1);
  const stranger = await newActor();
  expect(await countRows(await stage(stranger))).toMatchObject({ duplicate: 0 });
});

test("an import is undone as a whole, with the sites that it alone uses", async () => {
  const actor = await newActor();
  const batch = await stage(actor);
  await commitBatch(actor, batch, all);
  const [, friend] = await liveSites(actor);
  await getDb()
    .insert(jobPosting)
    .values({ user_id: actor.user_id, job_site_id: friend?.id ?? 0 });
  expect(await undoBatch(actor, await getBatch(actor, batch.id))).toBe(3);
  expect(await livePostings(actor)).toHaveLength(1);
  expect((await liveSites(actor)).map((site) => site.site_name)).toEqual(["A friend"]);
  expect(await getBatch(actor, batch.id)).toMatchObject({ state: "undone" });
  await expect(undoBatch(actor, await getBatch(actor, batch.id))).rejects.toThrow(
    /This import is undone/,
  );
});

test("another person's import is refused", async () => {
  const actor = await newActor();
  const { id } = await stage(actor);
  await expect(getBatch(await newActor(), id)).rejects.toThrow(/permission/);
});

test("a draft is planned again with new choices, without a new upload", async () => {
  const actor = await newActor();
  const batch = await stage(
    actor,
    `Company,Title,When,State of things
Larkspur,Tester,03/04/2026,brewing
Bracken,Analyst,05/06/2026,brewing`,
  );
  await updateChoices(actor, batch, {
    columns: ["company_name", "posting_title", "applied_at", "posting_status"],
    order: null,
    statuses: {},
  });
  const open = await getBatch(actor, batch.id);
  expect(open.detected.questions).toMatchObject([
    {
      kind: "order",
      column: 2,
      heading: "When",
      chosen: "",
      samples: ["03/04/2026", "05/06/2026"],
    },
  ]);
  expect(open.detected.questions?.[0]?.options.map(({ note }) => note)).toContain(
    "3 April, 5 June",
  );
  expect(await countRows(open)).toMatchObject({ attention: 2 });
  await updateChoices(actor, open, {
    ...open.choices,
    order: "dmy",
    statuses: { brewing: "1 - Actively Engaged" },
  });
  const settled = await getBatch(actor, batch.id);
  expect(await countRows(settled)).toMatchObject({ new: 2, attention: 0 });
  const [row] = await rowsOf(settled, "new");
  expect(row?.posting).toMatchObject({
    applied_at: dayValue("2026-04-03"),
    posting_status: "1 - Actively Engaged",
  });
});

test("the question how days are written names the rows that wait for its answer", async () => {
  const file = "Company,Title,Date Applied\nLarkspur,Tester,03/04/2026\nSedge,Cook,05/06/2026";
  const batch = await stage(await newActor(), file);
  const kinds = (await reviewGroups(batch, 1)).map(({ kind, rows }) => [kind, rows]);
  expect(kinds).toEqual([[batch.detected.questions?.[0]?.reason, 2]]);
});

test("a field of two columns takes the first that is not empty and keeps the other", async () => {
  const actor = await newActor();
  const batch = await stage(
    actor,
    "Company,Trading name,Title\nLarkspur,Larkspur Foods,Tester\n,Bracken,Cook",
  );
  const columns = ["company_name", "company_name", "posting_title"] as const;
  await updateChoices(actor, batch, { ...batch.choices, columns: [...columns] });
  const rows = await rowsOf(batch, "new");
  expect(rows.map(({ posting }) => posting?.company_name)).toEqual(["Larkspur", "Bracken"]);
  expect(JSON.stringify(rows[0]?.posting?.comments)).toContain("Larkspur Foods");
});

test("a workbook with several lists asks which to read, and reads that one", async () => {
  const actor = await newActor();
  const sheet = (company: string) =>
    `<sheetData><row r="1">${["Company", "Role", "Date Applied", "Status"]
      .map((text) => `<c t="str"><v>${text}</v></c>`)
      .join("")}</row><row r="2">${[company, "Tester", "2026-01-05", "Applied"]
      .map((text) => `<c t="str"><v>${text}</v></c>`)
      .join("")}</row></sheetData>`;
  const file = workbookOf({ "2025": sheet("Old"), "2026": sheet("New") });
  const asked = await withFile(file, (path) => stageFile(actor, path, "x", { canAsk: true }));
  expect(asked).toEqual({ sheets: ["2025", "2026"] });
  const [row] = await rowsOf(await stage(actor, file, "2026"), "new");
  expect(row?.posting?.company_name).toBe("New");
});

test.each([
  ["Company,Title,Status\n", /no rows below/],
  ["", /empty/],
])("an empty file leaves no draft behind", async (file, sentence) => {
  const actor = await newActor();
  await expect(stage(actor, file)).rejects.toThrow(sentence);
  expect(
    await getDb().select().from(importBatch).where(eq(importBatch.user_id, actor.user_id)),
  ).toEqual([]);
});

test("an aborted import leaves nothing behind", async () => {
  const actor = await newActor();
  const onProgress = () => {
    throw new Error("stopped");
  };
  const staging = withFile(list, (path) => stageFile(actor, path, "x", { onProgress }));
  await expect(staging).rejects.toThrow("stopped");
  expect(await listBatches(actor)).toEqual([]);
});

test("drafts are kept for seven days, however many there are", async () => {
  const actor = await newActor();
  const first = await stage(actor);
  for (let draft = 0; draft < 4; draft += 1) await stage(actor);
  expect(await listBatches(actor)).toHaveLength(5);
  const backdate = (days: number) =>
    getDb()
      .update(importBatch)
      .set({ created_at: toStored(Date.now() - days * dayMs) })
      .where(eq(importBatch.id, first.id));
  await backdate(draftDays - 0.5);
  await purgeDrafts();
  expect(await listBatches(actor)).toHaveLength(5);
  await backdate(draftDays + 0.5);
  await purgeDrafts();
  expect(await listBatches(actor)).toHaveLength(4);
});

test("a draft whose discarding was interrupted is seen no more, and goes with the cleanup", async () => {
  const actor = await newActor();
  const batch = await stage(actor);
  await getDb().run(sql`create trigger no_delete before delete on import_row
    when old.row_number = 4 begin select raise(abort, 'out of order'); end`);
  await expect(discardBatch(actor, batch)).rejects.toThrow();
  await getDb().run(sql`drop trigger no_delete`);
  await expect(getBatch(actor, batch.id)).rejects.toThrow();
  expect(await commitBatch(actor, batch, all)).toBe(0);
  expect(await livePostings(actor)).toEqual([]);
  await getDb().run(sql`update import_batch set created_at = '2020-01-01' where id = ${batch.id}`);
  await purgeDrafts();
  expect(await getDb().$count(importRow, eq(importRow.batch_id, batch.id))).toBe(0);
  expect(await getDb().$count(importBatch, eq(importBatch.id, batch.id))).toBe(0);
});

test("a file too many is refused in words, and no draft is deleted for it", async () => {
  const actor = await newActor();
  for (let draft = 0; draft < maxDrafts; draft += 1) await stage(actor);
  await expect(stage(actor)).rejects.toThrow(/Import or discard one/);
  const [last] = await listBatches(actor);
  await discardBatch(actor, await getBatch(actor, last?.id ?? 0));
  await stage(actor);
  expect(await listBatches(actor)).toHaveLength(maxDrafts);
});

const doubtful = `Company,Title,Date Applied,Status
Larkspur,Tester,2026-01-20,Applied
Larkspur,Tester,2026-01-20,Applied
,Weaver,2026-01-21,Applied
Bracken,Analyst,2026-01-22,Flurb
Bracken,Clerk,2026-01-23,Blorp
larkspur,tester,2026-01-20,Applied`;

const commentsOf = (posting: { comments: unknown } | undefined) =>
  JSON.stringify(posting?.comments);

test("rows that need a decision are grouped by reason, and repeats are left out by default", async () => {
  const actor = await newActor();
  const batch = await stage(actor, doubtful);
  const groups = await reviewGroups(batch, 1);
  expect(groups).toMatchObject([
    { kind: "It repeats a row above it.", rows: 2, taken: 0, first: [{ row_number: 3 }] },
    { kind: "There is no company.", rows: 1, taken: 1 },
    { kind: "The status “…” could mean several things.", rows: 2, taken: 2 },
  ]);
  expect(await reviewTotals(actor, batch)).toMatchObject({ postings: 4, left_out: 2 });
  expect(await commitBatch(actor, batch, reviewDefaults)).toBe(4);
  expect(await getBatch(actor, batch.id)).toMatchObject({ attention_count: 3 });
});

test("an import makes the rows that were ticked, one by one or by reason, and a comment says why", async () => {
  const actor = await newActor();
  const batch = await stage(actor, doubtful);
  await takeRows(actor, batch, { row: 2 }, false);
  await takeRows(actor, batch, { row: 7 }, true);
  await takeRows(actor, batch, { kind: "The status “…” could mean several things." }, false);
  await takeRows(actor, batch, { row: 6 }, true);
  expect(await reviewTotals(actor, batch)).toMatchObject({ postings: 3, left_out: 3 });
  expect(await commitBatch(actor, batch, { attention: false, duplicates: false })).toBe(2);
  const [clerk, repeated] = await livePostings(actor);
  expect(clerk).toMatchObject({ posting_title: "Clerk", import_attention: true });
  expect(commentsOf(clerk)).toContain("“Blorp” could mean several things");
  expect(commentsOf(repeated)).toContain("same company, title and day as row 2");
});

test("what was said about a row stays while its question does, and ends with it", async () => {
  const actor = await newActor();
  const batch = await stage(actor, doubtful);
  await takeRows(actor, batch, { verdict: "attention" }, false);
  await updateChoices(actor, batch, { statuses: { flurb: "3 - Rejected" } });
  const again = await getBatch(actor, batch.id);
  expect(await rowsOf(again, "new")).toMatchObject([
    { taken: true },
    { row_number: 5, taken: true },
  ]);
  expect((await rowsOf(again, "attention")).map(({ taken }) => taken)).toEqual(
    Array(4).fill(false),
  );
});

test("nobody ticks the rows of another person's import", async () => {
  const actor = await newActor();
  const batch = await stage(actor, doubtful);
  await takeRows(await newActor(), batch, {}, false);
  expect(await reviewTotals(actor, batch)).toMatchObject({ postings: 4 });
});

test("a posting that is here already and imported all the same says so in its comment", async () => {
  const actor = await newActor();
  await commitBatch(actor, await stage(actor), all);
  const again = await stage(actor, "Company,Title,Date Applied\nLarkspur,Tester,2026-01-20");
  expect(await reviewTotals(actor, again)).toMatchObject({ postings: 0, left_out: 1 });
  await takeRows(actor, again, { verdict: "duplicate" }, true);
  expect(await commitBatch(actor, again, reviewDefaults)).toBe(1);
  expect(commentsOf((await livePostings(actor)).at(-1))).toContain("in Foothold already");
});

test("tells what becomes of each word for the status, with and without a day", async () => {
  const actor = await newActor();
  const { detected } = await stage(
    actor,
    `Company,Title,Date Applied,Status
Larkspur,Tester,2026-01-20,Declined
Bracken,Analyst,2026-01-21,declined
Osier,Weaver,2026-01-22,to apply
Sedge,Welder,,`,
  );
  expect(detected.outcomes).toEqual([
    { word: "Declined", status: "3 - Rejected", rows: 2, row: 2 },
    { word: "to apply", status: "5 - Saved", rows: 1, row: 4 },
    { word: "", status: "5 - Saved", rows: 1, row: 5 },
  ]);
});

test("an undone import comes back as a whole, without what was deleted on its own", async () => {
  const actor = await newActor();
  const batch = await stage(actor);
  await commitBatch(actor, batch, all);
  const [alone] = await livePostings(actor);
  await deletePosting(actor, await getPosting(actor, alone?.id ?? 0));
  const done = await getBatch(actor, batch.id);
  await expect(restoreBatch(actor, done)).rejects.toThrow(/This import is written/);
  await undoBatch(actor, done);
  expect(await importsInTrash(actor)).toMatchObject([{ id: batch.id, postings: 2 }]);
  expect(await importsInTrash(await newActor())).toEqual([]);
  expect(await restoreBatch(actor, await getBatch(actor, batch.id))).toBe(2);
  expect(await livePostings(actor)).toHaveLength(2);
  expect((await liveSites(actor)).map((site) => site.site_name)).toEqual(["LinkedIn", "A friend"]);
  expect(await getBatch(actor, batch.id)).toMatchObject({ state: "done", undone_at: null });
  expect(await importsInTrash(actor)).toEqual([]);
  expect(await undoBatch(actor, await getBatch(actor, batch.id))).toBe(2);
});

test("rows that name no site go to the default one of a posting", async () => {
  const actor = await newActor();
  await commitBatch(actor, await stage(actor, "Company,Title\nLarkspur,Tester"), all);
  expect((await liveSites(actor)).map((site) => site.site_name)).toEqual(["Direct"]);
});

test("a word that is the person's own status is taken as it", async () => {
  const actor = await newActor();
  await createStatus(actor, { subject: "posting", text: "Take-home", kind: "engaged" });
  const other = { subject: "posting", kind: "saved" } as const;
  await createStatus(await newActor(), { ...other, text: "Take-home" });
  const label = "They said no";
  await createStatus(actor, { subject: "posting", text: "Nope", kind: "rejected", label });
  await createStatus(actor, {
    subject: "posting",
    text: "Reading list",
    kind: "saved",
    label: "Wish list",
  });
  const list =
    "Company,Position,Applied,Status,Rejected on\nHelio,Baker,2026-01-20,TAKE HOME,\nOpal,Cook,2026-01-21,Wish list,\nFern,Clerk,2026-01-22,They said no,2026-02-03";
  const staged = await withFile(list, (path) => stageFile(actor, path, "hunt.csv", {}));
  if (!("id" in staged)) throw new Error("the file was not staged");
  await commitBatch(actor, await getBatch(actor, staged.id), { attention: true, duplicates: true });
  const rows = await liveRows(jobPosting, actor);
  const log = await getDb()
    .select({ kind: event.kind })
    .from(event)
    .where(eq(event.job_posting_id, rows[0]?.id ?? 0));
  expect(log.map(({ kind }) => kind)).toContain("applied");
  expect(rows.map((row) => [row.posting_status, row.applied_at, row.rejected_at])).toEqual([
    ["Take-home", dayValue("2026-01-20"), null],
    ["Reading list", null, null],
    ["Nope", dayValue("2026-01-22"), dayValue("2026-02-03")],
  ]);
});
