import type { Reading } from "../../posting.ts";
import { put } from "./facts.ts";
import type { HeadLine } from "./text-head.ts";
import { isTownLike } from "./town-like.ts";

/** The town on a line of its own right below title and company. */
export function readBareTown(reading: Reading, head: readonly HeadLine[]): void {
  const { posting_title, company_name, locations } = reading;
  if (locations || !posting_title || !company_name) return;
  const lineOf = (name: string) =>
    head.slice(0, 6).findLastIndex(({ text }) => text.includes(name));
  const [title, company] = [lineOf(posting_title.value), lineOf(company_name.value)];
  // "Careers at Larch Foods" is above all of it, and no longer among these lines.
  const isAbove = company < 0 && (company_name.line ?? 0) <= (posting_title.line ?? 0);
  if (title < 0 || !(isAbove || Math.abs(title - company) === 1 || title === company)) return;
  const [above, line] = [head[Math.max(title, company)], head[Math.max(title, company) + 1]];
  if (!above || !line || line.at - above.at > 2 || !isTownLike(line.text)) return;
  put(reading, "locations", [line.text], {
    source: "text",
    confidence: "doubtful",
    line: line.at + 1,
    why: "The line stands where a place does.",
  });
}
