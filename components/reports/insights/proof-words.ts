import { formatDate, pluralize } from "@/components/ui/format.ts";
import type { ProofLine } from "@/lib/reports/insights/proof.ts";
import type { ProofWeek } from "@/lib/reports/insights/proof-weeks.ts";
import type { ProofLayout } from "@/lib/reports/insights/values.ts";
import type { Statuses } from "@/lib/statuses/words.ts";

/** The fields of a line, in the order of the forms. */
export const proofFields = [
  "date",
  "employer",
  "address",
  "person",
  "method",
  "position",
  "result",
] as const;

export type ProofField = (typeof proofFields)[number];

/** What a form says, in its own language. */
export type ProofWords = {
  lang: "en" | "de";
  title: string;
  name: string;
  /** the number that an office knows the person by, to fill in by hand */
  number?: string;
  period: string;
  fields: Record<ProofField, string>;
  date: (day: string) => string;
  method: (method: string) => string;
  result: (line: Pick<ProofLine, "kind" | "result">, statuses: Statuses) => string;
  week: (week: ProofWeek, required: number | null) => string;
  none: string;
  blank: (field: string) => string;
  complete: string;
  /** over the line to sign, and what is signed */
  statement?: string;
  signature?: [string, string];
};

const english: Omit<ProofWords, "title"> = {
  lang: "en",
  name: "Name",
  period: "Period",
  fields: {
    date: "Date",
    employer: "Employer",
    address: "Address",
    person: "Person",
    method: "Method",
    position: "Position",
    result: "Result",
  },
  date: formatDate,
  method: (method) => method,
  result: ({ kind, result }, { posting, opportunity }) =>
    (kind === "reply" ? opportunity : posting).words(result).label,
  week: weekInEnglish(formatDate),
  none: "No contacts.",
  blank: (field) => `${field} is missing`,
  complete: "Complete",
};

function weekInEnglish(date: (day: string) => string): ProofWords["week"] {
  return ({ starts_on, ends_on, contacts, standing }, required) => {
    const count = pluralize(contacts, "contact");
    const words = {
      met: `${count}, ${required} required`,
      short: `${count} of ${required} required, short by ${(required ?? 0) - contacts}`,
      open: `${count} of ${required} so far, the week is not over`,
    };
    return `Week of ${date(starts_on)} to ${date(ends_on)}: ${standing ? words[standing] : count}`;
  };
}

const numeric = (day: string) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`;
const german = (day: string) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;

const germanMethods: Record<string, string> = {
  "Online form": "Online-Formular",
  "E-mail": "E-Mail",
  Phone: "telefonisch",
  "In person": "persönlich",
  Post: "per Post",
  Agency: "über Vermittlung",
};

const germanResults: Record<string, string> = {
  "4 - No Response": "noch keine Antwort",
  "3.5 - Withdrawn": "zurückgezogen",
  "3 - Rejected": "Absage",
  "2.5 - Post Interview Declined": "Absage nach Gespräch",
  "2.4 - Post Interview Silence": "Gespräch, dann keine Antwort",
  "2 - Awaiting Feedback": "Rückmeldung steht aus",
  "1 - Actively Engaged": "im Verfahren",
  "0.5 - Offer": "Angebot erhalten",
  "0 - Offer Accepted": "Zusage",
  "5 - Showed Opportunity Interest": "Interesse bekundet",
  "4 - Recruiter Ignored Interest": "keine Antwort",
  "3 - Right to Represent Signed": "Vermittlung vereinbart",
  "2.7 - Right to Represent Ignored": "keine Antwort",
  "2.5 - Interviewed then Ignored": "Gespräch, dann keine Antwort",
  "2.3 - Rejected": "Absage",
};

/** The three forms: a US state's log, the German proof, and a plain list. */
export const proofWords: Record<ProofLayout, ProofWords> = {
  plain: { ...english, title: "Contacts with employers" },
  us: {
    ...english,
    title: "Work-search log",
    number: "Claimant ID",
    fields: {
      ...english.fields,
      person: "Person contacted",
      method: "Method of contact",
      position: "Type of work",
    },
    date: numeric,
    week: weekInEnglish(numeric),
    statement: "I made these contacts, and what is written here is true and complete.",
    signature: ["Signature", "Date"],
  },
  de: {
    lang: "de",
    title: "Nachweis über Eigenbemühungen",
    name: "Name",
    number: "Kundennummer",
    period: "Zeitraum",
    fields: {
      date: "Datum",
      employer: "Arbeitgeber",
      address: "Anschrift",
      person: "Ansprechperson",
      method: "Art der Bewerbung",
      position: "Stelle",
      result: "Ergebnis",
    },
    date: german,
    method: (method) => germanMethods[method] ?? method,
    result: (line, statuses) => germanResults[line.result] ?? english.result(line, statuses),
    week: ({ starts_on, ends_on, contacts, standing }, required) => {
      const count = `${contacts.toLocaleString("de-DE")} ${contacts === 1 ? "Bewerbung" : "Bewerbungen"}`;
      const words = {
        met: `${count}, gefordert ${required}`,
        short: `${count} von ${required} geforderten, es fehlen ${(required ?? 0) - contacts}`,
        open: `bisher ${count} von ${required}, die Woche läuft noch`,
      };
      const dates = `${german(starts_on)} bis ${german(ends_on)}`;
      return `Woche vom ${dates}: ${standing ? words[standing] : count}`;
    },
    none: "Keine Bewerbungen.",
    blank: (field) => `${field} fehlt`,
    complete: "Ergänzen",
    statement: "Meine Angaben sind richtig und vollständig.",
    signature: ["Ort, Datum", "Unterschrift"],
  },
};

/** A line's texts as its form writes them; "" where something is missing. */
export function proofTexts(
  line: ProofLine,
  words: ProofWords,
  statuses: Statuses,
): Record<ProofField, string> {
  return {
    ...line,
    date: words.date(line.date),
    method: words.method(line.method),
    result: words.result(line, statuses),
  };
}

/** What the proof amounts to, in one sentence. */
export function proofFinding(weeks: readonly ProofWeek[], contacts: number): string {
  const short = weeks.filter(({ standing }) => standing === "short").length;
  const all = `${pluralize(contacts, "contact")} in ${pluralize(weeks.length, "week")}`;
  if (short === 0) return `${all}.`;
  return `${all}; ${short === 1 ? "one week is" : `${short} weeks are`} short of what is required.`;
}
