import { advance, beginBulkChange } from "../../lib/bulk/commands.ts";
import { actorOf } from "../fixtures.ts";
import { type Call, call, form } from "./shape.ts";
import type { Victim } from "./victim.ts";

const change = ({ posting }: Victim) => ({
  kind: "job_posting" as const,
  ids: [posting],
  change: { action: "trash" as const },
});

async function begun(victim: Victim): Promise<string> {
  return String((await beginBulkChange(actorOf(victim.person), change(victim))).id);
}

async function done(victim: Victim): Promise<string> {
  const id = await begun(victim);
  await advance(actorOf(victim.person), { id: Number(id) });
  return id;
}

/** The calls of the server actions that change many at once. */
export const bulkCalls: Record<string, Call> = {
  "bulk.changeMany": call((victim) => [change(victim)]),
  "bulk.takeBackMany": { args: (_, id) => [Number(id)], before: done },
  "bulk.goOnWithMany": { args: (_, id) => [Number(id)], before: begun },
  "bulk.undoMany": { args: (_, id = "") => [form({ id })], before: done },
  "bulk.finishMany": { args: (_, id = "") => [form({ id })], before: begun },
};
