import type { Analysis } from "../columns/analyse.ts";
import type { ColumnTargets } from "../columns/guess.ts";
import { fold } from "../words/fold.ts";
import type { Layout } from "./layout.ts";

const sender =
  /@[\w-]+\.|no-?reply|=\?utf-8\?|\bnotifications?\b|\b(talent|hiring|recruit\w*) (team|acquisition)/i;
const subject =
  /\b(thank(s| you)|your application|applying|application (received|to|for|at)|job alert|new jobs?|match|update|reminder|confirm|welcome|statement|account|password|invitation)\b/i;

/**
 * Whether the rows are mails: subjects for titles and senders for companies, as tools write that scan
 * a mailbox. Then most rows are no applications.
 */
export function looksLikeMailbox({ stats }: Analysis, columns: ColumnTargets): boolean {
  const values = (target: string) => [
    ...(stats[columns.indexOf(target as "")]?.values.keys() ?? []),
  ];
  const [titles, companies] = [values("posting_title"), values("company_name")];
  if (titles.length < 10 || companies.length < 5) return false;
  const hits = (list: string[], pattern: RegExp) =>
    list.filter((v) => pattern.test(v)).length / list.length;
  return hits(titles, subject) > 0.3 && hits(companies, sender) > 0.15;
}

const noApplication =
  /\b(alerts?|new jobs?|jobs? (for|similar|posted|match\w*)|job matches|match(es)?|recommended|opportunit(y|ies) (at|await)|newsletter|webinar|statement|balance|payment|account|password|passcode|otp|verify|confirm (your|email)|welcome|complete your|finish|reminder|get started|improve|profile|case study|free|training|sale|order|invoice|sign ?up|registration|registering|survey|tips)\b/;
const application =
  /\b(appl(y|ied|ying)|application|applicant|candidacy|candidature|bewerbung|postulation|candidatura|sollicitatie|aplikacj\w*|basvuru\w*|submission|interview|assessment|your interest)\b/;

/** Whether a mail's subject speaks of an application of one's own. */
function namesApplication(text: string): boolean {
  const plain = fold(text);
  if (!application.test(plain)) return false;
  return (
    !noApplication.test(plain) || /\b(thank|received|applied|application (to|for|at))\b/.test(plain)
  );
}

const companyIn = [
  /(?:applying|applied|application|interest|interested|career|position|role)(?: for .{3,80})? (?:to|at|in|with) (?:a (?:career|position|job) (?:at|with) )?(?:the )?(.+)$/i,
  /^(.{2,40}?) [|–-] (?:thank|your application|application)/i,
];

/** The company that a subject names, or the empty text. */
function companyOfSubject(subject: string): string {
  const plain = subject.replace(/\s+/g, " ").trim();
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

/** The company that a sender's name holds, or the empty text where it is only an address or a machine. */
function companyOfSender(name: string): string {
  const plain = name
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

export type MailPlan = { company: string; title: string; doubts: string[] };

/** Reads a row that is a mail: what company it is about, or why it is no application. */
export function planMail(cells: readonly string[], layout: Layout): MailPlan | { skip: string } {
  const subject = layout.cell(cells, "posting_title");
  if (!namesApplication(subject)) return { skip: "A mail that speaks of no application of yours" };
  const sender = layout.cell(cells, "company_name");
  const company = companyOfSubject(subject) || companyOfSender(sender);
  const doubt = company
    ? "The company was read out of a mail; check it and add the title."
    : "The mail names no company.";
  return { company, title: "", doubts: [doubt] };
}
