import { keepCompany, mergeCompany } from "../../lib/companies/commands.ts";
import { getCompany } from "../../lib/companies/queries.ts";
import { actorOf } from "../fixtures.ts";
import { type Call, call, form } from "./shape.ts";
import { secret, type Victim } from "./victim.ts";

const name = "Quarry";

async function addMark({ person }: Victim): Promise<string> {
  const actor = actorOf(person);
  const kept = { do_not_apply: true, do_not_apply_why: secret };
  await keepCompany(actor, await getCompany(actor, name), kept);
  return "";
}

async function addMerge({ person }: Victim): Promise<string> {
  const actor = actorOf(person);
  return String(await mergeCompany(actor, await getCompany(actor, name), "Other"));
}

const before = { since: "2026-01-01T00:00:00.000000Z", why: "Why" };

/** The calls of the actions of companies, which know these by a name: each person by their own. */
export const companyCalls: Record<string, Call> = {
  "companies.editCompany": call(() => [name, {}, form({ notes: "Edited" })]),
  "companies.tagCompany": call(({ tag }) => [name, { add: ["Another"], remove: [tag] }]),
  "companies.markCompany": call(() => [name, {}, form({ do_not_apply_why: "Why" })]),
  "companies.unmarkCompany": { args: () => [name], before: addMark },
  "companies.remarkCompany": call(() => [name, before]),
  "companies.mergeCompanies": call(() => [name, "Other"]),
  "companies.splitCompany": { args: (_, id) => [name, Number(id)], before: addMerge },
};
