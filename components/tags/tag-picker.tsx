"use client";

import { type KeyboardEvent, useEffect, useState } from "react";
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from "react-aria-components";
import { Icon } from "@/components/ui/icon.tsx";
import { plusIcon } from "@/components/ui/icons.ts";
import { withBase } from "@/lib/base-path.ts";
import { maxTagName, type Tag } from "@/lib/tags/values.ts";
import { TagDot } from "./tag-chips.tsx";

type Props = {
  /** the ids of tags that are chosen already */
  taken?: readonly number[];
  /** whether a name that there is not yet can be chosen */
  canAdd?: boolean;
  onChoose: (chosen: { id?: number; name: string }) => void;
  onClose: () => void;
  /** Backspace in the empty field */
  onBack?: () => void;
};

const keepForm = () => {};
const sameText = new Intl.Collator(undefined, { sensitivity: "accent" });

/** Finds one of the person's tags while its name is typed, or takes a new name. Stays open for the next. */
export default function TagPicker({ taken = [], canAdd = true, ...props }: Props) {
  const { onChoose, onClose, onBack } = props;
  const [query, setQuery] = useState("");
  const [round, setRound] = useState(0);
  const { tags, pending } = useTags();
  const typed = query.trim();
  const part = typed.toLowerCase();
  const found = tags.filter(
    ({ id, name }) => !taken.includes(id) && name.toLowerCase().includes(part),
  );
  const isKnown = tags.some(({ name }) => sameText.compare(name, typed) === 0);
  const rows: Row[] = [
    ...found.map((tag) => ({ key: String(tag.id), ...tag })),
    ...(canAdd && typed && !pending && !isKnown ? [{ key: "new", name: typed }] : []),
  ];
  const choose = (key: unknown) => {
    const tag = found.find(({ id }) => id === Number(key));
    if (tag) onChoose({ id: tag.id, name: tag.name });
    else if (key === "new") onChoose({ name: typed });
    setQuery("");
    setRound(round + 1);
  };
  const press = (event: KeyboardEvent) => {
    if (query !== "") return;
    if (event.key === "Backspace") onBack?.();
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div className="tag-picker" onKeyDownCapture={press}>
      {/* Each choice begins anew: else the field would go on naming an option that is gone. */}
      <Autocomplete key={round} inputValue={query} onInputChange={setQuery}>
        {/* Enter chooses a tag; with a handler it does not send a form around it as well. */}
        <SearchField aria-label="Name of a tag" onSubmit={keepForm}>
          <Input
            // The pattern for a field that leads a list: the focus stays here while the arrows move through the list.
            role="combobox"
            aria-expanded={rows.length > 0}
            className="input"
            placeholder={canAdd ? "Find or add a tag" : "Find a tag"}
            maxLength={maxTagName}
            autoFocus
            data-autofocus
          />
        </SearchField>
        <ListBox
          aria-label="Tags"
          className="menu tag-picker__list"
          items={rows}
          onAction={choose}
          renderEmptyState={() => (pending ? "Loading…" : nothing(typed, canAdd))}
        >
          {({ key, name, hue }) => (
            <ListBoxItem id={key} textValue={name} className="menu-item">
              <span className="tag-option">
                {hue ? <TagDot hue={hue} /> : <Icon of={plusIcon} />}
                {hue ? name : `Add “${name}”`}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  );
}

type Row = { key: string; name: string; hue?: Tag["hue"] };

const nothing = (typed: string, canAdd: boolean) =>
  canAdd ? "Type a name for a tag." : typed ? "No tag with that name." : "You have no tags.";

/** The person's tags by name, fetched once. */
function useTags(): { tags: Tag[]; pending: boolean } {
  const [tags, setTags] = useState<Tag[]>();
  useEffect(() => {
    const stop = new AbortController();
    fetchTags(stop.signal).then((found) => stop.signal.aborted || setTags(found));
    return () => stop.abort();
  }, []);
  return { tags: tags ?? [], pending: tags === undefined };
}

// Without an answer a name can still be added.
async function fetchTags(signal: AbortSignal): Promise<Tag[]> {
  try {
    const answer = await fetch(withBase("/api/tag/?ordering=name"), { signal });
    return answer.ok ? ((await answer.json()) as Tag[]) : [];
  } catch {
    return [];
  }
}
