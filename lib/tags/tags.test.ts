import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { tag, tagLink } from "../../db/schema/tags.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { createContact } from "../contacts/commands.ts";
import { searchContacts } from "../contacts/queries.ts";
import { contactFilter } from "../contacts/schema.ts";
import { dayMs, toStored } from "../dates.ts";
import { AppError, Invalid, NotFound } from "../errors.ts";
import { createOpportunity } from "../opportunities/commands.ts";
import { searchOpportunities } from "../opportunities/queries.ts";
import { blankOpportunity, opportunityFilter } from "../opportunities/schema.ts";
import { createPosting, deletePosting } from "../postings/commands.ts";
import { getPosting, searchPostings } from "../postings/queries.ts";
import { postingFilter } from "../postings/schema.ts";
import { searchAll } from "../search/queries.ts";
import { createSite } from "../sites/commands.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { createTag, deleteTag, purgeTags, restoreTag, updateTag } from "./commands.ts";
import { countedTags, getTag, listTags, tagsOf, withoutUnknownTags } from "./queries.ts";
import { changeTags, replaceTags } from "./row-tags.ts";
import type { TaggedRow } from "./schema.ts";
import { hues, maxTags, maxTagsOfRow } from "./values.ts";

freshDatabase();

let actor: Actor;
let postings: TaggedRow[];
let opportunity: TaggedRow;
let contact: TaggedRow;

beforeAll(async () => {
  ({ actor, postings, opportunity, contact } = await hunt());
});

async function hunt() {
  const person = await newActor();
  const { id: job_site_id } = await createSite(person, { site_name: "Board" });
  const rows: TaggedRow[] = [];
  for (const company_name of ["Alder", "Birch", "Cedar"]) {
    const { id } = await createPosting(person, { job_site_id, company_name });
    rows.push({ kind: "job_posting", id });
  }
  const offer = await createOpportunity(person, { ...blankOpportunity(), job_title: "Engineer" });
  const met = await createContact(person, { name: "Rita" });
  return {
    actor: person,
    postings: rows,
    opportunity: { kind: "email_opportunity", id: offer.id } as const,
    contact: { kind: "contact", id: met.id } as const,
  };
}

const at = (n: number) => postings[n] as TaggedRow;
const namesOf = async (row: TaggedRow, who = actor) =>
  (await tagsOf(who, row)).map(({ name }) => name);

test("is made by being put on something, and found again in any case", async () => {
  await changeTags(actor, at(0), { add: ["dream", "Remote first"] });
  await changeTags(actor, at(1), { add: ["DREAM", " ＤＲＥＡＭ "] });
  await changeTags(actor, opportunity, { add: ["dream"] });
  await changeTags(actor, contact, { add: ["remote FIRST", "Ärger"] });
  await changeTags(actor, contact, { add: ["ärger"] });
  expect((await listTags(actor)).map(({ name }) => name)).toEqual([
    "dream",
    "Remote first",
    "Ärger",
  ]);
  expect(await namesOf(at(0))).toEqual(["dream", "Remote first"]);
  expect(await namesOf(at(1))).toEqual(["dream"]);
  expect(await namesOf(opportunity)).toEqual(["dream"]);
  expect(await countedTags(actor)).toMatchObject([
    { name: "dream", job_posting: 2, email_opportunity: 1, contact: 0 },
    { name: "Remote first", job_posting: 1, email_opportunity: 0, contact: 1 },
    { name: "Ärger", contact: 1 },
  ]);
});

test("takes the hue that is used least", async () => {
  const { actor: other } = await hunt();
  for (let n = 0; n <= hues.length; n += 1) await createTag(other, { name: `Tag ${n}` });
  const made = (await listTags(other)).map(({ hue }) => hue);
  expect(new Set(made.slice(0, -1))).toEqual(new Set(hues));
  expect(made.at(-1)).toBe(hues[0]);
});

test("narrows the lists, by all that are asked for and none of the others", async () => {
  const [dream, remote] = await listTags(actor);
  const ids = async (filter: object) => {
    const { rows, total, views } = await searchPostings(actor, postingFilter.parse(filter));
    expect(total).toBe(rows.length);
    expect(views.all).toBe(total);
    return rows.map(({ id }) => id).sort();
  };
  const idOf = (...which: number[]) => which.map((n) => at(n).id);
  expect(await ids({ tag: String(dream?.id) })).toEqual(idOf(0, 1));
  expect(await ids({ tag: [String(dream?.id), String(remote?.id)] })).toEqual(idOf(0));
  expect(await ids({ tag: `${dream?.id},${remote?.id}` })).toEqual(idOf(0));
  expect(await ids({ not_tag: String(dream?.id) })).toEqual(idOf(2));
  expect(await ids({ tag: dream?.id, not_tag: remote?.id })).toEqual(idOf(1));
  expect(await ids({ tag: dream?.id, q: "birch" })).toEqual(idOf(1));
  expect(await ids({ tag: "x", not_tag: ["", "-1"] })).toEqual(idOf(0, 1, 2));
  const offers = await searchOpportunities(actor, opportunityFilter.parse({ tag: remote?.id }));
  expect(offers.rows).toEqual([]);
  const people = await searchContacts(actor, contactFilter.parse({ tag: remote?.id }));
  expect(people.rows.map(({ tags }) => tags.map(({ name }) => name))).toEqual([
    ["Remote first", "Ärger"],
  ]);
});

