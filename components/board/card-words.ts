import { placeLabel, shortPay } from "@/components/postings/posting-labels.ts";
import { formatRelative, formatWhen } from "@/components/ui/format.ts";
import type { BoardCard } from "@/lib/board/cards.ts";
import { wordsOf } from "@/lib/board/columns.ts";
import type { NextStep } from "@/lib/board/next-steps.ts";
import type { BoardColumn, BoardKind } from "@/lib/board/values.ts";
import { isFresh, statusWords } from "@/lib/postings/values.ts";
import { valueWords } from "@/lib/records/value-words.ts";
import type { CardFacts } from "./board-props.ts";

type Column = Pick<BoardColumn, "gives" | "holds">;

/** What a card of a column shows. A status that the column says already is left to screen readers. */
export function cardFacts(kind: BoardKind, card: BoardCard, column: Column): CardFacts {
  const { id, company, title, status, since, waiting, next } = card;
  const said =
    kind === "job_posting"
      ? statusWords(status, isFresh(since)).label
      : wordsOf(kind, status).label;
  return {
    id,
    name: company || title || "Untitled",
    title: company && title,
    status,
    said,
    note: noteOf(card, column, said),
    waiting,
    next: next && [next.what, nextWords(next)],
  };
}

function noteOf(card: BoardCard, { gives, holds }: Column, said: string): string {
  const { status, stage, pay } = card;
  const isSaid =
    "stage" in holds
      ? false
      : holds.statuses.length === 1 ||
        (gives !== "ask" && "status" in gives && gives.status === status);
  // What the column says already is no news.
  const reached = !["", "Application Submission", said].includes(stage) && !("stage" in holds);
  const standing = reached ? valueWords(stage) : isSaid ? placeLabel(card) : said;
  return [standing, shortPay(pay)].filter(Boolean).join(" · ");
}

function nextWords(next: NextStep): string {
  switch (next.what) {
    case "interview":
      return `${valueWords(next.about) || "Interview"} ${formatWhen(next.at)}`;
    case "follow_up":
      return `${next.about}, ${formatRelative(next.at)}`;
    case "deadline":
      return `${next.about === "offer" ? "Answer due" : "Closes"} ${formatRelative(next.at)}`;
    case "close":
      return "Close as no response?";
  }
}
