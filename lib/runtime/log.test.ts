import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

// Logs as `server/main.ts` does, uncaught errors included, once nobody reads its output any more.
const program = `
  import { text } from "node:stream/consumers";
  import { setTimeout } from "node:timers/promises";
  import { log } from "./lib/runtime/log.ts";
  let uncaught = 0;
  process.on("uncaughtException", (error) => {
    uncaught += 1;
    log("error", "said", { message: String(error) });
  });
  await text(process.stdin);
  log("error", "first");
  await setTimeout(200);
  process.stderr.write(uncaught + " uncaught");
`;

test("a reader of the log that goes away is no error, which would be logged in turn", async () => {
  const flags = ["--input-type=module", "--no-warnings", "-e", program];
  const env = { ...process.env, LOG_LEVEL: "info" };
  const child = spawn(process.execPath, flags, { stdio: "pipe", env, timeout: 10_000 });
  const said = text(child.stderr);
  child.stdout.destroy();
  child.stdin.end();
  expect(await said).toBe("0 uncaught");
});
