import type { TextPart } from "@/lib/search/snippet.ts";
import type { Named } from "./named.ts";

/** A text in which what was searched for is marked. */
export function Marked({ pieces }: { pieces: TextPart[] }) {
  let at = 0;
  return pieces.map(({ text, hit }) => {
    at += text.length;
    return hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>;
  });
}

type Props = {
  name: Named;
  /** a line of what the row says */
  line?: TextPart[];
};

/** A row's name in a list that may have been searched, with the line that shows why it is there. */
export function FoundName({ name, line }: Props) {
  return (
    <>
      {typeof name === "string" ? name : <Marked pieces={name} />}
      {line && (
        <span className="marked-line">
          <Marked pieces={line} />
        </span>
      )}
    </>
  );
}

/** The same as plain text. */
export const plainName = (name: Named): string =>
  typeof name === "string" ? name : name.map(({ text }) => text).join("");
