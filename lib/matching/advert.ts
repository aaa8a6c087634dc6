/** A posting or an opportunity as it is compared; all of it may be empty. */
export type Advert = {
  kind: "job_posting" | "email_opportunity";
  /** who advertises and who hires: a direct employer alone, or an agency with whom it hires for */
  companies: readonly string[];
  title: string;
  url: string;
  city: string;
  /** plain */
  text: string;
};

/** The longest parts of an advert that are compared, in UTF-16 units. */
export const maxCompared = { name: 256, url: 2_048, text: 20_000 } as const;
