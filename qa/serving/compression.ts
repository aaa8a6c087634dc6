import { equal, match, ok } from "node:assert/strict";
import { newPerson, newSite, posting, send } from "./person.ts";
import { newDatabase, startServer } from "./server.ts";

/** Checks Content-Encoding: pages, API responses and files are compressed for clients that accept it, and only for them. */
export async function checkCompression(): Promise<void> {
  const server = await startServer("standalone", {
    DATABASE_URL: newDatabase(),
    RATE_LIMITS: "off",
  });
  const { address } = server;
  const who = await newPerson(address, "robin");
  const site = await newSite(address, who);
  for (let n = 0; n < 8; n++)
    await send(address, "POST", "/api/job_posting/", posting(site, n), who);
  const page = await (
    await fetch(`${address}/login`, { headers: { "accept-encoding": "identity" } })
  ).text();
  const [script = ""] = /\/_next\/static\/[^"]+\.js/.exec(page) ?? [];
  for (const path of ["/login", "/api/job_posting/", script]) {
    const bodies: string[] = [];
    // Pages are not read with a token.
    const headers = path.startsWith("/api/") ? who : {};
    for (const encoding of ["br", "gzip", "identity"]) {
      const response = await fetch(address + path, {
        headers: { ...headers, "accept-encoding": encoding },
      });
      equal(response.headers.get("content-encoding") ?? "identity", encoding, path);
      match(response.headers.get("vary") ?? "", /Accept-Encoding/, path);
      equal(response.headers.get("x-frame-options"), "DENY", path);
      bodies.push(await response.text());
    }
    if (path !== "/login") equal(new Set(bodies).size, 1, `${path} is the same in all encodings`);
  }
  const file = await fetch(address + script, { headers: { "accept-encoding": "br" } });
  match(file.headers.get("cache-control") ?? "", /max-age=31536000, immutable/);
  await checkEtag(address, "/api/job_posting/", who);
  await checkEtag(address, script, {});
  equal(await server.stop(), 0);
}

/** Checks that a request with the current ETag gets 304. */
async function checkEtag(address: string, path: string, credentials: object): Promise<void> {
  const first = await fetch(address + path, {
    headers: { ...credentials, "accept-encoding": "br" },
  });
  const etag = first.headers.get("etag");
  ok(etag, path);
  const headers = { ...credentials, "accept-encoding": "br", "if-none-match": etag };
  const again = await fetch(address + path, { headers });
  equal(again.status, 304, path);
}
