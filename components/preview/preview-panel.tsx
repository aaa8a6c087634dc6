"use client";

import { useEffect, useState } from "react";
import { Button, LinkButton } from "@/components/ui/button.tsx";
import { DescriptionList } from "@/components/ui/card.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { xIcon } from "@/components/ui/icons.ts";
import { StatusMark } from "@/components/ui/status-mark.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { withBase, withoutBase } from "@/lib/base-path.ts";
import type { Preview } from "./preview.ts";

export type PanelProps = {
  /** the address of the row */
  href: string;
  /** another row is in hand */
  onMove: (href: string) => void;
  onClose: () => void;
};

type State = { href: string; preview?: Preview; failure?: string };

/** A row of the list, read beside it without leaving it. It follows the row in hand; Escape closes it. */
export default function PreviewPanel({ href, onMove, onClose }: PanelProps) {
  const state = usePreview(href);

  useEffect(() => {
    const control = new AbortController();
    const follow = ({ target }: FocusEvent) => {
      const link = target instanceof Element && target.closest("main [data-row-link]");
      if (link) onMove(link.getAttribute("href") ?? href);
    };
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      onClose();
    };
    document.addEventListener("focusin", follow, { signal: control.signal });
    document.addEventListener("keydown", press, { signal: control.signal, capture: true });
    return () => control.abort();
  }, [href, onMove, onClose]);

  const { preview, failure } = state;
  return (
    <aside className="preview" aria-label="Preview">
      <header className="preview__head">
        {preview && <h2>{preview.title}</h2>}
        <Button size="s" icon variant="quiet" aria-label="Close the preview" onClick={onClose}>
          <Icon of={xIcon} />
        </Button>
      </header>
      <div aria-live="polite">
        {failure && <p>{failure}</p>}
        {preview && (
          <>
            <p className="preview__lead">{preview.lead}</p>
            <StatusMark kind={preview.status.hue}>{preview.status.label}</StatusMark>
            <DescriptionList
              items={preview.facts.map(([name, value]) => [
                name,
                typeof value === "string" ? (
                  value
                ) : (
                  <DateText key={name} iso={value[0]} words={value[1]} />
                ),
              ])}
            />
            {preview.text && (
              <p className="preview__text">
                {preview.text}
                {preview.isCut && "…"}
              </p>
            )}
            <LinkButton href={href} size="s">
              Open
            </LinkButton>
          </>
        )}
      </div>
    </aside>
  );
}

/** The preview of a row; the one before stays until it is there. */
function usePreview(href: string): State {
  const [state, setState] = useState<State>({ href: "" });
  useEffect(() => {
    const stop = new AbortController();
    fetchPreview(href, stop.signal).then((answer) => {
      if (!stop.signal.aborted) setState({ href, ...answer });
    });
    return () => stop.abort();
  }, [href]);
  return state;
}

const unanswered = "Foothold did not answer. Try again in a moment.";

async function fetchPreview(href: string, signal: AbortSignal): Promise<Omit<State, "href">> {
  try {
    const path = encodeURIComponent(withoutBase(href.split("?")[0] ?? ""));
    const answer = await fetch(withBase(`/preview?of=${path}`), { signal });
    if (answer.ok) return { preview: (await answer.json()) as Preview };
    if (answer.status === 404) return { failure: "This is no longer there." };
    if (answer.status === 401) return { failure: "You are signed out. Sign in, then try again." };
    return { failure: unanswered };
  } catch {
    return { failure: unanswered };
  }
}
