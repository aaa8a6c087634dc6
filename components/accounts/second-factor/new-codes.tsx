"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { RecoveryCodes } from "./recovery-codes.tsx";

const Show = createContext<(codes: string[]) => void>(() => {});

/** Hands codes that were just made to the place that shows them. */
export const useNewCodes = () => useContext(Show);

/** Shows codes that were just made above what made them, which may be gone by then. */
export function NewCodes({ children }: { children: ReactNode }) {
  const [codes, setCodes] = useState<string[]>();
  return (
    <Show value={setCodes}>
      {codes && <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />}
      {children}
    </Show>
  );
}
