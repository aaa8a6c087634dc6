import type { ReactNode } from "react";
import { highlight as highlightParts, type TextPart } from "@/lib/search/snippet.ts";

/** A text of a list; in pieces where the list was searched, so that the matches show. */
export type HighlightedText = string | TextPart[];

/** A text with the matches of these search terms, as lists show it. */
export const highlight = (text: string, terms: string[]): HighlightedText =>
  terms.length > 0 ? highlightParts(text, terms) : text;

/** The same as plain text, for labels. */
export const plainText = (text: HighlightedText): string =>
  typeof text === "string" ? text : text.map((piece) => piece.text).join("");

/** Shows a text with its matches in `<mark>`. */
export function Highlight({ text }: { text: HighlightedText }) {
  if (typeof text === "string") return text;
  let end = 0;
  return text.map((piece) => {
    end += piece.text.length;
    return piece.hit ? <mark key={end}>{piece.text}</mark> : <span key={end}>{piece.text}</span>;
  });
}

/** The line of a row that matched the search, where its name alone does not show why. */
export function Excerpt({ text }: { text: TextPart[] | undefined }) {
  if (!text) return null;
  return (
    <span className="marked-line">
      <Highlight text={text} />
    </span>
  );
}

type RowNameProps = {
  name: HighlightedText;
  excerpt?: TextPart[];
  /** after the name */
  mark?: ReactNode;
};

/** A row's name in a list that may have been searched. */
export function RowName({ name, excerpt, mark }: RowNameProps) {
  return (
    <>
      {mark ? (
        <span className="row-name">
          <span className="row-name__text">
            <Highlight text={name} />
          </span>
          {mark}
        </span>
      ) : (
        <Highlight text={name} />
      )}
      <Excerpt text={excerpt} />
    </>
  );
}
