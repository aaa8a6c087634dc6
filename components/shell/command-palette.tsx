"use client";

import { Menu } from "@heroui/react/menu";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Autocomplete, Input, SearchField } from "react-aria-components";
import { searchIcon } from "@/components/ui/icons.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Excerpt, Highlight } from "../ui/highlight.tsx";
import { Icon } from "../ui/icon.tsx";
import { dailyPlaces, morePlaces } from "./places.ts";
import type { SearchGroup, SearchItem } from "./search-groups.ts";

/** Finds any posting, site, opportunity, place or command by typing, with the arrows and Enter. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [query, setQuery] = useState("");
  const { found, pending } = useSearch(query);
  const words = query.trim();
  const all = { href: pathWithQuery("/search", { q: words }), label: `All that says “${words}”` };
  const groups: SearchGroup[] = [
    ...found,
    { title: "All", items: found.some(({ items }) => items.length > 0) ? [all] : [] },
    ...matching(query),
  ].filter(({ items }) => items.length > 0);

  const go = (id: unknown) => {
    onClose();
    router.push(String(id).replace(/^.*?:/, ""));
  };

  return (
    <Dialog open onClose={onClose} title="Find anything" wide bare>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField aria-label="Find anything" className="palette__search">
          <Icon of={searchIcon} />
          <Input data-autofocus placeholder="A company, a title, words of a note, a place…" />
        </SearchField>
        <Menu
          aria-label="What was found"
          className="palette__list"
          onAction={go}
          renderEmptyState={() => (pending ? "Looking…" : `Nothing says “${words}”.`)}
        >
          {groups.map(({ title, items }) => (
            <Menu.Section key={title} aria-label={title} className="palette__group">
              {items.map(({ href, label, labelParts, note, excerpt }) => (
                <Menu.Item key={href} id={`${title}:${href}`} textValue={label}>
                  <span className="palette__label">
                    {labelParts ? <Highlight text={labelParts} /> : label}
                  </span>
                  <span className="palette__note">{note ?? title}</span>
                  <Excerpt text={excerpt} />
                </Menu.Item>
              ))}
            </Menu.Section>
          ))}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}

const commands: SearchItem[] = [
  { href: "/postings/new", label: "Add a posting" },
  { href: "/sites/new", label: "Add a site" },
  { href: "/opportunities/new", label: "Add an opportunity" },
  { href: "/import", label: "Bring in a spreadsheet" },
];

/** The commands and places whose words fit what was typed; all of them where nothing was. */
function matching(query: string): SearchGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ label }: SearchItem) => words.every((word) => label.toLowerCase().includes(word));
  return [
    { title: "Do", items: commands.filter(fits) },
    { title: "Go to", items: [...dailyPlaces, ...morePlaces].filter(fits) },
  ];
}

/** The server's results for a text, debounced; answers to older texts are dropped. */
function useSearch(query: string): { found: SearchGroup[]; pending: boolean } {
  const [state, setState] = useState({ query: "", found: [] as SearchGroup[] });
  const text = query.trim();

  useEffect(() => {
    if (text === "") return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const found = await fetchGroups(text, stop.signal);
      if (!stop.signal.aborted) setState({ query: text, found });
    }, 120);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);

  return { found: text === "" ? [] : state.found, pending: text !== state.query };
}

async function fetchGroups(text: string, signal: AbortSignal): Promise<SearchGroup[]> {
  try {
    const answer = await fetch(`/find?q=${encodeURIComponent(text)}`, { signal });
    if (!answer.ok) return [];
    const body: { groups: SearchGroup[] } = await answer.json();
    return body.groups;
  } catch {
    return [];
  }
}
