// Times searches of one person over what qa/bench/data.ts wrote, as the lists, the palette and the API ask for them.
// Usage: DATABASE_URL=file:/tmp/x.db node --conditions=react-server qa/bench/search.ts [PERSON]

import { mintActor } from "../../lib/accounts/auth/actor.ts";
import { issuePair } from "../../lib/accounts/auth/refresh.ts";
import { operations } from "../../lib/api.ts";
import { apiOf } from "../../lib/http/testing.ts";
import { searchPostings } from "../../lib/postings/queries.ts";
import { postingFilter } from "../../lib/postings/schema.ts";
import { searchAll } from "../../lib/search/queries.ts";

process.env.AUTH_SECRET ??= "a secret that only the bench uses";
const id = Number(process.argv[2] ?? 1);
const actor = mintActor({ id, is_staff: false, time_zone: "UTC" }, "browser", "UTC");
const { access } = await issuePair(id, {});
const send = apiOf(operations);

// On a busy machine the clock says how long others worked; the processor's time is this search's own.
async function time(name: string, run: () => Promise<unknown>): Promise<void> {
  const [times, work]: [number[], number[]] = [[], []];
  for (let i = 0; i < 9; i += 1) {
    const [began, used] = [performance.now(), process.cpuUsage()];
    await run();
    const { user, system } = process.cpuUsage(used);
    times.push(performance.now() - began);
    work.push((user + system) / 1000);
  }
  const ms = (list: number[]) => `${Math.min(...list).toFixed(1)} ms`;
  console.log(`${name}: best ${ms(times)}, processor ${ms(work)}`);
}

for (const q of ["team", "team experience dat", "gardener", "data eng", "co", "c", "zzz"]) {
  const path = `/api/job_posting/?limit=50&search=${encodeURIComponent(q)}`;
  await time(`${q}: the palette`, () => searchAll(actor, q));
  await time(`${q}: a page of the API`, () => send("GET", path, { token: access }));
  await time(`${q}: the list's page`, () => searchPostings(actor, postingFilter.parse({ q })));
}
