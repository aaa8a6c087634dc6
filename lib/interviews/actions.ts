"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import { parseSubject } from "../calendar/open-subjects.ts";
import { calendarPath } from "../calendar/view.ts";
import { addPerson } from "../contacts/people.ts";
import { getContact } from "../contacts/queries.ts";
import { maxTypedName } from "../contacts/values.ts";
import { addDays, localDay, today } from "../dates.ts";
import { isDayValue } from "../day-value.ts";
import { AppError, Invalid } from "../errors.ts";
import { parseInput, rowIdOrZero } from "../fields.ts";
import { createFollowUp } from "../follow-ups/commands.ts";
import { buttonAction } from "../forms/click-action.ts";
import { errorWords } from "../forms/error-words.ts";
import { formAction } from "../forms/form-action.ts";
import { saveEdit } from "../forms/save-edit.ts";
import { getOpportunity } from "../opportunities/queries.ts";
import { getPosting } from "../postings/queries.ts";
import { valueWords } from "../records/value-words.ts";
import { createInterview, deleteInterview, updateInterview } from "./commands.ts";
import {
  type InterviewTexts,
  interviewTexts,
  readChangedInterview,
  readNewInterview,
} from "./form.ts";
import { interviewKind } from "./kind.ts";
import { getInterview, subjectOf } from "./queries.ts";
import type { InterviewSubject } from "./schema.ts";
import { maxPeople, subjectPath } from "./values.ts";

const about = z.object({
  subject: z.enum(["job_posting", "email_opportunity"]),
  id: rowIdOrZero,
});

const people = z.object({
  with_id: z.array(z.string().transform(Number).pipe(rowIdOrZero)).max(maxPeople),
  with_name: z.array(z.string().trim().min(1).max(maxTypedName)).max(maxPeople),
});

/** With whom a new interview is: contacts, and names that were typed. Throws `Invalid`, or for another's contact. */
async function peopleOf(actor: Actor, form: FormData) {
  const read = parseInput(people, {
    with_id: form.getAll("with_id"),
    with_name: form.getAll("with_name"),
  });
  for (const id of read.with_id) await getContact(actor, id);
  return [...read.with_id.map((id) => ({ id })), ...read.with_name.map((typed) => ({ typed }))];
}

/** The texts that the form sent. */
function textsOf(form: FormData): Partial<InterviewTexts> {
  const texts = [...form].filter(([, value]) => typeof value === "string");
  return Object.fromEntries(texts) as Partial<InterviewTexts>;
}

async function rowOf(actor: Actor, { subject, id }: InterviewSubject): Promise<InterviewSubject> {
  await (subject === "job_posting" ? getPosting(actor, id) : getOpportunity(actor, id));
  return { subject, id };
}

/** Adds the interview that a form describes; gives it with what to say. Throws `Invalid`. */
async function addTyped(actor: Actor, form: FormData, at: InterviewSubject) {
  const values = readNewInterview(textsOf(form), actor.time_zone);
  const others = await peopleOf(actor, form);
  const row = await createInterview(actor, { ...values, [`${at.subject}_id`]: at.id });
  const where = { column: "interview_id", id: row.id } as const;
  const refused = new Set<string>();
  for (const other of others) {
    // The interview is there: an error of the form would have it sent, and added, again.
    await addPerson(actor, where, other).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      refused.add(errorWords(error.message));
    });
  }
  return { row, message: ["Added the interview", ...refused].join(". ") };
}

/** Adds an interview about what the form names, and shows the day in the calendar. */
export const planInterview = formAction(async ({ actor, form }) => {
  const named = parseSubject(String(form.get("about") ?? ""));
  if (!named) throw new Invalid({ about: ["Choose what it is about."] });
  const { row, message } = await addTyped(actor, form, await rowOf(actor, named));
  const day = localDay(row.starts_at, actor.time_zone);
  return { flash: { message }, to: calendarPath("week", day) };
});

/** Adds an interview about a posting or an opportunity; the form stays on its page, or shows what it is about. */
export const addInterview = formAction(async ({ actor, form }, subject: InterviewSubject) => {
  const at = await rowOf(actor, parseInput(about, subject));
  const { message } = await addTyped(actor, form, at);
  const flash = { message };
  if (form.get("stays") !== "on") return { flash, to: subjectPath(at) };
  refresh();
  return { flash, saved: true };
});

/** The day by which one hears of an interview, as its write-up says; undefined without one. Throws `Invalid`. */
function hearDay(form: FormData, today: string): string | undefined {
  const hear = form.get("hear");
  if (hear === "2" || hear === "7") return addDays(today, Number(hear));
  if (hear !== "day") return undefined;
  const day = String(form.get("hear_on") ?? "");
  if (!isDayValue(day) || day < today)
    throw new Invalid({ hear_on: ["Choose a day from today on."] });
  return day;
}

/** Reminds of asking how an interview went. */
async function remindToAsk(actor: Actor, id: number, due_on: string) {
  const { job_posting_id, email_opportunity_id } = await getInterview(actor, id);
  const about = { job_posting_id, email_opportunity_id };
  await createFollowUp(actor, { ...about, what: "Ask how it went", due_on });
}

/** Writes what was changed in an interview's form and shows what it is about; a write-up may add a follow-up. */
export const editInterview = formAction(async ({ actor, form }, id: number) => {
  const zone = actor.time_zone;
  const hear = hearDay(form, today(zone));
  await saveEdit(form, {
    ...interviewKind,
    find: () => getInterview(actor, rowIdOrZero.parse(id)),
    stored: (row) => interviewTexts(row, zone),
    save: (row, changed, check) =>
      updateInterview(
        actor,
        row,
        readChangedInterview(changed, interviewTexts(row, zone), zone),
        check,
      ),
  });
  if (hear) await remindToAsk(actor, rowIdOrZero.parse(id), hear);
  if (form.get("stays") === "on") {
    refresh();
    return { flash: { message: "Saved" }, saved: true };
  }
  return { flash: { message: "Saved" }, to: `${interviewKind.path}/${id}` };
});

/** Moves an interview to the trash and shows what it was about; the toast takes it back. */
export const removeInterview = buttonAction(async ({ actor }, id: number) => {
  const row = await getInterview(actor, rowIdOrZero.parse(id));
  const subject = await subjectOf(actor, row);
  await deleteInterview(actor, row);
  const flash = `${valueWords(row.kind) || "The interview"} is in the trash.`;
  const to = subject ? subjectPath(subject) : interviewKind.path;
  return { flash, undo: { kind: interviewKind.name, ids: [row.id] }, to };
});
