import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { jobPosting } from "../../db/schema/tracker.ts";
import { AppError, NotFound } from "../errors.ts";
import { listEvents } from "../events/queries.ts";
import { createOpportunity } from "../opportunities/commands.ts";
import { getOpportunity } from "../opportunities/queries.ts";
import { createPosting, deletePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { sanitizeRichText } from "../rich-text.ts";
import { createSite } from "../sites/commands.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { addComment, deleteComment, editComment, restoreComment } from "./commands.ts";
import { commentEntries, readComments, refOf } from "./queries.ts";
import { commentInput } from "./schema.ts";

freshDatabase();

const note = (content: string, commented_at?: string) => ({
  comment_type: "Note",
  comment_content: sanitizeRichText(content),
  ...(commented_at ? { commented_at } : {}),
});

async function posting(comments: unknown = []) {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "Board" });
  const { id } = await createPosting(actor, { job_site_id: site.id });
  await getDb().update(jobPosting).set({ comments }).where(eq(jobPosting.id, id));
  const on = { subject: "job_posting" as const, row: await getPosting(actor, id) };
  const stored = async () => (await getPosting(actor, id)).comments;
  const entries = async () => commentEntries(await stored());
  const refAt = async (place: number) => refOf((await entries())[place]);
  return { actor, id, on, stored, entries, refAt };
}

describe("a comment", () => {
  test("is stored in the documented form, with its time in the person's zone", async () => {
    const { actor, id, on, stored } = await posting();
    await addComment(actor, on, note("<p>They called</p>", "2026-07-01T17:00:00.000000Z"));
    expect(await stored()).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        commented_at: "2026-07-01T10:00:00-07:00",
        comment_type: "Note",
        comment_content: "<p>They called</p>",
      },
    ]);
    const [logged] = (await listEvents(actor, "job_posting", id)).filter(
      (event) => event.kind === "comment",
    );
    expect(logged).toMatchObject({ to_value: "Note", occurred_at: "2026-07-01T17:00:00.000000Z" });
  });

  test("is added, edited, deleted and restored, also on an opportunity", async () => {
    const actor = await newActor();
    const made = await createOpportunity(actor, {
      job_title: "Engineer",
      opportunity_status: "1 - Actively Engaged",
      recruiter_name: "R",
      recruiter_company: "C",
    });
    const on = { subject: "email_opportunity" as const, row: await getOpportunity(actor, made.id) };
    const read = async () =>
      readComments((await getOpportunity(actor, made.id)).comments, actor.time_zone);
    for (const text of ["one", "two", "three"]) await addComment(actor, on, note(text));
    const [, two] = await read();
    await editComment(actor, on, two?.ref ?? "", note("zwei"));
    const [, edited] = await read();
    expect(edited?.html).toBe("<p>zwei</p>");
    expect(edited?.commented_at).toBe(two?.commented_at);
    const removed = await deleteComment(actor, on, edited?.ref ?? "");
    expect((await read()).map(({ html }) => html)).toEqual(["<p>one</p>", "<p>three</p>"]);
    await restoreComment(actor, on, removed);
    await expect(restoreComment(actor, on, removed)).rejects.toThrow(NotFound);
    expect((await read()).map(({ html }) => html)).toEqual([
      "<p>one</p>",
      "<p>zwei</p>",
      "<p>three</p>",
    ]);
  });

  test("is refused on a deleted row, or one that was changed meanwhile", async () => {
    const { actor, on, refAt, id } = await posting();
    await addComment(actor, on, note("first"));
    const ref = await refAt(0);
    await editComment(actor, on, ref, note("by another tab"));
    await expect(editComment(actor, on, ref, note("mine"))).rejects.toThrow(AppError);
    await expect(deleteComment(actor, on, ref)).rejects.toThrow(AppError);
    await deletePosting(actor, on.row);
    await expect(addComment(actor, on, note("late"))).rejects.toThrow(NotFound);
    const kinds = (await listEvents(actor, "job_posting", id)).map((event) => event.kind);
    expect(kinds.filter((kind) => kind === "comment").length).toBe(2);
  });

  test("keeps unknown keys", async () => {
    const { actor, on, stored, refAt } = await posting([
      { id: 7, comment_content: "old", comment_type: "Note", commented_at: "once", pinned: true },
    ]);
    await editComment(actor, on, await refAt(0), note("new"));
    expect(await stored()).toEqual([
      {
        id: 7,
        comment_content: "<p>new</p>",
        comment_type: "Note",
        commented_at: "once",
        pinned: true,
      },
    ]);
  });

  test("is sanitized when written and when read", async () => {
    const hostile = `<img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a><b>ok</b>`;
    const read = commentInput("UTC").parse({ comment_type: "Note", comment_content: hostile });
    expect(read.comment_content).not.toMatch(/onerror|javascript/);
    const [shown] = readComments([{ comment_content: hostile }], "UTC");
    expect(shown?.html).not.toMatch(/onerror|javascript/);
    expect(commentInput("UTC").safeParse(note("<p> </p>")).success).toBe(false);
  });
});

