import { expect, test } from "vitest";
import { operations } from "../api.ts";
import { apiOf, tokenOf } from "../http/testing.ts";
import { freshDatabase } from "../testing.ts";

freshDatabase();
const send = apiOf(operations);

async function postings(token: string, names: string[]): Promise<number[]> {
  const json = { site_name: "Board" };
  const site = (await send("POST", "/api/job_site/", { token, json })).body as { id: number };
  const ids: number[] = [];
  for (const company_name of names) {
    const posting = { job_site_id: site.id, company_name, job_description: "d" };
    const made = await send("POST", "/api/job_posting/", { token, json: posting });
    ids.push((made.body as { id: number }).id);
  }
  return ids;
}

test("changes many, lists the change and takes it back once", async () => {
  const token = await tokenOf(send, "many");
  const ids = await postings(token, ["Fern", "Moss", "Reed"]);
  const change = { action: "status", status: "3 - Rejected" };
  const json = { kind: "job_posting", ids: [...ids, 999_999], change };
  const made = await send("POST", "/api/bulk_change/", { token, json });
  const { id } = made.body as { id: number };
  expect(made).toMatchObject({ status: 201, body: { changed: 3, skipped: 1, change } });
  const events = (await send("GET", `/api/job_posting/${ids[0]}/events/`, { token })).body;
  expect(events).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: "rejected", via: "api" })]),
  );
  expect((await send("GET", "/api/bulk_change/", { token })).body).toEqual([made.body]);

  const stranger = await tokenOf(send, "stranger");
  expect((await send("GET", "/api/bulk_change/", { token: stranger })).body).toEqual([]);
  const undo = `/api/bulk_change/${id}/undo/`;
  expect((await send("POST", undo, { token: stranger })).status).toBe(403);
  const undone = await send("POST", undo, { token });
  expect(undone).toMatchObject({ status: 200, body: { state: "undone", undone: 3, kept: 0 } });
  expect((await send("POST", undo, { token })).status).toBe(409);
});

let refused: Promise<string> | undefined;

test.each([
  [{ kind: "job_site", ids: [1], change: { action: "trash" } }, "kind"],
  [{ kind: "job_posting", change: { action: "trash" } }, "ids"],
  [{ kind: "job_posting", ids: Array(10_001).fill(1), change: { action: "trash" } }, "ids"],
  [{ kind: "job_posting", filter: { shwo: "saved" }, change: { action: "trash" } }, "filter"],
  [{ kind: "job_posting", ids: [1], change: { action: "burn" } }, "change"],
  [
    { kind: "job_posting", ids: [1], change: { action: "status", status: "x".repeat(33) } },
    "change",
  ],
  [{ kind: "job_posting", ids: [1], change: { action: "site", job_site_id: 77 } }, "job_site_id"],
  [{ kind: "job_posting", ids: [1], change: { action: "follow_up", what: "Ask" } }, "due_on"],
  [{ kind: "email_opportunity", ids: [1], change: { action: "site", job_site_id: 1 } }, "change"],
])("refuses %j", async (json, field) => {
  refused ??= tokenOf(send, "refused");
  const token = await refused;
  const got = await send("POST", "/api/bulk_change/", { token, json });
  expect(got.status).toBe(400);
  expect(Object.keys(got.body as object)).toContain(field);
  expect((await send("GET", "/api/bulk_change/", { token })).body).toEqual([]);
});
