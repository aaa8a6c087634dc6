import "server-only";
import type { Actor } from "../../accounts/auth/actor.ts";
import { flaggedAmong } from "../../companies/queries.ts";
import type { ReviewGroup, ReviewRow } from "./review.ts";

/** The same rows, each saying as well where the person marked its company "Do not apply again". */
export async function withMarks(actor: Actor, rows: ReviewRow[]): Promise<ReviewRow[]> {
  const names = rows.map(({ posting }) => posting?.company_name ?? "");
  const marked = new Map((await flaggedAmong(actor, names)).map((one) => [one.typed, one]));
  return rows.map((row) => {
    const mark = marked.get(row.posting?.company_name ?? "");
    if (!mark) return row;
    const said = `you marked ${mark.name} “Do not apply again”${mark.why && `: ${mark.why}`}`;
    return { ...row, reason: [row.reason, said].filter(Boolean).join("; ") };
  });
}

/** The same for the first rows of groups. */
export async function groupsWithMarks(actor: Actor, groups: ReviewGroup[]): Promise<ReviewGroup[]> {
  const rows = await withMarks(
    actor,
    groups.flatMap(({ first }) => first),
  );
  const byNumber = new Map(rows.map((row) => [row.row_number, row]));
  return groups.map((group) => ({
    ...group,
    first: group.first.map((row) => byNumber.get(row.row_number) ?? row),
  }));
}
