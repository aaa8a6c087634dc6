import "server-only";
import type { z } from "zod";
import { formatInstant } from "../dates.ts";
import { Invalid } from "../errors.ts";
import type { Due } from "./due.ts";
import type { FollowUpInput, followUpForm } from "./schema.ts";
import { momentOf, type ReadWhen, readWhen } from "./words.ts";

type Typed = z.infer<ReturnType<typeof followUpForm>>;

/**
 * The form's values as commands take them: its words for a day count before its day and time; what it leaves out is
 * that of the stored row. Throws `Invalid`.
 */
export async function typedFollowUp(
  { when, due_time, due_on, what, repeat_days }: Typed,
  zone: string,
  before: Due | null = null,
): Promise<Partial<FollowUpInput>> {
  const rest = {
    ...(what === undefined ? {} : { what }),
    ...(repeat_days === undefined ? {} : { repeat_days }),
  };
  if (when) return { ...rest, ...understood(await readWhen(when, zone), "when") };
  if (due_on === undefined && due_time === undefined) return rest;
  const day = due_on ?? before?.due_on;
  if (day === undefined) throw new Invalid({ when: ["When is it due?"] });
  const time = due_time ?? (before?.due_at ? formatInstant(before.due_at, zone).slice(11, 16) : "");
  if (time === "") return { ...rest, due_on: day, due_at: null };
  return { ...rest, ...understood(momentOf(day, time, zone), "due_time") };
}

function understood(read: ReadWhen, field: string): Due {
  if ("fault" in read) throw new Invalid({ [field]: [read.fault] });
  return read;
}
