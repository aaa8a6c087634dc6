import { z } from "zod";

/** The search page's address. */
export const searchFilter = z.object({ q: z.string().trim().max(200).default("").catch("") });
