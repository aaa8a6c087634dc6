// npm run capture:hostile [-- PART OF A NAME]: sends hostile pages, texts and addresses to a server of the production
// build, and checks that it stays small and answers others meanwhile.
import { ok } from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { build } from "../../scripts/build.ts";
import { newPerson } from "../serving/person.ts";
import { newDatabase, type RunningServer, startServer } from "../serving/server.ts";
import { hostileInputs } from "./hostile-inputs.ts";

const maxGrowthMb = 100;
const minAnswersASecond = 5;

await build();
const [only = ""] = process.argv.slice(2);
const server = await startServer("standalone", { DATABASE_URL: newDatabase(), RATE_LIMITS: "off" });
const headers = {
  ...(await newPerson(server.address, "robin")),
  "content-type": "application/json",
};
await send(JSON.stringify({ text: "Baker at Larch Foods" }));
await setTimeout(1_000);
const restMb = server.memoryMb();
const failures: string[] = [];
for (const [name, input] of hostileInputs.filter(([each]) => each.includes(only)))
  await check(name, JSON.stringify(input()));
await checkPrivate(server);
await server.stop();
console.log(`${restMb} MB at rest; ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);

async function send(body: string): Promise<{ status: number; answer: string }> {
  const request = { method: "POST", headers, body };
  const response = await fetch(`${server.address}/api/capture/`, request);
  return { status: response.status, answer: await response.text() };
}

async function check(name: string, body: string): Promise<void> {
  const began = performance.now();
  const watch = watchServer(server);
  const { status, answer } = await send(body);
  const ms = Math.round(performance.now() - began);
  const { peakMb, slowestSecond } = await watch();
  const sentence = status === 200 ? "" : ` ${answer.slice(0, 120)}`;
  const told = `${name}: ${status} in ${ms} ms, ${peakMb - restMb} MB above rest, ${slowestSecond} answers a second${sentence}`;
  const isFine =
    status < 500 &&
    !/<script|onerror=|javascript:/i.test(status === 200 ? answer : "") &&
    !(peakMb - restMb > maxGrowthMb) &&
    slowestSecond >= minAnswersASecond;
  if (!isFine) failures.push(name);
  console.log(`${isFine ? "✓" : "✗"} ${told}`);
}

/** Asks for health and memory until it is told to stop; gives the peak, and the fewest answers in any second. */
function watchServer({ address, memoryMb }: RunningServer) {
  let isDone = false;
  let peakMb = 0;
  const answered = [performance.now()];
  const watching = (async () => {
    while (!isDone) {
      peakMb = Math.max(peakMb, memoryMb());
      await (await fetch(`${address}/api/health`)).text();
      answered.push(performance.now());
      await setTimeout(20);
    }
  })();
  return async () => {
    // A second at least, so that there is one to count.
    await setTimeout(1_100);
    isDone = true;
    await watching;
    const last = answered.at(-1) ?? 0;
    const starts = answered.filter((each) => each + 1_000 <= last);
    const counts = starts.map(
      (from) => answered.filter((at) => at >= from && at < from + 1_000).length,
    );
    return { peakMb, slowestSecond: Math.min(...counts) };
  };
}

/** A server of this machine is asked for by its addresses, and must not be connected to. */
async function checkPrivate({ address }: RunningServer): Promise<void> {
  let connections = 0;
  const inside = createServer((_, response) => response.end("secret"));
  inside.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((ready) => inside.listen(0, "127.0.0.1", ready));
  const { port } = inside.address() as AddressInfo;
  const hosts = ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:7f00:1]", "[::1]", "0"];
  for (const host of [...hosts, "169.254.169.254"]) {
    const { status, answer } = await send(JSON.stringify({ url: `http://${host}:${port}/` }));
    console.log(`  http://${host}:${port}/: ${status} ${answer.slice(-110)}`);
  }
  inside.close();
  ok(address);
  if (connections > 0) failures.push("a private address");
  console.log(`${connections ? "✗" : "✓"} a private server: ${connections} connections`);
}
