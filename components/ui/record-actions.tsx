"use client";

import { LinkButton } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { ellipsisIcon } from "./icons.ts";
import { Menu } from "./menu.tsx";

type Props = {
  /** the name of the record, for screen readers */
  of: string;
  /** the address of the edit page */
  edit: string;
  /** moves the record to the trash */
  remove: () => Promise<void>;
};

/** The buttons of a record's page: edit, which the key `e` does too, and a menu with what is done rarely. */
export function RecordActions({ of, edit, remove }: Props) {
  return (
    <>
      <LinkButton href={edit} size="s" data-edit-link>
        Edit <kbd className="key">e</kbd>
      </LinkButton>
      <Menu
        variant="secondary"
        size="s"
        icon
        label={`More actions for ${of}`}
        items={[{ id: "delete", label: "Delete", danger: true, action: remove }]}
      >
        <Icon of={ellipsisIcon} />
      </Menu>
    </>
  );
}
