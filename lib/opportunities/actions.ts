"use server";

import { refresh } from "next/cache";
import { AppError } from "../errors.ts";
import { parseInput, rowIdOrZero } from "../fields.ts";
import { buttonAction, clickAction } from "../forms/click-action.ts";
import { formAction } from "../forms/form-action.ts";
import { saveEdit } from "../forms/save-edit.ts";
import { undoStatusChange } from "../records/commands.ts";
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
  type OpportunityStatusChange,
  opportunityForm,
  opportunityInitial,
  opportunityStatusChange,
  turnInput,
} from "./schema.ts";
import { opportunityStatusWords } from "./values.ts";

/** Adds an opportunity and shows it. */
export const addOpportunity = formAction(async ({ actor, form }) => {
  const typed = { job_title: "", ...Object.fromEntries(form) };
  const input = parseInput(opportunityForm(actor.time_zone), typed);
  const { id } = await createOpportunity(actor, { ...blankOpportunity(), ...input });
  return { flash: { message: "The opportunity is added." }, to: `/opportunities/${id}` };
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
  return { flash: { message: "The opportunity is saved." }, to: `/opportunities/${id}` };
});

/** Moves an opportunity to the trash and shows the list; the toast takes it back. */
export const removeOpportunity = buttonAction(async ({ actor }, id: number) => {
  const opportunity = await getOpportunity(actor, rowIdOrZero.parse(id));
  await deleteOpportunity(actor, opportunity);
  const undo = { kind: opportunityKind.name, ids: [opportunity.id] };
  return { flash: `${nameOf(opportunity)} is in the trash.`, undo, to: opportunityKind.path };
});

/** Makes a posting of an opportunity and shows it. */
export const turnIntoPosting = formAction(async ({ actor, read }, id: number) => {
  const opportunity = await getOpportunity(actor, rowIdOrZero.parse(id));
  const posting = await turnOpportunity(actor, opportunity, read(turnInput));
  return { flash: { message: "The opportunity is a posting now." }, to: `/postings/${posting}` };
});

/** Sets an opportunity's status by one click; gives what takes it back. */
export const setOpportunityStatus = clickAction(async ({ actor }, id: number, status: string) => {
  const opportunity = await getOpportunity(actor, rowIdOrZero.parse(id));
  const typed = { opportunity_status: status };
  const { opportunity_status } = parseInput(opportunityForm(actor.time_zone), typed);
  if (!opportunity_status) throw new AppError("That is no status.", "invalid");
  const done = await changeOpportunityStatus(actor, opportunity, opportunity_status);
  refresh();
  return { message: `${nameOf(opportunity)}: ${opportunityStatusWords(done.to).label}.`, done };
});

/** Takes a click on a status back. */
export const takeBackOpportunityStatus = clickAction(
  async ({ actor }, id: number, change: OpportunityStatusChange) => {
    const opportunity = await getOpportunity(actor, rowIdOrZero.parse(id));
    const read = opportunityStatusChange.safeParse(change);
    if (!read.success) throw new AppError("This cannot be taken back.", "invalid");
    await undoStatusChange(opportunityKind, actor, opportunity.id, read.data);
    refresh();
    const { label } = opportunityStatusWords(read.data.before.opportunity_status);
    return { message: `${label} again.`, done: true as const };
  },
);

const nameOf = ({ job_title }: OwnedOpportunity) => job_title || "The opportunity";
