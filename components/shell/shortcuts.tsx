"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { loadMenuPanel } from "../ui/menu.tsx";
import type CommandPalette from "./command-palette.tsx";
import { whenIdle } from "./idle.ts";
import { pressKey } from "./keys.ts";
import { noteVisit } from "./recent.ts";

// The next press asks again.
const withoutNetwork = () => {};

// Kept once it is there: a lazy component would suspend at its first opening even then.
let Palette: typeof CommandPalette | undefined;
const loadPalette = async () => {
  Palette = (await import("./command-palette.tsx")).default;
};
const Help = dynamic(() => import("./shortcut-help.tsx"), { ssr: false });

const openFind = "foothold:find";
const isRecord = /^\/(postings|sites|opportunities|contacts|interviews|follow-ups)\/\d+$/;

/** Opens the palette. */
export function askToFind(): void {
  window.dispatchEvent(new Event(openFind));
}

type Props = {
  /** where the person is, who that is, and whether an admin */
  path: string;
  personId?: number;
  admin?: boolean;
};

type Shown = "palette" | "help" | undefined;

function openPalette(show: (what: Shown) => void): void {
  if (Palette) show("palette");
  else loadPalette().then(() => show("palette"), withoutNetwork);
}

/** Listens to the keyboard for the whole app, and holds the palette and the list of keys. */
export function Shortcuts({ path, personId = 0, admin }: Props) {
  const router = useRouter();
  const [shown, setShown] = useState<Shown>();
  const going = useRef(false);

  useEffect(() => {
    const find = () => openPalette(setShown);
    window.addEventListener(openFind, find);
    return () => window.removeEventListener(openFind, find);
  }, []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const done = pressKey(event, going, {
        go: (href) => router.push(href),
        find: () => openPalette(setShown),
        help: () => setShown("help"),
      });
      if (done) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [router]);

  // The first press is to be as quick as the tenth.
  useEffect(
    () =>
      whenIdle(() => {
        Promise.all([loadPalette(), loadMenuPanel()]).catch(withoutNetwork);
      }),
    [],
  );

  useEffect(() => {
    const label = isRecord.test(path) && document.querySelector("main h1")?.textContent;
    if (label) noteVisit(personId, { href: path, label });
  }, [path, personId]);

  const close = () => setShown(undefined);
  return (
    <>
      {shown === "palette" && Palette && (
        <Palette onClose={close} admin={admin} personId={personId} />
      )}
      {shown === "help" && <Help onClose={close} />}
    </>
  );
}
