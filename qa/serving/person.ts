import { ok } from "node:assert/strict";

export const password = "Quiet#Harbour42!";

/** Sends JSON, and gives the answer. */
export function send(address: string, method: string, path: string, body?: object, headers = {}) {
  return fetch(address + path, {
    method,
    headers: { ...(body ? { "content-type": "application/json" } : {}), ...headers },
    body: body && JSON.stringify(body),
  });
}

/** Registers somebody and gives the header that says so; the first one is an admin. */
export async function newPerson(address: string, name: string): Promise<{ authorization: string }> {
  const person = {
    username: name,
    email: `${name}@example.org`,
    first_name: "Robin",
    last_name: "Vale",
  };
  const made = await send(address, "POST", "/api/auth/register/", { ...person, password });
  ok(made.ok, await made.text());
  const signedIn = await send(address, "POST", "/api/token/", { username: name, password });
  ok(signedIn.ok);
  const { access } = await signedIn.json();
  return { authorization: `Bearer ${access}` };
}

/** A posting as it is sent, called after a number. */
export const posting = (site: number, number: number) => ({
  job_site_id: site,
  company_name: `Fern & Field ${number}`,
  posting_title: "Gardener",
  job_description: "Plants",
});

/** Makes a job site and gives its id. */
export async function newSite(address: string, who: object): Promise<number> {
  const made = await send(address, "POST", "/api/job_site/", { site_name: "Careers" }, who);
  ok(made.ok);
  return (await made.json()).id;
}
