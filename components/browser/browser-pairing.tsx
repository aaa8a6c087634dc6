"use client";

import { useEffect, useState } from "react";
import { tried } from "@/components/ui/tried.ts";
import { connectBrowser } from "@/lib/accounts/personal-tokens/actions.ts";

const failure = "Foothold could not be reached. Try again.";

/** Gives the extension a token when it asks for one, which it does once its person has agreed. */
export function BrowserPairing() {
  const [ready, setReady] = useState(false);
  const [message, setMessage] = useState("");

  useEffect(() => {
    let asked = false;
    const answer = async () => {
      if (asked) return;
      asked = true;
      const made = await tried(connectBrowser, failure);
      asked = false;
      const said = made?.message ?? failure;
      // Not written into the page, where it would stay. A text, since the extension lives in another world of objects.
      const detail = JSON.stringify({ token: made?.done ?? "", message: said });
      document.dispatchEvent(new CustomEvent("foothold:connected", { detail }));
      setMessage(said);
    };
    document.addEventListener("foothold:connect", answer);
    setReady(true);
    return () => document.removeEventListener("foothold:connect", answer);
  }, []);

  return (
    <div data-foothold-connect={ready ? "ready" : undefined}>
      <p>
        <b>Press the Foothold icon now</b>, on this page, and choose Connect. This browser gets a
        token that can add postings and nothing else. Revoke it under Tokens to disconnect it. No
        icon yet? Foothold’s README says how to install the extension.
      </p>
      <p role="status">{message}</p>
    </div>
  );
}
