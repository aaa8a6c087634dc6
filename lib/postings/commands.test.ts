import { describe, expect, test } from "vitest";
import { z } from "zod";
import { jobPosting } from "../../db/schema/tracker.ts";
import { AppError, Forbidden, Invalid, NotFound } from "../errors.ts";
import { correctMoment } from "../events/commands.ts";
import { listEvents } from "../events/queries.ts";
import { fieldErrors } from "../fields.ts";
import { changedFields, initialHashes } from "../forms/initial-values.ts";
import { undoStatusChange } from "../records/commands.ts";
import { createSite, deleteSite } from "../sites/commands.ts";
import { getSite, siteNames } from "../sites/queries.ts";
import { freshDatabase, liveRows, newActor } from "../testing.ts";
import { changeStatus, createPosting, deletePosting, updatePosting } from "./commands.ts";
import { postingKind } from "./kind.ts";
import { getPosting, searchPostings } from "./queries.ts";
import { postingFilter, postingForm } from "./schema.ts";

freshDatabase();

async function hunter() {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "Board" });
  return { actor, site };
}

describe("a posting", () => {
  test("is created with its site, its defaults and its first events", async () => {
    const { actor, site } = await hunter();
    const made = await createPosting(actor, { job_site_id: site.id, company_name: "Acme" });
    expect(made.posting_status).toBe("4 - No Response");
    expect(made.applied_at).not.toBeNull();
    const kinds = (await listEvents(actor, "job_posting", made.id)).map((event) => event.kind);
    expect(kinds.sort()).toEqual(["applied", "created"]);
  });

  test("refuses another person's site, and writes nothing", async () => {
    const { site } = await hunter();
    const stranger = await newActor();
    await expect(createPosting(stranger, { job_site_id: site.id })).rejects.toThrow(Invalid);
    expect(await liveRows(jobPosting, stranger)).toEqual([]);
  });

  test("logs a change of status once, with what it was before", async () => {
    const { actor, site } = await hunter();
    const { id } = await createPosting(actor, { job_site_id: site.id });
    const posting = await getPosting(actor, id);
    await changeStatus(actor, posting, "3 - Rejected");
    await updatePosting(actor, posting, { posting_status: "3 - Rejected" });
    const status = (await listEvents(actor, "job_posting", id)).filter((e) => e.kind === "status");
    expect(status).toMatchObject([{ from_value: "4 - No Response", to_value: "3 - Rejected" }]);
    expect((await getPosting(actor, id)).rejected_at).not.toBeNull();
  });

  test("keeps its password sealed in the database", async () => {
    const { actor, site } = await hunter();
    const made = await createPosting(actor, { job_site_id: site.id, posting_password: "hunter2" });
    expect(made.posting_password).not.toContain("hunter2");
  });

  test("is nobody else's, and gone after a delete", async () => {
    const { actor, site } = await hunter();
    const { id } = await createPosting(actor, { job_site_id: site.id });
    await expect(getPosting(await newActor(), id)).rejects.toThrow(Forbidden);
    await deletePosting(actor, await getPosting(actor, id));
    await expect(getPosting(actor, id)).rejects.toThrow(NotFound);
  });

  test("goes to the trash with its site", async () => {
    const { actor, site } = await hunter();
    await createPosting(actor, { job_site_id: site.id });
    await deleteSite(actor, await getSite(actor, site.id));
    expect(await liveRows(jobPosting, actor)).toEqual([]);
  });
});

describe("a posting's site by name", () => {
  test("is found whatever its case, and made once where there is none", async () => {
    const { actor, site } = await hunter();
    const [first, second, third] = [
      await createPosting(actor, { site_name: "BOARD" }),
      await createPosting(actor, { site_name: "Direct" }),
      await createPosting(actor, { site_name: "direct" }),
    ];
    expect(first.job_site_id).toBe(site.id);
    expect(second.job_site_id).not.toBe(site.id);
    expect(third.job_site_id).toBe(second.job_site_id);
    await updatePosting(actor, await getPosting(actor, first.id), { site_name: "Fair" });
    expect((await siteNames(actor)).map((each) => each.site_name)).toEqual([
      "Board",
      "Direct",
      "Fair",
    ]);
  });
});

