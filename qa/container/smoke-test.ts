import { deepEqual, equal, match, ok } from "node:assert/strict";

const json = { "content-type": "application/json" };

/**
 * Registers a person, creates a posting and reads it back, and loads pages with their styles, scripts and fonts,
 * all over HTTP at `address`. Throws the assertion that failed.
 */
export async function runSmokeTest(address: string): Promise<void> {
  const name = `robin${Date.now()}`;
  const password = "Quiet#Harbour42!";
  const person = {
    username: name,
    email: `${name}@example.org`,
    first_name: "Robin",
    last_name: "Vale",
  };
  const post = async (path: string, body: object, headers = {}) => {
    const response = await fetch(address + path, {
      method: "POST",
      headers: { ...json, ...headers },
      body: JSON.stringify(body),
    });
    ok(response.ok, `POST ${path}: ${response.status} ${await response.clone().text()}`);
    return response.json();
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
  await loadPage(`${address}/login`);
  await loadPage(`${address}/api/docs`);
}

/** Loads a page and the files of its own origin that it links to. */
async function loadPage(page: string): Promise<void> {
  const response = await fetch(page);
  equal(response.status, 200);
  const html = await response.text();
  const links = [...html.matchAll(/(?:src|href)="(\/(?:_next|api|icon)[^"]*)"/g)].map(
    (match) => match[1] ?? "",
  );
  ok(links.length > 1, `${page} links to no files`);
  for (const path of new Set(links)) {
    const file = await fetch(new URL(path.replaceAll("&amp;", "&"), page));
    equal(file.status, 200, path);
    if (path.endsWith(".css")) await loadFonts(file);
    else await file.bytes();
  }
}

async function loadFonts(css: Response): Promise<void> {
  for (const [, path = ""] of (await css.text()).matchAll(/url\(([^)]+\.woff2)\)/g)) {
    const font = await fetch(new URL(path.replaceAll('"', ""), css.url));
    equal(font.status, 200, path);
    match(font.headers.get("content-type") ?? "", /font/);
  }
}

/** Checks that malformed and forged requests do not reach the framework. Throws the assertion that failed. */
export async function checkRequestGuards(address: string): Promise<void> {
  const status = async (path: string, init?: RequestInit) =>
    (await fetch(address + path, init)).status;
  equal(await status("/api/me/", { method: "PROPFIND" }), 405);
  equal(await status("/%E0%A4%A"), 404);
  equal(await status("/api//me"), 404);
  const response = await fetch(`${address}/dashboard`, {
    redirect: "manual",
    headers: { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
  });
  ok(
    !response.headers.get("location")?.includes("evil.example"),
    "a forged X-Forwarded-Host was used",
  );
}
