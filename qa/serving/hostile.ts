import { deepEqual, equal, match, ok } from "node:assert/strict";
import { once } from "node:events";
import { statSync } from "node:fs";
import type { Socket } from "node:net";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { head, openSocket, openUnread, sendRaw } from "./raw.ts";
import { newDatabase, type RunningServer, startServer } from "./server.ts";
import { longestWait } from "./stalls.ts";

const maxStallMs = 500;
const maxGrowthMb = 150;
/** Node's check of timeouts comes on top of ours. */
const closedWithinMs = 60_000;
const host = "host: localhost";

/** Checks that one request, or one client that does not read, stops nobody: no stall, memory given back, no 5xx. */
export async function checkHostileRequests(): Promise<void> {
  const DATABASE_URL = newDatabase().replace("foothold.db", "data/foothold.db");
  const server = await startServer("standalone", { DATABASE_URL });
  checkFileModes(DATABASE_URL.slice("file:".length));
  await checkStalls(server);
  await checkUnread(server);
  await checkUpgrade(server);
  equal(await server.stop(), 0);
  const errors = server.output().match(/.*"level":"error".*/g);
  deepEqual(errors, null);
}

function checkFileModes(path: string): void {
  if (process.platform === "win32") return;
  for (const each of [dirname(path), path, `${path}-wal`, `${path}-shm`])
    equal(statSync(each).mode & 0o077, 0, `${each} is its owner's alone`);
}

const form = "content-type: application/x-www-form-urlencoded";
const long = "a&".repeat(1_500_000);
const chunk = long.slice(0, 1_000_000);
const chunked = `${`${chunk.length.toString(16)}\r\n${chunk}\r\n`.repeat(3)}0\r\n\r\n`;

const parts = "content-type: multipart/form-data; boundary=x";
const action = `next-action: ${"0a".repeat(21)}`;
/** What Next's parser of server actions fails on. */
const unreadable = [
  ["multipart", parts],
  ["multipart without a boundary", "content-type: multipart/form-data"],
  ["for an action", parts, action],
  ["JSON for an action", "content-type: text/plain", action],
] as const;

const numbered = (count: number, name: string) =>
  `cookie: ${Array.from({ length: count }, (_, at) => `${name}${at}=x`).join("; ")}`;
const manyCookies = numbered(1_500, "c");
const chunks = numbered(190, "next-auth.session-token.");

type Case = [words: string, request: string, statuses: number[]];

function cases(script: string): Case[] {
  const query = "a&".repeat(7_500);
  const paths = ["/login", "/api/docs", "/api/auth/session", "/nowhere.png", "/api/nowhere"];
  const length = `content-length: ${long.length}`;
  const credentials = "POST /api/auth/callback/credentials";
  const encodings = [`br${" ".repeat(14_000)}x`, "br;".repeat(4_000), "gzip;q=1,".repeat(1_500)];
  const conditions = ["range: bytes=99999999-", "range: bytes=5-1", 'if-match: "x"'];
  return [
    ...paths.map(
      (path): Case => [`a long query of ${path}`, head(`GET ${path}?${query}`, host), [414]],
    ),
    ...["/login", "/api/auth/session", "/api/me/"].map(
      (path): Case => [`many cookies for ${path}`, head(`GET ${path}`, host, manyCookies), [431]],
    ),
    ["chunks of a session cookie", head("GET /api/auth/session", host, chunks), [400]],
    ["a long form", head(credentials, host, form, length) + long, [413]],
    [
      "a long form in chunks",
      head(credentials, host, form, "transfer-encoding: chunked") + chunked,
      [413],
    ],
    [
      "a long body for a route that is not used",
      head("POST /api/auth/_log", host, length),
      [404, 413],
    ],
    ["a long form of a page", head("POST /login", host, form, length) + long, [413]],
    ...encodings.map(
      (value): Case => [
        "Accept-Encoding",
        head("GET /login", host, `accept-encoding: ${value}`),
        [200],
      ],
    ),
    ...conditions.map((value): Case => [value, head(`GET ${script}`, host, value), [200]]),
    ...["POST", "PUT", "DELETE"].map(
      (method): Case => [`${method} of a file`, head(`${method} ${script}`, host), [405]],
    ),
    ["a Host that is none", head("GET /login", "host: ["), [400]],
    [
      "the framework's error page",
      head("GET /_global-error", host, "cookie: next-auth.session-token=x"),
      [404],
    ],
    ...unreadable.map(
      ([words, ...headers]): Case => [
        `a form that is none, ${words}`,
        `${head("POST /login", host, "content-length: 7", ...headers)}garbage`,
        [400, 409],
      ],
    ),
    ["a backslash", head("GET /a\\b", host), [404]],
    ["a sign-in by GET", head("GET /api/auth/callback/credentials", host), [405]],
    ["an action of another site", head("POST /x.y", host, "origin: https://evil.example"), [403]],
    [
      "an action below /_next",
      head("POST /_next/x", host, `next-action: ${"0a".repeat(21)}`),
      [405],
    ],
  ];
}

