import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { yieldEvery } from "../runtime/event-loop.ts";
import type { Captured } from "./capture.ts";
import { knownOf } from "./known.ts";
import { payWords } from "./pay-words.ts";
import type { CapturedPosting } from "./posting.ts";
import type { CaptureAnswer, CapturedAnswer } from "./schema.ts";

/** So many postings of a list are answered; each is looked up among the person's own. */
const maxPostings = 200;

const isMore = `Only the first ${maxPostings} postings of the page are here.`;

/** What was read, as the API writes it. */
export async function captureAnswerOf(
  actor: Actor,
  { postings, is_list, note }: Captured,
): Promise<CaptureAnswer> {
  const answered: CapturedAnswer[] = [];
  const yieldIfLong = yieldEvery();
  for (const posting of postings.slice(0, maxPostings)) {
    await yieldIfLong();
    answered.push(shapeOf(posting, await knownOf(actor, posting)));
  }
  const notes = [note, postings.length > maxPostings ? isMore : null].filter(Boolean);
  return { postings: answered, is_list, note: notes.join(" ") || null };
}

const shapeOf = (
  { found, locations, pay, ...posting }: CapturedPosting,
  known: CapturedAnswer["known"],
): CapturedAnswer => ({
  company_name: posting.company_name,
  hiring_company: posting.hiring_company,
  posting_title: posting.posting_title,
  locations: locations ?? [],
  location_city: locations?.[0] ?? null,
  location_type: posting.location_type,
  employment_type: posting.employment_type,
  pay,
  pay_range: pay && payWords(pay),
  posted_on: posting.posted_on,
  closes_on: posting.closes_on,
  posting_url_full: posting.posting_url_full,
  posting_url_domain: posting.posting_url_domain,
  job_id: posting.job_id,
  technology_string: posting.technology_string,
  job_description: posting.job_description,
  contact_person: posting.contact_person,
  contact_email: posting.contact_email,
  found: { ...found },
  known,
});
