import { fold } from "../../../imports/vocabulary/fold.ts";
import type { Reading } from "../../posting.ts";
import type { Page } from "../page.ts";
import {
  countResumeHeadings,
  hasGenders,
  isApplyLabel,
  isJobSection,
  saysRole,
} from "./job-words.ts";
import { listedPostings } from "./list.ts";
import { addressOf, marked, textOf } from "./page-values.ts";
import type { Shown } from "./shown-page.ts";

/** What writes about jobs in general: an advice, a template, a comparison of pay. */
const article =
  /^(?:how to|how much|what (?:is|does|do|are)|why|\d{1,3} (?:best|top|tips|ways|questions|examples|things)|top \d|best \d|tips|guide|interview questions|wie (?:man|schreibt|werde)|comment|como)\b|\b(?:job description|resume|cv|cover letter|interview) (?:template|sample|example|questions|guide)s?\b|\b(?:average )?salar(?:y|ies) (?:in|for|guide)\b/;

/** Fields of a form by which one applies. */
const applicationFields =
  'input[type="file"][name*="resume" i], input[type="file"][id*="resume" i], input[type="file"][name*="cv" i], textarea[name*="cover" i], input[type="file"][name*="cover" i]';

/** Whether a page is that of one posting, by several signs together. */
export function isPosting(
  page: Page,
  shown: Shown,
  texts: readonly string[],
  title: string,
  sure: boolean,
  reading: Reading,
): boolean {
  if (countResumeHeadings(texts) >= 3 || article.test(fold(title))) return false;
  const sections = new Set(texts.filter(isJobSection)).size;
  const applies =
    shown.lines.some(({ text }) => isApplyLabel(text)) ||
    shown.links.some(({ element }) => isApplyLabel(textOf(element)));
  const hasForm = page.document.querySelector(applicationFields) !== null;
  const board = marked(shown, "title").some(({ kind }) => kind === "board");
  const described = marked(shown, "description").length > 0;
  const address = page.url?.pathname ?? addressOf(page.document, null) ?? "";
  const signs = [
    sections > 0,
    sections > 1,
    applies,
    hasForm,
    hasForm && saysRole(title),
    board,
    board && described,
    described,
    hasGenders(title),
    saysRole(title),
    sure && saysRole(title),
    /(?:job|career|position|vacanc|opening|stelle|emploi|empleo)s?[/?-]./i.test(address),
    reading.employment_type !== undefined,
    reading.pay !== undefined,
    reading.closes_on !== undefined,
  ];
  const listed = sections > 1 || described || board ? 0 : listedPostings(shown, page.url).length;
  return (
    signs.filter(Boolean).length >= 3 &&
    listed < 4 &&
    (sections > 0 || described || applies || board || hasForm)
  );
}
