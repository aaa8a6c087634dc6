"use client";

import { useState } from "react";
import { useField } from "@/components/forms/field.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { commentLimits, commentTypes, plainNote } from "@/lib/comments/values.ts";
import { valueWords } from "@/lib/records/value-words.ts";

const name = "comment_type";
const kinds: readonly string[] = commentTypes.toReversed();

/** What kind of note it is, as chips; another kind can be typed. */
export function KindField({ label, defaultValue }: { label: string; defaultValue?: string }) {
  const { initial } = useField({ name, label, defaultValue: defaultValue || plainNote });
  const [chosen, setChosen] = useState(kinds.includes(initial) ? initial : "");
  return (
    <div className="field">
      <fieldset className="kind-field" aria-label={label}>
        {[...kinds, ""].map((kind) => (
          <label key={kind} className="chip">
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={kind}
              checked={chosen === kind}
              onChange={() => setChosen(kind)}
            />
            {valueWords(kind) || "Other…"}
          </label>
        ))}
      </fieldset>
      {/* Of two with one name the later one counts. */}
      {chosen === "" && (
        <TextField
          name={name}
          label="Another kind"
          defaultValue={kinds.includes(initial) ? "" : initial}
          limit={commentLimits.comment_type}
        />
      )}
    </div>
  );
}
