"use client";

import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { isHtml } from "@/lib/rich-text-markup.ts";
import { Field, type FieldProps, useField } from "./field.tsx";

const Editor = dynamic(() => import("./rich-text-editor.tsx"), { ssr: false });

/**
 * Text with some formatting; give it sanitised markup or plain text. It is a text area until the editor
 * has arrived, and what was typed there goes over.
 */
export function RichText(props: FieldProps) {
  const { field, initial, control } = useField({ ...props, wide: true });
  const { id, label, errors } = field;
  const [value, setValue] = useState(initial);
  const [ready, setReady] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);

  const change = (html: string) => {
    setValue(html);
    // The form listens for input, to keep its draft.
    area.current?.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const takeOver = (focus: () => void) => {
    if (document.activeElement === area.current) focus();
    setReady(true);
  };

  return (
    <Field {...field}>
      <textarea
        {...control}
        ref={area}
        id={ready ? undefined : id}
        hidden={ready}
        rows={8}
        className="textarea rich-text__raw"
        data-markup={isHtml(value) || undefined}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      <Editor
        id={id}
        label={label}
        begin={value}
        describedBy={control["aria-describedby"]}
        invalid={errors.length > 0}
        onReady={takeOver}
        onChange={change}
      />
    </Field>
  );
}
