"use client";

import { Troubled } from "@/components/shell/troubled.tsx";

/** For a page that failed. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="lone-page">
      <Troubled error={error} retry={retry} />
    </main>
  );
}
