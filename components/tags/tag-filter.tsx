"use client";

import { useRouter } from "next/navigation";
import { Icon } from "@/components/ui/icon.tsx";
import { tagIcon, xIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { type List, type ListFilter, listAddress } from "@/components/ui/list-address.ts";
import { Menu } from "@/components/ui/menu.tsx";
import type { TagFilter } from "@/lib/tags/schema.ts";
import type { Tag } from "@/lib/tags/values.ts";
import { TagDot } from "./tag-chips.tsx";

type Props<Filter> = {
  list: List;
  filter: Filter;
  /** all tags of the person, by name */
  tags: readonly Tag[];
};

type Side = keyof TagFilter;

const words: Record<Side, string> = { tag: "Tag:", not_tag: "Not tagged" };
const groups: Record<Side, string> = { tag: "Tagged", not_tag: "Not tagged" };
const sides: readonly Side[] = ["tag", "not_tag"];

/** The tags that a list is narrowed by, each with a way out, and a menu that adds one. */
export function TagFilterBar<Filter extends ListFilter & TagFilter>(props: Props<Filter>) {
  const { list, filter, tags } = props;
  const router = useRouter();
  const set = (side: Side, ids: number[]) =>
    listAddress(list, filter, { [side]: ids.length > 0 ? ids : undefined } as Partial<Filter>);
  const chosen = sides.flatMap((side) =>
    (filter[side] ?? []).flatMap((id) => {
      const found = tags.find((tag) => tag.id === id);
      return found ? [{ side, ...found }] : [];
    }),
  );
  const free = tags.filter(({ id }) => !chosen.some((each) => each.id === id));
  if (tags.length === 0) return null;
  return (
    <div className="tag-filter">
      {chosen.map(({ side, id, name, hue }) => (
        <Link
          key={`${side} ${id}`}
          className="chip"
          aria-label={`${words[side]} ${name}, remove this filter`}
          href={set(side, filter[side]?.filter((each) => each !== id) ?? [])}
          scroll={false}
        >
          {words[side]} <TagDot hue={hue} />
          <b className="tag-filter__name">{name}</b>
          <Icon of={xIcon} />
        </Link>
      ))}
      {free.length > 0 && (
        <Menu
          variant="quiet"
          size="s"
          label="Filter by a tag"
          items={sides.flatMap((side) =>
            free.map(({ id, name, hue }) => ({
              id: `${side} ${id}`,
              text: name,
              label: (
                <span className="tag-option">
                  <TagDot hue={hue} />
                  {side === "not_tag" && <span className="tag-option__side">Not</span>}
                  {name}
                </span>
              ),
              group: groups[side],
              action: () =>
                router.push(set(side, [...(filter[side] ?? []), id]), { scroll: false }),
            })),
          )}
        >
          <Icon of={tagIcon} /> Tag
        </Menu>
      )}
    </div>
  );
}
