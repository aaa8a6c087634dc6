import Form from "next/form";
import { HiddenFields } from "./hidden-fields.tsx";
import { Icon } from "./icon.tsx";
import { searchIcon } from "./icons.ts";

type Props = {
  /** the list's own path */
  action: string;
  /** names the box */
  label: string;
  q: string;
  /** the rest of the address, which a search keeps */
  keep?: Record<string, string | undefined>;
};

/** Searches a list by its address; `/` leads here. */
export function SearchBox({ action, label, q, keep = {} }: Props) {
  return (
    <Form action={action} role="search" className="search-box">
      <Icon of={searchIcon} />
      <input
        type="search"
        name="q"
        key={q}
        defaultValue={q}
        aria-label={label}
        placeholder={label}
      />
      <HiddenFields values={keep} />
    </Form>
  );
}
