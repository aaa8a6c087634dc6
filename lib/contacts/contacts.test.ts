import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { contact, contactLink } from "../../db/schema/people.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { createInterview } from "../interviews/commands.ts";
import {
  createOpportunity,
  deleteOpportunity,
  turnOpportunity,
  updateOpportunity,
} from "../opportunities/commands.ts";
import { getOpportunity } from "../opportunities/queries.ts";
import { turnInput } from "../opportunities/schema.ts";
import { createPosting, updatePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { createSite } from "../sites/commands.ts";
import { freshDatabase, liveRows, newActor } from "../testing.ts";
import { restore } from "../trash/commands.ts";
import { createContact, deleteContact, updateContact } from "./commands.ts";
import { addLink, removeLink } from "./link-commands.ts";
import { peopleOf, peopleOfInterviews } from "./link-queries.ts";
import { addPerson, matchContacts, typedPerson } from "./people.ts";
import { getContact, searchContacts } from "./queries.ts";
import { contactFilter } from "./schema.ts";

freshDatabase();

const offer = (recruiter_name: string, recruiter_company = "Fennel & Rowe") => ({
  job_title: "Platform engineer",
  opportunity_status: "5 - Showed Opportunity Interest",
  recruiter_name,
  recruiter_company,
});

const people = async (actor: Actor) =>
  (await liveRows(contact, actor)).map(({ name, company }) => [name, company]);

const documentedLinks = (actor: Actor) =>
  getDb().select().from(contactLink).where(eq(contactLink.user_id, actor.user_id));

const namedBy = async (actor: Actor, opportunity: number) => {
  const linked = await peopleOf(actor, { column: "email_opportunity_id", id: opportunity });
  return linked.filter(({ is_documented }) => is_documented).map(({ name }) => name);
};

describe("the recruiter of an opportunity", () => {
  test("becomes one contact, however it is written, and stays as it was written", async () => {
    const actor = await newActor();
    const email_received_at = "2024-05-01T10:00:00.000000Z";
    const first = await createOpportunity(actor, { ...offer("Rita Almeida"), email_received_at });
    const second = await createOpportunity(actor, offer("RITA ALMEIDA", "fennel & rowe"));
    await createOpportunity(actor, offer("Rita Almeida", "Another Agency"));
    await createOpportunity(actor, offer(""));
    expect(await people(actor)).toEqual([
      ["Rita Almeida", "Fennel & Rowe"],
      ["Rita Almeida", "Another Agency"],
    ]);
    expect(await namedBy(actor, second.id)).toEqual(["Rita Almeida"]);
    expect((await getOpportunity(actor, second.id)).recruiter_name).toBe("RITA ALMEIDA");
    const [rita] = await liveRows(contact, actor);
    expect(rita?.kind).toBe("Recruiter");
    // The second mail came later than the first.
    expect(rita?.last_contacted_at).toBe(second.email_received_at);
    expect(await namedBy(actor, first.id)).toEqual(["Rita Almeida"]);
  });

  test("moves to another contact with the field, and with an empty one to none", async () => {
    const actor = await newActor();
    const { id } = await createOpportunity(actor, offer("Rita Almeida"));
    const change = async (values: object) =>
      updateOpportunity(actor, await getOpportunity(actor, id), values);
    await change({ recruiter_name: "Oda Brandt" });
    expect(await namedBy(actor, id)).toEqual(["Oda Brandt"]);
    await change({ recruiter_company: "Hive Staffing" });
    // Of whom nothing else is known, nobody stays behind.
    expect(await people(actor)).toEqual([["Oda Brandt", "Hive Staffing"]]);
    expect(await namedBy(actor, id)).toEqual(["Oda Brandt"]);
    expect(await documentedLinks(actor)).toHaveLength(1);
    await change({ recruiter_name: "" });
    expect(await namedBy(actor, id)).toEqual([]);
  });

  test("leaves a contact of whom more is known as it was", async () => {
    const actor = await newActor();
    const { id } = await createOpportunity(actor, offer("Rita Almeida"));
    const { id: other } = await createOpportunity(actor, offer("Oda Brandt"));
    const [rita] = await liveRows(contact, actor);
    await updateContact(actor, await getContact(actor, rita?.id ?? 0), { phone: "030 5550" });
    const change = async (opportunity: number, recruiter_name: string) =>
      updateOpportunity(actor, await getOpportunity(actor, opportunity), { recruiter_name });
    await change(id, "Mia Lund");
    await change(other, "Mia Lund");
    expect((await people(actor)).map(([name]) => name)).toEqual([
      "Rita Almeida",
      "Oda Brandt",
      "Mia Lund",
    ]);
    expect([await namedBy(actor, id), await namedBy(actor, other)]).toEqual([
      ["Mia Lund"],
      ["Mia Lund"],
    ]);
  });

  test("is not linked again by a write that repeats the fields", async () => {
    const actor = await newActor();
    const { id } = await createOpportunity(actor, offer("Rita Almeida"));
    const repeat = async () =>
      updateOpportunity(actor, await getOpportunity(actor, id), offer("Rita Almeida"));
    const [link] = await peopleOf(actor, { column: "email_opportunity_id", id });
    const rita = await getContact(actor, link?.id ?? 0);
    await removeLink(actor, rita, link?.link_id ?? 0);
    await repeat();
    expect(await namedBy(actor, id)).toEqual([]);
    await deleteContact(actor, rita);
    await repeat();
    expect(await people(actor)).toEqual([]);
    expect((await getOpportunity(actor, id)).recruiter_name).toBe("Rita Almeida");
  });

  test("follows the contact: its new name and company are in all that it is named in", async () => {
    const actor = await newActor();
    const stranger = await newActor();
    const theirs = await createOpportunity(stranger, offer("Rita Almeida"));
    const { id } = await createOpportunity(actor, offer("rita almeida"));
    const other = await createOpportunity(actor, offer("Oda Brandt"));
    const [rita] = await liveRows(contact, actor);
    const find = () => getContact(actor, rita?.id ?? 0);
    await updateContact(actor, await find(), { phone: "030 5550" });
    expect((await getOpportunity(actor, id)).recruiter_name).toBe("rita almeida");
    const name = "Rita Almeida-Smith ".repeat(6).trim();
    await updateContact(actor, await find(), { name, company: "Fennel" });
    const after = await getOpportunity(actor, id);
    expect(after.recruiter_name).toBe(name.slice(0, 64).trim());
    expect(after.recruiter_company).toBe("Fennel");
    expect(await getOpportunity(actor, other.id)).toMatchObject(offer("Oda Brandt"));
    expect((await getOpportunity(stranger, theirs.id)).recruiter_name).toBe("Rita Almeida");
    expect(await namedBy(actor, id)).toEqual([name]);
  });

  test("keeps its text where the contact is deleted or the link removed", async () => {
    const actor = await newActor();
    const { id } = await createOpportunity(actor, offer("Rita Almeida"));
    const [rita] = await liveRows(contact, actor);
    await deleteContact(actor, await getContact(actor, rita?.id ?? 0));
    expect((await getOpportunity(actor, id)).recruiter_name).toBe("Rita Almeida");
    await restore(actor, "contact", rita?.id ?? 0);
    const [link] = await peopleOf(actor, { column: "email_opportunity_id", id });
    const back = await getContact(actor, rita?.id ?? 0);
    await removeLink(actor, back, link?.link_id ?? 0);
    await updateContact(actor, back, { name: "Somebody else" });
    expect((await getOpportunity(actor, id)).recruiter_name).toBe("Rita Almeida");
  });

  test("goes along when the opportunity becomes a posting", async () => {
    const actor = await newActor();
    const { id } = await createOpportunity(actor, offer("Rita Almeida"));
    const choice = {
      company_name: "Meadow Ltd",
      posting_title: "Engineer",
      posting_status: "5 - Saved",
      applied_at: "",
      site_name: "",
    };
    const chosen = turnInput("UTC").parse(choice);
    const posting = await turnOpportunity(actor, await getOpportunity(actor, id), chosen);
    expect(await peopleOf(actor, { column: "job_posting_id", id: posting })).toMatchObject([
      { name: "Rita Almeida", is_documented: false },
    ]);
    expect((await getPosting(actor, posting)).contact_person).toBe("");
  });
});

describe("the contact person of a posting", () => {
  test("is a contact at the posting's company, in both directions", async () => {
    const actor = await newActor();
    const site = await createSite(actor, { site_name: "Board" });
    const made = await createPosting(actor, {
      job_site_id: site.id,
      company_name: "Helio",
      contact_person: "Jonas Weber",
    });
    expect(await people(actor)).toEqual([["Jonas Weber", "Helio"]]);
    const [jonas] = await liveRows(contact, actor);
    const find = () => getContact(actor, jonas?.id ?? 0);
    await updateContact(actor, await find(), { name: "Jonas T. Weber", company: "Elsewhere" });
    const posting = await getPosting(actor, made.id);
    // People move on; the posting is still its company's.
    expect(posting).toMatchObject({ contact_person: "Jonas T. Weber", company_name: "Helio" });
    await updatePosting(actor, posting, { company_name: "Helio Robotics" });
    expect(await people(actor)).toEqual([["Jonas T. Weber", "Elsewhere"]]);
    await addLink(actor, await find(), { column: "job_site_id", id: site.id });
    await updatePosting(actor, await getPosting(actor, made.id), { contact_person: "Mia Lund" });
    expect(await people(actor)).toContainEqual(["Mia Lund", "Helio Robotics"]);
    expect(await people(actor)).toHaveLength(2);
  });
});

describe("links", () => {
  test("are there once, and to one's own things alone", async () => {
    const actor = await newActor();
    const stranger = await newActor();
    const site = await createSite(actor, { site_name: "Board" });
    const rita = await getContact(actor, (await createContact(actor, { name: "Rita" })).id);
    const target = { column: "job_site_id", id: site.id } as const;
    const first = await addLink(actor, rita, target);
    const again = await addLink(actor, rita, target);
    expect([first.isNew, again.isNew, again.link.id]).toEqual([true, false, first.link.id]);
    const foreign = await createSite(stranger, { site_name: "Theirs" });
    const refused = `Invalid pk "${foreign.id}" - object does not exist.`;
    await expect(addLink(actor, rita, { column: "job_site_id", id: foreign.id })).rejects.toThrow(
      refused,
    );
    await removeLink(actor, rita, first.link.id);
    await expect(removeLink(actor, rita, first.link.id)).rejects.toThrow("Not found.");
  });

  test("are 500 at most, on either side", async () => {
    const actor = await newActor();
    const site = await createSite(actor, { site_name: "Board" });
    const made = await getDb()
      .insert(contact)
      .values(Array.from({ length: 501 }, (_, n) => ({ user_id: actor.user_id, name: `P ${n}` })))
      .returning({ id: contact.id });
    const links = made.slice(0, 500).map(({ id }) => ({
      user_id: actor.user_id,
      contact_id: id,
      job_site_id: site.id,
    }));
    await getDb().insert(contactLink).values(links);
    const last = await getContact(actor, made[500]?.id ?? 0);
    await expect(addLink(actor, last, { column: "job_site_id", id: site.id })).rejects.toThrow(
      "This has 500 contacts already",
    );
    const sites = await Promise.all(
      Array.from({ length: 500 }, () => createSite(actor, { site_name: "s" })),
    );
    await getDb()
      .insert(contactLink)
      .values(
        sites.map(({ id }) => ({ user_id: actor.user_id, contact_id: last.id, job_site_id: id })),
      );
    await expect(addLink(actor, last, { column: "job_site_id", id: site.id })).rejects.toThrow(
      "linked to 500 things already",
    );
  });
});

test("the contacts page counts what is not in the trash, and finds by name, company and notes", async () => {
  const actor = await newActor();
  const { id } = await createOpportunity(actor, offer("Rita Almeida"));
  await createOpportunity(actor, offer("Rita Almeida"));
  await createContact(actor, { name: "Abe Stone", notes: "<p>Met at the harbour</p>" });
  await deleteOpportunity(actor, await getOpportunity(actor, id));
  const found = async (filter: object) =>
    (await searchContacts(actor, contactFilter.parse(filter))).rows;
  expect(await found({})).toMatchObject([
    { name: "Abe Stone", opening_count: 0 },
    { name: "Rita Almeida", opening_count: 1 },
  ]);
  expect(await found({ sort: "opening_count" })).toMatchObject([
    { name: "Rita Almeida" },
    { name: "Abe Stone" },
  ]);
  for (const q of ["harbour", "abe"])
    expect(await found({ q })).toMatchObject([{ name: "Abe Stone" }]);
  expect(await found({ q: "fennel" })).toMatchObject([{ name: "Rita Almeida" }]);
  expect((await searchContacts(await newActor(), contactFilter.parse({}))).rows).toEqual([]);
});

test.each([
  ["Rita Almeida", "Rita Almeida", ""],
  ["rita.almeida@fennel.example", "Rita Almeida", "rita.almeida@fennel.example"],
  ['"Rita A." <rita@fennel.example>', "Rita A.", "rita@fennel.example"],
  ["<rita@fennel.example>", "Rita", "rita@fennel.example"],
  ["Rita @ Fennel", "Rita @ Fennel", ""],
])("reads whom %s means", (typed, name, email) => {
  expect(typedPerson(typed)).toEqual({ name, email });
});

test("somebody who is added to an interview by name is one of its company's interviewers", async () => {
  const actor = await newActor();
  const { id: job_posting_id } = await createPosting(actor, {
    site_name: "Board",
    company_name: "Helio",
  });
  const starts_at = "2026-12-01T10:00:00.000000Z";
  const { id } = await createInterview(actor, { job_posting_id, starts_at });
  const on = { column: "interview_id", id } as const;
  const jonas = await addPerson(actor, on, { typed: "Jonas Weber" });
  expect(jonas).toMatchObject({ company: "Helio", kind: "Interviewer" });
  await addPerson(actor, on, { typed: "elif@helio.example" });
  const names = async (who: Actor) =>
    (await peopleOfInterviews(who, [id])).get(id)?.map(({ name }) => name);
  expect(await names(actor)).toEqual(["Elif", "Jonas Weber"]);
  expect(await names(await newActor())).toBeUndefined();
});

test("somebody who is added by name is matched, or made with what the thing says", async () => {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "Board" });
  const made = await createPosting(actor, { job_site_id: site.id, company_name: "Helio" });
  const on = { column: "job_posting_id", id: made.id } as const;
  const first = await addPerson(actor, on, { typed: "Jonas Weber <jonas@helio.example>" });
  expect(first).toMatchObject({ name: "Jonas Weber", company: "Helio" });
  const again = await addPerson(actor, on, { typed: "JONAS@helio.example" });
  expect(again.id).toBe(first.id);
  for (const typed of ["jon", "weber", "jonas@hel", "helio"]) {
    expect(await matchContacts(actor, typed)).toMatchObject([{ id: first.id }]);
  }
  expect(await matchContacts(await newActor(), "jon")).toEqual([]);
  await expect(addPerson(actor, on, { typed: "  " })).rejects.toThrow("Type a name");
  const stranger = await newActor();
  await expect(addPerson(stranger, on, { typed: "Eve" })).rejects.toThrow("Not found.");
  expect(await people(stranger)).toEqual([]);
});
