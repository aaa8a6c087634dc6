import { foldWords, wordSet } from "./fold.ts";

// Words in the names of those who fill others' positions, and names of the largest of them.
const agencyWords = wordSet(
  `talent talents recruiting recruitment recruiters recruiter recruit staffing personnel personal personalberatung
  personaldienstleistung personalservice zeitarbeit headhunting headhunters executive search placement placements
  manpower adecco randstad hays kelly gulp ferchau brunel akkodis experis tempo temporaire interim workforce
  jobs careers hiring hr michaelpage page robert half harnham amoria bond`,
);

const phrases =
  /\b(?:our|my) (?:direct |end )?(?:client|customer)s?\b|\bon behalf of\b|\bf(?:ü|u|ue)r (?:unseren?|einen?|meinen?) (?:\p{L}{1,20} )?(?:kunden?|mandant(?:en)?|auftraggeber)\b|\bim (?:kunden)?auftrag\b|\bpour (?:notre|mon) client\b|\bfor a (?:maker|company|client|leading)\b|\b(?:our|for our) candidates\b/iu;

/** Whether an advert is an agency's, by the names in it or by what it says of a client. */
export const isAgency = (companies: readonly string[], text: string): boolean =>
  companies.some((name) => foldWords(name).some((word) => agencyWords.has(word))) ||
  phrases.test(text);
