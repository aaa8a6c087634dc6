// npm run demo: serves the production build on a temporary database with generated postings.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { restartWithMemoryFlags } from "../server/memory.ts";

const hooks = fileURLToPath(new URL("hooks.mjs", import.meta.url));
// Now, since what follows is gone with the process.
restartWithMemoryFlags([...process.execArgv, "--import", hooks, ...process.argv.slice(1)]);

const folder = mkdtempSync(join(tmpdir(), "foothold-demo-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.env.DATABASE_URL = `file:${join(folder, "demo.db")}`;
process.env.AUTH_SECRET = randomBytes(32).toString("base64url");
delete process.env.PUBLIC_URL;
// Cookies are shared between the ports of a host: the sign-in at another Foothold there must stay.
process.env.SESSION_COOKIE = "foothold-demo.session-token";
// No log line for each request.
process.env.LOG_LEVEL ??= "warn";

const { migrateDatabase } = await import("../db/migrate.ts");
const { getDb } = await import("../db/client.ts");
const { user } = await import("../db/schema/accounts.ts");
const { hashPassword } = await import("../lib/accounts/auth/passwords.ts");
const { openSession } = await import("../lib/accounts/auth/sessions.ts");
const { sealKey, sessionCookie } = await import("../lib/accounts/auth/cookie.ts");
const { fillDemoHunt } = await import("./demo-hunt.ts");
const { settings } = await import("../server/listen.ts");

await migrateDatabase();
const password = "Try-it-0ut";
const [ann] = await getDb()
  .insert(user)
  .values({
    username: "ann",
    email: "ann@example.org",
    email_key: "ann@example.org",
    first_name: "Ann",
    last_name: "Example",
    password: await hashPassword(password),
    is_staff: true,
    color_mode: "system",
  })
  .returning();
if (!ann) throw new Error("The demo's person was not written.");
await fillDemoHunt(ann.id, Number(process.env.DEMO_POSTINGS || 180));

const { build } = await import("./build.ts");
await build();
// Only now: it serves at once.
await import("../server/main.ts");

// Cookies are shared between the ports of a host, so a second server can sign in without a way for it in the app.
const { host, port, address } = settings();
const cookie = `${sessionCookie().name}=${await sealKey(await openSession(ann.id, { user_agent: "Demo" }))}; Path=${sessionCookie().options.path}; HttpOnly; SameSite=Lax`;
createServer((_request, response) => {
  response.writeHead(302, { "set-cookie": cookie, location: `${address}/dashboard` }).end();
}).listen(port + 1, host, () => {
  process.stdout.write(`
This is the demo: open ${address.replace(String(port), String(port + 1))} and you are signed in as Ann
(or sign in as "ann" with "${password}"). Nothing you do here is kept.\n`);
});
