import { type List, type ListFilter, listAddress } from "@/components/ui/list-address.ts";
import { LinkTabs } from "@/components/ui/page-header.tsx";
import type { BoardFilter } from "@/lib/lists/layout.ts";

type Props = { list: List; filter: ListFilter & BoardFilter };

/** Shows the same rows as a table or as a board. */
export function LayoutSwitch({ list, filter }: Props) {
  const isBoard = filter.layout === "board";
  return (
    <LinkTabs
      label="Layout"
      items={[
        {
          href: listAddress(list, filter, { layout: undefined }),
          label: "Table",
          current: !isBoard,
        },
        { href: listAddress(list, filter, { layout: "board" }), label: "Board", current: isBoard },
      ]}
    />
  );
}
