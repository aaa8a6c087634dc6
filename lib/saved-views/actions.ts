"use server";

import { refresh } from "next/cache";
import { parseInput, rowIdOrZero } from "../fields.ts";
import { clickAction } from "../forms/click-action.ts";
import { formAction } from "../forms/form-action.ts";
import { createView, deleteView, moveView, restoreView, setLook, updateView } from "./commands.ts";
import { stateOfParams } from "./lists.ts";
import { getView } from "./queries.ts";
import { lookInput, nameForm, savedList, viewForm } from "./schema.ts";
import { queryParams } from "./state.ts";

/** Saves how a list is shown under a name, and shows it as a view. */
export const saveView = formAction(async ({ actor, read }, sent: unknown) => {
  const { kind, query } = parseInput(savedList, sent);
  const view = await createView(actor, {
    ...read(viewForm),
    ...stateOfParams(kind, queryParams(query)),
    kind,
  });
  refresh();
  return { saved: true, view: view.id };
});

/** Gives a view another name. */
export const renameView = formAction(async ({ actor, read }, id: number) => {
  const view = await getView(actor, rowIdOrZero.parse(id));
  await updateView(actor, view, read(nameForm));
  refresh();
  return { saved: true };
});

/** Makes a view show its list as it is shown now. */
export const replaceView = clickAction(async ({ actor }, id: number, sent: unknown) => {
  const view = await getView(actor, rowIdOrZero.parse(id));
  const { query } = parseInput(savedList, sent);
  await updateView(actor, view, stateOfParams(view.kind, queryParams(query)));
  refresh();
  return { message: `“${view.name}” is saved as shown`, done: true as const };
});

/** Makes a view the one that its list opens with, or no longer. */
export const setDefaultView = clickAction(async ({ actor }, id: number, on: boolean) => {
  const view = await getView(actor, rowIdOrZero.parse(id));
  await updateView(actor, view, { is_default: on === true });
  refresh();
  return {
    message: on === true ? `The list opens with “${view.name}”` : "The list opens with all",
    done: true as const,
  };
});

/** Moves a view to the left or to the right of its neighbour. */
export const shiftView = clickAction(async ({ actor }, id: number, by: number) => {
  await moveView(actor, await getView(actor, rowIdOrZero.parse(id)), by < 0 ? -1 : 1);
  refresh();
  return { message: "Moved", done: true as const };
});

/** Deletes a view; gives what brings it back. */
export const removeView = clickAction(async ({ actor }, id: number) => {
  const view = await getView(actor, rowIdOrZero.parse(id));
  await deleteView(actor, view);
  refresh();
  return { message: `Deleted the view “${view.name}”`, done: view.id };
});

/** Brings a deleted view back. */
export const bringBackView = clickAction(async ({ actor }, id: number) => {
  await restoreView(actor, rowIdOrZero.parse(id));
  refresh();
  return { message: "Undone", done: true as const };
});

/** Keeps how a list looks: its columns and the height of its rows. */
export const setListLook = clickAction(async ({ actor }, sent: unknown) => {
  const { kind, ...look } = parseInput(lookInput, sent);
  await setLook(actor, kind, look);
  refresh();
  return { message: "Saved", done: true as const };
});
