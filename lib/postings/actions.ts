"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import { actionActor } from "../accounts/auth/current.ts";
import { now } from "../dates.ts";
import { AppError, Invalid } from "../errors.ts";
import { fieldErrors } from "../fields.ts";
import { type Answer, answer } from "../forms/action-result.ts";
import { settledFields, undisturbed } from "../forms/conflicts.ts";
import { setFlash } from "../forms/flash.ts";
import { type FormState, formState } from "../forms/form-action.ts";
import { changedFields } from "../forms/initial-values.ts";
import { unseal } from "../secrets.ts";
import { siteNames } from "../sites/queries.ts";
import {
  changeStatus,
  createPosting,
  datesOfStatus,
  deletePosting,
  savePosting,
  undoStatus,
} from "./commands.ts";
import { getPosting, type OwnedPosting } from "./queries.ts";
import { postingForm, type StatusClick, statusClick } from "./schema.ts";
import { standingTexts } from "./texts.ts";
import { directSite, savedStatus, statusWords } from "./values.ts";

// No row has the id 0.
const rowId = z.int().positive().catch(0);

/** Adds a posting and shows it. */
export async function addPosting(_: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    const { job_site_id, ...fields } = changedFields(form);
    const { site_name, applied_at, ...input } = parsed(actor.time_zone, {
      company_name: "",
      posting_title: "",
      ...fields,
    });
    const asked = (await siteNames(actor)).find(({ id }) => String(id) === job_site_id);
    const site =
      asked && asked.site_name === (site_name ?? "")
        ? { job_site_id: asked.id }
        : { site_name: site_name || directSite };
    const made = await createPosting(actor, {
      ...input,
      ...site,
      ...(applied_at ? { applied_at } : {}),
    });
    await setFlash({ message: `${nameOf(made)} is added.` });
    redirect(`/postings/${made.id}`);
  });
}

/** Writes what was changed in the form and shows the posting. */
export async function editPosting(id: number, _: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    await undisturbed(() => saveForm(actor, id, form));
    await setFlash({ message: "Saved." });
    redirect(`/postings/${id}`);
  });
}

async function saveForm(actor: Actor, id: number, form: FormData): Promise<void> {
  const posting = await getPosting(actor, rowId.parse(id));
  const site = (await siteNames(actor)).find((one) => one.id === posting.job_site_id);
  const stands = standingTexts(posting, site?.site_name ?? "", actor.time_zone);
  const fields = settledFields(form, stands, {
    rich: "job_description",
    lines: ["technology_stack", "posting_application_questions"],
    secret: { field: "posting_password", forget: "remove_password" },
  });
  const { site_name, ...input } = parsed(actor.time_zone, fields);
  const status = input.posting_status ?? posting.posting_status;
  if (input.applied_at === null && status !== savedStatus) {
    throw new Invalid({ applied_at: ["Only a saved posting can be without this."] });
  }
  await savePosting(actor, posting, {
    ...datesOfStatus(posting, status, now()),
    ...input,
    ...(site_name === undefined ? {} : { site_name: site_name || directSite }),
  });
}

function parsed(zone: string, fields: Record<string, string>) {
  const read = postingForm(zone).safeParse(fields);
  if (!read.success) throw new Invalid(fieldErrors(read.error));
  return read.data;
}

/** Moves the posting to the trash and shows the list, with an undo. */
export async function removePosting(id: number): Promise<void> {
  const done = await answer(async () => {
    const actor = await actionActor();
    const posting = await getPosting(actor, rowId.parse(id));
    await deletePosting(actor, posting);
    return { message: `${nameOf(posting)} is in the trash.`, done: posting.id };
  });
  await setFlash({
    message: done.message,
    ...(done.done ? { undo: { kind: "posting", ids: [done.done] } } : {}),
  });
  redirect("/postings");
}

/** Sets the status by one click; gives what takes it back. */
export async function setStatus(id: number, status: string): Promise<Answer<StatusClick>> {
  return answer(async () => {
    const actor = await actionActor();
    const posting = await getPosting(actor, rowId.parse(id));
    const to = postingForm(actor.time_zone).safeParse({ posting_status: status });
    if (!to.data?.posting_status) throw new AppError("That is no status.");
    const done = await changeStatus(actor, posting, to.data.posting_status);
    refresh();
    return { message: `${nameOf(posting)}: ${statusWords(done.to).label}.`, done };
  });
}

/** Takes a click on a status back. */
export async function takeBackStatus(id: number, click: StatusClick): Promise<Answer<true>> {
  return answer(async () => {
    const actor = await actionActor();
    const posting = await getPosting(actor, rowId.parse(id));
    const read = statusClick.safeParse(click);
    if (!read.success) throw new AppError("This cannot be taken back.");
    await undoStatus(actor, posting, read.data);
    refresh();
    return { message: `${statusWords(read.data.before.posting_status).label} again.`, done: true };
  });
}

/** The posting's password in clear, for whoever asks to see it. */
export async function revealPassword(id: number): Promise<Answer<string>> {
  return answer(async () => {
    const actor = await actionActor();
    const { posting_password } = await getPosting(actor, rowId.parse(id));
    return { message: "", done: unseal(posting_password) ?? "" };
  });
}

const nameOf = (posting: Pick<OwnedPosting, "company_name" | "posting_title">) =>
  posting.company_name || posting.posting_title || "The posting";
