import "./marked.css";
import { marked, type Piece } from "@/lib/find/snippet.ts";

/** A text in which what was searched for is marked. */
export function Marked({ pieces }: { pieces: Piece[] }) {
  let at = 0;
  return pieces.map(({ text, hit }) => {
    at += text.length;
    return hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>;
  });
}

type Props = {
  text: string;
  /** what the list was searched for */
  words: string[];
  /** a line of what the row says */
  line?: Piece[];
};

/** A row's name in a list that may have been searched, with the line that shows why it is there. */
export function FoundName({ text, words, line }: Props) {
  return (
    <>
      {words.length > 0 ? <Marked pieces={marked(text, words)} /> : text}
      {line && (
        <span className="marked-line">
          <Marked pieces={line} />
        </span>
      )}
    </>
  );
}
