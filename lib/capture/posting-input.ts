import { z } from "zod";
import { type CapturedPosting, captureSources } from "./posting.ts";
import { snapshotSources } from "./snapshots/values.ts";

/** What is longer was read wrong, and is cut where it is saved. */
const maxLine = 10_000;

const words = z.string().transform((text) => text.slice(0, maxLine));
const line = words.nullable();

const found = z.object({
  source: z.enum(captureSources),
  confidence: z.enum(["sure", "likely", "doubtful"]),
  why: words.optional(),
  choices: z.array(words).optional(),
  line: z.int().min(1).optional(),
});

/** Schema of a posting that was read and comes back from the page that showed it. */
export const capturedInput = z.object({
  company_name: line,
  hiring_company: line,
  posting_title: line,
  locations: z.array(words).nullable(),
  location_type: line,
  employment_type: line,
  pay: z
    .object({
      min: z.number().nullable(),
      max: z.number().nullable(),
      currency: line,
      period: z.enum(["hour", "day", "week", "month", "year"]).nullable(),
    })
    .nullable(),
  posted_on: line,
  closes_on: line,
  posting_url_full: line,
  posting_url_domain: line,
  job_id: line,
  // It comes apart.
  job_description: z.unknown().transform(() => null),
  technology_string: line,
  contact_person: line.default(null),
  contact_email: line.default(null),
  origin: z.object({ source: z.enum(snapshotSources), address: words }).nullable(),
  found: z.record(z.string(), found).transform((all) => all as CapturedPosting["found"]),
});
