import { describe, expect, it } from "vitest";
import { Forbidden, Invalid, NotFound } from "../errors.ts";
import { listEvents } from "../events/queries.ts";
import { createSite, deleteSite } from "../sites/commands.ts";
import { getSite } from "../sites/queries.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { changeStatus, createPosting, deletePosting, updatePosting } from "./commands.ts";
import { allPostings, getPosting, searchPostings } from "./queries.ts";
import { postingFilter } from "./schema.ts";

freshDatabase();

async function hunter() {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "Board" });
  return { actor, site };
}

describe("a posting", () => {
  it("is created with its site, its defaults and its first events", async () => {
    const { actor, site } = await hunter();
    const made = await createPosting(actor, { job_site_id: site.id, company_name: "Acme" });
    expect(made.posting_status).toBe("4 - No Response");
    expect(made.applied_at).not.toBeNull();
    const kinds = (await listEvents(actor, "job_posting", made.id)).map((event) => event.kind);
    expect(kinds.sort()).toEqual(["applied", "created"]);
  });

  it("refuses another person's site, and writes nothing", async () => {
    const { site } = await hunter();
    const stranger = await newActor();
    await expect(createPosting(stranger, { job_site_id: site.id })).rejects.toThrow(Invalid);
    expect(await allPostings(stranger)).toEqual([]);
  });

  it("logs a change of status once, with what it was before", async () => {
    const { actor, site } = await hunter();
    const { id } = await createPosting(actor, { job_site_id: site.id });
    const posting = await getPosting(actor, id);
    await changeStatus(actor, posting, "3 - Rejected");
    await updatePosting(actor, posting, { posting_status: "3 - Rejected" });
    const status = (await listEvents(actor, "job_posting", id)).filter((e) => e.kind === "status");
    expect(status).toMatchObject([{ from_value: "4 - No Response", to_value: "3 - Rejected" }]);
    expect((await getPosting(actor, id)).rejected_at).not.toBeNull();
  });

  it("keeps its password sealed in the database", async () => {
    const { actor, site } = await hunter();
    const made = await createPosting(actor, { job_site_id: site.id, posting_password: "hunter2" });
    expect(made.posting_password).not.toContain("hunter2");
  });

  it("is nobody else's, and gone after a delete", async () => {
    const { actor, site } = await hunter();
    const { id } = await createPosting(actor, { job_site_id: site.id });
    await expect(getPosting(await newActor(), id)).rejects.toThrow(Forbidden);
    await deletePosting(actor, await getPosting(actor, id));
    await expect(getPosting(actor, id)).rejects.toThrow(NotFound);
  });

  it("goes to the trash with its site", async () => {
    const { actor, site } = await hunter();
    await createPosting(actor, { job_site_id: site.id });
    await deleteSite(actor, await getSite(actor, site.id));
    expect(await allPostings(actor)).toEqual([]);
  });
});

describe("the postings table", () => {
  it("sorts, filters, searches and counts", async () => {
    const { actor, site } = await hunter();
    for (const company_name of ["beta", "Alpha", "100% Gamma"]) {
      await createPosting(actor, { job_site_id: site.id, company_name });
    }
    const byName = await searchPostings(actor, postingFilter.parse({ sort: "company_name" }));
    expect(byName.rows.map((row) => row.company_name)).toEqual(["100% Gamma", "Alpha", "beta"]);
    const found = await searchPostings(actor, postingFilter.parse({ q: "0% g" }));
    expect(found).toMatchObject({ total: 1, rows: [{ company_name: "100% Gamma" }] });
    expect((await searchPostings(actor, postingFilter.parse({ show: "active" }))).total).toBe(0);
  });
});
