import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the page's script runs: until then the browser itself posts a form to its server action. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
