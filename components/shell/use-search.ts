import { useEffect, useState } from "react";
import { withBase } from "@/lib/base-path.ts";
import type { SearchGroup } from "./search-groups.ts";

const debounceMs = 120;

/** The server's results for a text, debounced; answers to older texts are dropped. */
export function useSearch(query: string): { found: SearchGroup[]; pending: boolean } {
  const [state, setState] = useState({ query: "", found: [] as SearchGroup[] });
  const text = query.trim();

  useEffect(() => {
    if (text === "") return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const found = await fetchGroups(text, stop.signal);
      if (!stop.signal.aborted) setState({ query: text, found });
    }, debounceMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);

  return { found: text === "" ? [] : state.found, pending: text !== "" && text !== state.query };
}

async function fetchGroups(text: string, signal: AbortSignal): Promise<SearchGroup[]> {
  try {
    const answer = await fetch(withBase(`/find?q=${encodeURIComponent(text)}`), { signal });
    if (!answer.ok) return [];
    const body: { groups: SearchGroup[] } = await answer.json();
    return body.groups;
  } catch {
    return [];
  }
}
