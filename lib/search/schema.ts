import { z } from "zod";

/** The query parameters of the search page. */
export const searchFilter = z.object({ q: z.string().trim().max(200).default("").catch("") });
