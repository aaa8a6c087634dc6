import { headingSenses } from "../columns/headings.ts";
import { fold } from "../vocabulary/fold.ts";
import { monthOf } from "../vocabulary/months.ts";
import { cellText, type Layout } from "./layout.ts";

const totalsWord =
  /^(grand )?(total|totals|sum|summe|gesamt|gesamtzahl|count|average|avg|subtotal|toplam|totaal|totale|suma|somme)\b/;
const dividerWord =
  /^(week|kw|woche|semaine|semana|settimana|hafta|month|monat|mois|mes|year|jahr|q[1-4]|round|batch|phase)\b.{0,12}$/;

/** The reason to skip a row that is no application, else null. */
export function skipReason(cells: readonly string[], layout: Layout): string | null {
  const filled = cells.map(cellText).filter((text) => text !== "");
  if (filled.length === 0) return "Empty, or only the placeholders of a template";
  if (repeatsHeadings(cells, layout)) return "The headings once more";
  const [only] = filled;
  if (filled.length === 1 && only && isDivider(only)) return "A line between the rows";
  const company = layout.cell(cells, "company_name");
  const title = layout.cell(cells, "posting_title");
  if (
    totalsWord.test(fold(company || title || only || "")) &&
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
  const minMatches = Math.max(2, folded.length * 0.6);
  let [matches, remaining] = [0, folded.length];
  for (const { heading, at } of folded) {
    if (fold(cells[at] ?? "") === heading) matches += 1;
    remaining -= 1;
    if (matches + remaining < minMatches) return false;
  }
  return matches >= minMatches;
}

function isDivider(text: string): boolean {
  const plain = fold(text);
  const [first = "", second = ""] = plain.split(" ");
  if (dividerWord.test(plain) || /^\d{4}$/.test(plain)) return true;
  if (monthOf(first) && (second === "" || /^\d{2,4}$/.test(second))) return true;
  return headingSenses(text).posting_status === 100 || /^[-=_*~\s]+$/.test(text);
}
