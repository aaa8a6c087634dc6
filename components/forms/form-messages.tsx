"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button.tsx";
import { formatElapsed } from "@/components/ui/format.ts";
import { Notice } from "@/components/ui/notice.tsx";
import { PlainLink } from "@/components/ui/plain-link.tsx";
import type { FormState } from "@/lib/forms/form-state.ts";
import { fieldId } from "./field-id.ts";

/** Tells that what was typed before is back, and lets it go. */
export function DraftNote({ at, onDiscard }: { at: number; onDiscard: () => void }) {
  return (
    <Notice
      action={
        <Button size="s" onClick={onDiscard}>
          Discard
        </Button>
      }
    >
      <p>What you typed here {formatElapsed(at)} is back. It isn’t saved yet.</p>
    </Notice>
  );
}

type Props = {
  state: FormState;
  formKey: string;
  labels: Record<string, string>;
  refusal?: string;
};

/** Why a form was refused as a whole. This takes the focus and leads to the fields. */
export function FormMessages({ state, formKey, labels, refusal }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { non_field_errors: whole = [], ...fields } = state.errors ?? {};
  const names = Object.keys(fields);
  const refused =
    names.length > 0 || whole.length > 0 || (state.message && !state.saved) || state.signed_out;

  useEffect(() => {
    if (state.errors || state.message || state.signed_out) box.current?.focus();
  }, [state]);

  if (!refused) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="form-messages">
      <Notice
        tone="danger"
        title={state.signed_out ? "You are signed out" : (refusal ?? "Not saved yet")}
      >
        {state.signed_out && <SignInAgain />}
        {state.message && <p>{state.message}</p>}
        {whole.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {names.length > 0 && (
          <ul>
            {names.map((name) => (
              <li key={name}>
                <a href={`#${fieldId(formKey, name)}`}>{labels[name] ?? wordsOf(name)}</a>:{" "}
                {fields[name]?.join(" ")}
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}

function SignInAgain() {
  return (
    <p>
      What you typed is still here.{" "}
      <PlainLink href="/login" target="_blank" rel="noreferrer">
        Sign in in a new tab
      </PlainLink>
      , then come back and save again.
    </p>
  );
}

/** "posting_title" as a person reads it: "Posting title". */
const wordsOf = (name: string) => {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};