describe("a click on a status", () => {
  test("brings its date, and leaves nothing when it is taken back", async () => {
    const { actor, site } = await hunter();
    const made = await createPosting(actor, {
      job_site_id: site.id,
      posting_status: "5 - Saved",
    });
    const log = async () =>
      (await listEvents(actor, "job_posting", made.id)).map((event) => event.kind).sort();
    const first = await changeStatus(actor, await getPosting(actor, made.id), "4 - No Response");
    expect(await log()).toEqual(["applied", "created", "status"]);
    const second = await changeStatus(actor, await getPosting(actor, made.id), "3 - Rejected");
    const rejected = await getPosting(actor, made.id);
    expect(rejected.rejected_at).not.toBeNull();
    await expect(undoStatusChange(postingKind, actor, rejected.id, first)).rejects.toThrow(
      AppError,
    );
    await undoStatusChange(postingKind, actor, rejected.id, second);
    await undoStatusChange(postingKind, actor, rejected.id, first);
    const { updated_at, ...after } = await getPosting(actor, made.id);
    expect(after).toEqual({ ...made, updated_at: undefined });
    expect(updated_at >= made.updated_at).toBe(true);
    expect(await log()).toEqual(["created"]);
  });

  test("can be dated later, and the posting's own date follows", async () => {
    const { actor, site } = await hunter();
    const { id } = await createPosting(actor, { job_site_id: site.id });
    await changeStatus(actor, await getPosting(actor, id), "3 - Rejected");
    const at = "2026-01-02T10:00:00.000000Z";
    const find = async (kind: string) =>
      (await listEvents(actor, "job_posting", id)).find((event) => event.kind === kind);
    const eventId = (await find("rejected"))?.id ?? 0;
    await expect(correctMoment(await newActor(), eventId, at)).rejects.toThrow(NotFound);
    await correctMoment(actor, eventId, at);
    expect((await getPosting(actor, id)).rejected_at).toBe(at);
    expect((await find("status"))?.occurred_at).toBe(at);
  });
});

describe("the form of a posting", () => {
  const read = (fields: Record<string, string>) => postingForm("Europe/Berlin").safeParse(fields);

  test("takes what is blank as nothing, and dates in the person's zone", () => {
    const { data } = read({
      company_name: " Acme ",
      pay_range: "",
      time_spent: "",
      rejected_at: "",
      interviewed_at: "2026-07-01T10:00",
      posting_password: "",
      technology_stack: "Node\n\n Postgres ",
      posting_application_questions: '[{"q": 1}]',
      job_description: "<p onclick=x>ok</p>",
    });
    expect(data).toEqual({
      company_name: "Acme",
      pay_range: "",
      time_spent: null,
      rejected_at: null,
      interviewed_at: "2026-07-01T08:00:00.000000Z",
      technology_stack: ["Node", "Postgres"],
      posting_application_questions: [{ q: 1 }],
      job_description: "<p>ok</p>",
    });
  });

  test("says at the field what is wrong", () => {
    const { error } = read({
      company_name: "",
      pay_range: "x".repeat(257),
      time_spent: "-1",
      applied_at: "yesterday",
      technology_stack: "[1,",
    });
    const errors = fieldErrors(error ?? new z.ZodError([]));
    expect(errors.company_name).toEqual(["A posting needs a company."]);
    expect(Object.keys(errors).sort()).toEqual([
      "applied_at",
      "company_name",
      "pay_range",
      "technology_stack",
      "time_spent",
    ]);
  });

  test("forgets a password only when asked", () => {
    expect(read({ posting_password: "", remove_password: "off" }).data).toEqual({});
    expect(read({ posting_password: "", remove_password: "on" }).data).toEqual({
      posting_password: null,
    });
  });

  test("sends only what was changed in it", () => {
    const form = new FormData();
    form.set("unchanged", initialHashes({ company_name: "Acme", job_description: "a\nb" }));
    form.set("company_name", "Acme");
    form.set("job_description", "a\r\nb");
    form.set("pay_range", "9");
    expect(changedFields(form)).toEqual({ pay_range: "9" });
    form.set("unchanged", "{");
    expect(Object.keys(changedFields(form)).length).toBe(3);
  });
});

describe("the postings table", () => {
  test("sorts, filters, searches and counts", async () => {
    const { actor, site } = await hunter();
    for (const company_name of ["beta", "Alpha", "100% Gamma"]) {
      await createPosting(actor, { job_site_id: site.id, company_name });
    }
    const byName = await searchPostings(actor, postingFilter.parse({ sort: "company_name" }));
    expect(byName.rows.map((row) => row.company_name)).toEqual(["100% Gamma", "Alpha", "beta"]);
    const found = await searchPostings(actor, postingFilter.parse({ q: "100% g" }));
    expect(found).toMatchObject({ total: 1, rows: [{ company_name: "100% Gamma" }] });
    const active = await searchPostings(actor, postingFilter.parse({ show: "active" }));
    expect(active).toMatchObject({ total: 0, views: { all: 3, waiting: 3, active: 0 } });
  });
});
