"use client";

import { CloudOff } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";

const digestOf = (error: unknown) =>
  typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : "";

/** Says that a page failed, with the number under which the log has it, and a way on. */
export function Troubled({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = digestOf(error);
  return (
    <>
      <h1 className="sr-only">This page did not work</h1>
      <Empty
        icon={CloudOff}
        title="This page did not work"
        actions={
          <>
            <Button variant="primary" onClick={retry}>
              Try again
            </Button>
            {/* A whole load, since whatever failed may be in memory. */}
            <a className="button button--outline" href="/dashboard">
              Go to Today
            </a>
          </>
        }
      >
        <p>Nothing you saved is lost. What you typed is kept in this browser.</p>
        {digest && <p>In the log it is number {digest}.</p>}
      </Empty>
    </>
  );
}
