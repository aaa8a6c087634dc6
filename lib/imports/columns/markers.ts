import { readStatus } from "../vocabulary/status.ts";
import { share } from "./cells.ts";
import type { Column } from "./column.ts";

const maxHeading = 120;

const isGeneral = (meaning: string) => ["saved", "open", "active", "unclear"].includes(meaning);

type Reading = NonNullable<ReturnType<typeof readStatus>> | "named" | null;
const isSending = (reading: Reading) =>
  reading !== null && reading !== "named" && reading.meaning === "waiting";

/** Whether a heading says that something was sent, in words that no list of headings has, as in "Day sent". */
export function namesSending(heading: string): boolean {
  const reading = readStatus(heading.slice(0, maxHeading));
  return isSending(reading) && reading?.whole === true;
}

/** Whether a heading names a stage or outcome and the cells mark it, by yes/no or by date. */
export function isMarker({ heading, senses, stats }: Column): boolean {
  const name = heading
    .slice(0, maxHeading)
    .replace(/\?/g, "")
    .replace(/\([^)]*\)/g, " ");
  const reading =
    readStatus(name) ?? (/^(phone|recruiter|hr|campus)$/i.test(name.trim()) ? "named" : null);
  if (!reading || (reading !== "named" && !reading.whole)) return false;
  const { applied_at = 0, unmapped = 0, interviewed_at = 0, posting_status = 0 } = senses;
  const { rejected_at = 0, answer_date = 0 } = senses;
  if (unmapped === 100 || posting_status === 100) return false;
  if (stats.filled === 0) return reading !== "named" && interviewed_at < 100 && applied_at < 100;
  const general = reading !== "named" && isGeneral(reading.meaning);
  // A few "no" or "not yet" among days do not make a mark of them.
  if (stats.dates > 0 && applied_at >= 60) return false;
  if (share(stats, "dates") >= 0.6) {
    if (interviewed_at === 100 || rejected_at >= 55 || answer_date >= 60) return false;
    if (general && reading.meaning !== "saved") return false;
    // Days of sending are those of the application.
    if (isSending(reading)) return false;
  }
  return share(stats, "dates", "yesNo", ...(general ? [] : ["statuses" as const])) >= 0.6;
}
