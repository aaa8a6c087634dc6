import type { ReactNode } from "react";
import { LinkButton } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { plusIcon } from "../ui/icons.ts";
import { FindBox } from "./find-box.tsx";

/** Over every page: find anything, import, add. On a phone also the menu with the other places. */
export function TopBar({ menu }: { menu: ReactNode }) {
  return (
    <header className="top-bar">
      <FindBox />
      <div className="top-bar__end">
        <LinkButton href="/import" className="top-bar__import">
          Import
        </LinkButton>
        <LinkButton href="/postings/new" variant="primary" className="top-bar__add">
          <Icon of={plusIcon} /> Add posting
        </LinkButton>
        {menu}
      </div>
    </header>
  );
}
