export const resumeFormats = ["Both", "PDF Only", "Builder Only"] as const;

/** Longest text per field, in code points. */
export const siteLimits = {
  site_name: 64,
  site_url: 2048,
  site_password: 64,
  resume_format: 32,
  headline: 512,
} as const;

export const sitesSorts = ["site_name", "rating", "posting_count", "last_visited_at"] as const;
