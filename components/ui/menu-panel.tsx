"use client";

import { Menu } from "@heroui/react/menu";
import { Popover } from "@heroui/react/popover";
import type { KeyboardEvent, ReactNode, RefObject } from "react";

export type MenuItem = {
  id: string;
  label: ReactNode;
  /** read and matched by typing, where the label is not a text */
  text?: string;
  /** what it does (a server action may be passed) */
  action: () => void | Promise<void>;
  danger?: boolean;
  /** items of another group are set apart, under its name for screen readers */
  group?: string;
};

type Props = {
  trigger: RefObject<HTMLButtonElement | null>;
  label: string;
  items: MenuItem[];
  selected?: string;
  onClose: () => void;
  onAct: (action: MenuItem["action"]) => void;
};

/** The open menu: React Aria's, for its arrows, typing ahead, placement and focus. */
export default function MenuPanel({ trigger, label, items, selected, onClose, onAct }: Props) {
  const choose = (id: unknown) => {
    const item = items.find((each) => each.id === id);
    onClose();
    if (item) onAct(item.action);
  };
  const chooseByDigit = (event: KeyboardEvent) => {
    if (selected === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const item = items[digits.indexOf(event.key)];
    if (!item) return;
    event.preventDefault();
    event.stopPropagation();
    choose(item.id);
  };
  const groups = [...new Set(items.map(({ group }) => group))];
  return (
    <Popover.Content
      className="menu-popover"
      aria-label={label}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      triggerRef={trigger}
      placement="bottom start"
    >
      <div onKeyDownCapture={chooseByDigit}>
        <Menu
          aria-label={label}
          autoFocus="first"
          onAction={choose}
          {...(selected !== undefined && {
            selectionMode: "single" as const,
            selectedKeys: [selected],
          })}
        >
          {groups.map((group) => {
            const grouped = items.filter((item) => item.group === group);
            const shown = grouped.map((item) => (
              <Menu.Item
                key={item.id}
                id={item.id}
                textValue={item.text ?? (typeof item.label === "string" ? item.label : item.id)}
                variant={item.danger ? "danger" : "default"}
              >
                {item.label}
                {selected !== undefined && digits[items.indexOf(item)] && (
                  <kbd className="key" aria-hidden>
                    {digits[items.indexOf(item)]}
                  </kbd>
                )}
              </Menu.Item>
            ));
            return group ? (
              <Menu.Section key={group} aria-label={group} className="menu-group">
                {shown}
              </Menu.Section>
            ) : (
              shown
            );
          })}
        </Menu>
      </div>
    </Popover.Content>
  );
}

/** The keys of the first ten items. */
const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];
