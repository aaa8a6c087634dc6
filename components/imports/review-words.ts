import { formatDay } from "@/components/ui/format.ts";
import type { OwnedBatch } from "@/lib/imports/queries.ts";
import type { Question } from "@/lib/imports/questions.ts";
import { duplicateKind, repeatsKind } from "@/lib/imports/staging/reasons.ts";
import type { ReviewGroup } from "@/lib/imports/staging/review.ts";

const small = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** "Nine rows", "10 rows": a count that begins a heading. */
export function countOf(count: number, noun: string): string {
  return `${small[count] ?? count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

/** A text of the file with its ISO days written as they are everywhere: a workbook's days are read as those. */
export const withDays = (text: string): string =>
  text.replace(/(?<![\d-])\d{4}-(0[1-9]|1[0-2])-\d\d(?![\d-])(T[\d:]{5,8})?/g, (day) =>
    formatDay(`${day.slice(0, 10)}T00:00:00Z`),
  );

/** What a question asks. */
export function questionTitle({ kind, heading, column }: Question): string {
  if (kind === "order" && column === null) return "Your days can be read in two ways";
  if (kind === "order") return `“${heading}” can be read in two ways`;
  if (kind === "applied_day") return "Which is the day you applied?";
  if (kind === "day_or_status") return `“${heading}” and the status say different things`;
  return `What is in “${heading}”?`;
}

/** The groups whose rows need a decision of their own: the answer to a question about a column decides the others. */
export function decisionGroups({ detected }: OwnedBatch, groups: ReviewGroup[]): ReviewGroup[] {
  const asked = new Set(detected.questions?.map(({ reason }) => reason));
  return groups.filter(({ verdict, kind }) => verdict === "attention" && !asked.has(kind));
}

/** How many rows the groups have. */
export const rowsIn = (groups: ReviewGroup[]) => groups.reduce((sum, { rows }) => sum + rows, 0);

/** The title of a group: its reason, where all its rows have the same one, or what they have in common. */
export function groupTitle({ kind, rows, first }: ReviewGroup): string {
  if (kind === repeatsKind) return "Looks like a row above it";
  if (kind === duplicateKind) return "In Foothold already";
  const reasons = new Set(first.map(({ reason }) => firstReason(reason, kind)));
  const [only] = reasons;
  const same = rows === first.length && reasons.size === 1 && only;
  return withDays(same || kind || "Something is open").replace(/\.$/, "");
}

/** The first of a row's reasons: as far as the parts of its kind reach; "" where they are not all in it. */
function firstReason(reason: string, kind: string): string {
  let end = 0;
  for (const part of kind.split("…")) {
    const at = reason.indexOf(part, end);
    if (at < 0) return "";
    end = at + part.length;
  }
  return reason.slice(0, end);
}

/** What becomes of the rows of a group as they are ticked. */
export function groupNote({ rows, taken }: ReviewGroup): string {
  const counted = `${rows.toLocaleString("en-US")} ${rows === 1 ? "row" : "rows"}`;
  if (taken === 0) return `${counted}, left out unless you tick ${rows === 1 ? "it" : "them"}`;
  return taken === rows ? `${counted}, imported` : `${counted}, ${taken} of them imported`;
}
