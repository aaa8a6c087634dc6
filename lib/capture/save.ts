import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { emailOfNew } from "../contacts/documented.ts";
import { contactFields } from "../contacts/fields.ts";
import { formatInstant, now } from "../dates.ts";
import { Invalid } from "../errors.ts";
import { lastId } from "../events/commands.ts";
import { commentsOf } from "../imports/plan/comment.ts";
import { hostOf } from "../imports/plan/site.ts";
import { createPosting } from "../postings/commands.ts";
import { noResponseStatus, savedStatus } from "../statuses/documented.ts";
import { tagsOfNew } from "../tags/row-tags.ts";
import type { Corrections } from "./corrections.ts";
import { postingFieldsOf } from "./fields.ts";
import type { CapturedPosting, Origin } from "./posting.ts";
import { siteOf } from "./site.ts";
import { keepSnapshot } from "./snapshots/commands.ts";
import { isRead } from "./snapshots/fields.ts";

/**
 * Adds a captured posting as saved, or as applied where the corrections have a day or a status for it. What a person
 * typed counts before what was read, and what a field has no room for goes to a comment. The posting, its site, tags,
 * contact, events and, of what was read from somewhere, a snapshot are written in one transaction. Throws `Invalid`
 * where neither a company nor a title is known.
 */
export async function saveCaptured(
  actor: Actor,
  captured: CapturedPosting,
  corrections: Corrections = {},
  origin: Origin | null = null,
): Promise<{ id: number }> {
  const { values, left } = postingFieldsOf(captured);
  const { site_name, job_site_id, tags = [], ...typed } = corrections;
  const usual = typed.applied_at ? noResponseStatus : savedStatus;
  const merged = { ...values, ...typed, posting_status: typed.posting_status || usual };
  if (!merged.company_name && !merged.posting_title) throw new Invalid(nothingKnown);
  const site = job_site_id
    ? { job_site_id }
    : site_name
      ? { site_name }
      : await siteOf(actor, merged);
  const from = hostOf(merged.posting_url_full);
  const title = from ? `Saved from ${from}.` : "Saved from a text.";
  const comments = commentsOf(title, [], left, formatInstant(now(), actor.time_zone));
  const tagged = await tagsOfNew(actor, "job_posting", tags);
  const snapshot =
    origin && isRead(captured)
      ? keepSnapshot(actor, lastId("job_posting"), { posting: captured, ...origin })
      : [];
  const { id } = await createPosting(
    actor,
    { ...merged, ...site, comments },
    { from, following: [...tagged, ...snapshot, ...emailOf(actor, captured, merged)] },
  );
  return { id };
}

/** Statements: the contact that was named has the address that stood with its name, if it had none. */
function emailOf(
  actor: Actor,
  { contact_person, contact_email }: CapturedPosting,
  saved: { contact_person?: string | null },
) {
  const isNamed = contact_person !== null && saved.contact_person === contact_person;
  const email = contactFields.email.form().safeParse(contact_email);
  return isNamed && email.success && email.data
    ? [emailOfNew(actor, lastId("job_posting"), email.data)]
    : [];
}

const nothingKnown = {
  company_name: ["Neither a company nor a title could be read. Give one of them."],
  posting_title: ["Neither a company nor a title could be read. Give one of them."],
};
