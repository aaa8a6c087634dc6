"use client";

import type { Editor } from "@tiptap/react";
import { type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button.tsx";

type Props = { editor: Editor; onDone: () => void };

/** Asks for the address of a link on what is selected. */
export function RichTextLink({ editor, onDone }: Props) {
  const begin: unknown = editor.getAttributes("link").href;
  const [href, setHref] = useState(typeof begin === "string" ? begin : "");

  const set = () => {
    const address = href.trim();
    const whole = /^(https?:|mailto:)/i.test(address) ? address : `https://${address}`;
    const chain = editor.chain().focus().extendMarkRange("link");
    if (address) chain.setLink({ href: whole }).run();
    else chain.unsetLink().run();
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      event.stopPropagation();
      set();
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      editor.commands.focus();
      onDone();
    }
  };

  return (
    <div className="rich-text__link">
      <input
        type="url"
        className="input"
        aria-label="Address of the link"
        placeholder="https://"
        value={href}
        ref={(input) => input?.focus()}
        onChange={(event) => setHref(event.target.value)}
        onInput={(event) => event.stopPropagation()}
        onKeyDown={onKeyDown}
      />
      <Button size="s" onClick={set}>
        {href.trim() || !begin ? "Set link" : "Remove link"}
      </Button>
    </div>
  );
}
