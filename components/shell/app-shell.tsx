"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { BottomBar } from "./bottom-bar.tsx";
import { MoreMenu } from "./more-menu.tsx";
import { Rail, type RailSlots } from "./rail.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import { TopBar } from "./top-bar.tsx";

type Props = Omit<RailSlots, "path"> & {
  children: ReactNode;
  /** whether the rail begins narrow (kept in the cookie `rail`) */
  narrow?: boolean;
};

/**
 * Everything around a signed-in page: rail, top bar, bottom bar of a phone, keyboard. A client component, so that
 * the browser is sent it once as a page and not again as data.
 */
export function AppShell({ children, narrow, counts, admin, person }: Props) {
  const path = usePathname();
  return (
    <div className="shell" data-rail={narrow ? "narrow" : "wide"}>
      <a href="#content" className="skip-link">
        Skip to the content
      </a>
      <Rail path={path} counts={counts} admin={admin} person={person} />
      <div className="shell__page">
        <TopBar menu={<MoreMenu path={path} admin={admin} person={person} />} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
      <BottomBar path={path} />
      <Shortcuts />
    </div>
  );
}
