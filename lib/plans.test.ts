import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDb } from "../db/client.ts";
import { databasePath } from "../db/location.ts";
import { getShellData } from "./accounts/users/queries.ts";
import { operations } from "./api.ts";
import { board, nextCards } from "./board/queries.ts";
import { openSubjects } from "./calendar/open-subjects.ts";
import { plannedBetween } from "./calendar/planned.ts";
import { siteOf } from "./capture/site.ts";
import {
  getSnapshot,
  lastChecked,
  latestSnapshot,
  listSnapshots,
} from "./capture/snapshots/queries.ts";
import { listCompanies } from "./companies/list.ts";
import { pastOf } from "./companies/past.ts";
import { flaggedAmong, getCompany } from "./companies/queries.ts";
import { companyRecord } from "./companies/record.ts";
import { thingsOfCompany } from "./companies/things.ts";
import { peopleOf } from "./contacts/link-queries.ts";
import { searchContacts } from "./contacts/queries.ts";
import { contactFilter } from "./contacts/schema.ts";
import { now } from "./dates.ts";
import { findDuplicates } from "./duplicates/queries.ts";
import { listEvents } from "./events/queries.ts";
import { openFollowUps, searchFollowUps } from "./follow-ups/queries.ts";
import { followUpFilter } from "./follow-ups/schema.ts";
import { listPage } from "./lists/listing.ts";
import { advertOf } from "./matching/pairs/pair.ts";
import { jobs } from "./matching/pairs/texts.ts";
import { createOpportunity } from "./opportunities/commands.ts";
import { opportunityNeighbours, searchOpportunities } from "./opportunities/queries.ts";
import { blankOpportunity, opportunityFilter } from "./opportunities/schema.ts";
import { opportunitySorting } from "./opportunities/values.ts";
import { createPosting } from "./postings/commands.ts";
import { postingNeighbours, searchPostings, usedStatuses } from "./postings/queries.ts";
import { postingFilter } from "./postings/schema.ts";
import { postingSorting } from "./postings/values.ts";
import { dashboard } from "./reports/dashboard/queries.ts";
import { searchApplied } from "./reports/insights/applied.ts";
import { funnel } from "./reports/insights/funnel.ts";
import { pace } from "./reports/insights/pace.ts";
import { pay } from "./reports/insights/pay.ts";
import { pipelineOn, pipelineSeries } from "./reports/insights/pipeline.ts";
import { searchPipelinePostings } from "./reports/insights/pipeline-postings.ts";
import { funnelView, pipelineView } from "./reports/insights/schema.ts";
import { openList } from "./saved-views/queries.ts";
import { searchAll } from "./search/queries.ts";
import { createSite } from "./sites/commands.ts";
import { searchSites, siteNames } from "./sites/queries.ts";
import { siteFilter } from "./sites/schema.ts";
import { createTag } from "./tags/commands.ts";
import { countedTags, tagsOf } from "./tags/queries.ts";
import { changeTags } from "./tags/row-tags.ts";
import { freshDatabase, newActor } from "./testing.ts";
import { comingUp } from "./today/coming-up.ts";
import { nextSteps } from "./today/next-steps.ts";
import { todayQueue } from "./today/queries.ts";
import { pageOfTrash } from "./trash/queries.ts";
import { trashFilter } from "./trash/schema.ts";

freshDatabase();

// Every statement that the driver prepares while the test watches.
const seen = new Set<string>();
const prepare = Database.prototype.prepare;

beforeAll(() => {
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    seen.add(sql);
    return prepare.call(this, sql);
  } as typeof prepare;
});
afterAll(() => {
  Database.prototype.prepare = prepare;
});

const growing =
  /\bSCAN (job_site|job_posting|posting_fact|pay_reading|email_opportunity|contact|contact_link|tag_link|interview|follow_up|duplicate_key|duplicate_text|suggestion_answer|snapshot|event|session|status_word)\b(?!.*USING)/;

async function plansOf(run: () => Promise<unknown>): Promise<string[]> {
  // The connection caches its prepared statements; a new one prepares them again, where `prepare` records them.
  closeDb();
  seen.clear();
  await run();
  const queries = [...seen].filter((sql) => /^\s*(select|with)/i.test(sql));
  expect(queries.length).toBeGreaterThan(0);
  const sqlite = new Database(databasePath(), { readonly: true });
  const plans = queries.flatMap((sql) =>
    prepare
      .call(sqlite, `explain query plan ${sql}`)
      .all(Array(sql.split("?").length - 1).fill(null))
      .map((step) => (step as { detail: string }).detail),
  );
  sqlite.close();
  return plans;
}

