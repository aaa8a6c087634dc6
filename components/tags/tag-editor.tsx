"use client";

import dynamic from "next/dynamic";
import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { plusIcon, xIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { showToast } from "@/components/ui/toasts.ts";
import { tried } from "@/components/ui/tried.ts";
import type { TagsChange } from "@/lib/tags/schema.ts";
import type { Tag } from "@/lib/tags/values.ts";
import { TagDot } from "./tag-chips.tsx";

// Fetched when a tag is to be added.
const TagPicker = dynamic(() => import("./tag-picker.tsx"), { ssr: false });

type Props = {
  /** saves a change of the tags */
  save: (change: TagsChange) => Promise<{ message: string; done?: true }>;
  tags: readonly Tag[];
  /** the list that a tag leads to */
  list: string;
};

/** The tags of a row; each can be taken off, and others put on by typing. */
export function TagEditor({ save, tags, list }: Props) {
  const [adding, setAdding] = useState(false);
  const [said, setSaid] = useState("");
  const [pending, start] = useTransition();
  const box = useRef<HTMLDivElement>(null);
  const focusBack = () =>
    box.current?.querySelector<HTMLElement>("input, [data-add-tag] button")?.focus();

  const change = (what: TagsChange, words: string) =>
    start(async () => {
      const result = await tried(() => save(what));
      if (!result) return;
      if (result.done) setSaid(words);
      else showToast(result.message);
    });
  const remove = ({ id, name }: Tag) => {
    change({ remove: [id] }, `${name} removed`);
    focusBack();
  };
  const close = () => {
    setAdding(false);
    requestAnimationFrame(focusBack);
  };
  const last = tags.at(-1);
  return (
    <div ref={box} className="tag-editor" aria-busy={pending}>
      {tags.length > 0 && (
        <ul className="tag-chips">
          {tags.map((tag) => (
            <li key={tag.id} className="tag-chip tag-chip--removable">
              <TagDot hue={tag.hue} />
              <Link href={`${list}?tag=${tag.id}`} className="tag-chip__name" title={tag.name}>
                {tag.name}
              </Link>
              <button type="button" aria-label={`Remove ${tag.name}`} onClick={() => remove(tag)}>
                <Icon of={xIcon} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <div className="tag-editor__adding">
          <TagPicker
            taken={tags.map(({ id }) => id)}
            onChoose={({ id, name }) => change({ add: [id ?? name] }, `${name} added`)}
            onBack={() => last && remove(last)}
            onClose={close}
          />
          <Button size="s" variant="quiet" onClick={close}>
            Done
          </Button>
        </div>
      ) : (
        <span data-add-tag>
          <Button size="s" variant="quiet" onClick={() => setAdding(true)}>
            <Icon of={plusIcon} /> Add tag
          </Button>
        </span>
      )}
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}
