import { beforeAll, expect, test } from "vitest";
import { operations } from "../api.ts";
import { apiOf, type Send, tokenOf } from "../http/testing.ts";
import { freshDatabase } from "../testing.ts";

process.env.JWT_SECRET = "a secret that only this test uses";
freshDatabase();

const send: Send = apiOf(operations);
let token = "";
let other = "";

const path = (name: string) => `/api/company/${encodeURIComponent(name)}`;
const headers = { "content-type": "application/merge-patch+json" };
const patch = (name: string, json: object, more: object = {}) =>
  send("PATCH", path(name), { token, json, headers: { ...headers, ...more } });

beforeAll(async () => {
  [token, other] = [await tokenOf(send, "hunter"), await tokenOf(send, "stranger")];
  const site = await send("POST", "/api/job_site/", { token, json: { site_name: "Direct" } });
  const { id: job_site_id } = site.body as { id: number };
  for (const company_name of ["AC/DC 100% 🎸", "Venn, Inc.", "Venn Labs", "Larch"]) {
    const json = { job_site_id, company_name, job_description: "-" };
    expect((await send("POST", "/api/job_posting/", { token, json })).status).toBe(201);
  }
});

test("a company is read by any spelling, and its mark is set, changed and taken off", async () => {
  const first = await send("GET", path("the venn gmbh"), { token });
  expect(first.body).toMatchObject({ name: "Venn, Inc.", applied: 1, answered: 0, aliases: [] });
  const json = { do_not_apply: true, do_not_apply_why: "Silence", notes: "<p>x</p>" };
  expect((await patch("Venn", json)).status).toBe(204);
  const etag = first.headers.get("etag") ?? "";
  expect((await patch("Venn", { notes: "y" }, { "if-match": etag })).status).toBe(412);
  const now = (await send("GET", path("VENN"), { token })).headers.get("etag") ?? "";
  expect((await patch("Venn", { notes: "z" }, { "if-match": now })).status).toBe(204);
  expect((await send("GET", path("venn"), { token })).body).toMatchObject({
    do_not_apply_at: expect.any(String),
    do_not_apply_why: "Silence",
    notes: "z",
  });
  expect((await send("GET", path("Venn"), { token: other })).body).toMatchObject({
    do_not_apply_at: null,
    notes: "",
    postings: 0,
  });
  expect((await patch("Venn", { do_not_apply: false })).status).toBe(204);
  expect((await send("GET", path("Venn"), { token })).body).toMatchObject({
    do_not_apply_at: null,
    do_not_apply_why: "",
  });
});

test("names may hold anything, and such as name nobody are not found", async () => {
  expect((await send("GET", path("AC/DC 100% 🎸"), { token })).body).toMatchObject({ postings: 1 });
  expect((await send("GET", path("Confidential"), { token })).status).toBe(404);
  expect((await send("GET", path("n".repeat(300)), { token })).status).toBe(404);
  expect((await patch("Venn", { url: "u".repeat(2049) })).body).toEqual({
    url: ["Ensure this field has no more than 2048 characters."],
  });
});

test("two spellings are merged once, and taken apart again by their owner alone", async () => {
  const merge = (name: string) =>
    send("POST", `${path("Venn")}/aliases/`, { token, json: { name } });
  const made = await merge("venn labs");
  expect([made.status, (await merge("Venn Labs")).status]).toEqual([201, 409]);
  expect((await send("GET", path("Venn Labs"), { token })).body).toMatchObject({ postings: 2 });
  const at = made.headers.get("location") ?? "";
  expect((await send("DELETE", at, { token: other })).status).toBe(404);
  expect((await send("DELETE", at, { token })).status).toBe(204);
  expect((await send("GET", path("Venn Labs"), { token })).body).toMatchObject({ postings: 1 });
});

test("the list has them by name, in pages", async () => {
  const names = (body: unknown) => (body as { name: string }[]).map(({ name }) => name);
  const all = await send("GET", "/api/company/", { token });
  expect(names(all.body)).toEqual(["AC/DC 100% 🎸", "Larch", "Venn, Inc.", "Venn Labs"]);
  const page = await send("GET", "/api/company/?limit=3", { token });
  expect(names(page.body)).toHaveLength(3);
  const next = /<([^>]+)>; rel="next"/.exec(page.headers.get("link") ?? "")?.[1] ?? "";
  expect(names((await send("GET", next, { token })).body)).toEqual(["Venn Labs"]);
  expect((await send("GET", "/api/company/", { token: other })).body).toEqual([]);
});
