"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, startTransition, useState } from "react";
import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from "react-aria-components";
import { clearDrafts } from "@/components/forms/drafts.ts";
import { historyIcon, type IconShape, searchIcon } from "@/components/ui/icons.ts";
import { signOut } from "@/lib/accounts/auth/actions.ts";
import { saveColorMode } from "@/lib/accounts/users/actions.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { askToFollowUp } from "../follow-ups/ask.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { type Act, addPostingAt, type Command, matchingCommands } from "./palette-commands.ts";
import { CommandRow, ResultRow } from "./palette-rows.tsx";
import { placeIcons } from "./places.ts";
import { recentVisits } from "./recent.ts";
import type { SearchItem } from "./search-groups.ts";
import { useSearch } from "./use-search.ts";

type Row = { id: string; text: string; href?: string; act?: Act; shown: ReactNode };
type Group = { title: string; rows: Row[] };

type Props = {
  onClose: () => void;
  /** whether the places of admins are found */
  admin?: boolean;
  /** whose records were opened last */
  personId: number;
};

/** Finds any posting, site, opportunity, page or command by typing, with the arrows and Enter. */
export default function CommandPalette({ onClose, admin = false, personId }: Props) {
  const router = useRouter();
  const [query, setQuery] = useState("");
  const { found, pending } = useSearch(query);
  const words = query.trim();
  const some = found.some(({ items }) => items.length > 0);
  const commands = matchingCommands(query, admin);
  const groups: Group[] = [
    { title: "Recent", rows: words === "" ? recent(personId) : [] },
    ...found.map(({ kind, title, items }) => ({
      title,
      rows: items.map((item) => resultRow(item, placeIcons[kind])),
    })),
    ...commands.map(({ title, items }) => ({ title, rows: items.map(commandRow) })),
    { title: "More", rows: words === "" || pending ? [] : more(words, some) },
  ].filter(({ rows }) => rows.length > 0);

  const go = (id: unknown) => {
    const row = groups.flatMap(({ rows }) => rows).find((each) => each.id === id);
    onClose();
    if (row?.href) router.push(row.href);
    if (row?.act) act(row.act);
  };

  return (
    <Dialog open onClose={onClose} title="Find anything" wide bare>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField aria-label="Find anything" className="palette__search">
          <Icon of={searchIcon} />
          <Input
            // The pattern for a field that leads a list: the focus stays here while the arrows move and scroll the list.
            role="combobox"
            aria-expanded
            data-autofocus
            placeholder="A company, a title, a word from a note, a page…"
          />
        </SearchField>
        <ListBox
          aria-label="Results"
          className="menu palette__list"
          onAction={go}
          renderEmptyState={() => (pending ? "Searching…" : "Nothing found")}
        >
          {groups.map(({ title, rows }) => (
            <ListBoxSection key={title} className="palette__group">
              <Header className="palette__heading">{title}</Header>
              {rows.map(({ id, text, shown }) => (
                <ListBoxItem key={id} id={id} textValue={text} className="menu-item">
                  {shown}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
}

const commandRow = (command: Command): Row => ({
  id: `${command.label}:${command.href}`,
  text: command.label,
  href: command.href,
  act: command.act,
  shown: <CommandRow {...command} />,
});

const resultRow = (item: SearchItem, icon: IconShape): Row => ({
  id: item.href,
  text: item.label,
  href: item.href,
  shown: <ResultRow {...item} icon={icon} />,
});

const recent = (personId: number) =>
  recentVisits(personId).map(({ href, label }) => commandRow({ label, href, icon: historyIcon }));

// What can be done with words of which nothing, or not enough, was found.
const more = (words: string, some: boolean) => {
  const all = { label: `All results for “${words}”`, icon: searchIcon };
  return [
    ...(some ? [commandRow({ ...all, href: pathWithQuery("/search", { q: words }) })] : []),
    commandRow(addPostingAt(words)),
  ];
};

function act(what: Act): void {
  if (what === "follow up") {
    askToFollowUp();
    return;
  }
  if (what === "sign out") {
    clearDrafts();
    startTransition(signOut);
    return;
  }
  const form = new FormData();
  form.set("color_mode", what);
  document.documentElement.dataset.theme = what;
  startTransition(async () => {
    await saveColorMode({}, form);
  });
}
