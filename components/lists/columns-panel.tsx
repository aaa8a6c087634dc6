"use client";

import { Popover } from "@heroui/react/popover";
import { type RefObject, useState } from "react";
import {
  Button as DragButton,
  GridList,
  GridListItem,
  useDragAndDrop,
} from "react-aria-components";
import { Icon } from "@/components/ui/icon.tsx";
import { gripIcon } from "@/components/ui/icons.ts";

type Choice = readonly [name: string, label: string];

type Props = {
  trigger: RefObject<HTMLButtonElement | null>;
  columns: readonly Choice[];
  shown: number;
  dense: boolean;
  onChange: (names: string[], dense: boolean) => void;
  onClose: () => void;
};

/** Moves some of the names before or after another one. */
export function reorder(
  order: readonly Choice[],
  moved: ReadonlySet<unknown>,
  target: { key: unknown; dropPosition: string },
): Choice[] {
  const rest = order.filter(([name]) => !moved.has(name));
  const at = rest.findIndex(([name]) => name === target.key);
  const before = target.dropPosition === "before" ? at : at + 1;
  return [
    ...rest.slice(0, before),
    ...order.filter(([name]) => moved.has(name)),
    ...rest.slice(before),
  ];
}

/** The open choice of columns: React Aria's list, for its order by pointer, touch and keyboard. */
export default function ColumnsPanel({ trigger, columns, shown, dense, onChange, onClose }: Props) {
  const [order, setOrder] = useState<readonly Choice[]>(columns);
  const [chosen, setChosen] = useState(new Set(columns.slice(0, shown).map(([name]) => name)));
  const [isDense, setDense] = useState(dense);

  const tell = (nextOrder: readonly Choice[], nextChosen: Set<string>, nextDense: boolean) => {
    const names = nextOrder.flatMap(([name]) => (nextChosen.has(name) ? [name] : []));
    // A table without columns but the names would be shown as usual: the last one stays.
    if (names.length === 0) return;
    setOrder(nextOrder);
    setChosen(nextChosen);
    setDense(nextDense);
    onChange(names, nextDense);
  };

  const toggle = (name: string) => {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    tell(order, next, isDense);
  };

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    acceptedDragTypes: ["text/plain"],
    onReorder: ({ keys, target }) => tell(reorder(order, keys, target), chosen, isDense),
  });

  return (
    <Popover.Content
      className="menu-popover columns-panel"
      aria-label="Columns"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      triggerRef={trigger}
      placement="bottom end"
    >
      <p className="columns-panel__head">Shown, in this order</p>
      <GridList
        aria-label="Columns"
        className="columns-panel__list"
        items={order.map(([id, label]) => ({ id, label }))}
        dependencies={[chosen, isDense]}
        escapeKeyBehavior="none"
        dragAndDropHooks={dragAndDropHooks}
      >
        {({ id, label }) => (
          <GridListItem id={id} textValue={label} className="columns-panel__item">
            <label>
              <input
                type="checkbox"
                className="check"
                checked={chosen.has(id)}
                onChange={() => toggle(id)}
              />
              {label}
            </label>
            <DragButton slot="drag" className="columns-panel__grip">
              <Icon of={gripIcon} />
            </DragButton>
          </GridListItem>
        )}
      </GridList>
      <fieldset className="columns-panel__rows">
        <legend>Row height</legend>
        {[false, true].map((each) => (
          <label key={String(each)}>
            <input
              type="radio"
              name="density"
              checked={isDense === each}
              onChange={() => tell(order, chosen, each)}
            />
            {each ? "Compact" : "Comfortable"}
          </label>
        ))}
      </fieldset>
    </Popover.Content>
  );
}
