import { createHmac } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { getDb } from "../db/client.ts";
import { user } from "../db/schema/accounts.ts";
import { operations, readDescription, router } from "./api.ts";
import { nextPaths } from "./http/next-paths.ts";
import type { Operation } from "./http/operation.ts";
import { apiOf, type Got, type Send, tokenOf } from "./http/testing.ts";
import { freshDatabase } from "./testing.ts";

process.env.JWT_SECRET = "a secret that only this test uses";
freshDatabase();

const send: Send = apiOf([...operations, readDescription]);
const tokens: Record<string, string> = {};
const paths: Record<string, string> = {};

const forge = (claims: object) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  const digest = createHmac("sha256", process.env.JWT_SECRET ?? "").update(signed);
  return `${signed}.${digest.digest("base64url")}`;
};

async function personal(name: string, scopes: string[], token: string): Promise<string> {
  const { body } = await send("POST", "/api/personal_token/", { token, json: { name, scopes } });
  return (body as { token: string }).token;
}

beforeAll(async () => {
  tokens.admin = await tokenOf(send, "admin");
  tokens.owner = await tokenOf(send, "owner");
  tokens.stranger = await tokenOf(send, "stranger");
  tokens.inactive = await tokenOf(send, "inactive");
  await getDb().update(user).set({ is_active: false }).where(eq(user.username, "inactive"));
  tokens.reader = await personal("reader", ["read"], tokens.owner);
  tokens.writer = await personal("writer", ["write"], tokens.owner);
  tokens.plainAdmin = await personal("plain", ["read", "write"], tokens.admin);
  const claims = { token_type: "access", jti: "0".repeat(32), user_id: 2 };
  tokens.expired = forge({ ...claims, exp: Math.floor(Date.now() / 1000) - 1 });
  tokens.refresh = forge({ ...claims, token_type: "refresh", exp: 4_000_000_000 });
  tokens.garbage = "garbage";
  const make = async (name: string, json: object) => {
    const made = await send("POST", `/api/${name}/`, { token: tokens.owner, json });
    paths[name] = made.headers.get("location") ?? "";
    return made.body as { id: number };
  };
  const site = await make("job_site", {
    site_name: "Owner's",
    site_password: "the owner's secret",
  });
  await make("job_posting", {
    job_site_id: site.id,
    job_description: "d",
    company_name: "Owner's",
  });
  await send("PUT", `${paths.job_posting}/contact`, {
    token: tokens.owner,
    json: { contact_person: "Owner's" },
  });
  const form = new FormData();
  form.set("file", new File(["Company,Title\nOwner's,Baker\n"], "owner.csv"));
  const staged = await send("POST", "/api/import_batch/", { token: tokens.owner, body: form });
  paths.import_batch = staged.headers.get("location") ?? "";
  await make("contact", { name: "Owner's" });
  await send("POST", `${paths.contact}/links/`, {
    token: tokens.owner,
    json: { job_site_id: site.id },
  });
  await make("email_opportunity", {
    job_title: "Owner's",
    opportunity_status: "s",
    recruiter_name: "r",
    recruiter_company: "c",
  });
});

/** A path of the operation that names the owner's rows. */
function pathOf({ path }: Operation): string {
  const resource = path.split("/")[2] ?? "";
  const id = paths[resource]?.split("/").at(-1) ?? "1";
  return path
    .replace("{id}", id)
    .replace("{link_id}", "1")
    .replace("{snapshot_id}", "1")
    .replace("{kind}", "job_site")
    .replace("{report_type}", "perSite")
    .replace("{reference_date}", "2024-01-01");
}

const bodyFor = ({ method, id, example }: Operation) =>
  method === "GET" || method === "DELETE"
    ? {}
    : {
        json: example?.request ?? {},
        ...(id.startsWith("patch_")
          ? { headers: { "content-type": "application/merge-patch+json" } }
          : {}),
      };

const call = (operation: Operation, token?: string): Promise<Got> =>
  send(operation.method, pathOf(operation), { token, ...bodyFor(operation) });

