"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button.tsx";
import { HiddenFields } from "@/components/ui/hidden-fields.tsx";
import {
  type List,
  type ListFilter,
  listAddress,
  searchFields,
} from "@/components/ui/list-address.ts";
import { withBase } from "@/lib/base-path.ts";
import type { BoardFilter, CardOrder, Grouping } from "@/lib/lists/layout.ts";

type Filter = ListFilter & BoardFilter;

type Props = {
  list: List;
  filter: Filter;
  /** what the columns can be of, and the cards be ordered by, in words */
  groupings: readonly (readonly [Grouping, string])[];
  orders: readonly (readonly [CardOrder, string])[];
};

/** What the columns of a board are of, and the order of their cards; each choice is a new address. */
export function BoardChoices({ list, filter, groupings, orders }: Props) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const go = (change: Partial<Filter>) =>
    start(() => router.push(listAddress(list, filter, change), { scroll: false }));
  const { q } = filter;
  const kept = { ...searchFields(list, filter), q, by: undefined, order: undefined };
  return (
    <form
      action={withBase(list.path)}
      className="board-choices"
      aria-label="Board"
      aria-busy={pending}
    >
      <HiddenFields values={{ ...kept, folded: undefined }} />
      <Choice
        name="by"
        label="Columns"
        value={filter.by ?? "kind"}
        options={groupings}
        onChoose={(by) => go({ by: by === "kind" ? undefined : by, folded: undefined })}
      />
      <Choice
        name="order"
        label="Order"
        value={filter.order ?? "wait"}
        options={orders}
        onChoose={(order) => go({ order: order === "wait" ? undefined : order })}
      />
      <noscript>
        <Button type="submit">Show</Button>
      </noscript>
    </form>
  );
}

type ChoiceProps<Value extends string> = {
  name: string;
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChoose: (value: Value) => void;
};

function Choice<Value extends string>({
  name,
  label,
  value,
  options,
  onChoose,
}: ChoiceProps<Value>) {
  return (
    <select
      name={name}
      aria-label={label}
      className="input select-native"
      value={value}
      onChange={({ target }) => {
        const chosen = options.find(([each]) => each === target.value);
        if (chosen) onChoose(chosen[0]);
      }}
    >
      {options.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
  );
}
