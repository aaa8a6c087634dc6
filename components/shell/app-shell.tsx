import type { ReactNode } from "react";
import { BottomBar } from "./bottom-bar.tsx";
import { MoreMenu } from "./more-menu.tsx";
import { Rail, type RailSlots } from "./rail.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import { TopBar } from "./top-bar.tsx";

type Props = RailSlots & {
  children: ReactNode;
  /** whether the rail begins narrow (kept in the cookie `rail`) */
  narrow?: boolean;
};

/** Everything around a signed-in page: rail, top bar, bottom bar of a phone, keyboard. Waits for nothing. */
export function AppShell({ children, narrow, ...slots }: Props) {
  return (
    <div className="shell" data-rail={narrow ? "narrow" : "wide"}>
      <a href="#content" className="skip-link">
        Skip to the content
      </a>
      <Rail {...slots} />
      <div className="shell__page">
        <TopBar menu={<MoreMenu admin={slots.admin} person={slots.person} />} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
      <BottomBar />
      <Shortcuts />
    </div>
  );
}
