import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { openDriver } from "../../db/drivers/open.ts";
import { databaseLocation } from "../../db/location.ts";
import { operations } from "../api.ts";
import { apiOf, tokenOf } from "../http/testing.ts";
import { indexOwnChanges } from "../search/commands.ts";
import { actorNamed, freshDatabase } from "../testing.ts";
import { turnsDuring } from "../testing-cost.ts";

process.env.TIME_ZONE = "America/Los_Angeles";
freshDatabase();

const send = apiOf(operations);
let token = "";
let sites: number[] = [];

type Site = { site_name: string };
type Row = { id: number; company_name: string };

async function list(path: string) {
  const got = await send("GET", path, { token });
  expect(got.status, got.text).toBe(200);
  return { rows: got.body as Row[], link: got.headers.get("link") ?? "" };
}

const companies = async (path: string) => (await list(path)).rows.map((row) => row.company_name);

beforeAll(async () => {
  token = await tokenOf(send, "lister");
  const made = await Promise.all(
    ["One", "Two"].map((site_name) =>
      send("POST", "/api/job_site/", { token, json: { site_name } }),
    ),
  );
  sites = made.map(({ body }) => (body as { id: number }).id);
  const rows = ["delta", "Alpha", "charlie", "Bravo", "alpha"].map((company_name, i) => ({
    company_name,
    job_site_id: sites[i % 2],
    job_description: i === 2 ? "100% remote" : "an office",
    posting_status: i === 0 ? "1 - Actively Engaged" : "4 - No Response",
    applied_at: `2024-03-0${i + 1}T22:00:00-08:00`,
    time_spent: i === 4 ? null : i,
    rejected_at: i === 3 ? "2024-04-01T10:00:00" : null,
  }));
  for (const json of rows) await send("POST", "/api/job_posting/", { token, json });
});

describe("a list of thousands", () => {
  const total = 8_000;
  let owner = "";

  beforeAll(async () => {
    owner = await tokenOf(send, "collector");
    const { user_id } = await actorNamed("collector");
    const made = await send("POST", "/api/job_site/", { token: owner, json: {} });
    await getDb().run(sql`insert into job_posting (user_id, job_site_id, company_name)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < ${total})
      select ${user_id}, ${(made.body as { id: number }).id}, '<' || (i * 7919 % ${total}) || ' ] works' from n`);
    await indexOwnChanges(await actorNamed("collector"));
  });

  const whole = ["", "?x=1", "?ordering=-company_name", "?search=works"];

  // On a server the reading is another process's.
  test.skipIf(process.env.TEST_DATABASE).each(whole)(
    "leaves turns to others: %j",
    async (query) => {
      const path = `/api/job_posting/${query}`;
      let rows: Row[] = [];
      const work = async () => {
        const { body } = await send("GET", path, { token: owner });
        rows = body as Row[];
      };
      expect(await turnsDuring(work)).toBeGreaterThan(5);
      expect(rows).toHaveLength(total);
      const paged = await send("GET", `${path}${query ? "&" : "?"}limit=500`, { token: owner });
      expect(rows.slice(0, 500)).toEqual(paged.body);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(total);
    },
  );

  test.skipIf(process.env.TEST_DATABASE)("leaves turns to others in a long page", async () => {
    const path = "/api/job_posting/?limit=1000&search=works";
    expect(await turnsDuring(() => send("GET", path, { token: owner }))).toBeGreaterThan(5);
  });

  test("is the same in a browser", async () => {
    const headers = { accept: "text/html" };
    const [page, list] = await Promise.all([
      send("GET", "/api/job_posting/", { token: owner, headers }),
      send("GET", "/api/job_posting/", { token: owner }),
    ]);
    const shown = page.text.slice(page.text.indexOf("<pre>") + 5, -"</pre></html>".length);
    const text = shown.replaceAll("&lt;", "<").replaceAll("&quot;", '"');
    expect(text).toBe(JSON.stringify(list.body, null, 2));
  });
});

