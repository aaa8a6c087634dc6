import { describe, expect, test } from "vitest";
import { Forbidden, Invalid } from "../errors.ts";
import { parseInput } from "../fields.ts";
import { visitSite } from "../follow-ups/cadence.ts";
import { changedFields, initialHashes } from "../forms/initial-values.ts";
import { createPosting, deletePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { initialValues } from "../records/derive.ts";
import { decryptField } from "../secrets.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { createSite, updateSite } from "./commands.ts";
import { siteFields } from "./fields.ts";
import { getSite, searchSites } from "./queries.ts";
import { siteFilter, siteForm } from "./schema.ts";

freshDatabase();

const zone = "Europe/Berlin";

function sent(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

describe("the sites table", () => {
  test("counts each site's own postings, without those in the trash", async () => {
    const actor = await newActor();
    const sites = [];
    for (const site_name of ["beta", "Alpha"]) sites.push(await createSite(actor, { site_name }));
    for (const n of [0, 0, 0, 1]) {
      await createPosting(actor, { job_site_id: sites[n]?.id ?? 0 });
    }
    const gone = await createPosting(actor, { job_site_id: sites[0]?.id ?? 0 });
    await deletePosting(actor, await getPosting(actor, gone.id));
    const counts = async (filter: object) =>
      (await searchSites(actor, siteFilter.parse(filter))).rows.map((row) => [
        row.site_name,
        row.posting_count,
      ]);
    expect(await counts({})).toEqual([
      ["Alpha", 1],
      ["beta", 3],
    ]);
    expect((await counts({ sort: "posting_count" }))[0]).toEqual(["beta", 3]);
    expect(await counts({ q: "ALPH" })).toEqual([["Alpha", 1]]);
    expect((await searchSites(await newActor(), siteFilter.parse({}))).total).toBe(0);
  });
});

describe("a site", () => {
  test("notes a visit, and is nobody else's", async () => {
    const actor = await newActor();
    const { id } = await createSite(actor, { last_visited_at: "2020-01-01T00:00:00.000000Z" });
    await visitSite(actor, await getSite(actor, id));
    expect((await getSite(actor, id)).last_visited_at > "2020-01-02").toBe(true);
    await expect(getSite(await newActor(), id)).rejects.toThrow(Forbidden);
  });

  test("keeps what its form did not touch, to the microsecond", async () => {
    const actor = await newActor();
    const made = await createSite(actor, {
      site_name: "Board",
      rating: 7,
      description: "plain & <b>bold",
      last_visited_at: "2026-03-01T09:30:15.123456Z",
    });
    const site = await getSite(actor, made.id);
    const before = initialValues(siteFields, site, zone);
    const form = sent({ unchanged: initialHashes(before), ...before, headline: "Welder" });
    const input = parseInput(siteForm(zone), changedFields(form));
    expect(input).toEqual({ headline: "Welder" });
    await updateSite(actor, site, input);
    const { updated_at, ...after } = await getSite(actor, made.id);
    expect(after).toEqual({ ...site, headline: "Welder", updated_at: undefined });
    expect(updated_at > site.updated_at).toBe(true);
  });

  test("keeps its password until it is told to forget it", () => {
    const read = (typed: object) => parseInput(siteForm(zone), typed);
    expect(read({ site_password: "", remove_password: "off" })).toEqual({});
    expect(read({ site_password: "", remove_password: "on" })).toEqual({ site_password: null });
    expect(read({ site_password: "new", remove_password: "on" })).toEqual({ site_password: "new" });
  });

  test("has a form that cleans its notes, completes its address and seals its password", async () => {
    const actor = await newActor();
    const input = parseInput(siteForm(zone), {
      site_name: "Board",
      site_url: "jobs.example.org",
      site_password: "open sesame",
      description: "<p onclick=x>Hi<script>alert(1)</script></p>",
      last_visited_at: "",
    });
    expect(input).toMatchObject({ site_url: "https://jobs.example.org", description: "<p>Hi</p>" });
    const { site_password } = await createSite(actor, input);
    expect(site_password).not.toContain("sesame");
    expect(decryptField(site_password)).toBe("open sesame");
  });

  test.each([
    [{ site_name: " " }, "site_name"],
    [{ site_name: "x".repeat(65) }, "site_name"],
    [{ site_url: "javascript:alert(1)" }, "site_url"],
    [{ rating: "many" }, "rating"],
  ])("refuses %j at its field", (typed, field) => {
    try {
      parseInput(siteForm(zone), typed);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Invalid);
      expect(Object.keys((error as Invalid).fields)).toEqual([field]);
    }
  });
});
