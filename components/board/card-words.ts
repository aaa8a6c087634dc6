import { placeLabel, shortPay } from "@/components/postings/posting-labels.ts";
import { nextStepText } from "@/components/records/next-step-text.ts";
import type { BoardCard } from "@/lib/board/cards.ts";
import { statusSetOf } from "@/lib/board/columns.ts";
import type { BoardColumn, BoardKind } from "@/lib/board/values.ts";
import { isFresh } from "@/lib/statuses/documented.ts";
import type { Statuses } from "@/lib/statuses/words.ts";
import type { CardFacts } from "./board-props.ts";

type Column = Pick<BoardColumn, "gives" | "holds">;

/** What a card of a column shows. A status that the column says already is left to screen readers. */
export function cardFacts(
  words: Statuses,
  kind: BoardKind,
  card: BoardCard,
  column: Column,
): CardFacts {
  const { id, company, title, status, since, waiting, next } = card;
  const early = kind === "job_posting" && isFresh(since);
  const said = statusSetOf(words, kind).words(status, early).label;
  return {
    id,
    name: company || title || "Untitled",
    title: company && title,
    status,
    said,
    note: noteOf(words, card, column, said),
    waiting,
    next: next && [next.what, nextStepText(next)],
    tags: card.tags,
  };
}

function noteOf(words: Statuses, card: BoardCard, { gives, holds }: Column, said: string): string {
  const { status, stage, pay } = card;
  const isSaid =
    "stage" in holds
      ? false
      : holds.statuses.length === 1 ||
        (gives !== "ask" && "status" in gives && gives.status === status);
  // What the column says already is no news.
  const reached = !["", "Application Submission", said].includes(stage) && !("stage" in holds);
  const standing = reached ? words.stage.words(stage).label : isSaid ? placeLabel(card) : said;
  return [standing, shortPay(pay)].filter(Boolean).join(" · ");
}
