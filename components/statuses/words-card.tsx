import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { kindsOf, type StatusSubject } from "@/lib/statuses/values.ts";
import type { StatusWord } from "@/lib/statuses/words.ts";
import { AddWord } from "./add-word.tsx";
import { kindWords } from "./kind-words.ts";
import { WordRow } from "./word-row.tsx";

type Props = {
  subject: StatusSubject;
  title: string;
  about: string;
  words: readonly StatusWord[];
  /** how many rows have each text */
  uses: ReadonlyMap<string, number>;
  /** the longest text, in characters */
  limit: number;
};

/** The words of one subject in the order of the pipeline, by kind, and what can be done with each. */
export function WordsCard({ subject, title, about, words, uses, limit }: Props) {
  const id = `words-${subject}`;
  const groups = kindsOf(subject)
    .map((kind) => ({ kind, its: words.filter((word) => word.kind === kind) }))
    .filter(({ its }) => its.length > 0);
  return (
    <Card labelledBy={id}>
      <CardHeader id={id} title={title} action={<AddWord subject={subject} limit={limit} />} />
      <CardBody>
        <p className="dim">{about}</p>
      </CardBody>
      {groups.map(({ kind, its }) => (
        <div key={kind}>
          <h3 id={`${id}-${kind}`} className="word-kind">
            {kindWords[kind]}
          </h3>
          <ul aria-labelledby={`${id}-${kind}`}>
            {its.map((word, at) => (
              <WordRow
                key={word.text}
                word={word}
                uses={uses.get(word.text) ?? 0}
                isFirst={at === 0}
                isLast={at === its.length - 1}
              />
            ))}
          </ul>
        </div>
      ))}
    </Card>
  );
}
