"use client";

import { Menu } from "@heroui/react/menu";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Autocomplete, Input, SearchField } from "react-aria-components";
import { searchIcon } from "@/components/ui/icons.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Excerpt, Highlight } from "../ui/highlight.tsx";
import { Icon } from "../ui/icon.tsx";
import { type FoundGroup, matching, useFound } from "./palette-items.ts";

/** Finds any posting, site, opportunity, place or command by typing, with the arrows and Enter. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [query, setQuery] = useState("");
  const { found, pending } = useFound(query);
  const words = query.trim();
  const all = { href: pathWithQuery("/search", { q: words }), label: `All that says “${words}”` };
  const groups: FoundGroup[] = [
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
              {items.map(({ href, label, note, name, line }) => (
                <Menu.Item key={href} id={`${title}:${href}`} textValue={label}>
                  <span className="palette__label">{name ? <Highlight text={name} /> : label}</span>
                  <span className="palette__note">{note ?? title}</span>
                  <Excerpt text={line} />
                </Menu.Item>
              ))}
            </Menu.Section>
          ))}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}
