import { type Action, builtActions, callAction } from "../../../e2e/actions/call.ts";
import { calls } from "../../../e2e/actions/calls.ts";
import { addRows, type Victim } from "../../../e2e/actions/victim.ts";
import { addPerson, openSession } from "../../../e2e/fixtures.ts";
import { largeArguments } from "./arguments.ts";
import type { Described } from "./description.ts";
import type { Sizes } from "./sizes.ts";
import type { Target } from "./target.ts";

/** Calls every server action of the build with each kind of large argument, each as a new person who is signed in. */
export async function callActions(
  target: Target,
  operations: Described[],
  sizes: Sizes,
): Promise<void> {
  const fields = Object.assign({}, ...operations.map(({ body }) => body?.properties));
  for (const [turn, action] of builtActions().entries()) {
    const call = calls[action.name];
    if (!call) throw new Error(`${action.name} is missing in e2e/actions/calls.ts`);
    const person = await addRows(await addPerson());
    const prepared = await call.before?.(person);
    const { name, value } = await openSession(person.person);
    const url = new URL(pageOf(action, person), target.address).href;
    const args = () => call.args(person, prepared);
    for (const [kind, large] of largeArguments(args, fields, turn, sizes)) {
      const headers = { cookie: `${name}=${value}` };
      const run = () => callAction(url, action.id, large, headers);
      await target.watch(`${action.name}: ${kind}`, run);
    }
  }
}

const rowOfPage: [start: string, row: "posting" | "site" | "opportunity" | "draft"][] = [
  ["/postings/", "posting"],
  ["/sites/", "site"],
  ["/opportunities/", "opportunity"],
  ["/import/", "draft"],
];

function pageOf({ page }: Action, person: Victim): string {
  const row = rowOfPage.find(([start]) => page.startsWith(start))?.[1] ?? "posting";
  return page.replace("[id]", String(person[row])).replace("[token]", "none");
}
