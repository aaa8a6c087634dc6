"use client";

import { useState } from "react";
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from "react-aria-components";
import { Icon } from "@/components/ui/icon.tsx";
import { plusIcon, userRoundIcon } from "@/components/ui/icons.ts";
import { maxTypedName } from "@/lib/contacts/values.ts";
import { useMatches } from "./use-matches.ts";

type Props = {
  onChoose: (chosen: { id?: number; typed?: string; name: string }) => void;
  onClose: () => void;
};

const keepForm = () => {};

/** Finds a contact by a name or an e-mail address while it is typed, or adds whom was typed. */
export default function PersonPicker({ onChoose, onClose }: Props) {
  const [query, setQuery] = useState("");
  const { found, pending } = useMatches(query);
  const typed = query.trim();
  const choose = (key: unknown) => {
    const person = found.find(({ id }) => id === Number(key));
    if (key === "new") onChoose({ typed, name: typed });
    else if (person) onChoose({ id: person.id, name: person.name });
  };
  const rows = [
    ...found.map(({ id, name, note }) => ({ key: String(id), icon: userRoundIcon, name, note })),
    ...(typed && !pending
      ? [{ key: "new", icon: plusIcon, name: `Add “${typed}”`, note: "as a new contact" }]
      : []),
  ];
  return (
    <div
      className="person-picker"
      onKeyDownCapture={(event) => {
        if (event.key !== "Escape" || query !== "") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        {/* Enter chooses a person; with a handler it does not send a form around it as well. */}
        <SearchField aria-label="Name or e-mail address" onSubmit={keepForm}>
          <Input
            // The pattern for a field that leads a list: the focus stays here while the arrows move through the list.
            role="combobox"
            aria-expanded={rows.length > 0}
            className="input"
            placeholder="A name or an e-mail address"
            maxLength={maxTypedName}
            autoFocus
          />
        </SearchField>
        <ListBox
          aria-label="People"
          className="menu person-picker__list"
          items={rows}
          onAction={choose}
          renderEmptyState={() => (pending ? "Searching…" : "")}
        >
          {({ key, icon, name, note }) => (
            <ListBoxItem id={key} textValue={name} className="menu-item">
              <Icon of={icon} />
              <span className="person-picker__name">{name}</span>
              {note && <span className="person-picker__note">{note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  );
}
