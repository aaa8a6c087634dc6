import { deepEqual, equal, ok } from "node:assert/strict";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { setTimeout } from "node:timers/promises";
import autocannon from "autocannon";
import { newPerson, newSite, posting } from "./person.ts";
import { newDatabase, type StartCommand, startServer } from "./server.ts";

/** Checks a graceful stop: under load, SIGTERM ends the server once all requests that it had accepted are answered. */
export async function checkStopping(command: StartCommand): Promise<void> {
  const settings = { DATABASE_URL: newDatabase(), RATE_LIMITS: "off", LOG_LEVEL: "info" };
  const server = await startServer(command, settings);
  const who = await newPerson(server.address, "robin");
  const site = await newSite(server.address, who);
  const slow = sendSlowly(`${server.address}/api/job_posting/`, who, posting(site, 1));

  const failures: string[] = [];
  const load = autocannon(
    { url: `${server.address}/api/job_site/`, headers: who, connections: 20, duration: 30 },
    () => {},
  );
  load.on("reqError", (error: NodeJS.ErrnoException) => failures.push(error.code ?? error.message));
  let responses = 0;
  const statuses = new Set<number>();
  load.on("response", (_client: unknown, status: number) => {
    responses += 1;
    statuses.add(status);
  });
  await setTimeout(1_500);
  const beforeStop = responses;
  const stopped = server.stop();
  await setTimeout(400);
  equal((await slow.finish()).statusCode, 201, "a request that was sent in part is answered");
  equal(await stopped, 0);
  load.stop();
  ok(beforeStop > 0, "there was load");
  deepEqual([...statuses], [200]);
  // Requests after the stop are refused, which is not a failure.
  deepEqual(
    failures.filter((code) => code !== "ECONNREFUSED"),
    [],
  );
}

/** Sends a request except for its last byte, which `finish` sends. */
function sendSlowly(url: string, who: object, body: object) {
  const bytes = Buffer.from(JSON.stringify(body));
  const headers = { ...who, "content-type": "application/json", "content-length": bytes.length };
  const sent = request(url, { method: "POST", headers });
  sent.write(bytes.subarray(0, -1));
  return {
    finish: async (): Promise<IncomingMessage> => {
      sent.end(bytes.subarray(-1));
      const [response] = (await once(sent, "response")) as [IncomingMessage];
      response.resume();
      return response;
    },
  };
}
