import { type ReactNode, useSyncExternalStore } from "react";

const never = () => () => {};
const isMac = () => /Mac|iP(hone|ad)/.test(navigator.userAgent);

/** The words of a button that saves, with the keys that press it. */
export function SaveKeys({ applied, children }: { applied?: boolean; children: ReactNode }) {
  const mac = useSyncExternalStore(never, isMac, () => false);
  const keys = mac ? (applied ? "⇧⌘↵" : "⌘↵") : applied ? "Ctrl ⇧ ↵" : "Ctrl ↵";
  return (
    <>
      {children}
      <kbd className="key" aria-hidden>
        {keys}
      </kbd>
    </>
  );
}
