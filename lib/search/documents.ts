import { isMarkup } from "../rich-text-plain.ts";
import { isDense, partsOf, wordsOf } from "./words.ts";

/** What is found by its words, in the order of the numbers that the database has for them. */
export const kinds = ["job_posting", "job_site", "email_opportunity"] as const;

export type Kind = (typeof kinds)[number];

/** The texts of a row: what it is called, blanks included, and all else that is said about it. */
export type Texts = { names: string[]; rest: string[] };

type Row = Record<string, unknown>;

// So much of a row is indexed; nobody reads more of a description than that.
const most = 100_000;

const fields: Record<Kind, { names: string[]; rest: string[] }> = {
  job_posting: {
    names: ["company_name", "posting_title"],
    rest: [
      "job_description",
      "comments",
      "site_name",
      "location_city",
      "location_type",
      "technology_string",
      "technology_stack",
      "posting_status",
      "pay_range",
      "employment_type",
      "outreach_info",
      "job_scan_info",
      "rejected_after_stage",
      "posting_application_questions",
      "contact_person",
      "contact_method",
      "employer_address",
      "posting_url_domain",
      "posting_url_full",
    ],
  },
  job_site: {
    names: ["site_name"],
    rest: ["headline", "description", "site_url", "resume_format"],
  },
  email_opportunity: {
    names: ["job_title", "recruiter_name", "recruiter_company"],
    rest: [
      "job_description",
      "comments",
      "location_city",
      "location_type",
      "employment_type",
      "job_duration",
      "opportunity_status",
    ],
  },
};

const listed = new Set(["comments", "technology_stack", "posting_application_questions"]);

/** The columns that a kind's texts are read from, of its own table. */
export const columnsOf = (kind: Kind): string[] => {
  const { names, rest } = fields[kind];
  return [...names, ...rest].filter((name) => kind === "job_site" || name !== "site_name");
};

/** The plain texts of a row whose JSON is still text. */
export function textsOf(kind: Kind, row: Row): Texts {
  const read = (name: string) => {
    const value = row[name];
    if (typeof value !== "string" || value === "") return [];
    return listed.has(name) ? stringsIn(value) : [plain(value)];
  };
  return {
    names: fields[kind].names.map((name) => plain(String(row[name] ?? ""))),
    rest: fields[kind].rest.flatMap(read),
  };
}

/** Every text in a JSON value, but for what only machines read; the value itself where it is no JSON. */
function stringsIn(json: string): string[] {
  const found: string[] = [];
  const walk = (value: unknown, key = "") => {
    if (typeof value === "string") {
      if (key !== "id" && key !== "commented_at") found.push(plain(value));
    } else if (typeof value === "number") found.push(String(value));
    else if (Array.isArray(value)) for (const entry of value) walk(entry);
    else if (value) for (const [name, entry] of Object.entries(value)) walk(entry, name);
  };
  try {
    walk(JSON.parse(json));
  } catch {
    return [plain(json)];
  }
  return found;
}

const named: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** A text's words without its markup, as one line. */
function plain(text: string): string {
  const some = text.slice(0, most);
  if (!isMarkup(some)) return some.replace(/\s+/g, " ").trim();
  return some
    .replace(/<\/?(?:p|li|ul|ol|h[1-6]|div|blockquote|pre|br|hr|t[dhr])\b[^<>]*>/gi, " ")
    .replace(/<[/!]?[a-z-][^<>]*>/gi, "")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
      if (name) return named[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
    })
    .replace(/\s+/g, " ")
    .trim();
}

/** What the index holds of a row, each term marked as the person's. */
export type Document = { name: string; text: string; parts: string };

/** What every term of a person begins with. */
export const owner = (userId: number): string => `${userId.toString(36)}·`;

/** The document of a row's texts. */
export function documentOf(userId: number, { names, rest }: Texts): Document {
  const mark = owner(userId);
  const write = (terms: Iterable<string>) => Array.from(terms, (term) => mark + term).join(" ");
  const called = names.flatMap(wordsOf);
  const said = wordsOf(rest.join(" ").slice(0, most));
  return {
    name: write(new Set(called)),
    text: write(new Set(said.flatMap((word) => (isDense(word) ? [word, ...pairs(word)] : [word])))),
    parts: write(called.flatMap(piecesOf)),
  };
}

const pairs = (word: string) => partsOf(word, 2);

// The beginnings stand between the parts of one word and the next, so that no row of parts spans two.
function piecesOf(word: string): string[] {
  if (isDense(word)) return [word.slice(0, 1), ...pairs(word)];
  return [word.slice(0, 1), word.slice(0, 2), ...partsOf(word, 3)];
}
