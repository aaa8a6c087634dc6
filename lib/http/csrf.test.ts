import { beforeAll, describe, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { session } from "../../db/schema/accounts.ts";
import { sealKey, sessionCookie, sessionIdOf } from "../accounts/auth/cookie.ts";
import { operations } from "../api.ts";
import { freshDatabase, newActor } from "../testing.ts";
import type { Operation } from "./operation.ts";
import { apiOf } from "./testing.ts";

freshDatabase();
const send = apiOf(operations);
let cookie = "";

beforeAll(async () => {
  const { user_id } = await newActor();
  const key = "the key of a session that only this test opens";
  const expires_at = "2999-01-01T00:00:00.000000Z";
  await getDb()
    .insert(session)
    .values({ id: sessionIdOf(key), user_id, expires_at });
  cookie = `${sessionCookie().name}=${await sealKey(key)}`;
});

const pathOf = ({ path }: Operation) =>
  path
    .replace("{id}", "1")
    .replace("{kind}", "job_site")
    .replace("{report_type}", "perSite")
    .replace("{reference_date}", "2024-01-01");

const foreign: Record<string, Record<string, string>> = {
  "another site's Origin": { origin: "https://evil.example" },
  "another port": { origin: "http://localhost:3001" },
  "an Origin of null": { origin: "null", "sec-fetch-site": "same-origin" },
  "Sec-Fetch-Site alone": { "sec-fetch-site": "cross-site" },
  "a sister site": { "sec-fetch-site": "same-site" },
  "neither header": {},
};

const refusal = "A change by the browser's session must come from Foothold's own pages.";
// What knows no caller does nothing by a cookie either.
const byCookie = operations.filter(
  ({ method, access }) => method !== "GET" && access !== "anyone-unauthenticated",
);

describe.each(byCookie.map((operation) => [operation.id, operation] as const))(
  "%s by the browser's session",
  (_, operation) => {
    test.each(Object.entries(foreign))("is refused from %s", async (__, headers) => {
      const got = await send(operation.method, pathOf(operation), {
        json: operation.example?.request ?? {},
        headers: {
          cookie,
          host: "localhost:3000",
          ...(operation.mergePatch ? { "content-type": "application/merge-patch+json" } : {}),
          ...headers,
        },
      });
      if (operation.access === "admin-first") return expect(got.status).toBe(403);
      expect([got.status, got.body]).toEqual([403, { detail: refusal }]);
    });
  },
);

test("two session cookies count as none", async () => {
  const mine = await send("GET", "/api/me/", { headers: { cookie } });
  expect(mine.status).toBe(200);
  const other = `${sessionCookie().name}=${await sealKey("a key of somebody else")}`;
  for (const cookies of [`${cookie}; ${other}`, `${other};a=b;${cookie}`, `${cookie}; ${cookie}`]) {
    const got = await send("GET", "/api/me/", { headers: { cookie: cookies } });
    expect(got.status).toBe(401);
  }
});

test("the same request from the site's own page is accepted", async () => {
  const got = await send("POST", "/api/job_site/", {
    json: { site_name: "Ours" },
    headers: { cookie, host: "localhost:3000", origin: "http://localhost:3000" },
  });
  expect(got.status).toBe(201);
});
