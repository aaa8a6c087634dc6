import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { operations } from "../api.ts";
import { freshDatabase } from "../testing.ts";
import { apiOf, type Got, tokenOf } from "./testing.ts";

process.env.CORS_ORIGINS = "https://app.example.org";
freshDatabase();

const send = apiOf(operations);
let token = "";
let path = "";

beforeAll(async () => {
  token = await tokenOf(send, "editor");
  const made = await send("POST", "/api/job_site/", { token, json: { site_name: "Board" } });
  path = made.headers.get("location") ?? "";
});

const read = (headers?: Record<string, string>) => send("GET", path, { token, headers });

describe("a client that has read something", () => {
  test("gets 304 for what it has", async () => {
    const etag = (await read()).headers.get("etag") ?? "";
    const again = await read({ "if-none-match": `"other", W/${etag}` });
    expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag]);
    expect((await read({ "if-none-match": '"other"' })).status).toBe(200);
  });

  test("cannot overwrite what another changed in the meantime", async () => {
    const headers = { "if-match": (await read()).headers.get("etag") ?? "" };
    const change = (rating: number) => send("PUT", path, { token, headers, json: { rating } });
    expect((await change(3)).status).toBe(204);
    expect((await change(4)).status).toBe(412);
    expect((await send("DELETE", path, { token, headers })).status).toBe(412);
    expect((await read()).body).toMatchObject({ rating: 3 });
  });

  test("cannot overwrite what another changes at the same moment", async () => {
    const headers = { "if-match": (await read()).headers.get("etag") ?? "" };
    const answers = await Promise.all(
      [5, 6, 7].map((rating) => send("PUT", path, { token, headers, json: { rating } })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([204, 412, 412]);
    expect((await read()).body).toMatchObject({ rating: 5 + statuses.indexOf(204) });
  });

  test("is told so where others are quicker each time", async () => {
    const headers = { "if-match": (await read()).headers.get("etag") ?? "" };
    // As though somebody saved between each reading and its writing.
    await getDb().run(sql`create trigger always_quicker before update of user_id on job_site
      begin select raise(abort, 'NOT NULL constraint failed: job_site.user_id'); end`);
    const late = await send("PUT", path, { token, headers, json: { rating: 8 } });
    await getDb().run(sql`drop trigger always_quicker`);
    expect(late.status).toBe(412);
  });
});

describe("a change of some fields", () => {
  const patch = (json: unknown, type = "application/merge-patch+json") =>
    send("PATCH", path, { token, json, headers: { "content-type": type } });

  test("is a merge patch, and keeps the rest", async () => {
    expect((await patch({ headline: "Here" })).status).toBe(204);
    expect((await read()).body).toMatchObject({ headline: "Here", site_name: "Board" });
    expect((await patch({ rating: "many" })).body).toEqual({
      rating: ["A valid integer is required."],
    });
    expect((await send("OPTIONS", path, { token })).headers.get("accept-patch")).toBe(
      "application/merge-patch+json",
    );
  });

  test("does not exist for documented clients", async () => {
    const refused = await patch({ rating: 2 }, "application/json");
    expect([refused.status, refused.headers.get("allow")]).toEqual([
      405,
      "GET, PUT, DELETE, HEAD, OPTIONS",
    ]);
  });
});

describe("what was deleted", () => {
  test("is in the trash and can be restored", async () => {
    const { body } = await send("POST", "/api/job_site/", { token, json: { site_name: "Gone" } });
    const { id } = body as { id: number };
    await send("DELETE", `/api/job_site/${id}`, { token });
    const listed = await send("GET", "/api/trash/", { token });
    expect(listed.body).toMatchObject([{ kind: "job_site", id, name: "Gone", days_left: 30 }]);
    const other = await tokenOf(send, "somebody");
    const restoring = `/api/trash/job_site/${id}/restore`;
    expect((await send("POST", restoring, { token: other })).status).toBe(404);
    expect((await send("POST", restoring, { token })).status).toBe(204);
    expect((await send("GET", `/api/job_site/${id}`, { token })).status).toBe(200);
    await send("DELETE", `/api/job_site/${id}`, { token });
    expect((await send("DELETE", `/api/trash/job_site/${id}`, { token })).status).toBe(204);
    expect((await send("POST", restoring, { token })).status).toBe(404);
    expect((await send("DELETE", "/api/trash/", { token })).status).toBe(204);
  });
});

