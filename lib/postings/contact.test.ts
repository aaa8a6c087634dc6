import { beforeAll, expect, test } from "vitest";
import { operations } from "../api.ts";
import { changedFields, initialHashes } from "../forms/initial-values.ts";
import { apiOf, type Send, tokenOf } from "../http/testing.ts";
import { freshDatabase } from "../testing.ts";
import { postingForm } from "./schema.ts";

process.env.JWT_SECRET = "a secret that only this test uses";
freshDatabase();

const send: Send = apiOf(operations);
let token = "";
let path = "";

beforeAll(async () => {
  token = await tokenOf(send, "hunter");
  const site = await send("POST", "/api/job_site/", { token, json: { site_name: "Board" } });
  const json = { job_site_id: (site.body as { id: number }).id, job_description: "d" };
  path = (await send("POST", "/api/job_posting/", { token, json })).headers.get("location") ?? "";
});

const contact = async () => (await send("GET", `${path}/contact`, { token })).body;
const empty = { contact_method: "", employer_address: "", contact_person: "" };

test("is empty at first, and beside the documented fields", async () => {
  expect(await contact()).toEqual(empty);
  const { text } = await send("GET", path, { token });
  for (const field of Object.keys(empty)) expect(text).not.toContain(field);
});

test("takes what is sent, keeps what is not, and lets a field be emptied", async () => {
  const put = (json: object) => send("PUT", `${path}/contact`, { token, json });
  expect((await put({ contact_method: "Phone", contact_person: "Robin Vale" })).status).toBe(204);
  expect((await put({ employer_address: "12 Harbor Street", contact_method: "" })).status).toBe(
    204,
  );
  expect(await contact()).toEqual({
    contact_method: "",
    employer_address: "12 Harbor Street",
    contact_person: "Robin Vale",
  });
});

test("patches in its own media type only, as the others do", async () => {
  const json = { contact_person: "Kim Ash" };
  const headers = { "content-type": "application/merge-patch+json" };
  expect((await send("PATCH", `${path}/contact`, { token, json })).status).toBe(405);
  expect((await send("PATCH", `${path}/contact`, { token, json, headers })).status).toBe(204);
  expect(await contact()).toMatchObject(json);
});

test("says what is too long, and refuses a change to what was changed meanwhile", async () => {
  const json = {
    contact_method: "m".repeat(33),
    employer_address: "a".repeat(257),
    contact_person: "p".repeat(65),
  };
  const long = await send("PUT", `${path}/contact`, { token, json });
  expect([long.status, long.body]).toEqual([
    400,
    {
      contact_method: ["Ensure this field has no more than 32 characters."],
      employer_address: ["Ensure this field has no more than 256 characters."],
      contact_person: ["Ensure this field has no more than 64 characters."],
    },
  ]);
  const headers = { "if-match": '"an older one"' };
  const late = await send("PUT", `${path}/contact`, { token, json: {}, headers });
  expect(late.status).toBe(412);
});

test("answers 404 where there is no posting and 403 where it is another's", async () => {
  const stranger = await tokenOf(send, "stranger");
  expect((await send("GET", "/api/job_posting/999/contact", { token })).status).toBe(404);
  expect((await send("GET", `${path}/contact`, { token: stranger })).status).toBe(403);
  const put = await send("PUT", `${path}/contact`, { token: stranger, json: empty });
  expect(put.status).toBe(403);
});

test("is written by the form where it was changed", () => {
  const form = new FormData();
  form.set("unchanged", initialHashes({ contact_method: "Phone", contact_person: "Kim Ash" }));
  form.set("contact_method", "Phone");
  form.set("contact_person", "");
  form.set("employer_address", "12 Harbor Street");
  expect(postingForm("UTC").parse(changedFields(form))).toEqual({
    contact_person: "",
    employer_address: "12 Harbor Street",
  });
});
