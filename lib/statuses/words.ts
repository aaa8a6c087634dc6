import { valueWords } from "../records/value-words.ts";
import { noResponseStatus, type StatusKind, statusWordsFrom } from "./documented.ts";
import {
  documentedWords,
  placeStep,
  type StatusSubject,
  standIns,
  statusKinds,
  type WordKind,
} from "./values.ts";

/** A word that a person added or changed, as pages and the browser know it. */
export type StatusEntry = {
  subject: StatusSubject;
  /** as the API gives and takes it */
  text: string;
  kind: WordKind;
  /** what people read; "" for the text itself, or the documented label */
  label: string;
  hue: StatusKind | null;
  /** null for the usual place */
  place: number | null;
  is_hidden: boolean;
  is_default: boolean;
};

/** What is shown of a status; `hue` colours it, the kind says what it counts as. */
export type ShownWord = { kind: StatusKind; label: string; hue: StatusKind };

/** One word of a person's with everything that its settings show. */
export type StatusWord = Omit<StatusEntry, "place"> & {
  /** whether it is documented, and so never removed */
  documented: boolean;
  /** what it is called without a name of the person's own */
  usual: string;
  place: number;
};

const isOver = (kind: WordKind) => kind === "closed" || kind === "rejected";

/** Every word of a subject, documented and own, in the order of menus: what is open, then what is over. */
export function wordsOf(entries: readonly StatusEntry[], subject: StatusSubject): StatusWord[] {
  const documented = documentedWords[subject].map((word, at): StatusWord => {
    const entry = entries.find((one) => one.subject === subject && one.text === word.text);
    return {
      subject,
      ...word,
      label: entry?.label || word.label,
      usual: word.label,
      documented: true,
      hue: entry?.hue ?? null,
      place: entry?.place ?? at * placeStep,
      is_hidden: entry?.is_hidden ?? false,
      is_default: entry?.is_default ?? false,
    };
  });
  const known = new Set(documented.map(({ text }) => text));
  const own = entries
    .filter((one) => one.subject === subject && !known.has(one.text))
    .map((entry): StatusWord => {
      const alike = documented.filter(({ kind }) => kind === entry.kind);
      const usual = usualLabel(entry.text);
      const after = Math.max(0, ...alike.map(({ place }) => place)) + 1;
      const label = entry.label || usual;
      return { ...entry, label, usual, documented: false, place: entry.place ?? after };
    });
  const words = [...documented, ...own].sort((a, b) => a.place - b.place);
  return [
    ...words.filter(({ kind }) => !isOver(kind)),
    ...words.filter(({ kind }) => isOver(kind)),
  ];
}

const usualLabel = (text: string) => statusWordsFrom({})(text).label;

const isStatusKind = (kind: WordKind): kind is StatusKind =>
  (statusKinds as readonly string[]).includes(kind);

/** How a person reads and chooses the words of one subject. */
export type StatusSet = {
  /** what is shown of any text; "Applied" rather than "No response" while it is `fresh` */
  words: (text: string, fresh?: boolean) => ShownWord;
  /** every text that is documented or the person's own */
  known: readonly string[];
  /** the texts that menus offer, in their order; hidden ones are left out */
  offered: readonly string[];
  /** the text that a new posting's form begins with; undefined for the usual one */
  initial: string | undefined;
};

/** Makes the set of a subject from what a person added or changed. */
export function statusSet(entries: readonly StatusEntry[], subject: StatusSubject): StatusSet {
  const words = wordsOf(entries, subject);
  const byText = new Map(words.map((word) => [word.text, word]));
  const closed = statusWordsFrom(
    subject === "posting" ? { "": { kind: "waiting", label: "No status" } } : {},
  );
  return {
    words: (text, fresh = false) => {
      const word = byText.get(text);
      const kind = word && isStatusKind(word.kind) ? word.kind : closed(text).kind;
      const label = word?.label ?? (subject === "stage" ? valueWords(text) : closed(text).label);
      const isUsual = word !== undefined && label === word.usual;
      const early = fresh && subject === "posting" && text === noResponseStatus && isUsual;
      return { kind, label: early ? "Applied" : label, hue: word?.hue ?? kind };
    },
    known: words.map(({ text }) => text),
    offered: words.filter(({ is_hidden }) => !is_hidden).map(({ text }) => text),
    initial: words.find(({ is_default }) => is_default)?.text,
  };
}

/** The words of a person for every subject. */
export type Statuses = Record<StatusSubject, StatusSet> & {
  entries: readonly StatusEntry[];
  /** the documented text that a text counts as: itself, but for a person's own words */
  standing: (text: string) => string;
  /** the same of an opportunity's status */
  opportunityStanding: (text: string) => string;
  /** a posting's texts that count as one of these documented ones, own ones included */
  textsLike: (...documented: string[]) => string[];
};

/** Makes a person's words from what they added or changed. */
export function statusesFrom(entries: readonly StatusEntry[]): Statuses {
  const standInOf = ({ subject, text, kind }: StatusEntry) =>
    documentedWords[subject].some((word) => word.text === text)
      ? text
      : (standIns[subject][kind] ?? text);
  const like = (documented: string[]) => [
    ...documented,
    ...entries
      .filter((one) => one.subject === "posting" && !documented.includes(one.text))
      .filter((one) => documented.includes(standInOf(one)))
      .map(({ text }) => text),
  ];
  const standingOf = (subject: StatusSubject) => {
    const own = entries.filter((entry) => entry.subject === subject);
    const standing = new Map(own.map((entry) => [entry.text, standInOf(entry)]));
    return (text: string) => standing.get(text) ?? text;
  };
  return {
    entries,
    posting: statusSet(entries, "posting"),
    opportunity: statusSet(entries, "opportunity"),
    stage: statusSet(entries, "stage"),
    standing: standingOf("posting"),
    opportunityStanding: standingOf("opportunity"),
    textsLike: (...documented) => like(documented),
  };
}

/** The words of somebody who changed none. */
export const usualStatuses = statusesFrom([]);
