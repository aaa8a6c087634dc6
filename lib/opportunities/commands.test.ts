import { describe, expect, test } from "vitest";
import { jobPosting, jobSite } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { Invalid, NotFound } from "../errors.ts";
import { listEvents } from "../events/queries.ts";
import { deletePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { createSite } from "../sites/commands.ts";
import { getSite } from "../sites/queries.ts";
import { freshDatabase, liveRows, newActor } from "../testing.ts";
import { purge } from "../trash/commands.ts";
import { createOpportunity, deleteOpportunity, turnOpportunity } from "./commands.ts";
import {
  getOpportunity,
  opportunityOfPosting,
  searchOpportunities,
  turnedPosting,
} from "./queries.ts";
import { opportunityFilter, turnInput } from "./schema.ts";
import { postingStatusOf } from "./values.ts";

freshDatabase();

const comments = [{ comment_type: "Note", comment_content: "<p>Kind voice</p>", free: [1] }];

async function offered(more: object = {}) {
  const actor = await newActor();
  const made = await createOpportunity(actor, {
    job_title: "Beekeeper",
    opportunity_status: "5 - Showed Opportunity Interest",
    recruiter_name: "Rhea",
    recruiter_company: "Hive Staffing",
    employment_type: "Contract",
    location_type: "In Office",
    location_city: "Lisbon",
    job_description: "<p>Bees</p>",
    comments,
    ...more,
  });
  return { actor, opportunity: await getOpportunity(actor, made.id) };
}

const choice = (more: object = {}) =>
  turnInput("Europe/Berlin").parse({
    company_name: "Meadow Ltd",
    posting_title: "Beekeeper",
    posting_status: "1 - Actively Engaged",
    applied_at: "2026-03-14T09:00",
    site_name: "",
    ...more,
  });

const nothingIsThere = async (actor: Actor) => {
  expect(await liveRows(jobPosting, actor)).toEqual([]);
  expect(await liveRows(jobSite, actor)).toEqual([]);
};

describe("turning an opportunity into a posting", () => {
  test("copies what it knows, ties the two, and logs it on both", async () => {
    const { actor, opportunity } = await offered();
    const id = await turnOpportunity(actor, opportunity, choice());
    expect(await getPosting(actor, id)).toMatchObject({
      company_name: "Meadow Ltd",
      posting_status: "1 - Actively Engaged",
      applied_at: "2026-03-14T08:00:00.000000Z",
      employment_type: "Contract",
      location_type: "In Office",
      location_city: "Lisbon",
      job_description: "<p>Bees</p>",
      comments,
    });
    expect((await liveRows(jobSite, actor)).map((site) => site.site_name)).toEqual(["Recruiters"]);
    const after = await getOpportunity(actor, opportunity.id);
    expect(await turnedPosting(actor, after)).toMatchObject({ id, deleted_at: null });
    expect(await opportunityOfPosting(actor, id)).toMatchObject({ id: opportunity.id });
    const [onOpportunity] = await listEvents(actor, "email_opportunity", opportunity.id);
    expect(onOpportunity).toMatchObject({ kind: "turned", to_value: "Meadow Ltd, Beekeeper" });
    const kinds = (await listEvents(actor, "job_posting", id)).map((event) => event.kind);
    expect(kinds.sort()).toEqual(["applied", "created", "turned"]);
  });

  test("is saved where no day of application is given, and applied where one is", async () => {
    const { actor, opportunity } = await offered();
    expect(postingStatusOf(opportunity.opportunity_status)).toBe("5 - Saved");
    const saved = { posting_status: "5 - Saved", applied_at: "" };
    const id = await turnOpportunity(actor, opportunity, choice(saved));
    expect(await getPosting(actor, id)).toMatchObject({
      posting_status: "5 - Saved",
      applied_at: null,
    });
    const kinds = (await listEvents(actor, "job_posting", id)).map((event) => event.kind);
    expect(kinds.sort()).toEqual(["created", "turned"]);
    expect(choice({ posting_status: "5 - Saved" })).toMatchObject({
      posting_status: "4 - No Response",
    });
    expect(() => choice({ applied_at: "" })).toThrow("When did you apply?");
  });

  test.each([
    ["6 - Opportunity Ignored", "5 - Saved"],
    ["3 - Right to Represent Signed", "5 - Saved"],
    ["2.7 - Right to Represent Ignored", "5 - Saved"],
    ["2.5 - Interviewed then Ignored", "2.4 - Post Interview Silence"],
    ["2.3 - Rejected", "3 - Rejected"],
    ["2 - Awaiting Feedback", "2 - Awaiting Feedback"],
    ["1 - Actively Engaged", "1 - Actively Engaged"],
    ["Something else", "5 - Saved"],
  ])("offers what its status means: %s is %s", (status, offeredStatus) => {
    expect(postingStatusOf(status)).toBe(offeredStatus);
  });

  test("goes to the chosen site", async () => {
    const { actor, opportunity } = await offered({ comments: null, job_description: null });
    const site = await createSite(actor, { site_name: "Board" });
    const id = await turnOpportunity(actor, opportunity, choice({ site_name: "BOARD" }));
    const posting = await getPosting(actor, id);
    expect(posting).toMatchObject({ job_site_id: site.id, comments: null, job_description: "" });
    expect((await liveRows(jobSite, actor)).length).toBe(1);
  });

  test("happens once, however often it is asked for at the same time", async () => {
    const { actor, opportunity } = await offered();
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => turnOpportunity(actor, opportunity, choice())),
    );
    expect(tries.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    expect((await liveRows(jobPosting, actor)).length).toBe(1);
    expect((await liveRows(jobSite, actor)).length).toBe(1);
    await expect(turnOpportunity(actor, opportunity, choice())).rejects.toThrow(Invalid);
  });

  test("never goes to another person's site, nor out of the trash", async () => {
    const { actor, opportunity } = await offered();
    const stranger = await newActor();
    await createSite(stranger, { site_name: "Recruiters" });
    await deleteOpportunity(actor, opportunity);
    await expect(turnOpportunity(actor, opportunity, choice())).rejects.toThrow(NotFound);
    await nothingIsThere(actor);
    const other = await offered();
    const id = await turnOpportunity(other.actor, other.opportunity, choice());
    const { job_site_id } = await getPosting(other.actor, id);
    expect((await getSite(other.actor, job_site_id)).site_name).toBe("Recruiters");
    expect(await liveRows(jobPosting, stranger)).toEqual([]);
  });

  test("can be done again only after its posting is gone for good", async () => {
    const { actor, opportunity } = await offered();
    const id = await turnOpportunity(actor, opportunity, choice());
    await deletePosting(actor, await getPosting(actor, id));
    await expect(turnOpportunity(actor, opportunity, choice())).rejects.toThrow(Invalid);
    await purge(actor, "job_posting", id);
    const again = await getOpportunity(actor, opportunity.id);
    expect(await turnedPosting(actor, again)).toBeUndefined();
    expect(await turnOpportunity(actor, again, choice())).not.toBe(id);
  });
});

describe("the opportunities table", () => {
  test("shows what is open, or all, sorted and searched", async () => {
    const { actor } = await offered();
    const more = { recruiter_name: "Abe", recruiter_company: "", job_title: "Cook" };
    await createOpportunity(actor, { ...more, opportunity_status: "6 - Opportunity Ignored" });
    const titles = async (filter: object) =>
      (await searchOpportunities(actor, opportunityFilter.parse(filter))).rows.map(
        (row) => row.job_title,
      );
    expect(await titles({ show: "active" })).toEqual(["Beekeeper"]);
    expect(await titles({ show: "all", sort: "recruiter_name" })).toEqual(["Cook", "Beekeeper"]);
    expect(await titles({ show: "all", q: "hive" })).toEqual(["Beekeeper"]);
    const stranger = await newActor();
    expect(await searchOpportunities(stranger, opportunityFilter.parse({}))).toEqual({
      rows: [],
      total: 0,
      words: [],
    });
  });
});
