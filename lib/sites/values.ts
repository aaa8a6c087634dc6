import type { Sorting } from "../lists/table-filter.ts";

export const resumeFormats = ["Both", "PDF Only", "Builder Only"] as const;

/** The sorts of the sites table. */
export const siteSorting: Sorting<"site_name" | "rating" | "posting_count" | "last_visited_at"> = {
  sorts: ["site_name", "rating", "posting_count", "last_visited_at"],
  usual: "site_name",
  descending: ["rating", "posting_count", "last_visited_at"],
};