describe("two tabs", () => {
  test("lose no comment, whatever they add and delete at once", async () => {
    const { actor, on, stored, refAt } = await posting(["a", "b", "c"]);
    const gone = await refAt(1);
    await Promise.all([
      ...Array.from({ length: 20 }, (_, n) => addComment(actor, on, note(`n${n}`))),
      deleteComment(actor, on, gone),
    ]);
    const left = commentEntries(await stored());
    expect(left.length).toBe(22);
    expect(left).not.toContain("b");
  });
});

describe("comments that a client stored in another shape", () => {
  test("are shown as plain text", () => {
    const shown = readComments(
      ["called <b>", { date: "2024-04-02", text: "applied" }, null, 4],
      "UTC",
    );
    expect(shown.map(({ html }) => html)).toEqual([null, null, null, null]);
    expect(shown.map(({ text }) => text)).toEqual([
      "called <b>",
      '{\n "date": "2024-04-02",\n "text": "applied"\n}',
      "null",
      "4",
    ]);
    expect(readComments({ free: 1 }, "UTC")[0]?.text).toContain("free");
    expect(readComments(null, "UTC")).toEqual([]);
  });

  test("by the thousand are shown in part", () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ comment_content: `<p>${at}</p>` }));
    const shown = readComments(many, "UTC");
    expect(shown.length).toBe(200);
    expect(shown.at(-1)?.html).toBe("<p>9999</p>");
    const long = [{ comment_content: "<b>".repeat(300_000) }, { comment_content: "last" }];
    expect(readComments(long, "UTC").at(-1)?.html).toBe("<p>last</p>");
    expect(readComments(long, "UTC")[0]?.text.length).toBeLessThan(100_000);
  });

  test.each([
    ["objects", (at: number) => ({ id: at, comment_content: "a" })],
    ["texts", (at: number) => `called ${at}`],
    ["numbers", (at: number) => at],
  ])("by the thousand are deleted without waiting: %s", async (_, entryAt) => {
    const { actor, on, entries, refAt } = await posting(
      Array.from({ length: 10_000 }, (_each, at) => entryAt(at)),
    );
    const start = process.threadCpuUsage();
    await deleteComment(actor, on, await refAt(9_999));
    const { user, system } = process.threadCpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(1_000);
    expect((await entries()).length).toBe(9_999);
  });

  test("are never lost, whatever JSON they are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (json) => {
        const value: unknown = JSON.parse(JSON.stringify(json));
        const { actor, on, entries, refAt } = await posting(value);
        const before = commentEntries(value);
        await addComment(actor, on, note("more"));
        expect((await entries()).slice(0, -1)).toEqual(before);
        if (before.length === 0) return;
        const removed = await deleteComment(actor, on, await refAt(0));
        expect((await entries()).slice(0, -1)).toEqual(before.slice(1));
        await restoreComment(actor, on, removed).catch(onlyWhereItStandsTwice);
        expect((await entries()).length).toBeGreaterThanOrEqual(before.length);
      }),
      { numRuns: 80 },
    );
  });

  test("survive even where SQLite cannot read them", async () => {
    const deep: unknown = JSON.parse(`${"[".repeat(1500)}${"]".repeat(1500)}`);
    const { actor, on, entries } = await posting(deep);
    await addComment(actor, on, note("more"));
    expect((await entries()).length).toBe(2);
    expect((await entries())[0]).toBe(JSON.stringify(deep));
  });
});

function onlyWhereItStandsTwice(error: unknown) {
  if (!(error instanceof NotFound)) throw error;
}
