import { fold } from "../words/fold.ts";
import { namesRole } from "../words/roles.ts";

// Words that stand where a company's name is unknown: alone, or with a remark behind them.
const hidden =
  /^(?:remote|undisclosed|confidential|confidencial|vertraulich|confidentiel|unnamed|unknown|anonymous|not disclosed|hidden|private (?:company|employer|advertiser)|various|multiple|several|recruiter|recruiting|recruitment(?: agency)?|staffing agency|agency|headhunter|hybrid|on-?site|company|employer|firma|(?:confidential|undisclosed|unknown) (?:company|employer|client)|empresa confidencial|unbekannt|anonym)\s*(?:$|[,(/:;–-])/i;
const trial =
  /^(test\w{0,3}|testing|asdf\w*|qwerty|foo|bar|xxx+|abc|dummy|sample|example|beispiel|ejemplo|exemple|deneme)$/;
const label =
  /^(job|task|application|bewerbung|position|role|row|item|company|firm|employer)[ _-]?#?\d+$/i;
const joined = /\b(at|@|bei|chez|presso)\s+\p{Lu}/u;

/** What makes a company's name doubtful, as sentences. */
export function companyDoubts(company: string, title: string, heading: string): string[] {
  const plain = fold(company);
  if (plain === "") return title ? ["There is no company."] : [];
  if (trial.test(plain) && (title === "" || trial.test(fold(title)))) {
    return [`“${company}” looks like a test entry.`];
  }
  if (hidden.test(company)) {
    return [`“${company}” names no company.`];
  }
  const named = /company|firm|employer|empresa|unternehmen/i.test(heading);
  if (label.test(company) && !named) return [`“${company}” is only a label, not a company.`];
  if (title === "" && (namesRole(company) || joined.test(company))) {
    return [`“${company}” looks like a job title, or like company and title in one.`];
  }
  return [];
}
