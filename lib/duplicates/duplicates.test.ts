import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { operations } from "../api.ts";
import { apiOf, type Send, tokenOf } from "../http/testing.ts";
import { about, jobs } from "../matching/pairs/texts.ts";
import { indexPending } from "../search/commands.ts";
import { freshDatabase } from "../testing.ts";
import { reasonOf } from "./words.ts";

process.env.JWT_SECRET = "a secret that only this test uses";
freshDatabase();

const send: Send = apiOf(operations);
const postings = "/api/job_posting/";
const opportunities = "/api/email_opportunity/";

type Candidate = { kind: string; id: number; reason: string };

async function hunter(name: string) {
  const token = await tokenOf(send, name);
  const site = await send("POST", "/api/job_site/", { token, json: { site_name: "Direct" } });
  const job_site_id = (site.body as { id: number }).id;
  const whole = { job_site_id, job_description: "-" };
  const post = (path: string, json: object) => send("POST", path, { token, json });
  const add = async (json: object) => {
    const got = await post(postings, { ...whole, ...json });
    expect(got.status).toBe(201);
    return (got.body as { id: number }).id;
  };
  const similar = async (json: object) => {
    const got = await post(`${postings}similar/`, json);
    expect(got.status).toBe(200);
    return (got.body as { candidates: Candidate[] }).candidates;
  };
  return { token, whole, post, add, similar };
}

const baker = { company_name: "Larch Foods GmbH", posting_title: "Baker (m/w/d)" };
const offer = {
  job_title: "Baker",
  opportunity_status: "5 - Showed Opportunity Interest",
  recruiter_name: "Robin Vale",
  recruiter_company: "Harbour Talent",
};

test("names what may be one job, with why, and writes nothing", async () => {
  const { add, similar, post, token } = await hunter("looker");
  const applied_at = new Date(Date.now() - 12 * 86_400_000).toISOString();
  const id = await add({ ...baker, applied_at, posting_url_domain: "Greenhouse" });
  await add({ company_name: "Larch Foods", posting_title: "Head baker" });
  await post(opportunities, {
    ...offer,
    email_received_at: applied_at,
    recruiter_company: "Larch",
  });
  const found = await similar({ company_name: "the Larch Foods", posting_title: "Baker, Bonn" });
  expect(found).toEqual([
    {
      kind: "job_posting",
      id,
      ...baker,
      applied_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      reason: "You applied here 12 days ago through Greenhouse",
    },
  ]);
  const { body } = await send("GET", `${postings}?limit=9`, { token });
  expect(body).toHaveLength(2);
  expect(await similar({})).toEqual([]);
  expect(await similar({ company_name: "Larch Foods" })).toEqual([]);
});

test("knows an agency's listing by its text, and an offer by whom it is for", async () => {
  const { add, similar, post } = await hunter("reader");
  await add({
    company_name: "Harbour Talent",
    posting_title: "Embedded developer",
    job_description: `<p>${jobs.embedded}</p><p>${about.harbour}</p>`,
  });
  const job_description = jobs.embedded;
  const direct = {
    company_name: "Larch Medical",
    posting_title: "Embedded Engineer",
    job_description,
  };
  expect(await similar(direct)).toMatchObject([
    { reason: "You applied for a job with this text today through Harbour Talent" },
  ]);
  const made = await post(opportunities, { ...offer, job_title: "Baker" });
  const { id } = made.body as { id: number };
  await send("PUT", `${opportunities}${id}/opening`, {
    token: await tokenOf(send, "reader"),
    json: { hiring_company: "Larch Foods" },
  });
  expect(await similar(baker)).toMatchObject([
    {
      kind: "email_opportunity",
      id,
      reason: "Robin Vale of Harbour Talent offered you this today",
    },
  ]);
});

test("follows every change: another title, the trash and back, nobody else's", async () => {
  const { add, similar, token, whole } = await hunter("changer");
  const id = await add(baker);
  const change = (json: object) =>
    send("PUT", `${postings}${id}`, { token, json: { ...whole, ...json } });
  await change({ ...baker, posting_title: "Accountant" });
  expect(await similar(baker)).toEqual([]);
  await change(baker);
  expect(await similar(baker)).toHaveLength(1);
  await send("DELETE", `${postings}${id}`, { token });
  expect(await similar(baker)).toEqual([]);
  await send("POST", `/api/trash/job_posting/${id}/restore`, { token });
  expect(await similar(baker)).toHaveLength(1);
  expect(await similar({ ...baker, job_posting_id: id })).toEqual([]);
  const stranger = await hunter("stranger");
  expect(await stranger.similar(baker)).toEqual([]);
});

