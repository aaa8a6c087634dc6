"use client";

import "./globals.css";
import { PageError } from "@/components/shell/error-page.tsx";

/** For a failure around every page; it brings its own document. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <main className="lone-page">
          <title>Foothold</title>
          <PageError error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
