import type { Layout } from "./layout.ts";
import { companyOfSender, companyOfSubject, namesApplication } from "./mailbox.ts";

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