test("guard=1 refuses a duplicate, and without it everything is as documented", async () => {
  const { add, post, whole } = await hunter("guarded");
  const id = await add(baker);
  const again = { ...whole, ...baker };
  const refused = await post(`${postings}?guard=1`, again);
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ detail: /./, candidates: [{ id }] });
  expect((await post(`${postings}?guard=0`, again)).status).toBe(201);
  expect((await post(postings, again)).status).toBe(201);
  const other = { ...whole, company_name: "Fern & Field", posting_title: "Nurse" };
  expect((await post(`${postings}?guard=1`, other)).status).toBe(201);
  expect((await post(`${postings}?guard=1`, {})).status).toBe(400);

  const mail = { ...offer, recruiter_company: "Larch Foods" };
  expect((await post(`${opportunities}?guard=1`, mail)).status).toBe(409);
  expect((await post(opportunities, mail)).status).toBe(201);
});

test("keeps nothing of rows that are gone", async () => {
  const { add, token } = await hunter("leaver");
  await add({ ...baker, job_description: jobs.warehouse });
  while ((await indexPending()) > 0);
  const kept = () =>
    getDb().all<{ n: number }>(sql`select count(*) as n from duplicate_key k
      where not exists (select 1 from job_posting p where p.id = k.row_id and k.kind = 0)
        and not exists (select 1 from email_opportunity o where o.id = k.row_id and k.kind = 2)`);
  expect(await kept()).toEqual([{ n: 0 }]);
  await getDb().run(sql`delete from job_posting`);
  while ((await indexPending()) > 0);
  expect(await kept()).toEqual([{ n: 0 }]);
  const [left] = await getDb().all(sql`select count(*) as n from duplicate_text where kind = 0`);
  expect(left).toEqual({ n: 0 });
  expect(token).toBeTruthy();
});

const found = {
  kind: "job_posting" as const,
  because: "title" as const,
  status: "4 - No Response",
  standing: "No response",
  applied_at: "2024-05-20T12:00:00.000000Z",
  created_at: "2024-05-19T12:00:00.000000Z",
  through: "",
  recruiter: "",
};

test.each([
  [{}, "You applied here 12 days ago"],
  [{ through: "Hays" }, "You applied here 12 days ago through Hays"],
  [{ applied_at: "2024-06-01T05:00:00.000000Z" }, "You applied here yesterday"],
  [{ applied_at: "2024-06-01T08:00:00.000000Z" }, "You applied here today"],
  [{ applied_at: "2024-01-02T12:00:00.000000d" }, "You applied here 5 months ago"],
  [{ applied_at: "2021-01-02T12:00:00.000000d" }, "You applied here 3 years ago"],
  [{ applied_at: null }, "You applied here before"],
  [
    { status: "3 - Rejected", standing: "Rejected", through: "Hays" },
    "You applied here 12 days ago through Hays: rejected",
  ],
  [{ status: "7 - HR silent", standing: "HR silent" }, "You applied here 12 days ago: HR silent"],
  [{ status: "5 - Saved", applied_at: null }, "You saved this 13 days ago"],
  [{ because: "text" as const }, "You applied for a job with this text 12 days ago"],
  [
    { kind: "email_opportunity" as const, recruiter: "Robin of Hays" },
    "Robin of Hays offered you this 12 days ago",
  ],
])("%j is said as %j", (differs, sentence) => {
  expect(reasonOf({ ...found, ...differs }, "America/Los_Angeles", "2024-06-01")).toBe(sentence);
});

test("a company that is marked is named under any spelling, and guard=1 says so", async () => {
  const { post, whole, similar, token } = await hunter("marker");
  const headers = { "content-type": "application/merge-patch+json" };
  const json = { do_not_apply: true, do_not_apply_why: "Twice silent" };
  const marked = await send("PATCH", "/api/company/Venn", { token, headers, json });
  expect(marked.status).toBe(204);
  const looked = await post(`${postings}similar/`, { company_name: "The Venn, Inc." });
  expect(looked.body).toEqual({
    candidates: [],
    do_not_apply: [
      {
        company_name: "Venn",
        do_not_apply_at: expect.any(String),
        do_not_apply_why: "Twice silent",
        reason: "You marked Venn “Do not apply again” today",
      },
    ],
  });
  const venn = { ...whole, company_name: "VENN GmbH", posting_title: "Baker" };
  const refused = await post(`${postings}?guard=1`, venn);
  expect([refused.status, refused.body]).toEqual([
    409,
    expect.objectContaining({
      detail:
        "You marked Venn “Do not apply again” today. Send it without guard=1 to add it all the same.",
    }),
  ]);
  expect((await post(postings, venn)).status).toBe(201);
  expect(await similar({ company_name: "Larch" })).toEqual([]);
});
