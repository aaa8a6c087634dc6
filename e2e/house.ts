import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../scripts/free-port.ts";
import { type Arrived, startMailServer } from "../scripts/mail-server.ts";

export type House = {
  url: string;
  /** the mails that this Foothold sent */
  letters: () => Arrived[];
  stop: () => Promise<void>;
};

/** Another Foothold with a database and settings of its own, which sends mail to a server that keeps it. */
export async function startHouse(settings: Record<string, string> = {}): Promise<House> {
  const scratch = mkdtempSync(join(tmpdir(), "foothold-house-"));
  const mail = await startMailServer(join(scratch, "mail"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
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
  await new Promise<void>((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (said.includes("Foothold is at")) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void ended.then(() => reject(new Error(`This Foothold did not start: ${said}`)));
  });
  return {
    url,
    letters: mail.letters,
    stop: async () => {
      child.kill("SIGTERM");
      await Promise.all([ended, mail.stop()]);
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}
