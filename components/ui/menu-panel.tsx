"use client";

import { Menu } from "@heroui/react/menu";
import { Popover } from "@heroui/react/popover";
import type { ReactNode, RefObject } from "react";

export type MenuItem = {
  id: string;
  label: ReactNode;
  /** read and matched by typing, where the label is not a text */
  text?: string;
  /** what it does (a server action may be passed) */
  action: () => void | Promise<void>;
  danger?: boolean;
  /** marks the one in force */
  current?: boolean;
};

type Props = {
  trigger: RefObject<HTMLButtonElement | null>;
  label: string;
  items: MenuItem[];
  onClose: () => void;
  onAct: (action: MenuItem["action"]) => void;
};

/** The open menu: React Aria's, for its arrows, typing ahead, placement and focus. */
export default function MenuPanel({ trigger, label, items, onClose, onAct }: Props) {
  const choose = (id: unknown) => {
    const item = items.find((each) => each.id === id);
    onClose();
    if (item) onAct(item.action);
  };
  return (
    <Popover.Content
      className="menu-popover"
      aria-label={label}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      triggerRef={trigger}
      placement="bottom start"
    >
      <Menu aria-label={label} autoFocus="first" onAction={choose}>
        {items.map((item) => (
          <Menu.Item
            key={item.id}
            id={item.id}
            textValue={item.text ?? (typeof item.label === "string" ? item.label : item.id)}
            variant={item.danger ? "danger" : "default"}
            className={item.current ? "menu-item--current" : undefined}
          >
            {item.label}
          </Menu.Item>
        ))}
      </Menu>
    </Popover.Content>
  );
}
