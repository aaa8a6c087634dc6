import { beforeAll, describe, expect, test, vi } from "vitest";
import { getDb } from "../../db/client.ts";
import { idempotentAnswer } from "../../db/schema/api.ts";
import { operations } from "../api.ts";
import { decryptField } from "../secrets.ts";
import { freshDatabase } from "../testing.ts";

process.env.RATE_LIMITS = "on";
const { apiOf, tokenOf } = await import("./testing.ts");
freshDatabase();

const send = apiOf(operations);
let token = "";

beforeAll(async () => {
  token = await tokenOf(send, "hurried");
});

const signIn = (username: string, address: string) =>
  send("POST", "/api/auth/login/", {
    json: { username, password: "wrong" },
    headers: { "x-forwarded-for": address },
  });

describe("a rate limit", () => {
  test("stops password guessing, and says for how long", async () => {
    const answers = [];
    for (let i = 0; i < 11; i++) answers.push(await signIn("hurried", "10.1.1.1"));
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429]);
    expect(Number(answers.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answers.at(-1)?.headers.get("ratelimit-policy")).toBe('"sign-in";q=10;w=300');
    expect((await signIn("hurried", "10.1.1.2")).status).toBe(401);
    expect((await signIn("another", "10.1.1.1")).status).toBe(401);
  });

  test("lets nobody lock out another person by guessing from many addresses", async () => {
    await tokenOf(send, "wanted");
    const login = (json: object, address: string) =>
      send("POST", "/api/token/", { json, headers: { "x-forwarded-for": address } });
    for (let i = 0; i < 20; i++) {
      await login({ username: "wanted", password: "wrong" }, `10.2.2.${i}`);
    }
    const right = { username: "wanted", password: "Str0ng!Passw0rd" };
    const asked = await login(right, "10.3.3.3");
    expect(asked.status).toBe(429);
    const wait = Number(asked.headers.get("retry-after"));
    expect(wait).toBeLessThanOrEqual(2);
    vi.useFakeTimers({ now: Date.now() + wait * 1000, toFake: ["Date"] });
    expect((await login(right, "10.3.3.3")).status).toBe(200);
    vi.useRealTimers();
  });

  test("tells a client how many writes remain", async () => {
    const made = await send("POST", "/api/job_site/", { token, json: {} });
    expect(made.headers.get("ratelimit")).toMatch(/^"write";r=599;t=\d+$/);
    expect((await send("GET", "/api/me/", { token })).headers.get("ratelimit")).toBeNull();
  });
});

describe("an Idempotency-Key", () => {
  const post = (key: string, json: object) =>
    send("POST", "/api/job_site/", { token, json, headers: { "idempotency-key": key } });
  const count = async () => ((await send("GET", "/api/job_site/", { token })).body as []).length;

  test("runs a request once, however often it is sent", async () => {
    const json = { site_name: "Once", site_password: "sealed at rest" };
    const before = await count();
    const [first, second] = [await post("key-1", json), await post("key-1", json)];
    expect(second.text).toBe(first.text);
    expect(second.headers.get("location")).toBe(first.headers.get("location"));
    expect([first, second].map(({ headers }) => headers.get("idempotency-replayed"))).toEqual([
      null,
      "true",
    ]);
    expect(await count()).toBe(before + 1);
  });

  test("belongs to one request and one person", async () => {
    expect((await post("key-1", { site_name: "Other" })).status).toBe(422);
    expect((await post("bad key", {})).status).toBe(400);
    const other = await tokenOf(send, "namesake");
    const headers = { "idempotency-key": "key-1" };
    const theirs = await send("POST", "/api/job_site/", { token: other, json: {}, headers });
    expect([theirs.status, theirs.headers.get("idempotency-replayed")]).toEqual([201, null]);
  });

  test("can be reused after a refused request", async () => {
    expect((await post("key-2", { rating: "x" })).status).toBe(400);
    expect((await post("key-2", { rating: 2 })).status).toBe(201);
  });

  test("never shows a new token again, nor keeps it", async () => {
    const json = { name: "once", scopes: ["read"] };
    const headers = { "idempotency-key": "key-4" };
    const make = () => send("POST", "/api/personal_token/", { token, json, headers });
    const made = (await make()).body as { token: string };
    const again = await make();
    expect([again.status, again.text.includes(made.token)]).toEqual([409, false]);
    const kept = await getDb().select().from(idempotentAnswer);
    const answers = kept.map(({ answer }) => answer && decryptField(answer));
    expect(answers.filter((answer) => answer?.includes(made.token))).toEqual([]);
    const named = (await send("GET", "/api/personal_token/", { token })).body as { name: string }[];
    expect(named.filter(({ name }) => name === "once")).toHaveLength(1);
  });

  test("runs only one of two concurrent requests", async () => {
    const before = await count();
    const both = await Promise.all([post("key-3", {}), post("key-3", {})]);
    expect(both.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    expect(await count()).toBe(before + 1);
  });
});
