import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { foundFor } from "../duplicates/found.ts";
import type { CapturedPosting } from "./posting.ts";

/** What of the actor's own may be the same job as a captured posting, and whether its company is marked. */
export function knownOf(actor: Actor, posting: CapturedPosting) {
  const { company_name, hiring_company, posting_title, posting_url_full, job_description } =
    posting;
  return foundFor(actor, "job_posting", {
    company_name,
    hiring_company,
    posting_title,
    posting_url_full,
    location_city: posting.locations?.[0] ?? null,
    job_description,
  });
}