async function checkStalls({ address }: RunningServer): Promise<void> {
  const page = await (await fetch(`${address}/login`)).text();
  const [script = ""] = /\/_next\/static\/[^"]+\.js/.exec(page) ?? [];
  // Code that is loaded on first use.
  for (const path of ["/api/docs", "/api/auth/session"]) await fetch(address + path);
  let worstMs = 0;
  for (const [words, request, statuses] of cases(script)) {
    const { longestMs, result } = await longestWait(address, () => sendRaw(address, request));
    ok(statuses.includes(result.status), `${words}: ${result.status}`);
    ok(longestMs <= maxStallMs, `${words}: others waited ${longestMs} ms`);
    match(result.headers.get("content-security-policy") ?? "", /frame-ancestors 'none'/, words);
    equal(result.headers.get("x-frame-options"), "DENY", words);
    worstMs = Math.max(worstMs, longestMs);
  }
  console.log(`  others waited ${worstMs} ms at most`);
}

const get = (path: string, encoding: string) =>
  `GET ${path} HTTP/1.1\r\n${host}\r\naccept-encoding: ${encoding}\r\n\r\n`;

/** Checks clients that ask for much and read nothing, and ones that say nothing at all. */
async function checkUnread(server: RunningServer): Promise<void> {
  const { address } = server;
  await (await fetch(`${address}/api/docs/scalar.js`)).arrayBuffer();
  const [restMb, restFiles] = [server.memoryMb(), server.openFiles()];
  const script = "/api/docs/scalar.js";
  const opened: Socket[] = [];
  const { longestMs } = await longestWait(address, async () => {
    opened.push(...(await openUnread(address, 1, get(script, "identity").repeat(200))));
    opened.push(...(await openUnread(address, 100, get(script, "identity"))));
    opened.push(...(await openUnread(address, 100, get(script, "br"))));
    opened.push(...(await openUnread(address, 300, "")));
    await setTimeout(10_000);
  });
  const heldMb = server.memoryMb();
  const began = Date.now();
  while (server.openFiles() > restFiles + 5 && Date.now() - began < closedWithinMs)
    await setTimeout(1_000);
  const files = server.openFiles() - restFiles;
  for (const socket of opened) socket.destroy();
  const summary = `${restMb} MB at rest, ${heldMb} with ${opened.length} clients that do not read, ${server.memoryMb()} after; ${files} connections left; others waited ${longestMs} ms`;
  console.log(`  ${summary}`);
  // Measured on Linux only.
  if (Number.isNaN(restMb)) return;
  ok(heldMb - restMb <= maxGrowthMb, summary);
  ok(files <= 5, summary);
}

/** Checks that a request for another protocol is answered like any other. */
async function checkUpgrade({ address }: RunningServer): Promise<void> {
  const socket = await openSocket(address);
  const upgrade = ["upgrade: websocket", "sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA=="];
  socket.write(
    `GET /login HTTP/1.1\r\n${[host, "connection: upgrade", ...upgrade].join("\r\n")}\r\n\r\n`,
  );
  const [first] = await once(socket, "data");
  match(String(first), /^HTTP\/1\.1 200 /);
  socket.destroy();
}
