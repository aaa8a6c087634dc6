import { fold } from "../vocabulary/fold.ts";
import { namesRole } from "../vocabulary/roles.ts";

// Placeholders for an unknown company, alone or followed by a remark.
const undisclosedNames =
  /^(?:remote|undisclosed|confidential|confidencial|vertraulich|confidentiel|unnamed|unknown|anonymous|not disclosed|hidden|private (?:company|employer|advertiser)|various|multiple|several|recruiter|recruiting|recruitment(?: agency)?|staffing agency|agency|headhunter|hybrid|on-?site|company|employer|firma|(?:confidential|undisclosed|unknown) (?:company|employer|client)|empresa confidencial|unbekannt|anonym)\s*(?:$|[,(/:;–-])/i;
const testEntries =
  /^(test\w{0,3}|testing|asdf\w*|qwerty|foo|bar|xxx+|abc|dummy|sample|example|beispiel|ejemplo|exemple|deneme)$/;
const numberedLabels =
  /^(job|task|application|bewerbung|position|role|row|item|company|firm|employer)[ _-]?#?\d+$/i;
const companyInTitle = /\b(at|@|bei|chez|presso)\s+\p{Lu}/u;

/** Warnings about an implausible company name. */
export function companyWarnings(company: string, title: string, heading: string): string[] {
  const plain = fold(company);
  if (plain === "") return title ? ["There is no company."] : [];
  if (testEntries.test(plain) && (title === "" || testEntries.test(fold(title)))) {
    return [`“${company}” looks like a test entry.`];
  }
  if (undisclosedNames.test(company)) {
    return [`“${company}” names no company.`];
  }
  const named = /company|firm|employer|empresa|unternehmen/i.test(heading);
  if (numberedLabels.test(company) && !named)
    return [`“${company}” is only a label, not a company.`];
  if (title === "" && (namesRole(company) || companyInTitle.test(company))) {
    return [`“${company}” looks like a job title, or like company and title in one.`];
  }
  return [];
}
