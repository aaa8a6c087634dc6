"use server";

import { refresh } from "next/cache";
import type { Actor } from "../accounts/auth/actor.ts";
import { parseInput, rowIdOrZero } from "../fields.ts";
import { buttonAction, clickAction } from "../forms/click-action.ts";
import { afterResponse } from "../runtime/after-response.ts";
import { statusesOf } from "../statuses/queries.ts";
import type { Statuses } from "../statuses/words.ts";
import { advance, beginBulkChange, beginUndo } from "./commands.ts";
import { getBulkChange, type OwnedBulkChange } from "./queries.ts";
import { type BulkInput, bulkInput } from "./schema.ts";
import { stepMs } from "./values.ts";
import { outcomeWords } from "./words.ts";

/** Where a change or its undo stands: `at` of `total` rows, and whether that is all. */
export type BulkProgress = {
  id: number;
  at: number;
  total: number;
  isOver: boolean;
  /** how many rows it changed so far */
  changed: number;
};

/** A first step of a change or its undo; the rest goes on after the answer, also where the browser leaves. */
async function step(actor: Actor, begun: { id: number }) {
  const change = await advance(actor, begun, stepMs);
  const answer = answerOf(change, await statusesOf(actor));
  if (answer.done.isOver) refresh();
  else afterResponse(async () => void (await advance(actor, change)));
  return answer;
}

function answerOf(change: OwnedBulkChange, statuses: Statuses) {
  const { id, total, state, changed, skipped, undone, kept } = change;
  const isUndo = state === "undoing" || state === "undone";
  const isOver = state === "done" || state === "undone";
  const [at, all] = isUndo ? [undone + kept, changed] : [changed + skipped, total];
  const done: BulkProgress = { id, at, total: all, isOver, changed };
  return { message: outcomeWords(change, statuses), done };
}

/** Begins to change many at once. */
export const changeMany = clickAction(async ({ actor }, input: BulkInput) => {
  const read = parseInput(bulkInput(actor.time_zone), input);
  return step(actor, await beginBulkChange(actor, read));
});

/** Begins to put back what a change did. */
export const takeBackMany = clickAction(async ({ actor }, id: number) =>
  step(actor, await beginUndo(actor, await getBulkChange(actor, rowIdOrZero.parse(id)))),
);

/** Goes on with a change or its undo, and says how far it is. */
export const goOnWithMany = clickAction(async ({ actor }, id: number) => {
  const change = await getBulkChange(actor, rowIdOrZero.parse(id));
  const answer = answerOf(await advance(actor, change, stepMs), await statusesOf(actor));
  if (answer.done.isOver) refresh();
  return answer;
});

const gone = { not_found: "That is no longer kept.", conflict: "This can no longer be undone." };

const idOf = (form: FormData) => rowIdOrZero.parse(Number(form.get("id")));

/** Puts back what the change did that a form names. */
export const undoMany = buttonAction(async ({ actor, form }) => {
  const begun = await beginUndo(actor, await getBulkChange(actor, idOf(form)));
  return { flash: outcomeWords(await advance(actor, begun), await statusesOf(actor)) };
}, gone);

/** Finishes what was cut off, of the change that a form names. */
export const finishMany = buttonAction(async ({ actor, form }) => {
  const change = await getBulkChange(actor, idOf(form));
  return { flash: outcomeWords(await advance(actor, change), await statusesOf(actor)) };
}, gone);
