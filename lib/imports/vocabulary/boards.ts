import { type NamedPatterns, nameByPattern } from "./fold.ts";

/** Job boards: display name, and a pattern for names and hosts. */
const boards: NamedPatterns = [
  ["LinkedIn", /linked ?in|lnkd\.in/],
  ["Indeed", /indeed/],
  ["Glassdoor", /glass ?door/],
  ["ZipRecruiter", /zip ?recruiter/],
  ["Monster", /\bmonster(board)?\b/],
  ["Dice", /\bdice(\.com)?\b/],
  ["Handshake", /hand ?shake/],
  ["Wellfound", /wellfound|angel ?list|angel\.co/],
  ["Y Combinator", /workatastartup|ycombinator|y combinator|work at a startup/],
  ["Built In", /\bbuilt ?in\b/],
  ["Otta", /\botta\b|welcome ?to ?the ?jungle\.com\/en-gb/],
  ["Welcome to the Jungle", /welcome ?to ?the ?jungle|\bwttj\b/],
  ["SimplyHired", /simply ?hired/],
  ["CareerBuilder", /career ?builder/],
  ["USAJobs", /usa ?jobs/],
  ["RippleMatch", /ripple ?match/],
  ["Jobright", /jobright/],
  ["Simplify", /simplify(\.jobs)?\b/],
  ["Hired", /\bhired\.com\b|^hired$/],
  ["Remote OK", /remote ?ok/],
  ["We Work Remotely", /we ?work ?remotely/],
  ["StepStone", /step ?stone/],
  ["XING", /\bxing\b/],
  ["Arbeitsagentur", /arbeitsagentur/],
  ["Instaffo", /instaffo/],
  ["Reed", /\breed(\.co\.uk)?\b/],
  ["Totaljobs", /total ?jobs/],
  ["CV-Library", /cv.?library/],
  ["Adzuna", /adzuna/],
  ["SEEK", /\bseek(\.com?\.(au|nz))?\b/],
  ["Naukri", /naukri/],
  ["Internshala", /internshala/],
  ["Instahyre", /instahyre/],
  ["InfoJobs", /info ?jobs/],
  ["APEC", /\bapec(\.fr)?\b/],
  ["HelloWork", /hello ?work/],
  ["France Travail", /france ?travail|pole ?emploi/],
  ["Gupy", /\bgupy\b/],
  ["Catho", /\bcatho\b/],
  ["Jobindex", /jobindex/],
  ["Pracuj.pl", /pracuj/],
  ["Just Join IT", /just ?join/],
  ["No Fluff Jobs", /no ?fluff/],
  ["Kariyer.net", /kariyer/],
  ["Hacker News", /hacker ?news|ycombinator\.com\/item/],
  ["Job-Room", /job-?room/],
  ["jobs.ch", /\bjobs\.ch\b/],
  ["JobStreet", /job ?street/],
  ["hh.ru", /\bhh\.ru\b|head ?hunter/],
  ["Djinni", /djinni/],
];

/** The job board that a source text or a host names, or "". */
export function boardOf(text: string): string {
  return nameByPattern(boards, text.toLowerCase());
}

const anyBoard = new RegExp(boards.map(([, { source }]) => source).join("|"), "i");
const otherSources =
  /^(referral|referred|employee referral|friend|company ?(web ?site|site|page|portal)|web ?site|careers? ?(page|site|portal|fair)|job ?(fair|board)|direct|cold e?mail|agency|recruiter|online|in person|university|campus|newspaper|twitter|facebook|telegram|google|empfehlung|firmenwebsite|webseite|site (de l )?entreprise|cooptation|recommandation|web de la empresa|referido|indicacao|site da empresa|passaparola|官网|内推|招聘会|校招|牛客|boss直聘|智联招聘|前程无忧|拉勾|猎聘)$/;

/** Whether a text says where a posting was found: a job board, or another usual source. */
export function isBoard(text: string, folded: string): boolean {
  if (text.length > 40 || text.includes("/")) return false;
  return anyBoard.test(text) || otherSources.test(folded) || /投递$|内推/.test(text);
}

const systems: NamedPatterns = [
  ["Greenhouse", /greenhouse\.io|grnh\.se/],
  ["Lever", /lever\.co/],
  ["My Workday Jobs", /myworkday(jobs|site)?\.com/],
  ["ICIMS", /icims\.com/],
  ["JobVite", /jobvite\.com|jobs\.jobvite/],
  ["Bamboo HR", /bamboohr\.com/],
  ["Breezy HR", /breezy\.hr/],
  ["Cal Careers", /calcareers\.ca\.gov/],
  ["Ashby", /ashbyhq\.com/],
  ["SmartRecruiters", /smartrecruiters\.com/],
  ["Workable", /workable\.com/],
  ["Indeed", /(^|\.)indeed\./],
];

/** The applicant tracking system at a host, in the API's documented names, or "". */
export function systemOf(host: string): string {
  return nameByPattern(systems, host);
}
