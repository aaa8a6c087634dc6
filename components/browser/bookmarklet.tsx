"use client";

import { useEffect, useRef, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button.tsx";
import { basePath, withBase } from "@/lib/base-path.ts";

const byMouse = "Drag it to your bookmarks bar. Then press it on the page of a posting.";
const byTouch =
  "Copy its address. Then bookmark any page, edit that bookmark, and paste this as its address. On the page of a posting, type the bookmark’s name into the address bar and choose it.";
/** What a press on it says: nothing can be dragged where there is no mouse. */
const how = () => (matchMedia("(hover: none)").matches ? byTouch : byMouse);

/** The bookmark to drag or copy. Its address is code, which React sets on no link: it is set by hand. */
export function Bookmarklet({ code }: { code: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  const [message, setMessage] = useState("");

  useEffect(() => link.current?.setAttribute("href", addressOf(code)), [code]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(addressOf(code));
      setMessage("Copied. Add a bookmark and paste this as its address.");
    } catch {
      setMessage(
        "Your browser allows no copying here. Hold the bookmark, and choose to copy its link.",
      );
    }
  };
  return (
    <>
      <p className="bookmarklet">
        {/* A click would run nothing here, by the page's own policy: it says what to do instead. */}
        <a
          ref={link}
          href={withBase("/settings/browser")}
          className={buttonClass({})}
          onClick={(event) => {
            event.preventDefault();
            setMessage(how());
          }}
        >
          Save to Foothold
        </a>{" "}
        <Button variant="quiet" onClick={copy}>
          Copy its address
        </Button>
      </p>
      <p role="status">
        {message || (
          <>
            <span className="with-mouse">{byMouse}</span>
            <span className="with-touch">{byTouch}</span>
          </>
        )}
      </p>
    </>
  );
}

const addressOf = (code: string) =>
  `javascript:void${encodeURIComponent(code.replace("__FOOTHOLD__", location.origin + basePath))}`;
