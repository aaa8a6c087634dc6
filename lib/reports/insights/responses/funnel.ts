import { z } from "zod";
import { dayText } from "../schema.ts";
import { funnelStages } from "../values.ts";

const count = z.int().min(0);

/** The API's response of the funnel. */
export const funnelShape = z
  .strictObject({
    since: dayText,
    saved: count,
    saved_first: count,
    stages: z.array(
      z.strictObject({
        stage: z.enum(funnelStages),
        count,
        exits: z.strictObject({
          rejected: count,
          declined: count,
          silence: count,
          withdrawn: count,
        }),
        open: count,
      }),
    ),
  })
  .meta({ id: "Funnel" });
