"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from "react";
import { Button } from "@/components/ui/button.tsx";
import { HiddenFields } from "@/components/ui/hidden-fields.tsx";
import { withBase } from "@/lib/base-path.ts";
import { pathWithQuery } from "@/lib/urls.ts";

type Query = Record<string, string | undefined>;

type Props = {
  path: string;
  /** what its fields show now, by name; an empty text where nothing is chosen */
  values: Record<string, string>;
  /** the rest of the address, which a choice keeps */
  keep?: Query;
  className?: string;
  children: ReactNode;
};

const typingMs = 700;

/**
 * Asks a report for something else by its address. A choice applies by itself: one by the pointer at once, typed
 * digits of a day when they rest. Without scripts it is a form with a button.
 */
export function AddressForm({ path, values, keep = {}, className = "", children }: Props) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typing = useRef(false);
  const shown = JSON.stringify(values);

  // The answer may be another than what was asked for, and so may be the page that Back leads to.
  useEffect(() => {
    if (form.current) showValues(form.current, JSON.parse(shown));
  }, [shown]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const go = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!form.current) return;
    const asked = Object.fromEntries(
      [...new FormData(form.current)].map(([name, value]) => [name, String(value)]),
    );
    if (isSame(asked, JSON.parse(shown))) return;
    start(() => router.push(pathWithQuery(path, asked), { scroll: false }));
  };

  const change = ({ target }: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!(target instanceof HTMLInputElement) || target.type !== "date") return go();
    if (!isComplete(target.value)) return;
    if (typing.current) timer.current = setTimeout(go, typingMs);
    else go();
  };

  return (
    <form
      ref={form}
      action={withBase(path)}
      className={className}
      aria-busy={pending}
      onChange={change}
      onKeyDown={() => {
        typing.current = true;
      }}
      onPointerDown={() => {
        typing.current = false;
      }}
      onBlur={() => timer.current && go()}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      {children}
      <HiddenFields values={keep} />
      <noscript>
        <Button type="submit" size="s">
          Show
        </Button>
      </noscript>
    </form>
  );
}

// While a year is typed, its first digits make dates too.
const isComplete = (day: string) => day === "" || day > "1900";

const isSame = (asked: Query, shown: Record<string, string>) =>
  Object.entries(shown).every(([name, value]) => (asked[name] ?? "") === value);

function showValues(form: HTMLFormElement, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === "checkbox") {
      field.checked = field.value === value;
    } else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      if (field.value !== value) field.value = value;
    }
  }
}
