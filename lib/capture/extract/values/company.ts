import { fold } from "../../../imports/vocabulary/fold.ts";
import { words } from "./words.ts";

// Sites that list other people's postings, folded; an applicant tracking system's maker may hire by itself.
const boards = new Set(
  `linkedin|linkedin jobs|linked in|indeed|indeed com|glassdoor|stepstone|monster|ziprecruiter|dice|seek|xing|xing jobs|wellfound
  |angellist|simplyhired|careerbuilder|naukri|naukri com|reed|reed co uk|totaljobs|cv library|adzuna|infojobs|hellowork
  |welcome to the jungle|jobstreet|jobindex|talent com|jooble|jobsdb|handshake|built in|builtin|google jobs|google|djinni
  |we work remotely|remote ok|remoteok|usajobs|y combinator jobs|work at a startup|stack overflow jobs|jobs|job|careers
  |greenhouse|greenhouse job board|lever|ashby|workday|myworkdayjobs|smartrecruiters|workable|jobvite|icims|bamboohr
  |breezy hr|personio|teamtailor|recruitee|paylocity|ultipro|ukg|taleo|successfactors|jobs lever co|rippling|pinpoint
  |job board|company|confidential|hiring organization|employer`
    .split("|")
    .map((name) => name.trim()),
);

/** Whether a text is the name of a job board or an applicant tracking system, which is nobody's employer on its pages. */
export const isBoardName = (text: string): boolean => boards.has(fold(text));

const around =
  /^(?:(?:jobs|careers|karriere|work|working) (?:at|bei|with) )|(?:'s)? (?:careers?|jobs|careers? (?:page|site)|job openings|karriere|logo|company logo)$/i;

const maxName = 120;

/** A company's name without what pages put around it ("Careers at …", "… logo"); null for a board's name or none. */
export function companyName(value: unknown): string | null {
  const text = words(value);
  if (!text || text.length > maxName || /^https?:/i.test(text)) return null;
  const name = text
    .replace(around, "")
    .replace(/[\s|,:–—-]{1,10}$/, "")
    .trim();
  return /[\p{L}\p{N}]/u.test(name) && !isBoardName(name) ? name : null;
}
