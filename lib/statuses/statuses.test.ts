import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { postingFact } from "../../db/schema/derived.ts";
import { jobPosting } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { removeWord, takeBackRemoval } from "../bulk/status-removal.ts";
import { createOpportunity } from "../opportunities/commands.ts";
import { countActiveOpportunities } from "../opportunities/queries.ts";
import { blankOpportunity } from "../opportunities/schema.ts";
import { changeStatus, createPosting } from "../postings/commands.ts";
import { getPosting, searchPostings } from "../postings/queries.ts";
import { postingFilter } from "../postings/schema.ts";
import { dashboard } from "../reports/dashboard/queries.ts";
import { funnel } from "../reports/insights/funnel.ts";
import { pipelineOn } from "../reports/insights/pipeline.ts";
import { createSite } from "../sites/commands.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { todayQueue } from "../today/queries.ts";
import { changeWord, createStatus, deleteStatus, moveWord, updateStatus } from "./commands.ts";
import { settleFacts } from "./facts.ts";
import { findStatusWord, getStatusWord, statusesOf } from "./queries.ts";
import { statusSet, wordsOf } from "./words.ts";

freshDatabase();

const ago = (days: number) =>
  `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 19)}.000000Z`;

async function posting(actor: Actor, values: object = {}) {
  const site = await createSite(actor, { site_name: "Board" });
  return createPosting(actor, { company_name: "Helio", ...values, job_site_id: site.id });
}

const add = (
  actor: Actor,
  text: string,
  kind: "saved" | "waiting" | "engaged" | "offer" | "closed" | "rejected",
) => createStatus(actor, { subject: "posting", text, kind });

/** What the list, Today, the dashboard and the reports say of the actor's postings. */
async function told(actor: Actor) {
  const [{ views }, said, { stages, saved }, { counts }, { items }] = await Promise.all([
    searchPostings(actor, postingFilter.parse({})),
    dashboard(actor),
    funnel(actor, "2001-01-01"),
    pipelineOn(actor, undefined),
    todayQueue(actor),
  ]);
  const { active, waiting, closed } = views;
  return {
    chips: { active, waiting, saved: views.saved, closed },
    dashboard: said.postings.total,
    funnel: { saved, applied: stages[0]?.count, answered: stages[1]?.count },
    pipeline: Object.entries(counts).flatMap(([kind, count]) => (count > 0 ? [kind] : [])),
    today: items.map(({ rule }) => rule).filter((rule) => rule !== "follow_up"),
  };
}