test("reads the reports' narrow rows by their keys, and postings by theirs", async () => {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "Board" });
  await createPosting(actor, { job_site_id: site.id });
  const [day, since] = ["2999-01-01", "2000-01-01"];
  const standing = (view: object) => searchPipelinePostings(actor, day, pipelineView.parse(view));
  const behind = (view: object) => searchApplied(actor, since, funnelView.parse(view));
  const reads: Record<string, () => Promise<unknown>> = {
    funnel: () => funnel(actor, since),
    behindBand: () => behind({ stage: "applied", exit: "silence" }),
    behindSaved: () => behind({ stage: "saved" }),
    pipeline: () => pipelineOn(actor, day),
    pipelineSeries: () => pipelineSeries(actor),
    standing: () => standing({}),
    standingKind: () => standing({ kind: "offer", sort: "company_name" }),
    standingSearch: () => standing({ q: "x" }),
  };
  const scans = /\bSCAN (posting_fact|posting_span|job_site|job_posting|event|p|s|x)\b(?!.*USING)/;
  const slow: Record<string, string[]> = {};
  for (const [name, read] of Object.entries(reads)) {
    // The spans of one day are a narrow list of their own, walked once.
    const bad = (await plansOf(read)).filter((step) => scans.test(step) && step !== "SCAN x");
    if (bad.length > 0) slow[name] = bad;
  }
  expect(slow).toEqual({});
});

const sorting = [
  "followUps",
  "followUpsOfPosting",
  "today",
  "comingUp",
  "calendar",
  "dashboard",
  "pace",
  "pay",
  "ranked",
  "rankedSites",
  "list_posting_events",
  "list_opportunity_events",
  "list_import_rows",
  "people",
  // What lies in the trash, by its tags.
  "tags",
];

test("reads every list through an index, and sorts no growing table", async () => {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "Board" });
  const posting = await createPosting(actor, { job_site_id: site.id });
  const tag = await createTag(actor, { name: "dream" });
  await changeTags(actor, { kind: "job_posting", id: posting.id }, { add: [tag.id] });
  const table = (filter: object) => searchPostings(actor, postingFilter.parse(filter));
  const sites = (filter: object) => searchSites(actor, siteFilter.parse(filter));
  const opportunities = (filter: object) =>
    searchOpportunities(actor, opportunityFilter.parse(filter));
  const reads: Record<string, () => Promise<unknown>> = {
    table: () => table({}),
    byCompany: () => table({ sort: "company_name" }),
    byTitle: () => table({ sort: "posting_title" }),
    byStatus: () => table({ sort: "posting_status" }),
    since: () => table({ since: "2026-01-01" }),
    tagged: () => table({ tag: [tag.id], not_tag: [tag.id], show: "waiting" }),
    taggedSearch: () => table({ tag: tag.id, q: "x", sort: "company_name" }),
    taggedOpportunities: () => opportunities({ tag: tag.id }),
    taggedContacts: () => searchContacts(actor, contactFilter.parse({ not_tag: tag.id })),
    tags: () => countedTags(actor),
    tagsOfPosting: () => tagsOf(actor, { kind: "job_posting", id: posting.id }),
    search: () => table({ q: "x", status: "3 - Rejected", sort: "company_name" }),
    ranked: () => table({ q: "x y" }),
    rankedSites: () => sites({ q: "x" }),
    searchAll: () => searchAll(actor, "x"),
    usedStatuses: () => usedStatuses(actor),
    siteNames: () => siteNames(actor),
    siteOfCaptured: () =>
      siteOf(actor, { posting_url_full: "https://larch.example/1", posting_url_domain: "" }),
    sites: () => sites({}),
    sitesByRating: () => sites({ sort: "rating" }),
    sitesByVisit: () => sites({ sort: "last_visited_at" }),
    opportunities: () => opportunities({}),
    openOpportunities: () => opportunities({ show: "active" }),
    opportunitiesByTitle: () => opportunities({ sort: "job_title" }),
    opportunitiesByRecruiter: () => opportunities({ sort: "recruiter_name" }),
    opportunitiesByStatus: () => opportunities({ sort: "opportunity_status" }),
    contacts: () => searchContacts(actor, contactFilter.parse({})),
    contactsByCompany: () => searchContacts(actor, contactFilter.parse({ sort: "company" })),
    contactsBySpoken: () =>
      searchContacts(actor, contactFilter.parse({ sort: "last_contacted_at" })),
    people: () => peopleOf(actor, { column: "job_posting_id", id: posting.id }),
    trash: () => pageOfTrash(actor, trashFilter.parse({})),
    trashOfSite: () => pageOfTrash(actor, trashFilter.parse({ site: site.id })),
    events: () => listEvents(actor, "job_posting", posting.id),
    snapshots: () => listSnapshots(actor, posting.id),
    snapshot: () => getSnapshot(actor, posting.id, 1).catch(() => {}),
    latestSnapshot: () => latestSnapshot(actor, posting.id),
    lastChecked: () => lastChecked(actor, posting.id),
    followUps: () => searchFollowUps(actor, followUpFilter.parse({})),
    openFollowUps: () => searchFollowUps(actor, followUpFilter.parse({ show: "open" })),
    followUpsOfPosting: () => openFollowUps(actor, { field: "job_posting_id", id: posting.id }),
    today: () => todayQueue(actor),
    comingUp: () => comingUp(actor, now()),
    calendar: () => plannedBetween(actor, "2026-11-30", "2027-01-03"),
    openSubjects: () => openSubjects(actor),
    dashboard: () => dashboard(actor),
    frame: () => getShellData(actor),
    pace: () => pace(actor, "2024-01-01"),
    pay: () => pay(actor, "2024-01-01", "place"),
  };
  for (const { id, list } of operations) {
    if (!list) continue;
    reads[id] = () => list.all(actor, posting.id);
  }
  const slow: Record<string, string[]> = {};
  // The last terms of an order only part rows of one moment.
  for (const [name, read] of Object.entries(reads)) {
    // What is due and what comes are few, as are the follow-ups of one thing.
    // The dashboard sorts the few that are active, and the weeks it counts; reports, what they group; the API, the
    // events of one thing and the rows of one import; a page, the contacts of one thing. What was found is sorted by how well it fits.
    const sorts = sorting.includes(name) ? undefined : /TEMP B-TREE FOR (?!LAST)/;
    const bad = (await plansOf(read)).filter((step) => growing.test(step) || sorts?.test(step));
    if (bad.length > 0) slow[name] = bad;
  }
  expect(slow).toEqual({});
});

