import { headingSenses } from "../columns/headings.ts";
import { fold } from "../words/fold.ts";
import { monthOf } from "../words/months.ts";
import { type Layout, says } from "./layout.ts";

const sums =
  /^(grand )?(total|totals|sum|summe|gesamt|gesamtzahl|count|average|avg|subtotal|toplam|totaal|totale|suma|somme)\b/;
const divider =
  /^(week|kw|woche|semaine|semana|settimana|hafta|month|monat|mois|mes|year|jahr|q[1-4]|round|batch|phase)\b.{0,12}$/;

/** Why a row is no application, or null where it may be one. */
export function skipReason(cells: readonly string[], layout: Layout): string | null {
  const filled = cells.map(says).filter((text) => text !== "");
  if (filled.length === 0) return "Empty, or only the placeholders of a template";
  if (repeatsHeadings(cells, layout)) return "The headings once more";
  const [only] = filled;
  if (filled.length === 1 && only && isDivider(only)) return "A line between the rows";
  const company = layout.cell(cells, "company_name");
  const title = layout.cell(cells, "posting_title");
  if (
    sums.test(fold(company || title || only || "")) &&
    (company === "" || !/\p{L}/u.test(title))
  ) {
    return "A line of totals";
  }
  const url = layout.cell(cells, "posting_url_full");
  if (company === "" && title === "" && url === "") return "Neither company nor title";
  return null;
}

function repeatsHeadings(cells: readonly string[], { folded }: Layout): boolean {
  if (folded.length < 2) return false;
  const least = Math.max(2, folded.length * 0.6);
  let [same, left] = [0, folded.length];
  for (const { heading, at } of folded) {
    if (fold(cells[at] ?? "") === heading) same += 1;
    left -= 1;
    if (same + left < least) return false;
  }
  return same >= least;
}

function isDivider(text: string): boolean {
  const plain = fold(text);
  const [first = "", second = ""] = plain.split(" ");
  if (divider.test(plain) || /^\d{4}$/.test(plain)) return true;
  if (monthOf(first) && (second === "" || /^\d{2,4}$/.test(second))) return true;
  return headingSenses(text).posting_status === 100 || /^[-=_*~\s]+$/.test(text);
}
