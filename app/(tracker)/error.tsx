"use client";

import { Troubled } from "@/components/shell/troubled.tsx";

/** For a signed-in page that failed; the shell around it stays. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <Troubled error={error} retry={retry} />;
}
