"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Person, type PersonProps } from "../accounts/sign-in/sign-out.tsx";
import { ToastRegion, type Undo } from "../ui/toast-region.tsx";
import { BottomBar, MoreMenu } from "./phone-nav.tsx";
import { Rail, type RailSlots } from "./rail.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import { TopBar } from "./top-bar.tsx";

type Props = Omit<RailSlots, "path" | "person"> & {
  children: ReactNode;
  /** whether the rail begins narrow (kept in the cookie `rail`) */
  narrow?: boolean;
  /** who is signed in */
  person?: PersonProps;
  /** takes back what a message names */
  undo: Undo;
};

/**
 * Everything around a signed-in page: rail, top bar, bottom bar of a phone, messages, keyboard. A client component,
 * so that the browser is sent it once as a page and not again as data.
 */
export function AppShell({ children, narrow, counts, admin, person, undo }: Props) {
  const path = usePathname();
  const slots = { path, admin, person: person && <Person {...person} /> };
  return (
    <div className="shell" data-rail={narrow ? "narrow" : "wide"}>
      <a href="#content" className="skip-link">
        Skip to the content
      </a>
      <Rail counts={counts} {...slots} />
      <div className="shell__page">
        <TopBar menu={<MoreMenu {...slots} />} />
        <main id="content" tabIndex={-1}>
          {children}
          <ToastRegion undo={undo} />
        </main>
      </div>
      <BottomBar path={path} />
      <Shortcuts />
    </div>
  );
}
