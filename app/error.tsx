"use client";

import { PageError } from "@/components/shell/error-page.tsx";

/** For a page that failed. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="lone-page">
      <PageError error={error} retry={retry} />
    </main>
  );
}