test("walks a board's columns by the index of their order, and sorts no cards", async () => {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "Board" });
  await createPosting(actor, { job_site_id: site.id });
  await createOpportunity(actor, { ...blankOpportunity(), job_title: "Baker" });
  const of = (filter: object) => ({
    kind: "job_posting" as const,
    filter: postingFilter.parse(filter),
  });
  const reads: Record<string, () => Promise<unknown>> = {
    byWait: () => board(actor, of({})),
    byName: () => board(actor, of({ order: "name" })),
    byStatus: () => board(actor, of({ by: "status", order: "newest" })),
    byStage: () => board(actor, of({ by: "stage" })),
    next: () => nextCards(actor, of({}), "waiting", [now(), 1]),
    opportunities: () =>
      board(actor, { kind: "email_opportunity", filter: opportunityFilter.parse({}) }),
  };
  const slow: Record<string, string[]> = {};
  // What comes next is grouped by the few cards that are shown.
  for (const [name, read] of Object.entries(reads)) {
    const plans = await plansOf(read);
    const bad = plans.filter((step) => growing.test(step) || /TEMP B-TREE FOR ORDER BY/.test(step));
    const walks = plans.some((step) =>
      /USING (COVERING )?INDEX (job_posting_(applied|company)|email_opportunity_received) /.test(
        step,
      ),
    );
    if (bad.length > 0 || !walks) slow[name] = bad;
  }
  expect(slow).toEqual({});
});

test("narrows and sorts one person's rows by an index, whatever the list is asked for", async () => {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "Board" });
  const posting = await createPosting(actor, { job_site_id: site.id, pay_range: "€90k" });
  const filters = { pay: 9, waiting: 14, place: "Remote", employment: "Contract", stage: "Offer" };
  const reads = new Map<string, () => Promise<unknown>>();
  for (const sort of postingSorting.sorts) {
    const filter = postingFilter.parse({ ...filters, sort });
    reads.set(`postings by ${sort}`, () => searchPostings(actor, filter));
    reads.set(`neighbours by ${sort}`, () => postingNeighbours(actor, filter, posting.id));
  }
  for (const sort of opportunitySorting.sorts) {
    const filter = opportunityFilter.parse({ waiting: 14, place: "Remote", sort });
    reads.set(`opportunities by ${sort}`, () => searchOpportunities(actor, filter));
    reads.set(`opportunities beside by ${sort}`, () => opportunityNeighbours(actor, filter, 1));
  }
  const next = { id: posting.id, status: "5 - Saved", deadline: null, waiting: null };
  reads.set("next steps", () => nextSteps(actor, "job_posting", [next]));
  reads.set("views", () => openList(actor, "job_posting", {}));
  const slow: Record<string, string[]> = {};
  for (const [name, read] of reads) {
    const bad = (await plansOf(read)).filter((step) => growing.test(step));
    if (bad.length > 0) slow[name] = bad;
  }
  expect(slow).toEqual({});
});