describe("an own status", () => {
  test("counts by its kind in lists, Today and reports, and follows a change of it", async () => {
    const actor = await newActor();
    const word = await add(actor, "Take-home", "engaged");
    await posting(actor, { posting_status: "Take-home", applied_at: ago(60) });
    expect(await told(actor)).toEqual({
      chips: { active: 1, waiting: 0, saved: 0, closed: 0 },
      dashboard: 1,
      funnel: { saved: 0, applied: 1, answered: 1 },
      pipeline: ["engaged"],
      today: [],
    });
    await updateStatus(actor, word, { kind: "waiting" });
    expect(await told(actor)).toEqual({
      chips: { active: 0, waiting: 1, saved: 0, closed: 0 },
      dashboard: 0,
      funnel: { saved: 0, applied: 1, answered: 0 },
      pipeline: ["waiting"],
      today: ["quiet"],
    });
    await updateStatus(actor, await getStatusWord(actor, word.id), { kind: "saved" });
    expect(await told(actor)).toEqual({
      chips: { active: 0, waiting: 0, saved: 1, closed: 0 },
      dashboard: 0,
      funnel: { saved: 1, applied: 0, answered: 0 },
      pipeline: ["saved"],
      today: [],
    });
    await updateStatus(actor, await getStatusWord(actor, word.id), { kind: "rejected" });
    expect((await told(actor)).pipeline).toEqual(["rejected"]);
  });

  test("is nobody else's: the same text of another person is closed, as any", async () => {
    const [actor, other] = [await newActor(), await newActor()];
    await add(actor, "Take-home", "engaged");
    await posting(other, { posting_status: "Take-home", applied_at: ago(3) });
    expect(await told(other)).toMatchObject({
      chips: { active: 0, closed: 1 },
      dashboard: 0,
      pipeline: ["closed"],
    });
    expect((await statusesOf(other)).entries).toEqual([]);
  });

  test("sets the days that its kind sets: none where it is saved, and that of a rejection", async () => {
    const actor = await newActor();
    await add(actor, "Reading list", "saved");
    await add(actor, "They said no", "rejected");
    const { id } = await posting(actor, { posting_status: "Reading list" });
    const read = () => getPosting(actor, id);
    expect((await read()).applied_at).toBeNull();
    await changeStatus(actor, await read(), "They said no");
    const { applied_at, rejected_at } = await read();
    expect(applied_at).not.toBeNull();
    expect(rejected_at).toBe(applied_at);
  });

  test("asks for an answer to an offer, and to apply before a saved one closes", async () => {
    const actor = await newActor();
    await add(actor, "Verbal offer", "offer");
    await add(actor, "Reading list", "saved");
    const deadline = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    await posting(actor, { posting_status: "Verbal offer", deadline });
    await posting(actor, { posting_status: "Reading list", deadline });
    expect((await told(actor)).today.toSorted()).toEqual(["apply", "decide"]);
  });

  test("of an opportunity is active, or not, by its kind", async () => {
    const actor = await newActor();
    const word = await createStatus(actor, {
      subject: "opportunity",
      text: "Chat",
      kind: "engaged",
    });
    await createOpportunity(actor, { ...blankOpportunity(), opportunity_status: "Chat" });
    expect(await countActiveOpportunities(actor)).toBe(1);
    await updateStatus(actor, word, { kind: "closed" });
    expect(await countActiveOpportunities(actor)).toBe(0);
  });

  test("that something has is not removed; one that nothing has is", async () => {
    const actor = await newActor();
    const word = await add(actor, "Take-home", "engaged");
    const { id } = await posting(actor, { posting_status: "Take-home" });
    await expect(deleteStatus(actor, word)).rejects.toThrow("1 posting has “Take-home”");
    await changeStatus(actor, await getPosting(actor, id), "3 - Rejected");
    await deleteStatus(actor, word);
    expect((await statusesOf(actor)).entries).toEqual([]);
  });
});

test.each([
  ["posting", "posting_status", "3 - Rejected"],
  ["stage", "rejected_after_stage", "Screening"],
] as const)(
  "a removed %s word moves what has it to another, and comes back with it",
  async (subject, field, to) => {
    const actor = await newActor();
    const kind = subject === "stage" ? "interview" : "engaged";
    const word = await createStatus(actor, { subject, text: "Panel week", kind, label: "Panels" });
    const made = [
      await posting(actor, { [field]: "Panel week" }),
      await posting(actor, { [field]: "Panel week" }),
    ];
    const before = await Promise.all(made.map(({ id }) => getPosting(actor, id)));
    const removal = await removeWord(actor, word, to);
    const [moved] = await Promise.all(made.map(({ id }) => getPosting(actor, id)));
    expect(moved?.[field]).toBe(to);
    expect((await statusesOf(actor)).entries).toEqual([]);
    await takeBackRemoval(actor, removal);
    const after = await Promise.all(made.map(({ id }) => getPosting(actor, id)));
    const plain = ({ updated_at: _, ...row }: (typeof after)[number]) => row;
    expect(after.map(plain)).toEqual(before.map(plain));
    expect((await statusesOf(actor))[subject].words("Panel week").label).toBe("Panels");
    const again = await getStatusWord(
      actor,
      (await findStatusWord(actor, subject, "Panel week"))?.id ?? 0,
    );
    await expect(removeWord(actor, again, "7 - Nobody’s")).rejects.toThrow("Choose another");
  },
);

test("an own stage says how far a posting came", async () => {
  const actor = await newActor();
  const { id } = await posting(actor, { rejected_after_stage: "Panel", applied_at: ago(5) });
  const reached = async () => {
    const [row] = await getDb()
      .select()
      .from(postingFact)
      .where(eq(postingFact.job_posting_id, id));
    return row?.reached;
  };
  expect(await reached()).toBe(1);
  const word = await createStatus(actor, { subject: "stage", text: "Panel", kind: "interview" });
  expect(await reached()).toBe(3);
  await updateStatus(actor, word, { kind: "answered" });
  expect(await reached()).toBe(2);
  await expect(
    createStatus(actor, { subject: "stage", text: "Chat", kind: "rejected" }),
  ).rejects.toThrow("Give one of these: applied, answered, interview, offer.");
});

