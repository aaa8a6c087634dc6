"use client";

import { useEffect, useState } from "react";
import { PlainLink } from "@/components/ui/plain-link.tsx";
import { withBase } from "@/lib/base-path.ts";
import { Button } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { cloudOffIcon, compassIcon } from "../ui/icons.ts";

/** Not-found page (404), with links to go on. */
export function PageNotFound() {
  return (
    <>
      <title>Not found · Foothold</title>
      <h1 className="sr-only">Not found</h1>
      <Empty
        icon={compassIcon}
        title="There is nothing at this address"
        next={["/dashboard", "Go to Today"]}
        others={[["/trash", "Look in the trash"]]}
      >
        It may have been deleted, or the address is mistyped.
      </Empty>
    </>
  );
}

const digestOf = (error: unknown) =>
  typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : "";

const retryIntervalMs = 3_000;

/** Error page, with the digest by which the log names the error, and links to go on. */
export function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = digestOf(error);
  const away = useAway();
  return (
    <>
      <h1 className="sr-only">Something went wrong</h1>
      <Empty
        icon={cloudOffIcon}
        title={away ? "Can’t reach your data right now" : "Something went wrong"}
        actions={
          <>
            <Button variant="primary" onClick={retry}>
              Try again
            </Button>
            {/* A full page load, since the failed state may be in memory. */}
            <PlainLink className="button button--outline" href="/dashboard">
              Go to Today
            </PlainLink>
          </>
        }
      >
        {away && <p>This page reloads by itself as soon as it can.</p>}
        <p>Nothing you saved is lost, and what you typed is kept in this browser.</p>
        {digest && !away && <p>Error {digest} in the server’s log.</p>}
      </Empty>
    </>
  );
}

/** Whether the server cannot reach its data; reloads the page once it can. */
function useAway(): boolean {
  const [away, setAway] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let wasAway = false;
    const ask = async () => {
      const status = await fetch(withBase("/api/health/ready")).then(
        (answer) => answer.status,
        () => 0,
      );
      if (status === 200) {
        if (wasAway) window.location.reload();
        return;
      }
      wasAway = true;
      setAway(true);
      timer = setTimeout(ask, retryIntervalMs);
    };
    void ask();
    return () => clearTimeout(timer);
  }, []);
  return away;
}
