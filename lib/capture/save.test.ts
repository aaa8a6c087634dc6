import { expect, test } from "vitest";
import { contact } from "../../db/schema/people.ts";
import { tag } from "../../db/schema/tags.ts";
import { jobPosting, jobSite } from "../../db/schema/tracker.ts";
import { calendarEntries } from "../calendar/entries.ts";
import { addDays, today } from "../dates.ts";
import { Invalid } from "../errors.ts";
import { listEvents } from "../events/queries.ts";
import { getPosting } from "../postings/queries.ts";
import type { SafeHtml } from "../rich-text.ts";
import { createSite } from "../sites/commands.ts";
import { getSite } from "../sites/queries.ts";
import { tagsOf } from "../tags/queries.ts";
import { freshDatabase, liveRows, newActor } from "../testing.ts";
import { todayQueue } from "../today/queries.ts";
import type { CapturedPosting } from "./posting.ts";
import { saveCaptured } from "./save.ts";
import { listSnapshots } from "./snapshots/queries.ts";
import { unread } from "./unread.ts";

freshDatabase();

const captured = (more: Partial<CapturedPosting> = {}): CapturedPosting => ({
  ...unread("https://jobs.larch.example/12"),
  company_name: "Larch Foods",
  posting_title: "Baker",
  locations: ["Bonn, Germany"],
  job_description: "<p>Bread at four.</p>" as SafeHtml,
  pay: { min: 40_000, max: 45_000, currency: "EUR", period: "year" },
  ...more,
});

const siteNameOf = async (actor: Awaited<ReturnType<typeof newActor>>, id: number) =>
  (await getSite(actor, (await getPosting(actor, id)).job_site_id)).site_name;

test("saves a posting with its tags, and says where it is from", async () => {
  const actor = await newActor();
  const { id } = await saveCaptured(actor, captured(), { tags: ["dream", "bread"] });
  const posting = await getPosting(actor, id);
  expect(posting).toMatchObject({
    company_name: "Larch Foods",
    posting_title: "Baker",
    posting_status: "5 - Saved",
    applied_at: null,
    location_city: "Bonn, Germany",
    pay_range: "€40,000–45,000 a year",
    posting_url_full: "https://jobs.larch.example/12",
    job_description: "<p>Bread at four.</p>",
    comments: [],
  });
  const tags = await tagsOf(actor, { kind: "job_posting", id });
  expect(tags.map(({ name }) => name)).toEqual(["bread", "dream"]);
  expect(await listEvents(actor, "job_posting", id)).toMatchObject([
    { kind: "created", from_value: "jobs.larch.example", to_value: "5 - Saved" },
  ]);
});

test("who signed a recruiter's mail is a contact with that address, unless somebody else was typed", async () => {
  const actor = await newActor();
  const signed = captured({ contact_person: "Ann Oakley", contact_email: "ann@birch.example" });
  await saveCaptured(actor, signed);
  await saveCaptured(actor, signed, { contact_person: "Bea Elm" });
  await saveCaptured(
    actor,
    captured({ contact_person: "Cy Birch", contact_email: "no address at all" }),
  );
  const people = await liveRows(contact, actor);
  expect(people.map(({ name, email }) => [name, email])).toEqual([
    ["Ann Oakley", "ann@birch.example"],
    ["Bea Elm", ""],
    ["Cy Birch", ""],
  ]);
});

test("keeps what a person typed before what was read, and their day of application", async () => {
  const actor = await newActor();
  const { id } = await saveCaptured(actor, captured(), {
    company_name: "Larch",
    location_city: "",
    posting_status: "4 - No Response",
    contact_person: "Robin Vale",
    site_name: "The fair",
  });
  const posting = await getPosting(actor, id);
  expect(posting).toMatchObject({
    company_name: "Larch",
    location_city: "",
    posting_title: "Baker",
  });
  expect(Date.parse(`${posting.applied_at?.slice(0, 19)}Z`)).toBeGreaterThan(Date.now() - 60_000);
  expect(await siteNameOf(actor, id)).toBe("The fair");
  const kinds = (await listEvents(actor, "job_posting", id)).map(({ kind }) => kind);
  expect(kinds.sort()).toEqual(["applied", "created"]);
});

