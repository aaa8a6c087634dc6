import { createView, deleteView } from "../../lib/saved-views/commands.ts";
import { getView } from "../../lib/saved-views/queries.ts";
import { actorOf } from "../fixtures.ts";
import { type Call, call, form } from "./shape.ts";
import type { Victim } from "./victim.ts";

const list = { kind: "job_posting" as const, query: "place=Remote" };

async function saved({ person }: Victim): Promise<string> {
  const view = await createView(actorOf(person), {
    kind: list.kind,
    name: "Remote",
    query: list.query,
    columns: "",
    density: "",
    sort: "",
    layout: "table",
  });
  return String(view.id);
}

const withView = (args: Call["args"]): Call => ({ args, before: saved });

/** The calls of the server actions on saved views. */
export const viewCalls: Record<string, Call> = {
  "saved-views.saveView": call(() => [list, {}, form({ name: "Mine" })]),
  "saved-views.renameView": withView((_, id) => [Number(id), {}, form({ name: "Other" })]),
  "saved-views.replaceView": withView((_, id) => [Number(id), { ...list, query: "pay=5" }]),
  "saved-views.setDefaultView": withView((_, id) => [Number(id), true]),
  "saved-views.shiftView": {
    args: (_, id) => [Number(id), 1],
    before: async (victim) => {
      const id = await saved(victim);
      await saved(victim);
      return id;
    },
  },
  "saved-views.removeView": withView((_, id) => [Number(id)]),
  "saved-views.bringBackView": {
    args: (_, id) => [Number(id)],
    before: async (victim) => {
      const actor = actorOf(victim.person);
      const view = await getView(actor, Number(await saved(victim)));
      await deleteView(actor, view);
      return String(view.id);
    },
  },
  "saved-views.setListLook": call(() => [
    { kind: list.kind, columns: "pay,waiting", density: "tight" },
  ]),
};
