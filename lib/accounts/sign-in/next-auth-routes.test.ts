import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { freshDatabase } from "../../testing.ts";
import { sessionCookie } from "../auth/cookie.ts";
import { answerNextAuth } from "./next-auth-routes.ts";

freshDatabase();

const ask = (
  method: string,
  path: string,
  init: { body?: BodyInit; headers?: HeadersInit } = {},
) => {
  const request = new NextRequest(`http://localhost:3000/api/auth/${path}`, {
    ...init,
    method,
    duplex: "half",
  } as ConstructorParameters<typeof NextRequest>[1]);
  return answerNextAuth(request, { params: Promise.resolve({ nextauth: path.split("/") }) });
};

const form = { "content-type": "application/x-www-form-urlencoded" };
const long = "a&".repeat(8_193);
const streamed = () => new Blob([long]).stream();

test.each([
  "_log",
  "providers",
  "verify-request",
  "nothing",
  "callback/github",
  "callback",
  "constructor",
])("%s does not exist", async (path) => {
  for (const method of ["GET", "POST"]) {
    const response = await ask(method, path);
    expect([response.status, await response.json()]).toEqual([404, { detail: "Not found." }]);
  }
});

test.each([
  ["GET", "callback/credentials", "POST"],
  ["GET", "signout", "POST"],
  ["POST", "session", "GET"],
  ["POST", "signin", "GET"],
])("%s %s is refused", async (method, path, allowed) => {
  const response = await ask(method, path);
  expect([response.status, response.headers.get("allow")]).toEqual([405, allowed]);
});

test.each<[string, () => BodyInit]>([
  ["with a length", () => long],
  ["without one", streamed],
])("a long body %s is refused before it is parsed", async (_, body) => {
  for (const path of ["callback/credentials", "signout"]) {
    const response = await ask("POST", path, { body: body(), headers: form });
    expect(response.status).toBe(413);
    expect(response.headers.get("connection")).toBe("close");
  }
});

test("a malformed body is refused", async () => {
  const headers = { "content-type": "application/json" };
  for (const body of ["{", "[]", "null"])
    expect((await ask("POST", "callback/credentials", { body, headers })).status).toBe(400);
});

test("two session cookies are refused", async () => {
  const { name } = sessionCookie();
  const response = await ask("GET", "session", { headers: { cookie: `${name}=a; ${name}=b` } });
  expect(response.status).toBe(400);
});

test("a session cookie in hundreds of chunks is refused before they are joined", async () => {
  const { name } = sessionCookie();
  for (const suffix of [".", "x"]) {
    const cookie = Array.from({ length: 400 }, (_, at) => `${name}${suffix}${at}=x`).join("; ");
    const response = await ask("GET", "session", { headers: { cookie } });
    expect([response.status, await response.json()]).toEqual([
      400,
      { detail: "The session cookie was sent in too many pieces." },
    ]);
  }
});

test("every answer loads and runs nothing, and is not kept", async () => {
  for (const path of ["nothing", "signout"]) {
    const { headers } = await ask("GET", path);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("cache-control")).toBe("private, no-store");
  }
});