test("writes all of it or nothing", async () => {
  const stranger = await newActor();
  const site = await createSite(stranger, { site_name: "Theirs" });
  const actor = await newActor();
  const refused = saveCaptured(actor, captured(), { job_site_id: site.id, tags: ["new"] });
  await expect(refused).rejects.toThrow(Invalid);
  await expect(saveCaptured(actor, captured(), { tags: [999_999] })).rejects.toThrow(Invalid);
  const nothing = captured({ company_name: null, posting_title: null });
  const sentence = "Neither a company nor a title could be read. Give one of them.";
  await expect(saveCaptured(actor, nothing)).rejects.toHaveProperty("fields", {
    company_name: [sentence],
    posting_title: [sentence],
  });
  for (const table of [jobPosting, jobSite, tag]) expect(await liveRows(table, actor)).toEqual([]);
});

test("has room for everything: what is too long stands whole in a comment", async () => {
  const actor = await newActor();
  const company_name = "Larch and Fern and Field ".repeat(10).trim();
  const locations = ["Bonn, Germany", "Ulm, Germany"];
  const { id } = await saveCaptured(actor, captured({ company_name, locations }));
  const posting = await getPosting(actor, id);
  expect(posting.company_name.length).toBeLessThanOrEqual(128);
  expect(posting.company_name.endsWith("…")).toBe(true);
  expect(JSON.stringify(posting.comments)).toContain(`Company, in full:</strong> ${company_name}`);
  expect(JSON.stringify(posting.comments)).toContain("Bonn, Germany<br>Ulm, Germany");
});

test("shows the closing day of a saved posting on Today and in the calendar", async () => {
  const actor = await newActor();
  const closes_on = addDays(today(actor.time_zone), 3);
  const { id } = await saveCaptured(actor, captured({ closes_on }));
  const { items } = await todayQueue(actor);
  expect(items).toMatchObject([
    {
      rule: "apply",
      ids: [id],
      title: "Apply to Larch Foods",
      reason: "Baker. It closes in 3 days.",
    },
  ]);
  expect(await calendarEntries(actor.user_id, ["deadlines"])).toMatchObject([
    { kind: "posting_deadline", id, what: "Closes", starts_at: closes_on },
  ]);
});

test.each([
  ["its own host", { posting_url_full: "https://www.larch.example/jobs/1" }, "Larch careers"],
  ["a host below one", { posting_url_full: "https://jobs.larch.example/1" }, "Larch careers"],
  [
    "its company's path of a board",
    { posting_url_full: "https://boards.greenhouse.io/fern/jobs/2" },
    "Fern & Field",
  ],
  [
    "the name of the board",
    { posting_url_full: "https://de.linkedin.com/jobs/view/3" },
    "linkedin",
  ],
  [
    "another company of the board",
    { posting_url_full: "https://boards.greenhouse.io/venn/4", posting_url_domain: "Greenhouse" },
    "Greenhouse",
  ],
  ["a board without a site", { posting_url_full: "https://www.stepstone.de/5" }, "StepStone"],
  ["a page of no board", { posting_url_full: "https://venn.example/6" }, "Direct"],
  ["a host that only ends alike", { posting_url_full: "https://notlarch.example/6" }, "Direct"],
  ["a text", { posting_url_full: null }, "Direct"],
])("goes to the site of %s", async (_, more, name) => {
  const actor = await newActor();
  await createSite(await newActor(), { site_name: "StepStone" });
  await createSite(actor, { site_name: "Larch careers", site_url: "https://larch.example" });
  await createSite(actor, { site_name: "linkedin" });
  await createSite(actor, { site_name: "Fern & Field", site_url: "boards.greenhouse.io/fern/" });
  const { id } = await saveCaptured(actor, captured(more));
  expect(await siteNameOf(actor, id)).toBe(name);
});

test("keeps a snapshot of what was read, as it was read, and none of an address alone", async () => {
  const actor = await newActor();
  const found = { posting_title: { source: "page", confidence: "sure" } } as const;
  const origin = { source: "page", address: "https://jobs.larch.example/12" } as const;
  const typed = { company_name: "Larch" };
  const read = await saveCaptured(actor, captured({ found }), typed, origin);
  const [kept, ...more] = await listSnapshots(actor, read.id);
  expect(more).toEqual([]);
  expect(kept).toMatchObject({ ...origin, fields: { company_name: "Larch Foods" } });
  const unread = await saveCaptured(actor, captured(), {}, { ...origin, source: "address" });
  expect(await listSnapshots(actor, unread.id)).toEqual([]);
});
