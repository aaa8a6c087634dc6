"use client";

import { type ComponentType, useEffect, useState } from "react";
import { onPreviewAsked } from "./ask.ts";
import type { PanelProps } from "./preview-panel.tsx";

// The next press asks again.
const withoutNetwork = () => {};

/** Shows a row of the list beside it, where the space bar asks for that; its code is fetched then. */
export function PreviewKeeper() {
  const [href, setHref] = useState<string>();
  const [Panel, setPanel] = useState<ComponentType<PanelProps>>();

  useEffect(() => {
    const control = new AbortController();
    onPreviewAsked((asked) => {
      setHref((shown) => (shown === asked ? undefined : asked));
      import("./preview-panel.tsx").then((made) => setPanel(() => made.default), withoutNetwork);
    }, control.signal);
    return () => control.abort();
  }, []);

  return href && Panel && <Panel href={href} onMove={setHref} onClose={() => setHref(undefined)} />;
}
