import { localDay } from "../../dates.ts";
import { fold, foldName } from "../vocabulary/fold.ts";
import type { Draft, PlannedRow } from "./draft.ts";
import { urlKey } from "./site.ts";

/**
 * Duplicate detection within a file: same company, title and day with no conflicting URL or location; without
 * a date, same company, title and URL. Both rows stay; the later one is not taken unless it is asked for.
 */
export class DuplicateFinder {
  readonly #zone: string;
  readonly #seen = new Map<string, { number: number; url: string; place: string }[]>();

  constructor(zone: string) {
    this.#zone = zone;
  }

  /** In a mailbox, skips all but the first message about a company. */
  skipFurtherMail(row: PlannedRow): void {
    const company = foldName(row.draft?.company_name ?? "");
    if (company === "") return;
    const [first] = this.#seen.get(company) ?? [];
    if (!first) this.#seen.set(company, [{ number: row.number, url: "", place: "" }]);
    if (!first) return;
    row.verdict = "skipped";
    row.reasons = [`A further mail about the application of row ${first.number}`];
    row.draft = null;
  }

  /** The sentence that says which earlier row a draft repeats, or null; the row is remembered. */
  repeats(number: number, draft: Omit<Draft, "comments">): string | null {
    const { company_name, posting_title, applied_at, posting_url_full } = draft;
    if (!company_name || !posting_title) return null;
    const url = urlKey(posting_url_full);
    if (!applied_at && !url) return null;
    const day = applied_at ? localDay(applied_at, this.#zone) : "";
    const key = `${foldName(company_name)}\n${foldName(posting_title)}\n${day}`;
    const before = this.#seen.get(key) ?? [];
    const place = fold(draft.location_city);
    const agree = (a: string, b: string) => a === "" || b === "" || a === b;
    const same = before.find(
      (other) => (day ? agree(url, other.url) : url === other.url) && agree(place, other.place),
    );
    if (before.length < 50) this.#seen.set(key, [...before, { number, url, place }]);
    if (!same) return null;
    const third = day ? "day" : "address";
    return `Maybe a duplicate: same company, title and ${third} as row ${same.number}.`;
  }
}
