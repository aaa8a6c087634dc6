"use client";

import { Menu } from "@heroui/react/menu";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Autocomplete, Input, SearchField } from "react-aria-components";
import { Dialog } from "../ui/dialog.tsx";
import { matching, useFound } from "./palette-items.ts";

/** Finds any posting, site, opportunity, place or command by typing, with the arrows and Enter. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [query, setQuery] = useState("");
  const { found, pending } = useFound(query);
  const groups = [...found, ...matching(query)].filter(({ items }) => items.length > 0);

  const go = (id: unknown) => {
    onClose();
    router.push(String(id).replace(/^.*?:/, ""));
  };

  return (
    <Dialog open onClose={onClose} title="Find anything" wide bare>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField aria-label="Find anything" className="palette__search">
          <Search aria-hidden />
          <Input data-autofocus placeholder="A company, a title, a site, a place…" />
        </SearchField>
        <Menu
          aria-label="What was found"
          className="palette__list"
          onAction={go}
          renderEmptyState={() => (pending ? "Looking…" : `Nothing is called “${query.trim()}”.`)}
        >
          {groups.map(({ title, items }) => (
            <Menu.Section key={title} aria-label={title} className="palette__group">
              {items.map(({ href, label, note }) => (
                <Menu.Item key={href} id={`${title}:${href}`} textValue={label}>
                  <span className="palette__label">{label}</span>
                  <span className="palette__note">{note ?? title}</span>
                </Menu.Item>
              ))}
            </Menu.Section>
          ))}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}
