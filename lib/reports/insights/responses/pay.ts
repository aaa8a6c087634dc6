import { z } from "zod";
import { dayText } from "../schema.ts";
import { payGroupings } from "../values.ts";

const count = z.int().min(0);
const row = z.strictObject({
  label: z.string(),
  postings: count,
  too_few: z.boolean(),
  low: count,
  median: count,
  high: count,
});

export const payShape = z
  .strictObject({
    since: dayText,
    by: z.enum(payGroupings),
    applications: count,
    read: count,
    unread: count,
    unsaid: count,
    texts: z.array(
      z.strictObject({ pay_range: z.string(), postings: count, job_posting_id: z.int() }),
    ),
    currencies: z.array(
      z.strictObject({ currency: z.string().length(3), all: row, rows: z.array(row) }),
    ),
  })
  .meta({ id: "Pay" });

const sampleRow = { postings: 6, too_few: false, low: 70_000, median: 82_500, high: 95_000 };

export const paySample = {
  since: "2024-03-01",
  by: "place",
  applications: 8,
  read: 6,
  unread: 1,
  unsaid: 1,
  texts: [{ pay_range: "Competitive", postings: 1, job_posting_id: 7 }],
  currencies: [
    {
      currency: "USD",
      all: { label: "All", ...sampleRow },
      rows: [{ label: "Remote", ...sampleRow }],
    },
  ],
};
