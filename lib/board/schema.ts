import { z } from "zod";
import { bulkInput } from "../bulk/schema.ts";
import { bulkKinds } from "../bulk/values.ts";
import { instantOrDay, oneOf, rowIdOrZero, upTo } from "../fields.ts";
import { opportunityLimits } from "../opportunities/fields.ts";
import { maxMoved } from "./values.ts";

/** Schema of a drop: the cards with the status that each was seen in, and what is written. */
export const moveInput = (zone: string) =>
  z.object({
    kind: oneOf(bulkKinds),
    cards: upTo(
      maxMoved,
      z.array(
        z.object({ id: rowIdOrZero, seen: z.string().max(opportunityLimits.opportunity_status) }),
      ),
    ),
    change: bulkInput(zone).shape.change,
  });

export type MoveInput = z.infer<ReturnType<typeof moveInput>>;

/** Schema of an interview that is planned from a card; `zone` reads the moment. */
export const planInput = (zone: string) =>
  z.object({ kind: oneOf(bulkKinds), id: rowIdOrZero, starts_at: instantOrDay(zone) });

export type PlanInput = z.input<ReturnType<typeof planInput>>;

/** Schema of what is asked of a column: the cards behind a position, the id of a row with the value it is ordered by. */
export const nextInput = z.object({
  column: z.string().max(opportunityLimits.opportunity_status),
  after: z.coerce.number().int().positive(),
  value: z.string().max(256).optional(),
});

/** Schema of the ids of cards that were moved, as an address has them. */
export const movedInput = upTo(maxMoved, z.array(z.coerce.number().int().positive()));
