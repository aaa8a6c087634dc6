import { headingSenses } from "../columns/headings.ts";
import { fold } from "../vocabulary/fold.ts";
import { monthOf } from "../vocabulary/months.ts";
import { namesRole } from "../vocabulary/roles.ts";
import type { Choices } from "./choices.ts";
import { cellText, type RowCells } from "./layout.ts";

const totalsWord =
  /^(grand )?(total|totals|sum|summe|gesamt|gesamtzahl|count|average|avg|subtotal|toplam|totaal|totale|suma|somme)\b/;
const dividerWord =
  /^(week|kw|woche|semaine|semana|settimana|hafta|month|monat|mois|mes|year|jahr|q[1-4]|round|batch|phase)\b.{0,12}$/;

/** The reason to skip a row that is no application, else null. */
export function skipReason(row: RowCells): string | null {
  const filled = row.raw.map(cellText).filter((text) => text !== "");
  if (filled.length === 0) return "Empty, or only the placeholders of a template";
  if (repeatsHeadings(row)) return "The headings once more";
  const [only] = filled;
  if (filled.length === 1 && only && isDivider(only)) return "A line between the rows";
  const company = row.first("company_name");
  const title = row.first("posting_title");
  if (
    totalsWord.test(fold(company || title || only || "")) &&
    (company === "" || !/\p{L}/u.test(title))
  ) {
    return "A line of totals";
  }
  const url = row.first("posting_url_full");
  if (company === "" && title === "" && url === "") return "Neither company nor title";
  return null;
}

function repeatsHeadings({ raw, layout: { folded } }: RowCells): boolean {
  if (folded.length < 2) return false;
  const minMatches = Math.max(2, folded.length * 0.6);
  let [matches, remaining] = [0, folded.length];
  for (const { heading, at } of folded) {
    if (fold(raw[at] ?? "") === heading) matches += 1;
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

// Placeholders for an unknown company, alone or followed by a remark.
const undisclosedNames =
  /^(?:remote|undisclosed|confidential|confidencial|vertraulich|confidentiel|unnamed|unknown|anonymous|not disclosed|hidden|private (?:company|employer|advertiser)|various|multiple|several|recruiter|recruiting|recruitment(?: agency)?|staffing agency|agency|headhunter|hybrid|on-?site|company|employer|firma|(?:confidential|undisclosed|unknown) (?:company|employer|client)|empresa confidencial|unbekannt|anonym)\s*(?:$|[,(/:;–-])/i;
const testEntries =
  /^(test\w{0,3}|testing|asdf\w*|qwerty|foo|bar|xxx+|abc|dummy|sample|example|beispiel|ejemplo|exemple|deneme)$/;
const numberedLabels =
  /^(job|task|application|bewerbung|position|role|row|item|company|firm|employer)[ _-]?#?\d+$/i;
const companyInTitle = /\b(at|@|bei|chez|presso)\s+\p{Lu}/u;

/** Warnings about a missing or implausible company name. */
export function companyWarnings(row: RowCells, company: string, title: string): string[] {
  if (company === "" && title === "") {
    return ["There is only an address: no company and no title."];
  }
  const plain = fold(company);
  if (plain === "") return title ? ["There is no company."] : [];
  if (testEntries.test(plain) && (title === "" || testEntries.test(fold(title)))) {
    return [`“${company}” looks like a test entry.`];
  }
  if (undisclosedNames.test(company)) {
    return [`“${company}” names no company.`];
  }
  const heading = row.layout.headings[row.layout.columns("company_name")[0] ?? -1] ?? "";
  const named = /company|firm|employer|empresa|unternehmen/i.test(heading);
  if (numberedLabels.test(company) && !named)
    return [`“${company}” is only a label, not a company.`];
  if (title === "" && (namesRole(plain) || companyInTitle.test(company))) {
    return [`“${company}” looks like a job title, or like company and title in one.`];
  }
  return [];
}

const payWords =
  /negotia|compet|unpaid|market|depend|doe|open|commission|volunt|stipend|n\.?v\.?b|vb|tarif/i;

/** Warns about words in a numeric pay column: the row's cells may be shifted. */
export function shiftedCellsWarnings(row: RowCells, { payInNumbers }: Choices): string[] {
  const pay = row.first("pay_range");
  if (!payInNumbers || pay.length < 3 || /\d/.test(pay) || payWords.test(pay)) return [];
  return [`“${pay}” stands for the pay; the cells may be in the wrong columns.`];
}
