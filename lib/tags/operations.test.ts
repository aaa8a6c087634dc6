import { beforeAll, expect, test } from "vitest";
import { operations } from "../api.ts";
import { apiOf, type Send, tokenOf } from "../http/testing.ts";
import { freshDatabase } from "../testing.ts";

freshDatabase();

const send: Send = apiOf(operations);
let token = "";
let posting = "";

const post = async (path: string, json: object, who = token) => {
  const { status, body } = await send("POST", path, { token: who, json });
  expect(status).toBe(201);
  return (body as { id: number }).id;
};

beforeAll(async () => {
  token = await tokenOf(send, "hunter");
  const job_site_id = await post("/api/job_site/", { site_name: "Board" });
  const fields = { job_site_id, company_name: "Fern", job_description: "d" };
  const id = await post("/api/job_posting/", fields);
  posting = `/api/job_posting/${id}/tags/`;
});

test("a tag is added, listed, read, replaced, patched, deleted and restored", async () => {
  const added = await send("POST", "/api/tag/", { token, json: { name: " dream ", hue: "red" } });
  expect(added.status).toBe(201);
  const path = added.headers.get("location") ?? "";
  const dream = { id: expect.any(Number), user: expect.any(Number), name: "dream", hue: "red" };
  expect(added.body).toEqual(dream);
  expect((await send("GET", "/api/tag/", { token })).body).toEqual([dream]);
  expect((await send("GET", "/api/tag/?name=dream&ordering=-name", { token })).body).toEqual([
    dream,
  ]);
  expect((await send("PUT", path, { token, json: { name: "Dream" } })).status).toBe(204);
  const headers = { "content-type": "application/merge-patch+json" };
  expect((await send("PATCH", path, { token, headers, json: { hue: "blue" } })).status).toBe(204);
  expect((await send("GET", path, { token })).body).toEqual({
    ...dream,
    name: "Dream",
    hue: "blue",
  });
  await send("PUT", posting, { token, json: { tags: ["dream"] } });
  expect((await send("DELETE", path, { token })).status).toBe(204);
  expect((await send("GET", path, { token })).status).toBe(404);
  expect((await send("GET", posting, { token })).body).toEqual([]);
  const other = await tokenOf(send, "stranger");
  expect((await send("POST", `${path}/restore`, { token: other })).status).toBe(404);
  expect((await send("POST", `${path}/restore`, { token })).status).toBe(204);
  expect((await send("POST", `${path}/restore`, { token })).status).toBe(404);
  expect((await send("GET", posting, { token })).body).toMatchObject([{ name: "Dream" }]);
});

test("a name is needed, short, and one's own only once; a hue is one of eight", async () => {
  const refused = async (json: object) => {
    const { status, body } = await send("POST", "/api/tag/", { token, json });
    expect(status).toBe(400);
    return body;
  };
  expect(await refused({})).toHaveProperty("name");
  expect(await refused({ name: "  " })).toHaveProperty("name");
  expect(await refused({ name: "x".repeat(33) })).toHaveProperty("name");
  expect(await refused({ name: "x", hue: "pink" })).toHaveProperty("hue");
  expect(await refused({ name: "DREAM" })).toEqual({
    name: ["You have a tag of this name already."],
  });
  const stranger = await tokenOf(send, "another");
  await post("/api/tag/", { name: "dream" }, stranger);
});

test("a row's tags are replaced by ids and names, and read again", async () => {
  const id = await post("/api/tag/", { name: "Node" });
  const put = await send("PUT", posting, { token, json: { tags: [id, "maybe later", "DREAM"] } });
  expect(put.status).toBe(200);
  expect((put.body as { name: string }[]).map(({ name }) => name)).toEqual([
    "Dream",
    "maybe later",
    "Node",
  ]);
  const list = await send("GET", posting, { token });
  expect(list.body).toHaveLength(3);
  expect((await send("GET", `${posting}?search=later`, { token })).body).toHaveLength(1);
  expect((await send("GET", `${posting}?ordering=-name&limit=1`, { token })).body).toHaveLength(1);
  await send("PUT", posting, { token, json: { tags: [id] } });
  expect((await send("GET", posting, { token })).body).toMatchObject([{ id, name: "Node" }]);
  const links = await send("GET", "/api/tag/links/", { token });
  expect(links.body).toEqual([
    {
      id: expect.any(Number),
      tag_id: id,
      job_posting_id: Number(posting.match(/\d+/)?.[0]),
      email_opportunity_id: null,
      contact_id: null,
      company_id: null,
    },
  ]);
  await send("PUT", posting, { token, json: { tags: [] } });
  expect((await send("GET", posting, { token })).body).toEqual([]);
});

test("a company's tags are replaced and read by any spelling of its name", async () => {
  const path = (name: string) => `/api/company/${encodeURIComponent(name)}/tags/`;
  expect((await send("GET", path("Fern"), { token })).body).toEqual([]);
  const put = await send("PUT", path("Fern GmbH"), { token, json: { tags: ["Dream", "kind"] } });
  expect([put.status, put.body]).toMatchObject([200, [{ name: "Dream" }, { name: "kind" }]]);
  expect((await send("GET", path("fern"), { token })).body).toHaveLength(2);
  const paged = await send("GET", `${path("fern")}?ordering=-name&limit=1`, { token });
  expect(paged.body).toMatchObject([{ name: "kind" }]);
  const { id } = (await send("GET", "/api/company/Fern", { token })).body as { id: number };
  const links = await send("GET", `/api/tag/links/?company_id=${id}`, { token });
  expect(links.body).toMatchObject([{ company_id: id }, { company_id: id }]);
  expect((await send("GET", "/api/company/", { token })).body).toMatchObject([{ id }]);
  const stranger = await tokenOf(send, "neighbour");
  expect((await send("GET", path("Fern"), { token: stranger })).body).toEqual([]);
  const json = { tags: [987_654] };
  expect((await send("PUT", path("Fern"), { token, json })).status).toBe(400);
  expect((await send("PUT", path("Confidential"), { token, json })).status).toBe(404);
  expect((await send("PUT", path("Fern"), { token, json: { tags: [] } })).body).toEqual([]);
});

test("refuses what is no tag, and rows and tags of others", async () => {
  const stranger = await tokenOf(send, "somebody");
  const theirs = await post("/api/tag/", { name: "theirs" }, stranger);
  for (const tags of [[theirs], [987_654], [""], ["x".repeat(33)], [1.5], Array(31).fill("x")]) {
    const { status, body } = await send("PUT", posting, { token, json: { tags } });
    expect([status, Object.keys(body as object)]).toEqual([400, ["tags"]]);
  }
  expect((await send("PUT", posting, { token, json: {} })).status).toBe(400);
  expect((await send("PUT", posting, { token: stranger, json: { tags: [] } })).status).toBe(403);
  expect((await send("GET", posting, { token: stranger })).status).toBe(403);
  expect((await send("GET", "/api/contact/77/tags/", { token })).status).toBe(404);
});