const guarded = operations.filter(({ access }) => !access.startsWith("anyone"));
const ofOneRow = guarded.filter(({ path }) => /\{(id|kind)\}/.test(path));
const named = (list: readonly Operation[]) =>
  list.map((operation) => [operation.id, operation] as const);

/** All that the owner has, to see that nothing was changed. */
async function state(): Promise<string> {
  const lists = [
    "job_site",
    "job_posting",
    "email_opportunity",
    "contact",
    "trash",
    "personal_token",
    "import_batch",
  ];
  const rows = [
    ...Object.values(paths),
    `${paths.job_posting}/contact`,
    `${paths.contact}/links/`,
    ...lists.map((name) => `/api/${name}/`),
  ];
  const answers = await Promise.all(rows.map((path) => send("GET", path, { token: tokens.owner })));
  return answers.map(({ text }) => text.replace(/"last_used_at":("[^"]*"|null)/g, "")).join("\n");
}

describe.each(named(guarded))("%s", (_, operation) => {
  test.each(["nobody", "garbage", "expired", "refresh", "inactive"])("refuses %s", async (who) => {
    const before = await state();
    const got = await call(operation, tokens[who]);
    expect(got.status).toBe(401);
    expect(got.body).toHaveProperty("detail");
    expect(got.headers.get("www-authenticate")).toBe('Bearer realm="api"');
    expect(await state()).toBe(before);
  });

  test("refuses a personal token without the scope", async () => {
    const before = await state();
    const lacking = operation.method === "GET" ? tokens.writer : tokens.reader;
    expect((await call(operation, lacking)).status).toBe(403);
    expect(await state()).toBe(before);
  });
});

describe.each(named(ofOneRow))("%s", (_, operation) => {
  test("refuses another person, and reveals and changes nothing", async () => {
    const before = await state();
    const got = await call(operation, tokens.stranger);
    expect([403, 404]).toContain(got.status);
    expect(got.text).not.toMatch(/owner/i);
    expect(await state()).toBe(before);
  });
});

test("refuses admin operations to others, and to admins' tokens without the scope", async () => {
  const admins = operations.filter(({ access }) => access === "admin-first");
  expect(admins.length).toBeGreaterThan(0);
  for (const operation of admins) {
    expect((await call(operation, tokens.owner)).status).toBe(403);
    expect((await call(operation, tokens.plainAdmin)).status).toBe(403);
    expect((await call(operation, tokens.admin)).status).toBe(200);
  }
});

test("hides other people's rows from admins", async () => {
  for (const path of Object.values(paths)) {
    expect((await send("GET", path, { token: tokens.admin })).status).toBe(403);
  }
  expect((await send("GET", "/api/job_posting/", { token: tokens.admin })).body).toEqual([]);
});

test("lets a personal token do what its scopes say, until it is revoked or the password changes", async () => {
  const owner = tokens.owner ?? "";
  expect((await send("GET", "/api/me/", { token: tokens.reader })).status).toBe(200);
  const change = { token: tokens.writer, json: { password: "An0ther!Passw0rd" } };
  expect((await send("PUT", "/api/custom_user/update/", change)).status).toBe(403);
  const listed = await send("GET", "/api/personal_token/", { token: owner });
  const [reader] = listed.body as { id: number; last_used_at: string | null }[];
  expect(reader?.last_used_at).not.toBeNull();
  expect(listed.text).not.toContain("fh_");
  expect((await send("GET", "/api/personal_token/", { token: tokens.reader })).status).toBe(403);
  const revoked = await send("DELETE", `/api/personal_token/${reader?.id}`, { token: owner });
  expect(revoked.status).toBe(204);
  expect((await send("GET", "/api/me/", { token: tokens.reader })).status).toBe(401);
  const past = { name: "old", scopes: ["read"], expires_at: "2024-01-01T00:00:00Z" };
  expect((await send("POST", "/api/personal_token/", { token: owner, json: past })).status).toBe(
    400,
  );
});

test("lets a token of scope capture alone capture, and do nothing else", async () => {
  const token = await personal("browser", ["capture"], tokens.owner ?? "");
  const limited = operations.filter(({ access }) => !access.startsWith("anyone"));
  const refused: string[] = [];
  for (const { id, method, path, mergePatch } of limited) {
    const json = method === "GET" ? undefined : {};
    const type = `application/${mergePatch ? "merge-patch+json" : "json"}`;
    const headers = { "content-type": type };
    const address = path.replaceAll(/\{\w+\}/g, "1");
    const { status } = await send(method, address, { token, json, headers });
    if (status === 403) refused.push(id);
  }
  const allowed = limited.map(({ id }) => id).filter((id) => !refused.includes(id));
  expect(allowed).toEqual(["capture_posting"]);
  const json = { text: "Baker at Larch Foods" };
  expect((await send("POST", "/api/capture/", { token, json })).status).toBe(200);
  const reader = await personal("another reader", ["read"], tokens.owner ?? "");
  expect((await send("POST", "/api/capture/", { token: reader, json })).status).toBe(403);
});

test("ends all tokens but its own when a password changes", async () => {
  const first = await tokenOf(send, "changer");
  const second = await tokenOf(send, "changer");
  const mine = await personal("mine", ["read"], first);
  const json = { password: "An0ther!Passw0rd" };
  expect((await send("PUT", "/api/custom_user/update/", { token: first, json })).status).toBe(200);
  expect((await send("GET", "/api/me/", { token: first })).status).toBe(200);
  expect((await send("GET", "/api/me/", { token: second })).status).toBe(401);
  expect((await send("GET", "/api/me/", { token: mine })).status).toBe(401);
  const again = { username: "changer", password: "An0ther!Passw0rd" };
  const { body } = await send("POST", "/api/token/", { json: again });
  const token = (body as { access: string }).access;
  expect((await send("GET", "/api/me/", { token })).status).toBe(200);
});

describe("the route files in app/api", () => {
  const line = 'export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from "@/lib/api.ts";\n';
  const routes = globSync("app/api/**/route.ts").map((file) =>
    dirname(file).replaceAll("\\", "/").slice("app".length),
  );
  const ofNext = ["/api/[[...path]]", "/api/auth/[...nextauth]", ...nextPaths];
  const without = (all: string[], some: string[]) => all.filter((route) => !some.includes(route));

  test("exist for each path of the API, and for nothing else", () => {
    const known = [...router.labels, ...ofNext];
    expect(without(known, routes), "paths without a route file").toEqual([]);
    expect(without(routes, known), "route files of no operation").toEqual([]);
  });

  test.each(router.labels)("%s answers by its operations, whatever the method", (route) => {
    expect(readFileSync(`app${route}/route.ts`, "utf8")).toBe(line);
  });
});

describe("the API's description", () => {
  test("names every operation once", () => {
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  test("has examples that match their schemas", () => {
    for (const { id, body, example, responses } of operations) {
      if (example?.request)
        expect(body?.("UTC").safeParse(example.request).error, id).toBeUndefined();
      const shape = responses[200]?.schema ?? responses[201]?.schema;
      if (example?.response) expect(shape?.safeParse(example.response).error, id).toBeUndefined();
    }
  });

  test("has an example of every request and every response", () => {
    for (const { id, body, example, files, responses } of operations) {
      // A file is no JSON to show.
      if (body && !files) expect(example?.request, id).toBeDefined();
      const shape = responses[200]?.schema ?? responses[201]?.schema;
      if (shape) expect(example?.response, id).toBeDefined();
    }
  });

  test("passes Redocly's linter without a warning", async () => {
    const source = (await send("GET", "/api/openapi.json")).text;
    const config = await createConfig({ extends: ["recommended"] });
    const lint = (text: string) =>
      lintFromString({ source: text, absoluteRef: "openapi.json", config });
    const found = await lint(source);
    expect(found.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
    expect(await lint(source.replace('"operationId":"user_profile"', '"x":1'))).not.toEqual([]);
  });

  test("is OpenAPI 3.1, for anybody", async () => {
    const got = await send("GET", "/api/openapi.json");
    expect(got.body).toMatchObject({ openapi: "3.1.0", info: { title: "Foothold" } });
    expect(got.text).toContain('"operationId":"list_job_posting"');
  });
});
