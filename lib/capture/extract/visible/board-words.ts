import { fold } from "../../../imports/vocabulary/fold.ts";
import { isBoardName } from "../values/company.ts";

const boardWord =
  /^(?:(?:www )?(?:linkedin|indeed|glassdoor|stepstone|monster|ziprecruiter|seek|dice|xing|djinni|reed|totaljobs|adzuna|infojobs|simplyhired|naukri|wellfound|jobindex|jobs|breezy|lever|ashby|greenhouse|workable|workday|smartrecruiters|paylocity|personio|recruitee|teamtailor|bamboohr|icims|jobvite|stack overflow|y combinator|work at a startup)(?: (?:com|de|fr|es|it|nl|ca|in|ch|at|pl|pt|dk|se|no|fi|ie|be|br|co uk|co in|com au|co nz|io|jobs?|careers|australia|new zealand|deutschland|france|canada|india|uk|schweiz|nz))*)$|^(?:\d{3,4} )?人力銀行$/;

const pageWord =
  /^(?:(?:jobs?|vacanc(?:y|ies)|position|posting|opening|stelle|stilling) (?:details?|description|announcement|information|page|external)|job posting page external|candidate portal|career portal|jobannonce|stillingsopslag|ledige stillinger(?: .{2,60})?|ofertas? de (?:empleo|trabajo)|offert[ae] di lavoro|oferta pracy|praca|lediga? jobb|ledig stilling|vaga(?: de)?(?: emprego)?|(?:la )?vacature|求人(?:情報|詳細)?|採用情報|jobs?|careers?|karriere|stellen(?:angebote?|anzeigen?)?|job details?|job openings?|open positions?|current openings?|vacanc(?:y|ies)|jobs search|job search|apply(?: now| online)?|home|emploi|offres? d emploi|empleos?|vagas?|vacatures?|offerte di lavoro|招聘|job (?:ad|posting|board|description|application)|join us|recruit(?:ing|ment)|work with us|stellenangebot|annonce)$/;

/** Whether a part of a title names the board or the kind of page, and so neither title nor company. */
export function isBoardWord(text: string): boolean {
  const folded = fold(text);
  return folded === "" || isBoardName(text) || boardWord.test(folded) || pageWord.test(folded);
}
