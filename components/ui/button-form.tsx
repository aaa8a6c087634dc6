"use client";

import type { ComponentProps } from "react";
import { tried } from "./tried.ts";
import { useHydrated } from "./use-hydrated.ts";

type Props = Omit<ComponentProps<"form">, "action"> & {
  action: (form: FormData) => unknown;
  /** the toast where the server was not reached */
  failure?: string;
};

/** A form of one button (delete, restore, revoke) around a server action. Its page stays where the network fails. */
export function ButtonForm({ action, failure, ...rest }: Props) {
  const hydrated = useHydrated();
  const run = async (form: FormData) => void (await tried(() => action(form), failure));
  return <form {...rest} action={hydrated ? run : (action as (form: FormData) => void)} />;
}