describe("what happened to a posting", () => {
  test("can be read, and its time corrected", async () => {
    const site = await send("POST", "/api/job_site/", { token, json: {} });
    const json = { job_site_id: (site.body as { id: number }).id, job_description: "d" };
    const made = await send("POST", "/api/job_posting/", { token, json });
    const events = `${made.headers.get("location")}/events`;
    const before = (await send("GET", events, { token })).body as { id: number; kind: string }[];
    expect(before.map(({ kind }) => kind).sort()).toEqual(["applied", "created"]);
    const applied = `/api/event/${before.find(({ kind }) => kind === "applied")?.id}`;
    const corrected = { occurred_at: "2024-02-02T10:00:00Z" };
    expect((await send("PATCH", applied, { token, json: corrected })).status).toBe(204);
    const after = await send("GET", `${events}?kind=applied`, { token });
    expect(after.text).toContain("2024-02-02");
    const other = await tokenOf(send, "nosy");
    expect((await send("GET", events, { token: other })).status).toBe(403);
    expect((await send("PATCH", applied, { token: other, json: corrected })).status).toBe(404);
  });
});

describe("every answer", () => {
  test("carries a request id, the client's own where it has one", async () => {
    expect((await read()).headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
    expect((await read({ "x-request-id": "mine-1" })).headers.get("x-request-id")).toBe("mine-1");
    const bad = (await read({ "x-request-id": "a b" })).headers.get("x-request-id");
    expect(bad).toMatch(/^[\w-]{36}$/);
  });

  test("may be read by the origins of CORS_ORIGINS alone", async () => {
    const from = async (origin: string) =>
      (await read({ origin })).headers.get("access-control-allow-origin");
    expect(await from("https://app.example.org")).toBe("https://app.example.org");
    expect(await from("https://evil.example")).toBeNull();
  });

  test("may be read by a browser extension with a token, of a capture alone and without cookies", async () => {
    const origin = "chrome-extension://acdalhijclhijglpgmaepaiaobhekedn";
    const asked = {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type",
    };
    const allowed = (got: Got) => [
      got.headers.get("access-control-allow-origin"),
      got.headers.get("access-control-allow-credentials"),
    ];
    const json = { text: "Baker at Larch Foods" };
    const capture = (headers: Record<string, string>, bearer?: string) =>
      send("POST", "/api/capture/", { token: bearer, json, headers });
    for (const from of [origin, "moz-extension://0a1b-2c", "safari-web-extension://0A1B"]) {
      const preflight = await send("OPTIONS", "/api/capture/", {
        headers: { ...asked, origin: from },
      });
      expect(allowed(preflight)).toEqual([from, null]);
      expect(allowed(await capture({ origin: from }, token))).toEqual([from, null]);
    }
    expect(allowed(await capture({ origin }))[0]).toBeNull();
    expect(allowed(await capture({ origin: "https://evil.example" }, token))[0]).toBeNull();
    expect(allowed(await send("OPTIONS", "/api/job_posting/", { headers: asked }))[0]).toBeNull();
    expect(allowed(await read({ origin, authorization: `Bearer ${token}` }))[0]).toBeNull();
    const bare = { origin, "access-control-request-method": "POST" };
    expect(allowed(await send("OPTIONS", "/api/capture/", { headers: bare }))[0]).toBeNull();
  });

  test("tells another origin's page that it may send PATCH, and documented clients nothing of it", async () => {
    const headers = { "access-control-request-method": "PATCH", origin: "https://app.example.org" };
    const allowed = await send("OPTIONS", path, { headers });
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get("access-control-allow-methods")?.split(", ")).toContain("PATCH");
    expect(allowed.headers.get("allow")).not.toContain("PATCH");
  });

  test("loads and runs nothing, whatever its form", async () => {
    const policy = "default-src 'none'; frame-ancestors 'none'";
    const answers = [
      await read(),
      await read({ accept: "text/html" }),
      await send("GET", "/api/me/"),
      await send("GET", "/api/nowhere"),
      await send("DELETE", "/api/me/", { token }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 401, 404, 405]);
    for (const { headers } of answers) {
      expect(headers.get("content-security-policy")).toBe(policy);
    }
  });

  test("is readable in a browser", async () => {
    const page = await read({ accept: "text/html,application/xhtml+xml,*/*;q=0.8" });
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(page.text).toContain("&quot;site_name&quot;");
    expect((await read({ accept: "application/json, text/html" })).body).toBeDefined();
    expect((await read({ accept: "image/png" })).status).toBe(406);
  });
});
