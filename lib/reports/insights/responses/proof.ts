import { z } from "zod";
import { dayText } from "../schema.ts";

const count = z.int().min(0);

/** The API's response of a work-search log. */
export const proofShape = z
  .strictObject({
    from: dayText,
    to: dayText,
    cut: z.boolean(),
    required: z.int().min(1).nullable(),
    contacts: count,
    weeks: z.array(
      z.strictObject({
        starts_on: dayText,
        ends_on: dayText,
        contacts: count,
        standing: z.enum(["met", "short", "open"]).nullable(),
      }),
    ),
    lines: z.array(
      z.strictObject({
        kind: z.enum(["application", "reply"]),
        id: z.int(),
        date: dayText,
        employer: z.string(),
        address: z.string(),
        person: z.string(),
        method: z.string(),
        position: z.string(),
        result: z.string(),
      }),
    ),
    left_out: count,
  })
  .meta({ id: "Proof" });

export const proofSample = {
  from: "2024-04-01",
  to: "2024-04-07",
  cut: false,
  required: 3,
  contacts: 1,
  weeks: [{ starts_on: "2024-04-01", ends_on: "2024-04-07", contacts: 1, standing: "short" }],
  lines: [
    {
      kind: "application",
      id: 1,
      date: "2024-04-02",
      employer: "Fern & Field",
      address: "12 Harbor Street, Portland, OR 97201",
      person: "Robin Vale",
      method: "Online form",
      position: "Backend developer",
      result: "2 - Awaiting Feedback",
    },
  ],
  left_out: 0,
};
