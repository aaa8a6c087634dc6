import { execFileSync } from "node:child_process";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Client } from "../client.ts";
import type { Fault } from "../fault.ts";
import { refusedStart, scratchFolder, start } from "../server.ts";
import { Writes } from "../writes.ts";

export const fault: Fault = {
  description:
    "a damaged page in the database: the log tells it from a bug, and a restore brings all back",
  run: async () => {
    const [folder, backups] = [scratchFolder(), scratchFolder()];
    const server = await start({ folder });
    const client = await new Client(server.address).register();
    const writes = new Writes(client);
    writes.start(client, 8);
    await writes.waitForMore(300);
    await writes.end();
    command("backup.ts", folder, join(backups, "copy"));
    await server.stop();

    const file = join(folder, "foothold.db");
    damage(file, pageOf(file, "job_posting"));
    const failures: string[] = [];
    const damaged = await start({ folder });
    const response = await client.at(damaged.address).call("GET", "/api/job_posting/");
    const unaffected = await client.at(damaged.address).call("GET", "/api/me/");
    await damaged.stop();
    if (response.status < 500) failures.push(`a damaged page was read as ${response.status}`);
    if (unaffected.status !== 200)
      failures.push(`an undamaged table cannot be read: ${unaffected.status}`);
    const logLine =
      damaged
        .output()
        .split("\n")
        .find((line) => /damaged|malformed/.test(line)) ?? "";
    if (!/Restore|restore/.test(logLine))
      failures.push(`the log does not say what to do: ${logLine}`);
    const backupError = attempt(() => command("backup.ts", folder, join(backups, "bad")));
    if (!backupError) failures.push("a damaged database was backed up as if it were whole");

    damage(file, 1);
    const refused = await refusedStart({ folder });
    if (refused.code !== 1)
      failures.push(`a start without a first page ended with ${refused.code}`);
    for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
    command("restore.ts", folder, join(backups, "copy"));
    const again = await start({ folder });
    await again.stop();
    const { lost, failures: found } = writes.lostIn(folder);
    return {
      figures: {
        "writes acknowledged": writes.acknowledged,
        "the answer to a read of the damaged page": `${response.status} ${response.text}`,
        "the log": logLine.slice(0, 300),
        "a backup of it": backupError ?? "made",
        "a start without the first page": refused.output.trim().split("\n").at(-1) ?? "",
        "lost after the restore": lost.length,
      },
      failures: [...failures, ...found],
    };
  },
};

function command(script: string, folder: string, argument: string): void {
  execFileSync(process.execPath, ["scripts/run.mjs", script, argument], {
    env: {
      ...process.env,
      DATABASE_URL: `file:${join(folder, "foothold.db")}`,
      AUTH_SECRET: "a secret that only the fault scripts use",
    },
    stdio: "pipe",
  });
}

// The last line of the error; undefined where the command succeeded.
function attempt(run: () => void): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr ?? error)
      .trim()
      .split("\n")
      .at(-1);
  }
}

function pageOf(file: string, table: string): number {
  const db = new Database(file);
  try {
    return Number(
      db.prepare("select rootpage from sqlite_schema where name = ?").pluck().get(table),
    );
  } finally {
    db.close();
  }
}

function damage(file: string, page: number): void {
  const handle = openSync(file, "r+");
  writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, (page - 1) * 4096);
  closeSync(handle);
}
