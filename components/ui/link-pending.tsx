"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: marks it from the press until the answer is there. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return <span hidden data-waiting={pending || undefined} />;
}
