/** The tables that sample data fills, in the order in which it is deleted: what others belong to comes last. */
export const sampleKinds = [
  "follow_up",
  "interview",
  "job_posting",
  "email_opportunity",
  "contact",
  "job_site",
  "company",
  "tag",
] as const;

export type SampleKind = (typeof sampleKinds)[number];