describe("a list", () => {
  test("is complete and by id when nothing is asked for", async () => {
    const all = ["delta", "Alpha", "charlie", "Bravo", "alpha"];
    expect(await companies("/api/job_posting/")).toEqual(all);
    expect(await companies("/api/job_posting/?nonsense=1&page=2")).toEqual(all);
    const { rows } = await list("/api/job_posting/");
    expect((await list("/api/job_posting/?x=1")).rows).toEqual(rows);
  });

  test("is filtered by up to 1,000 values of a field, and says so of more", async () => {
    const values = (count: number) => `company_name=alpha${"&company_name=x".repeat(count - 1)}`;
    expect(await companies(`/api/job_posting/?${values(1_000)}`)).toEqual(["alpha"]);
    const got = await send("GET", `/api/job_posting/?${values(1_001)}`, { token });
    expect(got.status).toBe(400);
    expect(got.body).toEqual({ company_name: ["Name at most 1000 values at once."] });
  });

  test.each([
    ["posting_status=1%20-%20Actively%20Engaged", ["delta"]],
    ["company_name=alpha&company_name=Bravo", ["Bravo", "alpha"]],
    ["time_spent__gte=1&time_spent__lt=3", ["Alpha", "charlie"]],
    ["time_spent__gte=2&time_spent__gte=3&time_spent__gte=9", ["charlie", "Bravo"]],
    ["time_spent__lt=1&time_spent__lt=2", ["delta", "Alpha"]],
    ["time_spent=1&time_spent=2&time_spent=7", ["Alpha", "charlie"]],
    ["company_name__lte=Alpha&company_name__lte=Bravo", ["Alpha", "Bravo"]],
    ["time_spent__isnull=true&time_spent__isnull=true", ["alpha"]],
    ["time_spent__isnull=true", ["alpha"]],
    ["rejected_at__isnull=0", ["Bravo"]],
    ["applied_at=2024-03-02", ["Alpha"]],
    ["applied_at__lte=2024-03-02", ["delta", "Alpha"]],
    ["applied_at__gt=2024-03-04", ["alpha"]],
    ["applied_at__gte=2024-03-05T22:00:00-08:00", ["alpha"]],
    ["search=100%25", ["charlie"]],
    ["search=ALPH", ["Alpha", "alpha"]],
    ["search=nowhere", []],
    ["search=%25", []],
    ["search=office+one", ["delta", "alpha"]],
    ["ordering=company_name", ["Alpha", "alpha", "Bravo", "charlie", "delta"]],
    ["ordering=-company_name", ["delta", "charlie", "Bravo", "alpha", "Alpha"]],
    ["ordering=-applied_at", ["alpha", "Bravo", "charlie", "Alpha", "delta"]],
    ["ordering=time_spent", ["alpha", "delta", "Alpha", "charlie", "Bravo"]],
  ])("answers ?%s", async (query, wanted) => {
    expect((await companies(`/api/job_posting/?${query}`)).sort()).toEqual([...wanted].sort());
    if (query.startsWith("ordering")) {
      expect(await companies(`/api/job_posting/?${query}`)).toEqual(wanted);
    }
  });

  test("can be read in pages, in any order, without losing or repeating a row", async () => {
    for (const ordering of [
      "id",
      "-id",
      "company_name",
      "-time_spent",
      "rejected_at",
      "-applied_at",
    ]) {
      const all = await companies(`/api/job_posting/?ordering=${ordering}`);
      const seen: string[] = [];
      let next: string | undefined = `/api/job_posting/?limit=2&ordering=${ordering}`;
      while (next) {
        const { rows, link } = await list(next);
        seen.push(...rows.map((row) => row.company_name));
        next = /<([^>]+)>; rel="next"/.exec(link)?.[1];
      }
      expect(seen).toEqual(all);
    }
  });

  test("puts those that are called so first, then the latest, in pages too", async () => {
    const other = await tokenOf(send, "searcher");
    const site = await send("POST", "/api/job_site/", { token: other, json: { site_name: "S" } });
    const { id: job_site_id } = site.body as { id: number };
    const rows = [
      ["amber one", "x"],
      ["two", "<p>the amber road</p>"],
      ["three", "amber"],
      ["Ambers four", "x"],
      ["five", "x"],
    ];
    for (const [company_name, job_description] of rows) {
      const json = { job_site_id, company_name, job_description };
      await send("POST", "/api/job_posting/", { token: other, json });
    }
    const seen: string[][] = [];
    let next: string | undefined = "/api/job_posting/?search=AMBER&limit=1";
    while (next) {
      const got = await send("GET", next, { token: other });
      seen.push((got.body as Row[]).map((row) => row.company_name));
      next = /<([^>]+)>; rel="next"/.exec(got.headers.get("link") ?? "")?.[1];
    }
    const ranked = ["Ambers four", "amber one", "three", "two"];
    expect(seen).toEqual(ranked.map((name) => [name]));
    const names = async (query: string) =>
      ((await send("GET", `/api/job_posting/?${query}`, { token: other })).body as Row[]).map(
        (row) => row.company_name,
      );
    expect(await names("search=amber")).toEqual(ranked);
    expect(await names("search=amber&ordering=id&company_name__gt=a")).toEqual([
      "amber one",
      "two",
      "three",
    ]);
  });

  test.each([
    ["limit=0", "limit"],
    ["limit=x", "limit"],
    ["limit=100000", "limit"],
    ["cursor=bm9uc2Vuc2U", "cursor"],
    ["ordering=password", "ordering"],
    ["ordering=posting_password", "ordering"],
    ["time_spent=soon", "time_spent"],
    ["applied_at__gte=yesterday", "applied_at__gte"],
    ["applied_at=2024-02-30", "applied_at"],
    ["rejected_at__isnull=maybe", "rejected_at__isnull"],
    [`search=${"x".repeat(201)}`, "search"],
  ])("refuses ?%s", async (query, field) => {
    const got = await send("GET", `/api/job_posting/?${query}`, { token });
    expect([got.status, Object.keys(got.body as object)]).toEqual([400, [field]]);
  });

  test("has pages under a site, of active postings, of sites and opportunities", async () => {
    expect(await companies(`/api/job_site/${sites[0]}/postings?limit=1`)).toEqual(["delta"]);
    expect(await companies("/api/job_posting/active/?limit=5")).toEqual(["delta"]);
    const none = await send("GET", "/api/job_posting/active/?company_name=x", { token });
    expect(none.status).toBe(204);
    expect((await list("/api/job_site/?limit=1&ordering=-site_name")).rows).toHaveLength(1);
    expect((await list("/api/email_opportunity/?limit=1")).rows).toEqual([]);
    expect((await list("/api/email_opportunity/active/?limit=1")).rows).toEqual([]);
    expect((await list("/api/custom_user/all/?limit=1")).rows).toHaveLength(1);
  });

  test("is nobody else's", async () => {
    const other = await tokenOf(send, "stranger");
    const got = await send("GET", "/api/job_posting/?limit=10", { token: other });
    expect(got.body).toEqual([]);
  });

  test("is never stale, whoever wrote", async () => {
    const first = () => companies("/api/job_posting/").then((names) => names[0]);
    expect([await first(), await first()]).toEqual(["delta", "delta"]);
    const elsewhere = openDriver(databaseLocation());
    await elsewhere.db.run(
      sql`update job_posting set company_name = 'written elsewhere' where company_name = 'delta'`,
    );
    elsewhere.close();
    expect(await first()).toBe("written elsewhere");
    const { rows } = await list("/api/job_posting/");
    const json = { job_site_id: sites[0], job_description: "d", company_name: "written here" };
    await send("PUT", `/api/job_posting/${rows[0]?.id}`, { token, json });
    expect(await first()).toBe("written here");
  });
});

describe("a long list", () => {
  test.each([500, 1_001])("of %i rows is complete, in order and each once", async (rows) => {
    const long = await tokenOf(send, `long${rows}`);
    const { body } = await send("GET", "/api/me/", { token: long });
    const { id } = body as { id: number };
    await getDb().run(sql`insert into job_site (user_id, site_name)
      with recursive series(n) as (select 1 union all select n + 1 from series where n < ${rows})
      select ${id}, 'Site ' || n from series`);
    const all = (await send("GET", "/api/job_site/", { token: long })).body as Site[];
    expect(all.map(({ site_name }) => site_name)).toEqual(
      Array.from({ length: rows }, (_, i) => `Site ${i + 1}`),
    );
  });
});
