import { z } from "zod";
import { dayText } from "../schema.ts";

const count = z.int().min(0);
const share = z.number().min(0).max(1);

const waitGroup = z.strictObject({
  label: z.string(),
  applications: count,
  answered: count,
  median_days: count.nullable(),
  curve: z.array(
    z.strictObject({
      time: count,
      at_risk: count,
      events: count,
      censored: count,
      survival: share,
      error: z.number(),
      low: share,
      high: share,
    }),
  ),
});

/** The API's response of the waits. */
export const waitsShape = z
  .strictObject({
    since: dayText,
    all: waitGroup,
    groups: z.array(waitGroup),
    test: z.strictObject({ chi_square: z.number(), df: count, p: share }).nullable(),
    left_out: count,
  })
  .meta({ id: "Waits" });
