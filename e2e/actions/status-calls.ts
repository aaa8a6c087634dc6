import { removeWord } from "../../lib/bulk/status-removal.ts";
import { createStatus } from "../../lib/statuses/commands.ts";
import { getStatusWord } from "../../lib/statuses/queries.ts";
import { actorOf } from "../fixtures.ts";
import { type Call, call, form } from "./shape.ts";
import type { Victim } from "./victim.ts";

const own = { subject: "posting", text: "Take-home", kind: "engaged" } as const;
const documented = ["posting", "1 - Actively Engaged"];

async function added({ person }: Victim): Promise<string> {
  return String((await createStatus(actorOf(person), own)).id);
}

async function removed(victim: Victim): Promise<string> {
  const actor = actorOf(victim.person);
  const word = await getStatusWord(actor, Number(await added(victim)));
  return JSON.stringify(await removeWord(actor, word, undefined));
}

/** The calls of the server actions on own statuses. */
export const statusCalls: Record<string, Call> = {
  "statuses.addWord": call(() => ["posting", {}, form({ text: "Take-home", kind: "engaged" })]),
  "statuses.editWord": call(() => [...documented, {}, form({ label: "In talks" })]),
  "statuses.switchWord": call(() => [...documented, { is_hidden: true }]),
  "statuses.shiftWord": call(() => [...documented, -1]),
  "statuses.dropWord": { args: () => [own.subject, own.text], before: added },
  "statuses.takeBackWord": { args: (_, sent = "") => [JSON.parse(sent)], before: removed },
};
