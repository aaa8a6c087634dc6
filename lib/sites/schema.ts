import type { z } from "zod";
import { now } from "../dates.ts";
import { type Sorting, tableFilter } from "../lists/table-filter.ts";
import { formOf, initialValues, inputOf } from "../records/derive.ts";
import { siteFields } from "./fields.ts";

export const resumeFormats = ["Both", "PDF Only", "Builder Only"] as const;

/** Schema of the API's input; `zone` is for date-times without an offset. */
export const siteInput = inputOf(siteFields);

export type SiteInput = z.infer<ReturnType<typeof siteInput>>;

/** Schema of the site's form; rich text is sanitised. */
export const siteForm = formOf(siteFields);

/** Initial values of the form of a new site: the documented defaults. */
export const blankSiteInitial = (zone: string) =>
  initialValues(siteFields, { rating: 1, last_visited_at: now(), resume_updated_at: now() }, zone);

/** The sorts of the sites table. */
export const siteSorting = {
  sorts: ["site_name", "rating", "posting_count", "last_visited_at"],
  usual: "site_name",
  descending: ["rating", "posting_count", "last_visited_at"],
} as const satisfies Sorting<string>;

/** Query parameters of the sites page. */
export const siteFilter = tableFilter(siteSorting);

export type SiteFilter = z.infer<typeof siteFilter>;
