import { systemOf } from "../words/boards.ts";
import { fold } from "../words/fold.ts";
import { type TextTarget, textTargets } from "./draft.ts";
import type { Fitter } from "./fit.ts";
import type { Keeper } from "./keeper.ts";
import { type Layout, says } from "./layout.ts";
import { hostOf, urlIn } from "./url.ts";

/** Texts that are read in a way of their own, here or in row.ts. */
const special = [
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

type PlainText = Exclude<TextTarget, (typeof special)[number]>;

const isPlain = (target: TextTarget): target is PlainText =>
  !special.some((name) => name === target);

const plainTexts = textTargets.filter(isPlain);

/** The fields that are taken over as they stand, or nearly so; what they lose goes to the keeper. */
export function plainFields(cells: readonly string[], layout: Layout, keep: Keeper, fit: Fitter) {
  const url = findUrl(cells, layout, keep);
  const place = layout.cells(cells, "location_city").join(", ");
  const joined = (target: PlainText | "pay_range", separator: string) =>
    fit.text(target, layout.cells(cells, target).join(separator));
  return {
    ...(Object.fromEntries(plainTexts.map((name) => [name, joined(name, ", ")])) as Record<
      PlainText,
      string
    >),
    posting_url_full: fit.whole("posting_url_full", url),
    posting_url_domain: systemOf(hostOf(url)),
    pay_range: joined("pay_range", " – "),
    location_type: fit.text("location_type", locationType(cells, layout, keep, place)),
    location_city: fit.text("location_city", place),
    employment_type: fit.text("employment_type", employmentType(cells, layout, keep)),
    job_description: layout.cell(cells, "job_description"),
  };
}

/** The posting's address: of its column, else one that stands alone among the notes. */
function findUrl(cells: readonly string[], layout: Layout, keep: Keeper): string {
  for (const at of layout.columns("posting_url_full")) {
    const text = says(cells[at]);
    const url = urlIn(text);
    if (text !== "" && (url === "" || url.length < text.length - 1)) keep.column(at);
    if (url) return url;
  }
  for (const at of layout.columns("comments")) {
    const text = says(cells[at]);
    const url = urlIn(text);
    if (url && url.length >= text.length - 1) return url;
  }
  return "";
}

function locationType(
  cells: readonly string[],
  layout: Layout,
  keep: Keeper,
  place: string,
): string {
  const mode = layout.cell(cells, "location_type");
  if (mode === "") return locationKind(place);
  const kind = locationKind(mode);
  if (kind && kind.toLowerCase() !== mode.toLowerCase()) keep.target("location_type");
  return kind || mode;
}

function employmentType(cells: readonly string[], layout: Layout, keep: Keeper): string {
  const text = layout.cell(cells, "employment_type");
  const kind = employmentKind(text);
  if (kind && kind.toLowerCase() !== text.toLowerCase()) keep.target("employment_type");
  return kind || text;
}

const places: [kind: string, words: RegExp][] = [
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

const engagements: [kind: string, words: RegExp][] = [
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

const first = (list: [string, RegExp][], text: string) => {
  const plain = fold(text);
  return list.find(([, words]) => words.test(plain))?.[0] ?? "";
};

/** Remote, Hybrid or On-Site, where a text says so. */
const locationKind = (text: string) => first(places, text);

/** The documented kind of employment that a text names, or the empty text. */
const employmentKind = (text: string) => first(engagements, text);
