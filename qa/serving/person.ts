import { ok } from "node:assert/strict";

export const password = "Quiet#Harbour42!";

/** Sends a request with a JSON body, if any. */
export function send(address: string, method: string, path: string, body?: object, headers = {}) {
  return fetch(address + path, {
    method,
    headers: { ...(body ? { "content-type": "application/json" } : {}), ...headers },
    body: body && JSON.stringify(body),
  });
}

/** Registers a person and gives the header that signs them in; the first one is an admin. */
export async function newPerson(address: string, name: string): Promise<{ authorization: string }> {
  const person = {
    username: name,
    email: `${name}@example.org`,
    first_name: "Robin",
    last_name: "Vale",
  };
  const registered = await send(address, "POST", "/api/auth/register/", { ...person, password });
  ok(registered.ok, await registered.text());
  const signedIn = await send(address, "POST", "/api/token/", { username: name, password });
  ok(signedIn.ok);
  const { access } = await signedIn.json();
  return { authorization: `Bearer ${access}` };
}

/** The body of a posting to create, with the number in its name. */
export const posting = (site: number, number: number) => ({
  job_site_id: site,
  company_name: `Fern & Field ${number}`,
  posting_title: "Gardener",
  job_description: "Plants",
});

/** Creates a job site and gives its id. */
export async function newSite(address: string, headers: object): Promise<number> {
  const created = await send(address, "POST", "/api/job_site/", { site_name: "Careers" }, headers);
  ok(created.ok);
  return (await created.json()).id;
}

/** Opens a session of the first person, and gives its cookie. */
export async function cookieOf(database: string): Promise<string> {
  process.env.DATABASE_URL = database;
  process.env.AUTH_SECRET = "a secret that only these tests use";
  const { closeDb } = await import("../../db/client.ts");
  const { sealKey, sessionCookie } = await import("../../lib/accounts/auth/cookie.ts");
  const { openSession } = await import("../../lib/accounts/auth/sessions.ts");
  const key = await sealKey(await openSession(1, { user_agent: "a test" }));
  closeDb();
  return `${sessionCookie().name}=${key}`;
}
