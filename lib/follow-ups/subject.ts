import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { type FieldErrors, Invalid } from "../errors.ts";
import { ownsSubject } from "./queries.ts";
import { type SubjectField, subjectFields } from "./values.ts";

type Refs = Partial<Record<SubjectField, number | null>>;

const oneThing = "A follow-up is about one thing at most: send null for the others.";

/** What is wrong with what a body says that a follow-up is about; the row's own is kept where nothing is sent. */
export async function subjectErrors(
  actor: Actor,
  sent: Refs,
  before: Refs | null = null,
): Promise<FieldErrors> {
  const errors: FieldErrors = {};
  const set = subjectFields.filter((field) => (sent[field] ?? null) !== null);
  // What it was about already may lie in the trash by now.
  for (const field of set.filter((each) => sent[each] !== before?.[each])) {
    const id = sent[field] as number;
    if (!(await ownsSubject(actor, { field, id })))
      errors[field] = [`Invalid pk "${id}" - object does not exist.`];
  }
  const kept = subjectFields.filter((field) => sent[field] === undefined && before?.[field]);
  if (Object.keys(errors).length === 0 && set.length > 0 && set.length + kept.length > 1) {
    for (const field of set) errors[field] = [oneThing];
  }
  return errors;
}

/** Throws `Invalid` where a follow-up cannot be about what a body says. */
export async function requireSubject(actor: Actor, sent: Refs, before: Refs | null): Promise<void> {
  const errors = await subjectErrors(actor, sent, before);
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
}
