"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { actionActor, requireActor } from "../accounts/auth/current.ts";
import { AppError } from "../errors.ts";
import { parseInput, rowKey } from "../fields.ts";
import { type Answer, answer } from "../forms/action-result.ts";
import { settledFields, undisturbed } from "../forms/conflicts.ts";
import { setFlash } from "../forms/flash.ts";
import { type FormState, formState } from "../forms/form-action.ts";
import { orNotFound } from "../route-params.ts";
import {
  changeOpportunityStatus,
  createOpportunity,
  deleteOpportunity,
  saveOpportunity,
  turnOpportunity,
  undoOpportunityStatus,
} from "./commands.ts";
import { getOpportunity } from "./queries.ts";
import {
  blankOpportunity,
  type OpportunityClick,
  opportunityClick,
  opportunityFields,
  opportunityForm,
  turnInput,
} from "./schema.ts";
import { opportunityStatusWords } from "./values.ts";

/** Adds an opportunity and shows it. */
export async function addOpportunity(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    const typed = { job_title: "", ...Object.fromEntries(form) };
    const input = parseInput(opportunityForm(actor.time_zone), typed);
    const { id } = await createOpportunity(actor, { ...blankOpportunity(), ...input });
    await setFlash({ message: "The opportunity is added." });
    redirect(`/opportunities/${id}`);
  });
}

/** Writes what was changed in an opportunity's form and shows it. */
export async function editOpportunity(
  id: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    await undisturbed(async () => {
      const opportunity = await getOpportunity(actor, rowKey.parse(id));
      const stands = opportunityFields(opportunity, actor.time_zone);
      const fields = settledFields(form, stands, { rich: "job_description" });
      const input = parseInput(opportunityForm(actor.time_zone), fields);
      await saveOpportunity(actor, opportunity, input);
    });
    await setFlash({ message: "The opportunity is saved." });
    redirect(`/opportunities/${id}`);
  });
}

/** Moves an opportunity to the trash and shows the list; the toast takes it back. */
export async function removeOpportunity(id: number): Promise<void> {
  const actor = await requireActor();
  const opportunity = await orNotFound(getOpportunity(actor, rowKey.parse(id)));
  await deleteOpportunity(actor, opportunity);
  await setFlash({
    message: `${opportunity.job_title || "The opportunity"} is in the trash.`,
    undo: { kind: "opportunity", ids: [opportunity.id] },
  });
  redirect("/opportunities");
}

/** Makes a posting of an opportunity and shows it. */
export async function turnIntoPosting(
  id: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    const opportunity = await getOpportunity(actor, rowKey.parse(id));
    const input = parseInput(turnInput, Object.fromEntries(form));
    const posting = await turnOpportunity(actor, opportunity, input);
    await setFlash({ message: "The opportunity is a posting now." });
    redirect(`/postings/${posting}`);
  });
}

/** Sets an opportunity's status by one click; gives what takes it back. */
export async function setOpportunityStatus(
  id: number,
  status: string,
): Promise<Answer<OpportunityClick>> {
  return answer(async () => {
    const actor = await actionActor();
    const opportunity = await getOpportunity(actor, rowKey.parse(id));
    const { opportunity_status } = parseInput(opportunityForm(actor.time_zone), {
      opportunity_status: status,
    });
    if (!opportunity_status) throw new AppError("That is no status.");
    const done = await changeOpportunityStatus(actor, opportunity, opportunity_status);
    refresh();
    const name = opportunity.job_title || "The opportunity";
    return { message: `${name}: ${opportunityStatusWords(done.to).label}.`, done };
  });
}

/** Takes a click on a status back. */
export async function takeBackOpportunityStatus(
  id: number,
  click: OpportunityClick,
): Promise<Answer<true>> {
  return answer(async () => {
    const actor = await actionActor();
    const opportunity = await getOpportunity(actor, rowKey.parse(id));
    const read = opportunityClick.safeParse(click);
    if (!read.success) throw new AppError("This cannot be taken back.");
    await undoOpportunityStatus(actor, opportunity, read.data);
    refresh();
    return { message: `${opportunityStatusWords(read.data.before).label} again.`, done: true };
  });
}
