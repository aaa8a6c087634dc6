import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { user } from "../../db/schema/accounts.ts";
import { event, jobPosting } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { operations } from "../api.ts";
import { addDays, localDay, today, toStored } from "../dates.ts";
import { apiOf, tokenOf } from "../http/testing.ts";
import { commitBatch } from "../imports/commit.ts";
import { getBatch } from "../imports/queries.ts";
import { stageFile } from "../imports/staging/stage.ts";
import { withFile } from "../imports/testing.ts";
import { changeStatus, createPosting, deletePosting, updatePosting } from "../postings/commands.ts";
import { postingKind } from "../postings/kind.ts";
import { getPosting, searchPostings } from "../postings/queries.ts";
import { postingFilter, postingForm } from "../postings/schema.ts";
import { postingViews } from "../postings/values.ts";
import { undoStatusChange } from "../records/commands.ts";
import { createSite } from "../sites/commands.ts";
import { postingStatuses, stages } from "../statuses/documented.ts";
import { actorNamed, freshDatabase } from "../testing.ts";
import { dashboard } from "./dashboard/queries.ts";
import { applicationsPerWeek, applicationWeeks } from "./documented/queries.ts";
import { appliedPerMonth, searchApplied } from "./insights/applied.ts";
import { tableView } from "./insights/schema.ts";

process.env.TIME_ZONE = "America/New_York";
freshDatabase();
const send = apiOf(operations);

