import { systemOf } from "../vocabulary/boards.ts";
import { fold } from "../vocabulary/fold.ts";
import { type TextTarget, textTargets } from "./draft.ts";
import { cellText, type Layout } from "./layout.ts";
import type { LeftoverCells } from "./leftover-cells.ts";
import type { FieldTruncator } from "./truncator.ts";
import { hostOf, urlIn } from "./url.ts";

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

const isPlainField = (target: TextTarget): target is PlainText =>
  !derivedFields.some((name) => name === target);

const plainFieldNames = textTargets.filter(isPlainField);

/** The fields that need little parsing; text that they lose goes to the leftover cells. */
export function plainFields(
  cells: readonly string[],
  layout: Layout,
  leftovers: LeftoverCells,
  truncator: FieldTruncator,
) {
  const url = findUrl(cells, layout, leftovers);
  const place = layout.cells(cells, "location_city").join(", ");
  const joined = (target: PlainText | "pay_range", separator: string) =>
    truncator.truncate(target, layout.cells(cells, target).join(separator));
  return {
    ...(Object.fromEntries(plainFieldNames.map((name) => [name, joined(name, ", ")])) as Record<
      PlainText,
      string
    >),
    posting_url_full: truncator.dropIfTooLong("posting_url_full", url),
    posting_url_domain: systemOf(hostOf(url)),
    pay_range: joined("pay_range", " – "),
    location_type: truncator.truncate(
      "location_type",
      locationType(cells, layout, leftovers, place),
    ),
    location_city: truncator.truncate("location_city", place),
    employment_type: truncator.truncate(
      "employment_type",
      employmentType(cells, layout, leftovers),
    ),
    job_description: layout.cell(cells, "job_description"),
  };
}

/** The posting's URL: from its column, else a notes cell that is only a URL. */
function findUrl(cells: readonly string[], layout: Layout, leftovers: LeftoverCells): string {
  for (const at of layout.columns("posting_url_full")) {
    const text = cellText(cells[at]);
    const url = urlIn(text);
    if (text !== "" && (url === "" || url.length < text.length - 1)) leftovers.addColumn(at);
    if (url) return url;
  }
  for (const at of layout.columns("comments")) {
    const text = cellText(cells[at]);
    const url = urlIn(text);
    if (url && url.length >= text.length - 1) return url;
  }
  return "";
}

function locationType(
  cells: readonly string[],
  layout: Layout,
  leftovers: LeftoverCells,
  place: string,
): string {
  const mode = layout.cell(cells, "location_type");
  if (mode === "") return locationKind(place);
  const kind = locationKind(mode);
  if (kind && kind.toLowerCase() !== mode.toLowerCase()) leftovers.addTarget("location_type");
  return kind || mode;
}

function employmentType(
  cells: readonly string[],
  layout: Layout,
  leftovers: LeftoverCells,
): string {
  const text = layout.cell(cells, "employment_type");
  const kind = employmentKind(text);
  if (kind && kind.toLowerCase() !== text.toLowerCase()) leftovers.addTarget("employment_type");
  return kind || text;
}

const locationKinds: [kind: string, words: RegExp][] = [
  ["Hybrid", /hybrid|hibrid|ibrido|hybride|hybrydow|hibrit|\bmixto\b|teilweise remote/],
  [
    "On-Site",
    /\bon ?site|in ?office|in person|\boffice\b|vor ort|prasenz|presencial|presentiel|sur site|in sede|in presenza|op locatie|stacjonarn|ofiste|yerinde|pa plats|出社|현장/,
  ],
  [
    "Remote",
    /remote|remot[eoa]\b|home ?office|work from home|\bwfh\b|teletravail|teletrabajo|distancia|da remoto|thuis|zdaln|uzaktan|distans|etatyo|リモート|在宅|远程|재택/,
  ],
];

const employmentKinds: [kind: string, words: RegExp][] = [
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

const firstMatchingKind = (list: [string, RegExp][], text: string) => {
  const plain = fold(text);
  return list.find(([, words]) => words.test(plain))?.[0] ?? "";
};

/** Remote, Hybrid or On-Site if a text says so, else "". */
const locationKind = (text: string) => firstMatchingKind(locationKinds, text);

/** The documented employment type that a text names, or "". */
const employmentKind = (text: string) => firstMatchingKind(employmentKinds, text);
