import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { createContact } from "../contacts/commands.ts";
import { dayMs, toStored } from "../dates.ts";
import { createOpportunity } from "../opportunities/commands.ts";
import { createPosting, deletePosting, updatePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { searchAll } from "../search/queries.ts";
import { deleteTag, restoreTag, updateTag } from "../tags/commands.ts";
import { countedTags, countTags, getTag, listTags } from "../tags/queries.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { keepCompany, mergeCompany, unmergeCompany } from "./commands.ts";
import { countCompanies, listCompanies } from "./list.ts";
import { pastOf } from "./past.ts";
import { flaggedAmong, getCompany } from "./queries.ts";
import { companyRecord } from "./record.ts";
import { changeCompanyTags, replaceCompanyTags, tagsOfCompany } from "./tags.ts";
import { thingsOfCompany } from "./things.ts";

freshDatabase();

let actor: Actor;
let stranger: Actor;

const ago = (days: number) => toStored(Date.now() - days * dayMs);

const post = async (who: Actor, company_name: string, more: object = {}) => {
  const made = await createPosting(who, {
    site_name: "Board",
    company_name,
    posting_title: "Baker",
    applied_at: ago(5),
    ...more,
  });
  return made.id;
};

const offer = (who: Actor, recruiter_company: string, more: object = {}) =>
  createOpportunity(who, {
    job_title: "Baker",
    opportunity_status: "1 - Actively Engaged",
    recruiter_name: "",
    recruiter_company,
    ...more,
  });

const recordOf = async (who: Actor, name: string) =>
  companyRecord(who, (await getCompany(who, name)).key);

beforeAll(async () => {
  [actor, stranger] = [await newActor(), await newActor()];
});

describe("the spellings of a name", () => {
  test("gather, right after each was written, and nobody else's", async () => {
    const first = await post(actor, "Venn Inc.");
    await post(actor, "The VENN, GmbH");
    await post(actor, "Hays", { hiring_company: "Venn" });
    await post(stranger, "Venn");
    await offer(actor, "Harbour", { hiring_company: "venn ltd" });
    await createContact(actor, { name: "Mira", company: "Vënn" });
    expect(await recordOf(actor, "venn")).toMatchObject({
      postings: 3,
      opportunities: 1,
      contacts: 1,
    });
    await updatePosting(actor, await getPosting(actor, first), { company_name: "Vennville" });
    expect((await recordOf(actor, "Venn")).postings).toBe(2);
    await updatePosting(actor, await getPosting(actor, first), { company_name: "Venn Inc." });
    await deletePosting(actor, await getPosting(actor, first));
    expect((await recordOf(actor, "Venn")).postings).toBe(2);
    expect((await recordOf(stranger, "Venn")).postings).toBe(1);
    const things = await thingsOfCompany(actor, (await getCompany(actor, "Venn")).key);
    expect(things.postings.map(({ company_name }) => company_name)).toEqual([
      "Hays",
      "The VENN, GmbH",
    ]);
    expect(things.people.map(({ name }) => name)).toEqual(["Mira"]);
  });

  test.each([
    "A/B Testing 100%_?#&",
    "🦊🦊",
    "<b>Bold</b> & “Brash”",
    "名前株式会社",
    `${"Long ".repeat(25)}Co`.slice(0, 128),
    "Ünïcode Straße",
  ])("may be anything: %s", async (name) => {
    const who = await newActor();
    await post(who, name);
    const found = await getCompany(who, name);
    expect(found.name).toBe(name);
    expect((await companyRecord(who, found.key)).postings).toBe(1);
    expect(await listCompanies(who, { limit: 10 })).toMatchObject([{ name, postings: 1 }]);
  });

  test("that name no company have no page", async () => {
    await expect(getCompany(actor, "Confidential")).rejects.toThrow("Not found.");
    await expect(getCompany(actor, "  ")).rejects.toThrow("Not found.");
    expect((await getCompany(actor, "Nobody yet")).also_written).toEqual([]);
  });
});

describe("a record", () => {
  test("counts what was asked, answered and silent as the reports do", async () => {
    const who = await newActor();
    const add = (days: number, posting_status: string) =>
      post(who, "Larch", { applied_at: ago(days), posting_status });
    const rejected = await add(40, "4 - No Response");
    await updatePosting(who, await getPosting(who, rejected), {
      posting_status: "3 - Rejected",
      rejected_at: ago(31),
    });
    await add(60, "4 - No Response");
    await add(50, "2.4 - Post Interview Silence");
    await add(3, "4 - No Response");
    await add(2, "5 - Saved");
    expect(await recordOf(who, "Larch")).toEqual({
      postings: 5,
      applied: 4,
      answered: 2,
      interviewed: 1,
      offers: 0,
      rejected: 1,
      silent: 2,
      answer_days: 9,
      first_applied_at: expect.any(String),
      last_applied_at: expect.any(String),
      opportunities: 0,
      contacts: 0,
    });
  });
});

describe("what is kept", () => {
  test("is found by every spelling, by the search, and keeps the mark's first day", async () => {
    const who = await newActor();
    const kept = {
      notes: "<p>six hours unpaid</p>",
      do_not_apply: true,
      do_not_apply_why: "Twice",
    };
    await keepCompany(who, await getCompany(who, "Fern & Field"), kept);
    const first = await getCompany(who, "fern and field GmbH");
    await keepCompany(who, await getCompany(who, "Fern & Field"), { do_not_apply_why: "Thrice" });
    const second = await getCompany(who, "Fern & Field");
    expect(second.do_not_apply_why).toBe("Thrice");
    expect(first.do_not_apply_at).toEqual(expect.any(String));
    expect(second.do_not_apply_at).toBe(first.do_not_apply_at);
    expect(await flaggedAmong(who, ["", "FERN & FIELD, Inc.", "Other"])).toMatchObject([
      { name: "Fern & Field", why: "Thrice" },
    ]);
    expect(await flaggedAmong(actor, ["Fern & Field"])).toEqual([]);
    expect((await searchAll(who, "unpaid")).company).toHaveLength(1);
    await keepCompany(who, second, { do_not_apply: false });
    expect(await getCompany(who, "Fern & Field")).toMatchObject({
      do_not_apply_at: null,
      do_not_apply_why: "",
      notes: kept.notes,
    });
  });

  test("may have another name, unless that is another company's", async () => {
    const who = await newActor();
    await post(who, "Facebook");
    await post(who, "Google");
    await keepCompany(who, await getCompany(who, "Facebook"), { name: "Meta" });
    expect(await getCompany(who, "meta")).toMatchObject({
      name: "Meta",
      also_written: ["Facebook"],
    });
    await expect(
      keepCompany(who, await getCompany(who, "Meta"), { name: "Google" }),
    ).rejects.toThrow("You have Google already. Merge the two instead.");
  });
});

const namesAt = async (who: Actor, name: string) =>
  (await tagsOfCompany(who, await getCompany(who, name))).map((tag) => tag.name);

/** All that is stored of a person's companies. */
const stored = async ({ user_id }: Actor) => ({
  companies: await getDb().all(sql`select * from company where user_id = ${user_id} order by id`),
  tags: await getDb().all(
    sql`select company_id, tag_id from tag_link where user_id = ${user_id} order by 1, 2`,
  ),
  aliases: await getDb().all(
    sql`select alias_key, company_key from company_alias where user_id = ${user_id}`,
  ),
  spellings: await getDb().all(
    sql`select name, own_key, company_key from company_spelling where user_id = ${user_id} order by id`,
  ),
});

describe("tags", () => {
  test("are put on a company that nothing was kept of, found, counted, and narrow the list", async () => {
    const who = await newActor();
    await post(who, "Venn");
    await post(who, "Larch");
    expect(await tagsOfCompany(who, await getCompany(who, "Venn"))).toEqual([]);
    expect(await replaceCompanyTags(who, await getCompany(who, "Venn"), [])).toEqual([]);
    expect((await stored(who)).companies).toEqual([]);
    await changeCompanyTags(who, await getCompany(who, "venn GmbH"), { add: ["Remote first"] });
    await changeCompanyTags(who, await getCompany(who, "Nothing else"), { add: ["slow"] });
    expect(await namesAt(who, "Venn, Inc.")).toEqual(["Remote first"]);
    expect(await namesAt(stranger, "Venn")).toEqual([]);
    const [remote, slow] = await countedTags(who);
    expect([remote?.company, slow?.company]).toEqual([1, 1]);
    expect(await countTags(who)).toEqual({ tags: 2, tag_links: 2 });
    const [hit] = (await searchAll(who, "remote")).company;
    expect(hit?.names[0]?.map(({ text }) => text).join("")).toBe("Venn");
    const listed = async (filter: object) =>
      (await listCompanies(who, { limit: 10, ...filter })).map(({ name }) => name);
    expect(await listed({})).toEqual(["Larch", "Nothing else", "Venn"]);
    expect(await listed({ tag: [remote?.id] })).toEqual(["Venn"]);
    expect(await listed({ tag: [remote?.id, slow?.id] })).toEqual([]);
    expect(await listed({ not_tag: [slow?.id] })).toEqual(["Larch", "Venn"]);
    expect(await countCompanies(who, { tag: [slow?.id ?? 0] })).toBe(1);

    await updateTag(who, await getTag(who, remote?.id ?? 0), { name: "Anywhere" });
    expect((await searchAll(who, "anywhere")).company).toHaveLength(1);
    expect((await searchAll(who, "remote")).company).toEqual([]);
    await deleteTag(who, await getTag(who, slow?.id ?? 0));
    expect(await listed({})).toEqual(["Larch", "Venn"]);
    await restoreTag(who, slow?.id ?? 0);
    expect(await namesAt(who, "Nothing else")).toEqual(["slow"]);
    await replaceCompanyTags(who, await getCompany(who, "Nothing else"), []);
    expect(await listed({})).toEqual(["Larch", "Venn"]);
  });

  test("go along in a merge, and each to its own when it is undone", async () => {
    const who = await newActor();
    await post(who, "Venn");
    await post(who, "Larch");
    await changeCompanyTags(who, await getCompany(who, "Venn"), { add: ["slow", "dream"] });
    await changeCompanyTags(who, await getCompany(who, "Larch"), { add: ["slow", "kind", "gone"] });
    const gone = (await listTags(who)).find(({ name }) => name === "gone");
    await deleteTag(who, await getTag(who, gone?.id ?? 0));
    const before = await stored(who);
    const undo = async (id: number) => unmergeCompany(who, await getCompany(who, "Venn"), id);
    const first = await mergeCompany(who, await getCompany(who, "Venn"), "Larch");
    expect(await namesAt(who, "Larch")).toEqual(["dream", "kind", "slow"]);
    expect((await countedTags(who)).map(({ company }) => company)).toEqual([1, 1, 1]);
    expect((await searchAll(who, "kind")).company).toHaveLength(1);
    await undo(first);
    expect(await stored(who)).toEqual(before);

    // What was changed since stays; so does what a deleted tag was on.
    const second = await mergeCompany(who, await getCompany(who, "Venn"), "Larch");
    const slow = (await listTags(who)).find(({ name }) => name === "slow");
    const change = { add: ["since"], remove: [slow?.id ?? 0] };
    await changeCompanyTags(who, await getCompany(who, "Venn"), change);
    await undo(second);
    expect(await namesAt(who, "Venn")).toEqual(["dream", "since"]);
    expect(await namesAt(who, "Larch")).toEqual(["kind", "slow"]);
    await restoreTag(who, gone?.id ?? 0);
    expect(await namesAt(who, "Larch")).toEqual(["gone", "kind", "slow"]);
  });

  test("keep a row that a merge made, where they were put on since", async () => {
    const who = await newActor();
    for (const name of ["Venn", "Larch", "Fern"]) await post(who, name);
    await changeCompanyTags(who, await getCompany(who, "Larch"), { add: ["kind"] });
    await keepCompany(who, await getCompany(who, "Larch"), { notes: "<p>larch</p>" });
    await changeCompanyTags(who, await getCompany(who, "Fern"), { add: ["kind"] });
    const first = await mergeCompany(who, await getCompany(who, "Venn"), "Larch");
    const other = await mergeCompany(who, await getCompany(who, "Venn"), "Fern");
    await unmergeCompany(who, await getCompany(who, "Venn"), first);
    // Fern brought it too.
    expect(await namesAt(who, "Venn")).toEqual(["kind"]);
    await unmergeCompany(who, await getCompany(who, "Venn"), other);
    expect(await namesAt(who, "Fern")).toEqual(["kind"]);

    const third = await mergeCompany(who, await getCompany(who, "Sorrel"), "Larch");
    await changeCompanyTags(who, await getCompany(who, "Sorrel"), { add: ["own"] });
    await unmergeCompany(who, await getCompany(who, "Sorrel"), third);
    expect(await namesAt(who, "Sorrel")).toEqual(["own"]);
    expect((await getCompany(who, "Sorrel")).notes).toBe("");
    expect((await getCompany(who, "Larch")).notes).toBe("<p>larch</p>");
  });
});

describe("a merge", () => {
  test("gathers, takes over what was kept, and is undone exactly", async () => {
    const who = await newActor();
    await post(who, "Venn");
    await post(who, "Venn Labs Berlin");
    await post(who, "Fennel");
    await keepCompany(who, await getCompany(who, "Venn Labs Berlin"), {
      notes: "<p>labs</p>",
      do_not_apply: true,
      do_not_apply_why: "silence",
    });
    await keepCompany(who, await getCompany(who, "Venn"), { notes: "<p>venn</p>" });
    const before = await stored(who);
    const inner = await mergeCompany(who, await getCompany(who, "Venn Labs Berlin"), "Fennel");
    const between = await stored(who);
    const id = await mergeCompany(who, await getCompany(who, "Venn"), "venn labs berlin");
    const merged = await getCompany(who, "Fennel");
    expect(merged).toMatchObject({
      name: "Venn",
      notes: "<p>venn</p><p>labs</p>",
      do_not_apply_why: "silence",
      also_written: ["Fennel", "Venn Labs Berlin"],
    });
    expect((await recordOf(who, "Venn")).postings).toBe(3);
    // What is written after it belongs there too.
    await post(who, "Venn Labs Berlin Ltd");
    expect((await recordOf(who, "Venn")).postings).toBe(4);
    await getDb().run(
      sql`delete from company_spelling where user_id = ${who.user_id} and name = 'Venn Labs Berlin Ltd'`,
    );
    await expect(mergeCompany(who, merged, "Fennel")).rejects.toThrow("is one company with");
    await unmergeCompany(who, await getCompany(who, "Venn"), id);
    expect(await stored(who)).toEqual(between);
    await unmergeCompany(who, await getCompany(who, "Venn Labs Berlin"), inner);
    expect(await stored(who)).toEqual(before);
  });

  test("that was followed by a change keeps that when it is undone", async () => {
    const who = await newActor();
    await keepCompany(who, await getCompany(who, "Larch Two"), { notes: "<p>two</p>" });
    const id = await mergeCompany(who, await getCompany(who, "Larch One"), "Larch Two");
    await keepCompany(who, await getCompany(who, "Larch One"), { notes: "<p>mine</p>" });
    await unmergeCompany(who, await getCompany(who, "Larch One"), id);
    expect((await getCompany(who, "Larch One")).notes).toBe("<p>mine</p>");
    expect((await getCompany(who, "Larch Two")).notes).toBe("<p>two</p>");
    const other = await getCompany(actor, "Larch One");
    await expect(unmergeCompany(actor, other, id)).rejects.toThrow("Not found.");
  });
});

describe("the mark in lists", () => {
  test("says what other openings came to, and nothing of a row's own end", async () => {
    const who = await newActor();
    const rejected = await post(who, "Tern AG", { posting_status: "3 - Rejected" });
    const open = await post(who, "tern");
    const alone = await post(who, "Heron", { posting_status: "3 - Rejected" });
    const quiet = await post(who, "Wren", { applied_at: ago(90) });
    const again = await post(who, "Wren Inc");
    const none = await post(who, "Confidential", { posting_status: "3 - Rejected" });
    const agency = await offer(who, "Rook", {
      opportunity_status: "4 - Recruiter Ignored Interest",
    });
    const next = await offer(who, "Rook");
    const names = {
      [rejected]: "Tern AG",
      [open]: "tern",
      [alone]: "Heron",
      [quiet]: "Wren",
      [again]: "Wren Inc",
      [none]: "Confidential",
    };
    const rows = Object.entries(names).map(([id, name]) => ({ id: Number(id), name }));
    expect(Object.fromEntries(await pastOf(who, "job_posting", rows))).toEqual({
      [open]: "rejected",
      [again]: "silent",
    });
    const offers = [agency, next].map(({ id }) => ({ id, name: "Rook" }));
    expect(Object.fromEntries(await pastOf(who, "email_opportunity", offers))).toEqual({
      [next.id]: "silent",
    });
    expect((await pastOf(actor, "job_posting", rows)).size).toBe(0);
  });
});

test("the list has each company once, by name, with what came of it", async () => {
  const who = await newActor();
  await post(who, "Zeta");
  await post(who, "Alpha GmbH");
  await post(who, "ALPHA");
  await keepCompany(who, await getCompany(who, "Middle"), { do_not_apply: true });
  const all = await listCompanies(who, { limit: 10 });
  expect(all.map(({ name, postings }) => [name, postings])).toEqual([
    ["ALPHA", 2],
    ["Middle", 0],
    ["Zeta", 1],
  ]);
  expect(await countCompanies(who)).toBe(3);
  expect(await countCompanies(who, { q: "alph" })).toBe(1);
});

test("another word in a name is another company", async () => {
  const who = await newActor();
  for (const name of ["Bright Systems", "Bright Software GmbH", "Bright"]) await post(who, name);
  expect(await countCompanies(who)).toBe(3);
  await post(who, "The Bright Systems Group, Inc. (Berlin)");
  expect((await recordOf(who, "bright systems")).postings).toBe(2);
});
