import type { Analysis } from "./columns/analysis.ts";
import { columnName } from "./columns/headings.ts";
import { findDates } from "./dates/find.ts";
import { decideOrder, noVotes, vote } from "./dates/resolve.ts";
import { dateWarning } from "./plan/application.ts";
import { type Choices, dateTargets, orderVotes } from "./plan/choices.ts";
import { answerQuestion, type ColumnQuestion } from "./plan/column-questions.ts";
import { reasonKind } from "./staging/reasons.ts";

/** The question how a file's dates are written. */
type OrderQuestion = Omit<ColumnQuestion, "column" | "kind"> & {
  /** the column's index; null where it is about several */
  column: number | null;
  kind: "order";
  /** how many more dates like the samples there are */
  more: number;
  /** the reason of the rows that wait for the answer (see `reasonKind`) */
  reason: string;
};

/** What a file leaves open about its columns. Stored as JSON with the batch. */
export type Question = (ColumnQuestion & { more?: undefined; reason?: undefined }) | OrderQuestion;

const maxSamples = 4;

/** The questions about a file's dates: whether 3/4 is a day in April or in March. */
export function dateQuestions(analysis: Analysis, choices: Choices): Question[] {
  const votes = orderVotes(analysis, choices.columns);
  if (decideOrder(votes) || votes.open === 0) return [];
  const asked = choices.columns.flatMap((target, at) =>
    dateTargets.has(target) && (analysis.stats[at]?.votes.open ?? 0) > 0 ? [at] : [],
  );
  const samples = asked.flatMap((at) => openDates(analysis, at)).slice(0, maxSamples);
  const [only = 0] = asked;
  const headings = asked.map((at) => columnName(analysis.headings, at));
  return [
    {
      column: asked.length === 1 ? only : null,
      heading: headings.join(", "),
      kind: "order",
      about: `${votes.open === 1 ? "One date makes" : `${votes.open.toLocaleString("en-US")} dates make`} sense both day first and month first, and nothing in the file settles it.`,
      samples,
      more: Math.max(0, votes.open - samples.length),
      reason: reasonKind({ reasons: [dateWarning("", "order")] }),
      options: [
        { value: "dmy", label: "Day first", note: readings(samples, false) },
        { value: "mdy", label: "Month first", note: readings(samples, true) },
        { value: "", label: "Leave these days empty", note: "their text goes into the comment" },
      ],
      chosen: choices.order ?? "",
    },
  ];
}

const isOpen = (text: string) => {
  const votes = noVotes();
  for (const found of findDates(text)) vote(votes, found);
  return votes.open > 0;
};

function openDates({ stats }: Analysis, at: number): string[] {
  const found: string[] = [];
  for (const text of stats[at]?.values.keys() ?? []) {
    if (text.length <= 40 && isOpen(text)) found.push(text);
    if (found.length === maxSamples) break;
  }
  return found;
}

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** "3 April, 11 February": how the first samples would be read. */
function readings(samples: readonly string[], monthFirst: boolean): string {
  const days = samples.slice(0, 2).flatMap((text) =>
    findDates(text).flatMap((found) => {
      if (found.kind !== "pair") return [];
      const [day, month] = monthFirst ? [found.second, found.first] : [found.first, found.second];
      return [`${day} ${months[month - 1]}`];
    }),
  );
  return days.join(", ");
}

type Answered = Partial<Pick<Choices, "columns" | "order" | "dayOrStatus">>;

/** The choices that the answer to a question makes; none where it is not one of its options. */
export function choicesOf(
  choices: Pick<Choices, "columns">,
  question: Question,
  answer: string,
): Answered {
  if (question.kind !== "order") return answerQuestion(choices, question, answer);
  return { order: answer === "dmy" || answer === "mdy" ? answer : null };
}
