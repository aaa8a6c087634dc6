import { maxRichLength } from "../../records/fields.ts";
import { readYesNo } from "../vocabulary/answers.ts";
import { systemOf } from "../vocabulary/boards.ts";
import { fold, type NamedPatterns, nameByPattern } from "../vocabulary/fold.ts";
import type { Target } from "../vocabulary/targets.ts";
import { type TextTarget, textTargets } from "./draft.ts";
import type { RowCells } from "./layout.ts";
import { type Leftovers, storableText } from "./leftovers.ts";
import { postingLink } from "./links.ts";
import { hostOf, urlIn } from "./site.ts";

/** Text fields with their own parsing, here or in row.ts. */
const derivedFields = [
  "company_name",
  "posting_title",
  "posting_status",
  "posting_url_full",
  "pay_range",
  "location_type",
  "location_city",
  "employment_type",
  "rejected_after_stage",
] as const satisfies TextTarget[];

type PlainText = Exclude<TextTarget, (typeof derivedFields)[number]>;

const plainFieldNames = textTargets.filter(
  (target): target is PlainText => !derivedFields.some((name) => name === target),
);

/** The fields that need little parsing; text that they lose goes to the leftovers. */
export function plainFields(row: RowCells, leftovers: Leftovers) {
  const named = (target: Target) => leftovers.named(target, row.all(target));
  const place = named("location_city").join(", ");
  const joined = (target: PlainText | "pay_range", separator: string) =>
    leftovers.truncate(target, named(target).join(separator));
  const mode = documentedKind(row, leftovers, "location_type", locationKinds);
  const url = findUrl(row, leftovers);
  return {
    ...(Object.fromEntries(plainFieldNames.map((name) => [name, joined(name, ", ")])) as Record<
      PlainText,
      string
    >),
    posting_url_full: leftovers.dropIfTooLong("posting_url_full", url),
    posting_url_domain: systemOf(hostOf(url)),
    pay_range: joined("pay_range", " – "),
    location_type: leftovers.truncate(
      "location_type",
      mode || nameByPattern(locationKinds, fold(place)),
    ),
    location_city: leftovers.truncate("location_city", place),
    employment_type: leftovers.truncate(
      "employment_type",
      documentedKind(row, leftovers, "employment_type", employmentKinds),
    ),
    job_description: description(row, leftovers),
  };
}

function description(row: RowCells, leftovers: Leftovers): string {
  const text = storableText(row.first("job_description"));
  if (text.length <= maxRichLength) return text;
  leftovers.warnings.push("Description is longer than 200,000 characters; its end was left out.");
  return storableText(text.slice(0, maxRichLength));
}

/** The posting's URL: from its column, else a notes cell that is only a URL. */
function findUrl(row: RowCells, leftovers: Leftovers): string {
  for (const at of row.layout.columns("posting_url_full")) {
    const text = row.text(at);
    const url = urlIn(text);
    if (text !== "" && (url === "" || url.length < text.length - 1)) leftovers.addColumn(at);
    if (url) return url;
  }
  for (const text of row.all("comments")) {
    const url = urlIn(text);
    if (url && url.length >= text.length - 1) return url;
  }
  return postingLink(row.first("posting_title"));
}

/** The documented kind that a target's cell names, else its text. */
function documentedKind(
  row: RowCells,
  leftovers: Leftovers,
  target: "location_type" | "employment_type",
  kinds: NamedPatterns,
): string {
  const at = row.layout.columns(target).find((column) => row.text(column) !== "");
  if (at === undefined) return "";
  const text = row.text(at);
  const mark = readYesNo(text.replace(/^100 ?%$/, "yes").replace(/^0 ?%$/, "no"));
  // A heading such as “Remote?” says what yes means; no leaves it open.
  const kind =
    mark === null
      ? nameByPattern(kinds, fold(text).replace(denied, " "))
      : mark && onlyKind(kinds, fold(row.layout.headings[at] ?? ""));
  if (mark === false || (mark && !kind)) leftovers.addTargets(target);
  if (mark === null && kind && kind.toLowerCase() !== text.toLowerCase())
    leftovers.addTargets(target);
  return kind || (mark === null ? text : "");
}

const denied =
  /\b(?:no|not|non|kein\w*|nicht|pas|sin|sem|senza|geen|niet|bez|nie) (?:de )?(?:fully |full )?(?:remote\w*|home ?office|hybrid\w*|teletravail|teletrabajo|wfh)\b/g;

/** The kind that a heading names, or "" where it names several or none. */
function onlyKind(kinds: NamedPatterns, heading: string): string {
  const [only, other] = kinds.filter(([, pattern]) => pattern.test(heading));
  return only && !other ? only[0] : "";
}

const locationKinds: NamedPatterns = [
  ["Hybrid", /hybrid|hibrid|ibrido|hybride|hybrydow|hibrit|\bmixto\b|teilweise remote/],
  [
    "On-Site",
    /\bon ?site|in ?office|in person|(?<!home )\boffice\b|vor ort|prasenz|presencial|presentiel|sur site|in sede|in presenza|op locatie|stacjonarn|ofiste|yerinde|pa plats|出社|현장/,
  ],
  [
    "Remote",
    /remote|remot[eoa]\b|home ?office|work from home|\bwfh\b|teletravail|teletrabajo|distancia|da remoto|thuis|zdaln|uzaktan|distans|etatyo|リモート|在宅|远程|재택/,
  ],
];

const employmentKinds: NamedPatterns = [
  [
    "Internship",
    /\bintern(ship)?\b|praktik|stage\b|stagiaire|pasantia|practicas|estagi|tirocin|staz\b|stajyer|werkstud/,
  ],
  [
    "Part-time",
    /part ?time|teilzeit|temps partiel|medio tiempo|tiempo parcial|meio periodo|deeltijd|niepelny|yari zamanli|deltid/,
  ],
  ["Freelance", /freelanc|selbstandig|freiberuf|independant|autonomo|zzp|b2b|\bpj\b/],
  [
    "Contract",
    /\bcontract(or)?\b|\bc2c\b|\bw2\b|\b1099\b|befrist|\bcdd\b|temporal|temporario|determinato|tijdelijk|zlecenie|sozlesmeli|fixed term|temp\b/,
  ],
  [
    "Full-time",
    /full ?time|vollzeit|festanstellung|unbefrist|\bcdi\b|temps plein|tiempo completo|indefinido|tempo integral|\bclt\b|indeterminato|tempo pieno|voltijd|fulltime|pelny etat|umowa o prace|tam zamanli|heltid|permanent|正社員|全职|정규직/,
  ],
];
