import { findPeriod, type PayPeriod } from "../../../reports/pay/periods.ts";

/** Words for a period in the languages of postings that the reports' reader does not know. */
const further: readonly (readonly [period: PayPeriod, pattern: RegExp])[] = [
  [
    "hour",
    /(?<!\p{L})(?:horaires?|l'heure|por hora|all'ora|orari[ao]|i tim(?:en|me|men)|per tim(?:me|e)|timlön|timeløn|godz(?:in[aęy])?|na hodinu)(?!\p{L})|\/\s?(?:tim|ora|hora)(?!\p{L})|час|時給|時間|시급/iu,
  ],
  [
    "day",
    /(?<!\p{L})(?:journali(?:er|ère)|par jour|por dia|al giorno|giornalier[oa]|dziennie|per dag|om dagen)(?!\p{L})|日給|日当|일급/iu,
  ],
  [
    "week",
    /(?<!\p{L})(?:hebdomadaire|por semana|a settimana|settimanal[ei]|tygodniowo)(?!\p{L})/iu,
  ],
  [
    "month",
    /(?<!\p{L})(?:mensuel(?:le)?s?|mensuales|mensa(?:l|is)|mês|mensil[ei]|mese|mån(?:ad|adslön)?|måned(?:lig|sløn)?|miesi[ęe]czni[ea]|miesiąc|mies|měsíčně|měsíc|kuukau\p{L}{1,6}|kk)(?!\p{L})|месяц|мес\.|місяц|月給|月収|월급|\/\s?月/iu,
  ],
  [
    "year",
    /(?<!\p{L})(?:annuel(?:le)?s?|annu[aoi]|all'anno|lorda annua|ral|anual(?:es)?|anua(?:is|l)|por ano|rocznie|rok|ročně|år(?:slön|sløn|lig)?|vuodessa)(?!\p{L})|\/\s?(?:ano|any|anno)(?!\p{L})|год|年収|年俸|연봉/iu,
  ],
];

/** The period that a text of a pay names, in any of the languages of postings; null for none. */
export function periodIn(text: string): PayPeriod | null {
  const known = findPeriod(text);
  if (known) return known;
  return further.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
