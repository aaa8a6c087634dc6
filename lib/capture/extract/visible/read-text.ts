import type { Reading, SourceResult } from "../../posting.ts";
import { companyName } from "../values/company.ts";
import { descriptionOf } from "../values/description.ts";
import { employmentType } from "../values/employment-type.ts";
import { locationType } from "../values/location-type.ts";
import { readBareTown } from "./bare-town.ts";
import { readCareersHead } from "./careers-head.ts";
import { withoutEstimates } from "./estimated-pay.ts";
import { put, readFactLine } from "./facts.ts";
import { countResumeHeadings, saysRole } from "./job-words.ts";
import { isPlace } from "./places.ts";
import { readPatterns } from "./read-patterns.ts";
import { isRecruiterMail, readRecruiterMail, readSigned } from "./recruiter-mail.ts";
import { technologiesIn } from "./technologies.ts";
import {
  type HeadLine,
  headLines,
  isSentence,
  pipedParts,
  plainTitle,
  readHead,
  readIntro,
} from "./text-head.ts";

const maxText = 200_000;
/** A line that says how much one works, and nothing else. */
const typeAlone =
  /^\W{0,3}(?:permanent,? )?(?:full|part)[- ]?time(?:,? (?:permanent|contract|position|role|job))?$|^(?:voll|teil)zeit$|^temps (?:plein|partiel)$/i;
/** LinkedIn's line that says where one works, and nothing else; what lies far below is another posting's. */
const modeAlone =
  /^\W{0,3}(?:(?:fully|100 ?%) )?(?:remote|hybrid|on-?site|télétravail|hybride|vor ort)(?: (?:work|working|position|role|job))?\W{0,2}$|\bworkplace type is (?:remote|hybrid|on-?site)\b/i;
const maxModeLine = 80;
const email = /^[^\s@]{1,64}@[^\s@]{1,190}/;

/** "Baker in Teilzeit" */
const hoursInTitle = /\b(?:(?:voll|teil)zeit|(?:full|part)[- ]time|temps (?:plein|partiel))\b/i;

/** The posting in a pasted text, by patterns: pay, place, type, days; an empty reading where it is none. */
export function readText(given: string, before = 0): Reading {
  const text = given.slice(0, maxText);
  const lines = withoutEstimates(
    text
      .split(/\r?\n/)
      .slice(0, 5_000)
      .map((line) => line.slice(0, 4_000).trim()),
  );
  const isMail = isRecruiterMail(lines);
  if (!isMail && isOther(lines)) return {};
  const today = new Date().toISOString().slice(0, 10);
  const reading: Reading = {};
  readPatterns(reading, lines, { source: "text", confidence: "likely" }, today, true);
  if (isMail) readRecruiterMail(reading, lines);
  if (isMail) readSigned(reading, lines);
  const head = isMail ? [] : readCareersHead(reading, headLines(lines));
  readOpening(reading, lines, head, today);
  readHead(reading, lines, head);
  if (reading.posting_title)
    for (const { text: line, at } of head.slice(1)) {
      const where = { source: "text", confidence: "likely", line: at + 1 } as const;
      for (const fact of line.split(/(?<!\b(?:pr|ca))\.\s|\.$/))
        readFactLine(reading, fact, where, today);
    }
  readBareTown(reading, head);
  for (const [at, line] of lines.slice(0, maxModeLine).entries()) {
    if (!modeAlone.test(line)) continue;
    const where = { source: "text", confidence: "likely", line: at + 1 } as const;
    put(reading, "location_type", locationType(line), where);
  }
  for (const [at, line] of lines.entries()) {
    if (!typeAlone.test(line)) continue;
    const where = { source: "text", confidence: "likely", line: at + 1 } as const;
    put(reading, "employment_type", employmentType(line), where);
  }
  const hours = hoursInTitle.exec(reading.posting_title?.value ?? "")?.[0];
  if (hours)
    put(reading, "employment_type", employmentType(hours), {
      source: "text",
      confidence: "likely",
    });
  if (!reading.posting_title && !reading.company_name && Object.keys(reading).length < 2) return {};
  if (text.length > 200)
    put(reading, "job_description", descriptionOf(text, null), {
      source: "text",
      confidence: "likely",
    });
  for (const found of Object.values(reading)) if (found.line) found.line += before;
  put(reading, "technology_string", technologiesIn(text), { source: "text", confidence: "likely" });
  return reading;
}

