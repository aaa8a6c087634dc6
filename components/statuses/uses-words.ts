import { formatNumber, pluralize } from "@/components/ui/format.ts";
import type { StatusSubject } from "@/lib/statuses/values.ts";

/** "12 postings", "1 opportunity". */
export const usesWords = (subject: StatusSubject, uses: number): string =>
  subject === "opportunity"
    ? `${formatNumber(uses)} ${uses === 1 ? "opportunity" : "opportunities"}`
    : pluralize(uses, "posting");
