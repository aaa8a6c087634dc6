import { withBase } from "../lib/base-path.ts";
import { builtActions, callAction } from "./actions/call.ts";
import { calls } from "./actions/calls.ts";
import { addRows, secret, snapshotRows } from "./actions/victim.ts";
import { addPerson, expect, openSession, type Person, test } from "./fixtures.ts";

test.use({ signedIn: false });
test.describe.configure({ timeout: 300_000 });

const rowOfPage: [string, "posting" | "site" | "opportunity" | "contact" | "followUp" | "draft"][] =
  [
    ["/postings/", "posting"],
    ["/sites/", "site"],
    ["/opportunities/", "opportunity"],
    ["/contacts/", "contact"],
    ["/follow-ups/", "followUp"],
    ["/import/", "draft"],
  ];

async function cookieOf(person: Person): Promise<{ cookie: string }> {
  const { name, value } = await openSession(person);
  return { cookie: `${name}=${value}` };
}

test("no server action works for another person or from another site", async ({ baseURL }) => {
  const built = builtActions();
  expect(
    built.map(({ name }) => name).filter((name) => !calls[name]),
    "actions that are missing in e2e/actions/calls.ts",
  ).toEqual([]);
  const failures: string[] = [];
  for (const { id, name, page } of built) {
    const { args, own, admins, before: prepare } = calls[name] ?? { args: () => [] };
    const victim = await addRows(await addPerson());
    const prepared = await prepare?.(victim);
    const row = rowOfPage.find(([start]) => page.startsWith(start))?.[1] ?? "posting";
    const url = new URL(withBase(page.replace("[id]", String(victim[row]))), baseURL).href;
    const owner = await cookieOf(victim.person);
    const stranger = await cookieOf(await addPerson({ is_staff: !admins }));
    const callers: Record<string, Record<string, string>> = {
      nobody: {},
      "a stranger": stranger,
      "another site, by Origin": { ...owner, origin: "https://evil.example" },
      "another site, without Origin": { ...owner, origin: "", "sec-fetch-site": "cross-site" },
      "a sandboxed page": { ...owner, origin: "null", "sec-fetch-site": "cross-site" },
    };
    const before = await snapshotRows(victim.person);
    for (const [who, headers] of Object.entries(callers)) {
      const { status, text } = await callAction(url, id, args(victim, prepared), headers);
      if (status >= 500) failures.push(`${name} breaks for ${who}: ${status}`);
      if (text.includes(secret)) failures.push(`${name} reveals the victim's data to ${who}`);
      if ((await snapshotRows(victim.person)) !== before) failures.push(`${name} works for ${who}`);
    }
    // A control: the same call by the owner has an effect.
    const { text } = await callAction(url, id, args(victim, prepared), owner);
    const changed = (await snapshotRows(victim.person)) !== before;
    if (own === "reads" ? !text.includes(secret) : !own && !changed) {
      failures.push(`${name} does nothing for its owner either: ${text.slice(0, 300)}`);
    }
  }
  expect(failures).toEqual([]);
});

test("no server action fails, whatever it is called with", async ({ baseURL }) => {
  const person = await addPerson();
  const strange = [[], [null], ["x"], [{}], [{}, {}, {}], [1, 2, 3]];
  const failures: string[] = [];
  for (const { id, name, page } of builtActions()) {
    const url = new URL(withBase(page.replace("[id]", "1")), baseURL).href;
    const mine = await cookieOf(person);
    for (const args of strange) {
      const { status } = await callAction(url, id, args, mine);
      if (status >= 500) failures.push(`${name} with ${JSON.stringify(args)}: ${status}`);
    }
  }
  expect(failures).toEqual([]);
});
