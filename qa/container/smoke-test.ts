import { deepEqual, equal, match, ok } from "node:assert/strict";
import { newPerson, newSite, posting, send } from "../serving/person.ts";

/**
 * Registers a person, creates a posting and reads it back, and loads pages with their styles, scripts and fonts,
 * all over HTTP at `address`. Throws the assertion that failed.
 */
export async function runSmokeTest(address: string): Promise<void> {
  const person = await newPerson(address, `robin${Date.now()}`);
  const site = await newSite(address, person);
  const fields = { ...posting(site, 1), posting_password: "seeds-and-soil" };
  const created = await send(address, "POST", "/api/job_posting/", fields, person);
  equal(created.status, 201, await created.clone().text());
  const row = await created.json();
  const read = await send(address, "GET", `/api/job_posting/${row.id}`, undefined, person);
  deepEqual(await read.json(), row);
  equal(row.posting_password, fields.posting_password);
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
