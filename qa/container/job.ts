import { deepEqual, equal, match, ok } from "node:assert/strict";

const json = { "content-type": "application/json" };

/**
 * What Foothold is for, over HTTP at `address`: a person registers, enters a posting and reads it again, and
 * the pages come with their styles, scripts and fonts. Throws what did not hold.
 */
export async function doMainJob(address: string): Promise<void> {
  const name = `robin${Date.now()}`;
  const password = "Quiet#Harbour42!";
  const person = {
    username: name,
    email: `${name}@example.org`,
    first_name: "Robin",
    last_name: "Vale",
  };
  const post = async (path: string, body: object, headers = {}) => {
    const answer = await fetch(address + path, {
      method: "POST",
      headers: { ...json, ...headers },
      body: JSON.stringify(body),
    });
    ok(answer.ok, `POST ${path} answered ${answer.status}: ${await answer.clone().text()}`);
    return answer.json();
  };
  await post("/api/auth/register/", { ...person, password });
  const { access } = await post("/api/token/", { username: name, password });
  const token = { authorization: `Bearer ${access}` };
  const site = await post("/api/job_site/", { site_name: "Fern & Field careers" }, token);
  const posting = {
    job_site_id: site.id,
    company_name: "Fern & Field",
    posting_title: "Gardener",
    job_description: "Plants",
    posting_password: "seeds-and-soil",
  };
  const made = await post("/api/job_posting/", posting, token);
  const read = await fetch(`${address}/api/job_posting/${made.id}`, { headers: token });
  deepEqual(await read.json(), made);
  equal(made.posting_password, posting.posting_password);
  await everythingOf(`${address}/login`);
  await everythingOf(`${address}/api/docs`);
}

/** Loads a page, and all that it names of its own origin. */
async function everythingOf(page: string): Promise<void> {
  const answer = await fetch(page);
  equal(answer.status, 200);
  const html = await answer.text();
  const named = [...html.matchAll(/(?:src|href)="(\/(?:_next|api|icon)[^"]*)"/g)].map(
    (found) => found[1] ?? "",
  );
  ok(named.length > 1, `${page} names no files`);
  for (const path of new Set(named)) {
    const file = await fetch(new URL(path.replaceAll("&amp;", "&"), page));
    equal(file.status, 200, path);
    if (path.endsWith(".css")) await fontsOf(file);
    else await file.bytes();
  }
}

async function fontsOf(css: Response): Promise<void> {
  for (const [, path = ""] of (await css.text()).matchAll(/url\(([^)]+\.woff2)\)/g)) {
    const font = await fetch(new URL(path.replaceAll('"', ""), css.url));
    equal(font.status, 200, path);
    match(font.headers.get("content-type") ?? "", /font/);
  }
}

/** What keeps strangers' requests from the framework. Throws what did not hold. */
export async function checkGuards(address: string): Promise<void> {
  const status = async (path: string, init?: RequestInit) =>
    (await fetch(address + path, init)).status;
  equal(await status("/api/me/", { method: "PROPFIND" }), 405);
  equal(await status("/%E0%A4%A"), 404);
  equal(await status("/api//me"), 404);
  const asked = await fetch(`${address}/dashboard`, {
    redirect: "manual",
    headers: { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
  });
  ok(!asked.headers.get("location")?.includes("evil.example"), "a forged address was believed");
}
