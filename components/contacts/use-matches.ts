import { useEffect, useState } from "react";
import { withBase } from "@/lib/base-path.ts";

const debounceMs = 120;

export type Match = { id: number; name: string; note: string };

/** The contacts that fit what was typed so far, debounced; answers to older texts are dropped. */
export function useMatches(query: string): { found: Match[]; pending: boolean } {
  const [state, setState] = useState({ query: "", found: [] as Match[] });
  const text = query.trim();

  useEffect(() => {
    if (text === "") return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const found = await fetchMatches(text, stop.signal);
      if (!stop.signal.aborted) setState({ query: text, found });
    }, debounceMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);

  return { found: text === "" ? [] : state.found, pending: text !== "" && text !== state.query };
}

// Without an answer whom was typed can still be added.
async function fetchMatches(text: string, signal: AbortSignal): Promise<Match[]> {
  try {
    const answer = await fetch(withBase(`/contacts/match?q=${encodeURIComponent(text)}`), {
      signal,
    });
    return answer.ok ? ((await answer.json()) as { matches: Match[] }).matches : [];
  } catch {
    return [];
  }
}
