"use client";

import { unstable_rethrow } from "next/navigation";
import { useActionState, useSyncExternalStore } from "react";
import type { FormAction, FormState } from "@/lib/forms/form-state.ts";

const noop = () => {};
const never = () => noop;

/**
 * Runs a form's server action. Before the script is there the browser posts to it directly; after that a lost
 * connection becomes a sentence in the form instead of an error page. `onDone` runs when it saved or moved on,
 * `onSaved` only when it saved.
 */
export function useFormAction(action: FormAction, onDone: () => void, onSaved = noop) {
  const live = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const run: FormAction = async (state, data) => {
    try {
      const next = await action(state, data);
      if (next.saved) {
        onDone();
        onSaved();
      }
      return next;
    } catch (error) {
      return settle(error, onDone);
    }
  };
  return useActionState<FormState, FormData>(live ? run : action, {});
}

function settle(error: unknown, onDone: () => void): FormState {
  try {
    unstable_rethrow(error);
  } catch (movedOn) {
    onDone();
    throw movedOn;
  }
  return {
    message:
      "Foothold did not answer, so this is not saved. What you typed is still here; try again in a moment.",
  };
}