/** A small seeded generator (mulberry32), so that the hunt is wild and each time the same. */
function generator(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = generator(20_261_130);
const chance = (share: number) => random() < share;
const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
const day = (most = 200) => localDay(toStored(Date.now() - random() * most * 86_400_000), "UTC");
const zones = ["America/New_York", "Asia/Tokyo", "Pacific/Auckland", "Pacific/Pago_Pago"];
const own = {
  "Reading list": "saved",
  "Chasing them": "waiting",
  "Take-home": "engaged",
  "Verbal offer": "offer",
  "Not for me": "closed",
  "They said no": "rejected",
} as const;
const ownStatuses = Object.keys(own) as (keyof typeof own)[];
const statuses = [...postingStatuses, ...ownStatuses, "7 - On my desk"];
const since = "2001-01-01";

let token = "";
let hunter: Actor;

beforeAll(async () => {
  token = await tokenOf(send, "hunter");
  hunter = await actorNamed("hunter");
  const site = await createSite(hunter, { site_name: "Board" });
  // Made while the hunt goes on, and not all of a kind from the beginning.
  const make = (text: keyof typeof own, kind: string = own[text]) =>
    send("POST", "/api/status/", { token, json: { subject: "posting", text, kind } });
  for (const text of ownStatuses.slice(0, 4)) expect((await make(text)).status).toBe(201);
  const changing = (await make("Not for me", "engaged")).body as { id: number };
  for (let i = 0; i < 120; i++) {
    const clock = pick(["T00:10:00Z", "T12:00:00Z", "T23:50:00Z"]);
    const json = {
      job_site_id: site.id,
      job_description: "made over the API",
      ...(chance(0.9) ? { posting_status: pick(statuses) } : {}),
      applied_at: `${day()}${clock}`,
      interviewed_at: chance(0.15) ? `${day()}${clock}` : null,
      rejected_at: chance(0.15) ? `${day()}${clock}` : null,
      rejected_after_stage: chance(0.2) ? pick(stages) : "None",
    };
    const made = await send("POST", "/api/job_posting/", { token, json });
    expect(made.status, made.text).toBe(201);
  }
  for (let i = 0; i < 40; i++) {
    const form = postingForm(hunter.time_zone).parse({
      posting_status: pick([...postingStatuses, ...ownStatuses]),
      ...(chance(0.8) ? { applied_at: pick([day(), `${day()}T21:30`]) } : {}),
      ...(chance(0.1) ? { rejected_at: day() } : {}),
    });
    await createPosting(hunter, { ...form, job_site_id: site.id });
  }
  const words = ["Applied", "Rejected", "Interview", "Offer", "Withdrawn", "No response", "Saved"];
  const rows = Array.from({ length: 30 }, (_, i) =>
    [
      `Firm ${i}`,
      `Role ${i}`,
      chance(0.85) ? day() : "",
      pick(words),
      chance(0.2) ? day() : "",
    ].join(),
  );
  const list = `Company,Position,Date Applied,Status,Rejected on\n${rows.join("\n")}`;
  const staged = await withFile(list, (path) => stageFile(hunter, path, "hunt.csv", {}));
  if (!("id" in staged)) throw new Error("the file was not staged");
  await commitBatch(hunter, await getBatch(hunter, staged.id), {
    attention: true,
    duplicates: true,
  });

  // What happens to them later: clicks, some of them taken back, dates that come and go, and the trash.
  for (const { id } of await getDb().select({ id: jobPosting.id }).from(jobPosting)) {
    while (chance(0.35)) {
      const change = await changeStatus(
        hunter,
        await getPosting(hunter, id),
        pick([...postingStatuses, ...ownStatuses]),
      );
      if (chance(0.2)) await undoStatusChange(postingKind, hunter, id, change);
    }
    if (chance(0.1)) {
      await updatePosting(hunter, await getPosting(hunter, id), {
        [pick(["interviewed_at", "rejected_at"])]: pick([null, `${day()}T12:00:00.000000Z`]),
      });
    }
    if (chance(0.1)) await deletePosting(hunter, await getPosting(hunter, id));
  }
  await make("They said no");
  const headers = { "content-type": "application/merge-patch+json" };
  const json = { kind: "closed" };
  const changed = await send("PATCH", `/api/status/${changing.id}`, { token, json, headers });
  expect(changed.status).toBe(204);
}, 120_000);

type Row = typeof jobPosting.$inferSelect;
type Log = (typeof event.$inferSelect)[];

const standing: Record<string, string> = {
  "Reading list": "5 - Saved",
  "Chasing them": "4 - No Response",
  "Take-home": "1 - Actively Engaged",
  "Verbal offer": "0.5 - Offer",
  "Not for me": "3.5 - Withdrawn",
  "They said no": "3 - Rejected",
};
const silent = ["5 - Saved", "4 - No Response", "3.5 - Withdrawn", ""];
const beyond = stages.slice(1) as readonly string[];

/** Whether anything in a posting's log, or the posting itself, says that the other side answered. */
function isAnswered(row: Row, log: Log): boolean {
  if (row.posting_status === "5 - Saved") return false;
  const lastReset = log.findLastIndex(
    ({ kind, to_value }) =>
      kind === "status" && ["5 - Saved", "4 - No Response"].includes(to_value ?? "-"),
  );
  const said = log.slice(lastReset + 1).some(({ kind, to_value }) => {
    if (kind === "rejected") return row.rejected_at !== null;
    return ["status", "created", "imported"].includes(kind) && !silent.includes(to_value ?? "");
  });
  const stagesReached = [
    row.rejected_after_stage,
    ...log.filter((e) => e.kind === "stage").map((e) => e.to_value),
  ];
  return (
    said ||
    !silent.includes(row.posting_status) ||
    row.interviewed_at !== null ||
    log.some(({ kind }) => kind === "interview") ||
    stagesReached.some((stage) => beyond.includes(stage ?? ""))
  );
}

/** The hunt counted one posting at a time. */
async function naive() {
  const rows = await getDb().select().from(jobPosting).orderBy(jobPosting.id);
  const stands = (text: string | null) => (text === null ? null : (standing[text] ?? text));
  const log = (await getDb().select().from(event).orderBy(event.id)).map((one) => ({
    ...one,
    to_value: stands(one.to_value),
  }));
  const live = rows
    .map((row) => ({ ...row, posting_status: stands(row.posting_status) ?? "" }))
    .filter((row) => row.deleted_at === null)
    .map((row) => {
      const its = log.filter((one) => one.job_posting_id === row.id);
      return { ...row, answered: isAnswered(row, its), log: its };
    });
  const is = (...wanted: string[]) => live.filter((row) => wanted.includes(row.posting_status));
  const waits = is("4 - No Response", "");
  const refused = (row: (typeof live)[number]) =>
    row.rejected_at !== null &&
    row.log.findLastIndex(({ kind }) => kind === "rejected") >
      row.log.findLastIndex(
        ({ kind, to_value }) =>
          kind === "status" && ["5 - Saved", "4 - No Response"].includes(to_value ?? "-"),
      );
  const open = [...postingStatuses.filter((status) => !/^(2\.|3)/.test(status)), ""];
  const applied = live.filter(
    (row) => row.posting_status !== "5 - Saved" && row.applied_at !== null,
  );
  return {
    groups: {
      all: live,
      active: [
        ...is("2 - Awaiting Feedback", "1 - Actively Engaged", "0.5 - Offer"),
        ...waits.filter((row) => row.answered && !refused(row)),
      ],
      saved: is("5 - Saved"),
      waiting: waits.filter((row) => !row.answered),
      accepted: is("0 - Offer Accepted"),
      closed: [
        ...live.filter((row) => !open.includes(row.posting_status)),
        ...waits.filter((row) => row.answered && refused(row)),
      ],
    },
    applied,
    answered: applied.filter((row) => row.answered),
    inTalks: applied.filter(
      (row) => !["4 - No Response", "3 - Rejected"].includes(row.posting_status),
    ),
  };
}

const get = async (path: string) => (await send("GET", path, { token })).body;
const sum = <T>(rows: readonly T[], count: (row: T) => number) =>
  rows.reduce((total, row) => total + count(row), 0);

test("the hunt has something of everything", async () => {
  const { groups, answered, applied } = await naive();
  for (const rows of Object.values(groups)) expect(rows.length).toBeGreaterThan(3);
  const odd = groups.active.filter((row) => ["4 - No Response", ""].includes(row.posting_status));
  expect(odd.length).toBeGreaterThan(0);
  const imported = answered.filter((row) => row.log[0]?.kind === "imported");
  expect(imported.some((row) => row.posting_status === "3 - Rejected")).toBe(true);
  expect(applied.length).toBeGreaterThan(answered.length);
});

describe.each(zones)("in %s", (time_zone) => {
  const actor = () => ({ ...hunter, time_zone });
  beforeAll(async () => {
    await getDb().update(user).set({ time_zone }).where(eq(user.id, hunter.user_id));
  });

  test("the list's chips, Today and the pipeline part the postings into the same groups", async () => {
    const { groups } = await naive();
    const counts = Object.fromEntries(
      Object.entries(groups).map(([name, rows]) => [name, rows.length]),
    );
    const page = (show: string, number: number) =>
      searchPostings(actor(), postingFilter.parse({ show, rows: 100, page: number }));
    for (const show of postingViews) {
      const { views, total, rows } = await page(show, 1);
      for (let number = 2; rows.length < total; number++) {
        rows.push(...(await page(show, number)).rows);
      }
      expect(views).toEqual(counts);
      expect(total).toBe(groups[show].length);
      const ids = groups[show].map(({ id }) => id).sort((a, b) => a - b);
      expect(rows.map(({ id }) => id).sort((a, b) => a - b)).toEqual(ids);
    }
    const { all, ...parts } = counts;
    expect(sum(Object.values(parts), (n) => n)).toBe(all);
    const { counts: kinds } = (await get("/api/insights/pipeline")) as {
      counts: Record<string, number>;
    };
    const { saved = 0, waiting = 0, engaged = 0, offer = 0, closed = 0, rejected = 0 } = kinds;
    expect({ saved, waiting }).toEqual({ saved: counts.saved, waiting: counts.waiting });
    expect(engaged + offer).toBe((counts.active ?? 0) + (counts.accepted ?? 0));
    expect(closed + rejected).toBe(counts.closed);
    expect((await dashboard(actor())).postings.total).toBe(counts.active);
    expect(await get(`/api/insights/funnel?since=${since}`)).toMatchObject({ saved });
  });

  test("every report and insight counts the same applications and answers", async () => {
    const { applied, answered, inTalks } = await naive();
    const [all, met] = [applied.length, answered.length];
    const insight = (name: string) => get(`/api/insights/${name}since=${since}`);
    type Counted = { applications: number; answered: number };
    const { stages: steps } = (await insight("funnel?")) as {
      stages: { stage: string; count: number }[];
    };
    expect(steps.slice(0, 2).map(({ count }) => count)).toEqual([all, met]);
    expect(await insight("waits?")).toMatchObject({ applications: all, answered: met });
    for (const by of ["site", "weekday", "place"]) {
      const rates = (await insight(`rates?by=${by}&`)) as {
        all: { applications: number; answered: { successes: number } };
        rows: { applications: number; answered: { successes: number } }[];
      };
      expect(rates.all).toMatchObject({ applications: all, answered: { successes: met } });
      expect(sum(rates.rows, (row) => row.applications)).toBe(all);
      expect(sum(rates.rows, (row) => row.answered.successes)).toBe(met);
    }
    const scores = (await insight("sites?")) as Counted[];
    expect(sum(scores, (row) => row.applications)).toBe(all);
    expect(sum(scores, (row) => row.answered)).toBe(met);
    const middle = addDays(today(time_zone), -60);
    const compared = (await get(`/api/insights/compare?first=${since}&second=${middle}`)) as {
      periods: { applications: number; rates: { answered: { successes: number } } }[];
    };
    expect(sum(compared.periods, (period) => period.applications)).toBe(all);
    expect(sum(compared.periods, (period) => period.rates.answered.successes)).toBe(met);
    const pace = (await insight("pace?")) as { applications: number; ahead: number };
    expect(pace.applications + pace.ahead).toBe(all);

    expect(sum(await applicationWeeks(actor(), since), (week) => week.week_count)).toBe(all);
    expect(sum(await applicationsPerWeek(actor(), since), (week) => week.week_count)).toBe(all);
    expect(sum(await appliedPerMonth(actor(), since), (month) => month.count)).toBe(all);
    expect((await searchApplied(actor(), since, tableView.parse({}))).total).toBe(all);
    const report = (await get(`/api/report/perSite/${since}`)) as {
      report_data: { site_count: number }[];
    };
    expect(sum(report.report_data, (row) => row.site_count)).toBe(all);

    const said = await dashboard(actor(), 8, 60);
    expect(said.spans[0]).toMatchObject({ applied: all, answered: met, in_talks: inTalks.length });
    expect(sum(said.weeks, (week) => week.applied)).toBe(all);
    expect(sum(said.weeks, (week) => week.answered)).toBe(met);
  });

  test("the days are the days, whatever counts them, and the documented dashboard is as it was", async () => {
    const { applied, inTalks } = await naive();
    const dayOf = (row: Row) => localDay(row.applied_at ?? "", time_zone);
    const from = addDays(today(time_zone), -40);
    const later = applied.filter((row) => dayOf(row) >= from);
    const listed = (await get(`/api/report/postingsAppliedSince/${from}`)) as {
      report_data: { applied_at: string }[];
    };
    expect(listed.report_data.map((row) => row.applied_at)).toEqual(later.map(dayOf));
    const to = today(time_zone);
    const proved = (await get(`/api/insights/proof?from=${from}&to=${to}&replies=no`)) as {
      lines: { id: number; date: string }[];
    };
    const dates = new Map(
      later.filter((row) => dayOf(row) <= to).map((row) => [row.id, dayOf(row)]),
    );
    expect(new Map(proved.lines.map(({ id, date }) => [id, date]))).toEqual(dates);
    await send("PUT", "/api/custom_user/update/", {
      token,
      json: { dashboard_first_date: `${since}T12:00`, dashboard_second_date: `${from}T12:00` },
    });
    const [first, , second] = (await get("/api/dashboard/")) as Record<string, number>[];
    expect(first).toMatchObject({ total_count: applied.length, response_count: inTalks.length });
    expect(second?.total_count).toBe(later.length);
  });
});
