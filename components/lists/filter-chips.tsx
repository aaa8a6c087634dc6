import { Icon } from "@/components/ui/icon.tsx";
import { xIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { type List, type ListFilter, listAddress } from "@/components/ui/list-address.ts";
import { type FilterField, setFields } from "./filter-field.ts";

type Props = { list: List; filter: ListFilter; fields: readonly FilterField[] };

/** The filters that are set, in words, each a link that removes it. On paper and on a phone they are one line. */
export function FilterChips({ list, filter, fields }: Props) {
  const set = setFields(fields);
  const without = (names: readonly FilterField[]) =>
    listAddress(list, filter, Object.fromEntries(names.map(({ name }) => [name, undefined])));
  if (set.length === 0) return null;
  return (
    <>
      <ul className="filter-chips" aria-label="Filters that are set">
        {set.map((field) => (
          <li key={field.name}>
            <Link href={without([field])} className="filter-chip" scroll={false}>
              <span className="sr-only">Remove the filter: </span>
              {field.words}
              <Icon of={xIcon} />
            </Link>
          </li>
        ))}
        {set.length > 1 && (
          <li>
            <Link href={without(set)} className="filter-chips__clear" scroll={false}>
              Clear all
            </Link>
          </li>
        )}
      </ul>
      <p className="filter-words" aria-hidden>
        {set.map(({ words }) => words).join(" · ")}
      </p>
    </>
  );
}
