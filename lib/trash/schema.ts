import { z } from "zod";
import { kindNames } from "../kinds.ts";
import { pageParameters } from "../lists/table-filter.ts";

/** The row of a restore or purge form. */
export const trashItem = z.object({
  kind: z.enum(kindNames),
  id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});

/** Query parameters of the trash page: one site's postings, or everything; an invalid one falls back to its default. */
export const trashFilter = z.object({
  site: z.coerce.number().int().positive().optional().catch(undefined),
  ...pageParameters,
});

export type TrashFilter = z.infer<typeof trashFilter>;
