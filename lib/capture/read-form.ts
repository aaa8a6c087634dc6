import "server-only";
import { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays, today } from "../dates.ts";
import { AppError, Invalid } from "../errors.ts";
import { calendarDay, parseInput } from "../fields.ts";
import { createFollowUp } from "../follow-ups/commands.ts";
import { applyTo, maxWhatLength } from "../follow-ups/values.ts";
import { sanitizeRichText } from "../rich-text.ts";
import { noResponseStatus, savedStatus } from "../statuses/documented.ts";
import { typedTags } from "../tags/schema.ts";
import { type Corrections, correctionsInput } from "./corrections.ts";
import type { CapturedPosting, Origin } from "./posting.ts";
import { capturedInput } from "./posting-input.ts";
import { readFields } from "./read-answer.ts";
import { saveCaptured } from "./save.ts";

/** How a posting is saved: kept for later, or applied to today. */
const ways = z.enum(["saved", "applied"]).catch("saved");

/** Days after an application on which one asks how it goes. */
const followUpDays = 14;

/** A posting as it was read, and what from. */
type Read = { posting: CapturedPosting; origin: Origin | null };

/** The posting that went along with a form, as it was read. Throws an `AppError` where it is none. */
export function capturedOf(json: unknown, description: unknown): Read {
  let value: unknown;
  try {
    value = JSON.parse(String(json ?? ""));
  } catch {
    value = null;
  }
  const read = capturedInput.safeParse(value);
  if (!read.success) throw new AppError("What was read is gone. Read it again.", "invalid");
  const { origin, ...fields } = read.data;
  const job_description = description ? sanitizeRichText(String(description)) : null;
  return { posting: { ...fields, job_description }, origin };
}

/** Saves a posting as the form shows it, with its tags and reminders. Throws `Invalid`. */
export async function saveForm(actor: Actor, form: FormData, { posting, origin }: Read) {
  const { tags } = parseInput(z.object({ tags: typedTags }), { tags: form.get("tags") ?? "" });
  const way = ways.parse(form.get("do"));
  const corrections = { ...correctionsOf(actor, form), tags };
  requireNames(corrections);
  const posting_status = way === "applied" ? noResponseStatus : savedStatus;
  const { id } = await saveCaptured(actor, posting, { ...corrections, posting_status }, origin);
  await remind(actor, form, { ...corrections, id, way });
  return { id, name: corrections.company_name ?? "" };
}

function correctionsOf(actor: Actor, form: FormData): Corrections {
  const names = [...readFields, "job_description"];
  const typed = names.flatMap((name) => {
    const value = form.get(name);
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return parseInput(correctionsInput(actor.time_zone), Object.fromEntries(typed));
}

function requireNames({ company_name, posting_title }: Corrections): void {
  const missing = {
    ...(company_name ? {} : { company_name: ["A posting needs a company."] }),
    ...(posting_title ? {} : { posting_title: ["A posting needs a title."] }),
  };
  if (Object.keys(missing).length > 0) throw new Invalid(missing);
}

// A checkbox sends "off" first, and "on" after it where it is ticked.
const isTicked = (form: FormData, name: string) => form.getAll(name).at(-1) === "on";

type Saved = Corrections & { id: number; way: "saved" | "applied" };

/** Notes the follow-ups that were ticked: the day before it closes, or two weeks after the application. */
async function remind(actor: Actor, form: FormData, saved: Saved): Promise<void> {
  const { id, way, company_name = "", posting_title = "", deadline } = saved;
  const note = (what: string, due_on: string) =>
    createFollowUp(actor, {
      what: [...what].slice(0, maxWhatLength).join(""),
      due_on,
      job_posting_id: id,
    } as Parameters<typeof createFollowUp>[1]);
  const day = today(actor.time_zone);
  const closes = calendarDay().safeParse(deadline);
  if (way === "saved" && isTicked(form, "remind") && closes.success && closes.data >= day) {
    const before = addDays(closes.data, -1);
    await note(
      `${applyTo}${company_name}: ${posting_title}`,
      [before, day].toSorted().at(-1) ?? day,
    );
  }
  if (way === "applied" && isTicked(form, "follow_up")) {
    await note(`Ask ${company_name} how it goes`, addDays(day, followUpDays));
  }
}
