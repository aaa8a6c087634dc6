import type { Analysis } from "../columns/analysis.ts";
import { columnsOf } from "../columns/column.ts";
import { type DayColumn, dayColumns } from "../columns/days.ts";
import type { ColumnTargets } from "../columns/guess.ts";
import { columnName } from "../columns/headings.ts";
import { isBlank } from "../vocabulary/answers.ts";
import { readStatus } from "../vocabulary/status.ts";
import type { Choices } from "./choices.ts";

/** What a file leaves open about a column, answered once for all of its rows. Stored as JSON with the batch. */
export type ColumnQuestion = {
  /** the column's index */
  column: number;
  /** the column as the file calls it */
  heading: string;
  /** what is asked: which column holds the day of application, or whether its days or the status are right */
  kind: "applied_day" | "day_or_status";
  about: string;
  samples: string[];
  options: { value: string; label: string; note?: string }[];
  chosen: string;
};

const maxSamples = 4;
const maxSampleText = 60;

/** The questions about a file's columns that neither headings nor cells settle. */
export function columnQuestions(analysis: Analysis, choices: Choices): ColumnQuestion[] {
  return [...dayQuestion(analysis, choices), ...contradictionQuestion(analysis, choices)];
}

function dayQuestion(analysis: Analysis, { columns, kind }: Choices): ColumnQuestion[] {
  const chosen = columns.indexOf("applied_at");
  if (kind !== "applications" || !anySent(analysis, columns)) return [];
  const days = openDays(analysis, columns);
  const asked = days.find(({ column }) => column.at === chosen) ?? days[0];
  if (!asked || !isOpen(days, chosen)) return [];
  const { at } = asked.column;
  return [
    {
      column: at,
      heading: columnName(analysis.headings, at),
      kind: "applied_day",
      about: "No heading says which of these days is the one you applied on.",
      samples: samplesOf(analysis, at),
      options: [
        ...days.map(({ column }) => ({
          value: String(column.at),
          label: columnName(analysis.headings, column.at),
          note: samplesOf(analysis, column.at).slice(0, 2).join(", "),
        })),
        { value: "", label: "None of them", note: "they go into the comment" },
      ],
      chosen: chosen < 0 ? "" : String(chosen),
    },
  ];
}

/** The columns of days that are the application's or go into the comment. */
function openDays({ headings, stats, sample }: Analysis, columns: ColumnTargets): DayColumn[] {
  const free = columnsOf(headings, stats).filter(({ at }) =>
    ["", "applied_at", "comments"].includes(columns[at] ?? ""),
  );
  return dayColumns(free, sample);
}

/** Whether a status or a mark says of any row that it was sent; a list that has neither counts as sent. */
function anySent({ stats }: Analysis, columns: ColumnTargets): boolean {
  const words = columns.flatMap((target, at) =>
    target === "posting_status" ? [...(stats[at]?.values.keys() ?? [])] : [],
  );
  const meanings = words.flatMap((word) => readStatus(word)?.meaning ?? []);
  return meanings.length === 0 || meanings.some((meaning) => meaning !== "saved");
}

/** Whether the day of application is a guess: others are as likely, or only days of something else are left. */
function isOpen(days: readonly DayColumn[], chosen: number): boolean {
  const guess = days.find(({ column }) => column.at === chosen);
  const best = days[0]?.kind;
  if (best === "applied" || best === "general") return false;
  if (!guess) return chosen < 0;
  const rivals = days.filter(({ kind }) => kind === "contact" || kind === "unnamed");
  return guess.kind === "hint" || guess.kind === "other" || rivals.length > 1;
}

function contradictionQuestion(analysis: Analysis, choices: Choices): ColumnQuestion[] {
  const at = choices.columns.indexOf("applied_at");
  if (choices.dayOrStatus === undefined || at < 0) return [];
  return [
    {
      column: at,
      heading: columnName(analysis.headings, at),
      kind: "day_or_status",
      about: "Its rows have a day of application, yet their status says that they were not sent.",
      samples: samplesOf(analysis, at),
      options: [
        { value: "status", label: "They were not sent", note: "the days go into the comment" },
        { value: "day", label: "They were sent on that day", note: "the status is not used" },
      ],
      chosen: choices.dayOrStatus,
    },
  ];
}

function samplesOf({ stats }: Analysis, at: number): string[] {
  const texts = [...(stats[at]?.values.keys() ?? [])].filter((text) => !isBlank(text));
  return texts.slice(0, maxSamples).map((text) => text.slice(0, maxSampleText));
}

type Answered = Partial<Pick<Choices, "columns" | "dayOrStatus">>;

/** The choices that the answer to a question makes, if it is one of its options. */
export function answerQuestion(
  { columns }: Pick<Choices, "columns">,
  { kind, options }: Pick<ColumnQuestion, "kind" | "options">,
  answer: string,
): Answered {
  if (!options.some(({ value }) => value === answer)) return {};
  if (kind === "day_or_status") return { dayOrStatus: answer === "day" ? "day" : "status" };
  const others: ColumnTargets = columns.map((target) => (target === "applied_at" ? "" : target));
  return { columns: answer === "" ? others : others.with(Number(answer), "applied_at") };
}
