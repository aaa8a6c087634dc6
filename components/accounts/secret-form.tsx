"use client";

import { type ComponentProps, useState } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { CopyOnce } from "@/components/ui/copy-once.tsx";
import type { FormAction, FormState } from "@/lib/forms/form-state.ts";

type Made = FormState & { token?: string; link?: string };

type Props = Omit<ComponentProps<typeof ActionForm>, "action" | "noDraft"> & {
  make: (state: FormState, form: FormData) => Promise<Made>;
  /** says that the secret is made, and what it is */
  made: Pick<ComponentProps<typeof CopyOnce>, "title" | "label">;
  /** a new form after each secret, since the old one's words are used up */
  fresh?: boolean;
};

/** A form that makes a token or a link, and shows it this once. */
export function SecretForm({ make, made, fresh, ...form }: Props) {
  const [secret, setSecret] = useState<string>();
  const action: FormAction = async (_, data) => {
    const { token, link, ...state } = await make({}, data);
    const value = link ? new URL(link, window.location.href).href : token;
    if (value) setSecret(value);
    return state;
  };
  return (
    <>
      {secret && <CopyOnce key={secret} {...made} value={secret} />}
      <ActionForm key={fresh ? `form ${secret}` : "form"} {...form} action={action} noDraft />
    </>
  );
}
