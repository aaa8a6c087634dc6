"use client";

import { useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button.tsx";
import { formatDateTime } from "@/components/ui/format.ts";
import { Notice } from "@/components/ui/notice.tsx";
import { RichContent } from "@/components/ui/rich-content.tsx";
import type { FieldConflict, FormState } from "@/lib/forms/form-state.ts";
import type { SafeHtml } from "@/lib/rich-text.ts";

type Props = {
  conflict: NonNullable<FormState["conflict"]>;
  labels: Record<string, string>;
  pending: boolean;
};

/** Both versions of each field that another save changed too, to choose from. It takes the focus. */
export function ConflictPanel({ conflict, labels, pending }: Props) {
  const box = useRef<HTMLElement>(null);
  const id = useId();
  useEffect(() => {
    if (conflict) box.current?.focus();
  }, [conflict]);
  const others = conflict.others.map((name) => labels[name] ?? name).join(", ");
  return (
    <section
      ref={box}
      tabIndex={-1}
      className="conflict"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-what`}
    >
      <Notice
        tone="warning"
        title={<span id={`${id}-title`}>This was changed elsewhere while you edited it</span>}
      >
        <p id={`${id}-what`}>
          Nothing is lost, and yours is not saved yet. Choose what to keep, then save.
        </p>
        <input type="hidden" name="seen" value={conflict.seen} />
        {conflict.fields.map((clash) => (
          <Choice key={clash.name + clash.theirs} clash={clash} label={labels[clash.name]} />
        ))}
        {others && <p>Also changed there, and kept: {others}.</p>}
        <Button type="submit" variant="primary" pending={pending}>
          Save with these choices
        </Button>
      </Notice>
    </section>
  );
}

function Choice({ clash, label = clash.name }: { clash: FieldConflict; label?: string }) {
  const { both } = clash;
  return (
    <fieldset className="conflict__field">
      <legend>{label}</legend>
      {both && <Option clash={clash} keep="both" words="Keep both, one after the other" checked />}
      <Option clash={clash} keep="mine" words="What you typed" checked={!both}>
        <Version clash={clash} text={clash.mine} />
      </Option>
      <Option clash={clash} keep="theirs" words="What was saved there">
        <Version clash={clash} text={clash.theirs} />
      </Option>
    </fieldset>
  );
}

type OptionProps = {
  clash: FieldConflict;
  keep: "mine" | "theirs" | "both";
  words: string;
  checked?: boolean;
  children?: React.ReactNode;
};

function Option({ clash, keep, words, checked, children }: OptionProps) {
  const id = useId();
  return (
    <div className="conflict__option">
      <input
        id={id}
        type="radio"
        name={`keep.${clash.name}`}
        value={keep}
        defaultChecked={checked}
        aria-describedby={children ? `${id}-text` : undefined}
      />
      <label htmlFor={id}>{words}</label>
      {children && <div id={`${id}-text`}>{children}</div>}
    </div>
  );
}

function Version({ clash: { kind }, text }: { clash: FieldConflict; text: string }) {
  if (kind === "secret") return <p>{text ? "A password, not shown here" : "No password"}</p>;
  if (text === "") return <p className="conflict__nothing">Nothing</p>;
  // The server made both sides of it safe.
  if (kind === "rich") return <RichContent html={text as SafeHtml} />;
  return <p className="conflict__text">{wordsOf(text)}</p>;
}

function wordsOf(text: string): string {
  if (text === "on") return "Yes";
  if (text === "off") return "No";
  // The wall time of the person's zone, so no zone is asked for.
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return formatDateTime(text);
  // A status without the number that sorts it.
  return text.replace(/^\d(\.\d)? - (?=\w)/, "");
}
