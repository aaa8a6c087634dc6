// Times one person's searches on a database of data.ts, as the palette, the API and the list run them.
// Usage: DATABASE_URL=file:/tmp/x.db node --conditions=react-server qa/bench/search-queries.ts [PERSON]
import { mintActor } from "../../lib/accounts/auth/actor.ts";
import { issueTokenPair } from "../../lib/accounts/auth/bearer.ts";
import { operations } from "../../lib/api.ts";
import { apiOf } from "../../lib/http/testing.ts";
import { searchPostings } from "../../lib/postings/queries.ts";
import { postingFilter } from "../../lib/postings/schema.ts";
import { searchAll } from "../../lib/search/queries.ts";

process.env.AUTH_SECRET ??= "a secret that only the bench uses";
const id = Number(process.argv[2] ?? 1);
const actor = mintActor({ id, is_staff: false, time_zone: "UTC" }, "browser", "UTC");
const { access } = await issueTokenPair(id, {});
const send = apiOf(operations);

// CPU time as well, since on a busy machine elapsed time depends on what else runs.
async function time(name: string, run: () => Promise<unknown>): Promise<void> {
  const [elapsedMs, cpuMs]: [number[], number[]] = [[], []];
  for (let i = 0; i < 9; i += 1) {
    const [began, cpuBefore] = [performance.now(), process.cpuUsage()];
    await run();
    const { user, system } = process.cpuUsage(cpuBefore);
    elapsedMs.push(performance.now() - began);
    cpuMs.push((user + system) / 1000);
  }
  const lowest = (list: number[]) => `${Math.min(...list).toFixed(1)} ms`;
  console.log(`${name}: fastest ${lowest(elapsedMs)}, CPU ${lowest(cpuMs)}`);
}

for (const q of ["team", "team experience dat", "gardener", "data eng", "co", "c", "zzz"]) {
  const path = `/api/job_posting/?limit=50&search=${encodeURIComponent(q)}`;
  await time(`${q}: the palette`, () => searchAll(actor, q));
  await time(`${q}: a page of the API`, () => send("GET", path, { token: access }));
  await time(`${q}: the list's page`, () => searchPostings(actor, postingFilter.parse({ q })));
}
