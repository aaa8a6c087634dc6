import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import { Client } from "../client.ts";
import type { Fault } from "../fault.ts";
import { faultClock } from "../fault-clock.ts";
import { type Server, scratchFolder, start } from "../server.ts";

const cronSecret = "a secret that only the fault scripts use";
const daySeconds = 86_400;
/** Longer than the lease of a message that is being sent, in seconds. */
const afterLeaseSeconds = 6 * 60;
/** A process sends so many messages at a time, which is as many as a kill may have sent twice. */
const maxTwice = 6;

/** An SMTP server in memory (RFC 5321) that says nothing to a message before `beforeReply` has ended. */
async function mailSink(beforeReply: (received: number) => Promise<void>) {
  const recipients: string[] = [];
  const server = createServer((socket: Socket) => {
    let [buffer, to, isData] = ["", "", false];
    const say = (line: string) => socket.writable && socket.write(`${line}\r\n`);
    socket.on("error", () => {});
    say("220 sink");
    socket.setEncoding("utf8").on("data", async (text: string) => {
      buffer += text;
      for (let end = buffer.indexOf("\r\n"); end >= 0; end = buffer.indexOf("\r\n")) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (isData && line !== ".") continue;
        if (isData) {
          isData = false;
          recipients.push(to);
          await beforeReply(recipients.length);
          say("250 kept");
        } else if (/^rcpt to:/i.test(line)) {
          to = line.replace(/^rcpt to:<(.*)>.*$/i, "$1");
          say("250 ok");
        } else if (/^data/i.test(line)) {
          isData = true;
          say("354 go on");
        } else if (/^quit/i.test(line)) socket.end("221 bye\r\n");
        else say("250 ok");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, recipients, close: () => server.close() };
}

const runCron = (server: Server) =>
  fetch(`${server.address}/api/cron`, { headers: { authorization: `Bearer ${cronSecret}` } });

/** Makes people with something due who want the digest at any hour. */
async function makePeople(server: Server, folder: string, count: number): Promise<string[]> {
  const names: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const client = await new Client(server.address).register();
    const due_on = new Date().toISOString().slice(0, 10);
    await client.callOk("POST", "/api/follow_up/", { what: "Write to Robin", due_on });
    names.push(client.username);
  }
  const db = new Database(join(folder, "foothold.db"));
  db.exec(`update user set email_verified_at = date_joined, time_zone = 'UTC';
    insert into reminder_setting (user_id, digest_hour) select id, 0 from user`);
  db.close();
  return names;
}

export const fault: Fault = {
  description:
    "four processes send the digests, one is killed while it sends: one mail each, none lost, few twice",
  run: async ({ people = 24 }) => {
    const folder = scratchFolder();
    const clock = await faultClock(folder);
    let beforeReply = async (_received: number) => {};
    const sink = await mailSink((received) => beforeReply(received));
    const env = {
      ...clock.env,
      SMTP_URL: sink.url,
      MAIL_FROM: "Foothold <jobs@example.org>",
      PUBLIC_URL: "http://localhost:3000",
      CRON_SECRET: cronSecret,
    };
    const options = { folder, env, nodeArgs: clock.nodeArgs };
    const first = await start(options);
    const others = await Promise.all([1, 2, 3].map(() => start(options)));
    const servers = [first, ...others];
    const names = await makePeople(first, folder, people);
    // Each address was asked to be proved.
    while (sink.recipients.length < people) await setTimeout(100);
    sink.recipients.length = 0;
    const countsOf = () =>
      names.map((name) => sink.recipients.filter((to) => to.startsWith(`${name}@`)).length);

    for (let n = 0; n < 3; n += 1) await Promise.all(servers.map(runCron));
    const quiet = countsOf();

    // The next day one process sends alone, and is killed where the mail server has a message that it is not told of.
    await clock.set(daySeconds);
    sink.recipients.length = 0;
    beforeReply = async (received) => {
      if (received === people / 2) await first.kill();
    };
    await runCron(first).catch(() => {});
    const atKill = sink.recipients.length;
    await Promise.all(others.map(runCron));
    await clock.set(daySeconds + afterLeaseSeconds);
    await Promise.all(others.map(runCron));
    const killed = countsOf();
    sink.close();
    const twice = killed.filter((count) => count === 2).length;
    const failures = [
      ...(quiet.every((count) => count === 1) ? [] : [`mails of a quiet day: ${quiet}`]),
      ...(killed.every((count) => count === 1 || count === 2) ? [] : [`after a kill: ${killed}`]),
      ...(twice <= maxTwice ? [] : [`${twice} were sent twice`]),
    ];
    return {
      figures: {
        people,
        "mails of four processes": quiet.reduce((sum, count) => sum + count, 0),
        "sent when one was killed": atKill,
        "sent twice": twice,
        "sent not at all": killed.filter((count) => count === 0).length,
      },
      failures,
    };
  },
};
