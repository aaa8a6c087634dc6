"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { withBase } from "@/lib/base-path.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { HiddenFields } from "./hidden-fields.tsx";
import { Icon } from "./icon.tsx";
import { searchIcon, xIcon } from "./icons.ts";

type Props = {
  /** the list's own path */
  action: string;
  /** names the box */
  label: string;
  q: string;
  /** the rest of the address, which a search keeps */
  keep?: Record<string, string | undefined>;
};

const debounceMs = 200;

/**
 * Searches a list by its address while someone types; `/` leads here. The address is replaced, so that Back leaves
 * the list and not the last letter. Without scripts it is a form.
 */
export function SearchBox({ action, label, q, keep = {} }: Props) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What was asked for last: the answer is `q`, once it is there.
  const asked = useRef(q);

  const search = () => {
    clearTimeout(timer.current);
    const words = input.current?.value.trim() ?? "";
    if (words === asked.current) return;
    asked.current = words;
    const address = pathWithQuery(action, { ...keep, q: words });
    start(() => router.replace(address, { scroll: false }));
  };

  const searchSoon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(search, debounceMs);
  };

  const clear = () => {
    if (!input.current) return;
    input.current.value = "";
    input.current.focus();
    search();
  };

  // A link or the Back button has changed the search.
  useEffect(() => {
    if (pending || q === asked.current || !input.current) return;
    asked.current = q;
    input.current.value = q;
  }, [q, pending]);

  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <search className="search-box" aria-busy={pending}>
      <form
        action={withBase(action)}
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <Icon of={searchIcon} className="search-box__icon" />
        <input
          ref={input}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          aria-label={label}
          placeholder="Search"
          onChange={searchSoon}
        />
        <button
          type="button"
          className="search-box__clear"
          aria-label="Clear the search"
          onClick={clear}
        >
          <Icon of={xIcon} />
        </button>
        <HiddenFields values={keep} />
      </form>
    </search>
  );
}
