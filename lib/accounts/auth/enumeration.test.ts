import { expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { freshDatabase } from "../../testing.ts";
import { checkCredentials } from "./credentials.ts";
import { hashPassword } from "./passwords.ts";

process.env.RATE_LIMITS = "off";
freshDatabase();

const rounds = 11;
const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

async function taken(name: string): Promise<number> {
  const start = performance.now();
  await checkCredentials(name, "Not-the-password-9", new Headers());
  return performance.now() - start;
}

/** Whose median is how many times that of a known name; in turn, so that a busy moment meets all alike. */
async function ratios(names: string[]): Promise<number[]> {
  const times = names.map(() => [] as number[]);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, name] of names.entries()) times[at]?.push(await taken(name));
  }
  const [first = 1, ...others] = times.map(median);
  return others.map((other) => other / first);
}

test("a refused sign-in takes the same time, whether the name exists, is closed or does not", async () => {
  const password = await hashPassword("Quiet-River 42!");
  await getDb()
    .insert(user)
    .values([
      { username: "mira", password },
      { username: "gone", password, is_active: false },
    ]);
  await taken("mira");
  // A machine that is busy with something else may spoil one try, hardly three.
  let last: number[] = [];
  for (let tries = 0; tries < 3; tries += 1) {
    last = await ratios(["mira", "gone", "nobody", "x".repeat(150)]);
    if (last.every((ratio) => ratio > 0.7 && ratio < 1.4)) return;
  }
  expect(last, "times as a share of a known name's").toEqual([]);
});
