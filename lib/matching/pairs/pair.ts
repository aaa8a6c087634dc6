import type { Advert } from "../advert.ts";

type Given = Partial<Omit<Advert, "companies">> & { at?: string | string[] };

/** Two adverts, and why they are or are not of one job. */
export type Pair = readonly [why: string, a: Given, b: Given];

/** The whole advert of the few words that matter in a pair. */
export const advertOf = ({ at = [], ...given }: Given): Advert => ({
  kind: "job_posting",
  companies: [at].flat(),
  title: "",
  url: "",
  city: "",
  text: "",
  ...given,
});
