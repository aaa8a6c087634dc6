"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { pressKey } from "./keys.ts";

const Palette = dynamic(() => import("./command-palette.tsx"), { ssr: false });
const Help = dynamic(() => import("./shortcut-help.tsx"), { ssr: false });

const openFind = "foothold:find";

/** Opens the palette. */
export function askToFind(): void {
  window.dispatchEvent(new Event(openFind));
}

/** Listens to the keyboard for the whole app, and holds the palette and the list of keys. */
export function Shortcuts() {
  const router = useRouter();
  const [shown, setShown] = useState<"palette" | "help">();
  const going = useRef(false);

  useEffect(() => {
    const find = () => setShown("palette");
    window.addEventListener(openFind, find);
    return () => window.removeEventListener(openFind, find);
  }, []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const done = pressKey(event, going, {
        go: (href) => router.push(href),
        find: () => setShown("palette"),
        help: () => setShown("help"),
      });
      if (done) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [router]);

  const close = () => setShown(undefined);
  return (
    <>
      {shown === "palette" && <Palette onClose={close} />}
      {shown === "help" && <Help onClose={close} />}
    </>
  );
}
