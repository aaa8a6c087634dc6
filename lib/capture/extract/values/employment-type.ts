import { foldHeading } from "../../../imports/vocabulary/fold.ts";
import { words } from "./words.ts";

/** The documented types (lib/postings/values.ts) and a few that pages name beside them, by words in many languages. */
const types: readonly (readonly [type: string, pattern: RegExp])[] = [
  [
    "Full-time",
    /\bfull ?times?\b|\bfulltid|\bfuldtid|\bkokopaiv|\bvollzeit|\btemps (?:plein|complet)\b|\b(?:jornada|tiempo|temps) complet[ao]?\b|\b(?:tempo|periodo) (?:pieno|integral)\b|\bvoltijds?\b|\bfulltijds?\b|\bpelny etat\b|\bpelen etat\b|\bheltid|\bkokoaikai|\bplny uvazek\b|\btam zamanli\b|полная занятость|повна зайнятість|全职|全職|フルタイム|정규직|\bpenuh waktu\b|\bplein temps\b/,
  ],
  [
    "Part-time",
    /\bpart ?times?\b|\bteilzeit|\btemps partiel\b|\b(?:jornada|tiempo|temps) parcial\b|\bmedia jornada\b|\b(?:tempo|periodo) parziale\b|\b(?:tempo|periodo) parcial\b|\bdeeltijds?\b|\bparttijds?\b|\bdeltid|\bosa aikai|\bpol etatu\b|\bminijob\b|частичная занятость|часткова зайнятість|兼职|兼職|パート|파트타임|\bparuh waktu\b/,
  ],
  [
    "Internship",
    /\binterns?(?:hips?)?\b|\bco ?op\b|\bpraktik(?:um|a|ant(?:in)?|anten)\b|\bpflichtpraktikum\b|\bstagi(?:aire|air|ere)s?\b|^stage$|\bstage (?:de|en)\b|\btirocin|\bpracticas\b|\bpasantia\b|\bbecari|\bestagi|\bpraktyk|\bstaz\b|\bharjoittel|\bpraktik\b|стажиров|стажув|实习|實習|インターン|인턴|\bmagang\b/,
  ],
  [
    "Freelance",
    /\bfree ?lanc|\bfreiberuf|\bself employed\b|\bautonom[oa]s?\b|\bselbst(?:st)?andig|\bindependent contractors?\b|\b1099\b|\bcorp to corp\b|\bc2c\b|\bzzp\b|\bfreelancer/,
  ],
  [
    "Contract",
    /\bcontract(?:ors?|ual)?\b|\bcontract to hire\b|\bfixed term\b|\bbefrist|\bcdd\b|\bduree determinee\b|\bumowa zlecenie\b|\bmaaraaikai|\btijdelijk contract\b|合同工|契約社員|계약직|\bkontrak\b/,
  ],
  [
    "Temporary",
    /\btemp(?:s|orary|oraire)?\b|\binterim|\bzeitarbeit|\btijdelijk|\btemporal\b|\btemporario\b|\btemporaneo\b|派遣/,
  ],
  ["Seasonal", /\bseason(?:al)?\b|\bsaison/],
  [
    "Apprenticeship",
    /\bapprentic|\bausbildung\b|\bazubi\b|\balternance\b|\blehrstelle\b|\bapprendist/,
  ],
  ["Working student", /\bwerkstudent|\bworking student\b/],
  ["Volunteer", /\bvolunt|\behrenamt|\bbenevol/],
  ["Per diem", /\bper ?diem\b|\bprn\b/],
];

// "Permanent contract" is no contract for a time; "intern" in "internal" is none either, by the word's end.
const unlimited =
  /\b(?:permanent|open ended|indefinite|unlimited|unbefristet\w*|indefinido|indeterminee?)(?: \w{1,20})? ?(?:contract|vertrag|contrat\w?)?|\b(?:contract|contrat\w?) (?:indefinido|a duree indeterminee|permanent)\b|\bcdi\b|\bno contract(?:ors?)?\b|\btemps (?=plein|complet|partiel|parcial)/g;

const maxTypeText = 200;

/** All employment types that a short text or a list of them names, each once, in the order written there. */
export function employmentTypes(value: unknown): string[] {
  if (Array.isArray(value)) return [...new Set(value.slice(0, 20).flatMap(employmentTypes))];
  const text = words(value);
  if (!text || text.length > maxTypeText) return [];
  const folded = foldHeading(text);
  const rest = folded.replace(unlimited, (phrase) => (phrase.startsWith("temps") ? "t" : " "));
  return types
    .flatMap(([type, pattern]) => {
      const isHours = type === "Full-time" || type === "Part-time";
      const at = (isHours ? folded : rest).search(pattern);
      return at < 0 ? [] : [{ type, at }];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ type }) => type);
}

/**
 * The employment type that a field says: a documented one (schema.org's `FULL_TIME`, "Vollzeit", "temps plein"), or
 * "Temporary", "Seasonal", "Apprenticeship", "Working student", "Volunteer", "Per diem". Where it names several, the
 * first. Null for what is none ("Permanent", "Regular", "OTHER"). For fields and labels, not for running text.
 */
export const employmentType = (value: unknown): string | null => employmentTypes(value)[0] ?? null;
