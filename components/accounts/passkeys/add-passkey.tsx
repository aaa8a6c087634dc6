"use client";

import { TextField } from "@/components/forms/text-field.tsx";
import { beginPasskey, finishPasskey } from "@/lib/accounts/passkeys/actions.ts";
import { passkeyLimits } from "@/lib/accounts/passkeys/values.ts";
import type { FormAction } from "@/lib/forms/form-state.ts";
import { ProvenDialog } from "../second-factor/proven-dialog.tsx";
import { passkeyErrorText } from "./passkey-error.ts";

/** Asks an authenticator for a passkey, after the password. */
export function AddPasskey({ hasPassword }: { hasPassword: boolean }) {
  return (
    <ProvenDialog
      formKey="passkey"
      label="Add a passkey"
      title="Add a passkey"
      fields={
        <TextField
          name="name"
          label="Name"
          help="Where it is kept, so that you know which one to remove."
          limit={passkeyLimits.name}
          autoComplete="off"
          required
        />
      }
      labels={{ name: "Name" }}
      action={add}
      submit="Continue"
      size="s"
      hasPassword={hasPassword}
    >
      <p>Your browser asks for your fingerprint, face or PIN next, and keeps the passkey.</p>
    </ProvenDialog>
  );
}

const add: FormAction = async (_, form) => {
  const { options, ...state } = await beginPasskey({}, form);
  if (!options) return state;
  const { startRegistration } = await import("@simplewebauthn/browser");
  try {
    const answer = await startRegistration({ optionsJSON: options });
    return await finishPasskey(answer, {}, form);
  } catch (error) {
    return { message: passkeyErrorText(error), values: { name: String(form.get("name")) } };
  }
};
