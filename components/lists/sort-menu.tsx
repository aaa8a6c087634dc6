"use client";

import { useRouter } from "next/navigation";
import { Icon } from "@/components/ui/icon.tsx";
import { arrowDownUpIcon } from "@/components/ui/icons.ts";
import { type List, type ListFilter, listAddress } from "@/components/ui/list-address.ts";
import { Menu } from "@/components/ui/menu.tsx";

export type SortWords = readonly (readonly [sort: string, up: string, down: string])[];

type Props = {
  list: List;
  filter: ListFilter;
  /** of each sort: its words in either direction */
  words: SortWords;
  direction: "asc" | "desc";
  /** the sorts whose usual direction is down */
  descending: readonly string[];
};

/** Says how a list is sorted, and opens the other ways. */
export function SortMenu({ list, filter, words, direction, descending }: Props) {
  const router = useRouter();
  const wordsOf = (sort: string, dir: "asc" | "desc") => {
    const [, up, down] = words.find(([each]) => each === sort) ?? [];
    return (dir === "desc" ? down : up) ?? "Best match first";
  };
  const items = words.flatMap(([sort]) => {
    const usual = descending.includes(sort) ? ("desc" as const) : ("asc" as const);
    const dirs = sort === filter.sort && direction !== usual ? [usual, direction] : [usual];
    return dirs.map((dir) => ({
      id: `${sort} ${dir}`,
      label: wordsOf(sort, dir),
      action: () => router.push(listAddress(list, filter, { sort, dir }), { scroll: false }),
    }));
  });
  const current = wordsOf(filter.sort, direction);
  return (
    <Menu
      variant="secondary"
      size="s"
      label="Sort"
      name={`Sorted: ${current}`}
      items={items}
      selected={`${filter.sort} ${direction}`}
    >
      <Icon of={arrowDownUpIcon} /> {current}
    </Menu>
  );
}
