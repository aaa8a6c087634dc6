import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { basePath } from "../lib/base-path.ts";
import { derivedKey } from "../lib/env.ts";
import { freePort } from "../scripts/free-port.ts";
import { expect, test } from "./fixtures.ts";

test.use({ signedIn: false });

// Names of settings and packages of the server, and the prefix of a password hash.
const serverOnly =
  /AUTH_SECRET|JWT_SECRET|DATABASE_URL|DATABASE_AUTH_TOKEN|SMTP_|CLIENT_SECRET|\$argon2|better-sqlite3|TRUST_PROXY|RATE_LIMITS/;

test("client files contain no secret and no name that only the server uses", () => {
  const files = globSync(".next/static/**/*").filter((file) =>
    /\.(js|css|json|txt|map)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
  const values = [
    process.env.AUTH_SECRET,
    process.env.JWT_SECRET,
    ...["next-auth", "passwords of sites and postings"].flatMap((purpose) => {
      const key = derivedKey(purpose);
      return [key.toString("hex"), key.toString("base64"), key.toString("base64url")];
    }),
  ].filter((value) => value !== undefined);
  const leaks = files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const name = serverOnly.exec(text)?.[0];
    const value = values.find((secret) => text.includes(secret));
    return name || value ? [`${file}: ${name ?? value}`] : [];
  });
  expect(leaks).toEqual([]);
});

test("the server's log contains no secret, whatever is sent to it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "foothold-secrets-"));
  const word = (name: string) => `${name}-${randomBytes(9).toString("hex")}`;
  const auth = word("root-secret-of-this-run");
  const port = await freePort();
  const env = {
    ...process.env,
    AUTH_SECRET: auth,
    JWT_SECRET: "",
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, "foothold.db")}`,
    RATE_LIMITS: "on",
    LOG_LEVEL: "debug",
  };
  const server = spawn(process.execPath, ["scripts/run.mjs", "start.ts"], { env });
  let written = "";
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        written += text;
        if (/Foothold is at|"ready"/.test(written)) resolve();
      });
    }
    server.on("exit", () => reject(new Error(written)));
  });
  try {
    await ready;
    const secrets = [auth, ...(await sendSecrets(`http://127.0.0.1:${port}${basePath}`, word))];
    const exited = new Promise((resolve) => server.on("exit", resolve));
    server.kill("SIGTERM");
    await exited;
    expect(secrets.filter((secret) => secret.length < 8)).toEqual([]);
    expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);
    expect(written).not.toMatch(/\$argon2|eyJ[\w-]{10,}\.|Bearer [\w.-]{8}/);
  } finally {
    server.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Registers, signs in and sends invalid requests; returns every secret that it sent or received. */
async function sendSecrets(base: string, word: (name: string) => string): Promise<string[]> {
  const password = `${word("Password").replace("-", "")}!Aa1`;
  const wrong = `${word("Wrong").replace("-", "")}!Aa1`;
  const site_password = word("site-password");
  const broken = word("in-a-broken-body");
  const query = word("in-a-query");
  const json = (body: object, headers = {}) => ({
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const post = async (path: string, init: RequestInit) => {
    const response = await fetch(base + path, init);
    return (await response.json().catch(() => ({}))) as Record<string, string>;
  };
  const person = { username: "mira", email: "mira@example.org", first_name: "M", last_name: "L" };
  const made = await post("/api/auth/register/", json({ ...person, password }));
  expect(made).toMatchObject({ message: expect.any(String) });
  await post("/api/auth/register/", json({ ...person, password: wrong }));
  for (let n = 0; n < 12; n += 1) {
    await post("/api/token/", json({ username: "nobody", password: wrong }));
  }
  const { access = "", refresh = "" } = await post(
    "/api/token/",
    json({ username: "mira", password }),
  );
  const bearer = { authorization: `Bearer ${access}` };
  await post("/api/job_site/", json({ site_name: "Board", site_password }, bearer));
  await post("/api/job_site/", {
    method: "POST",
    headers: bearer,
    body: `{"site_password":"${broken}`,
  });
  await post(`/api/job_site/?search=${query}&limit=${query}`, { headers: bearer });
  const { token = "" } = await post(
    "/api/personal_token/",
    json({ name: "n", scopes: ["read"] }, bearer),
  );
  await post("/api/me/", { headers: { authorization: `Bearer ${token}x` } });
  await post("/api/token/refresh/", json({ refresh: `${refresh}x` }));
  await post(`/login?next=/${query}`, {
    method: "POST",
    headers: { "next-action": broken, cookie: `next-auth.session-token=${broken}` },
    body: broken,
  });
  await fetch(`${base}/api/auth/session`, {
    headers: { cookie: `next-auth.session-token=${broken}` },
  });
  return [password, wrong, site_password, broken, query, access, refresh, token];
}
