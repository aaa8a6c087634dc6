"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";

/** A token that was just made, to be copied now or never. */
export function NewToken({ token }: { token: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => input.current?.focus(), []);

  const copy = async () => {
    input.current?.select();
    // Without TLS browsers have no clipboard for scripts, but the old command still works.
    await (navigator.clipboard?.writeText(token) ?? document.execCommand("copy"));
    setCopied(true);
  };
  return (
    <Notice tone="good" title="Your token is made">
      <p>Copy it now. It is shown this once and cannot be looked up later.</p>
      <div className="new-token">
        <input
          ref={input}
          readOnly
          className="input"
          aria-label="Your new token"
          value={token}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={copy}>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {copied ? "Copied" : "Copy"}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {copied ? "The token is copied." : ""}
      </p>
    </Notice>
  );
}
