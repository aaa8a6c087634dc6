"use client";

import { useEffect, useState } from "react";
import type { TextPart } from "@/lib/search/snippet.ts";
import { dailyPlaces, morePlaces } from "./places.ts";

export type FoundItem = {
  href: string;
  label: string;
  note?: string;
  /** the label with what was searched for marked in it */
  name?: TextPart[];
  /** the note likewise */
  noted?: TextPart[];
  /** a line of what it says, where its name alone does not show why it was found */
  line?: TextPart[];
};
export type FoundGroup = { title: string; items: FoundItem[] };

const commands: FoundItem[] = [
  { href: "/postings/new", label: "Add a posting" },
  { href: "/sites/new", label: "Add a site" },
  { href: "/opportunities/new", label: "Add an opportunity" },
  { href: "/import", label: "Bring in a spreadsheet" },
];

/** The commands and places whose words fit what was typed; all of them where nothing was. */
export function matching(query: string): FoundGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ label }: FoundItem) => words.every((word) => label.toLowerCase().includes(word));
  const places = [...dailyPlaces, ...morePlaces].map(({ href, label }) => ({ href, label }));
  return [
    { title: "Do", items: commands.filter(fits) },
    { title: "Go to", items: places.filter(fits) },
  ];
}

/** What the server finds for a text, a moment after the typing rests; older answers are dropped. */
export function useFound(query: string): { found: FoundGroup[]; pending: boolean } {
  const [state, setState] = useState<{ query: string; found: FoundGroup[] }>({
    query: "",
    found: [],
  });
  const text = query.trim();

  useEffect(() => {
    if (text === "") return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const found = await fetchFound(text, stop.signal);
      if (!stop.signal.aborted) setState({ query: text, found });
    }, 120);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);

  return { found: text === "" ? [] : state.found, pending: text !== state.query };
}

async function fetchFound(text: string, signal: AbortSignal): Promise<FoundGroup[]> {
  try {
    const answer = await fetch(`/find?q=${encodeURIComponent(text)}`, { signal });
    if (!answer.ok) return [];
    const body: { groups: FoundGroup[] } = await answer.json();
    return body.groups;
  } catch {
    return [];
  }
}