test("facts that an interrupted process left stale are derived by the next one", async () => {
  const actor = await newActor();
  const { id } = await posting(actor, { posting_status: "Take-home", applied_at: ago(5) });
  await getDb().run(sql`insert into status_word (user_id, subject, text, kind, stands_as)
    values (${actor.user_id}, 'posting', 'Take-home', 'waiting', '4 - No Response')`);
  const facts = () => getDb().select().from(postingFact).where(eq(postingFact.job_posting_id, id));
  expect(await facts()).toMatchObject([{ posting_status: "Take-home", reached: 2 }]);
  await settleFacts();
  expect(await facts()).toMatchObject([{ posting_status: "4 - No Response", reached: 1 }]);
});

describe("a documented status", () => {
  test("is renamed for the eye and hidden; its text and kind stay", async () => {
    const actor = await newActor();
    const text = "4 - No Response";
    await changeWord(actor, "posting", text, { label: "Waiting to hear", is_hidden: true });
    const { words, offered } = (await statusesOf(actor)).posting;
    expect(words(text)).toEqual({ kind: "waiting", label: "Waiting to hear", hue: "waiting" });
    expect(words(text, true).label).toBe("Waiting to hear");
    expect(offered).not.toContain(text);
    const row = await findStatusWord(actor, "posting", text);
    if (!row) throw new Error("nothing was kept");
    await expect(updateStatus(actor, row, { kind: "closed" })).rejects.toThrow("is documented");
    await deleteStatus(actor, row);
    expect((await statusesOf(actor)).posting.words(text, true).label).toBe("Applied");
  });

  test("changes places with its neighbour of the same kind", async () => {
    const actor = await newActor();
    await add(actor, "Take-home", "engaged");
    const order = async () =>
      wordsOf((await statusesOf(actor)).entries, "posting")
        .filter(({ kind }) => kind === "engaged")
        .map(({ label }) => label);
    expect(await order()).toEqual(["Awaiting feedback", "Actively engaged", "Take-home"]);
    await moveWord(actor, "posting", "Take-home", -1);
    expect(await order()).toEqual(["Awaiting feedback", "Take-home", "Actively engaged"]);
    await moveWord(actor, "posting", "Take-home", -1);
    await moveWord(actor, "posting", "Take-home", -1);
    expect(await order()).toEqual(["Take-home", "Awaiting feedback", "Actively engaged"]);
    await moveWord(actor, "posting", "Take-home", 1);
    expect(await order()).toEqual(["Awaiting feedback", "Take-home", "Actively engaged"]);
  });
});

test("there is one default of a kind of word, and it may be any", async () => {
  const actor = await newActor();
  await add(actor, "Reading list", "saved");
  await changeWord(actor, "posting", "5 - Saved", { is_default: true });
  await changeWord(actor, "posting", "Reading list", { is_default: true });
  const { entries, posting: ofPostings } = await statusesOf(actor);
  expect(ofPostings.initial).toBe("Reading list");
  expect(entries.filter(({ is_default }) => is_default)).toHaveLength(1);
});

test("what nobody changed is shown as ever, any other text closed without its number", () => {
  const { words } = statusSet([], "posting");
  expect(words("4 - No Response", true)).toEqual({
    kind: "waiting",
    label: "Applied",
    hue: "waiting",
  });
  expect(words("7 - On my desk")).toEqual({ kind: "closed", label: "On my desk", hue: "closed" });
  expect(words("")).toEqual({ kind: "waiting", label: "No status", hue: "waiting" });
});

test("10,000 postings follow a changed kind", async () => {
  const actor = await newActor();
  const first = await posting(actor, { posting_status: "Take-home", applied_at: ago(40) });
  const word = await add(actor, "Take-home", "waiting");
  await getDb().run(sql`insert into job_posting (user_id, job_site_id, posting_status, applied_at, job_description)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 9999)
    select ${actor.user_id}, ${first.job_site_id}, 'Take-home', ${ago(40)}, '' from n`);
  await updateStatus(actor, word, { kind: "engaged" });
  const [{ count } = { count: 0 }] = await getDb().all<{ count: number }>(sql`
    select count(*) as count from posting_fact where user_id = ${actor.user_id} and reached = 2`);
  expect(count).toBe(10_000);
  expect(await getDb().$count(jobPosting, eq(jobPosting.user_id, actor.user_id))).toBe(10_000);
});
