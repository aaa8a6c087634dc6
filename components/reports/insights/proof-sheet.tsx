import { formatNumber } from "@/components/ui/format.ts";
import type { Proof, ProofLine } from "@/lib/reports/insights/proof.ts";
import { maxProofLines, type ProofLayout } from "@/lib/reports/insights/values.ts";
import type { Statuses } from "@/lib/statuses/words.ts";
import { Link } from "../../ui/link.tsx";
import { type ProofWords, proofFields, proofTexts, proofWords } from "./proof-words.ts";

type Props = { proof: Proof; layout: ProofLayout; name: string; statuses: Statuses };

/** The form as it is handed in: who, when, one line per contact, and where the form has one a line to sign. */
export function ProofSheet({ proof, layout, name, statuses }: Props) {
  const words = proofWords[layout];
  return (
    <article className="proof" lang={words.lang} aria-labelledby="proof-title">
      <h2 id="proof-title">{words.title}</h2>
      <dl className="proof__head">
        <dt>{words.name}</dt>
        <dd>{name}</dd>
        <dt>{words.period}</dt>
        <dd>
          {words.date(proof.from)} – {words.date(proof.to)}
        </dd>
        {words.number && (
          <>
            <dt>{words.number}</dt>
            <dd className="proof__blank" />
          </>
        )}
      </dl>
      <table className="proof__table">
        <thead>
          <tr>
            {proofFields.map((field) => (
              <th key={field} scope="col">
                {words.fields[field]}
              </th>
            ))}
          </tr>
        </thead>
        {proof.weeks.map((week) => {
          const lines = proof.lines.filter(
            ({ date }) => date >= week.starts_on && date <= week.ends_on,
          );
          return (
            <tbody key={week.starts_on}>
              <tr className="proof__week" data-standing={week.standing}>
                <th colSpan={proofFields.length} scope="rowgroup">
                  {words.week(week, proof.required)}
                </th>
              </tr>
              {lines.map((line) => (
                <Line
                  key={`${line.kind} ${line.id}`}
                  line={line}
                  words={words}
                  statuses={statuses}
                />
              ))}
              {week.contacts === 0 && (
                <tr>
                  <td colSpan={proofFields.length}>{words.none}</td>
                </tr>
              )}
            </tbody>
          );
        })}
      </table>
      {proof.left_out > 0 && (
        <p lang="en">
          {`The first ${formatNumber(maxProofLines)} of ${formatNumber(proof.contacts)} contacts. Choose fewer weeks, or take all of them as CSV.`}
        </p>
      )}
      {words.signature && (
        <div className="proof__end">
          <p>{words.statement}</p>
          <div className="proof__signatures">
            {words.signature.map((label) => (
              <p key={label} className="proof__signature">
                {label}
              </p>
            ))}
          </div>
        </div>
      )}
    </article>
  );
}

type LineProps = { line: ProofLine; words: ProofWords; statuses: Statuses };

function Line({ line, words, statuses }: LineProps) {
  const texts = proofTexts(line, words, statuses);
  // An opportunity has no address to complete.
  const missing = proofFields.filter(
    (field) => texts[field] === "" && (field !== "address" || line.kind === "application"),
  );
  const place = line.kind === "reply" ? "opportunities" : "postings";
  return (
    <tr>
      {proofFields.map((field) => (
        <td key={field} data-label={words.fields[field]} data-field={field}>
          {texts[field] || (
            <span className="proof__blank">
              <span className="sr-only">{words.blank(words.fields[field])}</span>
            </span>
          )}
          {field === missing.at(-1) && (
            <Link href={`/${place}/${line.id}/edit`} className="proof__complete no-print">
              {words.complete}
              <span className="sr-only">: {line.employer || texts.date}</span>
            </Link>
          )}
        </td>
      ))}
    </tr>
  );
}
