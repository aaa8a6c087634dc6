import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Actor } from "../accounts/auth/actor.ts";
import { sealKey, sessionCookie } from "../accounts/auth/cookie.ts";
import { checkRateLimit, limits } from "../accounts/auth/rate-limits.ts";
import { openSession } from "../accounts/auth/sessions.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { countRows, getBatch, listBatches } from "./queries.ts";
import { importLimits } from "./spreadsheet/limits.ts";
import { receiveUpload, type UploadLine } from "./upload.ts";

// A folder of its own: other tests upload at the same time.
const scratch = mkdtempSync(join(tmpdir(), "foothold-uploads-test-"));
process.env.TMPDIR = scratch;
process.env.RATE_LIMITS = "on";
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
freshDatabase();

const address = "http://localhost:3000/api/import_batch/upload?name=..%2Fmy%20hunt.csv";
const list = "Company,Title,Date Applied,Status\nLarkspur,Tester,2026-01-20,Applied\n";

async function signedIn(actor: Actor): Promise<Record<string, string>> {
  const key = await sealKey(await openSession(actor.user_id, { user_agent: "a test" }));
  return {
    cookie: `${sessionCookie().name}=${key}`,
    host: "localhost:3000",
    origin: "http://localhost:3000",
  };
}

const send = (headers: Record<string, string>, body: BodyInit | null, signal?: AbortSignal) =>
  receiveUpload(new Request(address, { method: "POST", headers, body, signal }));

async function linesOf(response: Response): Promise<UploadLine[]> {
  const text = await response.text();
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as UploadLine);
}

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith("foothold-upload-"));

test("answers with its progress, then with the draft", async () => {
  const actor = await newActor();
  const response = await send(await signedIn(actor), list);
  expect(response.status).toBe(200);
  const lines = await linesOf(response);
  expect(lines.slice(0, -1)).toEqual([
    { step: "read", rows: 1 },
    { step: "plan", rows: 1, of: 1 },
  ]);
  const last = lines.at(-1);
  const batch = await getBatch(actor, last && "id" in last ? last.id : 0);
  expect(batch.file_name).toBe("my hunt.csv");
  expect(await countRows(batch)).toMatchObject({ new: 1 });
});

test("counts files against a limit of the person's", async () => {
  const actor = await newActor();
  const headers = await signedIn(actor);
  for (let n = 0; n < limits.upload.max; n += 1)
    await checkRateLimit(limits.upload, String(actor.user_id));
  const refused = await send(headers, list);
  expect([refused.status, await refused.json()]).toEqual([
    429,
    { detail: expect.stringContaining("Too many tries") },
  ]);
  expect(await listBatches(actor)).toEqual([]);
});

test("explains what is wrong with a file, and leaves nothing behind", async () => {
  const actor = await newActor();
  const headers = await signedIn(actor);
  expect(await linesOf(await send(headers, "%PDF-1.7"))).toEqual([
    { error: expect.stringContaining("PDF") },
  ]);
  expect(await listBatches(actor)).toEqual([]);
  expect(leftovers()).toEqual([]);
});

test("accepts files only from the browser's session and Foothold's own pages", async () => {
  const headers = await signedIn(await newActor());
  expect((await send({}, list)).status).toBe(401);
  expect((await send({ ...headers, origin: "https://elsewhere.example" }, list)).status).toBe(403);
  expect((await send({ ...headers, origin: "" }, list)).status).toBe(403);
});

test("refuses a file over 100 MB, by Content-Length and by received bytes", async () => {
  const headers = await signedIn(await newActor());
  const announced = String(importLimits.bytes + 1);
  const response = await send({ ...headers, "content-length": announced }, list);
  expect(response.status).toBe(413);
  expect(await response.json()).toEqual({ detail: expect.stringContaining("100 MB") });

  let sent = 0;
  const piece = new Uint8Array(8 * 1024 * 1024);
  const endless = new ReadableStream({
    pull(controller) {
      sent += piece.length;
      controller.enqueue(piece);
    },
  });
  const request = new Request(address, {
    method: "POST",
    headers,
    body: endless,
    duplex: "half",
  } as RequestInit);
  expect((await receiveUpload(request)).status).toBe(413);
  expect(sent).toBeLessThan(importLimits.bytes + 64 * 1024 * 1024);
  expect(leftovers()).toEqual([]);
});

test("stops when the client disconnects, and leaves no draft and no file behind", async () => {
  const actor = await newActor();
  const many = `Company,Title,Date Applied\n${"Larkspur,Tester,2026-01-20\n".repeat(20_000)}`;
  const leaving = new AbortController();
  const response = await send(await signedIn(actor), many, leaving.signal);
  const reader = response.body?.getReader();
  await reader?.read();
  leaving.abort();
  await reader?.cancel().catch(() => {});
  await expect.poll(leftovers, { timeout: 10_000 }).toEqual([]);
  expect(await listBatches(actor)).toEqual([]);
});
