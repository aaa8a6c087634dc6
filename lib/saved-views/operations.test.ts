import { beforeAll, expect, test } from "vitest";
import { operations } from "../api.ts";
import { apiOf, type Send, tokenOf } from "../http/testing.ts";
import { freshDatabase } from "../testing.ts";

freshDatabase();

const send: Send = apiOf(operations);
const list = "/api/saved_view/";
let token = "";
beforeAll(async () => {
  token = await tokenOf(send, "hunter");
});

const remote = { name: "Remote", kind: "job_posting", query: "place=Remote&pay=90000" };

test("a view is saved, read, changed, deleted and restored, by its person alone", async () => {
  const json = { ...remote, query: `${remote.query}&page=4&unknown=1`, sort: "-waiting" };
  const made = await send("POST", list, { token, json });
  expect(made.status).toBe(201);
  const path = made.headers.get("location") ?? "";
  const whole = {
    ...{ id: expect.any(Number), user: expect.any(Number), ...remote },
    ...{ query: "pay=90000&place=Remote", columns: "", density: "", sort: "-waiting" },
    ...{ layout: "table", is_default: false, place: 1 },
  };
  expect(made.body).toEqual(whole);
  const headers = { "content-type": "application/merge-patch+json" };
  const patch = { columns: "pay,waiting", is_default: true, kind: "email_opportunity" };
  expect((await send("PATCH", path, { token, headers, json: patch })).status).toBe(204);
  const changed = { ...whole, columns: "pay,waiting", is_default: true };
  expect((await send("GET", path, { token })).body).toEqual(changed);
  expect((await send("GET", list, { token })).body).toEqual([changed]);

  const other = await tokenOf(send, "stranger");
  for (const method of ["GET", "DELETE"])
    expect((await send(method, path, { token: other })).status).toBe(403);
  expect((await send("GET", list, { token: other })).body).toEqual([]);
  expect((await send("DELETE", path, { token })).status).toBe(204);
  expect((await send("GET", list, { token })).body).toEqual([]);
  expect((await send("POST", `${path}/restore`, { token: other })).status).toBe(404);
  expect((await send("POST", `${path}/restore`, { token })).status).toBe(204);
  expect((await send("GET", list, { token })).body).toEqual([changed]);
});

test("one view of a list is its default", async () => {
  const add = async (name: string, kind = "job_posting") => {
    const json = { name, kind, is_default: true };
    return (await send("POST", list, { token, json })).headers.get("location") ?? "";
  };
  const [first, second, opportunities] = [
    await add("First"),
    await add("Second"),
    await add("Third", "email_opportunity"),
  ];
  const isDefault = async (path: string) =>
    ((await send("GET", path, { token })).body as { is_default: boolean }).is_default;
  expect([await isDefault(first), await isDefault(second), await isDefault(opportunities)]).toEqual(
    [false, true, true],
  );
});

test("a view needs a name and a list that there is", async () => {
  const refused = await send("POST", list, { token, json: { name: "", kind: "job_site" } });
  expect(refused.status).toBe(400);
  expect(Object.keys(refused.body as object)).toEqual(["name", "kind"]);
});
