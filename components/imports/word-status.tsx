"use client";

import { Button } from "@/components/ui/button.tsx";
import { HiddenFields } from "@/components/ui/hidden-fields.tsx";
import { statusOptions } from "@/components/ui/status-mark.tsx";
import { useStatuses } from "../records/status-words.tsx";
import { keyDelayMs, type SendForm, useChoice } from "./use-send.ts";

type Props = { word: string; status: string; action: SendForm };

/** The status that a word of the file becomes, to choose another; it is saved at once. */
export function WordStatus({ word, status, action }: Props) {
  const { form, shown, pending, choose, flush } = useChoice(action, status);
  const { offered, words } = useStatuses().posting;
  const options = statusOptions(offered, words, shown);
  return (
    <form ref={form} action={action} className="word-status" aria-busy={pending}>
      <HiddenFields values={{ word }} />
      <span className={`status-mark status-mark--${words(shown).hue}`}>
        <select
          name="status"
          aria-label={`What “${word}” becomes`}
          value={shown}
          onChange={({ target }) => choose(target.value, keyDelayMs)}
          onBlur={flush}
        >
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </span>
      <noscript>
        <Button type="submit" size="s">
          Read it so
        </Button>
      </noscript>
    </form>
  );
}
