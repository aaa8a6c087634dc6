import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fill, type Size } from "./fill.ts";
import { writer } from "./first-answers.ts";
import type { ServerFigures } from "./record.ts";
import type { Credentials, Servers } from "./rows.ts";
import { foothold, serve } from "./servers.ts";

/** The databases by name: the first person's postings are measured, the others' are there beside them. */
export const sizes: Record<string, Size> = {
  "1k": { people: 1, first: 1_000, each: 0 },
  "10k": { people: 1, first: 10_000, each: 0 },
  "50k": { people: 1, first: 50_000, each: 0 },
  "100k": { people: 991, first: 1_000, each: 100 },
  "1M": { people: 9_991, first: 1_000, each: 100 },
};

const scratchFolder = mkdtempSync(join(tmpdir(), "foothold-bench-"));
process.on("exit", () => rmSync(scratchFolder, { recursive: true, force: true }));
process.env.AUTH_SECRET = "a secret that only the bench uses";

/**
 * Starts the three servers on a fresh database, which is copied from `dataFolder` where it lies there, lets them be
 * measured, and stops them.
 */
export async function withServers<Result>(
  size: string,
  dataFolder: string | undefined,
  measure: (servers: Servers, credentials: Credentials) => Promise<Result>,
): Promise<{ result: Result; figures: ServerFigures }> {
  const path = await freshDatabase(size, dataFolder);
  process.env.DATABASE_URL = `file:${path}`;
  // Only now, since it opens the database that DATABASE_URL names.
  const { signIn } = await import("./sign-in.ts");
  const credentials = await signIn(1);
  const ours = await serve(foothold, { RATE_LIMITS: "off" }, "/api/health/ready");
  const posting = await fetch(`${ours.address}/api/job_posting/1`, { headers: credentials.api });
  const next = ["node", "node_modules/next/dist/bin/next", "start", "qa/bench/bare", "-p", "PORT"];
  const bare = await serve(next, { BENCH_BYTES: String((await posting.bytes()).length) });
  const plain = await serve(["node", "qa/bench/plain-server.ts"], {});
  const result = await measure(
    {
      ours: { ...ours, write: writer(`${ours.address}/api/job_posting/1`, credentials.api) },
      bare: { ...bare, write: writer(`${bare.address}/constant`) },
      plain: { ...plain, write: writer(`${plain.address}/one/1`) },
    },
    credentials,
  );
  const fileMb = Math.round(statSync(path).size / 2 ** 20);
  const figures = { startSeconds: ours.startMs / 1000, memoryMb: ours.memoryMb(), fileMb };
  await Promise.all([ours.stop(), bare.stop(), plain.stop()]);
  return { result, figures };
}

async function freshDatabase(name: string, dataFolder: string | undefined): Promise<string> {
  const size = sizes[name];
  if (!size) throw new Error(`No size is called ${name}.`);
  const path = join(scratchFolder, `${name}.db`);
  for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
  const prepared = join(dataFolder ?? scratchFolder, `${name}.db`);
  if (prepared !== path && existsSync(prepared)) copyFileSync(prepared, path);
  else await fill(path, size);
  return path;
}
