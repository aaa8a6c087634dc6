import { execFileSync } from "node:child_process";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Client } from "../client.ts";
import type { Fault } from "../fault.ts";
import { refusedStart, scratch, start } from "../server.ts";
import { Writes } from "../writes.ts";

export const fault: Fault = {
  what: "a damaged page in the database: it is told from a fault of the code, and the backup brings all back",
  run: async () => {
    const [folder, kept] = [scratch(), scratch()];
    const server = await start({ folder });
    const client = await new Client(server.base).register();
    const writes = new Writes(client);
    writes.start(client, 8);
    await writes.more(300);
    await writes.end();
    command("backup.ts", folder, join(kept, "copy"));
    await server.stop();

    const file = join(folder, "foothold.db");
    damage(file, pageOf(file, "job_posting"));
    const faults: string[] = [];
    const hurt = await start({ folder });
    const answer = await client.at(hurt.base).call("GET", "/api/job_posting/");
    const other = await client.at(hurt.base).call("GET", "/api/me/");
    await hurt.stop();
    if (answer.status < 500) faults.push(`a damaged page was read as ${answer.status}`);
    if (other.status !== 200) faults.push(`what is whole cannot be read: ${other.status}`);
    const said =
      hurt
        .written()
        .split("\n")
        .find((line) => /damaged|malformed/.test(line)) ?? "";
    if (!/Restore|restore/.test(said)) faults.push(`the log does not say what to do: ${said}`);
    const copy = attempt(() => command("backup.ts", folder, join(kept, "bad")));
    if (!copy) faults.push("a damaged database was backed up as if it were whole");

    damage(file, 1);
    const refused = await refusedStart({ folder });
    if (refused.code !== 1) faults.push(`a start without a first page ended with ${refused.code}`);
    for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
    command("restore.ts", folder, join(kept, "copy"));
    const again = await start({ folder });
    await again.stop();
    const { lost, integrity } = writes.lostIn(folder);
    if (integrity !== "ok") faults.push(`integrity_check: ${integrity}`);
    return {
      figures: {
        "writes acknowledged": writes.acknowledged,
        "the answer to a read of the damaged page": `${answer.status} ${answer.text}`,
        "the log": said.slice(0, 300),
        "a backup of it": copy ?? "made",
        "a start without the first page": refused.written.trim().split("\n").at(-1) ?? "",
        "lost after the restore": lost.length,
      },
      faults: [...faults, ...lost.slice(0, 5)],
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

// The last line of what it said, where it failed.
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
