import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { basePath } from "../lib/base-path.ts";
import { freePort } from "../scripts/free-port.ts";
import { type ReceivedMail, startMailServer } from "../scripts/mail-server.ts";

export type TestServer = {
  url: string;
  /** the e-mails that this server has sent */
  emails: () => ReceivedMail[];
  /** what it has printed: its log */
  output: () => string;
  /** opens a page in a browser context of its own */
  newPage: (browser: Browser) => Promise<Page>;
  stop: () => Promise<void>;
};

/** Starts a second server with its own database and settings, which sends e-mail to a test SMTP server. */
export async function startTestServer(settings: Record<string, string> = {}): Promise<TestServer> {
  const scratch = mkdtempSync(join(tmpdir(), "foothold-test-server-"));
  const mail = await startMailServer(join(scratch, "mail"));
  const port = await freePort();
  const url = `http://localhost:${port}${basePath}`;
  const env = {
    ...process.env,
    DATABASE_URL: `file:${join(scratch, "foothold.db")}`,
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: url,
    SMTP_URL: mail.url,
    MAIL_FROM: "Foothold <jobs@example.org>",
    ...settings,
  };
  const child = spawn("node", ["scripts/run.mjs", "start.ts"], { env });
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  let output = "";
  await new Promise<void>((resolve, reject) => {
    const collect = (chunk: Buffer) => {
      output += chunk;
      if (output.includes("Foothold is at")) resolve();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    void ended.then(() => reject(new Error(`The test server did not start: ${output}`)));
  });
  return {
    url,
    emails: mail.received,
    output: () => output,
    newPage: async (browser) =>
      (await browser.newContext({ baseURL: url, locale: "en-US" })).newPage(),
    stop: async () => {
      child.kill("SIGTERM");
      await Promise.all([ended, mail.stop()]);
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}
