import { z } from "zod";
import { dayText } from "../schema.ts";
import { pipelineKinds } from "../values.ts";

const count = z.int().min(0);
const kindCounts = z.strictObject({
  saved: count,
  waiting: count,
  engaged: count,
  offer: count,
  rejected: count,
  closed: count,
});

/** The API's response of a day's pipeline. */
export const pipelineShape = z
  .strictObject({
    day: dayText,
    first_day: dayText.nullable(),
    total: count,
    counts: kindCounts,
    statuses: z.array(
      z.strictObject({ posting_status: z.string(), kind: z.enum(pipelineKinds), count }),
    ),
    series: z
      .strictObject({
        step_days: count,
        points: z.array(z.strictObject({ day: dayText, counts: kindCounts })),
      })
      .nullable(),
  })
  .meta({ id: "Pipeline" });

const counts = { saved: 4, waiting: 19, engaged: 3, offer: 0, rejected: 5, closed: 0 };

export const pipelineSample = {
  day: "2024-03-12",
  first_day: "2024-03-01",
  total: 31,
  counts,
  statuses: [
    { posting_status: "1 - Actively Engaged", kind: "engaged", count: 3 },
    { posting_status: "3 - Rejected", kind: "rejected", count: 5 },
    { posting_status: "4 - No Response", kind: "waiting", count: 19 },
    { posting_status: "5 - Saved", kind: "saved", count: 4 },
  ],
  series: { step_days: 7, points: [{ day: "2024-03-12", counts }] },
};
