"use server";

import { parseInput, rowIdOrZero } from "../fields.ts";
import { formAction } from "../forms/form-action.ts";
import { saveEdit } from "../forms/save-edit.ts";
import { statusAction, undoStatusAction } from "../forms/status-actions.ts";
import { trashAction } from "../forms/trash-action.ts";
import { savedStatus } from "../statuses/documented.ts";
import { statusesOf } from "../statuses/queries.ts";
import type { Statuses } from "../statuses/words.ts";
import {
  changeOpportunityStatus,
  createOpportunity,
  deleteOpportunity,
  turnOpportunity,
  updateOpportunity,
} from "./commands.ts";
import { opportunityKind } from "./kind.ts";
import { getOpportunity, type OwnedOpportunity } from "./queries.ts";
import {
  blankOpportunity,
  opportunityForm,
  opportunityInitial,
  opportunityStatusChange,
  turnInput,
} from "./schema.ts";

const rows = {
  kind: opportunityKind,
  find: getOpportunity,
  nameOf: ({ job_title }: OwnedOpportunity) => job_title || "The opportunity",
  remove: deleteOpportunity,
  form: opportunityForm,
  changeStatus: changeOpportunityStatus,
  statusChange: opportunityStatusChange,
  statusWords: ({ opportunity }: Statuses, status: string) => opportunity.words(status),
};

/** Adds an opportunity and shows it. */
export const addOpportunity = formAction(async ({ actor, form }) => {
  const typed = { job_title: "", ...Object.fromEntries(form) };
  const input = parseInput(opportunityForm(actor.time_zone), typed);
  const { id } = await createOpportunity(actor, { ...blankOpportunity(), ...input });
  return { flash: { message: "Added the opportunity" }, to: `/opportunities/${id}` };
});

/** Writes what was changed in an opportunity's form and shows it. */
export const editOpportunity = formAction(async ({ actor, form }, id: number) => {
  const zone = actor.time_zone;
  await saveEdit(form, {
    ...opportunityKind,
    find: () => getOpportunity(actor, rowIdOrZero.parse(id)),
    stored: (opportunity) => opportunityInitial(opportunity, zone),
    save: (opportunity, changed, check) =>
      updateOpportunity(actor, opportunity, parseInput(opportunityForm(zone), changed), check),
  });
  return { flash: { message: "Saved" }, to: `/opportunities/${id}` };
});

/** Moves an opportunity to the trash and shows the list; the toast takes it back. */
export const removeOpportunity = trashAction(rows);

/** Makes a posting of an opportunity and shows it. */
export const turnIntoPosting = formAction(async ({ actor, read }, id: number) => {
  const opportunity = await getOpportunity(actor, rowIdOrZero.parse(id));
  const saved = (await statusesOf(actor)).textsLike(savedStatus);
  const input = read(turnInput(actor.time_zone, saved));
  const posting = await turnOpportunity(actor, opportunity, input);
  return { flash: { message: "Added to your postings." }, to: `/postings/${posting}` };
});

/** Sets an opportunity's status by one click; gives what takes it back. */
export const setOpportunityStatus = statusAction(rows);

/** Takes a click on a status back. */
export const takeBackOpportunityStatus = undoStatusAction(rows);
