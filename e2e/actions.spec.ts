import { builtActions, callAction } from "./actions/call.ts";
import { calls } from "./actions/calls.ts";
import { addRows, everythingOf, secret } from "./actions/victim.ts";
import { addPerson, expect, openSession, type Person, test } from "./fixtures.ts";

test.use({ signedIn: false });
test.describe.configure({ timeout: 300_000 });

const places: [string, "posting" | "site" | "opportunity" | "draft"][] = [
  ["/postings/", "posting"],
  ["/sites/", "site"],
  ["/opportunities/", "opportunity"],
  ["/import/", "draft"],
];

async function cookieOf(person: Person): Promise<{ cookie: string }> {
  const { name, value } = await openSession(person);
  return { cookie: `${name}=${value}` };
}

test("no server action does for a stranger, or for another site, what it does for its owner", async ({
  baseURL,
}) => {
  const built = builtActions();
  expect(
    built.map(({ name }) => name).filter((name) => !calls[name]),
    "actions that e2e/actions/calls.ts does not know: say there how they are called",
  ).toEqual([]);
  const wrong: string[] = [];
  for (const { id, name, page } of built) {
    const { args, own, admins, before: prepare } = calls[name] ?? { args: () => [] };
    const victim = await addRows(await addPerson());
    const made = await prepare?.(victim);
    const row = places.find(([start]) => page.startsWith(start))?.[1] ?? "posting";
    const url = new URL(page.replace("[id]", String(victim[row])), baseURL).href;
    const owner = await cookieOf(victim.person);
    const stranger = await cookieOf(await addPerson({ is_staff: !admins }));
    const tries: Record<string, Record<string, string>> = {
      nobody: {},
      "a stranger": stranger,
      "another site, by Origin": { ...owner, origin: "https://evil.example" },
      "another site, without Origin": { ...owner, origin: "", "sec-fetch-site": "cross-site" },
      "a sandboxed page": { ...owner, origin: "null", "sec-fetch-site": "cross-site" },
    };
    const before = await everythingOf(victim.person);
    for (const [who, headers] of Object.entries(tries)) {
      const { status, text } = await callAction(url, id, args(victim, made), headers);
      if (status >= 500) wrong.push(`${name} breaks for ${who}: ${status}`);
      if (text.includes(secret)) wrong.push(`${name} tells ${who} what it should not`);
      if ((await everythingOf(victim.person)) !== before) wrong.push(`${name} works for ${who}`);
    }
    // Else the walk would prove nothing: the owner's same call does something.
    const { text } = await callAction(url, id, args(victim, made), owner);
    const changed = (await everythingOf(victim.person)) !== before;
    if (own === "tells" ? !text.includes(secret) : !own && !changed) {
      wrong.push(`${name} does nothing for its owner either: ${text.slice(0, 300)}`);
    }
  }
  expect(wrong).toEqual([]);
});
