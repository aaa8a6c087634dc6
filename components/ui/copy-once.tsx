"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { checkIcon, copyIcon } from "./icons.ts";
import { Notice } from "./notice.tsx";

type Props = {
  title: string;
  /** what it is, for screen readers */
  label: string;
  value: string;
};

/** A new secret, shown once. */
export function CopyOnce({ title, label, value }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => input.current?.focus(), []);

  const copy = async () => {
    input.current?.select();
    // Without TLS browsers have no clipboard for scripts, but the old command still works.
    await (navigator.clipboard?.writeText(value) ?? document.execCommand("copy"));
    setCopied(true);
  };
  return (
    <Notice tone="good" title={title}>
      <p>Copy it now. It is shown this once and cannot be looked up later.</p>
      <div className="copy-once">
        <input
          ref={input}
          readOnly
          className="input"
          aria-label={label}
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={copy}>
          {copied ? <Icon of={checkIcon} /> : <Icon of={copyIcon} />}
          {copied ? "Copied" : "Copy"}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {copied ? "It is copied." : ""}
      </p>
    </Notice>
  );
}