/** What the first two lines say: a sentence, facts between strokes, or a title and a company with its place. */
function readOpening(
  reading: Reading,
  lines: readonly string[],
  [first, second]: readonly HeadLine[],
  today: string,
): void {
  readIntro(reading, lines);
  if (!first) return;
  const source = { source: "text", confidence: "likely" } as const;
  const ofFirst = { ...source, line: first.at + 1 };
  const piped = pipedParts(first.text);
  if (piped) {
    put(reading, "posting_title", piped.title, ofFirst);
    put(reading, "company_name", companyName(piped.company), ofFirst);
    for (const fact of piped.facts) readFactLine(reading, fact, ofFirst, today);
    return;
  }
  if (!reading.posting_title && !isSentence(first.text))
    readFirstLine(reading, first.text, first.at + 1);
  const [name = "", ...facts] = second?.text.split(/[|·•]/).map((part) => part.trim()) ?? [];
  if (!second || facts.length === 0 || isPlace(name)) return;
  const ofSecond = { ...source, line: second.at + 1 };
  put(reading, "posting_title", isSentence(first.text) ? null : first.text, ofFirst);
  put(reading, "company_name", companyName(name), ofSecond);
  for (const fact of facts) readFactLine(reading, fact, ofSecond, today);
}

/** "Baker at Larch Foods", "Larch Foods, Baker", "Baker — Larch Foods" in one short line, or a role alone. */
function readFirstLine(reading: Reading, line: string, number: number): void {
  if (line.length > 120) return;
  const source = { source: "text", confidence: "likely", line: number } as const;
  const [, title, company] = /^(.{2,80}) (?:at|@|bei|chez) (.{2,60})$/i.exec(line) ?? [];
  if (title && company) {
    put(reading, "posting_title", title, source);
    put(reading, "company_name", companyName(company), source);
    return;
  }
  const [, one, other] = /^([^,]{2,60}), ([^,]{2,80})$/.exec(line) ?? [];
  if (one && other && saysRole(one) !== saysRole(other)) {
    const [role, name] = saysRole(one) ? [one, other] : [other, one];
    put(reading, "posting_title", role, source);
    put(reading, "company_name", companyName(name), {
      ...source,
      confidence: "doubtful",
      why: "The line does not say which part is the company.",
    });
    return;
  }
  if (saysRole(line)) put(reading, "posting_title", plainTitle(line), source);
}

/** A résumé, a letter or a digest of many postings is not one posting. */
function isOther(lines: readonly string[]): boolean {
  const start = lines.filter(Boolean).slice(0, 3);
  const links = lines.filter((line) => /\bhttps?:\/\//.test(line)).length;
  return (
    countResumeHeadings(lines) >= 3 ||
    (countResumeHeadings(lines) >= 2 && start.some((line) => email.test(line))) ||
    links > 2 ||
    start.some((line) => /^(?:dear |hi |hello |sehr geehrte|your job alert)/i.test(line))
  );
}

const numbered = /^\d{1,2}[).] (.{3,80}) [—–-] (.{2,60})$/;

/** The postings in a pasted text: several where it numbers them, "1) Baker — Larch Foods". */
export function readTextPostings(given: string): SourceResult {
  const lines = given.slice(0, maxText).split("\n").slice(0, 5_000);
  const starts = lines.flatMap((line, at) => (numbered.test(line.trim()) ? [at] : [])).slice(0, 20);
  if (starts.length < 2) {
    const reading = readText(given);
    return { postings: Object.keys(reading).length > 0 ? [reading] : [], is_list: false };
  }
  const postings = starts.map((start, index) => {
    const [, title = "", company = ""] = numbered.exec((lines[start] ?? "").trim()) ?? [];
    const rest = lines.slice(start + 1, starts[index + 1]);
    return readText([`${title} at ${company}`, ...rest].join("\n"), start);
  });
  return { postings, is_list: false };
}
