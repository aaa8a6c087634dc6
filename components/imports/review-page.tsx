import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button.tsx";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Card } from "@/components/ui/card.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import {
  answerQuestion,
  discardImport,
  readAgain,
  readEncoding,
  writeImport,
} from "@/lib/imports/actions.ts";
import type { OwnedBatch } from "@/lib/imports/queries.ts";
import type { Question } from "@/lib/imports/questions.ts";
import type { Outcome } from "@/lib/imports/schema.ts";
import type { ReviewGroup, ReviewRow, ReviewTotals } from "@/lib/imports/staging/review.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { ColumnsForm } from "./columns-form.tsx";
import { EncodingForm } from "./encoding-form.tsx";
import { QuestionCard } from "./question-card.tsx";
import { ReviewGroups } from "./review-groups.tsx";
import { ReviewOutcome } from "./review-outcome.tsx";
import { countOf, decisionGroups, questionTitle, rowsIn, withDays } from "./review-words.ts";

type Props = {
  batch: OwnedBatch;
  groups: ReviewGroup[];
  totals: ReviewTotals;
  outcomes: Outcome[];
  examples: Map<number, ReviewRow>;
  zone: string;
};

/** A dry run: what needs a decision first, then what would be made, and the button that makes it. */
export function ReviewPage({ batch, groups, totals, outcomes, examples, zone }: Props) {
  const { id, detected } = batch;
  const questions = detected.questions ?? [];
  const doubtful = decisionGroups(batch, groups);
  const known = groups.filter(({ verdict }) => verdict === "duplicate");
  return (
    <div className="review">
      {questions.length > 0 && (
        <Section
          id="questions"
          title={`${countOf(questions.length, "column")} in doubt`}
          note="our guess is chosen; change it where it is wrong"
        >
          <div className="review-questions">
            {questions.map((question) => (
              <QuestionCard
                key={`${question.kind} ${question.column}`}
                question={question}
                title={questionTitle(question)}
                samples={[...new Set(question.samples.map(withDays))]}
                action={answerQuestion.bind(null, id)}
                waiting={waitingRows(id, groups, question)}
              />
            ))}
          </div>
        </Section>
      )}
      <details className="card review-columns">
        <summary>
          {questions.length > 0 ? "Other columns, read without doubt" : "How the columns were read"}{" "}
          ({detected.columns.length - questions.filter(({ kind }) => kind !== "order").length})
        </summary>
        <EncodingForm batch={batch} action={readEncoding.bind(null, id)} />
        <ColumnsForm batch={batch} action={readAgain.bind(null, id)} />
      </details>
      {doubtful.length > 0 && (
        <Section
          id="decisions"
          title={`${countOf(rowsIn(doubtful), "row")} ${rowsIn(doubtful) === 1 ? "needs" : "need"} a decision`}
          note={tickedNote(doubtful)}
        >
          <ReviewGroups batch={id} groups={doubtful} />
        </Section>
      )}
      {known.length > 0 && (
        <Section
          id="known"
          title={`${countOf(rowsIn(known), "row")} you have already`}
          note={tickedNote(known)}
        >
          <ReviewGroups batch={id} groups={known} />
        </Section>
      )}
      <Section id="outcome" title="What will be made" note={madeNote(totals)}>
        <ReviewOutcome batch={id} {...{ totals, outcomes, examples, zone }} />
      </Section>
      <ReviewBar batch={batch} totals={totals} known={rowsIn(known)} />
    </div>
  );
}

function waitingRows(id: number, groups: ReviewGroup[], { reason }: Question) {
  const group = groups.find(({ verdict, kind }) => verdict === "attention" && kind === reason);
  const href = pathWithQuery(`/import/${id}/rows`, { show: "attention", kind: reason });
  return group && { rows: group.rows, href };
}

type SectionProps = { id: string; title: string; note?: string; children: ReactNode };

function Section({ id, title, note, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <header className="review__head">
        <h2 id={id}>{title}</h2>
        {note && <p>{note}</p>}
      </header>
      {children}
    </section>
  );
}

function tickedNote(groups: ReviewGroup[]): string {
  const taken = groups.reduce((sum, group) => sum + group.taken, 0);
  if (taken === 0) return "none is ticked, so none will be imported";
  if (taken === rowsIn(groups))
    return taken === 1
      ? "it is ticked, so it will be imported"
      : "all are ticked, so they will be imported";
  const counted = taken.toLocaleString("en-US");
  return taken === 1
    ? "1 of them is ticked, so it will be imported"
    : `${counted} of them are ticked, so they will be imported`;
}

const plain = (count: number, noun: string) =>
  `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;

const madeNote = ({ postings, new_sites }: ReviewTotals) =>
  [plain(postings, "posting"), new_sites > 0 && plain(new_sites, "site")]
    .filter(Boolean)
    .join(", ");

const writeFailure =
  "Foothold did not answer. Look under Import whether it is done, and try again if it is not.";

/** What to do with the file; the number on the button is what will be made. */
function ReviewBar({ batch, totals, known }: Pick<Props, "batch" | "totals"> & { known: number }) {
  const { postings } = totals;
  return (
    <Card className="review-bar">
      <ButtonForm action={discardImport.bind(null, batch.id)}>
        <SubmitButton variant="quiet">Discard this file</SubmitButton>
      </ButtonForm>
      <p id="import-note" className={postings > 0 ? undefined : "review-bar__why"}>
        {postings > 0 ? "The whole import can be undone for 30 days." : whyNothing(known, totals)}
      </p>
      <LinkButton href={`/import/${batch.id}/rows`}>Look at all rows</LinkButton>
      <ButtonForm action={writeImport.bind(null, batch.id)} failure={writeFailure}>
        <SubmitButton
          variant="primary"
          disabled={postings === 0}
          aria-describedby={postings === 0 ? "import-note" : undefined}
        >
          {postings > 0 ? `Import ${plain(postings, "posting")}` : "Import"}
        </SubmitButton>
      </ButtonForm>
    </Card>
  );
}

function whyNothing(known: number, { skipped, left_out }: ReviewTotals): string {
  if (skipped === left_out)
    return "None of its rows is an application, so there is nothing to import.";
  if (skipped + known === left_out)
    return "You have all of it already, so there is nothing to import.";
  return "No row is ticked, so there is nothing to import.";
}
