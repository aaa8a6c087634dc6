import { equal, match, ok } from "node:assert/strict";
import { newPerson, newSite, posting, send } from "./person.ts";
import { newDatabase, startServer } from "./server.ts";

/** Pages, answers and files go out compressed to whoever takes it, and as they are to all others. */
export async function checkSizes(): Promise<void> {
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
    // Pages know no tokens.
    const token = path.startsWith("/api/") ? who : {};
    for (const encoding of ["br", "gzip", "identity"]) {
      const answer = await fetch(address + path, {
        headers: { ...token, "accept-encoding": encoding },
      });
      equal(answer.headers.get("content-encoding") ?? "identity", encoding, path);
      match(answer.headers.get("vary") ?? "", /Accept-Encoding/, path);
      equal(answer.headers.get("x-frame-options"), "DENY", path);
      bodies.push(await answer.text());
    }
    if (path !== "/login") equal(new Set(bodies).size, 1, `${path} is the same in all encodings`);
  }
  const file = await fetch(address + script, { headers: { "accept-encoding": "br" } });
  match(file.headers.get("cache-control") ?? "", /max-age=31536000, immutable/);
  await knows(address, "/api/job_posting/", who);
  await knows(address, script, {});
  equal(await server.stop(), 0);
}

/** Whoever has the answer already is told so. */
async function knows(address: string, path: string, who: object): Promise<void> {
  const first = await fetch(address + path, { headers: { ...who, "accept-encoding": "br" } });
  const etag = first.headers.get("etag");
  ok(etag, path);
  const headers = { ...who, "accept-encoding": "br", "if-none-match": etag };
  const again = await fetch(address + path, { headers });
  equal(again.status, 304, path);
}