test("reads the calendar's span alone, each kind by its index", async () => {
  const actor = await newActor();
  const plans = await plansOf(() => plannedBetween(actor, "2026-11-30", "2027-01-03"));
  expect(plans).toEqual(
    expect.arrayContaining([
      expect.stringMatching(
        /USING INDEX interview_start \(user_id=\? AND starts_at>\? AND starts_at<\?\)/,
      ),
      expect.stringMatching(/USING INDEX follow_up_due \(user_id=\? AND due_on<\?\)/),
    ]),
  );
});

test("finds duplicates by a key each, and reads the rows that share one by their ids", async () => {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "Board" });
  const text = jobs.backend;
  const baker = { company_name: "Larch", posting_title: "Baker", job_description: text };
  await createPosting(actor, { job_site_id: site.id, ...baker });
  const url = "https://larch.example/jobs/12";
  const sought = advertOf({ at: "Larch", title: "Baker", url, text });
  expect(await findDuplicates(actor, sought)).toHaveLength(1);
  const plans = await plansOf(() => findDuplicates(actor, sought));
  expect(plans.filter((step) => growing.test(step))).toEqual([]);
  const keys = plans.filter((step) => /duplicate_key/.test(step));
  // One look-up each: the link, the title's word at the company, and the text.
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter((step) => !/PRIMARY KEY \(user_id=\? AND key=\?\)/.test(step))).toEqual([]);
  expect(plans).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/SEARCH t USING INDEX job_posting_live \(user_id=\? AND id=\?\)/),
      expect.stringMatching(/SEARCH d USING PRIMARY KEY \(user_id=\? AND kind=\? AND row_id=\?\)/),
    ]),
  );
});

test("gathers a company by its spellings, and what is its by their names", async () => {
  const actor = await newActor();
  const posting = await createPosting(actor, { site_name: "Board", company_name: "Larch Inc." });
  const { key } = await getCompany(actor, "Larch");
  const slow: Record<string, string[]> = {};
  const reads: Record<string, () => Promise<unknown>> = {
    company: () => getCompany(actor, "Larch"),
    record: () => companyRecord(actor, key),
    things: () => thingsOfCompany(actor, key),
    past: () => pastOf(actor, "job_posting", [{ id: posting.id, name: "Larch Inc." }]),
    flag: () => flaggedAmong(actor, ["Larch"]),
    list: () => listCompanies(actor, { limit: 50 }),
    tagged: () => listCompanies(actor, { limit: 50, tag: [1], not_tag: [2] }),
  };
  const scans = /\bSCAN (company\w*|a|s|t|p|f|i|l|c|job_\w+|email_\w+|contact\w*)\b(?!.*USING)/;
  for (const [name, read] of Object.entries(reads)) {
    const plans = await plansOf(read);
    const bad = plans.filter((step) => scans.test(step));
    if (bad.length > 0) slow[name] = bad;
    if (name !== "record") continue;
    expect(plans).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /SEARCH s USING .*company_spelling_key \(user_id=\? AND company_key=\?\)/,
        ),
        expect.stringMatching(
          /SEARCH t USING .*job_posting_company \(user_id=\? AND company_name=\?\)/,
        ),
        expect.stringMatching(
          /SEARCH t USING .*job_posting_hiring \(user_id=\? AND hiring_company=\?\)/,
        ),
        expect.stringMatching(/SEARCH f USING .*PRIMARY KEY|SEARCH f USING INDEX sqlite_autoindex/),
      ]),
    );
  }
  expect(slow).toEqual({});
});

test("filters, searches and sorts the API's lists without reading other people's rows", async () => {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "Board" });
  const posting = await createPosting(actor, { job_site_id: site.id });
  const slow: Record<string, string[]> = {};
  for (const { id, list, access } of operations) {
    // An admin's list of everybody is nobody's own.
    if (!list || access === "admin-first") continue;
    const names = list.fields.fields.map(([name]) => name).filter((name) => name !== "user");
    const queries = names.flatMap((name) => [`ordering=-${name}`, `${name}__isnull=true`]);
    for (const query of ["limit=5", "search=x", ...queries]) {
      const read = () => listPage(list, actor, new URLSearchParams(query), posting.id);
      // A field that such a list cannot be ordered by is refused.
      const plans = await plansOf(() => read().catch(() => list.all(actor, posting.id)));
      const bad = plans.filter((step) => growing.test(step));
      if (bad.length > 0) slow[`${id} ${query}`] = bad;
    }
  }
  expect(slow).toEqual({});
});
