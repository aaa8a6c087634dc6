import { z } from "zod";
import { bool, instantIn, int, text } from "../fields.ts";
import { siteLimits } from "./values.ts";

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

export type SiteInput = z.infer<ReturnType<typeof siteInput>>;
