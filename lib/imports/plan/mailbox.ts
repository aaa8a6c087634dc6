import type { Analysis } from "../columns/analysis.ts";
import type { ColumnTargets } from "../columns/guess.ts";
import { fold } from "../vocabulary/fold.ts";
import type { RowCells } from "./layout.ts";

const sender =
  /@[\w-]+\.|no-?reply|=\?utf-8\?|\bnotifications?\b|\b(talent|hiring|recruit\w*) (team|acquisition)/i;
const subject =
  /\b(thank(s| you)|your application|applying|application (received|to|for|at)|job alert|new jobs?|match|update|reminder|confirm|welcome|statement|account|password|invitation)\b/i;

/**
 * Mailbox detection: whether titles are e-mail subjects and companies are senders, as mailbox scanners
 * export them. Most rows of such a file are not applications.
 */
export function looksLikeMailbox({ stats }: Analysis, columns: ColumnTargets): boolean {
  const values = (target: string) => [
    ...(stats[columns.indexOf(target as "")]?.values.keys() ?? []),
  ];
  const [titles, companies] = [values("posting_title"), values("company_name")];
  if (titles.length < 10 || companies.length < 5) return false;
  const matchingShare = (list: string[], pattern: RegExp) =>
    list.filter((v) => pattern.test(v)).length / list.length;
  return matchingShare(titles, subject) > 0.3 && matchingShare(companies, sender) > 0.15;
}

const noApplication =
  /\b(alerts?|new jobs?|jobs? (for|similar|posted|match\w*)|job matches|match(es)?|recommended|opportunit(y|ies) (at|await)|newsletter|webinar|statement|balance|payment|account|password|passcode|otp|verify|confirm (your|email)|welcome|complete your|finish|reminder|get started|improve|profile|case study|free|training|sale|order|invoice|sign ?up|registration|registering|survey|tips)\b/;
const application =
  /\b(appl(y|ied|ying)|application|applicant|candidacy|candidature|bewerbung|postulation|candidatura|sollicitatie|aplikacj\w*|basvuru\w*|submission|interview|assessment|your interest)\b/;

/** Whether an e-mail's subject is about the person's own application. */
function namesApplication(text: string): boolean {
  const plain = fold(text);
  if (!application.test(plain)) return false;
  return (
    !noApplication.test(plain) || /\b(thank|received|applied|application (to|for|at))\b/.test(plain)
  );
}

/** A subject or a sender is one line; what a cell holds beyond is the message. */
const maxMailLine = 300;

const companyIn = [
  /(?:applying|applied|application|interest|interested|career|position|role)(?: for .{3,80})? (?:to|at|in|with) (?:a (?:career|position|job) (?:at|with) )?(?:the )?(.+)$/i,
  /^(.{2,40}?) [|–-] (?:thank|your application|application)/i,
];

/** The company named in an e-mail's subject, or "". */
function companyOfSubject(subject: string): string {
  const plain = subject.slice(0, maxMailLine).replace(/\s+/g, " ").trim();
  for (const pattern of companyIn) {
    const name = pattern
      .exec(plain)?.[1]
      ?.replace(/[!.,\s]+$/, "")
      .replace(/ (has been|was) .*$/i, "");
    const words = name?.split(" ").length ?? 0;
    if (name && words <= 6 && /^[\p{Lu}\d]/u.test(name))
      return name.replace(/ successfully submitted$/, "");
  }
  return "";
}

/** The company in a sender's name, or "" if it is only an address or an automated sender. */
function companyOfSender(name: string): string {
  const plain = name
    .slice(0, maxMailLine)
    .replace(/^"+|"+$/g, "")
    .replace(/ @ (icims|workday).*$/i, "")
    .replace(
      /\b(talent acquisition|recruitment|recruiting|careers?|hiring|human resources|hr|jobs|global|team|notifications?)\b/gi,
      "",
    )
    .replace(/\s+/g, " ")
    .trim();
  if (plain === "" || /@|=\?|^(workday|workable|greenhouse|lever|linkedin|indeed)\b/i.test(plain))
    return "";
  return plain;
}

export type MailPlan = { company: string; warning: string };

/** Plans a mailbox row: the company that the message is about, or the reason to skip it. */
export function planMail(row: RowCells): MailPlan | { skip: string } {
  const subject = row.first("posting_title");
  if (!namesApplication(subject)) return { skip: "A mail that speaks of no application of yours" };
  const company = companyOfSubject(subject) || companyOfSender(row.first("company_name"));
  const warning = company
    ? "The company was read out of a mail; check it and add the title."
    : "The mail names no company.";
  return { company, warning };
}
