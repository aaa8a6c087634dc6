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
        token that can add postings and nothing else. Revoke it under Tokens to disconnect it.
      </p>
      <details className="install-extension">
        <summary>No icon yet? Install the extension</summary>
        <InstallSteps />
      </details>
      <p role="status">{message}</p>
    </div>
  );
}

/** How the extension gets into a browser, as long as no store has it. */
function InstallSteps() {
  return (
    <>
      <p className="with-touch">
        Most browsers on phones and tablets can’t install it. Share a page to Foothold instead, or
        use the bookmark below.
      </p>
      <p>
        <b>Chrome, Edge, Brave</b>
      </p>
      <ol>
        <li>
          Download <code>foothold-chrome.zip</code> from the release of Foothold that runs here, and
          unpack it where it can stay.
        </li>
        <li>
          Open <code>chrome://extensions</code> and turn on <b>Developer mode</b>.
        </li>
        <li>
          Press <b>Load unpacked</b> and choose the folder. Then pin the icon next to the address
          bar.
        </li>
      </ol>
      <p>
        <b>Firefox</b>
      </p>
      <ol>
        <li>
          Download <code>foothold-firefox.zip</code> from the release.
        </li>
        <li>
          Open <code>about:debugging#/runtime/this-firefox</code>, press{" "}
          <b>Load Temporary Add-on</b> and choose the file. Firefox forgets it when it is closed.
        </li>
      </ol>
      <p>
        If you run Foothold from its source, <code>npm run extension</code> builds both files.
      </p>
    </>
  );
}
