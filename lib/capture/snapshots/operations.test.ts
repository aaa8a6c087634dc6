import { beforeAll, expect, test } from "vitest";
import { atomically } from "../../../db/client.ts";
import { operations } from "../../api.ts";
import { apiOf, type Send, tokenOf } from "../../http/testing.ts";
import { actorNamed, freshDatabase } from "../../testing.ts";
import { keepSnapshot } from "./commands.ts";
import { bakerAt, payOf } from "./testing.ts";

process.env.JWT_SECRET = "a secret that only this test uses";
freshDatabase();

const send: Send = apiOf(operations);
let token = "";
let path = "";

async function addPosting(posting_url_full: string): Promise<string> {
  const site = await send("POST", "/api/job_site/", { token, json: { site_name: "Board" } });
  const json = { job_site_id: (site.body as { id: number }).id, job_description: "d" };
  const body = { ...json, posting_url_full };
  const added = await send("POST", "/api/job_posting/", { token, json: body });
  return added.headers.get("location") ?? "";
}

beforeAll(async () => {
  token = await tokenOf(send, "hunter");
  path = await addPosting("http://127.0.0.1:9/openings/42");
  const actor = await actorNamed("hunter", "api");
  for (const pay of [payOf(70_000), payOf(75_000)]) {
    const address = "https://jobs.larch.example/42";
    await atomically(
      keepSnapshot(actor, Number(path.split("/").at(-1)), {
        posting: bakerAt({ pay }),
        source: "page",
        address,
      }),
    );
  }
});

test("lists a posting's snapshots, newest first, and reads each whole", async () => {
  const { body } = await send("GET", `${path}/snapshots/`, { token });
  expect(body).toMatchObject([
    { source: "page", changed: [{ field: "pay", after: "€75,000 a year" }] },
    { address: "https://jobs.larch.example/42", changed: [] },
  ]);
  const [newest] = body as { id: number }[];
  const whole = await send("GET", `${path}/snapshots/${newest?.id}`, { token });
  expect(whole.body).toMatchObject({
    id: newest?.id,
    text: "<h2>Bread</h2><p>You bake it.</p>",
    fields: { posting_title: "Baker", pay: { min: 75_000 }, closes_on: null },
  });
});

test("looks again, and says what it could not read; nothing is closed by that", async () => {
  const { status, body } = await send("POST", `${path}/check/`, { token });
  expect(status).toBe(200);
  expect(body).toEqual({ changed: [], closed: false, note: expect.stringMatching(/\w.*\.$/) });
  const without = await addPosting("a leaflet");
  const refused = await send("POST", `${without}/check/`, { token });
  expect([refused.status, refused.body]).toEqual([
    400,
    { detail: "This posting has no address to look at. Add its link first." },
  ]);
});

test("answers 404 where there is none, and 403 where it is another's", async () => {
  const stranger = await tokenOf(send, "stranger");
  expect((await send("GET", `${path}/snapshots/999`, { token })).status).toBe(404);
  for (const [method, end] of [
    ["GET", "snapshots/"],
    ["GET", "snapshots/1"],
    ["POST", "check/"],
  ] as const)
    expect((await send(method, `${path}/${end}`, { token: stranger })).status).toBe(403);
});
