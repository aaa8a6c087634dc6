"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { saveFile } from "@/components/charts/download.ts";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { checkIcon, copyIcon, downloadIcon, printerIcon } from "@/components/ui/icons.ts";
import { Notice } from "@/components/ui/notice.tsx";
import type { FormAction, FormState } from "@/lib/forms/form-state.ts";

const Show = createContext<(codes: string[]) => void>(() => {});

type Made = FormState & { codes?: string[] };

/** A form's action that hands the codes it made to the card. */
export function useCodesOf(make: (state: FormState, form: FormData) => Promise<Made>): FormAction {
  const show = useContext(Show);
  return async (before, form) => {
    const { codes, ...state } = await make(before, form);
    if (codes) show(codes);
    return state;
  };
}

/** Shows codes that were just made above what made them, which may be gone by then. */
export function NewCodes({ children }: { children: ReactNode }) {
  const [codes, setCodes] = useState<string[]>();
  return (
    <Show value={setCodes}>
      {codes && <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />}
      {children}
    </Show>
  );
}

/** New recovery codes, shown once. */
function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => box.current?.focus(), []);
  const text = codes.join("\n");

  const copy = async () => {
    box.current?.select();
    // Without TLS browsers have no clipboard for scripts, but the old command still works.
    await (navigator.clipboard?.writeText(text) ?? document.execCommand("copy"));
    setCopied(true);
  };
  const download = () => {
    const lines = [
      `Foothold recovery codes for ${location.host}`,
      "Each works once.",
      "",
      text,
      "",
    ];
    saveFile(new Blob([lines.join("\n")], { type: "text/plain" }), "foothold-recovery-codes.txt");
  };
  return (
    <div className="recovery-codes">
      <Notice tone="good" title="Your recovery codes">
        <p>
          Keep them where you would look without your phone. Each lets you in once in place of a
          code of the app. They are shown this once.
        </p>
        <textarea
          ref={box}
          readOnly
          className="input recovery-codes__list"
          aria-label="Your recovery codes"
          rows={codes.length}
          value={text}
        />
        <div className="recovery-codes__ways">
          <Button size="s" onClick={copy}>
            {copied ? <Icon of={checkIcon} /> : <Icon of={copyIcon} />}
            {copied ? "Copied" : "Copy"}
          </Button>
          <Button size="s" onClick={download}>
            <Icon of={downloadIcon} /> Download
          </Button>
          <Button size="s" onClick={() => window.print()}>
            <Icon of={printerIcon} /> Print
          </Button>
          <Button size="s" variant="quiet" onClick={onDone}>
            I have kept them
          </Button>
        </div>
        <p role="status" className="sr-only">
          {copied ? "The codes are copied." : ""}
        </p>
      </Notice>
    </div>
  );
}
