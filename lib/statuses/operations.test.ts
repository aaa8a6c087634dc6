import { beforeAll, expect, test } from "vitest";
import { operations } from "../api.ts";
import { apiOf, type Send, tokenOf } from "../http/testing.ts";
import { freshDatabase } from "../testing.ts";

process.env.JWT_SECRET = "a secret that only this test uses";
freshDatabase();

const send: Send = apiOf(operations);
let [token, other] = ["", ""];

beforeAll(async () => {
  [token, other] = [await tokenOf(send, "hunter"), await tokenOf(send, "other")];
});

const headers = { "content-type": "application/merge-patch+json" };
const add = (json: object) => send("POST", "/api/status/", { token, json });
const patch = (path: string, json: object) => send("PATCH", path, { token, json, headers });
const own = { subject: "posting", text: "Take-home", kind: "engaged" };

async function newPosting(posting_status: string) {
  const { body } = await send("POST", "/api/job_site/", { token, json: { site_name: "Board" } });
  const json = {
    job_site_id: (body as { id: number }).id,
    posting_status,
    job_description: "x",
    company_name: "Helio",
    posting_title: "Baker",
  };
  return send("POST", "/api/job_posting/", { token, json });
}

const activeStatuses = async () => {
  const { body } = await send("GET", "/api/job_posting/active/", { token });
  return ((body ?? []) as { posting_status: string }[]).map(({ posting_status }) => posting_status);
};

test("is added, read, listed, changed and removed", async () => {
  const made = await add(own);
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({
    ...own,
    label: "",
    hue: null,
    place: null,
    is_hidden: false,
    is_default: false,
  });
  const path = made.headers.get("location") ?? "";
  expect((await patch(path, { label: "Take-home task", hue: "offer" })).status).toBe(204);
  const { body, headers: sent } = await send("GET", path, { token });
  expect(body).toMatchObject({ ...own, label: "Take-home task", hue: "offer" });
  const stale = { ...headers, "if-match": '"long ago"' };
  expect((await send("PATCH", path, { token, json: { hue: null }, headers: stale })).status).toBe(
    412,
  );
  const fresh = { ...headers, "if-match": sent.get("etag") ?? "" };
  expect((await send("PATCH", path, { token, json: { hue: null }, headers: fresh })).status).toBe(
    204,
  );
  expect((await send("GET", "/api/status/?subject=posting", { token })).body).toHaveLength(1);
  expect((await send("GET", "/api/status/", { token: other })).body).toEqual([]);
  for (const method of ["GET", "DELETE"]) {
    expect((await send(method, path, { token: other })).status).toBe(403);
  }
  expect((await send("DELETE", path, { token })).status).toBe(204);
  expect((await send("GET", path, { token })).status).toBe(404);
});

test.each([
  [{ ...own, text: "x".repeat(33) }, "text"],
  [{ ...own, text: " " }, "text"],
  [{ ...own, text: "no response", kind: "waiting" }, "text"],
  [{ ...own, text: "3 - rejected", kind: "rejected" }, "text"],
  [{ subject: "posting", text: "Chat" }, "kind"],
  [{ ...own, kind: "interview" }, "kind"],
  [{ subject: "stage", text: "Panel", kind: "engaged" }, "kind"],
  [{ subject: "posting", text: "3 - Rejected", kind: "engaged" }, "kind"],
  [{ ...own, label: "x".repeat(49) }, "label"],
  [{ ...own, label: "offer accepted" }, "label"],
  [{ ...own, hue: "pink" }, "hue"],
  [{ ...own, place: -1 }, "place"],
  [{ ...own, place: 1.5 }, "place"],
  [{ ...own, subject: "contact" }, "subject"],
  [{ subject: "opportunity", text: "Chat", kind: "engaged", is_default: true }, "is_default"],
])("refuses %j at its field", async (json, field) => {
  const { status, body } = await add(json);
  expect(status).toBe(400);
  expect(Object.keys(body as object)).toEqual([field]);
});

test("takes longer texts of opportunities, and one text once", async () => {
  const long = { subject: "opportunity", text: "x".repeat(48), kind: "waiting" };
  expect((await add(long)).status).toBe(201);
  expect(await add(long)).toMatchObject({ status: 400, body: { text: [expect.any(String)] } });
  const label = { subject: "posting", text: "3 - Rejected", label: "A no" };
  const made = await add(label);
  expect(made).toMatchObject({ status: 201, body: { kind: "rejected" } });
  expect((await add(label)).status).toBe(400);
  const path = made.headers.get("location") ?? "";
  expect((await patch(path, { text: "Other" })).body).toHaveProperty("text");
  expect((await patch(path, { kind: "closed" })).body).toHaveProperty("kind");
});

test("the documented API gives and takes its exact text, and follows its kind", async () => {
  expect((await newPosting("Panel week")).body).toMatchObject({ posting_status: "Panel week" });
  expect(await activeStatuses()).toEqual([]);
  const made = await add({ subject: "posting", text: "Panel week", kind: "engaged" });
  expect(await activeStatuses()).toEqual(["Panel week"]);
  const path = made.headers.get("location") ?? "";
  const refused = await send("DELETE", path, { token });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("1 posting has “Panel week”");
  expect((await patch(path, { kind: "waiting" })).status).toBe(204);
  expect(await activeStatuses()).toEqual([]);
});