test("that is another's, deleted or none at all is dropped from a list's filter", async () => {
  const { actor: other, postings: theirs } = await hunt();
  await changeTags(other, theirs[0] as TaggedRow, { add: ["secret"] });
  const [secret] = await listTags(other);
  const [dream] = await listTags(actor);
  const filter = { tag: [secret?.id ?? 0, dream?.id ?? 0], not_tag: [987_654] };
  expect(await withoutUnknownTags(actor, filter)).toEqual({ tag: [dream?.id], not_tag: undefined });
  await expect(changeTags(actor, at(0), { add: [secret?.id ?? 0] })).rejects.toThrow(Invalid);
  await changeTags(actor, theirs[0] as TaggedRow, { add: ["dream"] });
  expect(await namesOf(theirs[0] as TaggedRow, other)).toEqual(["secret"]);
});

test("is renamed to what no other is called, and its rows are found by the new name", async () => {
  const [dream, remote] = await listTags(actor);
  const found = async (q: string) => Object.values(await searchAll(actor, q)).flat();
  expect(await found("dream")).toHaveLength(3);
  const owned = await getTag(actor, dream?.id ?? 0);
  await expect(updateTag(actor, owned, { name: "REMOTE first" })).rejects.toThrow(Invalid);
  await updateTag(actor, owned, { name: "Wish" });
  expect(await found("dream")).toEqual([]);
  expect(await found("wish")).toHaveLength(3);
  await updateTag(actor, owned, { name: "dream", hue: "red" });
  expect(await tagsOf(actor, opportunity)).toEqual([{ id: dream?.id, name: "dream", hue: "red" }]);
  expect(remote).toBeDefined();
});

test("is off everything once it is deleted, and back on all of it by an undo", async () => {
  const [dream] = await countedTags(actor);
  const owned = await getTag(actor, dream?.id ?? 0);
  await deleteTag(actor, owned);
  expect(await namesOf(at(0))).toEqual(["Remote first"]);
  expect(await countedTags(actor)).toHaveLength(2);
  await restoreTag(actor, owned.id);
  expect((await countedTags(actor))[0]).toEqual(dream);
  expect(await namesOf(at(0))).toEqual(["dream", "Remote first"]);

  await deleteTag(actor, owned);
  // What replaces a row's tags leaves those that may still come back.
  await replaceTags(actor, at(0), ["Remote first", "Dream"]);
  await expect(restoreTag(actor, owned.id)).rejects.toThrow(AppError);
  const [again] = await listTags(actor);
  await deleteTag(actor, await getTag(actor, again?.id ?? 0));
  await restoreTag(actor, owned.id);
  expect(await namesOf(at(0))).toEqual(["dream", "Remote first"]);
  await expect(restoreTag(await newActor(), again?.id ?? 0)).rejects.toThrow(NotFound);
});

test("is not counted for what lies in the trash", async () => {
  const {
    actor: other,
    postings: [first],
  } = await hunt();
  const row = first as TaggedRow;
  await changeTags(other, row, { add: ["dream"] });
  await deletePosting(other, await getPosting(other, row.id));
  expect(await countedTags(other)).toMatchObject([{ name: "dream", job_posting: 0 }]);
});

test("goes for good 30 days after it was deleted, with its links", async () => {
  const {
    actor: other,
    postings: [first],
  } = await hunt();
  await changeTags(other, first as TaggedRow, { add: ["old", "new", "kept"] });
  const [kept, fresh, old] = await listTags(other);
  for (const each of [fresh, old]) await deleteTag(other, await getTag(other, each?.id ?? 0));
  const deleted_at = toStored(Date.now() - 31 * dayMs);
  await getDb()
    .update(tag)
    .set({ deleted_at })
    .where(eq(tag.id, old?.id ?? 0));
  await expect(restoreTag(other, old?.id ?? 0)).rejects.toThrow(NotFound);
  await purgeTags();
  const mine = sql`user_id = ${other.user_id}`;
  expect(await getDb().$count(tag, mine)).toBe(2);
  expect(await getDb().$count(tagLink, mine)).toBe(2);
  expect(kept?.name).toBe("kept");
});

test("is one of at most 30 of a row, and 200 of a person", async () => {
  const {
    actor: other,
    postings: [first, second],
  } = await hunt();
  const names = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => `Tag ${from + n}`);
  await changeTags(other, first as TaggedRow, { add: names(0, maxTagsOfRow) });
  await expect(changeTags(other, first as TaggedRow, { add: ["More"] })).rejects.toThrow(
    "30 tags already",
  );
  const [one] = await tagsOf(other, first as TaggedRow);
  await changeTags(other, first as TaggedRow, { add: ["More"], remove: [one?.id ?? 0] });
  for (let n = 31; n < maxTags; n += 1) await createTag(other, { name: `Tag ${n}` });
  await expect(createTag(other, { name: "Last" })).rejects.toThrow("200 tags already");
  await expect(changeTags(other, second as TaggedRow, { add: ["Last"] })).rejects.toThrow(
    "200 tags already",
  );
  expect(await namesOf(second as TaggedRow, other)).toEqual([]);
});
