import type { Verdict } from "@/lib/imports/plan/draft.ts";
import type { OwnedBatch } from "@/lib/imports/queries.ts";
import { countOf } from "./review-words.ts";

type Props = {
  batch: OwnedBatch;
  counts: Record<Verdict, number>;
  /** how many rows need a decision of their own */
  doubtful: number;
};

/** What was read, and what needs a word from the person. */
export function ReviewLead({ batch: { detected }, counts, doubtful }: Props) {
  const { rows, questions = [] } = detected;
  const asked = [
    questions.length > 0 && countOf(questions.length, "column"),
    doubtful > 0 && countOf(doubtful, "row"),
  ].filter((part) => part !== false);
  const needs = asked.length > 1 || !/^(One|1) /.test(asked[0] ?? "") ? "need" : "needs";
  return (
    <>
      <p>
        {rows === 1 ? "One row was" : `${rows.toLocaleString("en-US")} rows were`} read and{" "}
        <b>
          {counts.new.toLocaleString("en-US")} {counts.new === 1 ? "is" : "are"} ready
        </b>
        . {asked.length > 0 && `${joined(asked)} ${needs} a word from you. `}
        {counts.duplicate > 0 && `${countOf(counts.duplicate, "row")} you have already. `}
        Nothing is saved yet.
      </p>
      {detected.notes?.map((note) => (
        <p key={note} className="review-note">
          {note}
        </p>
      ))}
    </>
  );
}

const joined = ([first = "", second]: string[]) =>
  second ? `${first} and ${second.charAt(0).toLowerCase()}${second.slice(1)}` : first;
