import { z } from "zod";

const place = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** Where a page of one's activity begins: before an event, or after one; what is no id is not asked. */
export const activityCursor = z.object({
  before: place.optional().catch(undefined),
  after: place.optional().catch(undefined),
});

export type ActivityCursor = z.infer<typeof activityCursor>;
