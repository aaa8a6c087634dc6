import { z } from "zod";
import type { jobSite } from "../../db/schema/tracker.ts";
import { localInput, now } from "../dates.ts";
import { bool, instantIn, int, text } from "../fields.ts";
import { sanitizeRichText } from "../rich-text.ts";
import { sortedBy, sortOf } from "../search/schema.ts";
import { webAddress } from "../urls.ts";
import { siteLimits, sitesSorts } from "./values.ts";

type Limited = keyof typeof siteLimits;

const limited = (name: Limited, blank = false) => text({ max: siteLimits[name], blank });

/** The fields of a site as the API takes them; `zone` reads date-times without an offset. */
export const siteInput = (zone: string) =>
  z.object({
    site_name: limited("site_name").optional(),
    site_url: limited("site_url").optional(),
    site_password: limited("site_password", true).nullable().optional(),
    rating: int().optional(),
    resume_format: limited("resume_format").optional(),
    github_field: bool().optional(),
    project_site_field: bool().optional(),
    last_visited_at: instantIn(zone).optional(),
    resume_updated_at: instantIn(zone).optional(),
    headline: limited("headline").optional(),
    description: text({ blank: true }).nullable().optional(),
  });

const typedAddress = limited("site_url", true).transform((value, ctx) => {
  const link = webAddress(value);
  if (value && !link) {
    ctx.addIssue({ code: "custom", message: "Give a web address, like https://example.org." });
  }
  return link ?? value;
});

const moment = (zone: string) =>
  z
    .literal("")
    .transform(() => undefined)
    .or(instantIn(zone));

/** The fields that a person's form sends, where all but the name may be empty; its markup comes out safe. */
export const siteForm = (zone: string) =>
  z
    .object({
      site_name: limited("site_name"),
      site_url: typedAddress,
      site_password: limited("site_password", true),
      forget_password: bool(),
      rating: int(),
      resume_format: limited("resume_format", true),
      github_field: bool(),
      project_site_field: bool(),
      last_visited_at: moment(zone),
      resume_updated_at: moment(zone),
      headline: limited("headline", true),
      description: text({ blank: true }).transform(sanitizeRichText),
    })
    .partial()
    .transform(({ site_password, forget_password, ...fields }) => {
      if (site_password) return { ...fields, site_password };
      return forget_password ? { ...fields, site_password: null } : fields;
    });

type Kept = Pick<typeof jobSite.$inferSelect, keyof SiteInput>;

const onOff = (value: boolean) => (value ? "on" : "off");

/** What a site's form begins with, by field; the password stays where it is. */
export function siteFields(site: Kept, zone: string) {
  return {
    site_name: site.site_name,
    site_url: site.site_url,
    rating: String(site.rating),
    resume_format: site.resume_format,
    github_field: onOff(site.github_field),
    project_site_field: onOff(site.project_site_field),
    last_visited_at: localInput(site.last_visited_at, zone),
    resume_updated_at: localInput(site.resume_updated_at, zone),
    headline: site.headline,
    description: sanitizeRichText(site.description ?? ""),
  };
}

/** The form's texts as they stand, with the sealed password: what tells whether another save came between. */
export const standingSite = (site: Kept, zone: string) => ({
  ...siteFields(site, zone),
  site_password: site.site_password ?? "",
});

/** A site that nothing is known of yet, with the documented defaults. */
export const blankSite = (): Kept => ({
  site_name: "",
  site_url: "",
  site_password: null,
  rating: 1,
  resume_format: "",
  github_field: false,
  project_site_field: false,
  last_visited_at: now(),
  resume_updated_at: now(),
  headline: "",
  description: null,
});

/** The sites page's address: every part optional, a wrong part falls back to its default. */
export const siteFilter = z
  .object({
    q: z.string().trim().max(200).default("").catch(""),
    sort: sortOf(sitesSorts),
    dir: z.enum(["asc", "desc"]).optional().catch(undefined),
    page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
  })
  .transform((filter) => ({ ...filter, sort: sortedBy(filter, "site_name") }));

export type SiteFilter = z.infer<typeof siteFilter>;

export type SiteInput = z.infer<ReturnType<typeof siteInput>>;
