import { z } from "zod";
import { calendarDay, instantInZone, int, oneOf, rowReference, text, upTo } from "../fields.ts";
import { maxWhatLength } from "../follow-ups/values.ts";
import { opportunityLimits } from "../opportunities/fields.ts";
import { postingLimits } from "../postings/fields.ts";
import { tagName } from "../tags/schema.ts";
import { maxFilterTags } from "../tags/values.ts";
import { bulkKinds, maxBulkRows } from "./values.ts";

const stage = () => text({ max: postingLimits.rejected_after_stage, blank: true });

/** A tag by its id, or by its name. */
const tagNamed = () => ({ tag_id: rowReference().optional(), name: tagName().optional() });

/** Schema of what is done to each row; `zone` reads date-times without an offset. */
const bulkAction = (zone: string) =>
  z.discriminatedUnion("action", [
    z.object({
      action: z.literal("status"),
      status: text({ max: opportunityLimits.opportunity_status }),
      rejected_after_stage: stage().optional(),
    }),
    z.object({ action: z.literal("stage"), rejected_after_stage: stage() }),
    z.object({ action: z.literal("site"), job_site_id: rowReference() }),
    z.object({
      action: z.literal("follow_up"),
      what: text({ max: maxWhatLength }),
      due_on: calendarDay().optional(),
      due_at: instantInZone(zone).nullable().optional(),
    }),
    z.object({ action: z.literal("tag"), ...tagNamed() }),
    z.object({ action: z.literal("untag"), ...tagNamed() }),
    z.object({ action: z.literal("close_as_no_response") }),
    z.object({ action: z.literal("trash") }),
  ]);

export type BulkAction = z.infer<ReturnType<typeof bulkAction>>;

const scalar = [z.string().max(256), z.number()];
const filterValue = z.union([...scalar, z.array(z.union(scalar)).max(maxFilterTags), z.null()]);

/** Schema of a change of many: of the rows of these ids, or of all that fit a list's filter. */
export const bulkInput = (zone: string) =>
  z.object({
    kind: oneOf(bulkKinds),
    ids: upTo(maxBulkRows, z.array(int())).optional(),
    filter: z.record(z.string().max(32), filterValue).optional(),
    change: bulkAction(zone),
  });

export type BulkInput = z.infer<ReturnType<typeof bulkInput>>;
