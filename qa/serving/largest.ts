import { deepEqual, equal, ok } from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { callActions } from "./largest/actions.ts";
import { describedOperations } from "./largest/description.ts";
import { manyApplications } from "./largest/files.ts";
import { importLargeFiles } from "./largest/imports.ts";
import { readAll, sendLargeBodies, sendLongQueries } from "./largest/operations.ts";
import { openRows, openWithLongQueries } from "./largest/pages.ts";
import type { Headers } from "./largest/rows.ts";
import { largest, type Sizes, small } from "./largest/sizes.ts";
import { Target } from "./largest/target.ts";
import { cookieOf, newPerson } from "./person.ts";
import { newDatabase, type RunningServer, startServer } from "./server.ts";
import { Waits } from "./waits.ts";

const maxGrowthMb = 50;
const givenBackWithinMs = 30_000;
/** The server's drain timeout is 25 seconds. */
const stoppedWithinMs = 30_000;

/**
 * Checks that the largest inputs of each kind stop nobody: every operation of the description, every page and server
 * action of the build, and what can be done with an import, each while others are answered.
 */
export async function checkLargestInputs(): Promise<void> {
  const DATABASE_URL = newDatabase();
  const server = await startServer("standalone", { DATABASE_URL, RATE_LIMITS: "off" });
  const who = await newPerson(server.address, "robin");
  const browser = { cookie: await cookieOf(DATABASE_URL) };
  const waits = new Waits(server.address);
  const target = new Target(server, waits, who);
  await sendAll(target, browser, small);
  const restMb = server.memoryMb();
  waits.worst.clear();
  await sendAll(target, browser, largest);
  const heldMb = server.memoryMb();
  const afterMb = await memoryAfter(server, restMb + maxGrowthMb);
  for (const [group, { ms, name }] of waits.worst)
    console.log(`  ${group}: others waited ${ms} ms at most (${name})`);
  deepEqual(target.faults, []);
  const summary = `${restMb} MB at rest, ${heldMb} with the largest inputs, ${afterMb} after`;
  console.log(`  ${summary}`);
  // Measured on Linux only.
  if (!Number.isNaN(restMb)) ok(afterMb <= restMb + maxGrowthMb, summary);
  await waits.stop();
  await checkStop(server, who);
}

async function sendAll(target: Target, browser: Headers, sizes: Sizes): Promise<void> {
  const operations = await describedOperations(target.address);
  const groups: [string, () => Promise<void>][] = [
    ["queries of operations", () => sendLongQueries(target, operations, sizes)],
    ["queries of pages", () => openWithLongQueries(target, browser, sizes)],
    ["bodies of operations", () => sendLargeBodies(target, operations, sizes)],
    ["reading what was sent", () => readAll(target, operations)],
    ["pages of what was sent", () => openRows(target, browser)],
    ["server actions", () => callActions(target, operations, sizes)],
    ["imports", () => importLargeFiles(target, browser, sizes)],
  ];
  for (const [group, send] of groups) {
    target.group = group;
    const began = Date.now();
    await send();
    console.log(`  ${group}: ${Math.round((Date.now() - began) / 1_000)} s`);
  }
}

/** The memory once it is down to that, or after 30 seconds. */
async function memoryAfter(server: RunningServer, wantedMb: number): Promise<number> {
  const began = Date.now();
  while (server.memoryMb() > wantedMb && Date.now() - began < givenBackWithinMs)
    await setTimeout(500);
  return server.memoryMb();
}

/** Checks that SIGTERM ends the server in time while it works on the longest requests. */
async function checkStop(server: RunningServer, headers: Headers): Promise<void> {
  const uploads = Array.from({ length: 4 }, () => {
    const body = new FormData();
    body.set("file", new File([manyApplications(largest)], "hunt"));
    const sent = fetch(`${server.address}/api/import_batch/`, { method: "POST", headers, body });
    return sent.then(({ status }) => status).catch(() => 0);
  });
  await setTimeout(1_000);
  const began = Date.now();
  equal(await server.stop(), 0);
  const stoppedMs = Date.now() - began;
  const statuses = await Promise.all(uploads);
  console.log(`  stopped in ${stoppedMs} ms, with ${statuses.join(", ")} for what was at work`);
  ok(stoppedMs <= stoppedWithinMs, `stopped in ${stoppedMs} ms`);
}
