import type { z } from "zod";
import { now } from "../dates.ts";
import { tableFilter } from "../lists/table-filter.ts";
import { formOf, initialValues, inputOf } from "../records/derive.ts";
import { siteFields } from "./fields.ts";
import { siteSorting } from "./values.ts";

/** The fields of a site as the API takes them; `zone` reads date-times without an offset. */
export const siteInput = inputOf(siteFields);

export type SiteInput = z.infer<ReturnType<typeof siteInput>>;

/** The fields that a person's form sends, where all but the name may be empty; its markup comes out safe. */
export const siteForm = (zone: string) => formOf(siteFields, zone, {});

/** What the form of a new site begins with: the documented defaults. */
export const blankSiteInitial = (zone: string) =>
  initialValues(siteFields, { rating: 1, last_visited_at: now(), resume_updated_at: now() }, zone);

/** The sites page's address. */
export const siteFilter = tableFilter(siteSorting, {});

export type SiteFilter = z.infer<typeof siteFilter>;
