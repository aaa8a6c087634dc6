import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.unstubAllEnvs());

// What depends on the environment is read once per module.
async function answerTo(
  headers: Record<string, string> = {},
  method = "GET",
  address = "",
  path = "/login",
) {
  vi.resetModules();
  vi.stubEnv("PUBLIC_URL", address);
  const { proxy } = await import("./proxy.ts");
  const host = { host: "hunt.example.org" };
  const url = `http://hunt.example.org${path}`;
  return proxy(new NextRequest(url, { method, headers: { ...host, ...headers } }));
}

test("a page's CSP allows only its own scripts, by a fresh nonce", async () => {
  const policies = [];
  for (let n = 0; n < 2; n += 1) {
    policies.push((await answerTo()).headers.get("content-security-policy") ?? "");
  }
  const [first = "", second] = policies;
  for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
    expect(first).toContain(part);
  }
  expect(first).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}'(;|$)/);
  expect(first).not.toBe(second);
});

test("HSTS is two years where PUBLIC_URL is HTTPS, and absent otherwise", async () => {
  const header = "strict-transport-security";
  expect((await answerTo()).headers.get(header)).toBeNull();
  const secure = await answerTo({}, "GET", "https://hunt.example.org");
  expect(secure.headers.get(header)).toBe("max-age=63072000; includeSubDomains");
});

test.each<[string, Record<string, string>, number]>([
  ["its own Origin", { origin: "http://hunt.example.org" }, 200],
  ["the Origin that a proxy speaks TLS for", { origin: "https://hunt.example.org" }, 200],
  ["a client that is no browser", {}, 200],
  ["an address that was typed", { "sec-fetch-site": "none" }, 200],
  ["another Origin", { origin: "https://evil.example" }, 403],
  ["an Origin of null", { origin: "null" }, 403],
  ["a name that begins alike", { origin: "http://hunt.example.org.evil.example" }, 403],
  ["Sec-Fetch-Site: cross-site", { "sec-fetch-site": "cross-site" }, 403],
  ["Sec-Fetch-Site: same-site", { "sec-fetch-site": "same-site" }, 403],
])("a change from %s gets the expected status", async (_, headers, status) => {
  expect((await answerTo(headers, "POST")).status).toBe(status);
});

test.each<[string, Record<string, string>, number]>([
  ["its Origin, with the Host that people type", { host: "hunt.example.org:8443" }, 200],
  ["its Origin, with a Host without the port", { host: "hunt.example.org" }, 200],
  ["its Origin, with the Host of the machine behind", { host: "127.0.0.1:3000" }, 200],
  ["its Origin by HTTP", { origin: "http://hunt.example.org:8443" }, 403],
  ["its Origin without the port", { origin: "https://hunt.example.org" }, 403],
  [
    "another Origin that is the Host too",
    { origin: "https://evil.example", host: "evil.example" },
    403,
  ],
])("with PUBLIC_URL a change from %s gets the expected status", async (_, headers, status) => {
  const address = "https://hunt.example.org:8443";
  const answer = await answerTo({ origin: address, ...headers }, "POST", address);
  expect(answer.status).toBe(status);
  // What Next compares the Origin with.
  const told = ["host", "x-forwarded-host"].map((name) =>
    answer.headers.get(`x-middleware-request-${name}`),
  );
  if (status === 200) expect(told).toEqual(["hunt.example.org:8443", "hunt.example.org:8443"]);
  else expect(await answer.text()).toContain(address);
});

test("a path with a dot is checked like any other, and leads to no sign-in", async () => {
  const { config } = await import("./proxy.ts");
  const isSeen = (path: string) =>
    unstable_doesMiddlewareMatch({ config, url: `http://hunt.example.org${path}` });
  for (const path of [
    "/x.y",
    "/login.json",
    "/postings/1.html",
    "/a.b/c",
    "/apiary",
    "/icon.svg.x",
  ])
    expect(isSeen(path), path).toBe(true);
  for (const path of ["/api", "/api/me/", "/api/x.y", "/_next/static/a.js", "/icon.svg"])
    expect(isSeen(path), path).toBe(false);
  expect((await answerTo({}, "GET", "", "/nowhere.png")).headers.get("location")).toBeNull();
  expect((await answerTo({}, "GET", "", "/nowhere")).headers.get("location")).toContain("/login");
  const foreign = { origin: "https://evil.example" };
  expect((await answerTo(foreign, "POST", "", "/x.y")).status).toBe(403);
});

test("a refusal loads and runs nothing, and has the headers of a page", async () => {
  const refused = [
    await answerTo({ origin: "https://evil.example" }, "POST", "https://hunt.example.org"),
    await answerTo({ "next-action": "x" }, "POST", "https://hunt.example.org"),
    await answerTo({ authorization: "Bearer x" }, "GET", "https://hunt.example.org"),
  ];
  for (const { headers } of refused) {
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("strict-transport-security")).toContain("max-age=63072000");
  }
});

test("an invalid action name is refused", async () => {
  for (const name of ["x", "quarry\u00e9", "0".repeat(19), "0".repeat(500), "__proto__"]) {
    expect((await answerTo({ "next-action": name }, "POST")).status).toBe(404);
  }
  expect((await answerTo({ "next-action": "0a".repeat(21) }, "POST")).status).toBe(200);
});
