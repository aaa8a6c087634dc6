import { calendarDay } from "../fields.ts";
import type { CommentLine } from "../imports/plan/comment.ts";
import { postingFields, postingLimits } from "../postings/fields.ts";
import { labelsOf } from "../records/derive.ts";
import { maxRichLength } from "../records/fields.ts";
import { sanitizeRichText } from "../rich-text.ts";
import { isLonger } from "../unicode.ts";
import { payWords } from "./pay-words.ts";
import type { CapturedPosting } from "./posting.ts";
import { oneLine, shortened } from "./shortened.ts";

const labels = labelsOf(postingFields);

type Line = Extract<keyof typeof postingLimits, string>;

/** The captured values in a posting's fields, and whole what does not fit there. */
export function postingFieldsOf(captured: CapturedPosting) {
  const left: CommentLine[] = [];
  const fitted = (name: Line, value: string | null | undefined) => {
    const whole = oneLine(value ?? "");
    const line = shortened(whole, postingLimits[name]);
    if (line !== whole) left.push({ name: `${labels[name]}, in full`, text: whole });
    return line;
  };
  const { pay, closes_on, locations: places } = captured;
  const locations = (places ?? []).map(oneLine).filter(Boolean);
  const day = calendarDay().safeParse(closes_on);
  const values = {
    company_name: fitted("company_name", captured.company_name),
    hiring_company: fitted("hiring_company", captured.hiring_company),
    posting_title: fitted("posting_title", captured.posting_title),
    pay_range: fitted("pay_range", pay && payWords(pay)),
    location_type: fitted("location_type", captured.location_type),
    location_city: fitted("location_city", locations[0]),
    employment_type: fitted("employment_type", captured.employment_type),
    technology_string: fitted("technology_string", captured.technology_string),
    contact_person: fitted("contact_person", captured.contact_person),
    posting_url_domain: fitted("posting_url_domain", captured.posting_url_domain),
    posting_url_full: address(captured.posting_url_full, left),
    deadline: day.success ? day.data : null,
    job_description: description(captured.job_description, left),
  };
  if (locations.length > 1) left.push({ name: "Places", text: locations.join("\n") });
  return { values, left };
}

/** An address that is too long is no address once it is cut. */
function address(url: string | null, left: CommentLine[]): string {
  const whole = oneLine(url ?? "");
  if (!isLonger(whole, postingLimits.posting_url_full)) return whole;
  left.push({ name: `${labels.posting_url_full}, in full`, text: whole });
  return "";
}

/** What the tags that a cut leaves open may add when they are closed. */
const closingTags = 1_000;

function description(html: string | null, left: CommentLine[]): string {
  const whole = (html ?? "").toWellFormed().replaceAll("\0", "");
  if (!isLonger(whole, maxRichLength)) return whole;
  left.push({ name: labels.job_description, text: "It was longer; its end is left out here." });
  const cut = whole.slice(0, maxRichLength - closingTags);
  const end = Math.max(cut.lastIndexOf(" "), cut.lastIndexOf(">") + 1);
  return sanitizeRichText(cut.slice(0, end)).slice(0, maxRichLength);
}
