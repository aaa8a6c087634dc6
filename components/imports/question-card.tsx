"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { HiddenFields } from "@/components/ui/hidden-fields.tsx";
import { Link } from "@/components/ui/link.tsx";
import type { Question } from "@/lib/imports/questions.ts";
import { keyDelayMs, type SendForm, useChoice } from "./use-send.ts";

type Props = {
  question: Question;
  title: string;
  /** the samples as they are shown */
  samples: string[];
  action: SendForm;
  /** the rows that only wait for the answer */
  waiting?: { rows: number; href: string };
};

/** A question about a column with the answers as radio buttons, our guess chosen; an answer is saved at once. */
export function QuestionCard({ question, title, samples, action, waiting }: Props) {
  const { kind, column, about, more, options, chosen } = question;
  const { form, shown, pending, choose, flush } = useChoice(action, chosen);
  const viaKey = useRef(false);

  return (
    <form
      ref={form}
      action={action}
      className="question card"
      aria-busy={pending}
      onKeyDown={() => {
        viaKey.current = true;
      }}
      onPointerDown={() => {
        viaKey.current = false;
      }}
      onBlur={flush}
    >
      <HiddenFields values={{ kind, column: column === null ? undefined : String(column) }} />
      <fieldset>
        <legend>{title}</legend>
        {about && <p className="question__about">{about}</p>}
        {samples.length > 0 && (
          <p className="question__samples">
            {samples.map((sample) => (
              <q key={sample}>{sample}</q>
            ))}
            {more ? <span>and {formatNumber(more)} more</span> : null}
          </p>
        )}
        {options.map(({ value, label, note }) => (
          <label key={value} className="question__option">
            <input
              type="radio"
              name="answer"
              value={value}
              checked={value === shown}
              onChange={() => choose(value, viaKey.current ? keyDelayMs : 0)}
              className="radio"
            />
            <span>{label}</span>
            {note && <small>{note}</small>}
          </label>
        ))}
        {waiting && (
          <p className="question__waiting">
            {waiting.rows === 1
              ? "One row waits for this answer."
              : `${formatNumber(waiting.rows)} rows wait for this answer.`}{" "}
            <Link href={waiting.href} className="link">
              {waiting.rows === 1 ? "Show it" : "Show them"}
            </Link>
          </p>
        )}
      </fieldset>
      <p role="status" className="question__pending">
        {pending && "Reading the file again…"}
      </p>
      <noscript>
        <Button type="submit" size="s">
          Read it so
        </Button>
      </noscript>
    </form>
  );
}
